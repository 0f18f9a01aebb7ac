"""Every chart of the stock analyser, each as a figure with the same in words.

Pass `CONFIG` with each figure: it holds the Indian grouping of digits that the hover texts and axes use.
"""

from __future__ import annotations

from tools.stocks.charts_compare import correlation, frontier, mood_bars, rebased, risk_contribution
from tools.stocks.charts_fan import fan
from tools.stocks.charts_panels import Panel
from tools.stocks.charts_price import Overlay, candles
from tools.stocks.charts_risk import drawdown, equity, returns_histogram, volatility
from tools.stocks.drawing import CONFIG, WINDOW_NAMES, WINDOWS, Chart, Window

__all__ = [
    "CONFIG", "WINDOWS", "WINDOW_NAMES", "Chart", "Overlay", "Panel", "Window", "candles", "correlation", "drawdown",
    "equity", "fan", "frontier", "mood_bars", "rebased", "returns_histogram", "risk_contribution", "volatility",
]  # fmt: skip
