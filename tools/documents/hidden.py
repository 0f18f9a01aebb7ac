"""Which words a reader of a PDF page cannot see: invisible mode, tiny, off the page, or the colour of what is behind.

Only suspicious (light) words cost a look at the rendered page. Knows nothing of why somebody hides text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tools.documents.words import RawWord

TINY = 3.0  # points; print is hardly ever below 5
LIGHT = 0xC8  # a colour with every channel above this is suspicious on a white page
LEAST_CONTRAST = 22  # grey levels between the darkest and lightest pixel of a word that can be seen
SCAN_SHARE = 0.5  # of the page; an image that large with invisible text over it is an OCRed scan
FEW_VISIBLE = 20  # words; with more, the page has its own visible text

Pixels = Any  # a numpy array of grey levels, one row for each point of the page


def hidden_words(
    words: Sequence[RawWord], width: float, height: float, image_share: float, render: Callable[[], Pixels]
) -> list[bool]:
    """For each word, whether it is hidden. `render` draws the page at one pixel a point; it is called at most once."""
    is_layer = image_share >= SCAN_SHARE and sum(not word.style.invisible for word in words) < FEW_VISIBLE
    pixels: Pixels = None
    found: list[bool] = []
    for word in words:
        style = word.style
        hidden = (style.invisible and not is_layer) or style.size < TINY or _outside(word, width, height)
        if not hidden and not style.invisible and is_light(style.color):
            pixels = render() if pixels is None else pixels
            hidden = not _can_be_seen(word, pixels)
        found.append(hidden)
    return found


def is_light(color: str | None) -> bool:
    """Whether text of this colour would be hard to see on white paper, or the colour is not known."""
    return color is None or min(int(color[at : at + 2], 16) for at in (1, 3, 5)) >= LIGHT


def _outside(word: RawWord, width: float, height: float) -> bool:
    left, top, right, bottom = word.box
    x, y = (left + right) / 2, (top + bottom) / 2
    return not (-1 <= x <= width + 1 and -1 <= y <= height + 1)


def _can_be_seen(word: RawWord, pixels: Pixels) -> bool:
    """Whether the pixels of the word's own box differ from one another."""
    left, top, right, bottom = (round(value) for value in word.box)
    patch = pixels[max(0, top) : max(bottom, top + 1), max(0, left) : max(right, left + 1)]
    return bool(patch.size) and int(patch.max()) - int(patch.min()) >= LEAST_CONTRAST
