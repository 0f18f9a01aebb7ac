"""The price as candles with its indicators in panels below them. A figure out, no page."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from tools.charts import Palette, palette
from tools.format import CRORE, LAKH
from tools.stocks.drawing import (
    WINDOW_NAMES,
    Bars,
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
from tools.stocks.words import Words, words_of
from tools.translations import N_, Language

if TYPE_CHECKING:
    from numpy.typing import NDArray

Panel = Literal["volume", "rsi", "macd"]
Overlay = Literal["sma_50", "sma_200", "bollinger"]
PANELS: Final[tuple[Panel, ...]] = ("volume", "rsi", "macd")
PRICE_HEIGHT, PANEL_HEIGHT, ROOM = 320, 96, 70  # pixels
GAP: Final = 0.035  # of the height, between panels
MOST_FLAGS: Final = 60  # marks; a worse series is told in words
TITLES: Final[dict[Panel, str]] = {"volume": N_("Volume"), "rsi": "RSI 14", "macd": "MACD"}
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
    frame, colors, say = prices.frame, palette(dark), words_of(language)
    bars = bars_of(frame.index, window)
    names = labels(bars.days, language)
    rows = {name: computed.frame[name].to_numpy(np.float64) for name in computed.frame.columns}
    traces = [_candles(prices, bars, colors, say), *_overlays(bars, names, rows, overlays, colors, say)]
    for number, panel in enumerate(panels, 2):
        traces += [{**trace, "yaxis": f"y{number}"} for trace in _panel(panel, frame, bars, names, rows, colors, say)]
    marked = _marks(bars, names, frame["high"], flags, colors, say)
    if marked:
        traces.append(marked)
    height = PRICE_HEIGHT + PANEL_HEIGHT * len(panels) + ROOM
    most = float(bars.total(frame["volume"]).max())
    drawn = figure(traces, _layout(bars, names, panels, colors, most, say), dark, height)
    return Chart(drawn, _candles_in_words(prices, bars, window, flags, say))


def _candles(prices: Prices, bars: Bars, colors: Palette, say: Words) -> dict[str, Any]:
    """Rising bars hollow and falling ones filled, so that colour is not the only sign."""
    frame = prices.frame
    return {
        "type": "candlestick",
        "name": prices.symbol.symbol,
        "open": compact(bars.first(frame["open"])),
        "high": compact(bars.highest(frame["high"])),
        "low": compact(bars.lowest(frame["low"])),
        "close": compact(bars.last(frame["close"])),
        "increasing": {"line": {"color": colors.accent, "width": 1.2}, "fillcolor": shade(colors.accent, 0)},
        "decreasing": {"line": {"color": colors.red, "width": 1.2}, "fillcolor": colors.red},
        "whiskerwidth": 0,
        "showlegend": False,
        "hovertemplate": say(CANDLES_HOVER),
    }


def _overlays(
    bars: Bars,
    names: list[str],
    rows: dict[str, NDArray[Any]],
    overlays: Collection[Overlay],
    colors: Palette,
    say: Words,
) -> list[dict[str, Any]]:
    found = []
    for column, name, color in (
        ("sma_50", N_("Average of 50"), colors.series[3]),
        ("sma_200", N_("Average of 200"), colors.series[5]),
    ):
        if column in overlays:
            found.append(line(names, bars.last(rows[column]), say(name), color))
    if "bollinger" in overlays:
        band = {"width": 1, "dash": "dot"}
        upper, lower = (bars.last(rows[f"bollinger_{side}"]) for side in ("upper", "lower"))
        found.append(line(names, upper, say(N_("Bollinger upper")), colors.series[1], **band))
        fill = {"fill": "tonexty", "fillcolor": shade(colors.accent, 0.07)}
        found.append(line(names, lower, say(N_("Bollinger lower")), colors.series[1], **band, **fill))
    return found


def _panel(
    panel: Panel, frame: Any, bars: Bars, names: list[str], rows: dict[str, NDArray[Any]], colors: Palette, say: Words
) -> list[dict[str, Any]]:
    quiet = {"showlegend": False, "width": 1.3}
    if panel == "volume":
        hover = say(N_("%{y:,.0f} shares"))
        return [_columns(names, bars.total(frame["volume"]), say(N_("volume")), colors.series[5], hover)]
    if panel == "rsi":
        strength = bars.last(rows["rsi_14"])
        return [line(names, strength, "RSI 14", colors.accent, **quiet, hovertemplate="%{y:.1f}")]
    two = ",.2f"
    return [
        _columns(
            names, bars.last(rows["macd_histogram"]), say(N_("MACD histogram")), colors.series[6], f"%{{y:{two}}}"
        ),
        line(names, bars.last(rows["macd"]), "MACD", colors.accent, **quiet, hovertemplate=f"%{{y:{two}}}"),
        line(
            names,
            bars.last(rows["macd_signal"]),
            say(N_("signal")),
            colors.amber,
            **quiet,
            hovertemplate=f"%{{y:{two}}}",
        ),
    ]


def _columns(names: list[str], values: Any, name: str, color: str, hover: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "x0": names[0],
        "dx": 1,
        "y": compact(values),
        "name": name,
        "marker": {"color": color, "line": {"width": 0}, "opacity": 0.7},
        "showlegend": False,
        "hovertemplate": hover,
    }


def _marks(
    bars: Bars, names: list[str], high: Any, flags: Sequence[QualityFlag], colors: Palette, say: Words
) -> dict[str, Any] | None:
    """Amber marks above the bars of flagged sessions within the window; the latest ones when they are many."""
    first = bars.days[0].astype("datetime64[D]").astype(object)
    told: dict[int, list[str]] = {}
    for flag in [each for each in flags if each.date >= first][-MOST_FLAGS:]:
        told.setdefault(bars.place(flag.date), []).append(f"{say.day(flag.date)}: {say.sentence(flag.detail)}")
    if not told:
        return None
    tops = bars.highest(high)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [names[place] for place in told],
        "y": compact([tops[place] * 1.01 for place in told]),
        "name": say(N_("Data flag")),
        "marker": {"symbol": "triangle-down", "size": 9, "color": colors.amber},
        "text": ["<br>".join(lines[:3]) for lines in told.values()],
        "hovertemplate": "%{text}",
    }


def _layout(
    bars: Bars, names: list[str], panels: Sequence[Panel], colors: Palette, most: float, say: Words
) -> dict[str, Any]:
    """One time axis for all panels, the price on top; `most` is the largest volume."""
    total = PRICE_HEIGHT + PANEL_HEIGHT * len(panels)
    top, each = PRICE_HEIGHT / total, PANEL_HEIGHT / total
    layout: dict[str, Any] = {
        "xaxis": {
            **sessions_axis(bars.days, names),
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
        axis: dict[str, Any] = {"title": {"text": say(TITLES[panel])}, "nticks": 4}
        axis["domain"] = [max(0.0, high - each), high - GAP]  # plotly refuses what rounding puts below zero
        if panel == "rsi":
            axis |= {"range": [0, 100], "tickmode": "array", "tickvals": [30, 70]}
            layout["shapes"] += [_level(f"y{number}", value, colors) for value in (30, 70)]
        elif panel == "volume":
            axis |= {"rangemode": "tozero", "tickmode": "array", **_volume_ticks(most, say)}
        layout[f"yaxis{number}"] = axis | {"fixedrange": True}
    return layout


def _volume_ticks(most: float, say: Words) -> dict[str, Any]:
    """Two or three labels in lakh and crore; plotly itself knows thousands and millions alone."""
    if most <= 0:
        return {"tickvals": [0], "ticktext": ["0"]}
    size = 10 ** math.floor(math.log10(most))
    step = next(each * size for each in (5, 2, 1, 0.5) if 2 * each * size <= most)
    places = [step * count for count in range(1, int(most / step) + 1)][:3]
    return {"tickvals": places, "ticktext": [_short(place, say) for place in places]}


def _short(value: float, say: Words) -> str:
    for unit, name in ((CRORE, N_("cr")), (LAKH, N_("lakh"))):
        if value >= unit:
            return f"{value / unit:g} {say(name)}"
    return f"{value:g}"


def _level(axis: str, value: float, colors: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "yref": axis,
        "y0": value,
        "y1": value,
        "line": {"color": colors.muted, "width": 1, "dash": "dot"},
    }


def _candles_in_words(prices: Prices, bars: Bars, window: Window, flags: Sequence[QualityFlag], say: Words) -> str:
    frame = prices.frame
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
