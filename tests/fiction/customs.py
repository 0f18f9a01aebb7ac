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
    "patna": ("CRIMINAL MISCELLANEOUS", "Civil Writ Jurisdiction Case"),
    "allahabad": ("CRIMINAL MISC. BAIL APPLICATION", "WRIT - A"),
    "punjab": ("CRM-M", "CWP"),
    "jabalpur": ("MISC. CRIMINAL CASE", "WRIT PETITION"),
    "bombay": ("BAIL APPLICATION", "WRIT PETITION"),
    "sheet": ("Bail Application", "Application"),
    "kota": ("फौजदारी विविध जमानत प्रार्थना पत्र", "फौजदारी विविध प्रार्थना पत्र"),
}
"""What a case is called there: about a crime, and otherwise."""
CRIMES: Final = {
    "patna": "{station} P.S. Case No. {number} of {year}",
    "allahabad": "Case Crime No. {number} of {year}",
    "jabalpur": "Crime No. {number}/{year}",
    "bombay": "C.R. No. {number} of {year}",
}
"""How an FIR is cited there; elsewhere as FIR No."""


def cases(court: str, crime: bool) -> tuple[str, ...]:
    """What a case is called in `court`; empty for a court without customs."""
    return (CASES[court][not crime],) if court in CASES else ()


def crime(court: str, words: Mapping[str, str]) -> str:
    """The FIR as `court` cites it."""
    number, _, year = words["fir"].partition("/")
    return CRIMES.get(court, "FIR No. {number}/{year}").format(station=words["station"], number=number, year=year)
