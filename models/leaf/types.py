"""What a leaf classifier is to its callers. Importing this loads no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]  # (height, width, 3), RGB
Floats = NDArray[np.float32]
NOT_A_LEAF = "not_a_leaf"
UNMAPPED = "unmapped"  # what a model from elsewhere knows and this portal does not; never a diagnosis


@dataclass(frozen=True)
class Thresholds:
    """From where on an answer is given; chosen on validation photos and kept with the weights.

    `leaf` is the least probability that the photo shows a leaf at all, `diagnosed` the least probability of the first
    class, `familiar` the least familiarity (see `LeafView`).
    """

    leaf: float
    diagnosed: float
    familiar: float


@dataclass(frozen=True)
class LeafInfo:
    """Which model answers: name, where its weights came from ("local", "hub", "embedded"), device, dtype.

    `classes` are ids ``crop__condition`` and perhaps `NOT_A_LEAF` and `UNMAPPED`, in the order of the probabilities.
    """

    name: str
    source: str
    device: str
    dtype: str
    classes: tuple[str, ...]
    thresholds: Thresholds
    notice: str = ""

    @property
    def crops(self) -> tuple[str, ...]:
        """The crops that the model knows, sorted."""
        return tuple(sorted({crop_of(name) for name in self.classes} - {""}))


@dataclass(frozen=True)
class LeafView:
    """What the model sees in one photo.

    Parameters
    ----------
    probabilities
        Calibrated, one per class, summing to one.
    familiarity
        How much the photo is like those that the model learned from; higher is more. The scale is the model's own:
        compare it with `Thresholds.familiar`.
    maps
        Evidence for each class over the whole photo, shape (classes, rows, columns), any scale, higher is more; None
        where the model gives none.
    """

    probabilities: Floats
    familiarity: float
    maps: Floats | None


class LeafClassifier(Protocol):
    """Tells crop conditions from photos. Safe to call from many threads."""

    @property
    def info(self) -> LeafInfo:
        """Which model answers."""
        ...

    def classify(self, images: Sequence[Image]) -> list[LeafView]:
        """One view per photo, in order; photos may differ in size. The same photo always gives the same view.

        Raises
        ------
        QueueFull
            Too many photos wait already.
        TookTooLong
            The model had no time within the limit of the settings.
        """
        ...


def crop_of(class_id: str) -> str:
    """The crop of a class id; empty for `NOT_A_LEAF` and `UNMAPPED`."""
    crop, mark, _ = class_id.partition("__")
    return crop if mark else ""
