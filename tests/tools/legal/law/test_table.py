"""The table of sections: its form, its pairs, and that what was checked by hand stays."""

from __future__ import annotations

import csv
import re

import pytest

from tests.shared import shared
from tools.legal.law.acts import base_act
from tools.legal.law.table import COLUMNS, FILES, FOLDER, NEW_OF, OLD_OF, listing, row, table

SECTION = re.compile(r"\d{1,3}[A-Z]{0,3}(-II?)?(\([0-9a-zA-Z]{1,4}\))*")
HINDI = re.compile(r"[\u0900-\u097f]")


def test_files_are_well_formed() -> None:
    for name in FILES:
        lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
        assert tuple(lines[0].split("\t")) == COLUMNS
        assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}, name


def test_no_section_twice() -> None:
    rows = sum(len((FOLDER / name).read_text(encoding="utf-8").splitlines()) - 1 for name in FILES)
    assert rows == len(table())


@pytest.mark.parametrize("act", sorted({found.act for found in listing()}))
def test_rows_of_each_act(act: str) -> None:
    assert base_act(act) is not None
    for found in listing(act):
        assert SECTION.fullmatch(found.section), found.section
        assert found.offence_en, found.section
        assert HINDI.search(found.offence_hi), found.section
        assert HINDI.search(found.meaning_hi), found.section
        assert bool(found.punishment_en) == bool(HINDI.search(found.punishment_hi)), found.section
        assert found.longest in ("", "?", "death", "life") or float(found.longest) <= 20, found.section
        assert found.cognizable in ("", "As the main offence", "Cognizable", "Non-cognizable") or found.section in (
            "498A",
            "85",
        )
        assert "—" not in found.offence_hi + found.meaning_hi


def test_pairs_are_symmetric() -> None:
    for found in listing():
        assert bool(found.counterparts) == bool(found.counterpart_act), found
        if found.act in NEW_OF or found.act in OLD_OF:
            assert found.exactness in ("same", "changed", "part", "none")
            assert bool(found.counterparts) == (found.exactness != "none"), found
        for other in found.counterparts:
            assert {**NEW_OF, **OLD_OF}[found.act] == found.counterpart_act
            assert found.section in table()[(found.counterpart_act, other)].counterparts, (found.section, other)


def test_the_same_law_has_the_same_punishment() -> None:
    for found in listing("IPC"):
        for other in (table()[(found.counterpart_act, section)] for section in found.counterparts):
            if found.exactness == "same" and len(other.counterparts) == 1:
                assert found.punishment_en == other.punishment_en, found.section


@pytest.mark.parametrize(
    ("act", "section", "answer", "matched"),
    [
        ("BNS", "303(2)", "303(2)", "exact"),
        ("IPC", "376(2)(n)", "376(2)", "broader"),
        ("IPC", "302(1)", "302", "broader"),
        ("BNS", "103", "103(1)", "narrower"),
        ("IPC", "304(ii)", "304-II", "exact"),
        ("SC/ST Act", "3(2)(5a)", "3(2)(va)", "exact"),
        ("SC/ST Act", "3(1)(zc)", "3(1)", "broader"),
        ("NDPS Act", "20(b)(ii)(C)", "20(b)(ii)(C)", "exact"),
    ],
)
def test_a_clause_falls_back_and_says_so(act: str, section: str, answer: str, matched: str) -> None:
    found = row(act, section)
    assert found is not None
    assert (found.section, found.matched, found.asked) == (answer, matched, section)


@pytest.mark.parametrize(
    ("act", "section"), [("IPC", "999"), ("CrPC 1898", "439"), ("Excise Act", "60"), ("BNS", "101")]
)
def test_what_is_not_known(act: str, section: str) -> None:
    assert row(act, section) is None


def old_and_new(act: str, section: str) -> tuple[str, str]:
    """The section's number in the old and in the new code, several joined by "; "; empty where there is none."""
    found = row(act, section)
    others = "; ".join(found.counterparts) if found else ""
    if act in NEW_OF:
        return section, others
    return (others, section) if act in OLD_OF else ("", "")


def test_old_and_new() -> None:
    assert old_and_new("IPC", "420") == ("420", "318(4)")
    assert old_and_new("BNS", "318(4)") == ("420", "318(4)")
    assert old_and_new("CrPC", "482") == ("482", "528")
    assert old_and_new("BNS", "70(2)") == ("376DA; 376DB", "70(2)")
    assert old_and_new("IPC", "377") == ("377", "")
    assert old_and_new("NDPS Act", "20") == ("", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("302", "103(1)"),
        ("121", "147"),
        ("366", "87"),
        ("468", "336(3)"),
        ("325", "117(2)"),
        ("448", "329(4)"),
        ("498A", "85"),
    ],
)
def test_pairs_that_public_maps_get_wrong(old: str, new: str) -> None:
    assert old_and_new("IPC", old) == (old, new)


@pytest.mark.parametrize(
    "pairs",
    [
        "CrPC 41-35(1) 41A-35(3) 50-47 57-58 91-94 107-126 116-135 151-170 125-144 144-163 154-173 156(3)-175(3)",
        "CrPC 160-179 161-180 164-183 167-187 173-193 190-210 197-218 200-223 202-225 204-227 207-230 227-250 228-251",
        "CrPC 239-262 240-263",
        "CrPC 251-274 256-279 302-339 304-341 309-346 311-348 313-351 319-358 320-359 357A-396 372-413 374-415",
        "CrPC 378-419 389-430 397-438 401-442 406-446 407-447 408-448 427-467 428-468 432-473 433-474 436-478 436A-479",
        "CrPC 437-480 438-482 439-483 446-491 451-497 457-503 460-506 468-514 482-528",
        "Evidence Act 27-23(2) 65B-63 106-109 113B-118 114-119 32-26 45-39",
        "IPC 120B-61(2) 153A-196(1) 174A-209 186-221 224-262 225-263 283-285 295A-299 306-108 307-109(1) 324-118(1)",
        "IPC 354D-78(2) 363-137(2) 376D-70(1) 384-308(2) 387-308(4) 386-308(5) 406-316(2) 411-317(2)",
        "IPC 467-338 471-340(2) 489B-179 493-81 504-352 506-351(2) 506-II-351(3) 509-79 511-62 34-3(5) 109-49",
    ],
)
def test_pairs(pairs: str) -> None:
    act, _, rest = (
        pairs.partition(" Act ")[0].partition(" ") if "Act" not in pairs else ("Evidence Act", "", pairs[13:])
    )
    for pair in rest.split():
        old, _, new = pair.rpartition("-")
        assert old_and_new(act, old) == (old, new)


def test_what_the_text_of_the_sanhita_says() -> None:
    theft = row("BNS", "303(2)")
    assert theft
    assert theft.punishment_en.startswith("Imprisonment up to 3 years, or fine, or both; again:")
    mischief = row("BNS", "324(4)")
    assert mischief
    assert "1 lakh" in mischief.offence_en
    defamation = row("BNS", "356(2)")
    assert defamation
    assert "President" not in defamation.offence_en
    sedition = row("IPC", "124A")
    assert sedition
    assert sedition.exactness == "part"


def test_the_pairs_checked_before_are_kept() -> None:
    with shared("data/legal/sections.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            assert line["bns"] in table()[("IPC", line["ipc"])].counterparts
