"""How much the leaf model's answer changes when the same photo is taken slightly differently."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from torchvision.io import ImageReadMode, decode_jpeg, encode_jpeg

from models.leaf.inference import Forward
from models.leaf.pack import Photo
from models.leaf.scoring import score

Change = Callable[[Tensor], Tensor]
SHIFT = 0.05


def shifted(right: float, down: float) -> Change:
    """Moves a picture (3, H, W) uint8 by shares of its sides; the edge is repeated where nothing is known."""

    def change(picture: Tensor) -> Tensor:
        _, height, width = picture.shape
        x, y = round(right * width), round(down * height)
        sides = (max(x, 0), max(-x, 0), max(y, 0), max(-y, 0))
        padded = functional.pad(picture[None].float(), sides, mode="replicate")[0].to(torch.uint8)
        return padded[:, max(-y, 0) : max(-y, 0) + height, max(-x, 0) : max(-x, 0) + width]

    return change


def brightened(factor: float) -> Change:
    """Multiplies brightness."""
    return lambda picture: (picture.float() * factor).round().clamp(0, 255).to(torch.uint8)


def compressed(quality: int) -> Change:
    """Saves as JPEG and reads it again."""
    return lambda picture: decode_jpeg(encode_jpeg(picture, quality), mode=ImageReadMode.RGB)


CHANGES: dict[str, Change] = {
    "5 % to the right": shifted(SHIFT, 0),
    "5 % to the left": shifted(-SHIFT, 0),
    "5 % down": shifted(0, SHIFT),
    "5 % up": shifted(0, -SHIFT),
    "2.5 % right and down": shifted(SHIFT / 2, SHIFT / 2),
    "JPEG quality 40": compressed(40),
    "brightness x0.7": brightened(0.7),
    "brightness x1.3": brightened(1.3),
}


def stability(
    forward: Forward, photos: Sequence[Photo], classes: Sequence[str], pixels: int, temperature: float
) -> dict[str, dict[str, float]]:
    """For each change: share of photos whose first class stays, and the mean change of its probability."""
    before = score(forward, photos, classes, pixels).probabilities(temperature)
    first, rows = before.argmax(1), np.arange(len(photos))
    report = {}
    for name, change in CHANGES.items():
        after = score(forward, photos, classes, pixels, change).probabilities(temperature)
        report[name] = {
            "same": float((after.argmax(1) == first).mean()),
            "change": float(np.abs(after[rows, first] - before[rows, first]).mean()),
        }
    return report
