"""A fan of the coming sessions that claims no direction: a random walk with fat tails and a spread that changes.

The spread is a GARCH model's and, for the larger part, an average of recent daily ranges, which see a change sooner.
The median is today's price, because nothing simple beats it (see the back-test beside every fan). Knows no news.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tools.stocks.types import BacktestScore, Forecast, Horizon
from tools.translations import N_

Floats = NDArray[np.float64]
HORIZONS: Final = (5, 10, 21)  # sessions ahead: a week, a fortnight, a month
PATHS: Final = 4000
WINDOW: Final = 1000  # sessions that a fit sees: about four years
FEWEST: Final = 300  # sessions before anything is forecast
NAIVE_WINDOW: Final = 500  # sessions of the naive forecaster's constant volatility
ORIGINS: Final = 25  # of the back-test, spread evenly over the series so that calm and wild times both count
MEMORY: Final = 33.0  # sessions over which the weight of a daily range falls to 1/e
CALIBRATED: Final = 750  # sessions over which ranges are scaled to the moves from close to close
SHARE: Final = 0.75  # of the spread from ranges; the rest is the GARCH model's
LEVEL: Final = 5  # sessions ahead at which the two spreads are averaged
MODEL: Final = N_("random walk, spread by GARCH(1,1) with Student's t and daily ranges")


@dataclass(frozen=True, eq=False)
class Spread:
    """A fitted GARCH(1,1): variance of percent log returns is `omega + alpha e² + beta v`; `freedom` of Student's t.

    `variance` is that of the next session.
    """

    omega: float
    alpha: float
    beta: float
    freedom: float
    variance: float


def fit(returns: Floats) -> Spread:
    """Fit to log returns (a share, one a session) by maximum likelihood: Bollerslev (1987), by arch.

    Where the optimiser leaves the plausible, an exponentially weighted variance (RiskMetrics, 0.94) stands in.
    """
    from arch import arch_model

    percent = 100 * returns[-WINDOW:]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it would warn of is checked below
        found = arch_model(percent, mean="Zero", vol="GARCH", p=1, q=1, dist="t").fit(disp="off", show_warning=False)
    omega, alpha, beta, freedom = (float(found.params[name]) for name in ("omega", "alpha[1]", "beta[1]", "nu"))
    last = float(found.conditional_volatility[-1]) ** 2
    variance = omega + alpha * percent[-1] ** 2 + beta * last
    if found.convergence_flag != 0 or not 0 < variance < 400 or alpha + beta >= 1 or freedom <= 2.05:
        return _weighted(percent)
    return Spread(omega, alpha, beta, freedom, variance)


def _weighted(percent: Floats) -> Spread:
    decay = 0.94
    variance = float(np.var(percent[:50]))
    for value in percent:
        variance = decay * variance + (1 - decay) * value**2
    return Spread(0.0, 1 - decay, decay, 5.0, variance)


def simulate(spread: Spread, days: int, paths: int, generator: np.random.Generator) -> Floats:
    """Sums of log returns (a share) after 1 … `days` sessions, shape (days, paths).

    Antithetic draws make the median today's price; half of the paths mirror the other half.
    """
    half = paths // 2
    draws = generator.standard_t(spread.freedom, (days, half)) * np.sqrt((spread.freedom - 2) / spread.freedom)
    draws = np.concatenate([draws, -draws], axis=1)
    variance = np.full(2 * half, spread.variance)
    total = np.zeros((days, 2 * half))
    at = np.zeros(2 * half)
    for day in range(days):
        shock = np.sqrt(variance) * draws[day]
        at = at + shock / 100
        total[day] = at
        variance = spread.omega + spread.alpha * shock**2 + spread.beta * variance
    return total


def crps(sample: Floats, outcome: float) -> float:
    """Continuous ranked probability score of equally likely values against what came, in the values' unit.

    Gneiting & Raftery (2007), in the form for a sorted sample: smaller is better.
    """
    ordered = np.sort(sample)
    count = len(ordered)
    weights = 2 * np.arange(1, count + 1) - count - 1
    return float(np.abs(ordered - outcome).mean() - (weights @ ordered) / count**2)


def crps_normal(deviation: float, outcome: float) -> float:
    """The same for a normal distribution around zero: Gneiting & Raftery (2007), equation 5."""
    from scipy.stats import norm

    z = outcome / deviation
    return float(deviation * (z * (2 * norm.cdf(z) - 1) + 2 * norm.pdf(z) - 1 / np.sqrt(np.pi)))


def forecast(frame: pd.DataFrame, *, origins: int = ORIGINS) -> Forecast | None:
    """A fan for the sessions after the last one, with its back-test on this very series; None with too few sessions.

    Parameters
    ----------
    frame
        Prices (see `tools.stocks.types`) adjusted for splits; no close is missing.
    origins
        Rolling origins of the back-test; as many as the series allows without outcomes that overlap by a day.
    """
    prices = frame["close"].to_numpy(np.float64)
    if len(prices) < FEWEST or not (prices > 0).all():
        return None
    returns, ranges = np.diff(np.log(prices)), range_variance(frame)
    sums = fan(returns, ranges)
    horizons = tuple(_horizon(days, prices[-1], sums[days - 1]) for days in HORIZONS)
    return Forecast(MODEL, horizons, backtest(returns, ranges, origins=origins), PATHS)


def range_variance(frame: pd.DataFrame) -> Floats:
    """Variance of each session but the first from its open, high, low and close and the gap before it.

    Garman & Klass (1980), equation 20, with the squared overnight gap added. NaN where a price is missing.
    """
    opened, high, low, close = (np.log(frame[name].to_numpy(np.float64)) for name in ("open", "high", "low", "close"))
    inside = 0.5 * (high - low) ** 2 - (2 * np.log(2) - 1) * (close - opened) ** 2
    found: Floats = np.maximum(inside[1:], 0.0) + (opened[1:] - close[:-1]) ** 2
    return found


def fan(returns: Floats, ranges: Floats) -> Floats:
    """Simulated sums of log returns after 1 … max(HORIZONS) sessions, shape (days, paths).

    `returns` and `ranges` (see `range_variance`) are of the same sessions. The same series gives the same fan.
    """
    sums = simulate(fit(returns), max(HORIZONS), PATHS, np.random.default_rng(len(returns)))
    recent = _range_level(returns, ranges)
    if recent is None:
        return sums
    modelled = float(sums[LEVEL - 1].var()) / LEVEL
    return sums * float(np.sqrt(((1 - SHARE) * modelled + SHARE * recent) / modelled))


def _range_level(returns: Floats, ranges: Floats) -> float | None:
    """Variance a session from recent ranges, scaled to moves from close to close; None without usable ranges."""
    known = np.isfinite(ranges)
    if known[-CALIBRATED:].sum() < FEWEST // 2 or not np.nansum(ranges[-CALIBRATED:]) > 0:
        return None
    values = np.where(known, ranges, 0.0)
    weights = np.exp(-np.arange(len(values))[::-1] / MEMORY) * known
    scale = float((returns[-CALIBRATED:] ** 2)[known[-CALIBRATED:]].sum() / values[-CALIBRATED:].sum())
    level = weights @ values / weights.sum()
    return float(level * scale)


def backtest(returns: Floats, ranges: Floats, *, origins: int = ORIGINS) -> tuple[BacktestScore, ...]:
    """Rolling-origin scores of the fan against a random walk with constant normal volatility, on log returns.

    At each origin only what came before is used. Empty when the series is too short for a single origin.
    """
    longest = max(HORIZONS)
    last = len(returns) - longest
    count = max(0, min(origins, (last - FEWEST) // longest + 1))
    ends = np.linspace(FEWEST, last, count).astype(int).tolist()
    ours: dict[int, list[tuple[float, float, bool]]] = {days: [] for days in HORIZONS}
    naive: dict[int, list[tuple[float, float]]] = {days: [] for days in HORIZONS}
    for end in ends:
        sums = fan(returns[:end], ranges[:end])
        deviation = float(returns[max(0, end - NAIVE_WINDOW) : end].std(ddof=1))
        for days in HORIZONS:
            outcome, sample = float(returns[end : end + days].sum()), sums[days - 1]
            low, middle, high = np.quantile(sample, (0.1, 0.5, 0.9))
            ours[days].append((abs(outcome - middle), crps(sample, outcome), bool(low <= outcome <= high)))
            naive[days].append((abs(outcome), crps_normal(deviation * np.sqrt(days), outcome)))
    return tuple(_score(days, ours[days], naive[days]) for days in HORIZONS) if ends else ()


def _score(days: int, ours: list[tuple[float, float, bool]], naive: list[tuple[float, float]]) -> BacktestScore:
    errors, scores, inside = zip(*ours, strict=True)
    their_errors, their_scores = zip(*naive, strict=True)
    return BacktestScore(
        days,
        sum(errors) / sum(their_errors),
        sum(scores) / sum(their_scores),
        sum(inside) / len(inside),
        len(inside),
    )


def _horizon(days: int, price: float, sums: Floats) -> Horizon:
    low_95, low_80, median, high_80, high_95 = (
        price * np.exp(np.quantile(sums, (0.025, 0.1, 0.5, 0.9, 0.975)))
    ).tolist()
    return Horizon(days, median, low_80, high_80, low_95, high_95)
