"""The price line of a year with the forecast's fan, drawn with a PDF's own lines and polygons. No picture, no browser.

One place for each session, as on the page; the vertical axis has four or five round prices.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from tools.paper import AMBER, GREY, INK, MARGIN, PALE, TEAL, WIDTH, drawable, ink, keep_together
from tools.stocks.report import Report
from tools.stocks.words import Words
from tools.translations import N_

if TYPE_CHECKING:
    from fpdf import FPDF

SESSIONS: Final = 252
HEIGHT: Final = 62.0  # millimetres
ROOM: Final = 16.0  # millimetres for the prices on the right
FAN_95, FAN_80 = "#D5EBE8", "#A9D6D0"
LINES: Final = N_("Close (black), average of 50 sessions (amber).")
LINES_AND_FAN: Final = N_(
    "Close (black), average of 50 sessions (amber), intervals of 80% and 95% for the next {count} sessions (teal)."
)
Point = tuple[float, float]


def price_chart(pdf: FPDF, report: Report) -> None:
    """Draw it at the current height; nothing with fewer than two closes."""
    close = report.prices.frame["close"].dropna().iloc[-SESSIONS:]
    if len(close) < 2:
        return
    horizons = report.forecast.horizons if report.forecast else ()
    average = report.indicators.frame["sma_50"].reindex(close.index).to_numpy(np.float64)
    spread = [value for each in horizons for value in (each.low_95, each.high_95)]
    shown = [*close.to_list(), *average[np.isfinite(average)].tolist(), *spread]
    low, high = min(shown), max(shown)
    if not high > low:
        low, high = low * 0.99, high * 1.01
    keep_together(pdf, HEIGHT + 12)
    top, width = pdf.get_y(), WIDTH - ROOM
    places = len(close) - 1 + max((each.days for each in horizons), default=0)

    def at(place: float, value: float) -> Point:
        return MARGIN + width * place / places, top + HEIGHT * (high - value) / (high - low)

    _levels(pdf, at, low, high, places, report.say)
    _fan(pdf, at, len(close) - 1, float(close.iloc[-1]), horizons)
    _path(pdf, [at(place, value) for place, value in enumerate(average) if math.isfinite(value)], AMBER, 0.25)
    _path(pdf, [at(place, value) for place, value in enumerate(close)], INK, 0.4)
    _captions(pdf, at, close, places, bool(horizons), top, report.say)


def _levels(pdf: FPDF, at: Callable[[float, float], Point], low: float, high: float, places: int, say: Words) -> None:
    ink(pdf, 7, color=GREY)
    pdf.set_draw_color(PALE)
    pdf.set_line_width(0.2)
    for value in round_levels(low, high):
        (left, height), (right, _) = at(0, value), at(places, value)
        pdf.line(left, height, right, height)
        pdf.set_xy(right + 1, height - 1.5)
        pdf.cell(ROOM - 1, 3, drawable(say.rupees(value, 0 if value >= 10 else 2)))


def round_levels(low: float, high: float) -> list[float]:
    """Two to six round values between two bounds, `low` below `high`."""
    size = 10.0 ** math.floor(math.log10(high - low))
    step = next((each * size for each in (0.2, 0.25, 0.5, 1, 2, 5) if (high - low) / (each * size) <= 5), 10 * size)
    first = math.ceil(low / step)
    return [round(step * place, 10) for place in range(first, first + 7) if low <= step * place <= high]


def _fan(pdf: FPDF, at: Callable[[float, float], Point], start: int, last: float, horizons: Sequence[Any]) -> None:
    if not horizons:
        return
    for level, color in (("95", FAN_95), ("80", FAN_80)):
        upper = [at(start + each.days, getattr(each, f"high_{level}")) for each in horizons]
        lower = [at(start + each.days, getattr(each, f"low_{level}")) for each in horizons]
        pdf.set_fill_color(color)
        pdf.polygon([at(start, last), *upper, *reversed(lower)], style="F")
    pdf.set_fill_color("#FFFFFF")  # tables fill their rows with the last colour
    _path(pdf, [at(start, last), *(at(start + each.days, each.median) for each in horizons)], TEAL, 0.3)


def _path(pdf: FPDF, points: Sequence[Point], color: str, width: float) -> None:
    if len(points) < 2:
        return
    pdf.set_draw_color(color)
    pdf.set_line_width(width)
    pdf.polyline(list(points))
    pdf.set_line_width(0.2)


def _captions(
    pdf: FPDF, at: Callable[[float, float], Point], close: Any, places: int, fan: bool, top: float, say: Words
) -> None:
    """Dates below the line, then what is drawn in which colour."""
    bottom = top + HEIGHT + 1
    ink(pdf, 7, color=GREY)
    pdf.set_xy(MARGIN, bottom)
    pdf.cell(40, 4, say.day(close.index[0].date()))
    end = at(len(close) - 1, float(close.iloc[-1]))[0]
    pdf.set_xy(end - 40, bottom)
    pdf.cell(40, 4, say.day(close.index[-1].date()), align="R")
    told = say(LINES)
    if fan:
        told = say(LINES_AND_FAN, count=say.number(places - len(close) + 1, 0))
    pdf.set_xy(MARGIN, bottom + 4)
    pdf.cell(WIDTH, 4, drawable(told))
    pdf.set_y(bottom + 10)
