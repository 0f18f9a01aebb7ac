"""The table: one row a photo, readable by Excel, nothing that runs, no disease where none was diagnosed."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from tests.tools.crop.fakes import all_kinds, diagnosis, no_leaf, unread
from tools.cells import is_formula
from tools.crop.export import HEADER, to_csv
from tools.crop.types import Diagnosis


def rows(*answers: Diagnosis, hindi: bool = False) -> list[dict[str, str]]:
    data = to_csv(answers, "hi" if hindi else "en")
    assert data.startswith(b"\xef\xbb\xbf")  # else Excel reads Devanagari as Latin
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_one_row_a_photo_with_every_column() -> None:
    table = rows(*all_kinds())
    assert len(table) == len(all_kinds())
    assert tuple(table[0]) == HEADER


def test_diagnosed_row() -> None:
    (row,) = rows(diagnosis())
    assert row["Class"] == "tomato__early_blight"
    assert row["Condition"] == "Tomato: early blight"
    assert row["Probability"] == "0.94"
    assert 10 < float(row["Damaged leaf area (%)"]) < 20
    assert row["Second"]


def test_no_disease_without_a_diagnosis() -> None:
    for row in rows(no_leaf(), unread()):
        assert not any(row[name] for name in ("Class", "Condition", "Second", "Third", "Crop"))
        assert row["Next step"]


def test_hindi_table() -> None:
    (row,) = rows(diagnosis(), hindi=True)
    assert row["Crop"] == "टमाटर"


@given(st.text(max_size=40))
def test_no_file_name_runs_as_a_formula(name: str) -> None:
    (row,) = rows(diagnosis(file="=" + name))
    assert not is_formula(row["File"])
