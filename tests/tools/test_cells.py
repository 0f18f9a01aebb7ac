import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.cells import LONGEST_CELL, for_csv, is_formula, plain

RUNS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\tx",
    "＝1",
    "＋1",
    "－1",
    "＠A",
    "\u200b=1",
    "\ufeff=1",
    "\u00a0=1",
    "−1",
]
STAYS = ["Java", "C++", "a=b", "e-mail", "3 - 4", "", "कविता", "'=1"]


@pytest.mark.parametrize("text", RUNS)
def test_what_runs_gets_an_apostrophe(text: str) -> None:
    assert is_formula(text)
    assert for_csv(text).startswith("'")


@pytest.mark.parametrize("text", STAYS)
def test_what_does_not_run_stays(text: str) -> None:
    assert not is_formula(text)
    assert for_csv(text) == text


def test_telephone_stays_readable() -> None:
    assert for_csv("+91 90000 00001") == "'+91 90000 00001"


def test_numbers_are_numbers() -> None:
    assert (for_csv(-8.0), for_csv(3), for_csv(None)) == ("-8.0", "3", "")


@given(st.text(max_size=60))
def test_no_text_ever_starts_a_formula(text: str) -> None:
    written = for_csv(text)
    assert not written[:1] or written[0] not in "=+-@\t\r"
    line = io.StringIO()
    csv.writer(line).writerow([written, "next"])
    assert next(csv.reader([line.getvalue()])) == [written, "next"]


def test_plain_drops_what_no_cell_can_hold() -> None:
    assert plain("a\x00b\x07\ud800\u202ec\nd\te") == "abc d e"
    assert len(plain("x" * 100_000)) == LONGEST_CELL
