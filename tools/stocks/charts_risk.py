"""How far the price fell, how much it moves, how its daily returns are spread, and what a rule made of it.

Figures out, no page; what is drawn is computed in `tools.stocks.risk` and `tools.stocks.strategies`.
"""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
import pandas as pd

from tools.charts import palette
from tools.stocks.drawing import PERCENT, Chart, Window, bars_of, figure, labels, line, sessions_figure, shade
from tools.stocks.risk import drawdown as fall_of
from tools.stocks.risk import returns_of
from tools.stocks.strategies import Strategy, StrategyTest
from tools.stocks.types import SESSIONS_A_YEAR, Prices, Risk
from tools.stocks.words import counted, day, percent, rupees

HEIGHT: Final = 300  # pixels
MONTH, QUARTER = 21, 63  # sessions of a rolling volatility
BINS: Final = 61
FEWEST_RETURNS: Final = 20


def drawdown(prices: Prices, window: Window = "Max", *, dark: bool = False) -> Chart:
    """How far below its highest price so far the share stood, dividends included; a long bar shows its deepest value.

    Raises
    ------
    ValueError
        When `prices` has no session, as for every chart here.
    """
    colors = palette(dark)
    fall = 100 * fall_of(prices.frame)
    bars = bars_of(fall.index, window)
    names = labels(bars.days)
    deepest = bars.lowest(fall)
    style = {"fill": "tozeroy", "fillcolor": shade(colors.red, 0.12), "hovertemplate": PERCENT}
    trace = line(names, deepest, "Below the peak", colors.red, **style)
    drawn = sessions_figure(
        bars, names, [trace], dark, HEIGHT, yaxis={"ticksuffix": "%", "rangemode": "tozero"}, showlegend=False
    )
    shown = fall.iloc[bars.starts[0] :]
    worst, now = float(shown.min()) / 100, float(shown.iloc[-1]) / 100
    words = (
        f"Fall from the highest price so far: deepest {percent(worst)} on {_day(shown.idxmin())}, now {percent(now)}."
    )
    return Chart(drawn, words)


def volatility(prices: Prices, risk: Risk | None = None, window: Window = "5Y", *, dark: bool = False) -> Chart:
    """Rolling volatility a year over a month and a quarter of sessions; the GARCH figure of `risk` as a level."""
    colors = palette(dark)
    returns = returns_of(prices.frame)
    columns = {length: _rolling(returns, length) for length in (MONTH, QUARTER)}
    bars = bars_of(returns.index, window)
    names = labels(bars.days)
    traces = [
        line(names, bars.last(columns[MONTH]), f"{MONTH} sessions", colors.series[1], width=1, hovertemplate=PERCENT),
        line(names, bars.last(columns[QUARTER]), f"{QUARTER} sessions", colors.accent, width=2, hovertemplate=PERCENT),
    ]
    ahead = risk.garch_volatility if risk else None
    if ahead is not None:
        level = line(names, [100 * ahead] * 2, "Next session, GARCH", colors.amber, dash="dash", hovertemplate=PERCENT)
        traces.append(level | {"dx": max(1, len(names) - 1)})
    drawn = sessions_figure(bars, names, traces, dark, HEIGHT, yaxis={"ticksuffix": "%", "rangemode": "tozero"})
    words = "Volatility a year: " + ", ".join(
        f"{percent(_finite(column[-1]))} over the last {counted(length, 'session')}"
        for length, column in columns.items()
    )
    return Chart(drawn, words + (f", {percent(ahead)} expected for the next session." if ahead is not None else "."))


def _rolling(returns: pd.Series, length: int) -> Any:
    return 100 * math.sqrt(SESSIONS_A_YEAR) * returns.rolling(length).std().to_numpy()


def returns_histogram(prices: Prices, risk: Risk, *, dark: bool = False) -> Chart:
    """How often which daily return came, with the value at risk and the expected shortfall of `risk`.

    The outermost half per cent on each side is counted in the first and last column.
    """
    colors = palette(dark)
    returns = 100 * returns_of(prices.frame).to_numpy()
    if len(returns) < FEWEST_RETURNS:
        raise ValueError(f"A histogram needs {FEWEST_RETURNS} returns.")
    edge = float(np.abs(np.quantile(returns, (0.005, 0.995))).max()) or 1.0
    counts, edges = np.histogram(np.clip(returns, -edge, edge), bins=BINS, range=(-edge, edge))
    width = edges[1] - edges[0]
    trace = {
        "type": "bar",
        "x0": round(float(edges[0] + width / 2), 6),
        "dx": round(float(width), 6),
        "y": counts.astype(np.int32),
        "marker": {"color": colors.series[1], "line": {"width": 0}},
        "hovertemplate": "%{y:,} sessions near %{x:.2f}%<extra></extra>",
    }
    levels = [
        (risk.value_at_risk_95, "VaR 95%", colors.amber, 1.0),
        (risk.expected_shortfall_95, "ES 95%", colors.red, 0.88),
    ]
    layout: dict[str, Any] = {"xaxis": {"ticksuffix": "%"}, "yaxis": {"title": {"text": "Sessions"}}, "bargap": 0.05}
    layout["shapes"] = [_upright(100 * value, color) for value, _, color, _ in levels if value is not None]
    layout["annotations"] = [
        {"x": 100 * value, "xref": "x", "y": height, "yref": "paper", "yanchor": "bottom", "showarrow": False,
         "xanchor": "right", "text": f"{name} {percent(value)}", "font": {"color": color, "size": 12}}
        for value, name, color, height in levels if value is not None
    ]  # fmt: skip
    words = (
        f"{counted(len(returns), 'daily return')}: the worst {percent(float(returns.min()) / 100)}, the best "
        f"{percent(float(returns.max()) / 100)}; on one day in twenty the loss was {percent(risk.value_at_risk_95)} or "
        f"worse, then {percent(risk.expected_shortfall_95)} on average."
    )
    return Chart(figure([trace], {**layout, "showlegend": False}, dark, HEIGHT), words)


def _upright(at: float, color: str) -> dict[str, Any]:
    return {"type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1,
            "line": {"color": color, "width": 1.4, "dash": "dash"}}  # fmt: skip


def equity(tested: StrategyTest, *, dark: bool = False) -> Chart:
    """What the rule and buying once and holding made of the same rupees, after costs."""
    colors = palette(dark)
    rule, held = tested.strategy, tested.buy_and_hold
    bars = bars_of(rule.equity.index)
    names = labels(bars.days)
    traces = [
        line(names, bars.last(held.equity), held.rule, colors.series[5]),
        line(names, bars.last(rule.equity), rule.rule, colors.accent, width=2),
    ]
    drawn = sessions_figure(bars, names, traces, dark, HEIGHT + 60, yaxis={"title": {"text": "₹"}, "tickformat": ",~g"})
    words = f"From {rupees(rule.capital, 0)} after costs: {_became(rule)}; {_became(held)}."
    return Chart(drawn, words)


def _became(run: Strategy) -> str:
    worst = percent(run.performance.max_drawdown)
    return f"{run.rule} came to {rupees(float(run.equity.iloc[-1]), 0)} with a deepest fall of {worst}"


def _day(stamp: Any) -> str:
    return day(pd.Timestamp(str(stamp)).date())


def _finite(value: Any) -> float | None:
    return float(value) / 100 if math.isfinite(value) else None
