"""Numbers on scans, read a second time: each is cut out, all go into one small picture, and another model reads that.

Where the two readings differ the more plausible is kept and marked as uncertain. Knows words and pictures; the model is
passed in. Devanagari digits are left alone, because the second model does not know them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from PIL import Image, ImageOps

from tools.documents.types import Box, Word

DIGITS = re.compile("[0-9]")
NUMBER = re.compile(r"[0-9A-Za-z./,:()\-|।\[\]#%&+*'\"=]*[0-9][0-9A-Za-z./,:()\-|।\[\]#%&+*'\"=]*")
"""A token that the second model can read: a digit, and nothing in another script but a bar that may be a 1."""
MOST = 150  # numbers of one page
PADDING = 0.18  # of a word's height, around it
REACH = 3.0  # of its height, how far left and right a number may go on beyond its box
GAP = 0.36  # of its height: a gap that ends a number
INK = 150  # grey level; darker is ink
ROW_GAP = 14  # pixels between two numbers in the picture
MARGIN = 20
_PLAUSIBLE = (
    (re.compile(r"\(?(0?[1-9]|[12][0-9]|3[01])([./-])(0?[1-9]|1[0-2])\2(19|20)?[0-9]{2}[.,;:)।]*"), 3),  # a date
    (re.compile(r"\(?([01]?[0-9]|2[0-3])[:.][0-5][0-9]([:.][0-5][0-9])?[.,;)।]*"), 2),  # a time
    (re.compile(r"\(?[0-9]{1,3}(,[0-9]{2,3})+(\.[0-9]{2})?(/-)?[.,;:)।]*"), 2),  # a sum
    (re.compile(r"\(?[0-9]+([/(.-][0-9A-Z]+\)?)*[.,;:)।-]*"), 1),  # a number, a section
)
Reader = Callable[[Any], Sequence[Word]]
"""Reads a Pillow picture: words with boxes in its pixels."""


def checked(words: Sequence[Word], picture: Any, read: Reader, below: float = 100.0) -> tuple[Word, ...]:
    """The words, their numbers compared with a second reading; boxes are in pixels of the grey `picture`.

    Only numbers that were read with a confidence under `below` are read again.
    """
    chosen = [at for at, word in enumerate(words) if word.confidence < below and NUMBER.fullmatch(word.text)][:MOST]
    if not chosen:
        return tuple(words)
    montage, rows = _montage([words[at].box for at in chosen], picture)
    second = _by_row(read(montage), rows)
    found = list(words)
    for at, other in zip(chosen, second, strict=True):
        found[at] = _compared(words[at], other)
    return tuple(found)


def _montage(boxes: Sequence[Box], picture: Any) -> tuple[Any, list[tuple[float, float]]]:
    """One column of the cut-out numbers on white, and the top and bottom of each in it."""
    cuts = [_cut(box, picture) for box in boxes]
    wide = max(cut.width for cut in cuts) + 2 * MARGIN
    sheet = Image.new("L", (wide, sum(cut.height + ROW_GAP for cut in cuts) + 2 * MARGIN), 255)
    rows, y = [], MARGIN
    for cut in cuts:
        sheet.paste(cut, (MARGIN, y))
        rows.append((float(y), float(y + cut.height)))
        y += cut.height + ROW_GAP
    return sheet, rows


def _cut(box: Box, picture: Any) -> Any:
    """The number with white around it. OCR's boxes often leave out a digit: the cut goes on to the next gap."""
    left, top, right, bottom = box
    high = bottom - top
    upper, lower = max(0, round(top - PADDING * high)), min(picture.height, round(bottom + PADDING * high))
    start, stop = max(0, round(left - REACH * high)), min(picture.width, round(right + REACH * high))
    if stop - start < 2 or lower - upper < 2:
        return Image.new("L", (1, 1), 255)
    strip = ImageOps.autocontrast(picture.crop((start, upper, stop, lower)), cutoff=(1, 20))
    empty = np.asarray(strip).min(axis=0) > INK
    first = _gap_before(empty, round(left) - start, GAP * high)
    last = len(empty) - _gap_before(empty[::-1], stop - round(right), GAP * high)
    return strip.crop((first, 0, max(last, first + 1), strip.height))


def _gap_before(empty: Any, edge: int, gap: float) -> int:
    """Where the nearest run of `gap` empty columns left of `edge` ends; 0 without any."""
    run = 0
    for at in range(min(edge, len(empty) - 1), -1, -1):
        run = run + 1 if empty[at] else 0
        if run >= gap:
            return at + run // 2
    return 0


def _by_row(words: Sequence[Word], rows: Sequence[tuple[float, float]]) -> list[Word | None]:
    """For each row of the column, what was read in it as one word."""
    found: list[list[Word]] = [[] for _ in rows]
    at = 0
    for word in sorted(words, key=lambda word: word.box[1] + word.box[3]):
        middle = (word.box[1] + word.box[3]) / 2
        while at < len(rows) - 1 and middle > rows[at][1] + ROW_GAP / 2:
            at += 1
        found[at].append(word)
    return [_joined(row) for row in found]


def _joined(row: list[Word]) -> Word | None:
    if not row:
        return None
    row.sort(key=lambda word: word.box[0])
    return replace(row[0], text="".join(word.text for word in row), confidence=min(word.confidence for word in row))


def _compared(first: Word, second: Word | None) -> Word:
    """The word as the more plausible of the two readings has it.

    A second reading that only lacks digits at an end says nothing: the cut has lost them.
    """
    if second is None or not DIGITS.search(second.text) or _digits(second.text) in _digits(first.text):
        return first
    text = first.text
    if _weight(second) > _weight(first) and _alike(first.text, second.text):
        text = second.text
    return replace(first, text=text, uncertain=True)


def _digits(text: str) -> str:
    return "".join(DIGITS.findall(text))


def _weight(word: Word) -> tuple[int, float]:
    """How much a reading looks like something that is printed: its form first, then how sure the model was."""
    return max((weight for form, weight in _PLAUSIBLE if form.fullmatch(word.text)), default=0), word.confidence


def _alike(first: str, second: str) -> bool:
    """Whether one can be the other read differently: about as long; the cut may have taken in a neighbour."""
    return abs(len(first) - len(second)) <= max(1, len(first) // 4)
