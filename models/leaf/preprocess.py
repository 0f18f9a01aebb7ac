"""From a photo to what the leaf network takes, the same in training, evaluation and serving.

The whole photo is squashed into a square: cropping would cut off lesions at the edge, and training saw such shapes.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from models.leaf.types import Image


def square(image: Image, pixels: int) -> Tensor:
    """The whole photo (H, W, 3) uint8, resized with antialiasing to (3, pixels, pixels) uint8."""
    rows = np.require(image, np.uint8, ["C", "W"])  # torch wants memory that it may write to
    return shrink(torch.from_numpy(rows).permute(2, 0, 1), pixels)


def shrink(picture: Tensor, pixels: int) -> Tensor:
    """A picture (3, H, W) uint8 resized with antialiasing to (3, pixels, pixels) uint8."""
    size = (pixels, pixels)
    return functional.interpolate(picture[None], size, mode="bilinear", antialias=True, align_corners=False)[0]


def scale(pictures: Tensor) -> Tensor:
    """(N, 3, H, W) uint8 to float32 in -1…1, channels last: what the network takes."""
    return pictures.to(torch.float32, memory_format=torch.channels_last).sub_(127.5).div_(127.5)
