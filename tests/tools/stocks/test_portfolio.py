"""A portfolio's risk and its parts; the frontier's portfolios against closed forms."""

from __future__ import annotations

import json
import math
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.tools.stocks.series import frame_of, prices_of
from tools.errors import BadInput
from tools.stocks.portfolio import Frontier, frontier, portfolio, scaled_weights
from tools.stocks.types import Prices


def series(count: int, sessions: int = 400) -> list[Prices]:
    return [prices_of(frame_of(sessions, number), f"S{number}") for number in range(count)]


@settings(deadline=None, max_examples=25)
@given(
    some.lists(some.floats(0, 100, allow_subnormal=False), min_size=3, max_size=3).filter(
        lambda weights: sum(weights) > 0.01
    )
)
def test_the_parts_sum_to_the_whole(weights: list[float]) -> None:
    found = portfolio(series(3), dict(zip(("S0", "S1", "S2"), weights, strict=True)))
    assert sum(found.weights.values()) == pytest.approx(1)
    assert sum(found.contributions.values()) == pytest.approx(found.volatility)
    assert found.performance.volatility == pytest.approx(found.volatility)


def test_one_share_alone_is_that_share() -> None:
    one = series(1)
    found = portfolio(one)
    column = one[0].frame["adjusted_close"]
    assert found.value.to_list() == pytest.approx((column / column.iloc[0]).to_list())
    assert found.contributions["S0"] == pytest.approx(found.volatility)
    json.dumps(found.to_dict())


def test_spreading_lowers_the_risk() -> None:
    shares = series(4)
    assert portfolio(shares).volatility < min(portfolio([each]).volatility for each in shares)


@pytest.mark.parametrize(
    "weights", [{"S0": 1.0}, {"S0": -1.0, "S1": 2.0}, {"S0": 0.0, "S1": 0.0}, {"S0": math.nan, "S1": 1.0}]
)
def test_weights_must_be_there_and_not_negative(weights: dict[str, float]) -> None:
    with pytest.raises(BadInput, match="weight"):
        portfolio(series(2), weights)


def test_weights_of_any_unit() -> None:
    assert scaled_weights(["A", "B"], {"A": 30_000, "B": 10_000}) == {"A": 0.75, "B": 0.25}
    assert scaled_weights(["A", "B"], None) == {"A": 0.5, "B": 0.5}


def test_too_few_sessions() -> None:
    with pytest.raises(BadInput, match="61 are needed"):
        portfolio(series(2, sessions=40))
    with pytest.raises(BadInput, match="121 are needed"):
        frontier(series(2, sessions=100))
    with pytest.raises(BadInput, match="at least two"):
        frontier(series(1))


@cache
def found() -> Frontier:
    return frontier(series(4), points=8)


def test_the_frontier_is_efficient() -> None:
    mixes = found().mixes
    assert len(mixes) == 8
    for mix in [*mixes, *found().portfolios.values()]:
        assert sum(mix.weights.values()) == pytest.approx(1)
        assert min(mix.weights.values()) >= 0
    returns = [mix.expected_return for mix in mixes]
    assert returns == sorted(returns)


def test_named_portfolios_do_what_they_say() -> None:
    named, singles = found().portfolios, found().holdings
    least = named["minimum_variance"]
    assert all(
        least.volatility <= mix.volatility + 1e-6 for mix in [*named.values(), *singles.values(), *found().mixes]
    )
    best = named["maximum_sharpe"]
    sharpe = best.expected_return / best.volatility
    assert all(sharpe >= mix.expected_return / mix.volatility - 1e-4 for mix in [*named.values(), *found().mixes])


def test_risk_parity_spreads_the_risk_evenly() -> None:
    """Of the shrunk covariance, which is near the sample's: parts may differ a little."""
    weights = found().portfolios["risk_parity"].weights
    parts = np.array(list(portfolio(series(4), weights).contributions.values()))
    assert parts / parts.sum() == pytest.approx(np.full(4, 0.25), abs=0.02)


def test_falling_shares_still_have_the_portfolios_that_rest_on_risk() -> None:
    falling = [prices_of(frame_of(300, number, drift=-0.01), f"S{number}") for number in range(3)]
    named = frontier(falling, points=4).portfolios
    assert {"minimum_variance", "risk_parity", "equal"} <= set(named)
    assert "maximum_sharpe" not in named or named["maximum_sharpe"].expected_return < 0


def test_it_says_how_little_the_past_tells() -> None:
    assert "poor guide" in found().caution
