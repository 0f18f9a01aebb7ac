"""Which words a reader of a PDF page cannot see: invisible mode, tiny, off the page, or the colour of what is behind.

Only suspicious (light) words cost a look at the rendered page. Knows nothing of why somebody hides text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor
from typing import Any

from tools.documents.types import Box
from tools.documents.words import RawWord

TINY = 3.0  # points; print is hardly ever below 5
LIGHT = 0xC8  # a colour with every channel above this is suspicious on a white page
LEAST_CONTRAST = 22  # grey levels between the darkest and lightest pixel of a word that can be seen
SCAN_SHARE = 0.5  # of the page; an image that large with invisible text over it is an OCRed scan
BAND_GAP = 60.0  # points; drawing this much more costs about as much as drawing once more
FEW_VISIBLE = 20  # words; with more, the page has its own visible text

Pixels = Any  # a numpy array of grey levels, one row for each point


def hidden_words(
    words: Sequence[RawWord],
    width: float,
    height: float,
    image_share: float,
    render: Callable[[Box, Sequence[Box]], Pixels],
) -> list[bool]:
    """For each word, whether it is hidden.

    `render` draws a part of the page (left, top, right, bottom in whole points) at one pixel a point, for a look at the
    words whose boxes it is given; it is called once for each band of the page in which words are suspicious.
    """
    is_layer = image_share >= SCAN_SHARE and sum([not word.style.invisible for word in words]) < FEW_VISIBLE
    found = [
        (word.style.invisible and not is_layer) or word.style.size < TINY or _outside(word, width, height)
        for word in words
    ]
    light = {color: is_light(color) for color in {word.style.color for word in words}}
    suspicious = [
        at for at, word in enumerate(words) if light[word.style.color] and not found[at] and not word.style.invisible
    ]
    for band in _bands(suspicious, words):
        boxes = [words[at].box for at in band]
        area = _around(boxes, width, height)
        pixels = render(area, boxes)
        for at in band:
            found[at] = not _can_be_seen(words[at].box, area, pixels)
    return found


def _bands(suspicious: Sequence[int], words: Sequence[RawWord]) -> list[list[int]]:
    """Indices of words in groups that stand near one another: what lies between the groups need not be drawn."""
    bands: list[list[int]] = []
    lowest = 0.0
    for at in sorted(suspicious, key=lambda at: words[at].box[1]):
        _, top, _, bottom = words[at].box
        if bands and top - lowest < BAND_GAP:
            bands[-1].append(at)
        else:
            bands.append([at])
            lowest = bottom
        lowest = max(lowest, bottom)
    return bands


def _around(boxes: Sequence[Box], width: float, height: float) -> Box:
    """The part of the page that holds all `boxes`, in whole points and at least one point wide and high."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, top = max(0, floor(min(lefts))), max(0, floor(min(tops)))
    right, bottom = min(floor(width), ceil(max(rights))), min(floor(height), ceil(max(bottoms)))
    left, top = min(left, floor(width) - 1), min(top, floor(height) - 1)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def is_light(color: str | None) -> bool:
    """Whether text of this colour would be hard to see on white paper, or the colour is not known."""
    return color is None or min(int(color[at : at + 2], 16) for at in (1, 3, 5)) >= LIGHT


def _outside(word: RawWord, width: float, height: float) -> bool:
    left, top, right, bottom = word.box
    x, y = (left + right) / 2, (top + bottom) / 2
    return not (-1 <= x <= width + 1 and -1 <= y <= height + 1)


def _can_be_seen(box: Box, area: Box, pixels: Pixels) -> bool:
    """Whether the pixels of the word's own box differ from one another."""
    left, top, right, bottom = (round(value) for value in box)
    left, right, top, bottom = left - int(area[0]), right - int(area[0]), top - int(area[1]), bottom - int(area[1])
    patch = pixels[max(0, top) : max(bottom, top + 1, 1), max(0, left) : max(right, left + 1, 1)]
    return bool(patch.size) and int(patch.max()) - int(patch.min()) >= LEAST_CONTRAST
