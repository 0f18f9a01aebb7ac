"""What simple rules would have earned on a series of daily prices, after costs, beside buying once and holding.

A rule sees closes up to a session and trades at the next session's open, all in or all out, never short. Prices include
dividends by scaling each session with its adjusted close. It knows no tax on gains, no fixed fees, no limits on volume.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tools.errors import BadInput
from tools.stocks.costs import Costs
from tools.stocks.performance import Performance, performance
from tools.stocks.rules import BuyAndHold, Crossover, RelativeStrength, Rule
from tools.stocks.types import Prices
from tools.translations import N_

__all__ = [
    "BuyAndHold", "Crossover", "RelativeStrength", "Rule", "Strategy", "StrategyTest", "Trade", "backtest_rule",
]  # fmt: skip
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
CAPITAL: Final = 100_000.0  # rupees


@dataclass(frozen=True)
class Trade:
    """One purchase and its sale; `sold` is None while it is open, and `sell_price` is then the last close.

    Prices are opening prices adjusted for splits; `net_return` is a share, after all costs and with dividends.
    """

    bought: date
    buy_price: float
    sold: date | None
    sell_price: float
    net_return: float


@dataclass(frozen=True, eq=False)
class Strategy:
    """A rule's past. `equity` is rupees at each close from the first session on which the rule could speak.

    `time_in_market` is a share of the sessions; `costs` are rupees over all trades, slippage included.
    """

    rule: str
    equity: pd.Series
    trades: tuple[Trade, ...]
    performance: Performance
    time_in_market: float
    costs: float
    assumed: Costs
    capital: float


@dataclass(frozen=True, eq=False)
class StrategyTest:
    """A rule beside buying once and holding, over the same sessions with the same costs."""

    strategy: Strategy
    buy_and_hold: Strategy
    notes: tuple[str, ...] = ()


def backtest_rule(
    prices: Prices, rule: Rule, costs: Costs | None = None, *, capital: float = CAPITAL, rate: float = 0.0
) -> StrategyTest:
    """Test `rule` on the whole series beside buy and hold.

    Parameters
    ----------
    prices
        Daily bars without rows that did not trade (`tools.stocks.quality.usable`).
    capital
        Rupees at the start; shares may be bought in fractions.
    rate
        Riskless rate a year, as a share, for Sharpe's ratio alone: money not invested earns nothing.

    Raises
    ------
    BadInput
        When there are too few sessions for the rule.
    """
    costs = costs or Costs()
    tested = _run(prices, rule, costs, capital, rate)
    held = _run(prices, BuyAndHold(rule.warm_up), costs, capital, rate)
    return StrategyTest(tested, held, _notes(prices, tested))


def _run(prices: Prices, rule: Rule, costs: Costs, capital: float, rate: float) -> Strategy:
    frame = _tradable(prices.frame)
    start = rule.warm_up
    if len(frame) < start + 2:
        raise BadInput(f"The rule needs at least {start + 2} sessions, there are {len(frame)}: choose a longer period.")
    wanted = rule.wanted(frame["close"].to_numpy(np.float64))
    held = np.concatenate([[False], wanted[start:-1]])  # during each session, decided at the close before
    days = frame.iloc[start:]
    ratio = (days["adjusted_close"] / days["close"]).to_numpy(np.float64)
    opened, closed = days["open"].to_numpy(np.float64) * ratio, days["adjusted_close"].to_numpy(np.float64)
    equity, paid = _equity(held, opened, closed, costs)
    curve = pd.Series(capital * equity, index=days.index, name=rule.name)
    return Strategy(
        rule=rule.name,
        equity=curve,
        trades=_trades(held, days, equity),
        performance=performance(curve, rate),
        time_in_market=float(held[1:].mean()),
        costs=capital * paid,
        assumed=costs,
        capital=capital,
    )


def _tradable(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows whose open, close and adjusted close are prices."""
    needed = frame[["open", "close", "adjusted_close"]].to_numpy(np.float64)
    traded: pd.DataFrame = frame.loc[(np.isfinite(needed) & (needed > 0)).all(axis=1)]
    return traded


def _equity(held: Flags, opened: Floats, closed: Floats, costs: Costs) -> tuple[Floats, float]:
    """Value of one rupee at each close, and the costs of all trades in rupees for that rupee.

    A session's factor runs from the close before (cash or shares) to its own close; a trade splits it at the open.
    """
    before = np.concatenate([[False], held[:-1]])
    bought, sold = held & ~before, before & ~held
    yesterday = np.concatenate([closed[:1], closed[:-1]])
    factor: Floats = np.where(held & before, closed / yesterday, 1.0)
    factor = np.where(bought, costs.kept_buying * closed / opened, factor)
    factor = np.where(sold, costs.kept_selling * opened / yesterday, factor)
    equity = np.multiply.accumulate(factor)
    prior = np.concatenate([[1.0], equity[:-1]])
    paid = prior[bought].sum() * (1 - costs.kept_buying)
    paid += (prior * opened / yesterday)[sold].sum() * (1 - costs.kept_selling)
    return equity, float(paid)


def _trades(held: Flags, days: pd.DataFrame, equity: Floats) -> tuple[Trade, ...]:
    """The trades, each with what it made of the money put in."""
    before = np.concatenate([[False], held[:-1]])
    starts, ends = (np.flatnonzero(each).tolist() for each in (held & ~before, before & ~held))
    opened = days["open"].to_numpy(np.float64)
    last = float(days["close"].iloc[-1])
    found = []
    for number, start in enumerate(starts):
        end = ends[number] if number < len(ends) else None
        final = equity[-1] if end is None else equity[end]
        found.append(
            Trade(
                bought=days.index[start].date(),
                buy_price=float(opened[start]),
                sold=None if end is None else days.index[end].date(),
                sell_price=last if end is None else float(opened[end]),
                net_return=float(final / equity[start - 1] - 1),
            )
        )
    return tuple(found)


def _notes(prices: Prices, tested: Strategy) -> tuple[str, ...]:
    """What a reader must know of this test."""
    notes = [N_("One past of one share: a rule that did well in it may have been lucky.")]
    if not tested.trades:
        notes.append(N_("The rule never bought in this period."))
    elif tested.trades[-1].sold is None:
        notes.append(N_("The last trade is still open: it is counted at the last close, without the costs of a sale."))
    if prices.basis == "traded":
        notes.append(
            N_("Prices are as traded: a split or bonus in the period looks like a loss or gain that nobody had.")
        )
    return tuple(notes)
