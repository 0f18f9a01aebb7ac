"""Tells the leaf from its background by colour and place alone: no learned model, so it can be checked by eye.

On a plain ground the leaf is what differs from the colours along the photo's border; in a field it is the plant-coloured
region in the middle whose colours differ from those around it. It does not know crops, and says when it cannot tell.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tools.crop.lab import SIDE, Lab, at_side, to_lab
from tools.crop.types import Image, Mask

Floats = NDArray[np.float32]
NOTHING = "No leaf stands out in this photo."
CROWDED = "The leaf cannot be told from the plants behind it."
UNCERTAIN = "The edge of the leaf could only be guessed."
COLOURLESS = "The photo has no colours to tell a leaf by."

RING = 0.03  # of the longer side: how wide the border is that shows the background
CLUSTERS = 5
PLAIN_PLANT = 0.25  # a border colour that is less plant-like than this may be a table
PLAIN_SPREAD = 5.0  # CIELAB units: a table's colour varies less than this
PLAIN_SHARE = 0.3  # of the border must be table for the ground to count as plain
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
    ground = _ground(smooth, plant)
    if ground is not None:
        return _on_plain(smooth, plant, ground)
    return _in_field(smooth, plant)


def plantness(lab: Lab) -> Floats:
    """How plant-like each pixel's colour is, 0…1: green and yellow-green fully, yellow to brown by half.

    Soil, wood and skin share the browns, hence the half. Hues are CIELAB hue angles in degrees.
    """
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1])) % 360
    green = _ramp(hue, 82, 98) * (1 - _ramp(hue, 170, 195)) * _ramp(chroma, 5, 13)
    brown = 0.5 * _ramp(hue, 35, 55) * (1 - _ramp(hue, 90, 100)) * _ramp(chroma, 10, 24)
    return np.maximum(green, brown).astype(np.float32)


def enlarged(mask: Mask, shape: tuple[int, ...]) -> Mask:
    """The mask at the photo's own shape, with smooth edges."""
    from PIL import Image as Pillow

    if mask.shape == tuple(shape):
        return mask
    grey = Pillow.fromarray(mask.astype(np.uint8) * 255)
    return np.asarray(grey.resize((shape[1], shape[0]), Pillow.Resampling.BILINEAR)) > 127


def _ramp(values: Floats, low: float, high: float) -> Floats:
    return np.clip((values - low) / (high - low), 0, 1).astype(np.float32)


def _ring(shape: tuple[int, ...]) -> Mask:
    width = max(2, round(RING * max(shape)))
    ring = np.ones(shape[:2], dtype=bool)
    ring[width:-width, width:-width] = False
    return ring


def _ground(lab: Lab, plant: Floats) -> Lab | None:
    """Up to five colours of a plain ground, from the border, as rows of L*, a*, b*; None where there is no such."""
    ring = _ring(lab.shape)
    colours, shares, spreads = _clusters(lab[ring])
    plain = (plantness(colours[None])[0] < PLAIN_PLANT) & (spreads < PLAIN_SPREAD)
    if shares[plain].sum() < PLAIN_SHARE or plant[ring].mean() > 0.75:
        return None
    kept = plain & (shares > 0.02)
    return colours[kept] if kept.any() else None


