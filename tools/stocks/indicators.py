"""Technical indicators by TA-Lib, for every session of a series at once.

Conventions (they decide the third digit, so they are stated): RSI, ATR and ADX by Wilder's smoothing; MACD 12/26/9 with
exponential averages seeded by a simple one; Bollinger bands 20 sessions wide at two population deviations. Recursive
indicators forget their seed after about `WARM_UP` sessions: earlier values are there but not to be shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

WARM_UP: Final = 250  # sessions before a window, so that recursive indicators do not depend on where it starts
NAMES: Final = (
    "sma_20", "sma_50", "sma_200", "ema_20", "rsi_14", "macd", "macd_signal", "macd_histogram", "bollinger_upper",
    "bollinger_middle", "bollinger_lower", "atr_14", "adx_14", "plus_di_14", "minus_di_14", "obv", "stochastic_k",
    "stochastic_d",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Indicators:
    """All indicators, one column of `frame` for each of `NAMES`, one row a session; NaN before there are enough."""

    frame: pd.DataFrame

    def latest(self) -> dict[str, float | None]:
        """The last session's values; None where there are too few sessions."""
        if self.frame.empty:
            return dict.fromkeys(NAMES)
        row = self.frame.iloc[-1]
        return {name: float(row[name]) if np.isfinite(row[name]) else None for name in NAMES}


def indicators(frame: pd.DataFrame) -> Indicators:
    """The indicators of a price frame (see `tools.stocks.types`).

    Rows without a close or with the flat bar of a session that Yahoo missed are still sessions: clean the frame first
    (`tools.stocks.quality.usable`) if they should not count.
    """
    import talib

    high, low, close, volume = (frame[name].to_numpy(np.float64) for name in ("high", "low", "close", "volume"))
    if not len(close):
        return Indicators(pd.DataFrame(columns=list(NAMES), index=frame.index, dtype=float))
    macd, signal, histogram = talib.MACD(close, 12, 26, 9)
    upper, middle, lower = talib.BBANDS(close, 20, 2, 2)
    slow_k, slow_d = talib.STOCH(high, low, close, 14, 3, 0, 3, 0)  # type: ignore[arg-type]  # 0: a simple average
    columns: dict[str, Any] = {
        "sma_20": talib.SMA(close, 20),
        "sma_50": talib.SMA(close, 50),
        "sma_200": talib.SMA(close, 200),
        "ema_20": talib.EMA(close, 20),
        "rsi_14": talib.RSI(close, 14),
        "macd": macd,
        "macd_signal": signal,
        "macd_histogram": histogram,
        "bollinger_upper": upper,
        "bollinger_middle": middle,
        "bollinger_lower": lower,
        "atr_14": talib.ATR(high, low, close, 14),
        "adx_14": talib.ADX(high, low, close, 14),
        "plus_di_14": talib.PLUS_DI(high, low, close, 14),
        "minus_di_14": talib.MINUS_DI(high, low, close, 14),
        "obv": talib.OBV(close, volume),
        "stochastic_k": slow_k,
        "stochastic_d": slow_d,
    }
    return Indicators(pd.DataFrame(columns, index=frame.index))
