"""Rules against a ledger that is kept trade by trade, with a shifted future, without costs and without trades."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.shared import shared
from tests.tools.stocks.series import FREE, frame_of, prices_of
from tools.errors import BadInput
from tools.stocks.costs import Costs
from tools.stocks.rules import Rule
from tools.stocks.strategies import BuyAndHold, Crossover, RelativeStrength, Strategy, backtest_rule

RULES: list[Rule] = [Crossover(5, 20), Crossover(2, 3), RelativeStrength(14, 45, 55), BuyAndHold()]


def ledger(frame: pd.DataFrame, rule: Rule, costs: Costs, capital: float) -> tuple[list[float], float, int]:
    """Value at each close, all costs, purchases: kept as a clerk would, one session after the other."""
    wanted = rule.wanted(frame["close"].to_numpy(float))
    cash, shares, paid, bought, values = capital, 0.0, 0.0, 0, []
    for at in range(rule.warm_up, len(frame)):
        row = frame.iloc[at]
        opened = row["open"] * row["adjusted_close"] / row["close"]
        want = at > rule.warm_up and bool(wanted[at - 1])
        if want and not shares:
            shares = cash / (opened * (1 + costs.slippage) * (1 + costs.buying))
            paid += cash - shares * opened
            cash, bought = 0.0, bought + 1
        elif shares and not want:
            cash = shares * opened * (1 - costs.slippage) * (1 - costs.selling)
            paid += shares * opened - cash
            shares = 0.0
        values.append(cash + shares * row["adjusted_close"])
    return values, paid, bought


@settings(deadline=None, max_examples=40)
@given(
    seed=some.integers(0, 10_000),
    rule=some.sampled_from(RULES),
    brokerage=some.floats(0, 2, allow_subnormal=False),
    slippage=some.floats(0, 100, allow_subnormal=False),
)
def test_every_rupee_is_accounted_for(seed: int, rule: Rule, brokerage: float, slippage: float) -> None:
    frame = frame_of(150, seed)
    costs = Costs(brokerage_percent=brokerage, slippage_bps=slippage)
    found = backtest_rule(prices_of(frame), rule, costs, capital=50_000).strategy
    values, paid, bought = ledger(frame, rule, costs, 50_000)
    assert found.equity.to_list() == pytest.approx(values, rel=1e-9)
    assert found.costs == pytest.approx(paid, rel=1e-9, abs=1e-6)
    assert len(found.trades) == bought


@settings(deadline=None, max_examples=25)
@given(seed=some.integers(0, 10_000), cut=some.integers(60, 140), rule=some.sampled_from(RULES))
def test_another_future_changes_no_past_trade(seed: int, cut: int, rule: Rule) -> None:
    frame, other = frame_of(160, seed), frame_of(160, seed + 1)
    changed = frame.copy()
    changed.iloc[cut:] = other.iloc[cut:].to_numpy() * 3
    one, two = (backtest_rule(prices_of(each), rule).strategy for each in (frame, changed))
    until = frame.index[cut - 1]
    assert one.equity.loc[:until].to_list() == two.equity.loc[:until].to_list()
    ended = [[each for each in run.trades if each.sold and each.sold <= until.date()] for run in (one, two)]
    assert ended[0] == ended[1]


def test_the_last_close_decides_nothing_within_the_series() -> None:
    frame = frame_of(120, 3)
    changed = frame.copy()
    changed.iloc[-1, changed.columns.get_loc("close")] *= 10
    changed.iloc[-1, changed.columns.get_loc("adjusted_close")] *= 10
    for rule in RULES[:3]:
        one, two = (backtest_rule(prices_of(each), rule).strategy.trades for each in (frame, changed))
        assert [each.bought for each in one] == [each.bought for each in two]


def test_a_rule_that_never_buys_keeps_its_money() -> None:
    frame = frame_of(300)
    found = backtest_rule(prices_of(frame), RelativeStrength(14, 0, 100))
    assert set(found.strategy.equity) == {100_000.0}
    assert (found.strategy.trades, found.strategy.costs, found.strategy.time_in_market) == ((), 0, 0)
    assert found.strategy.performance.max_drawdown == 0
    assert found.strategy.performance.sharpe is None
    assert any("never bought" in note for note in found.notes)


def test_without_costs_the_equity_is_the_product_of_the_trades() -> None:
    found = backtest_rule(prices_of(frame_of(500, 4)), Crossover(5, 20), FREE).strategy
    assert len(found.trades) > 5
    assert found.costs == 0
    product = np.prod([1 + each.net_return for each in found.trades])
    assert found.equity.iloc[-1] / found.capital == pytest.approx(product)


def test_without_costs_buying_and_holding_earns_the_share() -> None:
    frame = frame_of(400, 5)
    found = backtest_rule(prices_of(frame), BuyAndHold(), FREE).strategy
    start = frame["open"].iloc[1] * frame["adjusted_close"].iloc[1] / frame["close"].iloc[1]
    assert found.equity.iloc[-1] / found.capital == pytest.approx(frame["adjusted_close"].iloc[-1] / start)
    assert found.trades[0].sold is None
    assert found.trades[0].bought == frame.index[1].date()


def test_both_run_over_the_same_days_with_the_same_costs() -> None:
    found = backtest_rule(prices_of(frame_of(400, 6)), Crossover(10, 100))
    assert found.strategy.equity.index.equals(found.buy_and_hold.equity.index)
    assert found.strategy.assumed == found.buy_and_hold.assumed
    assert len(found.buy_and_hold.trades) == 1
    assert found.buy_and_hold.time_in_market == 1


def test_higher_costs_leave_less() -> None:
    prices = prices_of(frame_of(600, 7))

    def left(costs: Costs) -> Strategy:
        return backtest_rule(prices, Crossover(5, 20), costs).strategy

    cheap, dear = left(Costs()), left(Costs(brokerage_percent=0.5, slippage_bps=20))
    assert dear.equity.iloc[-1] < cheap.equity.iloc[-1] < left(FREE).equity.iloc[-1]


def test_the_rsi_rule_stays_as_it_is_between_its_bands() -> None:
    close = np.concatenate([np.linspace(100, 50, 40), np.linspace(50, 60, 10), np.linspace(60, 150, 40)])
    wanted = RelativeStrength(14, 30, 70).wanted(close)
    assert not wanted[:14].any()
    assert wanted[39]
    assert wanted[41]
    assert not wanted[-1]


def test_rows_without_a_price_are_not_traded() -> None:
    frame = frame_of(200, 8)
    frame.iloc[50, frame.columns.get_loc("open")] = np.nan
    frame.iloc[70, frame.columns.get_loc("open")] = 0.0
    assert np.isfinite(backtest_rule(prices_of(frame), Crossover(5, 20)).strategy.equity).all()


def test_too_few_sessions_say_what_to_do() -> None:
    with pytest.raises(BadInput, match="choose a longer period"):
        backtest_rule(prices_of(frame_of(150)), Crossover(50, 200))


@pytest.mark.parametrize("wrong", [(20, 20), (50, 10), (1, 5), (5, 5000)])
def test_averages_must_differ(wrong: tuple[int, int]) -> None:
    with pytest.raises(BadInput):
        Crossover(*wrong)


def test_bands_must_not_cross() -> None:
    with pytest.raises(BadInput):
        RelativeStrength(14, 70, 30)


def test_traded_prices_are_told() -> None:
    prices = replace(prices_of(frame_of(200)), basis="traded")
    assert any("as traded" in note for note in backtest_rule(prices, Crossover(5, 20)).notes)


def test_on_a_real_share() -> None:
    frame = pd.read_csv(shared("data/stocks/prices/RELIANCE.NS.csv"), parse_dates=["date"], index_col="date")
    frame = frame.rename(columns={"adj_close": "adjusted_close"}).astype(float)
    found = backtest_rule(prices_of(frame, "RELIANCE"), Crossover())
    values, paid, _ = ledger(frame, Crossover(), Costs(), 100_000)
    assert found.strategy.equity.iloc[-1] == pytest.approx(values[-1], rel=1e-9)
    assert found.strategy.costs == pytest.approx(paid)
