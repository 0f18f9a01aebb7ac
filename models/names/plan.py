"""Everything that decides how the names model is trained, beside the data. Loads no torch."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """Width and depth of the network (see `models.names.architecture`)."""

    width: int = 160
    inner: int = 480
    heads: int = 4
    encoder: int = 3
    decoder: int = 2


@dataclass(frozen=True)
class Plan:
    """Everything that decides the result, beside the data."""

    size: Size = Size()
    epochs: int = 9
    batch: int = 128
    rate: float = 1.2e-3
    decay: float = 0.01
    dropout: float = 0.15
    smoothing: float = 0.05
    average: float = 0.998  # of the exponential moving average of the weights
    names: int = 3  # how often a name is drawn for each time that a word is
    augmented: float = 0.5  # share of rows that are respelt
    joined: float = 0.04  # share of names that are joined to another one
    dropped: float = 0.06  # share of a batch, the worst, that is not learned from: wrong rows are left among the names
    half: bool = True  # bfloat16 in the forward and backward pass
    seed: int = 1

    def share_of_rate(self, done: float) -> float:
        """Learning rate as a share of `rate` when `done` (0…1) of the training is done: warm-up, then cosine."""
        if done < 0.04:
            return done / 0.04
        return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * (done - 0.04) / 0.96))

    def share_dropped(self, done: float) -> float:
        """Share of a batch that is not learned from; none before the network knows anything."""
        return self.dropped if done > 0.25 else 0.0
