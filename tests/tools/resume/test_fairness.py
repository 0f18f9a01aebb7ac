from __future__ import annotations

import pytest

from tests.tools.resume.scoring import ACCOUNTANT, JOB, HashEmbedder, resume, role
from tools.resume.fairness import impact_ratios, largest_change


def test_rates_and_ratios_by_the_rule() -> None:
    scores = [90.0, 80, 70, 60, 50, 40, 30, 20, 10, 5]
    groups = ["a", "a", "a", "b", "b", "a", "a", "b", "b", "b"]  # the median is 45
    first, second = impact_ratios(scores, groups)
    assert (first.group, first.people, first.rate, first.impact_ratio) == ("a", 5, 0.6, 1.0)
    assert second.rate == 0.4
    assert second.impact_ratio == pytest.approx(2 / 3)
    assert not first.too_small
    assert not second.too_small


def test_a_small_group_is_marked_and_sets_no_standard() -> None:
    scores = [*range(10), 100.0]
    groups = ["a", "b"] * 5 + ["tiny"]
    rates = {rate.group: rate for rate in impact_ratios(scores, groups)}
    assert rates["tiny"].too_small
    assert rates["tiny"].rate == 1
    assert max(rates["a"].impact_ratio or 0, rates["b"].impact_ratio or 0) == 1


def test_five_people_are_too_few_among_thousands() -> None:
    rates = impact_ratios([float(at) for at in range(1000)], ["a"] * 990 + ["b"] * 10)
    assert [rate.too_small for rate in rates] == [False, True]


def test_people_without_a_group_are_left_out() -> None:
    assert impact_ratios([1.0, 2.0], [None, " "]) == ()
    rates = impact_ratios([1.0, 2.0, 99.0], ["a", "a", None])
    assert rates[0].people == 2
    assert rates[0].rate == 0.5


def test_nobody_above_the_median_gives_no_ratio() -> None:
    assert impact_ratios([5.0] * 12, ["a", "b"] * 6)[0].impact_ratio is None


def test_lengths_must_agree() -> None:
    with pytest.raises(ValueError, match="one group"):
        impact_ratios([1.0], [])


def test_the_largest_change_is_found() -> None:
    same, other = ACCOUNTANT, resume(roles=[role("Cook")], text="kitchen")
    assert largest_change(ACCOUNTANT, [same], JOB, HashEmbedder()) == 0
    assert largest_change(ACCOUNTANT, [same, other], JOB, HashEmbedder()) > 0
    assert largest_change(ACCOUNTANT, [], JOB, HashEmbedder()) == 0
