"""Finds degrees, diplomas and school certificates with their schools and years.

Knows how entries follow each other in an education section; `degrees.py` reads the single line.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tools.resume.dates import years_in
from tools.resume.degrees import BOARD, DEGREE, NO_SCHOOL, SCHOOL, degree_level, names_something, read_line, strip_facts
from tools.resume.headers import without_place
from tools.resume.sections import Line, Section
from tools.resume.types import Education
from tools.resume.vocabulary import is_place

__all__ = ["degree_level", "find_education"]


@dataclass
class _Entry:
    degree: str | None = None
    college: str | None = None
    level: int = 0
    years: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def find_education(
    sections: Sequence[Section], pages: Mapping[int, str], today: datetime.date
) -> tuple[Education, ...]:
    """Degrees and certificates in reading order; a quote is a verbatim piece of its page (`pages`: text by number)."""
    entries: list[_Entry] = []
    for section in sections:
        if section.kind == "education":
            entries.extend(_entries(section.lines, today))
    if not entries:
        entries = _elsewhere(sections, today)
    return tuple(_education(entry, pages) for entry in entries if entry.degree or entry.college)


def _entries(lines: Sequence[Line], today: datetime.date) -> list[_Entry]:
    entries: list[_Entry] = []
    current = _Entry()
    pending: Line | None = None  # a short line that is a degree if a school follows: `Electrical engineering`

    def renew() -> _Entry:
        entries.append(current)
        return _Entry()

    for line in lines:
        if len(line.text) > 400:
            continue
        degree, college, level = read_line(line.text)
        years = years_in(line.text, today)
        if _runs_on(current, line):
            current.degree = f"{current.degree} {strip_facts(line.text)}"
            current.lines.append(line)
            continue
        if degree and not college and level == 1 and BOARD.search(line.text) and current.degree and not current.college:
            degree, college = None, degree  # a board under a certificate is where it comes from
        if college and not degree and current.degree is None and current.college is None and pending is not None:
            current.degree = strip_facts(pending.text)
            current.lines.append(pending)
        pending = line if not (degree or college or years) and _may_be_field(line) else None
        follows = current.years and current.college and (line.gap or bool(current.degree))
        if (degree and (current.degree or follows)) or (
            college and not degree and current.college and (current.degree or line.gap)
        ):
            current = renew()
        if degree:
            current.degree, current.level = degree, level
        if college and not current.college:
            current.college = college
        elif not (degree or college) and _alone_names_college(line, current):
            current.college = without_place(strip_facts(line.text))
        if degree or college or (years and current.lines) or (current.college and not current.lines):
            current.years.extend(years)
            current.lines.append(line)
    entries.append(current)
    return entries


def _runs_on(current: _Entry, line: Line) -> bool:
    """Does the degree's last line break off before its field of study?"""
    if not current.degree or not current.lines or current.college or line.gap:
        return False
    open_end = re.search(r"(?:\b(?:and|in|of|with)|&|,)$", current.lines[-1].text.strip())
    return open_end is not None and len(line.text.split()) <= 6


def _may_be_field(line: Line) -> bool:
    text = strip_facts(line.text)
    return (
        0 < len(text.split()) <= 7
        and text[:1].isalpha()
        and not text.endswith(".")
        and ":" not in text
        and not is_place(text)
    )


def _alone_names_college(line: Line, current: _Entry) -> bool:
    """The line right under a degree, short and capitalised, names the school even without the word (`CDAC ACTS`)."""
    text = strip_facts(line.text)
    if not names_something(text) or text.count(",") > 1:
        return False
    near = bool(current.lines) and current.degree is not None and current.college is None
    short = 0 < len(text.split()) <= 8 and not text.endswith(".") and ":" not in text
    named = line.gap or all(word[0].isupper() for word in text.split() if len(word) > 3)
    return near and short and named and text[:1].isalpha() and not is_place(text) and not NO_SCHOOL.match(text)


def _elsewhere(sections: Sequence[Section], today: datetime.date) -> list[_Entry]:
    """Without an education section: single lines that name both a degree and a school."""
    found: list[_Entry] = []
    for section in sections:
        if section.kind in ("experience", "references", "declaration", "skills"):
            continue
        for line in section.lines:
            if len(line.text) < 200 and DEGREE.search(line.text) and SCHOOL.search(line.text):
                degree, college, level = read_line(line.text)
                if degree and college:
                    found.append(_Entry(degree, college, level, years_in(line.text, today), [line]))
    return found[:6]


def _education(entry: _Entry, pages: Mapping[int, str]) -> Education:
    page = entry.lines[0].page if entry.lines else 1
    same = [line.text for line in entry.lines if line.page == page]
    whole = "\n".join(same)
    quote = whole if whole in pages.get(page, "") else (same[0] if same else "")
    return Education(entry.degree, entry.college, max(entry.years, default=None), entry.level, page, quote)
