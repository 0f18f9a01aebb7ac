"""What all charts of the stock analyser share: the sessions as an axis, fewer bars for long periods, small figures.

The horizontal axis counts sessions, so there is no gap at weekends and holidays and every special session has its
place. The names of the sessions stand in the figure once, values as 32-bit floats (seven digits), and a period of more
than about five years is drawn in weeks or months. It knows no price, only columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tools import charts
from tools.format import MONTHS
from tools.translations import N_, Language

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Window = Literal["1M", "3M", "6M", "1Y", "5Y", "Max"]
Step = Literal["daily", "weekly", "monthly"]
WINDOWS: Final[Mapping[Window, int]] = {"1M": 1, "3M": 3, "6M": 6, "1Y": 12, "5Y": 60, "Max": 0}  # months, 0 for all
WINDOW_NAMES: Final[dict[Window, str]] = {
    "1M": N_("1M"), "3M": N_("3M"), "6M": N_("6M"), "1Y": N_("1Y"), "5Y": N_("5Y"), "Max": N_("Max"),
}  # fmt: skip
MOST_POINTS: Final = 1350  # five years of sessions, or 25 of weeks
WIDEST_TICK: Final = 8  # characters of a label; Hindi has no short months, so its years stand below them
TICKS: Final = 6  # labels of the time axis; more would overlap on a phone
STEPS: Final = ((1, 6), (2, 6), (3, 6), (6, 6), (12, 10), (24, 10), (60, 10), (120, 10))  # months, most labels
INDIAN: Final = {"format": {"grouping": [3, *[2] * 8], "currency": ["₹", ""], "decimal": ".", "thousands": ","}}
CONFIG: Final[dict[str, Any]] = {**charts.CONFIG, "locale": "en-IN", "locales": {"en-IN": INDIAN}}
RUPEES, PERCENT = "₹%{y:,.2f}", "%{y:.2f}%"


class Chart(NamedTuple):
    """A figure and the same in words, for those who do not see it."""

    figure: Figure
    in_words: str


@dataclass(frozen=True, eq=False)
class Bars:
    """Sessions grouped into bars: bar k holds the rows from `starts[k]` to `ends[k]`, both included.

    `days` are the last session of each bar, as numpy days.
    """

    starts: Integers
    ends: Integers
    days: NDArray[np.datetime64]
    step: Step

    def last(self, column: Any) -> Floats:
        """Each bar's last value."""
        return np.asarray(column, np.float64)[self.ends]

    def first(self, column: Any) -> Floats:
        """Each bar's first value."""
        return np.asarray(column, np.float64)[self.starts]

    def highest(self, column: Any) -> Floats:
        """Each bar's highest value."""
        return self._each(np.fmax, column)

    def lowest(self, column: Any) -> Floats:
        """Each bar's lowest value."""
        return self._each(np.fmin, column)

    def total(self, column: Any) -> Floats:
        """Each bar's sum, a missing value counting as zero."""
        return self._each(np.add, np.nan_to_num(np.asarray(column, np.float64)))

    def place(self, day: Any) -> int:
        """The bar that holds `day`, or the next one after it; the last one for a later day."""
        return min(int(np.searchsorted(self.days, np.datetime64(day, "D"))), len(self.days) - 1)

    def _each(self, how: Any, column: Any) -> Floats:
        values = np.asarray(column, np.float64)[: self.ends[-1] + 1]
        each: Floats = how.reduceat(values, self.starts)
        return each


