"""Runs the leaf network over labelled photos and keeps what evaluation and calibration need of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from models.leaf.augment import decode
from models.leaf.inference import Forward, closeness, energy
from models.leaf.metrics import Flags, Labels, Numbers
from models.leaf.pack import Photo
from models.leaf.preprocess import shrink
from models.leaf.types import NOT_A_LEAF
from tools.errors import Unreadable

BATCH = 32


@dataclass(frozen=True, eq=False)
class Scores:
    """What the network says about photos: logits (photos, classes), features (photos, 1280), truth (photos,)."""

    photos: list[Photo]
    classes: tuple[str, ...]
    truth: Labels
    logits: Tensor
    features: Tensor

    @property
    def leaves(self) -> Flags:
        """Which photos show a leaf."""
        return np.array([photo.label != NOT_A_LEAF for photo in self.photos], bool)

    def where(self, keep: Flags) -> Scores:
        """The scores of some of the photos."""
        chosen = torch.from_numpy(keep)
        photos = [photo for photo, kept in zip(self.photos, keep, strict=True) if kept]
        return Scores(photos, self.classes, self.truth[keep], self.logits[chosen], self.features[chosen])

    def probabilities(self, temperature: float) -> Numbers:
        """Softmax of the logits over the temperature."""
        return np.asarray((self.logits.double() / temperature).softmax(1).numpy())

    def leaf_probability(self, temperature: float) -> Numbers:
        """How probable it is that a photo shows a leaf at all."""
        if NOT_A_LEAF not in self.classes:
            return np.ones(len(self.photos))
        return np.asarray(1.0 - self.probabilities(temperature)[:, self.classes.index(NOT_A_LEAF)])

    def familiarity(self, temperature: float, means: Tensor | None) -> Numbers:
        """Cosine to the nearest class mean, or without means the energy."""
        score = energy(self.logits, temperature) if means is None else closeness(self.features, means)
        return score.double().numpy()


def score(
    forward: Forward,
    photos: Sequence[Photo],
    classes: Sequence[str],
    pixels: int,
    change: Callable[[Tensor], Tensor] | None = None,
) -> Scores:
    """Run the network over photos.

    Parameters
    ----------
    change
        What to do to each decoded photo (3, H, W) uint8 first.

    Raises
    ------
    Unreadable
        There are no photos, or one has a class that the network does not know.
    """
    index = {name: number for number, name in enumerate(classes)}
    if unknown := {photo.label for photo in photos} - set(index):
        raise Unreadable(f"The pack has classes that the model does not know: {', '.join(sorted(unknown))}.")
    if not photos:
        raise Unreadable("The packs have no photos of that split.")
    logits, features = [], []
    for start in range(0, len(photos), BATCH):
        pictures = [decode(photo.jpeg) for photo in photos[start : start + BATCH]]
        seen = forward(torch.stack([shrink(change(p) if change else p, pixels) for p in pictures]))
        logits.append(seen.logits)
        features.append(seen.features)
    truth = np.array([index[photo.label] for photo in photos], np.int64)
    return Scores(list(photos), tuple(classes), truth, torch.cat(logits), torch.cat(features))


def class_means(scores: Scores) -> Tensor:
    """Unit-length mean feature of each class, (classes, 1280); zero for a class without photos."""
    unit = torch.nn.functional.normalize(scores.features, dim=1)
    sums = unit.new_zeros(len(scores.classes), unit.shape[1]).index_add_(0, torch.from_numpy(scores.truth), unit)
    if NOT_A_LEAF in scores.classes:  # being like an object is not being familiar
        sums[scores.classes.index(NOT_A_LEAF)] = 0
    return torch.nn.functional.normalize(sums, dim=1)


def halves(photos: Sequence[Photo]) -> Flags:
    """Which photos are in the first half: always the same, and photos of one leaf together."""
    keys = [photo.group or photo.file for photo in photos]
    return np.array([hashlib.blake2b(key.encode()).digest()[0] % 2 == 0 for key in keys], bool)
