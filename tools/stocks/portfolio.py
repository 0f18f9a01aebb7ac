"""A small portfolio: what its weights would have earned, which holding brings which risk, and other weights.

Weights stay constant: the portfolio is put back to them every session, without costs. The suggested portfolios and the
frontier come from skfolio; they describe the past of these shares and do not know their future.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tools.errors import BadInput
from tools.stocks.compare import chosen_series, common_prices
from tools.stocks.performance import Performance, performance
from tools.stocks.types import SESSIONS_A_YEAR, Prices
from tools.translations import N_

Floats = NDArray[np.float64]
Aim = Literal["minimum_variance", "risk_parity", "maximum_sharpe", "equal"]
FEWEST: Final = 120  # returns; a covariance of eight shares from fewer is noise
POINTS: Final = 20  # of the frontier
CAUTION: Final = N_(
    "Expected returns are taken from the past, shrunk towards their common mean, and are a poor guide to the future: "
    "portfolios that rest on risk alone (minimum variance, risk parity) depend on them less than the largest Sharpe."
)


@dataclass(frozen=True, eq=False)
class Portfolio:
    """A portfolio's past. Keys are symbols; `weights` sum to 1; `value` is 1 at the first common session.

    `contributions` are volatility a year (shares of 1) that each holding brings: its weight times its marginal
    contribution. They sum to `volatility`, that of the portfolio's own returns; a hedge brings less than nothing.
    """

    weights: Mapping[str, float]
    value: pd.Series
    performance: Performance
    volatility: float
    contributions: Mapping[str, float]

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        told = self.performance
        return {
            "weights": dict(self.weights),
            "contributions": dict(self.contributions),
            "volatility": self.volatility,
            "cagr": told.cagr,
            "sharpe": told.sharpe,
            "max_drawdown": told.max_drawdown,
            "first": told.first.isoformat(),
            "last": told.last.isoformat(),
        }


@dataclass(frozen=True)
class Mix:
    """Weights with the volatility and the return a year that the shrunk estimates give them, as shares.

    The return is the mean of a session times 252, not compounded.
    """

    weights: Mapping[str, float]
    volatility: float
    expected_return: float


@dataclass(frozen=True)
class Frontier:
    """Mixes of least variance for rising returns, and named portfolios on the same estimates.

    A portfolio without a solution is left out (the largest Sharpe ratio where every expected return is negative), and
    so are the mixes. `holdings` are the single shares; `sessions` how many returns the estimates rest on. Long only,
    fully invested.
    """

    mixes: tuple[Mix, ...]
    portfolios: Mapping[Aim, Mix]
    holdings: Mapping[str, Mix]
    sessions: int
    caution: str = CAUTION


def portfolio(series: Sequence[Prices], weights: Mapping[str, float] | None = None, *, rate: float = 0.0) -> Portfolio:
    """The past of a portfolio of up to eight shares, on the sessions that all have.

    Parameters
    ----------
    weights
        By symbol, in any unit (per cent, rupees): they are scaled to sum to 1; without them each has the same.
    rate
        Riskless rate a year, as a share, for Sharpe's ratio.

    Raises
    ------
    BadInput
        When a weight is missing, negative or not a number, or fewer than 60 returns are common.
    """
    prices = _prices(series, 60)
    shares = scaled_weights(list(prices.columns), weights)
    returns = prices.pct_change().iloc[1:].to_numpy(np.float64)
    vector = np.array(list(shares.values()))
    value = pd.Series(np.concatenate([[1.0], np.cumprod(1 + returns @ vector)]), index=prices.index, name="portfolio")
    covariance = np.atleast_2d(np.cov(returns, rowvar=False)) * SESSIONS_A_YEAR
    volatility = math.sqrt(float(vector @ covariance @ vector))
    contributions = vector * (covariance @ vector) / volatility if volatility else np.zeros(len(vector))
    brought = dict(zip(shares, contributions.tolist(), strict=True))
    return Portfolio(shares, value, performance(value, rate), volatility, brought)


def scaled_weights(symbols: Sequence[str], weights: Mapping[str, float] | None) -> dict[str, float]:
    """Weights that sum to 1, one for each symbol; equal ones without `weights`."""
    if weights is None:
        return dict.fromkeys(symbols, 1 / len(symbols))
    given = [weights.get(symbol, math.nan) for symbol in symbols]
    total = sum(given)
    if not all(math.isfinite(each) and each >= 0 for each in given) or not 0 < total < math.inf:
        raise BadInput("Give every share a weight of zero or more, and at least one above zero.")
    return {symbol: each / total for symbol, each in zip(symbols, given, strict=True)}


def frontier(series: Sequence[Prices], *, points: int = POINTS) -> Frontier:
    """The efficient frontier and named portfolios of two to eight shares, long only.

    Covariance by Ledoit and Wolf (2004), expected returns by James and Stein's shrinkage, both by skfolio. The first
    call of a process imports skfolio, which takes seconds.

    Raises
    ------
    BadInput
        With fewer than two shares or 120 common returns, or when the optimiser finds no solution.
    """
    prices = _prices(series, FEWEST)
    symbols = list(prices.columns)
    if len(symbols) < 2:
        raise BadInput("A frontier needs at least two shares: add another.")
    returns = prices.pct_change().iloc[1:]
    mean, covariance, found = _optimised(returns, points)
    mix = partial(_mix, symbols, mean, covariance)
    aims: tuple[Aim, ...] = ("minimum_variance", "risk_parity", "maximum_sharpe")
    named: dict[Aim, Mix] = {aim: mix(found[aim]) for aim in aims if aim in found}
    named["equal"] = mix(np.full(len(symbols), 1 / len(symbols)))
    singles = {symbol: mix(row) for symbol, row in zip(symbols, np.eye(len(symbols)), strict=True)}
    mixes = sorted((mix(row) for row in found.get("frontier", ())), key=lambda each: each.volatility)
    return Frontier(tuple(mixes), named, singles, len(returns))


def _optimised(returns: pd.DataFrame, points: int) -> tuple[Floats, Floats, dict[str, Floats]]:
    """Mean and covariance a year, and the weights of the frontier and of each aim."""
    from skfolio.moments import LedoitWolf, ShrunkMu
    from skfolio.optimization import MeanRisk, ObjectiveFunction, RiskBudgeting
    from skfolio.prior import EmpiricalPrior

    prior = EmpiricalPrior(mu_estimator=ShrunkMu(covariance_estimator=LedoitWolf()), covariance_estimator=LedoitWolf())
    models = {
        "frontier": MeanRisk(prior_estimator=prior, efficient_frontier_size=points),
        "minimum_variance": MeanRisk(prior_estimator=prior),
        "risk_parity": RiskBudgeting(prior_estimator=prior),
        "maximum_sharpe": MeanRisk(objective_function=ObjectiveFunction.MAXIMIZE_RATIO, prior_estimator=prior),
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of solvers that try again; a failure raises
        fitted = {name: _fitted(model, returns) for name, model in models.items()}
    if fitted["minimum_variance"] is None:
        raise BadInput("No portfolio of these shares can be computed: choose others or a longer period.")
    known = fitted["minimum_variance"].prior_estimator_.return_distribution_
    mean, covariance = (np.asarray(each, np.float64) * SESSIONS_A_YEAR for each in (known.mu, known.covariance))
    weights = {name: np.asarray(each.weights_, np.float64) for name, each in fitted.items() if each is not None}
    return mean, covariance, weights


def _fitted(model: Any, returns: pd.DataFrame) -> Any:
    """The fitted model; None where its optimiser finds no solution."""
    from skfolio.exceptions import SkfolioError

    try:
        return model.fit(returns)
    except (SkfolioError, ValueError):
        return None


def _mix(symbols: Sequence[str], mean: Floats, covariance: Floats, weights: Floats) -> Mix:
    kept = np.where(np.abs(weights) < 1e-4, 0.0, weights)  # what a solver leaves instead of zero
    kept = kept / kept.sum()
    volatility = math.sqrt(float(kept @ covariance @ kept))
    return Mix(dict(zip(symbols, kept.tolist(), strict=True)), volatility, float(kept @ mean))


def _prices(series: Sequence[Prices], fewest: int) -> pd.DataFrame:
    prices = common_prices(chosen_series(series))
    if len(prices) <= fewest:
        raise BadInput(
            f"These shares have {len(prices)} sessions in common, {fewest + 1} are needed: leave out the youngest one."
        )
    return prices
