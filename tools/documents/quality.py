"""Whether the text layer of a page can be believed, or the page should be read by OCR instead.

Knows words and code points only.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from typing import Any

import numpy as np

from tools.documents.cctns import unread
from tools.documents.devanagari import LETTER, is_malformed
from tools.documents.krutidev import is_other
from tools.documents.types import Word

FEW_CHARACTERS = 20  # on a page that is mostly a picture: a page number or a scanner's stamp
MOSTLY_PICTURE = 0.4  # of the page's area
MOST_UNMAPPED = 0.3  # of the code points
LEAST_VOWELS = 0.22  # of the Latin letters; English has 0.38, Polish 0.35, a shifted encoding far less
MOST_MALFORMED = 0.15  # of the words with Devanagari: hold glyph numbers or signs that stand on nothing
ENOUGH_HINDI = 10  # words before that share means anything
MOST_OLD = 0.3  # of the words in an old font whose layout is not known
ENOUGH_LETTERS = 200  # before the share of vowels means anything
ASCII_LETTERS, ASCII_VOWELS = string.ascii_letters.encode(), b"aeiouyAEIOUY"
LATIN = re.compile("[À-ɏ]")  # beyond ASCII, as the vowels
VOWELS = re.compile("[À-ÆÈ-ÏÒ-ÖØ-Ýà-æè-ïò-öø-ÿ]")


def usable(words: Sequence[Word], codes: Any, image_share: float) -> bool:
    """Whether the page has text of its own that a reader would recognise as the page's text.

    `codes` is a numpy array of the code points that the page draws.
    """
    characters = sum([len(word.text) for word in words if not word.hidden])
    if characters == 0 or (characters < FEW_CHARACTERS and image_share >= MOSTLY_PICTURE):
        return False
    return not garbled(words, codes)


def garbled(words: Sequence[Word], codes: Any) -> bool:
    """Whether the fonts' encodings are broken: unmapped code points, or letters that cannot be a language."""
    if np.count_nonzero(_unmapped(codes)) > MOST_UNMAPPED * len(codes):
        return True
    if len(codes) and _hindi_is_broken(words, int(codes.max())):
        return True
    text = "".join([word.text for word in words])
    letters = _count(text, LATIN, ASCII_LETTERS)
    return letters >= ENOUGH_LETTERS and _count(text, VOWELS, ASCII_VOWELS) < LEAST_VOWELS * letters


def _hindi_is_broken(words: Sequence[Word], highest: int) -> bool:
    old = {font for font in {word.font for word in words} if is_other(font)}
    if old and sum(word.font in old for word in words) > MOST_OLD * len(words):
        return True
    if highest < 0x0900:
        return False
    hindi = [word.text for word in words if LETTER.search(word.text) or unread(word.text)]
    bad = sum(unread(text) or is_malformed(text) for text in hindi)
    return len(hindi) >= ENOUGH_HINDI and bad > MOST_MALFORMED * len(hindi)


def _count(text: str, beyond: re.Pattern[str], plain: bytes) -> int:
    """How many characters of `text` are among the ASCII ones in `plain` or match `beyond`: bytes are counted faster."""
    ascii_part = text.encode("ascii", "ignore")
    count = len(ascii_part) - len(ascii_part.translate(None, plain))
    return count if text.isascii() else count + len(beyond.findall(text))


def _unmapped(codes: Any) -> Any:
    control = (codes < 9) & (codes != 2)
    private = (codes >= 0xE000) & (codes <= 0xF8FF)
    return control | private | np.isin(codes, (0xFFFD, 0xFFFE, 0xFFFF))
