"""What lies under a leaf: the colours of a plain ground, its shadows, and how plant-like a colour is. Knows no shapes
of leaves; works on pictures in CIELAB at segmentation size.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tools.crop.lab import Lab
from tools.crop.types import Mask

Floats = NDArray[np.float32]
RING = 0.03  # of the longer side: how wide the border is that shows the background
CLUSTERS = 5
PLAIN_PLANT = 0.25  # a border colour that is less plant-like than this may be a table
PLAIN_SPREAD = 5.0  # CIELAB units: a table's colour varies less than this
PLAIN_SHARE = 0.3  # of the border must be table for the ground to count as plain
WHITE = 70  # lightness of white paper, or more


def plantness(lab: Lab) -> Floats:
    """How plant-like each pixel's colour is, 0…1: green and yellow-green fully, yellow to brown by half.

    Soil, wood and skin share the browns, hence the half. Hues are CIELAB hue angles in degrees.
    """
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1])) % 360
    green = ramp(hue, 82, 98) * (1 - ramp(hue, 170, 195)) * ramp(chroma, 5, 13)
    brown = 0.5 * ramp(hue, 35, 55) * (1 - ramp(hue, 90, 100)) * ramp(chroma, 10, 24)
    return np.asarray(np.maximum(green, brown), dtype=np.float32)


def ramp(values: Floats, low: float, high: float) -> Floats:
    """0 below `low`, 1 above `high`, straight between."""
    risen: Floats = np.clip((values - low) / (high - low), 0, 1).astype(np.float32)
    return risen


def ring_of(shape: tuple[int, ...]) -> Mask:
    """The border of a picture of this shape."""
    width = max(2, round(RING * max(shape)))
    ring = np.ones(shape[:2], dtype=bool)
    ring[width:-width, width:-width] = False
    return ring


def ground_colours(lab: Lab, plant: Floats) -> Lab | None:
    """Up to five colours of a plain ground, from the border, as rows of L*, a*, b*; None where there is no such."""
    ring = ring_of(lab.shape)
    colours, shares, spreads = _clusters(lab[ring])
    plain = (plantness(colours[None])[0] < PLAIN_PLANT) & (spreads < PLAIN_SPREAD)
    if shares[plain].sum() < PLAIN_SHARE or plant[ring].mean() > 0.75:
        return None
    kept = plain & (shares > 0.02)
    return colours[kept] if kept.any() else None


def _clusters(pixels: Floats) -> tuple[Floats, Floats, Floats]:
    """k-means of Lab pixels, started at quantiles of lightness: centres, shares, and spread of a* and b* in each."""
    weights = np.array([0.5, 1.0, 1.0], dtype=np.float32)  # lightness varies with the light
    points = pixels * weights
    points = points[np.lexsort(points.T[::-1])]  # so that the order of the pixels does not matter
    points = points[:: max(1, len(points) // 1500)]
    centres = points[np.linspace(0, len(points) - 1, 2 * CLUSTERS + 1).astype(int)[1::2]]
    for _ in range(8):
        distances = ((points[:, None] - centres[None]) ** 2).sum(axis=2)
        nearest = distances.argmin(axis=1)
        members = [points[nearest == number] for number in range(CLUSTERS)]
        means = [m.mean(axis=0) if len(m) else c for m, c in zip(members, centres, strict=True)]
        centres = np.stack(means).astype(np.float32)
    shares = np.array([len(m) / len(points) for m in members], dtype=np.float32)
    spreads = np.array([float(np.sqrt(m[:, 1:].var(axis=0).sum())) if len(m) else 0.0 for m in members])
    return (centres / weights).astype(np.float32), shares, spreads.astype(np.float32)


def ground_distance(lab: Lab, ground: Lab) -> Floats:
    """How far each pixel is from the nearest colour of the ground, in CIELAB units; shadows on it are near."""
    from scipy.ndimage import gaussian_gradient_magnitude

    distance = np.min([_distance(lab, colour) for colour in ground], axis=0)
    if ground[:, 0].max() > WHITE:  # on white paper the light has colours of its own
        chroma = np.hypot(lab[..., 1], lab[..., 2])
        smooth = gaussian_gradient_magnitude(lab[..., 0], 2.0) < 1.5
        faint = (chroma < np.where(smooth, 20, 18)) & (lab[..., 0] > 45) & (lab[..., 1] > -4)
        distance = np.where(faint, 0.35 * distance, distance)
    return np.asarray(distance, dtype=np.float32)


def _distance(lab: Lab, colour: Floats) -> Floats:
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


def dark_tissue(mask: Mask, lab: Lab, ground: Lab) -> Mask:
    """Blackened parts within the leaf's closed outline, which look like shadow but for being warmer."""
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
