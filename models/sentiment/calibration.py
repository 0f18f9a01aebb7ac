"""Makes the probabilities honest: two numbers, chosen on headlines that training did not see. Knows no network.

Label smoothing bounds how far apart logits grow, so that a plain temperature leaves middling answers too sure.
Distances below the likeliest are therefore divided by the temperature and raised to a power; which label is likeliest
stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Final

from torch import Tensor
from torch.nn import functional

TEMPERATURES: Final = tuple(0.3 * 1.04**step for step in range(80))  # to 6.6
POWERS: Final = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


@dataclass(frozen=True)
class Calibration:
    """How distances become probabilities; 1 and 1 is the softmax."""

    temperature: float = 1.0
    power: float = 1.0

    def apply(self, logits: Tensor) -> Tensor:
        """Log-probabilities but for a constant of each row; the order within a row is kept."""
        below = logits.amax(1, keepdim=True) - logits
        return -((below / self.temperature) ** self.power)


def calibrate(logits: Tensor, targets: Tensor) -> Calibration:
    """The calibration of a grid with the least cross-entropy."""
    grid = [Calibration(temperature, power) for temperature, power in product(TEMPERATURES, POWERS)]
    return min(grid, key=lambda found: float(functional.cross_entropy(found.apply(logits), targets)))
