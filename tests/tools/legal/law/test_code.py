"""Which code applies by date, and the warning when the document disagrees."""

from __future__ import annotations

from datetime import date

import pytest

from tools.legal.law.code import disagreement, governing, procedure_code

BEFORE, FROM = date(2024, 6, 30), date(2024, 7, 1)


@pytest.mark.parametrize(
    ("offence", "until", "proceeding", "penal", "procedure"),
    [
        (BEFORE, None, None, "IPC", ""),
        (BEFORE, None, BEFORE, "IPC", "CrPC"),
        (BEFORE, None, FROM, "IPC", "BNSS"),
        (FROM, None, None, "BNS", "BNSS"),
        (BEFORE, FROM, FROM, "both", "BNSS"),
    ],
)
def test_the_code_by_date(
    offence: date, until: date | None, proceeding: date | None, penal: str, procedure: str
) -> None:
    found = governing(offence, until, proceeding)
    assert found is not None
    assert (found.penal, found.procedure) == (penal, procedure)
    assert "1 July 2024" in found.sentence["en"]
    assert "1 जुलाई 2024" in found.sentence["hi"]
    assert bool(found.quotes) == (penal != "BNS")


def test_without_a_date_nothing_is_said() -> None:
    assert governing(None) is None
    assert procedure_code(None) == ""
    assert disagreement(["BNS"], None) is None


@pytest.mark.parametrize(
    ("acts", "offence", "until", "warned"),
    [
        (["BNS"], BEFORE, None, True),
        (["BNS"], BEFORE, FROM, False),
        (["IPC"], FROM, None, True),
        (["IPC"], BEFORE, None, False),
        (["IPC", "BNS"], FROM, None, False),
        (["NDPS Act"], FROM, None, False),
    ],
)
def test_warning(acts: list[str], offence: date, until: date | None, warned: bool) -> None:
    found = disagreement(acts, offence, until)
    assert bool(found) == warned
    if found:
        assert f"{offence:%d.%m.%Y}" in found["en"]
        assert f"{offence:%d.%m.%Y}" in found["hi"]
