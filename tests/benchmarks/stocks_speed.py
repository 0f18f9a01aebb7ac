"""Speed of the stock analyser on this machine: 25 years of daily bars to indicators, risk and all figures of a page.

Warm and on one core, beside the same indicators and risk figures by loops over pandas rows (what a first draft does),
in the same run; the figures' bytes as they go to a browser; and a time axis with a place for each session against
breaks for each day without one.

    OMP_NUM_THREADS=1 python -m tests.benchmarks.stocks_speed [--years 25] [--rounds 7]
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from tests.tools.stocks.series import frame_of, prices_of
from tools.charts import template
from tools.stocks import charts
from tools.stocks.indicators import Indicators, indicators
from tools.stocks.risk import garch_volatility, returns_of, risk
from tools.stocks.strategies import Crossover, backtest_rule
from tools.stocks.types import Forecast, Horizon, Prices, Risk

SESSIONS = 252
AIM_MILLISECONDS = 150


def timed(call: Callable[[], Any], rounds: int) -> float:
    """Milliseconds of one core's time for the best of so many calls, after one that warms up.

    The thread's own time, so that a busy neighbour counts for little.
    """
    call()
    best = math.inf
    for _ in range(rounds):
        began = time.thread_time()
        call()
        best = min(best, time.thread_time() - began)
    return 1000 * best


def forecast_of(prices: Prices) -> Forecast:
    """Any fan: how it is drawn is measured here, not how it is computed."""
    last = float(prices.frame["close"].iloc[-1])
    wide = [(days, 0.015 * math.sqrt(days)) for days in (1, 5, 10, 21)]
    return Forecast("any", tuple(Horizon(days, last, *(last * (1 + by * z) for z in (-1.3, 1.3, -2, 2)))
                                 for days, by in wide), (), 0)  # fmt: skip


def figures(prices: Prices, computed: Indicators, found: Risk) -> dict[str, charts.Chart]:
    """All figures of one share's page."""
    overlays: tuple[charts.Overlay, ...] = ("sma_50", "sma_200", "bollinger")
    return {
        "candles, 1Y": charts.candles(prices, computed, "1Y", overlays=overlays),
        "fan": charts.fan(prices, forecast_of(prices)),
        "drawdown": charts.drawdown(prices),
        "volatility, 5Y": charts.volatility(prices, found),
        "histogram": charts.returns_histogram(prices, found),
        "equity": charts.equity(backtest_rule(prices, Crossover())),
    }


def loop_indicators(frame: pd.DataFrame) -> dict[str, list[float]]:
    """Moving averages, Bollinger bands, RSI, MACD and ATR by loops over rows."""
    close = frame["close"]
    found: dict[str, list[float]] = {name: [] for name in ("sma_50", "sma_200", "upper", "lower", "rsi", "macd", "atr")}
    gain = loss = fast = slow = average = 0.0
    for at in range(len(frame)):
        price = close.iloc[at]
        before = close.iloc[at - 1] if at else price
        found["sma_50"].append(close.iloc[max(0, at - 49) : at + 1].mean())
        found["sma_200"].append(close.iloc[max(0, at - 199) : at + 1].mean())
        last = close.iloc[max(0, at - 19) : at + 1]
        found["upper"].append(last.mean() + 2 * last.std(ddof=0))
        found["lower"].append(last.mean() - 2 * last.std(ddof=0))
        gain, loss = (13 * gain + max(price - before, 0)) / 14, (13 * loss + max(before - price, 0)) / 14
        found["rsi"].append(100 - 100 / (1 + gain / loss) if loss else 100.0)
        fast, slow = fast + (price - fast) * 2 / 13, slow + (price - slow) * 2 / 27
        found["macd"].append(fast - slow)
        high, low = frame["high"].iloc[at], frame["low"].iloc[at]
        average = (13 * average + max(high - low, abs(high - before), abs(low - before))) / 14
        found["atr"].append(average)
    return found


