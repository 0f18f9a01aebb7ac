"""The price as candles with its indicators in panels below them. A figure out, no page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from tools.charts import palette
from tools.stocks.charts_panels import PANELS, Panel, Plot, axis, levels, traces
from tools.stocks.drawing import (
    WINDOW_NAMES,
    Chart,
    Window,
    bars_of,
    compact,
    figure,
    labels,
    line,
    sessions_axis,
    shade,
)
from tools.stocks.indicators import Indicators
from tools.stocks.types import Prices, QualityFlag
from tools.stocks.words import words_of
from tools.translations import N_, Language

if TYPE_CHECKING:
    pass

Overlay = Literal["sma_50", "sma_200", "bollinger"]
PRICE_HEIGHT, PANEL_HEIGHT, ROOM = 320, 96, 70  # pixels
GAP: Final = 0.035  # of the height, between panels
MOST_FLAGS: Final = 60  # marks; a worse series is told in words
CANDLES_HOVER: Final = N_("open ₹%{open:,.2f}<br>high ₹%{high:,.2f}<br>low ₹%{low:,.2f}<br>close ₹%{close:,.2f}")
STEPS: Final = {
    "daily": N_("daily candles"),
    "weekly": N_("weekly candles"),
    "monthly": N_("monthly candles"),
}
CANDLES: Final = N_(
    "{name}, {candles} from {first} to {last} ({window}): close {opened} at the start and {closed} at the end "
    "({change}), low {low}, high {high}."
)


def candles(
    prices: Prices,
    computed: Indicators,
    window: Window = "1Y",
    *,
    overlays: Collection[Overlay] = ("sma_50", "sma_200"),
    panels: Sequence[Panel] = PANELS,
    flags: Sequence[QualityFlag] = (),
    dark: bool = False,
    language: Language = "en",
) -> Chart:
    """Candles with volume, chosen overlays and panels; the window ends with the last session.

    Parameters
    ----------
    computed
        Indicators of the same frame, so that the window's first values have their warm-up before it.
    flags
        Marked in amber at their session, or at the next one when their row is left out of the frame.

    Raises
    ------
    ValueError
        When `prices` has no session.
    """
    bars, colors, say = bars_of(prices.frame.index, window), palette(dark), words_of(language)
    rows = {name: computed.frame[name].to_numpy(np.float64) for name in computed.frame.columns}
    plot = Plot(prices.frame, rows, bars, labels(bars.days, language), colors, say)
    drawn = [_candles(prices.symbol.symbol, plot), *_overlays(overlays, plot)]
    for number, panel in enumerate(panels, 2):
        drawn += [{**trace, "yaxis": f"y{number}"} for trace in traces(panel, plot)]
    if marked := _marks(flags, plot):
        drawn.append(marked)
    height = PRICE_HEIGHT + PANEL_HEIGHT * len(panels) + ROOM
    return Chart(figure(drawn, _layout(panels, plot), dark, height), _in_words(prices, window, flags, plot))


def _candles(symbol: str, plot: Plot) -> dict[str, Any]:
    """Rising bars hollow and falling ones filled, so that colour is not the only sign."""
    frame, bars, colors = plot.frame, plot.bars, plot.colors
    return {
        "type": "candlestick",
        "name": symbol,
        "open": compact(bars.first(frame["open"])),
        "high": compact(bars.highest(frame["high"])),
        "low": compact(bars.lowest(frame["low"])),
        "close": compact(bars.last(frame["close"])),
        "increasing": {"line": {"color": colors.accent, "width": 1.2}, "fillcolor": shade(colors.accent, 0)},
        "decreasing": {"line": {"color": colors.red, "width": 1.2}, "fillcolor": colors.red},
        "whiskerwidth": 0,
        "showlegend": False,
        "hovertemplate": plot.say(CANDLES_HOVER),
    }


def _overlays(overlays: Collection[Overlay], plot: Plot) -> list[dict[str, Any]]:
    names, colors, say = plot.names, plot.colors, plot.say
    averages: tuple[tuple[Overlay, str, str], ...] = (
        ("sma_50", N_("Average of 50"), colors.series[3]),
        ("sma_200", N_("Average of 200"), colors.series[5]),
    )
    found = [line(names, plot.last(key), say(name), color) for key, name, color in averages if key in overlays]
    if "bollinger" in overlays:
        band = {"width": 1, "dash": "dot"}
        found.append(line(names, plot.last("bollinger_upper"), say(N_("Bollinger upper")), colors.series[1], **band))
        band |= {"fill": "tonexty", "fillcolor": shade(colors.accent, 0.07)}
        found.append(line(names, plot.last("bollinger_lower"), say(N_("Bollinger lower")), colors.series[1], **band))
    return found


def _marks(flags: Sequence[QualityFlag], plot: Plot) -> dict[str, Any] | None:
    """Amber marks above the bars of flagged sessions within the window; the latest ones when they are many."""
    bars, say = plot.bars, plot.say
    first = bars.days[0].astype("datetime64[D]").astype(object)
    told: dict[int, list[str]] = {}
    for flag in [each for each in flags if each.date >= first][-MOST_FLAGS:]:
        told.setdefault(bars.place(flag.date), []).append(f"{say.day(flag.date)}: {say.sentence(flag.detail)}")
    if not told:
        return None
    tops = bars.highest(plot.frame["high"])
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [plot.names[place] for place in told],
        "y": compact([tops[place] * 1.01 for place in told]),
        "name": say(N_("Data flag")),
        "marker": {"symbol": "triangle-down", "size": 9, "color": plot.colors.amber},
        "text": ["<br>".join(lines[:3]) for lines in told.values()],
        "hovertemplate": "%{text}",
    }


def _layout(panels: Sequence[Panel], plot: Plot) -> dict[str, Any]:
    """One time axis for all panels, the price on top."""
    total = PRICE_HEIGHT + PANEL_HEIGHT * len(panels)
    top, each = PRICE_HEIGHT / total, PANEL_HEIGHT / total
    layout: dict[str, Any] = {
        "xaxis": {
            **sessions_axis(plot.bars.days, plot.names),
            "rangeslider": {"visible": False},
            "anchor": f"y{len(panels) + 1}" if panels else "y",
        },
        "yaxis": {"domain": [1 - top, 1], "title": {"text": "₹"}, "tickformat": ",.6~g", "fixedrange": True},
        "hovermode": "x unified",
        "hoversubplots": "axis",
        "bargap": 0.15,
        "shapes": [],
    }
    for number, panel in enumerate(panels, 2):
        high = 1 - top - each * (number - 2)
        domain = [max(0.0, high - each), high - GAP]  # plotly refuses what rounding puts below zero
        layout[f"yaxis{number}"] = {**axis(panel, plot), "domain": domain}
        layout["shapes"] += levels(panel, number, plot.colors)
    return layout


def _in_words(prices: Prices, window: Window, flags: Sequence[QualityFlag], plot: Plot) -> str:
    frame, bars, say = prices.frame, plot.bars, plot.say
    opened, closed = float(frame["close"].iloc[bars.starts[0]]), float(frame["close"].iloc[-1])
    rows = slice(int(bars.starts[0]), None)
    first, last = (frame.index[at].date() for at in (int(bars.starts[0]), -1))
    told = say(
        CANDLES,
        name=prices.symbol.name,
        candles=say(STEPS[bars.step]),
        first=say.day(first),
        last=say.day(last),
        window=say(WINDOW_NAMES[window]),
        opened=say.rupees(opened),
        closed=say.rupees(closed),
        change=say.percent(closed / opened - 1, sign=True),
        low=say.rupees(float(frame["low"].iloc[rows].min())),
        high=say.rupees(float(frame["high"].iloc[rows].max())),
    )
    inside = sum(flag.date >= first for flag in flags)
    if not inside:
        return told
    return f"{told} {say.ngettext('{count} data flag in this period.', '{count} data flags in this period.', inside)}"
