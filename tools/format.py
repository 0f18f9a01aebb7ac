"""How the portal writes numbers, money, dates, times and spans in English and in Hindi, through Babel's tables.

Digits are Latin in both, as Indian interfaces write them; commas group by lakh and crore; times are Indian. Babel's
long forms know "million" in Indian English and abbreviate months in Hindi by a sign that few people use, so the names
of large units and the length of months are chosen here. It computes nothing.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Final

from tools.translations import N_, Language, catalogue

INDIA: Final = timezone(timedelta(hours=5, minutes=30), "IST")
LOCALES: Final[dict[Language, str]] = {"en": "en_IN", "hi": "hi_IN"}
UNITS: Final = ((1e12, N_("{number} lakh crore")), (1e7, N_("{number} crore")), (1e5, N_("{number} lakh")))
_MINUTE, _HOUR = 60, 3600  # seconds


def number(value: float, language: Language, digits: int = 0) -> str:
    """A number with Indian commas and a fixed count of decimals: 12,34,567.80."""
    from babel.numbers import format_decimal

    pattern = "#,##,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(value, format=pattern, locale=LOCALES[language])


def large(value: float, language: Language) -> str:
    """A large number in lakh and crore: "1.2 crore", "1.2 करोड़"; below a lakh as it is."""
    for unit, template in UNITS:
        if abs(value) >= unit:
            scaled = value / unit
            said = number(scaled, language, 0 if abs(scaled) >= 1000 else 1 if abs(scaled) >= 10 else 2)
            return catalogue(language).text(template).format(number=said.removesuffix(".00"))
    return number(value, language)


def rupees(value: float, language: Language, digits: int = 0) -> str:
    """An amount in full: ₹12,34,567."""
    return _signed(number(abs(value), language, digits), value)


def large_rupees(value: float, language: Language) -> str:
    """An amount in lakh and crore: "₹1.2 crore", "₹1.2 करोड़"."""
    return _signed(large(abs(value), language), value)


def percent(share: float, language: Language, digits: int = 0) -> str:
    """A share of 0…1 as a percentage: 12.3%."""
    return f"{number(100 * share, language, digits)}%"


def day(value: date, language: Language) -> str:
    """A date: "22 Nov 2026", "22 नवंबर 2026"."""
    from babel.dates import format_date

    # plain English: its Indian form shortens September alone to four letters
    return format_date(value, "d MMM y" if language == "en" else "d MMMM y", locale=language)


def month(stamp: str, language: Language) -> str:
    """A month of the form 2022-03: "Mar 2022", "मार्च 2022"; anything else as it is."""
    from babel.dates import format_date

    try:
        first = date.fromisoformat(f"{stamp}-01")
    except ValueError:
        return stamp
    return format_date(first, "MMM y" if language == "en" else "MMMM y", locale=language)


def time(value: datetime) -> str:
    """The time in India, of a moment that has a time zone: 14:05 IST. The same in both languages."""
    return f"{value.astimezone(INDIA):%H:%M} IST"


def moment(value: datetime, language: Language) -> str:
    """Date and time in India: "22 Nov 2026, 14:05 IST"."""
    return f"{day(value.astimezone(INDIA).date(), language)}, {time(value)}"


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


def ago(seconds: float, language: Language) -> str:
    """How long ago something was, in its largest unit: "3 days ago", "3 दिन पहले"."""
    from babel.dates import format_timedelta

    whole = timedelta(seconds=-max(_MINUTE, seconds))
    return format_timedelta(whole, granularity="minute", threshold=1, add_direction=True, locale=LOCALES[language])


def months(count: int, language: Language) -> str:
    """A span of months: "4 y 3 m", "4 साल 3 महीने"."""
    whole, rest = divmod(count, 12)
    said = catalogue(language).text
    years = said(N_("{count} y")).format(count=whole) if whole else ""
    left = catalogue(language).count("{count} m", "{count} m", rest).format(count=rest) if rest or not whole else ""
    return " ".join(part for part in (years, left) if part)


def _signed(text: str, value: float) -> str:
    return f"-₹{text}" if value < 0 else f"₹{text}"
