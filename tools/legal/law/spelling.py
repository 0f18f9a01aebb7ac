"""One form for the many writings of a name: letters alone, without dots, spaces, nasal signs or long vowels.

Police writes an abbreviation's dot as ``0``, ``०`` or ``॰`` (भा0दं0सं0); that goes too. Every character of the form
knows where it stood, so a match can be cut out of the text. Knows no act.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from tools.legal.dates import ascii_digits

_SAME: Final = str.maketrans({"ी": "ि", "ू": "ु", "ॉ": "ा", "ऑ": "आ", "ॅ": "े", "ई": "इ", "ऊ": "उ", "ऐ": "ए", "ै": "े"})
_NOTHING: Final = frozenset("ंँ़ःॽ\u200b\u200c\u200d\u00ad\ufeff")  # nasal signs, nukta, visarga, joiners
_NASALS: Final = {
    "ङ": "कखगघ", "ञ": "चछजझ", "ण": "टठडढ", "न": "तथदध", "म": "पफबभ",
}  # fmt: skip
_ZEROS: Final = frozenset("0०॰oO")
_BLOCKS: Final = frozenset(',;:()[]{}"“”/।|=+')


@dataclass(frozen=True)
class Spelling:
    """The squeezed `text`; `places[i]` is where its character i stood, `opens[i]` whether a gap came before it."""

    text: str
    places: tuple[int, ...]
    opens: tuple[bool, ...]

    def whole(self, start: int, end: int) -> bool:
        """Whether characters `start` to `end` begin and end where words do."""
        begins = self.opens[start] or not self.text[start - 1].isalpha()
        return begins and (end >= len(self.text) or self.opens[end] or not _joins(self.text[end]))


def is_hindi(character: str) -> bool:
    """Whether `character` is a Devanagari letter or sign, not a digit."""
    return "\u0900" <= character <= "\u0963" or "\u0970" < character <= "\u097f"


def is_sign(character: str) -> bool:
    """Whether `character` means nothing for the form: a nasal sign, a nukta, a joiner…"""
    return character in _NOTHING


def squeezed(text: str) -> Spelling:
    """The one form of `text`, in lower case; commas, brackets and digits stay, and so part words."""
    form: list[str] = []
    places: list[int] = []
    opens: list[bool] = []
    gap = True
    for at, character in enumerate(text):
        kept = _kept(text, at, character)
        if kept is None:
            gap = True
        for letter in kept or "":
            form.append(letter)
            places.append(at)
            opens.append(gap)
            gap = False
    return Spelling("".join(form), tuple(places), tuple(opens))


def spelled(name: str) -> str:
    """The one form of a name alone."""
    return squeezed(name).text


def _kept(text: str, at: int, character: str) -> str | None:
    """What stays of a character: "" for a sign that means nothing, None for a gap between words or letters."""
    before = text[at - 1] if at else ""
    if character in _NOTHING:
        return ""
    if character in _ZEROS and is_hindi(before):
        return None
    if character == "&":
        return "and"
    if character in _BLOCKS:
        return character
    if character in _NASALS and text[at + 1 : at + 2] == "्" and text[at + 2 : at + 3] in list(_NASALS[character]):
        return ""
    if character == "्" and before in _NASALS and text[at + 1 : at + 2] in list(_NASALS[before]):
        return ""
    if is_hindi(character):
        base = unicodedata.normalize("NFD", character).rstrip("़")
        return base.translate(_SAME)
    if character.isdigit():
        return ascii_digits(character)
    return character.casefold() if character.isalpha() else None


def _joins(character: str) -> bool:
    return character.isalpha() or (is_hindi(character) and unicodedata.category(character).startswith("M"))
