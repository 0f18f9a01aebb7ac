"""What a training photo goes through: another background, another crop, other light, a worse camera.

Each step stands for a difference between the photos at hand and those that users take: most training photos of some
crops were taken on one grey table, so that a network learns the table unless it is taken away.
"""

from __future__ import annotations

import io
import random

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from models.leaf.pack import Photo
from models.leaf.types import NOT_A_LEAF

LAB = ("lab", "lab_cutout")


class Augment:
    """Turns a photo into a random training picture of (3, size, size) uint8.

    Parameters
    ----------
    size
        Side in pixels.
    backgrounds
        Photos whose blurred crops go behind cut-out lab leaves.
    paste
        Share of lab photos that get another background.
    least
        Smallest share of a photo's area that a crop takes.
    """

    def __init__(self, size: int, backgrounds: list[Photo], paste: float = 0.25, least: float = 0.25) -> None:
        from torchvision.transforms import v2  # late: it brings torch's compiler along, and `decode` needs neither

        self._backgrounds = backgrounds
        self._paste = paste
        self._crop = v2.RandomResizedCrop(size, scale=(least, 1.0), ratio=(0.7, 1.43), antialias=True)
        self._light = v2.ColorJitter(brightness=0.35, contrast=0.3, saturation=0.3, hue=0.03)
        self._blur = v2.GaussianBlur(5, (0.3, 2.0))

    def __call__(self, photo: Photo, chance: random.Random) -> Tensor:
        """The picture; randomness comes from `chance` and torch's generator."""
        image = decode(photo.jpeg)
        if photo.setting in LAB and photo.label != NOT_A_LEAF and chance.random() < self._paste:
            image = self._on_other_ground(image, chance)
        image = turn(self._crop(image), chance)
        if chance.random() < 0.8:
            image = self._light(image)
        if chance.random() < 0.12:
            image = shade(image, chance)
        if chance.random() < 0.12:
            image = self._blur(image)
        if chance.random() < 0.12:
            image = compress(image, chance.randint(25, 85))
        return image

    def _on_other_ground(self, image: Tensor, chance: random.Random) -> Tensor:
        from torchvision.transforms import v2

        mask = leaf_mask(image)
        if not 0.1 < float(mask.mean()) < 0.9:  # not cut out cleanly
            return image
        if chance.random() < 0.2:
            ground = torch.randint(0, 256, (3, 1, 1)).expand_as(image).float()
        else:
            other = decode(chance.choice(self._backgrounds).jpeg)
            ground = v2.functional.resize(v2.RandomCrop(64, pad_if_needed=True)(other), list(image.shape[1:])).float()
            ground = v2.functional.gaussian_blur(ground, [9, 9], [chance.uniform(1.0, 4.0)] * 2)
        return (image.float() * mask + ground * (1 - mask)).round().to(torch.uint8)


def decode(jpeg: bytes) -> Tensor:
    """JPEG bytes as (3, H, W) uint8."""
    with Image.open(io.BytesIO(jpeg)) as picture:
        return torch.from_numpy(np.array(picture.convert("RGB"))).permute(2, 0, 1)


def compress(image: Tensor, quality: int) -> Tensor:
    """A picture (3, H, W) uint8 saved as JPEG and read again."""
    buffer = io.BytesIO()
    Image.fromarray(image.permute(1, 2, 0).contiguous().numpy()).save(buffer, "JPEG", quality=quality)
    return decode(buffer.getvalue())


def turn(image: Tensor, chance: random.Random) -> Tensor:
    """Mirrored and turned by a random quarter: a leaf has no upright side."""
    if chance.random() < 0.5:
        image = image.flip(-1)
    return image.rot90(chance.randrange(4), (-2, -1))


def shade(image: Tensor, chance: random.Random) -> Tensor:
    """A shadow or a sunlit part: a random half plane, a third darker or lighter, with a soft edge."""
    _, height, width = image.shape
    rows, columns = torch.linspace(-1, 1, height)[:, None], torch.linspace(-1, 1, width)[None]
    slope, offset = chance.uniform(-2, 2), chance.uniform(-0.7, 0.7)
    edge = torch.sigmoid((rows + slope * columns + offset) * chance.uniform(4, 30))
    factor = 1 + edge * chance.choice((-0.5, -0.35, -0.2, 0.25))
    return (image.float() * factor).clamp(0, 255).round().to(torch.uint8)


def leaf_mask(image: Tensor) -> Tensor:
    """Where a lab photo shows the leaf: (1, H, W) of 0…1, by how far a pixel's colour is from the border's.

    Works on plain backgrounds alone; on others it covers nearly nothing or nearly everything.
    """
    pixels = image.float()
    border = torch.cat([pixels[:, :4].flatten(1), pixels[:, -4:].flatten(1), pixels[:, :, :4].flatten(1)], 1)
    chroma = pixels - pixels.mean(0, keepdim=True)  # shadows change brightness, not chroma
    border_chroma = (border - border.mean(0, keepdim=True)).median(1).values[:, None, None]
    distance = (chroma - border_chroma).norm(dim=0)
    spread = (border - border.mean(0, keepdim=True)).std(1).norm()
    mask = torch.sigmoid((distance - 12 - 2 * spread) / 3)[None]
    return functional.avg_pool2d(mask, 5, 1, 2).gt(0.5).float()
