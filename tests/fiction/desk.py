"""Fills in one report field by field: what is printed and its normal form, side by side. Knows no field."""

from __future__ import annotations

from datetime import date, datetime
from random import Random
from typing import Final

from tests.fiction.types import Both, Value
from tools.legal.types import Language

DEVANAGARI: Final = str.maketrans("0123456789", "०१२३४५६७८९")


class Desk:
    """Fills in one report, field by field."""

    def __init__(self, rng: Random, language: Language, digits: str, blank: float) -> None:
        self.rng, self.language, self.digits, self.blank = rng, language, digits, blank
        self.printed: dict[str, str] = {}
        self.normal: dict[str, Value] = {}

    def local(self, text: str) -> str:
        """`text` with the digits of the document."""
        return text.translate(DEVANAGARI) if self.digits == "devanagari" else text

    def put(self, key: str, printed: str, normal: Value | None = None, *, empty: float = 0.0) -> None:
        """A field; `empty` is how often it is left so, in reports where anything is."""
        if printed and self.rng.random() >= empty * self.blank:
            self.printed[key] = self.local(printed)
            self.normal[key] = printed if normal is None else normal

    def both(self, key: str, words: Both, *, empty: float = 0.0) -> None:
        """A field with words."""
        self.put(key, words.in_(self.language), empty=empty)

    def day(self, key: str, when: date, *, empty: float = 0.0) -> None:
        """A date as dd/mm/yyyy."""
        self.put(key, f"{when:%d/%m/%Y}", when.strftime("%Y-%m-%d"), empty=empty)

    def hour(self, key: str, when: datetime, *, empty: float = 0.0) -> None:
        """A time with its word."""
        word = (
            self.rng.choice(("बजे", "बजे", "घंटे")) if self.language == "hi" else self.rng.choice(("hrs", "hrs", "HRS", ""))
        )
        self.put(key, f"{when:%H:%M} {word}".strip(), f"{when:%H:%M}", empty=empty)
