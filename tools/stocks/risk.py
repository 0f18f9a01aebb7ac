"""Risk figures from daily returns, by empyrical, and tomorrow's volatility by a GARCH model.

Returns are simple and include dividends; a year has 252 sessions in ratios and 365.25 days in the growth rate. Knows
neither where prices come from nor what they were cleaned of.
"""

from __future__ import annotations

import math
import warnings
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from tools.stocks.types import SESSIONS_A_YEAR, Risk

FEWEST: Final = 60  # returns; below, a ratio says nothing
FEWEST_GARCH: Final = 250
GARCH_WINDOW: Final = 1000  # returns that a fit sees: about four years, as in the forecast
DAYS_A_YEAR: Final = 365.25


def returns_of(frame: pd.DataFrame) -> pd.Series:
    """Daily simple returns with dividends, one a session but the first; unusable rows leave no return."""
    prices = frame["adjusted_close"].dropna()
    return prices[prices > 0].pct_change().iloc[1:]


def risk(frame: pd.DataFrame, benchmark: pd.DataFrame | None = None, *, name: str = "", rate: float = 0.0) -> Risk:
    """Risk of the whole frame (see `tools.stocks.types`).

    Parameters
    ----------
    benchmark
        Prices of an index for beta, alpha and tracking error; only sessions that both have count.
    name
        What the benchmark is called.
    rate
        Riskless rate a year, as a share (0.065 for 6.5 %), spread over 252 sessions by compounding.
    """
    import empyrical

    returns = returns_of(frame)
    if len(returns) < 2:
        return _nothing()
    daily = (1 + rate) ** (1 / SESSIONS_A_YEAR) - 1
    enough = len(returns) >= FEWEST
    values = returns.to_numpy()
    cutoff = float(np.percentile(values, 5))
    peak, trough = _drawdown_dates(frame)
    against = _against(frame, benchmark, rate) if benchmark is not None else {}
    return Risk(
        sharpe=_finite(empyrical.sharpe_ratio(values, daily)) if enough else None,
        sortino=_finite(empyrical.sortino_ratio(values, daily)) if enough else None,
        max_drawdown=_finite(empyrical.max_drawdown(values)),
        max_drawdown_from=peak,
        max_drawdown_to=trough,
        value_at_risk_95=cutoff if enough else None,
        expected_shortfall_95=float(values[values <= cutoff].mean()) if enough else None,
        cagr=_growth(frame),
        volatility=_finite(empyrical.annual_volatility(values)) if enough else None,
        garch_volatility=garch_volatility(returns),
        benchmark=name if against else "",
        first=frame.index[0].date(),
        last=frame.index[-1].date(),
        **against,
    )


def garch_volatility(returns: pd.Series) -> float | None:
    """Volatility a year that a GARCH(1,1) with Student's t expects for the next session; None with too few returns.

    Bollerslev (1986, 1987); fitted by arch on the last percent returns, which keeps the optimiser's numbers near one.
    """
    returns = returns.iloc[-GARCH_WINDOW:]
    if len(returns) < FEWEST_GARCH or not float(returns.std()) > 0:
        return None
    from arch import arch_model

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the optimiser's doubts: an unlikely figure is refused below
        fitted = arch_model(100 * returns.to_numpy(), mean="Zero", vol="GARCH", p=1, q=1, dist="t").fit(disp="off")
        variance = float(fitted.forecast(horizon=1).variance.to_numpy()[-1, 0])
    return _finite(math.sqrt(variance) / 100 * math.sqrt(SESSIONS_A_YEAR)) if variance > 0 else None


def drawdown(frame: pd.DataFrame) -> pd.Series:
    """How far below its highest price so far the share stood, a share ≤ 0 for each session, with dividends."""
    prices = frame["adjusted_close"].ffill()
    return prices / prices.cummax() - 1


def _drawdown_dates(frame: pd.DataFrame) -> tuple[date | None, date | None]:
    fall = drawdown(frame).dropna()
    if fall.empty or fall.min() == 0:
        return None, None
    trough = fall.idxmin()
    peak = frame["adjusted_close"].loc[:trough].idxmax()
    return pd.Timestamp(str(peak)).date(), pd.Timestamp(str(trough)).date()


def _growth(frame: pd.DataFrame) -> float | None:
    """Compound growth a year over the calendar; None for less than half a year."""
    prices = frame["adjusted_close"].dropna()
    years = (prices.index[-1] - prices.index[0]).days / DAYS_A_YEAR if len(prices) > 1 else 0.0
    if years < 0.5 or prices.iloc[0] <= 0:
        return None
    return float((prices.iloc[-1] / prices.iloc[0]) ** (1 / years) - 1)


def _against(frame: pd.DataFrame, benchmark: pd.DataFrame, rate: float) -> dict[str, Any]:
    """Beta, alpha a year (Jensen 1968) and tracking error a year.

    From the prices of the sessions that both have: where one lacks a session, both returns span the same days.
    """
    import empyrical

    prices = pd.concat([frame["adjusted_close"], benchmark["adjusted_close"]], axis=1, join="inner").dropna()
    both = prices[(prices > 0).all(axis=1)].pct_change().iloc[1:].to_numpy()
    if len(both) < FEWEST:
        return {}
    ours, theirs = both[:, 0], both[:, 1]
    daily = (1 + rate) ** (1 / SESSIONS_A_YEAR) - 1
    return {
        "beta": _finite(empyrical.beta(ours, theirs)),
        "alpha": _finite(empyrical.alpha(ours, theirs, risk_free=daily)),
        "tracking_error": float(np.std(ours - theirs, ddof=1) * math.sqrt(SESSIONS_A_YEAR)),
    }


def _finite(value: Any) -> float | None:
    number = float(value)
    return number if math.isfinite(number) else None


def _nothing() -> Risk:
    return Risk(None, None, None, None, None, None, None, None, None)
