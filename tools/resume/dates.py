"""Finds months, and ranges of months, in resume text: English and Hindi, Indian and American forms.

Knows calendars only: whether a range is a job, a degree or a project is for the caller to say.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

PRESENT = "present"
FIRST_YEAR = 1955

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_HINDI = (
    ("जनवरी", "जन."), ("फरवरी", "फ़रवरी"), ("मार्च",), ("अप्रैल",), ("मई",), ("जून",), ("जुलाई",), ("अगस्त",),
    ("सितंबर", "सितम्बर"), ("अक्टूबर", "अक्तूबर"), ("नवंबर", "नवम्बर"), ("दिसंबर", "दिसम्बर"),
)  # fmt: skip
_MONTH_NUMBER: dict[str, int] = {
    **{name: at for at, name in enumerate(_ENGLISH, 1)},
    **{name: at for at, name in enumerate(_FULL, 1)},
    "sept": 9, "octo": 10, "febr": 2, "mai": 5,
    "spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12,
    **{name: at for at, names in enumerate(_HINDI, 1) for name in names},
}  # fmt: skip
_NAMES = "|".join(sorted((re.escape(name) for name in _MONTH_NUMBER), key=len, reverse=True))
_MONTH = rf"(?:{_NAMES})(?![^\W\d_])"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_SHORT = r"['’‘`]\s?\d{2}"
_POINT = (
    rf"(?:(?P<@d1>\d{{1,2}})(?:st|nd|rd|th)?[\s\-./,]{{0,2}}(?:of\s)?)?(?P<@mon>{_MONTH})\.?"
    rf"(?:\s{{0,2}}\d{{1,2}}(?:st|nd|rd|th)?,\s?(?={_YEAR}))?"
    rf"[\s\-–./,]{{0,3}}(?:of\s)?(?P<@my>{_YEAR}|{_SHORT}|\d{{2}})(?!\d)"
    rf"|(?<![\d/.-])(?:\d{{1,2}}\s?[/.-]\s?)?(?P<@nm>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<@ny>{_YEAR})(?!\d)"
    rf"|(?<![\d/.-])(?P<@ym_y>{_YEAR})\s?[/.-]\s?(?P<@ym>0[1-9]|1[0-2])(?:[/.-][0-3]\d)?(?!\d)(?![/.-]\d)"
    rf"|(?<![\d/])(?P<@sm>0[1-9]|1[0-2])/(?P<@sy>\d{{2}})(?![\d/])"
    rf"|(?<![\w/.,+₹$-])(?P<@y>{_YEAR})(?![\d%+])(?![.,]\d)"
    rf"|(?<!\w)(?P<@ay>{_SHORT})(?!\d)"
)
_NOW = (
    r"(?:till?|until|upto|up\s?to|to)?[\s-]{0,2}(?:the\s)?(?:present(?:\s(?:date|day|time))?|"
    r"current(?:ly)?(?:\sworking)?|now|today|"
    r"till?[\s-]?(?:date|now|today|present)|to[\s-]?date|date\b(?!\s+of)|on[\s-]?going|"
    r"continu(?:e|ing|ed)|onwards?)(?![^\W\d_])"
    r"|till?\s?(?:now|date)|वर्तमान(?:\sतक)?|अब\s?तक|अब\sभी|आज\s?तक|अभी\s?तक|जारी|अद्यतन|aujourd['’]hui|heute"
)
_SEP = (
    r"\s{0,3}(?:[-–—−‐‑‒~→>­]{1,3}|\bto\b|\btill?\b|\buntil\b|\bupto\b|\bup\sto\b|\bthrough\b|"
    r"\bthru\b|\band\b(?=\s*present)|से)\s{0,3}(?:लेकर\s)?"
)


def _point(prefix: str) -> str:
    point = _POINT.replace("?P<@", f"?P<{prefix}")
    # after a range's dash the year may touch it; elsewhere `-2015` is part of a number
    return point.replace("₹$-])(?P<by>", "₹$])(?P<by>").replace(".,+", "+") if prefix == "b" else point


_TAIL_YEAR = r"(?P<ty>\d{2})(?![\d/.%:])"
_RANGE = re.compile(
    rf"(?:(?:from|since|w\.?e\.?f\.?)\s+)?(?:{_point('a')}){_SEP}(?:(?P<now>{_NOW})|{_point('b')}|{_TAIL_YEAR})", re.I
)
_PAIR = re.compile(rf"(?:{_point('a')})\s{{1,3}}(?:{_point('b')})", re.I)  # two months whose dash got lost
_HALF = re.compile(
    rf"(?<![^\W\d_])(?P<hm>{_MONTH})\.?(?:\s\d{{1,2}}(?:st|nd|rd|"
    rf"th)?,?)?{_SEP}(?P<hn>{_MONTH})\.?[\s,'’-]{{0,3}}(?P<hy>{_YEAR})(?!\d)",
    re.I,
)
_SINCE = re.compile(
    rf"(?:\b(?:since|from|w\.?e\.?f\.?)\s*[:-]?\s*(?:the\s)?(?:year\s)?(?:{_point('a')})|"
    rf"(?:{_point('b')})\s*(?:से\s)?(?:{_NOW}|onwards?))",
    re.I,
)
_SINGLE = re.compile(_point("a"), re.I)
_HINT = re.compile(r"\d{2}|[०-९]{2}")
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_NOISE = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "\n": " ", "\u200b": " "})


@dataclass(frozen=True)
class DateRange:
    """A range as written. `start`/`end` are ``YYYY-MM`` (`end` may be "present" or None for a single date);
    `exact` says that both ends name a month; `span` is where it stands in the text given."""

    start: str
    end: str | None
    exact: bool
    span: tuple[int, int]


@dataclass(frozen=True)
class _Month:
    year: int
    month: int | None


def find_ranges(text: str, today: datetime.date) -> list[DateRange]:
    """Ranges in `text`, left to right; impossible ones (end before start, far years) are left out.

    Year-only ends are given as January of their year: `months_between` counts such ranges as the difference of years.
    """
    if not _HINT.search(text):
        return []
    flat = text.translate(_DIGITS).translate(_NOISE)
    found: list[DateRange] = []
    taken = bytearray(len(flat))
    for pattern, read in ((_HALF, _read_half), (_RANGE, _read_range), (_PAIR, _read_pair), (_SINCE, _read_since)):
        for match in pattern.finditer(flat):
            start, end = match.span()
            if taken.find(1, start, end) >= 0:
                continue
            made = read(match, today)
            if made is not None:
                found.append(made)
                taken[start:end] = b"\x01" * (end - start)
    return sorted(found, key=lambda item: item.span)


def find_single(text: str, today: datetime.date) -> DateRange | None:
    """The first lone month (`November 2011`, `2016/09`) or year of `text`, with `end` None."""
    if not _HINT.search(text):
        return None
    for match in _SINGLE.finditer(text.translate(_DIGITS).translate(_NOISE)):
        point = _read_point(match, "a")
        if point is not None and _sane(point, today):
            return DateRange(_text(point), None, point.month is not None, match.span())
    return None


def years_in(text: str, today: datetime.date) -> list[int]:
    """Four-digit years that `text` names, in order, from 1955 to a few years ahead (a degree in progress)."""
    years = (int(year) for year in re.findall(rf"(?<!\d)({_YEAR})(?!\d)", text.translate(_DIGITS)))
    return [year for year in years if FIRST_YEAR <= year <= today.year + 6]


def months_between(start: str, end: str, today: datetime.date, exact: bool = True) -> int:
    """Months from `start` to `end`, both counted (`2020-01` to `2020-03` is 3).

    When an end is a bare year (`exact` False) the end month itself is not counted: 2015–2018 is 36 months.
    """
    first, last = interval(start, end, today, exact)
    return last - first + 1


def interval(start: str, end: str, today: datetime.date, exact: bool = True) -> tuple[int, int]:
    """First and last month as counts from year 0, both inside; a range within one bare year is that whole year."""
    first = month_index(start)
    last = today.year * 12 + today.month - 1 if end == PRESENT else month_index(end)
    if not exact and end != PRESENT:
        last = last - 1 if last - first >= 12 else max(last, first + 11)
    return first, max(first, last)


def union_months(intervals: Iterable[tuple[int, int]]) -> int:
    """How many different months the intervals cover."""
    total, reach = 0, -1
    for first, last in sorted(intervals):
        if last > reach:
            total += last - max(first, reach + 1) + 1
            reach = last
    return total


def month_index(month: str) -> int:
    """`YYYY-MM` as months from year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _read_range(match: re.Match[str], today: datetime.date) -> DateRange | None:
    start = _read_point(match, "a")
    if start is None:
        return None
    if match["now"] is not None:
        return _checked(start, None, match.span(), today)
    if match["ty"] is not None:
        if start.month is not None or (match["ay"] is None and match["aay"] is None):
            return None
        end: _Month | None = _Month(_century(int(match["ty"]), today), None)
    else:
        end = _read_point(match, "b")
    return _checked(start, end, match.span(), today) if end is not None else None


