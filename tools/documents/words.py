"""Glyphs to words: the gaps between character boxes say where words end, because PDFs often leave the spaces out.

Knows glyphs and their styles only; nothing of PDF objects, and nothing of the order of lines on a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import numpy as np

from tools.documents.types import Box

WORD_GAP = 0.12  # em; tuned on the unknown-word share of real resumes
FRAGMENT_GAP = 1.1  # em; a wider gap may be a column or a tab stop
BASELINE_SHIFT = 0.4  # em; superscripts stay on their line
TRACKED = 0.06  # em between most letters of a stretch: it is set with letter-spacing
# Devanagari signs without a width of their own: nasals, the dot below, vowel signs above and below, the killer
MARKS = np.array([*range(0x900, 0x903), 0x93A, 0x93C, *range(0x941, 0x949), 0x94D, *range(0x951, 0x958), 0x962, 0x963])
SPACES = np.array([*map(ord, " \t\r\n\u00a0\u202f\u205f\u3000"), *range(0x2000, 0x200B)])
LIGATURES = str.maketrans(
    {
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\ufb05": "ft", "\ufb06": "st", "\u00ad": "-", "\u200b": None, "\ufeff": None, "\x02": "-", "\x7f": None,
        "\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl",  # TeX fonts without a Unicode map
        "\x0b": "ff", "\x0c": "fi", "\x0e": "ffi", "\x0f": "ffl",
        "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓",
    }
)  # fmt: skip


class Style(NamedTuple):
    """How a stretch of glyphs is drawn. `angle` is 0, 90, 180 or 270 (anticlockwise), or -1 for slanted text."""

    font: str
    size: float  # points, after the text matrix
    color: str | None
    invisible: bool  # render mode 3, or used as a clip only
    angle: int


class Glyphs(NamedTuple):
    """The characters of a page in content order, as numpy arrays, because there are thousands."""

    codes: Any  # (n,) code points
    boxes: Any  # (4, n): left, top, right, bottom in points from the page's top left
    styles: list[Style]
    which: Any  # (n,) index into `styles`
    baseline: Any  # (n,) y in points; x for text that runs up or down
    objects: Any  # (n,) addresses of the text objects
    replaced: bool = False  # whether some are replacement text that the file carries itself

    @classmethod
    def none(cls) -> Glyphs:
        """No characters."""
        return cls(
            np.zeros(0, np.uint32), np.zeros((4, 0)), [], np.zeros(0, np.int32), np.zeros(0), np.zeros(0, np.uint64)
        )


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


class _Stretch(NamedTuple):
    """Glyphs without the spaces, turned so that all text runs left to right."""

    letters: str
    left: Any
    right: Any
    size: Any
    after_space: Any
    new_fragment: Any


def fragments_of(glyphs: Glyphs, height: float) -> list[Fragment]:
    """The fragments of a page `height` points high, in the order in which the page draws them."""
    drawn = ~np.isin(glyphs.codes, SPACES)
    kept = np.flatnonzero(drawn)
    if not len(kept):
        return []
    angles = np.array([style.angle for style in glyphs.styles])[glyphs.which[kept]]
    size = np.array([style.size for style in glyphs.styles])[glyphs.which[kept]]
    boxes = glyphs.boxes[:, kept]
    left, right, baseline = _along(boxes, glyphs.baseline[kept], angles, height)
    right = _past_marks(glyphs.codes[kept], left, right)
    stretch = _Stretch(
        "".join(map(chr, glyphs.codes[kept].tolist())),
        left,
        right,
        size,
        np.concatenate([[True], np.diff(kept) > 1]),
        _breaks(left, right, size, baseline, angles),
    )
    starts = _word_starts(stretch, angles)
    return _built(stretch, starts, boxes, [glyphs.styles[at] for at in glyphs.which[kept[starts]]], baseline)


def _past_marks(codes: Any, left: Any, right: Any) -> Any:
    """Ends of glyphs where a sign above or below a Devanagari letter ends no sooner than its letter.

    Such a sign is narrower than its letter: without this a gap would be seen after it, and a word torn.
    """
    marks = np.flatnonzero(np.isin(codes, MARKS))
    if not len(marks):
        return right
    ends = right.copy()
    for at in marks.tolist():
        if at and left[at - 1] <= ends[at] <= ends[at - 1]:  # the sign stands over or under the letter before it
            ends[at] = ends[at - 1]
    return ends


def _along(boxes: Any, baseline: Any, angles: Any, height: float) -> tuple[Any, Any, Any]:
    """Start, end and baseline of each glyph along the direction in which its text runs."""
    left, top, right, bottom = boxes
    cases = [angles == 90, angles == 270, angles == 180]
    if not np.logical_or.reduce(cases).any():
        return left, right, baseline
    start = np.select(cases, [height - bottom, top, -right], left)
    end = np.select(cases, [height - top, bottom, -left], right)
    return start, end, np.select(cases, [baseline, -baseline, -baseline], baseline)


def _breaks(left: Any, right: Any, size: Any, baseline: Any, angles: Any) -> Any:
    """For each glyph, whether it starts a new fragment."""
    em = np.maximum(size[1:], size[:-1])
    apart = (
        (angles[1:] != angles[:-1])
        | (np.abs(np.diff(baseline)) > BASELINE_SHIFT * em)
        | (left[1:] - right[:-1] > FRAGMENT_GAP * em)
        | (np.diff(left) < -0.3 * em)
    )
    return np.concatenate([[True], apart])


def _word_starts(stretch: _Stretch, angles: Any) -> Any:
    """Indices of the glyphs that start a word."""
    gap = np.concatenate([[0.0], stretch.left[1:] - stretch.right[:-1]])
    # Boxes of slanted text say nothing about gaps: only its spaces count.
    wide = (gap > WORD_GAP * stretch.size) & (angles >= 0)
    starts = stretch.new_fragment | stretch.after_space | wide
    loose = np.concatenate([(gap[1:] > TRACKED * stretch.size[1:]) & ~stretch.new_fragment[1:], [False]])
    if np.count_nonzero(loose) > 3:
        _keep_tracked_whole(stretch, starts, gap)
    return np.flatnonzero(starts)


def _keep_tracked_whole(stretch: _Stretch, starts: Any, gap: Any) -> None:
    """Set `starts` anew for letter-spaced fragments ("S K I L L S"), whose words the usual gap would tear apart."""
    edges = [*np.flatnonzero(stretch.new_fragment).tolist(), len(starts)]
    words = np.add.reduceat(starts.astype(np.int64), edges[:-1]).tolist()
    for (first, stop), count in zip(pairwise(edges), words, strict=True):
        if stop - first < 4 or count <= 0.4 * (stop - first):
            continue  # most letters stand by themselves only in letter-spaced text
        gaps = gap[first + 1 : stop].tolist()
        em = float(stretch.size[first])
        usual = median(gaps)
        if usual > TRACKED * em:
            starts[first + 1 : stop] = [value > 1.6 * usual + 0.05 * em for value in gaps]


def _built(stretch: _Stretch, starts: Any, boxes: Any, styles: list[Style], baseline: Any) -> list[Fragment]:
    """Cut the letters at `starts` into words, and the words at the fragments' starts into fragments."""
    words = zip(
        starts.tolist(),
        [*starts[1:].tolist(), len(stretch.letters)],
        np.minimum.reduceat(boxes[0], starts).tolist(),
        np.minimum.reduceat(boxes[1], starts).tolist(),
        np.maximum.reduceat(boxes[2], starts).tolist(),
        np.maximum.reduceat(boxes[3], starts).tolist(),
        np.maximum.reduceat(stretch.right, starts).tolist(),
        stretch.left[starts].tolist(),
        stretch.new_fragment[starts].tolist(),
        baseline[starts].tolist(),
        styles,
        strict=True,
    )
    found: list[Fragment] = []
    letters = stretch.letters
    plain = letters.isascii() and letters.isprintable()
    for first, stop, left, top, right, bottom, end, start, is_new, base, style in words:
        if is_new or not found:
            found.append(Fragment([], start, end, base, style.size, style.angle))
        fragment = found[-1]
        fragment.right = max(fragment.right, end)
        fragment.size = max(fragment.size, style.size)
        text = letters[first:stop] if plain else clean(letters[first:stop])
        if text:
            fragment.words.append(RawWord(text, (left, top, right, bottom), style))
    return [fragment for fragment in found if fragment.words]


def clean(text: str) -> str:
    """`text` with ligatures spelled out, and without icons and unmapped characters.

    A soft hyphen that a PDF draws is a hyphen: some fonts have no other.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(LIGATURES)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return "".join([letter for letter in text if not _unmapped(letter)])


def _unmapped(letter: str) -> bool:
    return letter < " " or "\ue000" <= letter <= "\uf8ff" or letter in "\ufffd\ufffe\uffff" or letter > "\U000effff"
