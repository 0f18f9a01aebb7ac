"""Mends what Tesseract habitually gets wrong: bullets read as letters, e-mail addresses in two pieces, stray marks.

Knows words with boxes in pixels, and no vocabulary; what was read with confidence stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tools.documents.types import Word

BULLET_LIKE = frozenset("eo°©®¢*«»¤@=~+")
SURE = 80.0  # confidence from which a lone "e" at the start of a line is believed
STRAY = 60.0  # confidence below which a lone mark is dust
NEAR = 0.7  # of the line's height between two pieces of one address
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


def mended(words: Sequence[Word]) -> list[Word]:
    """The words, line by line, with bullets as "•", addresses in one piece and without stray marks."""
    found: list[Word] = []
    for _, line in groupby(words, key=lambda word: word.line):
        found += _joined(_swept(list(line)))
    return found


def _swept(line: list[Word]) -> list[Word]:
    first, *rest = line
    if rest and first.text in BULLET_LIKE and first.confidence < SURE:
        first = replace(first, text="•")
    return [first, *(word for word in rest if not _is_stray(word))]


def _is_stray(word: Word) -> bool:
    return len(word.text) == 1 and not word.text.isalnum() and word.confidence < STRAY


def _joined(line: list[Word]) -> list[Word]:
    found: list[Word] = []
    for word in line:
        found.append(word)
        while len(found) > 1 and _one_address(found[-2], found[-1]):
            found[-2:] = [_union(*found[-2:])]
    return found


def _union(left: Word, right: Word) -> Word:
    """Two pieces of one address: the form of an address vouches for the piece that was read with less confidence."""
    box = (
        min(left.box[0], right.box[0]), min(left.box[1], right.box[1]),
        max(left.box[2], right.box[2]), max(left.box[3], right.box[3]),
    )  # fmt: skip
    return replace(left, text=left.text + right.text, box=box, confidence=max(left.confidence, right.confidence))


def _one_address(left: Word, right: Word) -> bool:
    """Pieces of one address: parted at the @, or before it after a dot or the like ("amit." "rao@example.in")."""
    if right.box[0] - left.box[2] >= NEAR * max(left.size, right.box[3] - right.box[1]):
        return False
    parted = left.text.endswith("@") or right.text.startswith("@")
    begun = left.text[-1:] in "._-" and "@" in right.text
    return (parted or begun) and ADDRESS.fullmatch(left.text + right.text) is not None
