"""Everything that decides how the leaf model is trained, beside the data. Loads no torch."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """Everything that decides the result, beside the data."""

    size: str = "lite0"
    epochs: int = 22
    draws: int = 12_000  # pictures in an epoch, with replacement
    batch: int = 64
    rate: float = 6e-4  # of the backbone; the new layer learns five times faster
    decay: float = 0.03
    smoothing: float = 0.1
    average: float = 0.998  # of the exponential moving average of the weights
    mixed: float = 0.3  # share of batches that mix pairs of pictures
    frozen: int = 3  # first layers that keep their ImageNet weights
    drawings: int = 150
    seed: int = 1
    small: int = 128  # side of the first pictures in pixels, for speed
    large: int = 160  # and of the later ones
    least: float = 0.25  # smallest share of a photo that a crop takes

    def pixels(self, epoch: int) -> int:
        """Side of the training pictures in that epoch."""
        return self.small if epoch < 0.45 * self.epochs else self.large

    def share_of_rate(self, done: float) -> float:
        """Learning rate as a share of `rate` when `done` (0…1) of the training is done: warm-up, plateau, cosine."""
        if done < 0.03:
            return done / 0.03
        fall = max(0.0, (done - 0.35) / 0.65)
        return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * fall))
