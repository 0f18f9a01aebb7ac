"""What particular courts call their cases and how they cite an FIR. Knows no layout."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

STATES: Final = {
    "patna": "Bihar", "allahabad": "Uttar Pradesh", "punjab": "Haryana", "jabalpur": "Madhya Pradesh",
    "bombay": "Maharashtra", "sheet": "Delhi", "kota": "Rajasthan", "delhi": "Delhi",
}  # fmt: skip
"""Where a layout belongs."""
CASES: Final = {
    "patna": {"": "CRIMINAL MISCELLANEOUS", "writ": "Civil Writ Jurisdiction Case"},
    "allahabad": {
        "bail": "CRIMINAL MISC. BAIL APPLICATION",
        "anticipatory": "CRIMINAL MISC ANTICIPATORY BAIL APPLICATION U/S 438 CR.P.C.",
        "quash": "APPLICATION U/S 482",
        "writ": "WRIT - A",
    },
    "punjab": {"": "CRM-M", "writ": "CWP"},
    "jabalpur": {"": "MISC. CRIMINAL CASE", "writ": "WRIT PETITION"},
    "bombay": {
        "bail": "BAIL APPLICATION",
        "anticipatory": "ANTICIPATORY BAIL APPLICATION",
        "quash": "CRIMINAL APPLICATION",
        "writ": "WRIT PETITION",
    },
    "sheet": {"": "Application"},
    "kota": {
        "bail": "फौजदारी विविध जमानत प्रार्थना पत्र",
        "anticipatory": "फौजदारी विविध अग्रिम जमानत प्रार्थना पत्र",
    },
}
"""What a case is called there, by body of the order; under "" whatever else."""
CRIMES: Final = {
    "patna": "{station} P.S. Case No. {number} of {year}",
    "allahabad": "Case Crime No. {number} of {year}",
    "jabalpur": "Crime No. {number}/{year}",
    "bombay": "C.R. No. {number} of {year}",
}
"""How an FIR is cited there; elsewhere as FIR No."""


def cases(court: str, body: str) -> tuple[str, ...]:
    """What a case is called in `court`; empty for a court without customs."""
    names = CASES.get(court, {})
    found = names.get(body) or names.get("")
    return (found,) if found else ()


def crime(court: str, words: Mapping[str, str]) -> str:
    """The FIR as `court` cites it."""
    number, _, year = words["fir"].partition("/")
    return CRIMES.get(court, "FIR No. {number}/{year}").format(station=words["station"], number=number, year=year)
