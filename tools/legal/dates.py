"""Dates and times in Indian documents: numeric, written out, in English or Hindi, in either script's digits.

Day before month, as in India. Knows no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

DIGITS: Final = str.maketrans("०१२३४५६७८९", "0123456789")
EARLIEST, LATEST = 1850, 2100
MONTHS: Final = {
    "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4, "may": 5, "jun": 6,
    "june": 6, "jul": 7, "july": 7, "aug": 8, "august": 8, "sep": 9, "sept": 9, "september": 9, "oct": 10,
    "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
    "जनवरी": 1, "फरवरी": 2, "फ़रवरी": 2, "मार्च": 3, "अप्रैल": 4, "अप्रेल": 4, "मई": 5, "जून": 6, "जुलाई": 7,
    "अगस्त": 8, "सितंबर": 9, "सितम्बर": 9, "अक्टूबर": 10, "अक्तूबर": 10, "नवंबर": 11, "नवम्बर": 11, "दिसंबर": 12,
    "दिसम्बर": 12,
}  # fmt: skip
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>[0-3]?\d)"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<day>[0-3]?\d)\s?(?P<sign>[./-])\s?(?P<month>[01]?\d)\s?(?P=sign)\s?"
    r"(?P<year>(?:1[89]|20)\d\d|\d\d)(?![\d])(?![./-]\d)"
)
_ISO = re.compile(r"(?<![\d./-])(?P<year>(?:1[89]|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\d){_DAY}\s*(?:st|nd|rd|th)?\s*(?:day\s+of\s+|of\s+)?[\s.,-]*(?P<name>{_NAMES})"
    rf"[\s.,-]*(?:of\s+)?{_YEAR}(?!\d)",
    re.I,
)
_MONTH_FIRST = re.compile(rf"\b(?P<name>{_NAMES})\.?\s+{_DAY}(?:st|nd|rd|th)?\s*,?\s+{_YEAR}(?!\d)", re.I)
_TIME = re.compile(
    r"(?<![\d/.:-])(?P<hour>[0-2]?\d)\s?[:.]\s?(?P<minute>[0-5]\d)(?:\s?:\s?[0-5]\d)?(?!\d|[./-]\d)"
    r"(?:\s*(?P<half>[ap]\.?\s?m\b\.?|(?:पी|ए)\.?\s?एम(?![\u0900-\u097f])))?",
    re.I,
)


@dataclass(frozen=True)
class Found:
    """A date or time as it stands in a text: normal form, first character, one past the last."""

    value: str
    start: int
    end: int


def ascii_digits(text: str) -> str:
    """`text` with Devanagari digits as 0–9; its length does not change."""
    return text.translate(DIGITS)


def dates_in(text: str) -> Iterator[Found]:
    """Every date of `text` in order, as ISO 8601. A two-digit year means 2000 to 2069, else 1970 to 1999."""
    plain = ascii_digits(text)
    found: dict[int, Found] = {}
    for pattern in (_ISO, _NUMERIC, _DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(plain):
            if value := _date(match):
                found.setdefault(match.start(), Found(value.isoformat(), match.start(), match.end()))
    last = -1
    for start in sorted(found):
        if start >= last:
            yield found[start]
            last = found[start].end


def first_date(text: str) -> str:
    """The first date of `text` as ISO 8601; empty when there is none."""
    return next((found.value for found in dates_in(text)), "")


def times_in(text: str) -> Iterator[Found]:
    """Every clock time of `text` that is not part of a date, as HH:MM in 24 hours."""
    plain = ascii_digits(text)
    taken = [(found.start, found.end) for found in dates_in(text)]
    for match in _TIME.finditer(plain):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        if value := _time(match):
            yield Found(value, match.start(), match.end())


def parsed(value: str) -> date | None:
    """An ISO date back as a `date`; None for anything else."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _date(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["month"])
    year = int(parts["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    try:
        found = date(year, month, int(parts["day"]))
    except ValueError:
        return None
    return found if EARLIEST <= year <= LATEST else None


def _time(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"])
    half = (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half.startswith(("p", "पी")) else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 else ""
