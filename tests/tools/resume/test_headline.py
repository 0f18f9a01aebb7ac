"""The headline is a job title or nothing."""

from __future__ import annotations

import datetime

import pytest

from tests.support import document_from_text
from tools.resume.headline import without_praise
from tools.resume.parse import parse_resume


def headline(text: str) -> str | None:
    document = document_from_text("a.txt", text)
    return parse_resume(document, today=datetime.date(2026, 6, 15), find_skills=lambda *_: ()).headline


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Creative and Innovative Web Developer", "Web Developer"),
        ("Highly motivated, results-driven Sales Manager", "Sales Manager"),
        ("Software engineer obsessed with building products", "Software engineer"),
        ("Creative Director", "Creative Director"),
        ("Strategic Planner", "Strategic Planner"),
    ],
)
def test_praise_is_no_title(text: str, wanted: str) -> None:
    assert without_praise(text) == wanted


def test_slogans_and_trades_are_no_headline() -> None:
    assert headline("Asha Verma\nTelecommunication • Networks\nSKILLS\nJava") is None
    assert headline("Asha Verma\nYahoo!\nEXPERIENCE\nSales Manager, Acme Ltd\nJan 2019 - Present") == "Sales Manager"
    assert headline("Asha Verma\nsince 1865 Ph.D. candidate\nSKILLS\nJava") is None
