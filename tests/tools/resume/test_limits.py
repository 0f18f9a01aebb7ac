"""Megabytes of text are cut to what a resume may hold, with a note, and read in a moment."""

from __future__ import annotations

import datetime

import pytest

from tests.support import document_from_text
from tools.resume.limits import MAX_CHARACTERS, MAX_LINES, within_limits
from tools.resume.parse import parse_resume

TODAY = datetime.date(2026, 6, 15)


def test_an_ordinary_document_is_left_alone() -> None:
    document = document_from_text("a.txt", "Asha Verma\nEngineer\f\nPage two")
    assert within_limits(document) is document


@pytest.mark.parametrize("text", ["word " * 100_000, "a\n" * 100_000, "Developer, Acme Ltd, 2015 - 2016\f" * 20_000])
def test_long_text_is_cut_with_a_note(text: str) -> None:
    document = document_from_text("a.txt", text)
    cut = within_limits(document)
    assert len(cut.text) <= MAX_CHARACTERS + len(cut.pages)
    assert sum(len(page.lines) for page in cut.pages) <= MAX_LINES
    assert len(cut.pages) == len(document.pages)
    assert document.pages[0].text.startswith(cut.pages[0].text)
    assert len(cut.notes) == 1
    assert "longer than a resume" in cut.notes[0]


@pytest.mark.parametrize("text", ["x\n" * 300_000, "X Y Z A B C D E F G\n" * 30_000, "(" * 600_000])
def test_hostile_text_takes_no_time(text: str) -> None:
    document = document_from_text("a.txt", text)
    resume = parse_resume(document, today=TODAY, find_skills=lambda *_: ())
    assert any("longer than a resume" in note for note in resume.notes)
