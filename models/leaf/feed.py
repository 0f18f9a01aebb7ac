"""What the leaf model is fed in training: augmented photos, how often each is drawn, and how batches are mixed.

Knows the plan and the pictures; knows no network.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence

import torch
from torch import Tensor
from torch.utils.data import Dataset

from models.leaf.augment import Augment
from models.leaf.drawings import draw
from models.leaf.pack import Photo
from models.leaf.plan import Plan
from models.leaf.types import NOT_A_LEAF


class Pictures(Dataset[tuple[Tensor, int]]):
    """Augmented training pictures, followed by `drawings` freshly drawn ones that are no leaf."""

    def __init__(self, photos: Sequence[Photo], classes: Sequence[str], plan: Plan, epoch: int) -> None:
        backgrounds = [p for p in photos if p.setting in ("field", "object")]
        self._photos, self._plan, self._epoch = photos, plan, epoch
        self._index = {name: number for number, name in enumerate(classes)}
        self._augment = Augment(plan.pixels(epoch), backgrounds, least=plan.least)
        self._draws = 0

    def __len__(self) -> int:
        return len(self._photos) + self._plan.drawings

    def __getitem__(self, number: int) -> tuple[Tensor, int]:
        self._draws += 1
        chance = random.Random(f"{self._plan.seed} {self._epoch} {number} {self._draws}")
        torch.manual_seed(chance.randrange(2**31))
        if number >= len(self._photos):
            from torchvision.transforms import v2  # late, as in `augment`

            picture = v2.functional.pil_to_tensor(draw(chance))
            side = self._plan.pixels(self._epoch)
            return v2.functional.resize(picture, [side, side]), self._index[NOT_A_LEAF]
        photo = self._photos[number]
        return self._augment(photo, chance), self._index[photo.label]


def weights_of(photos: Sequence[Photo], drawings: int) -> list[float]:
    """How often to draw each picture: by one over the root of its class's size, field photos twice as often."""
    sizes = Counter(photo.label for photo in photos)
    weights = [sizes[p.label] ** -0.5 * (2.0 if p.setting == "field" else 1.0) for p in photos]
    return weights + [sizes[NOT_A_LEAF] ** -0.5] * drawings


def mix(x: Tensor, target: Tensor, chance: random.Random) -> tuple[Tensor, Tensor]:
    """Mixup (Zhang 2017) or CutMix (Yun 2019) of a batch with itself turned around, half of the time each."""
    share = chance.betavariate(0.4, 0.4)
    other, other_target = x.flip(0), target.flip(0)
    if chance.random() < 0.5:
        x = x.lerp(other, 1 - share)
    else:
        side = x.shape[-1]
        cut = int(side * math.sqrt(1 - share))
        top, left = chance.randint(0, side - cut), chance.randint(0, side - cut)
        x = x.clone(memory_format=torch.channels_last)
        x[:, :, top : top + cut, left : left + cut] = other[:, :, top : top + cut, left : left + cut]
        share = 1 - (cut / side) ** 2
    return x, target.lerp(other_target, 1 - share)
