"""How the stock analyser writes amounts, shares, days and times: rupees with lakh and crore, Indian commas, IST.

Every function takes one value and gives its text; a value that is not there becomes "not stated". It computes nothing.
"""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta, timezone
from typing import Final, TypeGuard

INDIA: Final = timezone(timedelta(hours=5, minutes=30), "IST")
MISSING: Final = "not stated"
NOT_ADVICE: Final = "Not investment advice: figures computed from past prices, which say little about coming ones."
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LAKH, CRORE, LAKH_CRORE = 1e5, 1e7, 1e12


def number(value: float | None, digits: int = 2) -> str:
    """A number with Indian commas: 12,34,567.80."""
    if not _known(value):
        return MISSING
    text = f"{abs(value):.{digits}f}"
    whole, _, fraction = text.partition(".")
    grouped = _grouped(whole) + (f".{fraction}" if fraction else "")
    return f"-{grouped}" if value < 0 and float(text) else grouped


def rupees(value: float | None, digits: int = 2) -> str:
    """An amount in rupees: ₹1,234.50."""
    if not _known(value):
        return MISSING
    text = number(value, digits)
    return f"-₹{text[1:]}" if text.startswith("-") else f"₹{text}"


def large_rupees(value: float | None) -> str:
    """A large amount in rupees, in the largest unit that keeps a figure before the point: ₹16.9 lakh crore."""
    if not _known(value):
        return MISSING
    sign = "-" if value < 0 else ""
    return f"{sign}₹{large_number(abs(value))}"


def large_number(value: float | None) -> str:
    """A large count in lakh or crore: 1.4 crore; below a lakh as it is, without a fraction."""
    if not _known(value):
        return MISSING
    for unit, name in ((LAKH_CRORE, "lakh crore"), (CRORE, "crore"), (LAKH, "lakh")):
        if abs(value) >= unit:
            scaled = value / unit
            return f"{number(scaled, 0 if abs(scaled) >= 1000 else 1 if abs(scaled) >= 10 else 2)} {name}"
    return number(value, 0)


def percent(share: float | None, digits: int = 1, *, sign: bool = False) -> str:
    """A share (0.123) as a percentage (12.3%); with `sign`, a plus before what is above zero."""
    if not _known(share):
        return MISSING
    text = f"{100 * share:{'+' if sign else ''}.{digits}f}%"
    return text if any(digit in text for digit in "123456789") else text.lstrip("+-")


def ratio(value: float | None, digits: int = 2) -> str:
    """A ratio such as Sharpe's: 0.85."""
    return number(value, digits)


def day(value: date | None) -> str:
    """A date: 22 Nov 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else MISSING


def moment(value: datetime | None) -> str:
    """A time in India: 22 Nov 2026, 15:30 IST. A time without a zone is taken as India's."""
    if value is None:
        return MISSING
    local = value.replace(tzinfo=INDIA) if value.tzinfo is None else value.astimezone(INDIA)
    return f"{day(local.date())}, {local:%H:%M} IST"


def counted(count: int, one: str, many: str = "") -> str:
    """A count and its noun: 1 trade, 12 trades."""
    return f"{number(count, 0)} {one if count == 1 else many or one + 's'}"


def _known(value: float | None) -> TypeGuard[float]:
    return value is not None and math.isfinite(value)


def _grouped(whole: str) -> str:
    """Digits with a comma before the last three, then before every two."""
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail])
