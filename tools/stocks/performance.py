"""What a curve of values says: growth a year, volatility, Sharpe ratio, deepest fall. One value a session.

The conventions are those of `tools.stocks.risk`: simple daily returns, 252 sessions a year, growth over the calendar.
It does not know what the curve is of.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from tools.stocks.risk import DAYS_A_YEAR, FEWEST
from tools.stocks.types import SESSIONS_A_YEAR

SHORTEST_YEARS = 0.5


@dataclass(frozen=True)
class Performance:
    """Shares, but for Sharpe's ratio; None where the curve is too short or never moves.

    `total_return` over the whole curve, `cagr` and `volatility` a year, `max_drawdown` ≤ 0.
    """

    total_return: float
    cagr: float | None
    volatility: float | None
    sharpe: float | None
    max_drawdown: float
    first: date
    last: date


def performance(curve: pd.Series, rate: float = 0.0) -> Performance:
    """Of a curve with at least one positive value a session; `rate` is the riskless rate a year, as a share."""
    values = curve.to_numpy(np.float64)
    returns = values[1:] / values[:-1] - 1
    first, last = (pd.Timestamp(str(day)).date() for day in (curve.index[0], curve.index[-1]))
    years = (last - first).days / DAYS_A_YEAR
    growth = float(values[-1] / values[0])
    deviation = float(returns.std(ddof=1)) if len(returns) >= FEWEST else None
    daily = (1 + rate) ** (1 / SESSIONS_A_YEAR) - 1
    return Performance(
        total_return=growth - 1,
        cagr=growth ** (1 / years) - 1 if years >= SHORTEST_YEARS else None,
        volatility=deviation * math.sqrt(SESSIONS_A_YEAR) if deviation is not None else None,
        sharpe=float(returns.mean() - daily) / deviation * math.sqrt(SESSIONS_A_YEAR) if deviation else None,
        max_drawdown=float((values / np.maximum.accumulate(values) - 1).min()),
        first=first,
        last=last,
    )
