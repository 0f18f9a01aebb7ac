"""Every figure that a text states: dates, times, numbers with their unit, sections; in either script or in words.

Two texts say the same when their figures are equal here, however they are written. Knows no document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

from tools.documents.numerals import SCALE_WORDS, numerals_in
from tools.legal.dates import MONTHS, ascii_digits, dates_in, times_in
from tools.legal.law.acts import acts_in
from tools.legal.law.groups import groups_in
from tools.legal.law.last_acts import LastActs
from tools.legal.law.numbers import numbers_at
from tools.legal.money import sums_in

Kind = Literal["date", "month_day", "month", "time", "number", "section"]
LONGEST: Final = 20_000  # characters of a text that are looked at
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_DAY = re.compile(
    rf"(?<!\d)(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>{_MONTH})(?![\w\u0900-\u0963])"
    rf"|\b(?P<name2>{_MONTH})\s+(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?(?![\d/.,]?\d))",
    re.I,
)
_MONTH_YEAR = re.compile(
    rf"(?<![\w\u0900-\u0963])(?P<name>{_MONTH})\s*,?\s+(?:of\s+)?(?P<year>(?:1[89]|20)\d\d)(?!\d)", re.I
)
_CLOCK = re.compile(
    r"(?:(?P<part>सुबह|तड़के|दोपहर|शाम|रात)\s+(?:के\s+)?(?:क़रीब|करीब|लगभग)?\s*)?(?<![\d.,:/-])(?P<hour>[0-2]?\d)"
    r"(?:[:.](?P<minute>[0-5]\d))?\s*(?:बजे|बजकर\s+(?P<after>[0-5]?\d)\s+मिनट|o'clock|(?P<half>[ap]\.?\s?m\b\.?))",
    re.I,
)
_SCALE = "|".join(sorted(map(re.escape, SCALE_WORDS), key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\d])(?P<number>\d[\d,]*(?:\.\d+)?)(?:(?:-|\s)?(?P<scale>{_SCALE})(?![\w\u0900-\u0963]))?", re.I
)
_SECTION_WORD = re.compile(r"\b(?:sections?|secs?\.|u/s)|धारा(?:ओं|एँ|एं|ऐं)?|दफ़?ा", re.I)
_GAP: Final = re.compile(r"[\s:.()-]{0,4}(?=\d)")
_LISTED: Final = re.compile(r"(?:^|[\s:;])\($")  # before the number of a point: "(2) come to court"
UNITS: Final[dict[str, tuple[str, ...]]] = {
    "day": ("day", "days", "दिन", "दिनों", "दिवस"),
    "week": ("week", "weeks", "हफ़्ते", "हफ्ते", "हफ़्ता", "सप्ताह"),
    "month": ("month", "months", "महीने", "महीना", "महीनों", "माह", "मास"),
    "year": ("year", "years", "yrs", "साल", "सालों", "वर्ष", "वर्षों", "बरस"),
    "hour": ("hour", "hours", "hrs", "घंटे", "घंटा", "घंटों", "घण्टे"),
    "minute": ("minute", "minutes", "मिनट"),
    "km": ("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "किमी", "किलोमीटर"),
    "percent": ("percent", "per cent", "%", "प्रतिशत", "फ़ीसदी", "फीसदी"),
}
_UNIT_OF: Final = {unicodedata.normalize("NFC", word): unit for unit, words in UNITS.items() for word in words}
_UNIT = re.compile(
    rf"[\s-]{{0,2}}(?P<unit>{'|'.join(sorted(map(re.escape, _UNIT_OF), key=len, reverse=True))})(?![\w\u0900-\u0963])",
    re.I,
)


@dataclass(frozen=True)
class Figure:
    """One figure: what it is, its normal form, its unit ("" for none), as written, and its place.

    A date is ISO 8601, a `month_day` MM-DD, a `month` YYYY-MM, a time HH:MM or "H:MM?" when the half of the day is
    open, a section "ACT number" with the act empty when none is named. `rounded` is how far a number written as
    "16.9 lakh" may lie from the exact one.
    """

    kind: Kind
    value: str
    shown: str
    start: int
    end: int
    unit: str = ""
    rounded: Decimal = Decimal(0)


def figures_in(text: str) -> tuple[Figure, ...]:
    """Every figure of `text` in order; none overlaps another."""
    plain = ascii_digits(unicodedata.normalize("NFC", text))[:LONGEST]
    found: list[Figure] = []
    for reader in _READERS:
        for figure in reader(plain):
            if not any(figure.start < other.end and other.start < figure.end for other in found):
                found.append(figure)
    return tuple(sorted(found, key=lambda figure: figure.start))


def number(value: str) -> Decimal:
    """A number's normal form back as a number."""
    return Decimal(value)


