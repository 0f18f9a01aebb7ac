"""The figures of the card: each against a value worked out by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from models.sentiment.baseline import COMPANY, accuracies, by_base_network, by_words, masked, placed
from models.sentiment.data import Example, read_examples
from models.sentiment.evaluate import calibration_error, interval, report, score
from models.sentiment.types import Label, Probabilities

GOOD, FLAT, BAD = Probabilities(0.8, 0.1, 0.1), Probabilities(0.1, 0.8, 0.1), Probabilities(0.1, 0.1, 0.8)


def example(label: Label, title: str = "Alpha rises", entity: str = "Alpha", conflict: bool = False) -> Example:
    return Example(title, entity, label, 0, True, conflict)


def test_scores_by_hand() -> None:
    examples = [example("positive"), example("positive", conflict=True), example("neutral"), example("negative")]
    scores = score(examples, [GOOD, BAD, FLAT, BAD])
    assert scores.accuracy == 0.75
    assert scores.confusion.tolist() == [[1, 0, 1], [0, 1, 0], [0, 0, 1]]
    assert scores.macro_f1 == pytest.approx((2 / 3 + 1 + 2 / 3) / 3)
    assert (scores.conflicts, scores.conflict_accuracy) == (1, 0.0)
    assert scores.cross_entropy == pytest.approx(-(3 * np.log(0.8) + np.log(0.1)) / 4)
    assert scores.calibration_error == pytest.approx(0.05)
    assert "accuracy            0.7500" in report(scores)


def test_calibration_error_is_zero_where_the_shares_are_right() -> None:
    right = np.array([1.0, 1, 1, 1, 0])
    assert calibration_error(np.full(5, 0.8), right) == pytest.approx(0)
    assert calibration_error(np.full(5, 1.0), right) == pytest.approx(0.2)


def test_the_interval_goes_by_headline() -> None:
    right = np.array([1.0, 0] * 50)
    narrow = interval(right, [f"title {number // 2}" for number in range(100)])
    assert narrow == (0.5, 0.5)  # every headline has one right and one wrong
    low, high = interval(right, [f"title {number}" for number in range(100)])
    assert low < 0.45 < 0.55 < high


def test_the_simpler_ways_see_the_side_of_the_company(table: Path) -> None:
    found = example("negative", "Alpha jump as Beta slump", "Beta")
    assert masked(found) == ["alpha", "jump", "as", COMPANY, "slump"]
    assert placed(found)[-2:] == ["before_as", "after_slump"]
    assert accuracies(by_words(placed), read_examples(table))[1] > 0.5


def test_the_untouched_base_is_one_of_the_simpler_ways(table: Path, base: Path) -> None:
    examples = read_examples(table)
    assert accuracies(by_base_network(examples, base), examples)[1] > 0.3
