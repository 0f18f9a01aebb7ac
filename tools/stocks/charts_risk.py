"""How far the price fell, how much it moves, how its daily returns are spread, and what a rule made of it.

Figures out, no page; what is drawn is computed in `tools.stocks.risk` and `tools.stocks.strategies`.
"""

from __future__ import annotations

import math
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from tools.charts import palette
from tools.stocks.drawing import PERCENT, Chart, Window, bars_of, figure, labels, line, sessions_figure, shade
from tools.stocks.risk import drawdown as fall_of
from tools.stocks.risk import returns_of
from tools.stocks.strategies import Strategy, StrategyTest
from tools.stocks.types import SESSIONS_A_YEAR, Prices, Risk
from tools.stocks.words import Words, words_of
from tools.translations import N_, Language

HEIGHT: Final = 300  # pixels
MONTH, QUARTER = 21, 63  # sessions of a rolling volatility
BINS: Final = 61
FEWEST_RETURNS: Final = 20
HISTOGRAM_HOVER: Final = N_("%{y:,} sessions near %{x:.2f}%")
HISTOGRAM: Final = N_(
    "{returns} daily returns: the worst {worst}, the best {best}; on one day in twenty the loss was {var} or worse, "
    "then {shortfall} on average."
)
BECAME: Final = N_("{rule} came to {rupees} with a deepest fall of {fall}")


def drawdown(prices: Prices, window: Window = "Max", *, dark: bool = False, language: Language = "en") -> Chart:
    """How far below its highest price so far the share stood, dividends included; a long bar shows its deepest value.

    Raises
    ------
    ValueError
        When `prices` has no session, as for every chart here.
    """
    colors, say = palette(dark), words_of(language)
    fall = 100 * fall_of(prices.frame)
    bars = bars_of(fall.index, window)
    names = labels(bars.days, language)
    deepest = bars.lowest(fall)
    style = {"fill": "tozeroy", "fillcolor": shade(colors.red, 0.12), "hovertemplate": PERCENT}
    trace = line(names, deepest, say(N_("Below the peak")), colors.red, **style)
    drawn = sessions_figure(
        bars, names, [trace], dark, HEIGHT, yaxis={"ticksuffix": "%", "rangemode": "tozero"}, showlegend=False
    )
    shown = fall.iloc[bars.starts[0] :]
    worst, now = float(shown.min()) / 100, float(shown.iloc[-1]) / 100
    words = say(
        N_("Fall from the highest price so far: deepest {worst} on {day}, now {now}."),
        worst=say.percent(worst),
        day=say.day(_day(shown.idxmin())),
        now=say.percent(now),
    )
    return Chart(drawn, words)


def volatility(
    prices: Prices,
    risk: Risk | None = None,
    window: Window = "5Y",
    *,
    dark: bool = False,
    language: Language = "en",
) -> Chart:
    """Rolling volatility a year over a month and a quarter of sessions; the GARCH figure of `risk` as a level."""
    colors, say = palette(dark), words_of(language)
    returns = returns_of(prices.frame)
    columns = {length: _rolling(returns, length) for length in (MONTH, QUARTER)}
    bars = bars_of(returns.index, window)
    names = labels(bars.days, language)
    traces = [
        line(names, bars.last(columns[length]), _sessions(length, say), color, width=width, hovertemplate=PERCENT)
        for length, color, width in ((MONTH, colors.series[1], 1), (QUARTER, colors.accent, 2))
    ]
    ahead = risk.garch_volatility if risk else None
    if ahead is not None:
        told = say(N_("Next session, GARCH"))
        level = line(names, [100 * ahead] * 2, told, colors.amber, dash="dash", hovertemplate=PERCENT)
        traces.append(level | {"dx": max(1, len(names) - 1)})
    drawn = sessions_figure(bars, names, traces, dark, HEIGHT, yaxis={"ticksuffix": "%", "rangemode": "tozero"})
    parts = ", ".join(
        f"{say.percent(_finite(column[-1]))} ({_sessions(length, say)})" for length, column in columns.items()
    )
    if ahead is None:
        return Chart(drawn, say(N_("Volatility a year: {parts}."), parts=parts))
    words = N_("Volatility a year: {parts}, {value} expected for the next session.")
    return Chart(drawn, say(words, parts=parts, value=say.percent(ahead)))


