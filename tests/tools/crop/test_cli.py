"""The command line's contract: an entry a file, in order, whatever the file; tables and reports on the side."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.tools.crop.drawn import encoded, leaf
from tests.tools.crop.fakes import FakeLeaf
from tools.crop import __main__ as command
from tools.errors import BadInput

classifier = pytest.importorskip("models.leaf.classifier")
KEYS = {
    *("file", "status", "error", "predictions", "quality", "severity_percent", "advice_id"),
    *("model", "device", "milliseconds"),
}


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> FakeLeaf:
    fake = FakeLeaf({"tomato__early_blight": 0.9})
    monkeypatch.setattr(classifier, "load_leaf", lambda: fake)
    monkeypatch.setenv("PORTAL_WORKERS", "1")
    return fake


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "good.jpg").write_bytes(encoded(leaf(256, 256)))
    (tmp_path / "broken.jpg").write_bytes(encoded(leaf(256, 256))[:500])
    (tmp_path / "other.png").write_bytes(encoded(leaf(320, 256), "PNG"))
    return [str(tmp_path / name) for name in ("broken.jpg", "good.jpg", "missing.jpg", "other.png", "good.jpg")]


def result(out: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(out.read_text(encoding="utf-8"))
    return entries


def test_every_file_has_its_entry_in_order(model: FakeLeaf, files: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert command.main(["--json", str(out), *files]) == 0
    entries = result(out)
    assert [entry["file"] for entry in entries] == files[:4]  # a file named twice is answered once
    assert [entry["status"] for entry in entries] == ["unreadable", "diagnosed", "unreadable", "diagnosed"]
    assert all(entry.keys() >= KEYS for entry in entries)
    assert "missing.jpg" in entries[2]["error"]
    good = entries[1]
    assert good["advice_id"] == good["predictions"][0]["class_id"] == "tomato__early_blight"
    assert len(good["predictions"]) == 5
    assert good["model"] == "fake-leaf"


def test_crop_narrows_the_answer_and_table_and_report_are_written(
    model: FakeLeaf, files: list[str], tmp_path: Path
) -> None:
    out, table, report = (tmp_path / name for name in ("out.json", "out.csv", "out.pdf"))
    words = ["--crop", "tomato", "--language", "hi", "--csv", str(table), "--pdf", str(report), "--json", str(out)]
    assert command.main([*words, *files]) == 0
    assert all(each["class_id"].startswith("tomato") for each in result(out)[1]["predictions"])
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))
    assert [row["Status"] for row in rows] == [entry["status"] for entry in result(out)]
    assert "टमाटर" in rows[1]["Answer"]
    assert report.read_bytes().startswith(b"%PDF")


def test_standard_output(model: FakeLeaf, files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--json", "-", files[1]]) == 0
    assert json.loads(capsys.readouterr().out)[0]["status"] == "diagnosed"


def test_nothing_could_be_read(model: FakeLeaf, files: list[str], tmp_path: Path) -> None:
    assert command.main(["--json", str(tmp_path / "out.json"), files[0]]) == 1
    assert result(tmp_path / "out.json")[0]["status"] == "unreadable"


def test_unknown_crop_is_one_sentence(model: FakeLeaf, files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--crop", "durian", files[1]]) == 1
    assert "durian" in capsys.readouterr().err


def test_model_failure_is_one_sentence(
    model: FakeLeaf, files: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(model, "error", BadInput("The model is out."))
    assert command.main([files[1]]) == 1
    assert capsys.readouterr().err.strip() == "The model is out."


def test_photos_go_through_in_bounded_groups(model: FakeLeaf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "GROUP", 3)
    for number in range(8):
        (tmp_path / f"{number}.jpg").write_bytes(encoded(leaf(200, 200, ground=(120 + number, 120, 120))))
    names = [str(tmp_path / f"{number}.jpg") for number in range(8)]
    assert command.main(["--json", str(tmp_path / "out.json"), *names]) == 0
    assert model.groups == [3, 3, 2]
    assert [entry["file"] for entry in result(tmp_path / "out.json")] == names
