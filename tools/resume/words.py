"""How the screener says months, dates and counts to a reader, in English unless told otherwise."""

from __future__ import annotations

from tools import format as written
from tools.translations import N_, Language, catalogue


def years(months: int | None, language: Language = "en") -> str:
    """Months as people say them: "4 y 3 m"; "not stated" for None."""
    return catalogue(language).text(N_("not stated")) if months is None else written.months(months, language)


def month(stamp: str | None, language: Language = "en") -> str:
    """ "2022-03" as "Mar 2022"; "present" in words; "?" for None; anything else as it is."""
    if stamp is None:
        return "?"
    return catalogue(language).text(N_("present")) if stamp == "present" else written.month(stamp, language)
