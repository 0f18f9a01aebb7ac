"""sRGB to CIELAB, and a photo at the fixed size at which leaves are told from backgrounds. Knows no leaf."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tools.crop.types import Image

Lab = NDArray[np.float32]  # (height, width, 3): L* 0…100, a* and b* about −100…100
SIDE = 256  # pixels on the longer side at which photos are segmented
_TO_XYZ = np.array(  # sRGB primaries, D65, rows divided by the white point: IEC 61966-2-1
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
) / np.array([[0.95047], [1.0], [1.08883]])


def to_lab(image: Image) -> Lab:
    """CIELAB (CIE 1976, D65) of an sRGB picture."""
    xyz = _linear()[image] @ _TO_XYZ.T.astype(np.float32)
    bent = np.where(xyz > 216 / 24389, np.cbrt(xyz), xyz * np.float32(841 / 108) + np.float32(4 / 29))
    x, y, z = bent[..., 0], bent[..., 1], bent[..., 2]
    return np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1).astype(np.float32)


def at_side(image: Image, side: int = SIDE) -> Image:
    """The picture with exactly `side` pixels on its longer side, so that lengths in pixels mean the same for all."""
    from PIL import Image as Pillow

    height, width = image.shape[:2]
    factor = side / max(height, width)
    if factor == 1:
        return image
    size = max(1, round(width * factor)), max(1, round(height * factor))
    way = Pillow.Resampling.BOX if factor < 0.5 else Pillow.Resampling.BILINEAR
    return np.asarray(Pillow.fromarray(image).resize(size, way))


@lru_cache(maxsize=1)
def _linear() -> NDArray[np.float32]:
    """Linear light for each of the 256 levels of sRGB."""
    level = np.arange(256) / 255
    return np.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4).astype(np.float32)
