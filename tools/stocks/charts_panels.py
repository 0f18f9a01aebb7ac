"""The panels below the candles: volume, relative strength, MACD. Traces and axes out, no figure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from tools.charts import Palette
from tools.format import CRORE, LAKH
from tools.stocks.drawing import Bars, compact, line
from tools.stocks.words import Words
from tools.translations import N_

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

Panel = Literal["volume", "rsi", "macd"]
PANELS: Final[tuple[Panel, ...]] = ("volume", "rsi", "macd")
TITLES: Final[dict[Panel, str]] = {"volume": N_("Volume"), "rsi": "RSI 14", "macd": "MACD"}


@dataclass(frozen=True, eq=False)
class Plot:
    """What all traces of one chart are drawn from: prices, indicators by name, bars and their names, colours, words."""

    frame: pd.DataFrame
    indicators: dict[str, NDArray[Any]]
    bars: Bars
    names: list[str]
    colors: Palette
    say: Words

    def last(self, indicator: str) -> NDArray[Any]:
        """An indicator at the end of each bar."""
        return self.bars.last(self.indicators[indicator])


def traces(panel: Panel, plot: Plot) -> list[dict[str, Any]]:
    """What a panel shows."""
    names, colors, say = plot.names, plot.colors, plot.say
    quiet = {"showlegend": False, "width": 1.3}
    if panel == "volume":
        total = plot.bars.total(plot.frame["volume"])
        return [_columns(names, total, say(N_("volume")), colors.series[5], say(N_("%{y:,.0f} shares")))]
    if panel == "rsi":
        return [line(names, plot.last("rsi_14"), "RSI 14", colors.accent, **quiet, hovertemplate="%{y:.1f}")]
    hover = "%{y:,.2f}"
    return [
        _columns(names, plot.last("macd_histogram"), say(N_("MACD histogram")), colors.series[6], hover),
        line(names, plot.last("macd"), "MACD", colors.accent, **quiet, hovertemplate=hover),
        line(names, plot.last("macd_signal"), say(N_("signal")), colors.amber, **quiet, hovertemplate=hover),
    ]


def axis(panel: Panel, plot: Plot) -> dict[str, Any]:
    """How a panel's values are labelled."""
    found: dict[str, Any] = {"title": {"text": plot.say(TITLES[panel])}, "nticks": 4, "fixedrange": True}
    if panel == "rsi":
        found |= {"range": [0, 100], "tickmode": "array", "tickvals": [30, 70]}
    elif panel == "volume":
        most = float(plot.bars.total(plot.frame["volume"]).max())
        found |= {"rangemode": "tozero", "tickmode": "array", **_volume_ticks(most, plot.say)}
    return found


def levels(panel: Panel, number: int, colors: Palette) -> list[dict[str, Any]]:
    """Lines across the panel on axis `number`: where a share counts as overbought and oversold."""
    return [_level(f"y{number}", value, colors) for value in (30, 70)] if panel == "rsi" else []


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
