"""How good the sentiment model is: ``python -m models.sentiment.evaluate HEADLINES.csv [--weights FOLDER] [--all]``.

By default it looks only at the headlines that no training run sees (`models.sentiment.data.TEST`); ``--all`` takes
every row of a file that the model never saw. The figures in CARD.md are its output.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.sentiment.data import TEST, Example, parts, read_examples
from models.sentiment.types import LABELS, Probabilities, SentimentClassifier

BINS: Final = 10
RESAMPLES: Final = 1000
Shares = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Scores:
    """What was measured on `pairs` pairs.

    `low_95` and `high_95` enclose the accuracy (bootstrap over headlines); `confusion` has a row for each true label
    and a column for each answer, in the order of `LABELS`; `calibration_error` is the mean distance between the
    probability given and the share that was right, over ten equal bins of the probability.
    """

    pairs: int
    accuracy: float
    low_95: float
    high_95: float
    macro_f1: float
    confusion: Numbers
    calibration_error: float
    cross_entropy: float
    conflicts: int
    conflict_accuracy: float


def score(examples: Sequence[Example], answers: Sequence[Probabilities]) -> Scores:
    """Compare answers with labels; both in the same order."""
    shares = np.array([[answer.positive, answer.neutral, answer.negative] for answer in answers])
    truth = np.array([example.target for example in examples])
    given = np.array([LABELS.index(answer.label) for answer in answers])
    right = (given == truth).astype(np.float64)
    conflict = np.array([example.conflict for example in examples])
    confusion = np.zeros((len(LABELS), len(LABELS)), np.int64)
    np.add.at(confusion, (truth, given), 1)
    low, high = interval(right, [example.title for example in examples])
    return Scores(
        pairs=len(examples),
        accuracy=float(right.mean()),
        low_95=low,
        high_95=high,
        macro_f1=float(_f1(confusion).mean()),
        confusion=confusion,
        calibration_error=calibration_error(shares.max(1), right),
        cross_entropy=float(-np.log(np.maximum(shares[np.arange(len(truth)), truth], 1e-12)).mean()),
        conflicts=int(conflict.sum()),
        conflict_accuracy=float(right[conflict].mean()) if conflict.any() else float("nan"),
    )


def interval(right: Shares, titles: Sequence[str]) -> tuple[float, float]:
    """The 95 % interval of the share that is right, by drawing headlines with all their pairs again and again."""
    _, groups = np.unique(np.array(titles, dtype=object).astype(str), return_inverse=True)
    sums, counts = np.bincount(groups, right), np.bincount(groups)
    drawn = np.random.default_rng(1).integers(0, len(counts), (RESAMPLES, len(counts)))
    shares = sums[drawn].sum(1) / counts[drawn].sum(1)
    low, high = np.quantile(shares, [0.025, 0.975])
    return float(low), float(high)


def calibration_error(probability: Shares, right: Shares) -> float:
    """Expected calibration error over `BINS` equal bins of the probability."""
    bins = np.minimum((probability * BINS).astype(int), BINS - 1)
    gaps = [abs(float((probability - right)[bins == number].sum())) for number in range(BINS)]
    return sum(gaps) / len(right)


def evaluate(model: SentimentClassifier, examples: Sequence[Example]) -> Scores:
    """Ask the model about every pair."""
    return score(examples, model.classify([(example.title, example.entity) for example in examples]))


def report(scores: Scores) -> str:
    """The scores as lines to read."""
    rows = [
        f"{label:>10} {' '.join(f'{n:8d}' for n in row)}" for label, row in zip(LABELS, scores.confusion, strict=True)
    ]
    return "\n".join(
        [
            f"pairs               {scores.pairs}",
            f"accuracy            {scores.accuracy:.4f} (95 % interval {scores.low_95:.4f} to {scores.high_95:.4f})",
            f"macro F1            {scores.macro_f1:.4f}",
            f"conflicting moods   {scores.conflict_accuracy:.4f} of {scores.conflicts} pairs",
            f"calibration error   {scores.calibration_error:.4f}",
            f"cross-entropy       {scores.cross_entropy:.4f}",
            f"true \\ given {' '.join(f'{label:>8}' for label in LABELS)}",
            *rows,
        ]
    )


def _f1(confusion: Numbers) -> Shares:
    hits = np.diag(confusion).astype(np.float64)
    f1: Shares = 2 * hits / np.maximum(confusion.sum(0) + confusion.sum(1), 1)
    return f1


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    from models.sentiment.classifier import DEFAULT_NAME, SentimentModel
    from models.weights import Weights

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("headlines", type=Path)
    parser.add_argument("--weights", type=Path, help="folder with sentiment.safetensors; default: the one that ships")
    parser.add_argument("--all", action="store_true", help="all rows, not the held-out ones alone")
    given = parser.parse_args(arguments)
    model = SentimentModel(Weights(given.weights, "local", DEFAULT_NAME) if given.weights else None)
    examples = read_examples(given.headlines)
    sys.stdout.write(report(evaluate(model, examples if given.all else parts(examples, TEST))) + "\n")
    model.close()


if __name__ == "__main__":
    main()
