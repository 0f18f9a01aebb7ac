"""How the portal writes numbers, money, dates, times and spans in English and in Hindi.

Digits are Latin in both, as Indian interfaces write them; commas group by lakh and crore; times are Indian. Babel's
tables know "million" in Indian English and abbreviate Hindi months by a sign that few people use, so the names of
units and months are here. It computes nothing.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Final

from tools.translations import N_, Language, catalogue

INDIA: Final = timezone(timedelta(hours=5, minutes=30), "IST")
MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "hi": ("जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"),
}
LAKH, CRORE, LAKH_CRORE = 1e5, 1e7, 1e12
UNITS: Final = ((LAKH_CRORE, N_("{number} lakh crore")), (CRORE, N_("{number} crore")), (LAKH, N_("{number} lakh")))
_MINUTE, _HOUR = 60, 3600  # seconds


def number(value: float | Decimal, digits: int = 0) -> str:
    """A number with Indian commas and a fixed count of decimals: 12,34,567.80. Zero has no sign."""
    text = f"{abs(value):.{digits}f}"
    whole, point, fraction = text.partition(".")
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    sign = "-" if value < 0 and text.strip("0.") else ""
    return f"{sign}{','.join([*pairs, tail])}{point}{fraction}"


def large(value: float, language: Language) -> str:
    """A large number in the largest unit that keeps a figure before the point: "1.20 crore"; below a lakh as it is."""
    for unit, template in UNITS:
        if abs(value) >= unit:
            scaled = value / unit
            digits = 0 if abs(scaled) >= 1000 else 1 if abs(scaled) >= 10 else 2
            return catalogue(language).text(template).format(number=number(scaled, digits))
    return number(value)


def rupees(value: float | Decimal, digits: int = 0) -> str:
    """An amount in full: ₹12,34,567."""
    return _in_rupees(number(value, digits))


def large_rupees(value: float, language: Language) -> str:
    """An amount in lakh and crore: "₹1.20 crore", "₹1.20 करोड़"."""
    return _in_rupees(large(value, language))


def day(value: date, language: Language) -> str:
    """A date: "22 Nov 2026", "22 नवंबर 2026"."""
    return f"{day_and_month(value, language)} {value.year}"


def day_and_month(value: date, language: Language) -> str:
    """A day of a year that is known: "22 Nov", "22 नवंबर"."""
    return f"{value.day} {MONTHS[language][value.month - 1]}"


def month(stamp: str, language: Language) -> str:
    """A month of the form 2022-03: "Mar 2022", "मार्च 2022"; anything else as it is."""
    try:
        first = date.fromisoformat(f"{stamp}-01")
    except ValueError:
        return stamp
    return f"{MONTHS[language][first.month - 1]} {first.year}"


def moment(value: datetime, language: Language) -> str:
    """Date and time in India, of a moment that has a time zone: "22 Nov 2026, 14:05 IST"."""
    here = value.astimezone(INDIA)
    return f"{day(here.date(), language)}, {here:%H:%M} IST"


def duration(seconds: float, language: Language) -> str:
    """How long something took: "850 ms", "2.4 s", "3 min 5 s", "2 h 10 min"."""
    said = catalogue(language).text
    if seconds < 1:
        return said(N_("{count} ms")).format(count=round(1000 * seconds))
    if seconds < 10:
        return said(N_("{count} s")).format(count=f"{seconds:.1f}".removesuffix(".0"))
    whole = round(seconds)
    if whole < _MINUTE:
        return said(N_("{count} s")).format(count=whole)
    if whole < _HOUR:
        return said(N_("{minutes} min {seconds} s")).format(minutes=whole // _MINUTE, seconds=whole % _MINUTE)
    hours, rest = divmod(whole, _HOUR)
    return said(N_("{hours} h {minutes} min")).format(hours=hours, minutes=rest // _MINUTE)


def months(count: int, language: Language) -> str:
    """A span of months: "4 y 3 m", "4 साल 3 महीने"."""
    whole, rest = divmod(count, 12)
    said = catalogue(language).text
    years = said(N_("{count} y")).format(count=whole) if whole else ""
    left = catalogue(language).count("{count} m", "{count} m", rest).format(count=rest) if rest or not whole else ""
    return " ".join(part for part in (years, left) if part)


def _in_rupees(text: str) -> str:
    return f"-₹{text[1:]}" if text.startswith("-") else f"₹{text}"
