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
        if found and _one_address(found[-1], word):
            last = found[-1]
            box = (
                min(last.box[0], word.box[0]), min(last.box[1], word.box[1]),
                max(last.box[2], word.box[2]), max(last.box[3], word.box[3]),
            )  # fmt: skip
            found[-1] = replace(
                last, text=last.text + word.text, box=box, confidence=min(last.confidence, word.confidence)
            )
        else:
            found.append(word)
    return found


def _one_address(left: Word, right: Word) -> bool:
    if not (left.text.endswith("@") or right.text.startswith("@")):
        return False
    near = right.box[0] - left.box[2] < NEAR * max(left.size, right.box[3] - right.box[1])
    return near and ADDRESS.fullmatch(left.text + right.text) is not None