def _sessions(count: int, say: Words) -> str:
    return say.ngettext("{count} session", "{count} sessions", count)


def _rolling(returns: pd.Series, length: int) -> Any:
    return 100 * math.sqrt(SESSIONS_A_YEAR) * returns.rolling(length).std().to_numpy()


def returns_histogram(prices: Prices, risk: Risk, *, dark: bool = False, language: Language = "en") -> Chart:
    """How often which daily return came, with the value at risk and the expected shortfall of `risk`.

    The outermost half per cent on each side is counted in the first and last column.
    """
    colors, say = palette(dark), words_of(language)
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
        "hovertemplate": say(HISTOGRAM_HOVER) + "<extra></extra>",
    }
    levels = [
        (risk.value_at_risk_95, say(N_("VaR 95%")), colors.amber, 1.0),
        (risk.expected_shortfall_95, say(N_("ES 95%")), colors.red, 0.88),
    ]
    layout: dict[str, Any] = {
        "xaxis": {"ticksuffix": "%"},
        "yaxis": {"title": {"text": say(N_("Sessions"))}},
        "bargap": 0.05,
    }
    layout["shapes"] = [_upright(100 * value, color) for value, _, color, _ in levels if value is not None]
    layout["annotations"] = [
        {"x": 100 * value, "xref": "x", "y": height, "yref": "paper", "yanchor": "bottom", "showarrow": False,
         "xanchor": "right", "text": f"{name} {say.percent(value)}", "font": {"color": color, "size": 12}}
        for value, name, color, height in levels if value is not None
    ]  # fmt: skip
    words = say(
        HISTOGRAM,
        returns=say.number(len(returns), 0),
        worst=say.percent(float(returns.min()) / 100),
        best=say.percent(float(returns.max()) / 100),
        var=say.percent(risk.value_at_risk_95),
        shortfall=say.percent(risk.expected_shortfall_95),
    )
    return Chart(figure([trace], {**layout, "showlegend": False}, dark, HEIGHT), words)


def _upright(at: float, color: str) -> dict[str, Any]:
    return {"type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1,
            "line": {"color": color, "width": 1.4, "dash": "dash"}}  # fmt: skip


def equity(tested: StrategyTest, *, dark: bool = False, language: Language = "en") -> Chart:
    """What the rule and buying once and holding made of the same rupees, after costs."""
    colors, say = palette(dark), words_of(language)
    rule, held = tested.strategy, tested.buy_and_hold
    bars = bars_of(rule.equity.index)
    names = labels(bars.days, language)
    traces = [
        line(names, bars.last(held.equity), say.sentence(held.rule), colors.series[5]),
        line(names, bars.last(rule.equity), say.sentence(rule.rule), colors.accent, width=2),
    ]
    drawn = sessions_figure(bars, names, traces, dark, HEIGHT + 60, yaxis={"title": {"text": "₹"}, "tickformat": ",~g"})
    words = say(
        N_("From {rupees} after costs: {one}; {two}."),
        rupees=say.rupees(rule.capital, 0),
        one=_became(rule, say),
        two=_became(held, say),
    )
    return Chart(drawn, words)


def _became(run: Strategy, say: Words) -> str:
    worst, value = say.percent(run.performance.max_drawdown), say.rupees(float(run.equity.iloc[-1]), 0)
    return say(BECAME, rule=say.sentence(run.rule), rupees=value, fall=worst)


def _day(stamp: Any) -> date:
    return pd.Timestamp(str(stamp)).date()


def _finite(value: Any) -> float | None:
    return float(value) / 100 if math.isfinite(value) else None