def bars_of(index: pd.Index, window: Window = "Max") -> Bars:
    """The bars of a window that ends with the last session of `index`; days, or weeks or months when they are many.

    Raises
    ------
    ValueError
        When `index` is empty.
    """
    if not len(index):
        raise ValueError("There are no sessions to draw.")
    days = index.to_numpy().astype("datetime64[D]")
    first = 0
    if months := WINDOWS[window]:
        start = (pd.Timestamp(days[-1]) - pd.DateOffset(months=months)).to_datetime64().astype("datetime64[D]")
        first = min(int(np.searchsorted(days, start, side="right")), len(days) - 1)
    count = days[first:].astype(np.int64)
    starts, step = np.arange(first, len(days)), "daily"
    if len(starts) > MOST_POINTS:
        starts, step = first + _starts((count + 3) // 7), "weekly"  # 1970 began on a Thursday
    if len(starts) > MOST_POINTS:
        starts, step = first + _starts(days[first:].astype("datetime64[M]").astype(np.int64)), "monthly"
    ends = np.append(starts[1:], len(days)) - 1
    return Bars(starts, ends, days[ends], step)  # type: ignore[arg-type]


def _starts(group: Integers) -> Integers:
    return np.flatnonzero(np.concatenate([[True], group[1:] != group[:-1]]))


def labels(days: NDArray[np.datetime64], language: Language = "en") -> list[str]:
    """Days as in 22 Nov 2026."""
    months = MONTHS[language]
    return [f"{text[8:].lstrip('0')} {months[int(text[5:7]) - 1]} {text[:4]}" for text in np.datetime_as_string(days)]


def sessions_axis(days: NDArray[np.datetime64], names: Sequence[str]) -> dict[str, Any]:
    """An axis with one place for each session and a few labels that do not depend on a viewer's time zone."""
    months = days.astype("datetime64[M]").astype(np.int64)
    span = int(months[-1] - months[0]) + 1
    if span <= 3:
        each = max(1, -(-len(days) // TICKS))
        places = list(range(0, len(days), each))
        texts = [names[place].rsplit(" ", 1)[0] for place in places]
    else:
        each = next((step for step, most in STEPS if span / step <= most), 240)
        group = months // each
        places = (np.flatnonzero(group[1:] != group[:-1]) + 1).tolist()
        texts = [names[place].split(" ", 1)[1] if each < 12 else names[place][-4:] for place in places]
    if max(map(len, texts), default=0) > WIDEST_TICK:
        texts = [text.replace(" ", "<br>") for text in texts]
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": names,
        "tickmode": "array",
        "tickvals": places,
        "ticktext": texts,
        "tickangle": 0,
        "showgrid": False,
        "range": [-0.6, len(days) - 0.4],
    }


def compact(values: Any) -> NDArray[np.float32]:
    """Values as plotly sends them in the fewest bytes that keep seven digits."""
    return np.asarray(values, np.float32)


def line(names: Sequence[str], values: Any, name: str, color: str, **more: Any) -> dict[str, Any]:
    """A line over the sessions `names`; the figure's axis must be `sessions_axis` of the same sessions."""
    style = {"color": color, "width": more.pop("width", 1.6)} | ({"dash": more.pop("dash")} if "dash" in more else {})
    return {
        "type": "scatter",
        "mode": "lines",
        "x0": names[0],
        "dx": 1,
        "y": compact(values),
        "name": name,
        "line": style,
        "hovertemplate": f"{RUPEES}",
        **more,
    }


@lru_cache(maxsize=2)
def _template(dark: bool) -> Any:
    return charts.template(dark)


def figure(traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any], dark: bool, height: int) -> Figure:
    """A figure with the portal's look; `height` in pixels."""
    import plotly.graph_objects as go

    shared = {"template": _template(dark), "height": height, "legend": {"traceorder": "normal"}}
    return go.Figure(data=list(traces), layout={**shared, **layout})


def sessions_figure(
    bars: Bars, names: Sequence[str], traces: Sequence[Mapping[str, Any]], dark: bool, height: int, **layout: Any
) -> Figure:
    """A figure of lines over the sessions, one hover label for all of them."""
    base = {"xaxis": sessions_axis(bars.days, names), "hovermode": "x unified"}
    return figure(traces, {**base, **layout}, dark, height)


def shade(color: str, opacity: float) -> str:
    """A colour (#RRGGBB) as a translucent one."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
