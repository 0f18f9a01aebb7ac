"""How much of a leaf is diseased: the share of its area whose colour is not its own healthy green.

Counts pixels and shows them as a mask to be checked; it knows neither the disease nor how sure any model is of it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tools.crop.lab import SIDE, Lab, at_side, to_lab
from tools.crop.leaf import Leaf, segment
from tools.crop.regions import enlarged, touching, without_specks
from tools.crop.types import Grade, Image, Mask, Severity

Floats = NDArray[np.float32]
FLOOR, MILD, MODERATE = 2.0, 10.0, 35.0  # percent: below the floor is none; the others end a grade
GREEN_HUES = (102.0, 170.0)  # CIELAB hue angles that healthy leaves have
LEAST_GREEN = 0.08  # of the leaf: with less there is no healthy green to compare with
USUAL = (122.0, 28.0, 42.0)  # hue, chroma and lightness of a healthy leaf, for one that shows no green
RIM = 2  # pixels along the leaf's edge in which its colour blurs with the ground's: a lesion must reach further in
SPECK = 5  # pixels; smaller lesions are noise
NO_GREEN = "The leaf shows hardly any healthy green to compare with."
SOIL = "What looks ill along the leaf's edge may be soil or other leaves."


def measure(image: Image) -> Severity:
    """Share of the leaf's area with lesions: brown, black, yellow, rust, or pale and dry.

    Parameters
    ----------
    image
        (height, width, 3), RGB.

    Returns
    -------
    Severity
        Masks have the photo's shape. Not reliable where leaf and background could not be told apart.
    """
    return leaf_and_severity(image)[1]


def leaf_and_severity(image: Image) -> tuple[Leaf, Severity]:
    """`measure` together with the leaf it was measured on, whose mask is of segmentation size."""
    lab = to_lab(at_side(image, SIDE))
    leaf = segment(lab)
    lesions, note = find_lesions(lab, leaf)
    area = int(leaf.mask.sum())
    if not note and not leaf.alone and _along_edge(lesions, leaf.mask) > 0.5:
        note = SOIL
    percent = 100.0 * float(lesions.sum()) / area if area else 0.0
    shape = image.shape[:2]
    whole = enlarged(leaf.mask, shape)
    severity = Severity(
        percent=percent,
        grade=grade_of(percent),
        leaf=whole,
        lesions=enlarged(lesions, shape) & whole,
        reliable=leaf.reliable and not note,
        note=leaf.note or note,
    )
    return leaf, severity


def grade_of(percent: float) -> Grade:
    """The word for a share of leaf area, in percent."""
    if percent < FLOOR:
        return "none"
    if percent < MILD:
        return "mild"
    return "moderate" if percent <= MODERATE else "severe"


def find_lesions(lab: Lab, leaf: Leaf) -> tuple[Mask, str]:
    """The leaf's pixels that are not healthy, and a note when there was no green to compare with."""
    from scipy import ndimage

    mask = leaf.mask
    if not mask.any():
        return np.zeros_like(mask), ""
    smooth = ndimage.gaussian_filter(lab, (0.6, 0.6, 0.0))
    lightness, chroma, hue = smooth[..., 0], np.hypot(smooth[..., 1], smooth[..., 2]), _hue(smooth)
    healthy, spread, green = _healthy(lightness[mask], chroma[mask], hue[mask])
    own_hue, own_chroma, own_lightness = healthy
    turned = own_hue - hue  # degrees towards yellow, brown and red
    bound = min(max(13.0, 2.5 * spread), 18.0)
    coloured = chroma > 7.0
    brown = coloured & (turned > np.maximum(bound, own_hue - 92.0)) & (hue < 170)
    yellow = (turned > bound) & ((chroma > 0.9 * own_chroma) | (turned > 20.0)) & (lightness > own_lightness)
    faded = (chroma < 0.42 * own_chroma) & (smooth[..., 1] > -0.22 * own_chroma)
    black = faded & (lightness < 0.6 * own_lightness) & (smooth[..., 2] > 0.5)  # a shadow is bluish
    pale = faded & (lightness > 0.75 * own_lightness) & ~_shining(smooth)
    wide = ndimage.binary_opening(yellow & mask, iterations=2)  # veins are yellow too, but thin
    found = (brown | wide | black | _without_ribs(pale & mask, mask)) & mask
    inner = ndimage.binary_erosion(mask, iterations=RIM, border_value=1)
    found &= inner | ndimage.binary_dilation(without_specks(found & inner, SPECK), iterations=RIM + 1)
    found = ndimage.binary_closing(np.pad(found, 2), iterations=1)[2:-2, 2:-2] & mask
    return without_specks(found, SPECK), "" if green >= LEAST_GREEN else NO_GREEN


def _along_edge(lesions: Mask, leaf: Mask) -> float:
    """The share of the lesions that hangs together with the leaf's edge or the photo's, 0…1; 0 below the floor."""
    from scipy import ndimage

    if lesions.sum() <= FLOOR / 100 * leaf.sum():
        return 0.0
    edge = leaf & ~ndimage.binary_erosion(leaf, iterations=RIM, border_value=0)
    return float(touching(lesions, edge).sum() / lesions.sum())


def _hue(lab: Lab) -> Floats:
    """CIELAB hue angle in degrees, −90…270, so that reds lie together below the yellows."""
    angle: Floats = (np.degrees(np.arctan2(lab[..., 2], lab[..., 1])) + 90) % 360 - 90
    return angle


def _healthy(lightness: Floats, chroma: Floats, hue: Floats) -> tuple[tuple[float, float, float], float, float]:
    """Hue, chroma and lightness of the leaf's healthy tissue, the spread of its hue, and the share that is green.

    The median of the green pixels; the spread is 1.4826 times their median absolute deviation, as of a normal curve.
    """
    green = (hue > GREEN_HUES[0]) & (hue < GREEN_HUES[1]) & (chroma > 6)
    share = float(green.mean())
    if share < LEAST_GREEN:
        return USUAL, 4.0, share
    middle = float(np.median(hue[green]))
    spread = 1.4826 * float(np.median(np.abs(hue[green] - middle)))
    return (middle, float(np.median(chroma[green])), float(np.median(lightness[green]))), spread, share


def _shining(lab: Lab) -> Mask:
    """Highlights: nearly white, or bluish from the sky, where dead tissue is warm and duller."""
    bright: Mask = (lab[..., 0] > 93) | ((lab[..., 0] > 60) & (lab[..., 2] < 1.0))
    return bright


def _without_ribs(pale: Mask, leaf: Mask) -> Mask:
    """Pale regions but for the midribs: a quarter as long as the leaf, and less than a tenth as wide as long."""
    from scipy import ndimage

    labels, _ = ndimage.label(ndimage.binary_closing(pale, iterations=2))
    longest = _diagonal(ndimage.find_objects(leaf.astype(np.int32))[0])
    kept = pale.copy()
    for number, box in enumerate(ndimage.find_objects(labels), start=1):
        length = _diagonal(box)
        if length > 0.25 * longest and (labels[box] == number).sum() < length**2 / 10:
            kept[box] &= labels[box] != number
    return kept


def _diagonal(box: tuple[slice, ...]) -> float:
    """The length of a box's diagonal, in pixels."""
    return float(np.hypot(*(side.stop - side.start for side in box)))
