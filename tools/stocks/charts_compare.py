"""Shares side by side, a portfolio's parts, the frontier, and the mood of headlines. Figures out, no page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from tools.charts import Palette, elided, palette, row_height
from tools.stocks.compare import Comparison
from tools.stocks.drawing import Chart, Window, bars_of, compact, figure, labels, line, sessions_figure
from tools.stocks.portfolio import Aim, Frontier, Mix, Portfolio
from tools.stocks.types import Mood, Sentiment
from tools.stocks.words import Words, words_of
from tools.translations import N_, Language

DASHES: Final = ("solid", "dash", "dot", "dashdot")  # lines of one colour family still differ in print
AIMS: Final[dict[Aim, str]] = {
    "minimum_variance": N_("Least variance"),
    "risk_parity": N_("Equal risk"),
    "maximum_sharpe": N_("Largest Sharpe"),
    "equal": N_("Equal weights"),
}
MOODS: Final[dict[Mood, str]] = {"positive": N_("positive"), "neutral": N_("neutral"), "negative": N_("negative")}
MOOD_COUNTS: Final = N_("Headlines about {entity}: {positive} positive, {neutral} neutral, {negative} negative")
FRONTIER_HOVER: Final = N_("%{text}: volatility %{x:.1f}%, expected return %{y:.1f}%")


def rebased(compared: Comparison, window: Window = "Max", *, dark: bool = False, language: Language = "en") -> Chart:
    """All series from 100 at the window's first session; the benchmark is dashed and grey."""
    colors, say = palette(dark), words_of(language)
    bars = bars_of(compared.rebased.index, window)
    names = labels(bars.days, language)
    traces, ends = [], []
    for number_, symbol in enumerate(compared.rebased.columns):
        column = compared.rebased[symbol].to_numpy(np.float64)
        column = 100 * column / column[bars.starts[0]]
        color, dash, width = _style(number_, symbol == compared.benchmark, colors)
        hover = {"hovertemplate": "%{y:,.1f}", "dash": dash, "width": width}
        traces.append(line(names, bars.last(column), elided(str(symbol)), color, **hover))
        ends.append(f"{symbol} {say.number(column[-1], 1)}")
    level = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 100, "y1": 100,
             "line": {"color": colors.muted, "width": 1, "dash": "dot"}}  # fmt: skip
    drawn = sessions_figure(bars, names, traces, dark, 380, shapes=[level], yaxis={"tickformat": ",~g"})
    start = compared.rebased.index[bars.starts[0]].date()
    words = N_("From 100 on {first} to {last}: {ends}.")
    return Chart(drawn, say(words, first=say.day(start), last=say.day(compared.last), ends=", ".join(ends)))


