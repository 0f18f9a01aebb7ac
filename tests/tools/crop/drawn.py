"""Leaves drawn for the tests: a known outline, known lesions, on a table or in a field."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tools.crop.types import Image as Pixels
from tools.crop.types import Mask, Photo

GREEN = (70, 120, 50)
TABLE = (150, 145, 150)
BROWN = (110, 70, 35)


def leaf_mask(width: int, height: int, share: float = 0.7) -> Mask:
    """A pointed oval in the middle, `share` of the frame high."""
    high, wide = share * height, 0.45 * share * height
    middle_x, middle_y = width / 2, height / 2
    steps = np.linspace(0, np.pi, 60)
    right = [(middle_x + wide * np.sin(t) ** 1.2, middle_y - high / 2 * np.cos(t)) for t in steps]
    left = [(2 * middle_x - x, y) for x, y in reversed(right)]
    frame = Image.new("1", (width, height))
    ImageDraw.Draw(frame).polygon(right + left, fill=1)
    return np.asarray(frame)


def leaf(
    width: int = 480,
    height: int = 480,
    *,
    ground: tuple[int, int, int] = TABLE,
    colour: tuple[int, int, int] = GREEN,
    share: float = 0.7,
    veins: bool = True,
    noise: float = 5.0,
) -> Pixels:
    """A leaf with veins and some grain on a plain ground."""
    mask = leaf_mask(width, height, share)
    picture = np.where(mask[..., None], np.array(colour), np.array(ground)).astype(np.uint8)
    drawn = Image.fromarray(picture)
    if veins:
        pale = tuple(min(255, channel + 26) for channel in colour)
        pen = ImageDraw.Draw(drawn)
        top, bottom = height * (0.5 - share / 2.2), height * (0.5 + share / 2.2)
        pen.line([(width / 2, top), (width / 2, bottom)], fill=pale, width=max(1, height // 160))
        for at in np.linspace(top + 0.2 * (bottom - top), bottom - 0.1 * (bottom - top), 6):
            for side in (-1, 1):
                end = (width / 2 + side * 0.16 * share * height, at - 0.1 * share * height)
                pen.line([(width / 2, at), end], fill=pale, width=max(1, height // 240))
    grain = np.random.default_rng(7).normal(0, noise, (height, width, 1))
    rough = np.asarray(drawn.filter(ImageFilter.GaussianBlur(0.6)), dtype=np.float64) + grain
    return np.clip(rough, 0, 255).round().astype(np.uint8)


def spotted(
    picture: Pixels, mask: Mask, share: float, colour: tuple[int, int, int] = BROWN, *, seed: int = 3
) -> tuple[Pixels, float]:
    """Discs of `colour` over about `share` of the mask, and the share that they really cover, in percent."""
    random = np.random.default_rng(seed)
    covered = np.zeros_like(mask)
    rows, columns = np.nonzero(mask)
    y, x = np.ogrid[: mask.shape[0], : mask.shape[1]]
    while covered.sum() < share * mask.sum():
        at = random.integers(len(rows))
        radius = random.uniform(0.03, 0.07) * np.sqrt(mask.sum())
        covered |= ((y - rows[at]) ** 2 + (x - columns[at]) ** 2 < radius**2) & mask
    shade = np.asarray(picture, dtype=np.float64).mean(axis=2, keepdims=True)
    grain = shade - shade[mask].mean()
    painted = np.where(covered[..., None], np.array(colour) + 0.5 * grain, picture)
    return np.clip(painted, 0, 255).round().astype(np.uint8), 100 * float(covered.sum() / mask.sum())


def field(width: int = 480, height: int = 360) -> Pixels:
    """Leaves over leaves on soil: nothing here can be told from its background."""
    random = np.random.default_rng(11)
    picture = Image.new("RGB", (width, height), (90, 70, 50))
    pen = ImageDraw.Draw(picture)
    for _ in range(900):
        x, y = random.uniform(0, width), random.uniform(0, height)
        wide, high = random.uniform(8, 26), random.uniform(8, 26)
        green = int(random.uniform(70, 170))
        pen.ellipse([x - wide, y - high, x + wide, y + high], fill=(green - 40, green, green // 3))
    return np.asarray(picture)


def photo(picture: Pixels, file: str = "leaf.jpg") -> Photo:
    """The picture as if it had been read."""
    height, width = picture.shape[:2]
    return Photo(file, "0" * 64, width, height, (height, width), picture.tobytes())


def encoded(picture: Pixels | Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """The picture as a file."""
    image = picture if isinstance(picture, Image.Image) else Image.fromarray(picture)
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
