"""Spelling of Devanagari text as Unicode wants it: order of signs, one way to write each letter, what cannot be Hindi.

Knows letters only; nothing of fonts, files or the meaning of words.
"""

from __future__ import annotations

import re
import unicodedata

CONSONANT = "[\u0915-\u0939\u0958-\u095f]\u093c?"
CLUSTER = f"(?:{CONSONANT}\u094d){{0,5}}{CONSONANT}"
"""A consonant with those that are joined to it from the left."""
SIGNS = "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0955-\u0957\u0962\u0963"
"""Vowel signs, nukta, virama, anusvara and the like: they stand on a letter and never alone."""
LETTER = re.compile("[\u0900-\u097f]")

_JOINERS = re.compile("(?<=[\u0900-\u097f])[\u200b-\u200d\u2060\ufeff]+(?=[\u0900-\u097f])|[\u200b\u2060\ufeff]")
_I_FIRST = re.compile(f"(?<![\u0904-\u0939\u093c\u0958-\u0961\u0972-\u097f])\u093f([\u0900-\u0902]?)({CLUSTER})")
_SWAPPED = (
    (re.compile("([\u0900-\u0903])([\u093e-\u094c])"), r"\2\1"),  # the dot is typed last
    (re.compile("([\u093e-\u094d])\u093c"), "\u093c\\1"),
    (re.compile("([\u0900-\u0903\u093c\u093e-\u094d])\\1+"), r"\1"),  # one sign, drawn twice
)
_COMPOSED = {
    "\u0905\u093e": "\u0906", "\u0905\u094b": "\u0913", "\u0905\u094c": "\u0914", "\u0905\u0949": "\u0911",
    "\u0906\u0947": "\u0913", "\u0906\u0948": "\u0914", "\u090f\u0947": "\u0910", "\u093e\u0947": "\u094b",
    "\u093e\u0948": "\u094c", "\u093e\u0945": "\u0949", "\u0947\u093e": "\u094b", "\u0948\u093e": "\u094c",
    "\u0905\u093e\u0947": "\u0913", "\u0905\u093e\u0948": "\u0914", "\u0905\u093e\u0945": "\u0911",
    "\u0906\u0945": "\u0911", "\u0945\u0902": "\u0901", "\u0930\u094d\u0907": "\u0908",
}  # fmt: skip
_COMPOSITES = re.compile("|".join(sorted(_COMPOSED, key=len, reverse=True)))
_MALFORMED = re.compile(
    f"^[{SIGNS}]"  # a sign on nothing
    "|[\u093e-\u094c][\u093e-\u094d]"  # two vowels on one consonant
    "|[\u0904-\u0914][\u093e-\u0944\u0946-\u094d]"  # a vowel sign on a vowel
    "|\u094d[\u0900-\u0914\u093e-\u094c]"  # a vowel on a consonant that has none
)


def normalised(text: str) -> str:
    """`text` in Unicode's normal form C, without invisible characters inside words; digits stay as printed.

    Letters with a nukta (ड़) are then always two code points, whichever way a file writes them.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _JOINERS.sub("", text))


def reordered(text: str) -> str:
    """`text` with signs in the order in which they are spoken: many files give ि before the consonant, as it is drawn.

    Vowels that were put together from two signs become one.
    """
    text = _I_FIRST.sub("\\2\u093f\\1", text)
    for pattern, replacement in _SWAPPED:
        text = pattern.sub(replacement, text)
    return _COMPOSITES.sub(lambda found: _COMPOSED[found.group()], text)


def is_malformed(word: str) -> bool:
    """Whether `word` holds signs in an order that no Hindi word has."""
    return _MALFORMED.search(word) is not None
