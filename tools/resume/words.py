"""How the screener says months, dates and counts to a reader. English only."""

from __future__ import annotations

import re


def years(months: int | None) -> str:
    """Months as people say them: "4 y 3 m"; "not stated" for None."""
    if months is None:
        return "not stated"
    whole, rest = divmod(months, 12)
    return " ".join(part for part in (f"{whole} y" if whole else "", f"{rest} m" if rest or not whole else "") if part)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month(stamp: str | None) -> str:
    """ "2022-03" as "Mar 2022"; "present" stays; "?" for None; anything else as it is."""
    if stamp is None:
        return "?"
    found = re.fullmatch(r"(\d{4})-(\d{2})", stamp)
    if not found or not 1 <= int(found[2]) <= 12:
        return stamp
    return f"{_MONTHS[int(found[2]) - 1]} {found[1]}"


def counted(number: int, noun: str) -> str:
    """ "1 flag", "3 flags"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
