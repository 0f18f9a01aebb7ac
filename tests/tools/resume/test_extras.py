from __future__ import annotations

import pytest

from tests.support import document_from_text
from tools.resume.extras import find_certifications, find_location, notice_days
from tools.resume.sections import split_sections


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Notice period: 30 days", 30),
        ("Notice Period - 2 months", 60),
        ("notice period is one month", 30),
        ("Notice: 15-30 days", 30),
        ("Immediate joiner", 0),
        ("Can join immediately", 0),
        ("Notice period: Immediate", 0),
        ("नोटिस अवधि: 30 दिन", 30),
        ("I noticed a period of growth", None),
        ("", None),
    ],
)
def test_notice(text: str, days: int | None) -> None:
    assert notice_days(text) == days


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Asha Verma\nPune, Maharashtra - asha@example.com", "Pune, Maharashtra"),
        ("Asha Verma\nLocation: Nagpur", "Nagpur"),
        ("Asha Verma\nClerk | Bengaluru | 98200 12345", "Bengaluru"),
        ("Asha Verma\nSkills\nTally", None),
    ],
)
def test_location(text: str, place: str | None) -> None:
    assert find_location(split_sections(document_from_text("a.txt", text))) == place


def test_certifications_from_their_section_and_elsewhere() -> None:
    text = (
        "Asha Verma\nCERTIFICATIONS\n• CCNA\n• Tally ERP 9\nADDITIONAL INFORMATION\n"
        "AWS Certified Developer\nLikes chess"
    )
    found = find_certifications(split_sections(document_from_text("a.txt", text)))
    assert found == ("CCNA", "Tally ERP 9", "AWS Certified Developer")
