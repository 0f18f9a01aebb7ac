"""The benchmark counts what is right, wrong, missed and invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.benchmarks.legal_scoring import Scores, Tally, alike, folded, number, same, table
from tests.fiction.types import Section, Specimen, Truth
from tests.support import document_from_text
from tools.legal.evidence import listed
from tools.legal.types import Extract, Fact, Outcome, SectionMention


@pytest.mark.parametrize(
    ("key", "wanted", "found", "expected"),
    [
        ("fir_number", "0123", "123/2024", True),
        ("fir_number", "0123", "124", False),
        ("case_number", "3790/2023", "3790 of 2023", True),
        ("complainant_phone", "91-9000012345", "9000012345", True),
        ("complainant_phone", "90XXXXXX45", "90xxxxxx45", True),
        ("fir_date", "2024-01-05", "2024-01-05", True),
        ("fir_date", "2024-01-05", "2024-05-01", False),
        ("complainant_name", "रमेश शर्मा", "रमेश  शर्मा।", True),
        ("complainant_name", "रमेश शर्मा", "सुरेश वर्मा", False),
        ("complainant_name", "Ramesh Sharma", "RAMESH SHARMA", True),
        ("bench", "Devdutt Mathur", "Hon'ble Mr. Justice Devdutt Mathur", True),
        ("district", "Karnal", "Karnal near Rohtak city", False),
    ],
)
def test_values_that_say_the_same(key: str, wanted: str, found: str, expected: bool) -> None:
    assert alike(key, wanted, found) is expected


def test_folding() -> None:
    assert folded("मु0अ0सं0- १२३/२०२४।") == "मु0अ0सं0 123 2024"
    assert number("००४५/2024") == "45"


def test_lists_need_every_partner() -> None:
    one, other = (Fact("accused", name, 1, name) for name in ("Salim Khan", "Anil Verma"))
    both = listed("accused", (one, other))
    alone = listed("accused", (one,))
    assert both
    assert alone
    assert same("accused", ("Anil Verma", "Salim Khan"), both)
    assert not same("accused", ("Anil Verma", "Salim Khan"), alone)
    assert not same("accused", ("Salim Khan",), both)


def specimen(facts: dict[str, Any], **more: Any) -> Specimen:
    return Specimen("x.pdf", b"", "typed", "en", Truth("order", facts, **more))


def test_counts_of_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    document = document_from_text("x", "FIR No. 12 Police Station Belwari under Section 379 IPC allowed")
    truth = specimen(
        {"fir_number": "12", "police_station": "Talbehra", "district": "Karnal"},
        sections=frozenset({Section("IPC", "379"), Section("IPC", "411")}), outcomes=("dismissed",),
        tolerated={"state": ""},
    )  # fmt: skip
    facts = {
        "fir_number": Fact("fir_number", "12", 1, "12"),
        "police_station": Fact("police_station", "Belwari", 1, "Belwari"),
        "year": Fact("year", "2024", 1, "2024"),
        "state": Fact("state", "Haryana", 1, "FIR"),
    }
    sections = (SectionMention("IPC", "379", 1, "379"),)
    scores = Scores()
    scores.add(truth, document, Extract("order", "en", facts, sections, Outcome("allowed", 1, "allowed")))
    assert scores.keys["fir_number"] == Tally(right=1)
    assert scores.keys["police_station"] == Tally(wrong=1)
    assert scores.keys["district"] == Tally(missed=1)
    assert scores.keys["year"] == Tally(invented=1)
    assert scores.keys["state"] == Tally()
    assert (scores.sections["right"], scores.sections["missed"], scores.sections["invented"]) == (1, 1, 0)
    assert scores.outcomes == {"wrong": 1}
    assert scores.quotes == {"found": 5, "lost": 1}
    table(scores)
    printed = capsys.readouterr().out
    assert "precision 100.0 %, recall 50.0 %" in printed
    assert "quotes on their page: 5 of 6" in printed


def test_an_unreadable_document_misses_everything() -> None:
    scores = Scores()
    scores.failed(specimen({"district": "Karnal"}, outcomes=("allowed",)), "only a picture")
    assert scores.keys["district"] == Tally(missed=1)
    assert scores.kinds == {"unreadable": 1}
