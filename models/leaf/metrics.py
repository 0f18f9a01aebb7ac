"""How good the leaf model's answers are, from arrays alone: accuracy, calibration, coverage, rejection.

Probabilities are (photos, classes), truth is (photos,) of class numbers. Knows no network and no file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.leaf.types import NOT_A_LEAF, crop_of

Numbers = NDArray[np.float64]
Labels = NDArray[np.int64]
Flags = NDArray[np.bool_]
BINS = 15


@dataclass(frozen=True)
class Bin:
    """Photos whose confidence is in (`low`, `high`]: how many, their mean confidence, and the share that is right."""

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True)
class ClassScore:
    """Of one class: photos that show it, the share found (recall), the share of its findings that are right, and F1."""

    count: int
    recall: float
    precision: float
    f1: float


def right_in_top(probabilities: Numbers, truth: Labels, k: int) -> Flags:
    """Whether the true class is among the `k` most probable."""
    best = np.argsort(-probabilities, axis=1, kind="stable")[:, :k]
    found: Flags = (best == truth[:, None]).any(1)
    return found


def given_leaf(probabilities: Numbers, classes: Sequence[str]) -> Numbers:
    """Probabilities given that the photo shows a leaf: without `NOT_A_LEAF`, summing to one again."""
    kept = np.where([name != NOT_A_LEAF for name in classes], probabilities, 0.0)
    return np.asarray(kept / np.maximum(kept.sum(1, keepdims=True), 1e-12))


def within_crop(probabilities: Numbers, truth: Labels, classes: Sequence[str]) -> Flags:
    """Whether the answer is right when it is restricted to the classes of the true crop, as if the user named it."""
    crops = np.array([crop_of(name) for name in classes])
    allowed = crops[None, :] == crops[truth][:, None]
    return np.asarray(np.where(allowed, probabilities, -1.0).argmax(1) == truth)


def class_scores(found: Labels, truth: Labels, classes: Sequence[str]) -> dict[str, ClassScore]:
    """Recall, precision and F1 of each class that occurs in `truth`."""
    scores = {}
    for number in np.unique(truth):
        hits = int(((found == number) & (truth == number)).sum())
        shown, said = int((truth == number).sum()), int((found == number).sum())
        scores[classes[number]] = ClassScore(
            shown, hits / shown, hits / said if said else 0.0, 2 * hits / (shown + said)
        )
    return scores


def macro_f1(found: Labels, truth: Labels, classes: Sequence[str]) -> float:
    """Mean F1 of the classes that occur in `truth`."""
    return float(np.mean([score.f1 for score in class_scores(found, truth, classes).values()]))


def reliability(confidence: Numbers, right: Flags, bins: int = BINS) -> list[Bin]:
    """The reliability diagram's bins of equal width, those without photos left out."""
    edges = np.linspace(0, 1, bins + 1)
    at = np.clip(np.ceil(confidence * bins).astype(int) - 1, 0, bins - 1)
    return [
        Bin(
            float(edges[number]),
            float(edges[number + 1]),
            int(inside.sum()),
            float(confidence[inside].mean()),
            float(right[inside].mean()),
        )
        for number in range(bins)
        if (inside := at == number).any()
    ]


def expected_calibration_error(confidence: Numbers, right: Flags, bins: int = BINS) -> float:
    """Mean gap between confidence and accuracy over equal-width bins, weighted by their photos (Guo 2017)."""
    found = reliability(confidence, right, bins)
    return sum(one.count * abs(one.confidence - one.accuracy) for one in found) / max(1, len(confidence))


def coverage_at(confidence: Numbers, right: Flags, threshold: float) -> tuple[float, float]:
    """(share of photos at or above the threshold, share of those that is right; 1 if there are none)."""
    said = confidence >= threshold
    return float(said.mean()), float(right[said].mean()) if said.any() else 1.0


def threshold_for_accuracy(confidence: Numbers, right: Flags, accuracy: float) -> float:
    """The lowest confidence from where on the share of right answers reaches `accuracy`; above all if none does."""
    order = np.argsort(-confidence, kind="stable")
    ranked = confidence[order]
    running = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    last_of_ties = np.append(ranked[1:] < ranked[:-1], True)
    enough = np.flatnonzero((running >= accuracy) & last_of_ties)
    return float(ranked[enough[-1]]) if len(enough) else float(np.nextafter(ranked[0], 2.0))


def threshold_for_rejection(scores: Numbers, share: float) -> float:
    """The highest threshold below which at most `share` of the scores fall."""
    ranked = np.sort(scores)
    return float(ranked[int(np.floor(share * len(ranked) + 1e-9))])


def rejected_at(leaves: Numbers, others: Numbers, false_rejection: float) -> float:
    """Share of `others` below the threshold that rejects at most `false_rejection` of the leaves."""
    return float((others < threshold_for_rejection(leaves, false_rejection)).mean())


def auroc(positive: Numbers, negative: Numbers) -> float:
    """Chance that a positive score is above a negative one, ties counting half (area under the ROC curve)."""
    ranked = np.sort(negative)
    below = np.searchsorted(ranked, positive, "left")
    up_to = np.searchsorted(ranked, positive, "right")
    return float((below + up_to).mean() / 2 / len(ranked))