def _read_pair(match: re.Match[str], today: datetime.date) -> DateRange | None:
    start, end = _read_point(match, "a"), _read_point(match, "b")
    if start is None or end is None or start.month is None or end.month is None:
        return None
    return _checked(start, end, match.span(), today)


def _read_half(match: re.Match[str], today: datetime.date) -> DateRange | None:
    first, last, year = _MONTH_NUMBER[match["hm"].lower()], _MONTH_NUMBER[match["hn"].lower()], int(match["hy"])
    start = _Month(year if first <= last else year - 1, first)
    return _checked(start, _Month(year, last), match.span(), today)


def _read_since(match: re.Match[str], today: datetime.date) -> DateRange | None:
    point = _read_point(match, "a") or _read_point(match, "b")
    return _checked(point, None, match.span(), today) if point is not None else None


def _read_point(match: re.Match[str], prefix: str) -> _Month | None:
    groups = match.groupdict()

    def of(name: str) -> str | None:
        return groups.get(prefix + name)

    if of("mon"):
        year = _year(of("my") or "")
        return _Month(year, _MONTH_NUMBER[(of("mon") or "").lower()]) if year else None
    for month, year_key in (("nm", "ny"), ("ym", "ym_y"), ("sm", "sy")):
        if of(month):
            year = _year(of(year_key) or "")
            return _Month(year, int(of(month) or "")) if year else None
    bare = of("y") or of("ay")
    year = _year(bare) if bare else 0
    return _Month(year, None) if year else None


def _year(text: str) -> int:
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return int(digits)
    return (2000 if int(digits) < 50 else 1900) + int(digits) if len(digits) == 2 else 0


def _century(short: int, today: datetime.date) -> int:
    return 2000 + short if 2000 + short <= today.year + 6 else 1900 + short


def _sane(point: _Month, today: datetime.date) -> bool:
    return FIRST_YEAR <= point.year <= today.year + 1


def _text(point: _Month) -> str:
    return f"{point.year:04d}-{point.month or 1:02d}"


def _checked(start: _Month, end: _Month | None, span: tuple[int, int], today: datetime.date) -> DateRange | None:
    """A range, if it can be: within sane years, not beginning in the future, end not before start."""
    if not _sane(start, today) or _text(start) > f"{today:%Y-%m}":
        return None
    if end is None:
        return DateRange(_text(start), PRESENT, start.month is not None, span)
    if not _sane(end, today) or end.year < start.year or (end.month and _text(end) < _text(start)):
        return None
    finish = (
        f"{end.year:04d}-12" if end.month is None and start.month is not None and end.year == start.year else _text(end)
    )
    return DateRange(_text(start), finish, start.month is not None and end.month is not None, span)
