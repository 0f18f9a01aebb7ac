"""Whether the text layer of a page can be believed, or the page should be read by OCR instead.

Knows words and code points only.
"""

from __future__ import annotations

from collections.abc import Sequence

from tools.documents.types import Word

FEW_CHARACTERS = 20  # on a page that is mostly a picture: a page number or a scanner's stamp
MOSTLY_PICTURE = 0.4  # of the page's area
MOST_UNMAPPED = 0.3  # of the code points
LEAST_VOWELS = 0.22  # of the Latin letters; English has 0.38, Polish 0.35, a shifted encoding far less
ENOUGH_LETTERS = 200  # before the share of vowels means anything
VOWELS = frozenset("aeiouyAEIOUYáéíóúàèìòùäëïöüâêîôûãõåæøÁÉÍÓÚÀÈÄÖÜ")


def usable(words: Sequence[Word], codes: Sequence[int], image_share: float) -> bool:
    """Whether the page has text of its own that a reader would recognise as the page's text."""
    characters = sum(len(word.text) for word in words if not word.hidden)
    if characters == 0 or (characters < FEW_CHARACTERS and image_share >= MOSTLY_PICTURE):
        return False
    return not garbled(words, codes)


def garbled(words: Sequence[Word], codes: Sequence[int]) -> bool:
    """Whether the fonts' encodings are broken: unmapped code points, or letters that cannot be a language."""
    unmapped = sum(1 for code in codes if _is_unmapped(code))
    if unmapped > MOST_UNMAPPED * len(codes):
        return True
    letters = [letter for word in words for letter in word.text if letter.isalpha() and letter < "\u0250"]
    return len(letters) >= ENOUGH_LETTERS and sum(x in VOWELS for x in letters) < LEAST_VOWELS * len(letters)


def _is_unmapped(code: int) -> bool:
    return code < 9 or (13 < code < 32 and code != 2) or 0xE000 <= code <= 0xF8FF or code in (0xFFFD, 0xFFFE, 0xFFFF)
