"""The charge-sheet clock."""

from __future__ import annotations

from datetime import date

import pytest

from tools.legal.law.clock import clock
from tools.legal.types import Clock, SectionMention, Use

OLD, NEW = date(2023, 1, 1), date(2025, 1, 1)


def run(sections: str, start: date | None = None, offence: date | None = None, use: Use = "charged") -> Clock | None:
    """The clock of "IPC 302, IPC 34"."""
    named = [part.strip().rpartition(" ") for part in sections.split(",")]
    return clock([SectionMention(act, section, 1, "q", use=use) for act, _, section in named], start, offence)


@pytest.mark.parametrize(
    ("sections", "start", "days", "other"),
    [
        ("IPC 420, IPC 34", OLD, 60, None),
        ("IPC 302, IPC 420", OLD, 90, None),
        ("IPC 376", OLD, 90, None),
        ("IPC 306", OLD, 60, None),
        ("IPC 409", OLD, 90, None),
        ("IPC 376(2)(n)", OLD, 90, None),
        ("BNS 103", NEW, 90, None),
        ("BNS 103(1)", NEW, 90, None),
        ("BNS 303(2), BNS 3(5)", NEW, 60, None),
        ("BNS 108", NEW, 60, 90),
        ("BNS 118", NEW, None, None),
        ("BNS 118, BNS 352", NEW, 60, 90),
        ("IPC 420, Excise Act (UP) 60", OLD, 60, 90),
        ("IPC 420, Bombay Rents Act 11", OLD, 60, 90),
        ("POCSO Act 6", OLD, 90, None),
        ("NDPS Act 21(c)", OLD, 180, None),
        ("NDPS Act 27A, NDPS Act 8", OLD, 180, None),
        ("NDPS Act 20, NDPS Act 29", OLD, 60, 180),
        ("NDPS Act 20(b)(ii)(B)", OLD, 60, None),
        ("NDPS Act 20(b)(ii)(B)", NEW, 60, 90),
        ("IPC 34", OLD, None, None),
        ("NDPS Act 29", OLD, None, None),
    ],
)
def test_days(sections: str, start: date, days: int | None, other: int | None) -> None:
    found = run(sections, start)
    assert (found.days if found else None, found.other_days if found else None) == (days, other)


def test_the_remand_day_counts() -> None:
    """The dates of Enforcement Directorate v. Kapil Wadhawan: remand on 14 May 2020, day 60 is 12 July."""
    found = run("IPC 420", date(2020, 5, 14))
    assert found is not None
    assert (found.due, found.bail_from) == (date(2020, 7, 12), date(2020, 7, 13))
    assert found.section == "IPC 420"


def test_the_rule_follows_the_date() -> None:
    old, new = run("IPC 420", OLD), run("BNS 318(4)", NEW)
    assert old is not None
    assert new is not None
    assert old.rule.startswith("CrPC")
    assert "not less than ten years" in old.rule_text
    assert new.rule.startswith("BNSS")
    assert "ten years or more" in new.rule_text
    undated = run("BNS 318(4)")
    assert undated is not None
    assert undated.rule.startswith("BNSS")


def test_the_case_begun_decides_the_procedure() -> None:
    mention = SectionMention("IPC", "306", 1, "q")
    found = clock([mention], NEW, OLD, registered=OLD)
    assert found is not None
    assert found.rule.startswith("CrPC")
    assert found.other_days is None


def test_without_a_remand_date_the_days_are_known() -> None:
    found = run("BNS 103(1)")
    assert found is not None
    assert (found.days, found.start, found.due, found.bail_from) == (90, None, None, None)


def test_an_open_question_is_said() -> None:
    debated, quantity = run("BNS 108", NEW), run("NDPS Act 20", OLD)
    assert debated is not None
    assert quantity is not None
    assert debated.other_due == date(2025, 3, 31)
    assert "debated" in debated.reason["en"]
    assert quantity.due is None
    assert "quantity" in quantity.reason["en"]
    assert "मात्रा" in quantity.reason["hi"]
    assert "36A(4)" in quantity.rule


def test_sections_merely_cited_do_not_count() -> None:
    assert run("IPC 302", OLD, use="cited") is None
    assert clock([], OLD, None) is None
