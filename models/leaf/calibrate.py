"""Fits temperature and thresholds on validation photos: ``python -m models.leaf.calibrate PACK… --checkpoint FILE``.

Writes the JSON that `models.leaf.export` takes. Since the figures on the very photos that thresholds were chosen on
flatter them, `cross_fitted` chooses on one half, measures on the other, and the other way round.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from scipy.optimize import minimize_scalar
from scipy.special import expit, logit
from torch import Tensor
from torch.nn import functional

from models.device import device
from models.leaf.export import PIXELS, read_checkpoints
from models.leaf.inference import Forward
from models.leaf.metrics import (
    Flags,
    Numbers,
    auroc,
    coverage_at,
    expected_calibration_error,
    given_leaf,
    threshold_for_accuracy,
    threshold_for_rejection,
)
from models.leaf.pack import Photo, read_pack
from models.leaf.scoring import Scores, class_means, halves, score
from models.leaf.types import Thresholds
from models.leaf.weights_file import MEANS, Familiarity

FALSE_REJECTION = 0.02  # of real leaves, by the threshold `leaf`
ACCURACY = 0.985  # of what is diagnosed
UNFAMILIAR = 0.01  # share of real leaves below the threshold `familiar`
PER_CLASS = 40  # training photos that a class mean is taken over


@dataclass(frozen=True)
class Calibration:
    """A temperature and the thresholds that go with it."""

    temperature: float
    thresholds: Thresholds


@dataclass(frozen=True, eq=False)
class Answers:
    """What the portal would say about photos, as `tools.crop` decides it.

    `confidence` is the first class's probability given that the photo shows a leaf; `accepted` are taken for familiar
    leaves, `diagnosed` get a diagnosis.
    """

    confidence: Numbers
    right: Flags
    accepted: Flags
    diagnosed: Flags
    rejected: Flags


def fit_temperature(logits: Tensor, truth: Tensor) -> float:
    """The temperature of least cross-entropy (Guo 2017), by bounded golden section over its logarithm."""

    def loss(log_temperature: float) -> float:
        return float(functional.cross_entropy(logits.double() / np.exp(log_temperature), truth))

    return float(np.exp(minimize_scalar(loss, bounds=(np.log(0.2), np.log(5.0)), method="bounded").x))


def calibrate(scores: Scores, means: Tensor | None = None) -> Calibration:
    """Temperature on the real leaves, then the thresholds in the order in which they are asked."""
    leaves = scores.where(scores.leaves)
    temperature = fit_temperature(leaves.logits, torch.from_numpy(leaves.truth))
    leaf = leaf_threshold(scores.leaf_probability(temperature), scores.leaves)
    familiar = threshold_for_rejection(leaves.familiarity(temperature, means), UNFAMILIAR)
    open_ = answers(leaves, Calibration(temperature, Thresholds(leaf, 0.0, familiar)), means)
    diagnosed = threshold_for_accuracy(open_.confidence[open_.accepted], open_.right[open_.accepted], ACCURACY)
    return Calibration(temperature, Thresholds(leaf, diagnosed, familiar))


def leaf_threshold(leaf_probability: Numbers, leaves: Flags) -> float:
    """Where at most `FALSE_REJECTION` of the leaves are rejected, or lower where other pictures are far below that.

    Then it lies halfway, in log-odds, between that point and the most leaf-like of the other pictures (their 99th
    percentile): what is clearly told apart needs no real leaf rejected.
    """
    most = threshold_for_rejection(leaf_probability[leaves], FALSE_REJECTION)
    if leaves.all():
        return most
    other = float(np.quantile(leaf_probability[~leaves], 0.99))
    if other >= most:
        return most
    return float(expit((logit(np.clip(most, 1e-9, 1 - 1e-9)) + logit(np.clip(other, 1e-9, 1 - 1e-9))) / 2))


def answers(scores: Scores, calibration: Calibration, means: Tensor | None = None) -> Answers:
    """What would be said about each photo."""
    limits, temperature = calibration.thresholds, calibration.temperature
    probabilities = given_leaf(scores.probabilities(temperature), scores.classes)
    confidence = probabilities.max(1)
    rejected = scores.leaf_probability(temperature) < limits.leaf
    accepted = ~rejected & (scores.familiarity(temperature, means) >= limits.familiar)
    right = probabilities.argmax(1) == scores.truth
    return Answers(confidence, right, accepted, accepted & (confidence >= limits.diagnosed), rejected)


def summary(found: Answers, leaves: Flags) -> dict[str, float]:
    """The figures that thresholds decide, on leaves and on what is none."""
    said, right = found.diagnosed[leaves], found.right[leaves]
    return {
        "calibration_error": expected_calibration_error(found.confidence[leaves], right),
        "diagnosed": float(said.mean()),
        "diagnosed_right": coverage_at(said.astype(float), right, 1.0)[1],
        "leaves_rejected": float(found.rejected[leaves].mean()),
        "others_rejected": float(found.rejected[~leaves].mean()) if (~leaves).any() else 1.0,
        "others_diagnosed": float(found.diagnosed[~leaves].mean()) if (~leaves).any() else 0.0,
    }


def cross_fitted(scores: Scores, means: Tensor | None = None) -> dict[str, float]:
    """`summary` with temperature and thresholds that were chosen on the other half of the photos."""
    first = halves(scores.photos)
    parts = []
    for half in (first, ~first):
        parts.append(answers(scores.where(half), calibrate(scores.where(~half), means), means))
    joined = Answers(*(np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(Answers)))
    return summary(joined, np.concatenate([scores.leaves[first], scores.leaves[~first]]))


def few_of_each(photos: Sequence[Photo], most: int = PER_CLASS) -> list[Photo]:
    """The first photos of each class, `most` at most."""
    seen: dict[str, int] = {}
    kept = []
    for photo in photos:
        seen[photo.label] = seen.get(photo.label, 0) + 1
        if seen[photo.label] <= most:
            kept.append(photo)
    return kept


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", type=Path, nargs="+")
    parser.add_argument("--checkpoint", type=Path, action="append", required=True, help="may be repeated: averaged")
    parser.add_argument("--pixels", type=int, default=PIXELS)
    parser.add_argument("--out", type=Path, default=Path("calibration.json"))
    parser.add_argument("--means", type=Path, help="also try class means of the training photos, and write them here")
    given = parser.parse_args(arguments)
    device()  # settles the number of threads
    trained = read_checkpoints(given.checkpoint)
    forward = Forward(trained.network)
    photos = [photo for pack in given.pack for photo in read_pack(pack)]
    scores = score(forward, [p for p in photos if p.split == "val"], trained.classes, given.pixels)
    means, kind = None, "energy"
    if given.means:
        train = few_of_each([p for p in photos if p.split == "train"])
        means = class_means(score(forward, train, trained.classes, given.pixels))
        save_file({MEANS: means.contiguous()}, given.means)
        kind = better_familiarity(scores, means)
    used = means if kind == "prototype" else None
    found = calibrate(scores, used)
    report = asdict(found) | {"pixels": given.pixels, "familiarity": kind, "cross_fitted": cross_fitted(scores, used)}
    given.out.write_text(json.dumps(report, indent=2) + "\n")
    sys.stdout.write(given.out.read_text())


def better_familiarity(scores: Scores, means: Tensor) -> Familiarity:
    """The score that tells leaves from other things better on these photos."""
    leaves = scores.leaves
    temperature = fit_temperature(scores.logits, torch.from_numpy(scores.truth))
    by_energy, by_means = (scores.familiarity(temperature, one) for one in (None, means))
    return (
        "prototype"
        if auroc(by_means[leaves], by_means[~leaves]) > auroc(by_energy[leaves], by_energy[~leaves])
        else "energy"
    )


if __name__ == "__main__":
    main()