def _dates(text: str) -> Iterator[Figure]:
    for date in dates_in(text):
        yield Figure("date", date.value, text[date.start : date.end], date.start, date.end)


def _part_dates(text: str) -> Iterator[Figure]:
    for match in _MONTH_YEAR.finditer(text):
        value = f"{match['year']}-{MONTHS[match['name'].lower()]:02d}"
        yield Figure("month", value, match[0], match.start(), match.end())
    for match in _MONTH_DAY.finditer(text):
        month = MONTHS[(match["name"] or match["name2"]).lower()]
        value = f"{month:02d}-{int(match['day'] or match['day2']):02d}"
        yield Figure("month_day", value, match[0], match.start(), match.end())


def _times(text: str) -> Iterator[Figure]:
    for match in _CLOCK.finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"] or match["after"] or 0)
        if hour < 24:
            value = _time(hour, minute, match["part"] or "", (match["half"] or "").lower())
            yield Figure("time", value, match[0].strip(), match.start(), match.end())
    for time in times_in(text):
        if "." in text[time.start : time.end].rstrip("."):  # "2.57 lakh"; a clock with a dot says so, and is above
            continue
        value = time.value if int(time.value[:2]) > 12 else f"{int(time.value[:2]) % 12}:{time.value[3:]}?"
        yield Figure("time", value, text[time.start : time.end], time.start, time.end)


def _time(hour: int, minute: int, part: str, half: str) -> str:
    """A time in 24 hours; with a question mark when the text leaves open which half of the day."""
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif hour > 12 or part in ("सुबह", "तड़के"):
        pass
    elif part in ("दोपहर", "शाम"):
        hour = hour % 12 + 12 if hour < 11 or hour == 12 else hour
    elif part == "रात":
        hour = hour % 12 + 12 if 6 <= hour < 12 else hour % 12
    else:
        return f"{hour % 12}:{minute:02d}?"
    return f"{hour:02d}:{minute:02d}"


def _sections(text: str) -> Iterator[Figure]:
    for group in groups_in(text, LastActs()):
        for each in group.numbers:
            for value in each.values:
                yield Figure("section", f"{group.act} {value}", text[each.start : each.end], each.start, each.end)
                break
    # what groups leave out: a section without an act, numbers right after an act
    places = [(match.end(), "") for match in _SECTION_WORD.finditer(text)]
    places += [(mention.end, mention.code) for mention in acts_in(text)]
    for at, act in places:
        gap = _GAP.match(text, at)
        for each in numbers_at(text, gap.end() if gap else at):
            for value in each.values[:1]:
                yield Figure("section", f"{act} {value}", text[each.start : each.end], each.start, each.end)


def _sums(text: str) -> Iterator[Figure]:
    for each in sums_in(text):
        shown = text[each.start : each.end]
        match = _NUMBER.search(shown)
        rounded = _rounding(match["number"], match["scale"] or "") if match else Decimal(0)
        yield Figure("number", _plain(each.rupees), shown, each.start, each.end, "rupee", rounded)


def _numbers(text: str) -> Iterator[Figure]:
    for match in _NUMBER.finditer(text):
        if _LISTED.search(text[: match.start()][-2:]) and text[match.end() : match.end() + 1] == ")":
            continue
        try:
            amount = Decimal(match["number"].replace(",", ""))
        except InvalidOperation:
            continue
        scale = match["scale"] or ""
        amount = amount * SCALE_WORDS.get(scale.lower(), 1)
        rounded = _rounding(match["number"], scale)
        yield Figure("number", _plain(amount), match[0], match.start(), match.end(), _unit(text, match.end()), rounded)


def _worded(text: str) -> Iterator[Figure]:
    for each in numerals_in(text):
        shown = text[each.start : each.end]
        yield Figure("number", _plain(each.value), shown, each.start, each.end, _unit(text, each.end))


_READERS: Final[tuple[Callable[[str], Iterator[Figure]], ...]] = (
    _dates, _part_dates, _times, _sections, _sums, _numbers, _worded,
)  # fmt: skip


def _rounding(digits: str, scale: str) -> Decimal:
    """Half of the last place of "16.9 lakh"; nothing for a number without a scale or without decimals."""
    _, point, decimals = digits.partition(".")
    if not point or scale.lower() not in SCALE_WORDS:
        return Decimal(0)
    return Decimal(SCALE_WORDS[scale.lower()]) / Decimal(10 ** len(decimals) * 2)


def _unit(text: str, at: int) -> str:
    match = _UNIT.match(text, at)
    return _UNIT_OF[match["unit"].lower()] if match else ""


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
