"""Tells the leaf from its background by colour and place alone: no learned model, so it can be checked by eye.

On a plain ground the leaf is what differs from the colours along the photo's border; in a field it is the region of
plant colours in the middle that differs from what is around it. It does not know crops, and says when it cannot tell.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tools.crop.ground import dark_tissue, ground_colours, ground_distance, plantness, ramp, ring_of
from tools.crop.lab import SIDE, Lab, at_side, to_lab
from tools.crop.regions import enlarged, holes_filled, main_parts, touching
from tools.crop.types import Image, Mask

Floats = NDArray[np.float32]
NOTHING = "No leaf stands out in this photo."
CROWDED = "The leaf cannot be told from the plants behind it."
UNCERTAIN = "The edge of the leaf could only be guessed."
COLOURLESS = "The photo has no colours to tell a leaf by."

NEAR, FAR = 4.0, 12.0  # CIELAB units from the ground: below it is ground, above it is not
SMALLEST = 0.001  # of the frame; smaller regions are specks
STEP = 14.0  # CIELAB units across the edge of a leaf that stands out in a field
FOLDS = 3.4  # CIELAB units: more change within the mask is leaves over leaves
CALM = 2.1  # the same outside the leaf: a table changes less
SMOOTH = 4.5  # the same inside: less, and it is one leaf even on rough ground
FULL = 0.8  # of the border: a leaf that reaches so much of it fills the frame


@dataclass(frozen=True, eq=False)
class Leaf:
    """A leaf mask of the photo's shape; `reliable` is False where it is a guess, and `note` says why.

    `alone` is True where the leaf lies on a table or the like, so that nothing brown along its edge can be soil.
    """

    mask: Mask
    reliable: bool
    note: str = ""
    alone: bool = False

    @property
    def share(self) -> float:
        """Share of the frame that the leaf fills, 0…1."""
        return float(self.mask.mean())


def find_leaf(image: Image) -> Leaf:
    """The leaf that the photo is of, together with the leaves that touch it.

    Parameters
    ----------
    image
        (height, width, 3), RGB.
    """
    small = at_side(image, SIDE)
    leaf = segment(to_lab(small))
    return replace(leaf, mask=enlarged(leaf.mask, image.shape[:2]))


def segment(lab: Lab) -> Leaf:
    """The leaf in a picture that is in CIELAB and at segmentation size already."""
    from scipy.ndimage import gaussian_filter

    smooth = gaussian_filter(lab, (1.0, 1.0, 0.0))
    nothing = np.zeros(lab.shape[:2], dtype=bool)
    if float((np.hypot(smooth[..., 1], smooth[..., 2]) > 6.0).mean()) < SMALLEST:
        return Leaf(nothing, False, COLOURLESS)
    plant = plantness(smooth)
    ground = ground_colours(smooth, plant)
    if ground is not None:
        return _on_plain(smooth, plant, ground)
    return _in_field(smooth, plant)


def _on_plain(lab: Lab, plant: Floats, ground: Lab) -> Leaf:
    """What differs from the ground; shadows differ in lightness alone and are ground."""
    from scipy import ndimage

    distance = ground_distance(lab, ground)
    likely = np.maximum(ramp(distance, NEAR, FAR), 0.9 * ramp(plant, 0.35, 0.8) * (distance > NEAR))
    mask = likely > 0.5
    mask = ndimage.binary_opening(mask, iterations=1) | (mask & (likely > 0.9))
    mask = ndimage.binary_closing(np.pad(mask, 4), iterations=3)[4:-4, 4:-4]
    mask = main_parts(mask, plant)
    mask = holes_filled(mask | dark_tissue(mask, lab, ground))
    if mask.mean() < SMALLEST:
        return Leaf(np.zeros_like(mask), False, NOTHING)
    doubtful = float(((likely > 0.15) & (likely < 0.7) & mask).sum() / mask.sum())
    alone = bool(mask.all()) or _folds(lab, ~mask) < CALM
    told = (alone or _folds(lab, mask) < SMOOTH) and doubtful < 0.3 and float(plant[mask].mean()) > 0.12
    return Leaf(mask, told, "" if told else UNCERTAIN, alone)


def _in_field(lab: Lab, plant: Floats) -> Leaf:
    """The plant-coloured region in the middle, by the colours of middle and border, refined three times."""
    from scipy import ndimage

    height, width = lab.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    centre = np.exp(-(x**2 + y**2) / (2 * 0.5**2)).astype(np.float32)
    ring = ring_of(lab.shape)
    if float(plant[ring].mean()) > 0.6 and float((plant > 0.4).mean()) > FULL:
        return _frame_filling(lab, plant)
    bins = _binned(lab)
    likely = np.clip(plant * (0.25 + centre), 0.02, 0.98)
    for _ in range(3):
        inside = _histogram(bins, likely * (0.2 + centre))
        outside = _histogram(bins, (1 - likely) * (1.2 - centre))
        odds = inside[bins] / (inside[bins] + outside[bins] + 1e-9)
        likely = ndimage.gaussian_filter(odds, 1.5) * (0.35 + 0.65 * plant)
        likely = np.clip(likely * (0.6 + 0.5 * centre), 0.0, 1.0)
    mask = ndimage.binary_opening(likely > 0.45, iterations=2)
    mask = ndimage.binary_closing(np.pad(mask, 8, mode="edge"), iterations=5)[8:-8, 8:-8]  # pale midribs
    mask = holes_filled(main_parts(mask, plant * centre))
    if mask.mean() < SMALLEST:
        return Leaf(np.zeros_like(mask), False, NOTHING)
    step, folds = _edge_step(lab, mask), _folds(lab, mask)
    told = (step > STEP and folds < FOLDS) or (step > 2 * STEP and folds < 1.7 * FOLDS)
    return Leaf(mask, told, "" if told else CROWDED)


def _frame_filling(lab: Lab, plant: Floats) -> Leaf:
    """A photo that is plant from edge to edge: one leaf close up when it is smooth, else foliage."""
    whole = np.ones(plant.shape, dtype=bool)
    if _folds(lab, whole) < FOLDS and float(lab[..., 0].std()) < 18:
        sky = (lab[..., 0] > 80) & (np.hypot(lab[..., 1], lab[..., 2]) < 10)
        return Leaf(whole & ~touching(sky, ring_of(whole.shape)), True)
    return Leaf(holes_filled(plant > 0.3), False, CROWDED)


def _folds(lab: Lab, mask: Mask) -> float:
    """How much the colour changes over a fiftieth of the photo's side, as the median within the mask, in CIELAB units.

    Leaves over leaves change at every edge; one leaf changes little but for its veins and lesions.
    """
    from scipy import ndimage

    lab, mask = lab[::2, ::2], mask[::2, ::2]  # at this scale half of the pixels say the same
    scale = max(mask.shape) / 53
    inside = ndimage.binary_erosion(mask, iterations=max(1, round(scale)), border_value=1)
    if not inside.any():
        inside = mask
    squares = [ndimage.gaussian_gradient_magnitude(lab[..., channel], scale) ** 2 for channel in range(3)]
    return float(scale * np.median(np.sqrt(sum(squares))[inside]))


def _binned(lab: Lab) -> NDArray[np.intp]:
    """Each pixel's bin in a histogram of 12 × 24 × 24 bins of CIELAB."""
    lightness = np.clip(lab[..., 0] / 100 * 12, 0, 11).astype(np.intp)
    a = np.clip((lab[..., 1] + 60) / 5, 0, 23).astype(np.intp)
    b = np.clip((lab[..., 2] + 40) / 5, 0, 23).astype(np.intp)
    return lightness * 576 + a * 24 + b


