"""A first look at a page's picture, before OCR: lines that slope, text on its side, its size, its script, its light.

Plain arithmetic on a small copy, in some hundredths of a second; it reads nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image, ImageFilter

SMALL = 800  # pixels on the long side of the copy in which lines are looked for
MEDIUM = 1800  # and of the one in which strokes are: the line on which Devanagari letters hang must not vanish
MOST_SKEW = 8.0  # degrees
MOST_POINTS = 20_000  # dark pixels that are looked at
DARK = 0.72  # of the paper's brightness
LEAST_GAIN = 1.15  # by which lines are clearer when turned than as they are; else the page is left as it is
SIDEWAYS = 1.6  # by which lines are clearer across than along the page
LEAST_INK, MOST_INK = 0.002, 0.35  # of the pixels; outside, it is no page of text
UNEVEN = 38.0  # grey levels between the paper's brightest and darkest parts


@dataclass(frozen=True)
class Look:
    """What was seen.

    `skew` is the angle in degrees by which lines fall to the right (clockwise); `letter_height` the height of a line's
    letters in pixels of the picture, 0 when not known; `headline` the share of the ink that lies in level strokes
    longer than a letter, as the line on which Devanagari hangs; `uneven` whether shadows lie on the paper.
    """

    skew: float = 0.0
    sideways: bool = False
    letter_height: float = 0.0
    headline: float = 0.0
    uneven: bool = False


def look_at(picture: Any) -> Look:
    """Look at a grey Pillow picture."""
    small = _reduced(picture, SMALL)
    light = paper(small)
    uneven = bool(np.subtract(*np.percentile(np.asarray(light)[::4, ::4], (97, 3))) > UNEVEN)
    ink = _ink(small, light)
    if not LEAST_INK < ink.mean() < MOST_INK:
        return Look(uneven=uneven)
    lines, columns = _Lines(ink), _Lines(ink.T)
    skew = lines.best(1.0, 0.25, 0.05)
    clear = lines.clarity(skew)
    if columns.clarity(columns.best(1.0)) > SIDEWAYS * clear:
        return Look(sideways=True, uneven=uneven)
    skew = skew if clear > LEAST_GAIN * lines.clarity(0.0) else 0.0
    medium = _reduced(picture, MEDIUM)
    strokes = _straightened(_ink(medium, light.resize(medium.size, Image.Resampling.BILINEAR)), skew)
    height = _letter_height(strokes)
    scale = max(picture.size) / max(medium.size)
    return Look(skew, False, height * scale, _headline(strokes, height), uneven)


def paper(picture: Any) -> Any:
    """How bright the paper is behind each pixel of a grey picture, as a picture: ink is brushed away."""
    tiny = _reduced(picture, 160).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2))
    return tiny.resize(picture.size, Image.Resampling.BILINEAR)


def _reduced(picture: Any, longest: int) -> Any:
    factor = max(picture.size) // longest
    return picture.reduce(factor) if factor > 1 else picture


def _ink(picture: Any, light: Any) -> Any:
    return np.asarray(picture) < np.asarray(light.point([round(DARK * level) for level in range(256)]))


class _Lines:
    """The dark pixels of a page, and how clearly they lie in lines of a given slope."""

    def __init__(self, ink: Any) -> None:
        down, across = np.nonzero(ink)
        step = len(down) // MOST_POINTS + 1
        self._down, self._across = down[::step].astype(np.float32), across[::step].astype(np.float32)
        self._offset = ink.shape[1] * np.tan(np.radians(MOST_SKEW + 1))
        self._size = int(ink.shape[0] + 2 * self._offset) + 1

    def clarity(self, angle: float) -> float:
        """How much the number of dark pixels changes from line to line, for lines that fall by `angle` degrees."""
        rows = (self._down - self._across * np.float32(np.tan(np.radians(angle))) + self._offset).astype(np.intp)
        return float(np.square(np.diff(np.bincount(rows, minlength=self._size).astype(np.float64))).sum())

    def best(self, *steps: float) -> float:
        """The angle of the clearest lines, in degrees, found in ever finer steps."""
        found = 0.0
        reach = MOST_SKEW
        for step in steps:
            count = round(reach / step)
            found = max((found + step * at for at in range(-count, count + 1)), key=self.clarity)
            reach = step
        return max(-MOST_SKEW, min(MOST_SKEW, found))


def _straightened(ink: Any, skew: float) -> Any:
    if abs(skew) < 0.3:
        return ink
    turned = Image.fromarray(ink.astype(np.uint8) * 255).rotate(skew, Image.Resampling.NEAREST)
    return np.asarray(turned) > 0


def _letter_height(ink: Any) -> float:
    """The usual height of the bands in which lines stand, without what reaches above and below; 0 without any."""
    profile = ink.sum(axis=1).astype(np.float64)
    if not profile.any():
        return 0.0
    inked = profile > 0.35 * np.percentile(profile[profile > 0], 80)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inked.astype(np.int8), [0]])))
    heights = edges[1::2] - edges[0::2]
    heights = heights[heights > 4]
    return float(np.median(heights)) if len(heights) >= 2 else 0.0


def _headline(ink: Any, height: float) -> float:
    """The share of the dark pixels in level runs between one and a half and twelve times the letters' height."""
    if height <= 0:
        return 0.0
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), np.int8)
    padded[:, 1:-1] = ink
    edges = np.flatnonzero(np.diff(padded.ravel()))
    lengths = edges[1::2] - edges[0::2]
    long = lengths[(lengths > 1.5 * height) & (lengths < 12 * height)]
    return float(long.sum() / max(1, lengths.sum()))