def loop_risk(frame: pd.DataFrame) -> tuple[float, float, float]:
    """Sharpe, deepest fall and volatility by a loop over rows, and the GARCH fit that both sides need."""
    returns, peak, deepest = [], 0.0, 0.0
    prices = frame["adjusted_close"]
    for at in range(1, len(frame)):
        returns.append(prices.iloc[at] / prices.iloc[at - 1] - 1)
        peak = max(peak, prices.iloc[at])
        deepest = min(deepest, prices.iloc[at] / peak - 1)
    garch_volatility(returns_of(frame))
    volatility = float(np.std(returns, ddof=1)) * math.sqrt(SESSIONS)
    return float(np.mean(returns)) * SESSIONS / volatility, deepest, volatility


def candles_with_breaks(prices: Prices, years: int) -> Any:
    """Candles on an axis of dates with every day without a session taken out."""
    import plotly.graph_objects as go

    frame = prices.frame.iloc[-SESSIONS * years :]
    have = [stamp.date().isoformat() for stamp in frame.index]
    every = (stamp.date().isoformat() for stamp in pd.date_range(frame.index[0], frame.index[-1]))
    gone = sorted(set(every) - set(have))
    trace: dict[str, Any] = {"type": "candlestick", "x": have}
    trace |= {name: frame[name].to_numpy(np.float32) for name in ("open", "high", "low", "close")}
    return go.Figure(data=[trace], layout={"template": template(), "xaxis": {"rangebreaks": [{"values": gone}]}})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=25)
    parser.add_argument("--rounds", type=int, default=7)
    given, _ = parser.parse_known_args()
    prices = prices_of(frame_of(given.years * SESSIONS, first="2000-01-03"))
    index = frame_of(given.years * SESSIONS, 1, first="2000-01-03")
    computed, found = indicators(prices.frame), risk(prices.frame, index, name="NIFTY 50")
    parts = {
        "indicators": timed(lambda: indicators(prices.frame), given.rounds),
        "risk without GARCH": 0.0,
        "GARCH": timed(lambda: garch_volatility(returns_of(prices.frame)), given.rounds),
        "figures": timed(lambda: figures(prices, computed, found), given.rounds),
    }
    whole_risk = timed(lambda: risk(prices.frame, index, name="NIFTY 50"), given.rounds)
    parts["risk without GARCH"] = max(0.0, whole_risk - parts["GARCH"])
    print(f"{len(prices.frame):,} sessions, warm, best of {given.rounds}, milliseconds of one core")
    for name, milliseconds in parts.items():
        print(f"  {name:20} {milliseconds:8.1f}")
    print(f"  {'together':20} {sum(parts.values()):8.1f} (aim {AIM_MILLISECONDS})")
    loops = timed(lambda: (loop_indicators(prices.frame), loop_risk(prices.frame)), 1)
    ours = parts["indicators"] + whole_risk
    print(f"indicators and risk {ours:.1f}, by pandas loops {loops:.1f}: {loops / ours:.0f} times as long")
    sizes(prices, computed, found)
    axes(prices, computed, given.rounds)


def sizes(prices: Prices, computed: Indicators, found: Risk) -> None:
    """Bytes of each figure, and of the candles in every window."""
    drawn = {name: len(chart.figure.to_json()) for name, chart in figures(prices, computed, found).items()}
    print("bytes of JSON: " + ", ".join(f"{name} {size:,}" for name, size in drawn.items()))
    print(f"  together {sum(drawn.values()):,}")
    by_window = {window: len(charts.candles(prices, computed, window).figure.to_json()) for window in charts.WINDOWS}
    print("candles with panels: " + ", ".join(f"{window} {size:,}" for window, size in by_window.items()))


def axes(prices: Prices, computed: Indicators, rounds: int) -> None:
    """Five years of bare candles on either axis."""

    def by_session() -> Any:
        return charts.candles(prices, computed, "5Y", overlays=(), panels=()).figure

    for name, draw in (("a place for each session", by_session), ("breaks", lambda: candles_with_breaks(prices, 5))):
        print(f"five years, {name}: {timed(draw, rounds):.1f} ms, {len(draw().to_json()):,} bytes")


if __name__ == "__main__":
    main()