def _histogram(bins: NDArray[np.intp], weights: Floats) -> Floats:
    """The share of the weights in each bin, smoothed over neighbouring bins."""
    from scipy.ndimage import gaussian_filter

    counts = np.bincount(bins.ravel(), weights=weights.ravel(), minlength=12 * 576)
    smooth = gaussian_filter(counts.reshape(12, 24, 24), 0.8).ravel()
    return np.asarray(smooth / smooth.sum(), dtype=np.float32)


def _edge_step(lab: Lab, mask: Mask) -> float:
    """Median colour difference (CIE76) across the leaf's edge, 4 pixels on either side; 0 where there is no edge."""
    from scipy import ndimage

    inner = ndimage.distance_transform_edt(mask)
    outer = ndimage.distance_transform_edt(~mask)
    inside = (inner > 2) & (inner <= 6)
    outside = (outer > 2) & (outer <= 6)
    if not inside.any() or not outside.any():
        return 0.0

    def spread(part: Mask) -> Floats:
        weight = ndimage.gaussian_filter(part.astype(np.float32), 5.0)
        sums = ndimage.gaussian_filter(lab * part[..., None], (5.0, 5.0, 0.0))
        means: Floats = sums / np.maximum(weight, 1e-3)[..., None]
        return means

    edge = mask & (inner <= 1)
    return float(np.median(np.linalg.norm(spread(inside)[edge] - spread(outside)[edge], axis=1)))
