"""Turns the picture of a page so that OCR reads it best: upright, level, evenly lit, not larger than needed; and back.

Knows pictures and boxes; what is wrong with a picture is decided in `look`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

import numpy as np
from PIL import Image

from tools.documents.look import Look, paper
from tools.documents.types import Box

LEAST_SKEW = 0.8  # degrees; Tesseract follows smaller slopes itself
ENOUGH = 20.0  # pixels of letter height; more only costs time
LEAST_SCALE = 0.7
WHITE = 245.0  # grey level that shaded paper is brought to


@dataclass(frozen=True)
class Prepared:
    """A picture for OCR and how it came out of the given one, which is `width` × `height` pixels.

    `turned` clockwise degrees (0, 90, 180, 270) first, then levelled by `skew` degrees, then scaled.
    """

    picture: Any
    width: int
    height: int
    turned: int = 0
    skew: float = 0.0
    scale: float = 1.0

    def back(self, box: Box) -> Box:
        """A box of the prepared picture as a box around the same ink on the given picture."""
        left, top, right, bottom = (value / self.scale for value in box)
        wide, high = (self.height, self.width) if self.turned in (90, 270) else (self.width, self.height)
        if self.skew:
            left, top, right, bottom = _sloped((left, top, right, bottom), self.skew, wide, high)
        if self.turned == 90:
            left, top, right, bottom = top, self.height - right, bottom, self.height - left
        elif self.turned == 180:
            left, top, right, bottom = wide - right, high - bottom, wide - left, high - top
        elif self.turned == 270:
            left, top, right, bottom = self.width - bottom, left, self.width - top, right
        return left, top, right, bottom


def prepared(picture: Any, look: Look, turned: int = 0) -> Prepared:
    """The grey `picture`, turned clockwise by quarters; `look` is of the turned one."""
    width, height = picture.size
    ready = picture.rotate(-turned, expand=True) if turned else picture
    if look.uneven:
        ready = _evenly_lit(ready)
    skew = look.skew if abs(look.skew) >= LEAST_SKEW else 0.0
    if skew:
        ready = ready.rotate(skew, Image.Resampling.BILINEAR, fillcolor=round(float(np.percentile(_sample(ready), 80))))
    scale = max(LEAST_SCALE, min(1.0, ENOUGH / look.letter_height)) if look.letter_height else 1.0
    if scale < 0.95:
        ready = ready.resize((round(ready.width * scale), round(ready.height * scale)), Image.Resampling.BILINEAR)
    else:
        scale = 1.0
    return Prepared(ready, width, height, turned, skew, scale)


def _evenly_lit(picture: Any) -> Any:
    grey = np.asarray(picture, np.float32) * (WHITE / np.maximum(np.asarray(paper(picture), np.float32), 1.0))
    return Image.fromarray(np.minimum(grey, 255).astype(np.uint8))


def _sample(picture: Any) -> Any:
    return np.asarray(picture)[::16, ::16]


def _sloped(box: Box, skew: float, wide: float, high: float) -> Box:
    """The box around a level one once the page slopes again by `skew` degrees clockwise about its middle."""
    left, top, right, bottom = box
    across, down = cos(radians(skew)), sin(radians(skew))
    corners = [(x - wide / 2, y - high / 2) for x in (left, right) for y in (top, bottom)]
    turned = [(x * across - y * down + wide / 2, x * down + y * across + high / 2) for x, y in corners]
    xs, ys = zip(*turned, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
