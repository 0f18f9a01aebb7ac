"""One share on paper: A4, price and source first, key figures, the price line with the fan, the words, the flags.

The chart is drawn with lines of the PDF itself, from the values that the page shows; nothing is fetched or computed
here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tools.paper import (
    AMBER,
    GREY,
    INK,
    MARGIN,
    PALE,
    RED,
    TEAL,
    WIDTH,
    drawable,
    grid,
    ink,
    keep_together,
    paper,
    paragraph,
)
from tools.stocks.commentary import told
from tools.stocks.report import (
    KINDS,
    Report,
    indicator_rows,
    last_close,
    made,
    price_rows,
    risk_rows,
    sourced,
    strategy_rows,
)
from tools.stocks.report_chart import price_chart
from tools.stocks.words import NOT_ADVICE
from tools.translations import N_

if TYPE_CHECKING:
    from fpdf import FPDF

MOST_FLAGS: Final = 25  # rows on paper; the workbook has all
MOST_SENTENCES: Final = 40
FORECAST_HEADER: Final = (
    N_("Sessions"), N_("80% interval"), N_("95% interval"), N_("MASE / naive"), N_("CRPS / naive"), N_("Inside 80%"),
)  # fmt: skip
MODEL: Final = N_(
    "Model: {model}. Ratios are against a random walk over {origins} past origins of this series; below 1 is better."
)


def to_pdf(report: Report) -> bytes:
    """The report as an A4 PDF."""
    say = report.say
    pages = say(N_("Page {page} of {pages}"))
    title = drawable(report.title, 120)
    pdf = paper(say(NOT_ADVICE), title, report.time, language=f"{report.language}-IN", pages=pages)
    pdf.add_page()
    _head(pdf, report)
    price_chart(pdf, report)
    _figures(pdf, report)
    if report.commentary:
        _heading(pdf, say(N_("In words")))
        for said in report.commentary[:MOST_SENTENCES]:
            paragraph(pdf, drawable(told(said, report.language)), 9.5)
            pdf.ln(1)
    if report.forecast is not None:
        _forecast(pdf, report)
    if report.strategy is not None:
        _backtest(pdf, report)
    _flags(pdf, report)
    return bytes(pdf.output())


def _head(pdf: FPDF, report: Report) -> None:
    say = report.say
    close, change, on = last_close(report)
    paragraph(pdf, say(N_("Stock analysis")), 9, bold=True, color=TEAL)
    paragraph(pdf, drawable(report.title, 120), 18, bold=True)
    pdf.ln(1)
    price = say.rupees(close)
    if change is not None:
        price += f" ({say.percent(change, 2, sign=True)})"
    color = RED if change is not None and change < 0 else TEAL
    paragraph(pdf, drawable(say(N_("{price} at the close of {day}"), price=price, day=on)), 13, bold=True, color=color)
    paragraph(pdf, drawable(sourced(report)), 8.5, color=GREY)
    if report.prices.note:
        paragraph(pdf, drawable(say.sentence(report.prices.note)), 8.5, bold=True, color=AMBER)
    paragraph(pdf, drawable(made(report)), 8.5, color=GREY)
    pdf.ln(3)


def _figures(pdf: FPDF, report: Report) -> None:
    """Price and indicators on the left, risk on the right."""
    left = [*price_rows(report), *indicator_rows(report)]
    right = risk_rows(report)
    half = (WIDTH - 8) / 2
    keep_together(pdf, 6 + 5 * max(len(left), len(right)))
    top = pdf.get_y()
    _pairs(pdf, report.say(N_("Price and indicators")), left, MARGIN, half)
    bottom = pdf.get_y()
    pdf.set_y(top)
    _pairs(pdf, report.say(N_("Risk")), right, MARGIN + half + 8, half)
    pdf.set_y(max(bottom, pdf.get_y()) + 3)


def _pairs(pdf: FPDF, heading: str, rows: Sequence[tuple[str, str]], left: float, width: float) -> None:
    pdf.set_x(left)
    ink(pdf, 10, True, TEAL)
    pdf.cell(width, 6, drawable(heading), new_x="LEFT", new_y="NEXT")
    pdf.set_draw_color(PALE)
    for name, value in rows:
        top = pdf.get_y()
        pdf.line(left, top, left + width, top)
        ink(pdf, 8, color=GREY)
        pdf.set_xy(left, top)
        shown = drawable(value, 60)
        room = _text_width(pdf, shown)
        label = drawable(name, 60)
        two_lines = _text_width(pdf, label) + room + 2 > width
        pdf.cell(width, 4.6, label)
        ink(pdf, 8, color=INK)
        pdf.set_xy(left, top + (4 if two_lines else 0))
        pdf.cell(width, 4.6, shown, align="R")
        pdf.set_xy(left, top + (8.6 if two_lines else 4.6))


def _text_width(pdf: FPDF, text: str) -> float:
    return float(pdf.get_string_width(text))


def _heading(pdf: FPDF, text: str, rows: int = 1) -> None:
    """A part's heading, on a new page unless so many rows of its table fit below it."""
    keep_together(pdf, 20 + 7 * rows)
    pdf.ln(2)
    paragraph(pdf, text, 11, bold=True, color=TEAL)
    pdf.ln(1)


