"""The command line's contract: an entry a file, in order, whatever the file; reports on the side; names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tools.errors import ModelUnavailable
from tools.legal import __main__ as command
from tools.legal.samples import FOLDER

transliterator = pytest.importorskip("models.names.transliterator")
KEYS = {
    *("file", "status", "error", "kind", "language", "pages", "facts", "sections", "outcome", "next_date"),
    *("summary_hi", "summary_en", "key_sentences", "engine"),
}


class Spelled:
    """Writes every word as "क" with its number of letters."""

    label, device = "spelled", "cpu"

    def transliterate(self, words: Sequence[str], best: int = 1) -> list[tuple[str, ...]]:
        return [tuple("क" * (len(word) + more) for more in range(best)) for word in words]


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transliterator, "load_names", Spelled)
    monkeypatch.setenv("PORTAL_WORKERS", "1")


def result(out: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(out.read_text(encoding="utf-8"))
    return entries


def test_every_file_has_its_entry_in_order(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes((FOLDER / "order_daily.pdf").read_bytes()[:500])
    files = [str(tmp_path / "broken.pdf"), str(FOLDER / "order_daily.pdf"), str(tmp_path / "missing.pdf")]
    out = tmp_path / "out.json"
    words = ["--json", str(out), "--pdf", str(tmp_path / "pdf"), "--docx", str(tmp_path / "docx")]
    assert command.main([*words, *files, files[1]]) == 0
    entries = result(out)
    assert [entry["file"] for entry in entries] == files
    assert [entry["status"] for entry in entries] == ["unreadable", "summarised", "unreadable"]
    assert all(entry.keys() >= KEYS for entry in entries)
    assert "missing.pdf" in entries[2]["error"]
    order = entries[1]
    assert order["kind"] == "order"
    assert order["outcome"]["kind"] == "adjourned"
    assert order["facts"]["next_date"]["value"] == order["next_date"]["value"]
    assert "क" in " ".join(sentence["text"] for sentence in order["summary_hi"])
    assert (tmp_path / "pdf" / "order_daily.pdf.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "docx" / "order_daily.pdf.docx").read_bytes().startswith(b"PK")


def test_nothing_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    assert command.main(["--json", str(tmp_path / "out.json"), str(tmp_path / "empty.pdf")]) == 1


def test_without_the_names_model_names_stay_in_their_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ModelUnavailable("The weights are missing.")

    monkeypatch.setattr(transliterator, "load_names", missing)
    out = tmp_path / "out.json"
    assert command.main(["--json", str(out), str(FOLDER / "order_daily.pdf")]) == 0
    assert result(out)[0]["status"] == "summarised"


def test_names_a_line_each(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("Ram\n\nSita. Devi\n", encoding="utf-8")
    out = tmp_path / "out.json"
    assert command.main(["--names", str(tmp_path / "names.txt"), "--json", str(out)]) == 0
    ram, sita = result(out)
    assert ram["roman"] == "Ram"
    assert ram["devanagari"] == ["ककक", "कककक", "ककककक", "कककककक", "ककककककक"]
    assert sita["devanagari"][0] == "कककक कककक"
    assert len(set(sita["devanagari"])) == len(sita["devanagari"]) == 5


def test_a_missing_file_of_names_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--names", str(tmp_path / "none.txt")]) == 1
    assert "cannot be opened" in capsys.readouterr().err


def test_files_or_names_must_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main([])
    assert "--names" in capsys.readouterr().err