def _style(place: int, is_benchmark: bool, colors: Palette) -> tuple[str, str, float]:
    if is_benchmark:
        return colors.muted, "dash", 1.4
    strong = (colors.accent, colors.amber, colors.ink, colors.red)
    return strong[place % len(strong)], DASHES[place // len(strong) * 2 % len(DASHES)], 1.8


def correlation(compared: Comparison, *, dark: bool = False, language: Language = "en") -> Chart:
    """How alike daily returns moved: 1 in step, 0 unrelated, −1 against each other.

    Raises
    ------
    ValueError
        When the comparison has no correlation because it has too few sessions.
    """
    if compared.correlation is None:
        raise ValueError("The comparison has no correlation.")
    colors, say = palette(dark), words_of(language)
    values = compared.correlation.to_numpy(np.float64)
    names = [elided(str(symbol), 14) for symbol in compared.correlation.columns]
    texts = [[f"{value:.2f}" for value in row] for row in values]
    trace = {
        "type": "heatmap", "x": names, "y": names, "z": compact(values), "zmin": -1, "zmax": 1, "showscale": False,
        "colorscale": [[0, colors.amber], [0.5, colors.ground], [1, colors.series[1]]],
        "text": texts, "texttemplate": "%{text}", "xgap": 2, "ygap": 2,
        "hovertemplate": say(N_("%{y} with %{x}: %{text}")) + "<extra></extra>",
    }  # fmt: skip
    axis = {"type": "category", "showgrid": False}
    layout = {"xaxis": {**axis, "tickangle": -35 if len(names) > 4 else 0},
              "yaxis": {**axis, "autorange": "reversed"}}  # fmt: skip
    words = _pairs(compared, values, say) or say(N_("Correlation of daily returns: one share alone has none."))
    return Chart(figure([trace], layout, dark, row_height(len(names), each=42, least=220)), words)


def _pairs(compared: Comparison, values: Any, say: Words) -> str:
    """The most and the least alike pair in words."""
    symbols = list(compared.rebased.columns)
    pairs = sorted(
        (float(values[one, two]), say(N_("{one} with {two}"), one=symbols[one], two=symbols[two]))
        for one in range(len(symbols))
        for two in range(one)
    )
    if not pairs:
        return ""
    (least, who), (most, whose) = pairs[0], pairs[-1]
    words = N_("Correlation of daily returns: highest {most} ({whose}), lowest {least} ({who}).")
    return say(words, most=f"{most:.2f}", whose=whose, least=f"{least:.2f}", who=who)


def risk_contribution(held: Portfolio, *, dark: bool = False, language: Language = "en") -> Chart:
    """Each holding's share of the money beside its share of the risk."""
    colors, say = palette(dark), words_of(language)
    total = held.volatility or 1.0
    symbols = list(held.weights)
    names = [elided(symbol, 16) for symbol in symbols]
    columns = {
        say(N_("Share of the money")): ([100 * held.weights[symbol] for symbol in symbols], colors.series[6]),
        say(N_("Share of the risk")): ([100 * held.contributions[symbol] / total for symbol in symbols], colors.accent),
    }
    traces = [
        {"type": "bar", "orientation": "h", "y": names, "x": compact(values), "name": name,
         "marker": {"color": color, "line": {"width": 0}}, "hovertemplate": f"%{{y}}: %{{x:.1f}}%<extra>{name}</extra>"}
        for name, (values, color) in columns.items()
    ]  # fmt: skip
    layout = {"barmode": "group", "bargap": 0.35, "xaxis": {"ticksuffix": "%"},
              "yaxis": {"type": "category", "autorange": "reversed"}}  # fmt: skip
    parts = ", ".join(
        say(
            N_("{symbol} brings {risk} with {money} of money"),
            symbol=symbol,
            risk=say.percent(held.contributions[symbol] / total),
            money=say.percent(held.weights[symbol]),
        )
        for symbol in symbols
    )
    words = say(N_("Of a volatility of {value} a year: {parts}."), value=say.percent(held.volatility), parts=parts)
    return Chart(figure(traces, layout, dark, row_height(len(names), each=44)), words)


def frontier(found: Frontier, *, dark: bool = False, language: Language = "en") -> Chart:
    """Volatility and expected return of the mixes of least variance, the named portfolios and the single shares."""
    colors, say = palette(dark), words_of(language)
    hover = say(FRONTIER_HOVER) + "<extra></extra>"

    def points(mixes: Sequence[Mix], texts: Sequence[str], **more: Any) -> dict[str, Any]:
        x, y = (compact([100 * getattr(mix, what) for mix in mixes]) for what in ("volatility", "expected_return"))
        return {"type": "scatter", "x": x, "y": y, "text": list(texts), "hovertemplate": hover, **more}

    mixes, named = list(found.mixes), list(found.portfolios.items())
    traces = [
        points(mixes, [say(N_("Mix"))] * len(mixes), mode="lines", name=say(N_("Efficient mixes")),
               line={"color": colors.accent, "width": 2}),
        points(list(found.holdings.values()), [elided(each) for each in found.holdings], mode="markers+text",
               textposition="top center", name=say(N_("Single shares")), marker={"color": colors.series[5], "size": 7}),
        points([mix for _, mix in named], [say(AIMS[aim]) for aim, _ in named], mode="markers",
               name=say(N_("Portfolios")), marker={"color": colors.amber, "size": 11, "symbol": "diamond"}),
    ]  # fmt: skip
    layout = {
        "xaxis": {"title": {"text": say(N_("Volatility a year"))}, "ticksuffix": "%"},
        "yaxis": {"title": {"text": say(N_("Expected return a year (from the past)"))}, "ticksuffix": "%"},
        "hovermode": "closest",
    }
    words = "; ".join(
        say(
            N_("{name}: volatility {volatility}, expected return {expected}"),
            name=say(AIMS[aim]),
            volatility=say.percent(mix.volatility),
            expected=say.percent(mix.expected_return),
        )
        for aim, mix in named
    )
    return Chart(figure(traces, layout, dark, 400), f"{words}. {say(found.caution)}")


def mood_bars(sentiments: Sequence[Sentiment], *, dark: bool = False, language: Language = "en") -> Chart:
    """How many headlines speak well, neutrally and badly of each company, as one stacked bar a company."""
    colors, say = palette(dark), words_of(language)
    counts: dict[str, Counter[Mood]] = {}
    for each in sentiments:
        counts.setdefault(each.entity, Counter())[each.label] += 1
    names = [elided(entity, 24) for entity in counts]
    shown = dict(zip(MOODS, (colors.accent, colors.series[6], colors.red), strict=True))
    traces = [
        {"type": "bar", "orientation": "h", "y": names, "x": [each[mood] for each in counts.values()],
         "name": say(MOODS[mood]), "marker": {"color": color, "line": {"width": 0}},
         "texttemplate": "%{x}", "textposition": "inside",
         "hovertemplate": f"%{{y}}: %{{x}} {say(MOODS[mood])}<extra></extra>"}
        for mood, color in shown.items()
    ]  # fmt: skip
    layout = {"barmode": "stack", "bargap": 0.4, "yaxis": {"type": "category", "autorange": "reversed"},
              "xaxis": {"tickformat": "d", "visible": False}}  # fmt: skip
    words = "; ".join(
        say(MOOD_COUNTS, entity=entity, **{mood: say.number(each[mood], 0) for mood in MOODS})
        for entity, each in counts.items()
    )
    return Chart(
        figure(traces, layout, dark, row_height(len(names), each=40, least=150)), words or say(N_("No headlines."))
    )
