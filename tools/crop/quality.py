"""Whether a photo is good enough to be judged, and if not, why. Knows pixels alone: no crop, no model.

Everything is measured at one size, so that a limit means the same for a thumbnail and a 50-megapixel photo. The limits
were set on real photos and on spoilt copies of them: `python -m tests.benchmarks crop_quality`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tools.crop.types import Image, Mask, Photo, Problem, Quality

Floats = NDArray[np.float32]
SIDE = 160  # pixels: the side of the square as large as the picture that everything is measured on
LEAST_SIDE, LEAST_LONG = 64, 110  # pixels of the file, on its shorter and its longer side
SHARP = 0.17  # fine detail against contrast; blurred copies (2 to 4 % of the side) reach 0.13
FINE = 0.7  # finest against coarser detail; only blurred copies are below it, a smooth leaf's grain is far above
DETAIL = 1.8  # grey levels of the finest detail where there is most of it; blurred copies have less
BLACK, MOST_BLACK = 0.16, 0.96  # of full brightness; share of the frame
BURNT, MOST_BURNT = 252, 0.09  # level of the brightest channel; share of what is no white ground
WHITE = 250  # level of the darkest channel of a white ground
LEAF_AREA, LEAF_LENGTH = 0.03, 0.2  # of the frame; of its longer side


def assess(photo: Photo, leaf: Mask | None) -> Quality:
    """How usable a photo is.

    Parameters
    ----------
    leaf
        The leaf's mask, of the photo's shape; None (or empty) where leaf and background could not be told apart.
    """
    small = _at_working_size(photo.image)
    grey = (small @ np.array([0.299, 0.587, 0.114], dtype=np.float32)).astype(np.float32)
    sharpness, soft = _sharpness(grey)
    dark = float((grey < BLACK * 255).mean())
    glare = _glare(small)
    share = float(leaf.mean()) if leaf is not None and leaf.any() else None
    problems: list[Problem] = []
    if min(photo.width, photo.height) < LEAST_SIDE or max(photo.width, photo.height) < LEAST_LONG:
        problems.append("too_small")
    if dark > MOST_BLACK:
        problems.append("dark")
    elif glare > MOST_BURNT:
        problems.append("over_exposed")
    if not problems and sharpness < SHARP and soft:  # nothing dark, burnt or tiny is sharp
        problems.append("blurred")
    if leaf is not None and share is not None and share < LEAF_AREA and _length(leaf) < LEAF_LENGTH:
        problems.append("leaf_too_small")
    return Quality(sharpness, float(grey.mean() / 255), dark, glare, share, tuple(problems))


def _at_working_size(image: Image) -> Image:
    from PIL import Image as Pillow

    height, width = image.shape[:2]
    factor = SIDE / float(np.sqrt(height * width))
    if factor >= 1:
        return image
    size = max(1, round(width * factor)), max(1, round(height * factor))
    return np.asarray(Pillow.fromarray(image).resize(size, Pillow.Resampling.BOX))


def _sharpness(grey: Floats) -> tuple[float, bool]:
    """A measure of focus that contrast cancels out of, and whether fine detail is missing as well.

    The first is the root mean square of the Laplacian over the standard deviation: the variance of the Laplacian (Pech-
    Pacheco et al. 2000) freed from contrast. The second keeps a smooth leaf from being called blurred; it compares the
    picture with re-blurred copies of itself (the idea of Crete et al. 2007): what a blur of 1 pixel takes away must be
    little against what is between blurs of 2 and 4 pixels, or little wherever in the picture one looks.
    """
    from scipy.ndimage import gaussian_filter, laplace, uniform_filter

    sharpness = float(np.sqrt(np.mean(laplace(grey) ** 2))) / (float(grey.std()) + 1.0)
    finest = (grey - gaussian_filter(grey, 1.0)) ** 2
    coarse = float(np.mean((gaussian_filter(grey, 2.0) - gaussian_filter(grey, 4.0)) ** 2))
    fineness = float(np.sqrt(finest.mean() / max(coarse, 1e-6)))
    detail = float(np.sqrt(max(0.0, float(np.percentile(uniform_filter(finest, SIDE // 8), 98)))))
    return sharpness, fineness < FINE or detail < DETAIL


def _glare(image: Image) -> float:
    """Share of burnt-out pixels among those that are not white ground; 1 where everything is white."""
    from scipy.ndimage import binary_dilation

    subject = ~binary_dilation(image.min(axis=2) >= WHITE, iterations=2)  # with the soft edge of a cut-out
    if subject.mean() < 0.02:
        return 1.0
    return float((image.max(axis=2)[subject] >= BURNT).mean())


def _length(mask: Mask) -> float:
    """The longer side of the mask's bounding box, as a share of the frame's longer side."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    longest: int = max(int(rows[-1] - rows[0]), int(columns[-1] - columns[0])) + 1
    return float(longest / max(mask.shape))
