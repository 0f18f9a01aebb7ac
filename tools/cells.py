"""Makes text from a stranger's file safe to put into a cell: what would run as a formula must show as text."""

from __future__ import annotations

import re
import unicodedata

LONGEST_CELL = 32_000  # a spreadsheet cell holds 32,767 characters
_RUNS_AS_FORMULA = "=+-@"
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


def plain(text: object) -> str:
    """`text` without control characters, lone surrogates and direction overrides, cut to what a cell holds.

    Tabs and line breaks become spaces: a cell that starts with one may be read as a formula.
    """
    cleaned = _UNPRINTABLE.sub("", re.sub(r"[\t\r\n\u2028\u2029\x85]+", " ", str(text)))
    return cleaned if len(cleaned) <= LONGEST_CELL else cleaned[: LONGEST_CELL - 1] + "…"


def is_formula(text: str) -> bool:
    """Would a spreadsheet run `text`? Sees through spaces, zero-width characters and fullwidth forms (＝ ＋ － ＠)."""
    if text[:1] in "\t\r\n" and text:
        return True
    seen = unicodedata.normalize("NFKC", text)
    start = next((sign for sign in seen if not sign.isspace() and unicodedata.category(sign) not in ("Cf", "Cc")), "")
    return start != "" and start in _RUNS_AS_FORMULA + "\u2212\ufe63"


def for_csv(value: object) -> str:
    """`value` as a CSV cell: numbers as they are, an apostrophe before any text that would run.

    "+91 90000 00001" gets one too: without it a spreadsheet turns the number into 9.2E+11.
    """
    if value is None:
        return ""
    text = str(value)
    if isinstance(value, int | float):
        return text
    cleaned = plain(text)
    return f"'{cleaned}" if is_formula(text) or is_formula(cleaned) else cleaned
