"""The model that answers: contract of the interface, cache, threads, choice of weights, and what ships."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from models.names import transliterator
from models.names.transliterator import NamesModel, embedded_folder, load_names
from models.names.types import Transliterator
from models.names.weights_file import FILE
from models.weights import Weights
from tools.errors import ModelUnavailable
from tools.settings import settings


@pytest.fixture(autouse=True)
def fresh_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("PORTAL_ALLOW_HUB", "PORTAL_NAMES_MODEL", "PORTAL_NAMES_REVISION"):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_it_is_a_transliterator(model: NamesModel) -> None:
    same: Transliterator = model
    assert same.label == "names model from the folder tiny"
    assert same.device in ("cpu", "cuda")


def test_as_many_spellings_as_asked_for_best_first(model: NamesModel) -> None:
    five = model.transliterate(["mohan", "sita"], best=5)
    assert [len(words) for words in five] == [5, 5]
    assert [words[:1] for words in five] == model.transliterate(["mohan", "sita"])
    assert len(model.transliterate(["mohan"], best=99)[0]) == transliterator.WIDTH


def test_case_and_signs_do_not_matter(model: NamesModel) -> None:
    one, *others = model.transliterate(["dsouza", "DSOUZA", "D'Souza", "d-souza"], best=3)
    assert all(other == one for other in others)


@pytest.mark.parametrize("word", ["", "राम", "42", "—", "a" * 31, "b" * 100_000])
def test_what_cannot_be_read_comes_back_as_it_is(word: str, model: NamesModel) -> None:
    assert model.transliterate([word, "ram"], best=2) == [(word,), model.transliterate(["ram"], best=2)[0]]


def test_the_dictionary_comes_first(model: NamesModel) -> None:
    assert model.transliterate(["RAM"])[0] == ("राम",)
    found = model.transliterate(["ram"], best=5)[0]
    assert len(set(found)) == 5


def test_a_spelling_of_the_dictionary_is_preferred_for_other_forms(model: NamesModel, weights: Weights) -> None:
    plain = model.transliterate(["mohan"], best=6)[0]
    other = NamesModel(weights, {"mohun": (plain[1],)})
    assert other.transliterate(["mohan"], best=6)[0][0] == plain[1]
    assert set(other.transliterate(["mohan"], best=6)[0]) == set(plain)
    other.close()


def test_a_name_of_a_like_sound_is_offered_after_the_likeliest(model: NamesModel, weights: Weights) -> None:
    plain = model.transliterate(["sudakar"], best=6)[0]
    other = NamesModel(weights, {"sudhakar": ("सुधाकर",)})
    assert other.transliterate(["sudakar"], best=6)[0] == (*plain[:3], "सुधाकर", *plain[3:5])
    other.close()


def test_an_answer_is_kept(model: NamesModel, monkeypatch: pytest.MonkeyPatch) -> None:
    first = model.transliterate(["mohan"], best=3)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asked again")

    monkeypatch.setattr(model._batcher, "submit", refuse)
    assert model.transliterate(["Mohan"], best=3) == first


def test_a_long_list_goes_through_a_short_queue(model: NamesModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transliterator, "AHEAD", 4)
    words = [first + second for first in "abcdefgh" for second in "aeiou"]
    assert len(model.transliterate(words)) == 40
    assert model.waiting == 0


def test_threads_get_the_same_answers(model: NamesModel) -> None:
    words = ["mohan", "sita", "gita", "ram", "uma", "tara"]
    alone = model.transliterate(words, best=3)
    model._cache.clear()
    found: list[Sequence[tuple[str, ...]]] = []
    threads = [threading.Thread(target=lambda: found.append(model.transliterate(words, best=3))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [alone] * 6


def test_a_folder_of_the_settings_is_used(weights: Weights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_NAMES_MODEL", str(weights.folder))
    settings.cache_clear()
    model = load_names()
    assert model.label == f"names model from the folder {weights.folder.name}"
    model.close()


def test_a_folder_with_other_weights_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other.safetensors").write_bytes(b"")
    monkeypatch.setenv("PORTAL_NAMES_MODEL", str(tmp_path))
    settings.cache_clear()
    with pytest.raises(ModelUnavailable, match=FILE):
        load_names()


def test_a_hub_model_that_does_not_fit_gives_way(
    weights: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transliterator, "resolve", lambda *_: Weights(tmp_path, "hub", "owner/name"))
    monkeypatch.setattr(transliterator, "embedded_folder", lambda: weights.folder)
    model = load_names()
    assert model.label == "embedded names model"
    assert FILE in model.notice
    model.close()


@pytest.fixture(scope="module")
def shipped() -> Iterator[NamesModel]:
    model = NamesModel(known={})
    yield model
    model.close()


def test_the_weights_that_ship_are_small() -> None:
    assert (embedded_folder() / FILE).stat().st_size < 6e6


@pytest.mark.parametrize(
    ("roman", "word"),
    [
        ("SURESH", "सुरेश"),
        ("kamlesh", "कमलेश"),
        ("mohan", "मोहन"),
        ("ramlal", "रामलाल"),
        ("deepak", "दीपक"),
        ("sonu", "सोनू"),
        ("vinod", "विनोद"),
        ("harpreet", "हरप्रीत"),
        ("rampur", "रामपुर"),
        ("shankar", "शंकर"),
        ("phoolchand", "फूलचंद"),
        ("imran", "इमरान"),
    ],
)
def test_clear_names_without_the_dictionary(roman: str, word: str, shipped: NamesModel) -> None:
    assert word in shipped.transliterate([roman], best=3)[0]
