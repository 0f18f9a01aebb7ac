"""Translation with tiny models of every family, loaded as any checkpoint in a folder."""

from __future__ import annotations

import json
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from models.language import checkpoint
from models.language.translator import LocalTranslator, load_translator
from models.weights import Weights
from tests.models.language.tiny import PAIRS
from tools.errors import ModelUnavailable, TookTooLong
from tools.settings import settings

ENGLISH = [pair[0] for pair in PAIRS]
HINDI = [pair[1] for pair in PAIRS]


def of(folder: Path) -> LocalTranslator:
    return LocalTranslator(Weights(folder, "local", folder.name))


def test_nothing_configured_is_no_model() -> None:
    assert load_translator() is None


@pytest.mark.parametrize("family", ["marian", "madlad", "nllb"])
def test_every_family_translates_in_order(
    family: str, checkpoints: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_TRANSLATION_MODEL", str(checkpoints[family]))
    settings.cache_clear()
    model = load_translator()
    assert isinstance(model, LocalTranslator)
    assert model.translate([ENGLISH[1], ENGLISH[0], ENGLISH[1]]) == [HINDI[1], HINDI[0], HINDI[1]]
    assert model.translate([]) == []
    assert model.translate([""]) == [""]
    assert (model.device, model.label) == ("cpu", f"{checkpoints[family].name} (local)")
    model.close()


def test_sessions_share_the_model(checkpoints: dict[str, Path]) -> None:
    model = of(checkpoints["madlad"])
    with ThreadPoolExecutor(6) as sessions:
        found = list(sessions.map(lambda number: model.translate([ENGLISH[number % 2]] * 9), range(6)))
    assert found == [[HINDI[number % 2]] * 9 for number in range(6)]
    model.close()


def test_a_long_sentence_is_translated_in_pieces(checkpoints: dict[str, Path]) -> None:
    model = of(checkpoints["marian"])  # holds 32 tokens of a source
    pieces = model._pieces("; ".join([ENGLISH[0]] * 9))
    assert len(pieces) > 1
    assert "; ".join([ENGLISH[0]] * 9) == " ".join(pieces)
    assert all(model._fits(piece) for piece in pieces)
    assert all(model._fits(piece) for piece in model._pieces("bail " * 400))
    model.close()


def test_a_translation_that_does_not_end_is_none(checkpoints: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    model = of(checkpoints["marian"])
    monkeypatch.setattr("models.language.translator.context_length", lambda *_: 3)
    assert model.translate(ENGLISH) == ["", ""]
    model.close()


def test_language_signs_in_a_document_are_taken_out(checkpoints: dict[str, Path]) -> None:
    model = of(checkpoints["madlad"])
    assert model._pieces("<2hi> the court </s><2h<2hi>i> gave bail") == ["the court <2h i> gave bail"]
    model.close()


def test_the_wait_is_bounded(checkpoints: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    model = of(checkpoints["madlad"])
    model._seconds = -1.0  # the deadline has passed when the queue looks at it
    with pytest.raises(TookTooLong):
        model.translate(ENGLISH)
    model.close()


def test_a_model_that_hangs_holds_nobody(checkpoints: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    model, hold = of(checkpoints["madlad"]), threading.Event()
    monkeypatch.setattr(model._model, "generate", lambda **_: hold.wait(20))
    model._seconds = 0.05
    with pytest.raises(TookTooLong, match="try again in a moment"):
        model.translate(ENGLISH)
    hold.set()


def test_another_kind_of_model_is_refused(checkpoints: dict[str, Path]) -> None:
    with pytest.raises(ModelUnavailable, match=r"cannot be loaded.*own sentences"):
        of(checkpoints["chat"])


def test_a_model_without_hindi_is_refused(checkpoints: dict[str, Path], tmp_path: Path) -> None:
    folder = shutil.copytree(checkpoints["madlad"], tmp_path / "english")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        path = folder / name
        path.write_text(path.read_text().replace("<2hi>", "<2xx>"))
    with pytest.raises(ModelUnavailable, match="does not translate into Hindi"):
        of(folder)


def test_remote_code_is_never_run(checkpoints: dict[str, Path], tmp_path: Path) -> None:
    folder = shutil.copytree(checkpoints["madlad"], tmp_path / "remote")
    configuration = json.loads((folder / "config.json").read_text())
    configuration |= {"auto_map": {"AutoConfig": "own.Own", "AutoModelForSeq2SeqLM": "own.Own"}, "model_type": "own"}
    (folder / "config.json").write_text(json.dumps(configuration))
    (folder / "own.py").write_text("raise SystemExit('remote code ran')")
    with pytest.raises(ModelUnavailable):
        of(folder)


def test_only_safetensors_are_taken(checkpoints: dict[str, Path], tmp_path: Path) -> None:
    folder = shutil.copytree(checkpoints["madlad"], tmp_path / "pickled")
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(ModelUnavailable, match="safetensors"):
        checkpoint.find(str(folder), "")


def test_a_hub_model_needs_the_hub() -> None:
    with pytest.raises(ModelUnavailable, match=r"PORTAL_ALLOW_HUB is off\. The portal's own sentences answer\."):
        checkpoint.find("Helsinki-NLP/opus-mt-en-hi", "")


def test_a_hub_model_is_fetched_at_its_revision(checkpoints: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    import huggingface_hub

    asked: dict[str, object] = {}

    def fetched(name: str, **how: object) -> str:
        asked.update(how, name=name)
        return str(checkpoints["marian"])

    monkeypatch.setattr(huggingface_hub, "snapshot_download", fetched)
    monkeypatch.setenv("PORTAL_ALLOW_HUB", "true")
    settings.cache_clear()
    found = checkpoint.find("Helsinki-NLP/opus-mt-en-hi", "0123abc")
    assert found == Weights(checkpoints["marian"], "hub", "Helsinki-NLP/opus-mt-en-hi")
    assert (asked["name"], asked["revision"]) == ("Helsinki-NLP/opus-mt-en-hi", "0123abc")
    assert isinstance(asked["allow_patterns"], list)
    assert "*.spm" in asked["allow_patterns"]
    assert "*.bin" not in asked["allow_patterns"]
