"""Metrics against values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.leaf import metrics

CLASSES = ("maize__healthy", "maize__rust", "not_a_leaf", "rice__blast")
PROBABILITIES = np.array(
    [
        [0.6, 0.3, 0.1, 0.0],  # healthy maize, said so
        [0.2, 0.3, 0.1, 0.4],  # maize rust, taken for rice
        [0.5, 0.4, 0.1, 0.0],  # maize rust, taken for healthy
        [0.0, 0.1, 0.9, 0.0],  # no leaf, said so
    ]
)
TRUTH = np.array([0, 1, 1, 2])


def test_top_k() -> None:
    assert metrics.right_in_top(PROBABILITIES, TRUTH, 1).tolist() == [True, False, False, True]
    assert metrics.right_in_top(PROBABILITIES, TRUTH, 2).all()


def test_naming_the_crop_helps_where_another_crop_was_found() -> None:
    assert metrics.within_crop(PROBABILITIES, TRUTH, CLASSES).tolist() == [True, True, False, True]


def test_given_a_leaf_the_rest_sums_to_one() -> None:
    found = metrics.given_leaf(PROBABILITIES, CLASSES)
    assert found.sum(1) == pytest.approx(1)
    assert found[0] == pytest.approx([2 / 3, 1 / 3, 0, 0])


def test_f1_of_each_class() -> None:
    scores = metrics.class_scores(np.array([0, 3, 0, 2]), TRUTH, CLASSES)
    assert set(scores) == {"maize__healthy", "maize__rust", "not_a_leaf"}
    assert scores["maize__healthy"] == metrics.ClassScore(1, 1.0, 0.5, 2 / 3)
    assert scores["maize__rust"] == metrics.ClassScore(2, 0.0, 0.0, 0.0)
    assert metrics.macro_f1(np.array([0, 3, 0, 2]), TRUTH, CLASSES) == pytest.approx((2 / 3 + 0 + 1) / 3)


def test_calibration_error_by_hand() -> None:
    """Two bins: .2 and .4 with half right (gap .2), .9 and 1.0 with all right (gap .05)."""
    confidence, right = np.array([0.2, 0.4, 0.9, 1.0]), np.array([True, False, True, True])
    low, high = metrics.reliability(confidence, right, 2)
    assert (low.count, low.confidence, low.accuracy) == (2, pytest.approx(0.3), 0.5)
    assert (high.count, high.confidence, high.accuracy) == (2, pytest.approx(0.95), 1.0)
    assert metrics.expected_calibration_error(confidence, right, 2) == pytest.approx(0.5 * 0.2 + 0.5 * 0.05)


def test_coverage_and_the_threshold_that_keeps_a_promise() -> None:
    confidence = np.array([0.95, 0.9, 0.8, 0.7, 0.6])
    right = np.array([True, True, True, False, True])
    assert metrics.coverage_at(confidence, right, 0.7) == (0.8, 0.75)
    assert metrics.coverage_at(confidence, right, 0.99) == (0.0, 1.0)
    assert metrics.threshold_for_accuracy(confidence, right, 0.75) == 0.6
    assert metrics.threshold_for_accuracy(confidence, right, 0.9) == 0.8
    assert metrics.threshold_for_accuracy(confidence, ~right, 0.99) > 0.95


def test_equal_confidence_cannot_be_told_apart() -> None:
    confidence, right = np.array([0.9, 0.9]), np.array([True, False])
    assert metrics.threshold_for_accuracy(confidence, right, 0.9) > 0.9


def test_rejection_by_hand() -> None:
    leaves = np.arange(1, 101) / 100
    assert metrics.threshold_for_rejection(leaves, 0.05) == pytest.approx(0.06)
    assert metrics.rejected_at(leaves, np.array([0.01, 0.05, 0.06, 0.9]), 0.05) == 0.5


def test_area_under_the_curve_by_hand() -> None:
    assert metrics.auroc(np.array([2.0, 3.0]), np.array([0.0, 1.0])) == 1
    assert metrics.auroc(np.array([1.0]), np.array([1.0])) == 0.5
    assert metrics.auroc(np.array([1.0, 3.0]), np.array([2.0, 0.0])) == 0.75


@given(
    st.lists(st.tuples(st.floats(0, 1, allow_subnormal=False), st.booleans()), min_size=1, max_size=40),
    st.floats(0.1, 1, allow_subnormal=False),
)
def test_the_threshold_never_breaks_its_promise(rows: list[tuple[float, bool]], accuracy: float) -> None:
    confidence, right = np.array([c for c, _ in rows]), np.array([r for _, r in rows])
    limit = metrics.threshold_for_accuracy(confidence, right, accuracy)
    assert metrics.coverage_at(confidence, right, limit)[1] >= accuracy


@given(
    st.lists(st.floats(0, 1, allow_subnormal=False), min_size=1, max_size=60), st.floats(0, 0.5, allow_subnormal=False)
)
def test_no_more_is_rejected_than_allowed(scores: list[float], share: float) -> None:
    values = np.array(scores)
    assert (values < metrics.threshold_for_rejection(values, share)).mean() <= share + 1e-9
