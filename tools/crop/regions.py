"""Work on the connected regions of a mask: the main ones, holes, specks. Knows neither colours nor leaves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tools.crop.types import Mask

Floats = NDArray[np.float32]


def enlarged(mask: Mask, shape: tuple[int, ...]) -> Mask:
    """The mask at the photo's own shape, with smooth edges."""
    from PIL import Image as Pillow

    if mask.shape == tuple(shape):
        return mask
    grey = Pillow.fromarray(mask.astype(np.uint8) * 255)
    return np.asarray(grey.resize((shape[1], shape[0]), Pillow.Resampling.BILINEAR)) > 127


def main_parts(mask: Mask, weights: Floats) -> Mask:
    """The region with the most weight, and those at least a fifth as heavy."""
    from scipy import ndimage

    labels, count = ndimage.label(mask)
    if not count:
        return mask
    heavy = ndimage.sum_labels(weights + 0.05, labels, np.arange(count + 1))
    heavy[0] = 0
    kept: Mask = (heavy >= 0.2 * heavy.max())[labels]
    found: Mask = kept & (labels > 0)
    return found


def touching(mask: Mask, places: Mask) -> Mask:
    """The regions of the mask that reach any of the places."""
    from scipy import ndimage

    labels, count = ndimage.label(mask)
    reached = np.zeros(count + 1, dtype=bool)
    reached[np.unique(labels[places])] = True
    reached[0] = False
    found: Mask = reached[labels]
    return found


def holes_filled(mask: Mask) -> Mask:
    """The mask without holes: lesions in grey, white or black are no background when the leaf is all around them.

    A hole of more than a tenth of the leaf is a gap between leaves and stays.
    """
    from scipy import ndimage

    holes = ndimage.binary_fill_holes(mask) & ~mask
    labels, count = ndimage.label(holes)
    if not count:
        return mask
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    filled: Mask = mask | ((sizes > 0) & (sizes < 0.1 * mask.sum()))[labels]
    return filled


def without_specks(mask: Mask, least: int) -> Mask:
    """The regions of at least `least` pixels."""
    from scipy import ndimage

    labels, count = ndimage.label(mask)
    if not count:
        return mask
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    kept: Mask = (sizes >= least)[labels]
    return kept
