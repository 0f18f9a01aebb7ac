"""Numbers, amounts and dates that a text states, in either script or in words, to see which of them no source has.

Compares values, not what they are of: a number that stands in a source for something else counts as found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from tools.documents.numerals import SCALE_WORDS, numerals_in

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan जनवरी", "february feb फरवरी फ़रवरी", "march mar मार्च", "april apr अप्रैल अप्रेल", "may मई",
            "june jun जून", "july jul जुलाई", "august aug अगस्त", "september sept sep सितंबर सितम्बर",
            "october oct अक्टूबर अक्तूबर", "november nov नवंबर नवम्बर", "december dec दिसंबर दिसम्बर",
        ),
        1,
    )
    for name in unicodedata.normalize("NFC", names).split()
}  # fmt: skip
_MONTH: Final = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_NUMERIC: Final = re.compile(r"(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)(?![./-]\d)")
_ISO: Final = re.compile(r"(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?!\d)")
_DAY_FIRST: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s*(?:st|nd|rd|th)?\s*(?:day\s+)?(?:of\s+)?[\s.,-]*({_MONTH})(?![^\W\d_])(?:[\s.,-]*(\d{{4}})(?!\d))?",
    re.I,
)
_MONTH_FIRST: Final = re.compile(
    rf"(?<![^\W\d_])({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:\s*,?\s+(\d{{4}})(?!\d))?", re.I
)
_SCALE: Final = "|".join(sorted(map(re.escape, SCALE_WORDS), key=len, reverse=True))
_NUMBER: Final = re.compile(rf"\d[\d,]*(?:\.\d+)?(?:[\s-]?(?:{_SCALE})(?![^\W\d_]))?", re.I)
_LISTED: Final = re.compile(r"^\s*(?:[-*•]\s+)?\(?\d{1,2}[.)](?=\s)", re.M)  # the number of a point in a list
_MARKER: Final = re.compile(r"\[[\d\s,;–-]+\]")


@dataclass(frozen=True)
class Figure:
    """A figure as written, its value, and for a date its ISO form (``--MM-DD`` without a year).

    `rounded` is how far a number written as "16.9 lakh" may lie from the exact one.
    """

    shown: str
    value: Decimal = Decimal(0)
    date: str = ""
    rounded: Decimal = Decimal(0)


def figures_in(text: str) -> Iterator[Figure]:
    """Every figure of `text`: dates first, then numbers in digits, then numbers in words."""
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() and not sign.isascii() else sign for sign in text)
    plain = unicodedata.normalize("NFC", plain)
    for pattern, order in (
        (_ISO, (2, 1, 0)),
        (_NUMERIC, (0, 2, 3)),
        (_DAY_FIRST, (0, 1, 2)),
        (_MONTH_FIRST, (1, 0, 2)),
    ):
        for found in list(pattern.finditer(plain)):
            if date := _date(*(found.groups()[at] for at in order)):
                yield Figure(found[0].strip(), date=date)
                plain = f"{plain[: found.start()]}{' ' * len(found[0])}{plain[found.end() :]}"
    for found in _NUMBER.finditer(plain):
        if (figure := _number(found[0])) is not None:
            yield figure
    for numeral in numerals_in(plain):
        yield Figure(plain[numeral.start : numeral.end], numeral.value)


def missing(answer: str, sources: Iterable[str]) -> tuple[str, ...]:
    """Figures of `answer`, as written there, that stand in no source. Markers and numbers of points are none."""
    known = [figure for source in sources for figure in figures_in(source)]
    numbers = {figure.value for figure in known if not figure.date} | set(_parts(known))
    dates = {figure.date for figure in known if figure.date}
    asked = figures_in(_LISTED.sub(" ", _MARKER.sub(" ", answer)))
    return tuple(dict.fromkeys(figure.shown for figure in asked if not _known(figure, numbers, dates)))


def _known(figure: Figure, numbers: set[Decimal], dates: set[str]) -> bool:
    if figure.date.startswith("--"):
        return any(date.endswith(figure.date[1:]) for date in dates)
    if figure.date:
        return figure.date in dates
    if figure.value in numbers:
        return True
    return bool(figure.rounded) and any(abs(number - figure.value) <= figure.rounded for number in numbers)


def _parts(figures: Iterable[Figure]) -> Iterator[Decimal]:
    """Years and days of dates, which may be told alone."""
    for figure in figures:
        if figure.date:
            year, _, day = figure.date.rsplit("-", 2)
            yield from (Decimal(part) for part in (year, day) if part.isdigit())


def _date(day: str, month: str, year: str | None) -> str:
    number = MONTHS.get(month.lower()) or (int(month) if month.isdigit() else 0)
    if not (1 <= number <= 12 and 1 <= int(day) <= 31):
        return ""
    whole = "-" if year is None else year if len(year) == 4 else f"{20 if int(year) < 70 else 19}{year}"
    return f"{whole}-{number:02d}-{int(day):02d}"


def _number(shown: str) -> Figure | None:
    digits = re.match(r"[\d,.]*\d", shown)
    assert digits is not None
    scale = SCALE_WORDS.get(shown[digits.end() :].strip(" -").lower(), 1)
    try:
        value = Decimal(digits[0].replace(",", ""))
    except InvalidOperation:
        return None
    decimals = len(digits[0].partition(".")[2])
    rounded = Decimal(scale) / (2 * 10**decimals) if scale > 1 and decimals else Decimal(0)
    return Figure(shown, value * scale, rounded=rounded)
