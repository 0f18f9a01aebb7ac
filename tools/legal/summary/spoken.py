"""Dates, times, sums, counts and lists as people say them, in English and Hindi. Knows no document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from tools import format as written
from tools.legal.dates import parsed
from tools.legal.money import indian
from tools.legal.types import Language

MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    "hi": written.MONTHS["hi"],
}  # fmt: skip
LAKH: Final = Decimal(100_000)
CRORE: Final = Decimal(10_000_000)
_CLOCK: Final = re.compile(r"(\d{2}):(\d{2})")


def spoken_date(value: str, language: Language) -> str:
    """An ISO date as "8 March 2021" or "8 मार्च 2021"; empty when it is not a date."""
    day = parsed(value)
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}" if day else ""


def spoken_time(value: str, language: Language) -> str:
    """``17:30`` as "5:30 pm" or "शाम 5:30 बजे"; empty when it is not a time of day."""
    match = _CLOCK.fullmatch(value)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        return ""
    hour, minute = int(match[1]), int(match[2])
    clock = str(hour % 12 or 12) + (f":{minute:02d}" if minute else "")
    if language == "hi":
        return f"{_part_of_day(hour)} {clock} बजे"
    return f"{clock} {'am' if hour < 12 else 'pm'}"


def spoken_money(value: str, language: Language) -> str:
    """Rupees with lakh and crore from a lakh on: "₹16.9 लाख (₹16,93,880)"; empty when it is not a sum.

    The short form is rounded to one decimal; the exact sum stands beside it.
    """
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return ""
    if not amount.is_finite() or amount < 0:
        return ""
    if amount < LAKH:
        return indian(amount)
    scale, word = (CRORE, "crore करोड़") if amount >= CRORE else (LAKH, "lakh लाख")
    rounded = (amount / scale).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if scale == LAKH and rounded >= 100:
        rounded, word = Decimal(1), "crore करोड़"
    name = word.split()[1 if language == "hi" else 0]
    return f"₹{rounded.normalize():f} {name} ({indian(amount)})"


def listed(items: Sequence[str], language: Language, most: int = 4, *, people: bool = False) -> str:
    """ "A, B and C" or "A, B और C"; what is more than `most` is counted."""
    shown = list(items[:most]) if len(items) > most + 1 else list(items)
    rest = len(items) - len(shown)
    if rest:
        shown.append(_others(rest, language, people))
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {'और' if language == 'hi' else 'and'} {shown[-1]}"


def _others(count: int, language: Language, people: bool) -> str:
    if language == "hi":
        return f"{count} और लोग" if people else f"{count} और"
    return f"{count} other people" if people else f"{count} more"


def _part_of_day(hour: int) -> str:
    if 4 <= hour < 12:
        return "सुबह"
    if 12 <= hour < 16:
        return "दोपहर"
    return "शाम" if 16 <= hour < 20 else "रात"
