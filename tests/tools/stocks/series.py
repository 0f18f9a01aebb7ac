"""Made-up series for tests: a random walk with whole bars, on weekdays."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pandas as pd

from tools.format import INDIA
from tools.stocks.costs import Costs
from tools.stocks.types import Prices, Symbol

FREE = Costs(0, 0, 0, 0, 0, 0, 0)


def frame_of(sessions: int, seed: int = 0, *, first: str = "2015-01-01", drift: float = 0.0004) -> pd.DataFrame:
    """Bars of a random walk; dividends lift the adjusted close towards the end."""
    chance = np.random.default_rng(seed)
    close = 500 * np.exp(np.cumsum(chance.normal(drift, 0.015, sessions)))
    opened = close * np.exp(chance.normal(0, 0.005, sessions))
    high = np.maximum(opened, close) * (1 + np.abs(chance.normal(0, 0.004, sessions)))
    low = np.minimum(opened, close) * (1 - np.abs(chance.normal(0, 0.004, sessions)))
    volume = chance.integers(10_000, 9_000_000, sessions).astype(float)
    paid = np.linspace(0.9, 1.0, sessions)
    index = pd.bdate_range(first, periods=sessions, name="date")
    columns = {"open": opened, "high": high, "low": low, "close": close, "volume": volume}
    return pd.DataFrame({**columns, "adjusted_close": close * paid}, index=index)


def prices_of(frame: pd.DataFrame, symbol: str = "EXAMPLE", *, index: bool = False, name: str = "") -> Prices:
    """The frame as a made-up symbol's prices."""
    known = Symbol(symbol, name or f"{symbol.title()} Limited", f"{symbol}.NS", index=index)
    return Prices(known, frame, "sample", datetime(2026, 4, 24, 15, 45, tzinfo=INDIA))
