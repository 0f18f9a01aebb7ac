"""Draws what the detector saw over the photo: heat maps, outlines, thumbnails, PNG files. Decides nothing."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tools.crop.types import Image, Mask, Severity

Floats = NDArray[np.float32]
LEAF_COLOUR = (255, 255, 255)
LESION_COLOUR = (255, 64, 200)  # magenta: no leaf or soil has it, and the colour-blind tell it from green by lightness
UNDER = (20, 20, 20)  # a dark line under each, so that outlines show on light leaves as well
SHOWN_FROM = 0.15  # evidence below it is left transparent, and fades in up to `FULL_FROM`
FULL_FROM = 0.5
# Cividis (Nuñez, Anderton and Renslow 2018): perceptually even, and the same to the colour-blind. Every eighth of it.
CIVIDIS = (
    (0, 34, 78),
    (26, 56, 111),
    (67, 78, 108),
    (98, 100, 111),
    (125, 124, 120),
    (155, 149, 118),
    (188, 175, 108),
    (222, 203, 86),
    (254, 232, 56),
)


def overlay(image: Image, heat: Floats, opacity: float = 0.6) -> Image:
    """The photo under its heat map.

    Parameters
    ----------
    heat
        0…1; of any shape, stretched to the photo's. Low evidence leaves the photo as it is.
    opacity
        0…1, of the strongest evidence.
    """
    height, width = image.shape[:2]
    strength = np.clip(np.nan_to_num(_stretched(heat, (height, width))), 0.0, 1.0)
    cover = opacity * np.clip((strength - SHOWN_FROM) / (FULL_FROM - SHOWN_FROM), 0.0, 1.0)[..., None]
    colours = _colours()[(strength * 255).round().astype(np.uint8)]
    mixed = image * (1 - cover) + colours * cover
    return np.asarray(mixed.round().astype(np.uint8))


def draw_outlines(image: Image, severity: Severity) -> Image:
    """The photo with the leaf outlined in white and the lesions in magenta."""
    drawn = image.copy()
    width = max(1, round(max(image.shape) / 400))
    for mask, colour in ((severity.leaf, LEAF_COLOUR), (severity.lesions, LESION_COLOUR)):
        line = _outline(mask, width)
        if mask is severity.leaf:
            drawn[_outline(mask, 2 * width + 1)] = UNDER
        drawn[line] = colour
    return drawn


def thumbnail(image: Image, side: int) -> Image:
    """The picture with at most `side` pixels on its longer side; never enlarged."""
    from PIL import Image as Pillow

    small = Pillow.fromarray(image)
    small.thumbnail((side, side), Pillow.Resampling.LANCZOS)
    return np.asarray(small)


def _outline(mask: Mask, width: int) -> Mask:
    """The mask's inner edge, `width` pixels wide; the photo's own border is no edge."""
    from scipy.ndimage import binary_erosion

    edge: Mask = mask & ~binary_erosion(mask, iterations=width, border_value=1)
    return edge


def _stretched(heat: Floats, shape: tuple[int, int]) -> Floats:
    from PIL import Image as Pillow

    if heat.shape == shape:
        return heat
    picture = Pillow.fromarray(np.asarray(heat, dtype=np.float32))
    return np.asarray(picture.resize((shape[1], shape[0]), Pillow.Resampling.BICUBIC))


@lru_cache(maxsize=1)
def _colours() -> Floats:
    """The 256 colours of the map, as rows of red, green and blue."""
    at = np.linspace(0, 1, len(CIVIDIS))
    channels = [np.interp(np.linspace(0, 1, 256), at, channel) for channel in zip(*CIVIDIS, strict=True)]
    return np.stack(channels, axis=1).astype(np.float32)