def _forecast(pdf: FPDF, report: Report) -> None:
    assert report.forecast is not None
    say = report.say
    _heading(pdf, say(N_("Forecast: a spread, no direction")), 5)
    scores = {score.days: score for score in report.forecast.backtest}
    rows = []
    for each in report.forecast.horizons:
        score = scores.get(each.days)
        judged = [say(N_("not tested"))] * 3
        if score:
            mase, crps, inside = say.number(score.rel_mase), say.number(score.rel_crps, 3), score.coverage_80
            judged = [mase, crps, say.percent(inside, 0)]
        spread = say.between(each.low_80, each.high_80), say.between(each.low_95, each.high_95)
        rows.append([say.number(each.days, 0), *spread, *judged])
    header = [say(text) for text in FORECAST_HEADER]
    grid(pdf, header, rows, (2, 4, 4, 2.4, 2.4, 2.2))
    origins = max((score.origins for score in report.forecast.backtest), default=0)
    model = say(MODEL, model=say.sentence(report.forecast.model), origins=say.number(origins, 0))
    paragraph(pdf, drawable(f"{model} {say.sentence(report.forecast.note)}"), 8, color=GREY)


def _backtest(pdf: FPDF, report: Report) -> None:
    tested, say = report.strategy, report.say
    assert tested is not None
    _heading(pdf, say(N_("A simple rule, after costs")), 8)
    span = say.span(tested.strategy.performance.first, tested.strategy.performance.last)
    header = [drawable(span), *(drawable(say.sentence(run.rule)) for run in (tested.strategy, tested.buy_and_hold))]
    grid(pdf, header, [[drawable(cell) for cell in row] for row in strategy_rows(tested, say)], (2, 3, 2))
    paragraph(pdf, drawable(" ".join(say.sentence(note) for note in tested.notes)), 8, color=GREY)


def _flags(pdf: FPDF, report: Report) -> None:
    say = report.say
    _heading(pdf, say(N_("Quality of the data")))
    if not report.flags:
        paragraph(pdf, say(N_("No flag: every row passed the checks.")), 9)
        return
    shown = report.flags[-MOST_FLAGS:]
    rows = [
        [say.day(flag.date), drawable(say(KINDS[flag.kind])), drawable(say.sentence(flag.detail), 200)]
        for flag in shown
    ]
    if len(report.flags) > len(shown):
        counts = {"shown": say.number(len(shown), 0), "count": say.number(len(report.flags), 0)}
        paragraph(pdf, say(N_("The latest {shown} of {count} flags."), **counts), 8, color=GREY)
    grid(pdf, (say(N_("Date")), say(N_("Kind")), say(N_("What"))), rows, (1.5, 2, 6))
