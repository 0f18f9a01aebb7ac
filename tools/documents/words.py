"""Glyphs to words: the gaps between character boxes say where words end, because PDFs often leave the spaces out.

Knows glyphs and their styles only; nothing of PDF objects, and nothing of the order of lines on a page.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from tools.documents.types import Box

WORD_GAP = 0.13  # em; tuned on the unknown-word share of real resumes
FRAGMENT_GAP = 1.1  # em; a wider gap may be a column or a tab stop
BASELINE_SHIFT = 0.4  # em; superscripts stay on their line
SPACES = frozenset(
    map(ord, " \t\r\n\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
)
LIGATURES = str.maketrans(
    {
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\ufb05": "ft", "\ufb06": "st", "\u00ad": None, "\u200b": None, "\ufeff": None, "\x02": "-", "\x7f": None,
        "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓",
    }
)  # fmt: skip


class Style(NamedTuple):
    """How a stretch of glyphs is drawn. `angle` is 0, 90, 180 or 270 (anticlockwise), or -1 for a slanted text."""

    font: str
    size: float  # points, after the text matrix
    color: str | None
    invisible: bool  # render mode 3, or used as a clip only
    angle: int


class Glyph(NamedTuple):
    """One character: code point, box in points from the page's top left, style and baseline."""

    code: int
    left: float
    top: float
    right: float
    bottom: float
    style: Style
    baseline: float


@dataclass(slots=True)
class RawWord:
    """A word before its line is known."""

    text: str
    box: Box
    style: Style


@dataclass(slots=True)
class Fragment:
    """Words that follow one another on one baseline without a wide gap. Coordinates are along the text's direction."""

    words: list[RawWord]
    left: float
    right: float
    baseline: float
    size: float
    angle: int


def fragments_of(glyphs: Sequence[Glyph], height: float) -> list[Fragment]:
    """The fragments of a page `height` points high, in the order in which the page draws them."""
    found: list[Fragment] = []
    start, count = 0, len(glyphs)
    while start < count:
        angle = glyphs[start][5].angle
        stop = start
        while stop < count and glyphs[stop][5].angle == angle:
            stop += 1
        stretch = glyphs[start:stop]
        if angle > 0:
            stretch = [_upright(glyph, angle, height) for glyph in stretch]
        for pieces in _split(stretch):
            fragment = _fragment(pieces, angle)
            if fragment:
                found.append(fragment)
        start = stop
    if any(fragment.angle > 0 for fragment in found):
        for fragment in found:
            for word in fragment.words if fragment.angle > 0 else ():
                word.box = _turn_back(word.box, fragment.angle, height)
    return found


def _upright(glyph: Glyph, angle: int, height: float) -> Glyph:
    """The glyph in coordinates in which its text runs left to right."""
    code, left, top, right, bottom, style, baseline = glyph
    if angle == 90:
        return Glyph(code, height - bottom, left, height - top, right, style, baseline)
    if angle == 270:
        return Glyph(code, top, -right, bottom, -left, style, -baseline)
    return Glyph(code, -right, -bottom, -left, -top, style, -baseline)


def _turn_back(box: Box, angle: int, height: float) -> Box:
    left, top, right, bottom = box
    if angle == 90:
        return top, height - right, bottom, height - left
    if angle == 270:
        return -bottom, left, -top, right
    return -right, -bottom, -left, -top


def _split(glyphs: Sequence[Glyph]) -> list[list[tuple[Glyph, bool]]]:
    """Stretches on one baseline; each glyph with whether a space character came before it."""
    stretches: list[list[tuple[Glyph, bool]]] = []
    current: list[tuple[Glyph, bool]] = []
    space = False
    last_left = last_right = last_baseline = last_size = 0.0
    for glyph in glyphs:
        code, left, _, right, _, style, baseline = glyph
        if code in SPACES:
            space = True
            continue
        size = style.size
        em = size if size > last_size else last_size
        if current and (
            abs(baseline - last_baseline) > BASELINE_SHIFT * em
            or left - last_right > FRAGMENT_GAP * em
            or left < last_left - 0.3 * em
        ):
            stretches.append(current)
            current, space = [], False
        current.append((glyph, space))
        space, last_left, last_right, last_size = False, left, right, size
        last_baseline = baseline
    if current:
        stretches.append(current)
    return stretches


def _fragment(pieces: list[tuple[Glyph, bool]], angle: int) -> Fragment | None:
    size = max(glyph[5].size for glyph, _ in pieces)
    words = [word for word in map(_word, _cut(pieces, angle)) if word]
    if not words:
        return None
    left, right = pieces[0][0].left, max(glyph.right for glyph, _ in pieces)
    return Fragment(words, left, right, pieces[0][0].baseline, size, angle)


def _cut(pieces: list[tuple[Glyph, bool]], angle: int) -> list[list[Glyph]]:
    """Cut a fragment into words at spaces and gaps; letter-spaced headings stay whole."""
    # Boxes of slanted text say nothing about gaps: only its spaces count.
    gap_of_letters = 1e9 if angle < 0 else _tracking(pieces)
    words: list[list[Glyph]] = [[]]
    last_right = pieces[0][0].left
    for glyph, space in pieces:
        gap, size = glyph[1] - last_right, glyph[5].size
        if (space or gap > gap_of_letters + WORD_GAP * size) and words[-1]:
            words.append([])
        words[-1].append(glyph)
        last_right = glyph[3]
    return _rejoin_spaced(words) if len(words) > 3 else words


def _tracking(pieces: list[tuple[Glyph, bool]]) -> float:
    """The usual extra gap between letters, when a heading is set with wide letter-spacing; else 0."""
    if len(pieces) < 4:
        return 0.0
    gaps = [second[0][1] - first[0][3] for first, second in itertools.pairwise(pieces) if not second[1]]
    if len(gaps) < 3:
        return 0.0
    usual = median(gaps)
    return usual * 1.3 if usual > 0.06 * pieces[0][0][5].size else 0.0


def _rejoin_spaced(words: list[list[Glyph]]) -> list[list[Glyph]]:
    """Join a heading such as "S K I L L S", whose letters are parted by real spaces."""
    if any(len(word) > 1 for word in words):
        return words
    gaps = [second[0][1] - first[0][3] for first, second in itertools.pairwise(words)]
    usual = median(gaps)
    joined = [list(words[0])]
    for word, gap in zip(words[1:], gaps, strict=True):
        if gap > 1.6 * usual + 0.05 * word[0][5].size:
            joined.append([])
        joined[-1].extend(word)
    return joined


def _word(glyphs: list[Glyph]) -> RawWord | None:
    text = clean("".join([chr(glyph[0]) for glyph in glyphs]))
    if not text:
        return None
    first = glyphs[0]
    return RawWord(
        text,
        (
            first[1],
            min([glyph[2] for glyph in glyphs]),
            max([glyph[3] for glyph in glyphs]),
            max([glyph[4] for glyph in glyphs]),
        ),
        first[5],
    )


def clean(text: str) -> str:
    """`text` with ligatures spelled out and soft hyphens, icons and unmapped characters left out."""
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(LIGATURES)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return "".join([letter for letter in text if not _unmapped(letter)])


def _unmapped(letter: str) -> bool:
    return letter < " " or "\ue000" <= letter <= "\uf8ff" or letter in "\ufffd\ufffe\uffff" or letter > "\U000effff"
