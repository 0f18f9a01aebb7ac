"""The fan claims no direction, uses no future, and does what its back-test says on real series."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from tests.shared import shared
from tests.tools.stocks.test_commentary import SHARE, prices_of
from tools.stocks.forecast import HORIZONS, backtest, crps, crps_normal, fan, fit, forecast, range_variance, simulate


def series() -> tuple[np.ndarray, np.ndarray]:
    frame = prices_of(SHARE).frame
    return np.diff(np.log(frame["close"].to_numpy())), range_variance(frame)


def test_the_middle_is_todays_price_and_the_fan_widens() -> None:
    frame = prices_of(SHARE).frame
    told = forecast(frame)
    assert told is not None
    price = float(frame["close"].iloc[-1])
    assert all(each.median == pytest.approx(price) for each in told.horizons)
    widths = [each.high_80 - each.low_80 for each in told.horizons]
    assert widths == sorted(widths)
    assert all(each.low_95 < each.low_80 < each.high_80 < each.high_95 for each in told.horizons)
    assert [score.rel_mase for score in told.backtest] == pytest.approx([1.0] * len(HORIZONS))


def test_the_same_series_gives_the_same_fan() -> None:
    returns, ranges = series()
    np.testing.assert_array_equal(fan(returns, ranges), fan(returns, ranges))


def test_trials_see_nothing_of_the_future() -> None:
    """What follows the last origin may change: the fans before stay, so only outcomes move the scores."""
    returns, ranges = series()
    seen = fan(returns[:500], ranges[:500])
    changed = returns.copy()
    changed[500:] = 0.2
    np.testing.assert_array_equal(seen, fan(changed[:500], ranges[:500]))


def test_too_short_a_series_has_no_forecast() -> None:
    assert forecast(prices_of(SHARE, 200).frame) is None
    returns, ranges = series()
    assert backtest(returns[:310], ranges[:310]) == ()


def test_a_frozen_price_does_not_break_the_fit() -> None:
    spread = fit(np.concatenate([np.zeros(200), np.random.default_rng(1).normal(0, 0.01, 300)]))
    sums = simulate(spread, 21, 400, np.random.default_rng(1))
    assert np.isfinite(sums).all()


def test_scores_equal_their_definitions() -> None:
    sample = np.random.default_rng(3).normal(0, 1, 4000)
    pairs = np.abs(sample[:, None] - sample[None, :]).mean() / 2
    assert crps(sample, 0.3) == pytest.approx(np.abs(sample - 0.3).mean() - pairs, rel=1e-9)
    assert crps_normal(1.0, 0.3) == pytest.approx(crps(sample, 0.3), rel=0.05)


def test_coverage_and_scores_over_the_twenty_shares() -> None:
    prices = pd.read_parquet(shared("data/stocks/prices/yahoo_daily_20.parquet"))
    scores = []
    for _, frame in list(prices.groupby("symbol"))[::4]:
        returns = np.diff(np.log(frame["close"].to_numpy()))
        scores.append(next(s for s in backtest(returns, range_variance(frame)) if s.days == 5))
    assert 0.72 <= np.mean([score.coverage_80 for score in scores]) <= 0.9
    assert np.mean([score.rel_crps for score in scores]) <= 1.0
    assert all(score.rel_mase == pytest.approx(1.0) for score in scores)