def _clusters(pixels: Floats) -> tuple[Floats, Floats, Floats]:
    """k-means of Lab pixels, started at quantiles of lightness: centres, shares, and spread of a* and b* in each."""
    pixels = pixels[:: max(1, len(pixels) // 1500)]
    weights = np.array([0.5, 1.0, 1.0], dtype=np.float32)  # lightness varies with the light
    points = pixels * weights
    order = np.argsort(points[:, 0], kind="stable")
    centres = points[order[np.linspace(0, len(points) - 1, 2 * CLUSTERS + 1).astype(int)[1::2]]]
    for _ in range(8):
        distances = ((points[:, None] - centres[None]) ** 2).sum(axis=2)
        nearest = distances.argmin(axis=1)
        members = [points[nearest == number] for number in range(CLUSTERS)]
        centres = np.stack([m.mean(axis=0) if len(m) else c for m, c in zip(members, centres, strict=True)])
    shares = np.array([len(m) for m in members], dtype=np.float32) / len(points)
    spreads = np.array([float(np.sqrt(m[:, 1:].var(axis=0).sum())) if len(m) else 0.0 for m in members])
    return (centres / weights).astype(np.float32), shares, spreads.astype(np.float32)


def _on_plain(lab: Lab, plant: Floats, ground: Lab) -> Leaf:
    """What differs from the ground; shadows differ in lightness alone and are ground."""
    from scipy import ndimage

    distance = np.full(lab.shape[:2], np.inf, dtype=np.float32)
    for colour in ground:
        distance = np.minimum(distance, _ground_distance(lab, colour))
    if ground[:, 0].max() > 70:  # on white paper the light has colours of its own
        faint = (np.hypot(lab[..., 1], lab[..., 2]) < 20) & (lab[..., 0] > 48) & (lab[..., 1] > -4)
        faint &= ndimage.gaussian_gradient_magnitude(lab[..., 0], 2.0) < 1.5  # and no texture
        distance = np.where(faint, 0.35 * distance, distance)
    likely = np.maximum(_ramp(distance, NEAR, FAR), 0.9 * _ramp(plant, 0.35, 0.8) * (distance > NEAR))
    mask = likely > 0.5
    mask = ndimage.binary_opening(mask, iterations=1) | (mask & (likely > 0.9))
    mask = ndimage.binary_closing(np.pad(mask, 4), iterations=3)[4:-4, 4:-4]
    mask = _main_parts(mask, plant)
    mask = _holes_filled(mask | _dark_tissue(mask, lab, ground))
    if mask.mean() < SMALLEST:
        return Leaf(np.zeros_like(mask), False, NOTHING)
    doubtful = float(((likely > 0.15) & (likely < 0.7) & mask).sum() / mask.sum())
    alone = bool(mask.all()) or _folds(lab, ~mask) < CALM
    told = (alone or _folds(lab, mask) < SMOOTH) and doubtful < 0.3 and float(plant[mask].mean()) > 0.12
    return Leaf(mask, told, "" if told else UNCERTAIN, alone)


def _dark_tissue(mask: Mask, lab: Lab, ground: Lab) -> Mask:
    """Blackened parts of the leaf, which look like shadow but for being warmer: within the leaf or its closed outline."""
    from scipy import ndimage

    lit = np.min([np.abs(lab[..., 0] - colour[0]) for colour in ground], axis=0)
    tint = ground[:, 2].mean()
    warm = (lit > 12) & (lab[..., 0] < 32) & (lab[..., 2] - min(float(tint), 0.0) > 1.5) & (lab[..., 1] > -6)
    reach = round(0.12 * float(np.sqrt(mask.sum())))
    padded = np.pad(mask, reach + 1, mode="edge")
    closed = ndimage.distance_transform_edt(~padded) <= reach
    closed = ndimage.distance_transform_edt(closed) > reach
    inside = ndimage.binary_fill_holes(closed[reach + 1 : -reach - 1, reach + 1 : -reach - 1])
    found: Mask = ndimage.binary_opening(inside & warm, iterations=1)
    return found


def _ground_distance(lab: Lab, colour: Floats) -> Floats:
    """How far each pixel is from one colour of the ground, in CIELAB units, or from that colour in shadow.

    A shadow keeps some of the ground's tint, loses the rest, and is lit by the blue sky.
    """
    lightness, a, b = (lab[..., channel] for channel in range(3))
    tint = float(colour[1] ** 2 + colour[2] ** 2)
    kept = np.clip((a * colour[1] + b * colour[2]) / max(tint, 1e-3), 0.0, 1.0)
    darker = (lightness < colour[0] - 3) & (colour[0] > 12)  # black cloth shows no shadow
    kept = np.where(darker, kept, 1.0)
    across_a, across_b = a - kept * colour[1], b - kept * colour[2]
    bluer = darker & (across_b < 0) & (a > -4)
    across_b = np.where(bluer, 0.4 * across_b, across_b)
    step = np.where(darker, 0.08, 0.55) * (lightness - colour[0])
    distance: Floats = np.sqrt(step**2 + across_a**2 + across_b**2).astype(np.float32)
    return distance


def _in_field(lab: Lab, plant: Floats) -> Leaf:
    """The plant-coloured region in the middle, by the colours of middle and border, refined three times."""
    from scipy import ndimage

    height, width = lab.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    centre = np.exp(-(x**2 + y**2) / (2 * 0.5**2)).astype(np.float32)
    ring = _ring(lab.shape)
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
    mask = _holes_filled(_main_parts(mask, plant * centre))
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
        return Leaf(whole & ~touching(sky, _ring(whole.shape)), True)
    return Leaf(_holes_filled(plant > 0.3), False, CROWDED)


def _folds(lab: Lab, mask: Mask) -> float:
    """How much the colour changes over a fiftieth of the photo's side, as the median within the mask, in CIELAB units.

    Leaves over leaves change at every edge; one leaf changes little but for its veins and lesions.
    """
    from scipy import ndimage

    scale = max(mask.shape) / 53
    inside = ndimage.binary_erosion(mask, iterations=round(scale), border_value=1)
    if not inside.any():
        inside = mask
    squares = [ndimage.gaussian_gradient_magnitude(lab[..., channel], scale) ** 2 for channel in range(3)]
    return scale * float(np.median(np.sqrt(sum(squares))[inside]))


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
    return (smooth / smooth.sum()).astype(np.float32)


def _main_parts(mask: Mask, weights: Floats) -> Mask:
    """The region with the most weight, and those at least a fifth as heavy."""
    from scipy import ndimage

    labels, count = ndimage.label(mask)
    if not count:
        return mask
    heavy = ndimage.sum_labels(weights + 0.05, labels, np.arange(count + 1))
    heavy[0] = 0
    kept: Mask = (heavy >= 0.2 * heavy.max())[labels]
    return kept & (labels > 0)


def touching(mask: Mask, places: Mask) -> Mask:
    """The regions of the mask that reach any of the places."""
    from scipy import ndimage

    labels, count = ndimage.label(mask)
    reached = np.zeros(count + 1, dtype=bool)
    reached[np.unique(labels[places])] = True
    reached[0] = False
    found: Mask = reached[labels]
    return found


def _holes_filled(mask: Mask) -> Mask:
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
