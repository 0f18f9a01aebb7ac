"""One share as a workbook: Summary, Bars, Indicators, Risk, Forecast, Back-test, Flags. Every text is a string.

Numbers stay numbers with their full digits, shown with Indian commas; a value that is not there is an empty cell.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from tools.cells import plain
from tools.stocks.commentary import told
from tools.stocks.report import (
    KINDS,
    Report,
    indicator_rows,
    made,
    price_rows,
    risk_rows,
    sourced,
    strategy_rows,
)
from tools.stocks.types import COLUMNS
from tools.stocks.words import NOT_ADVICE, Words
from tools.translations import N_

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

TEAL, GREY, PALE = "#0F766E", "#475569", "#E2E8F0"
INDIAN: Final = r"[>=10000000]##\,##\,##\,##0.00;[>=100000]##\,##\,##0.00;##,##0.00"
WHOLE: Final = r"[>=10000000]##\,##\,##\,##0;[>=100000]##\,##\,##0;##,##0"
NEVER_GUESS: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
WIDEST: Final = 60  # characters of a column
FLAGS_HEADER: Final = (N_("Date"), N_("Kind"), N_("What"))
COLUMN_NAMES: Final = (  # the others are names of indicators and ratios, the same in every language
    N_("Opening price"), N_("High"), N_("Low"), N_("Close"), N_("Volume"), N_("Adjusted close"), N_("Macd histogram"),
    N_("Bollinger upper"), N_("Bollinger middle"), N_("Bollinger lower"), N_("Sharpe"), N_("Sortino"), N_("Beta"),
    N_("Alpha"), N_("Max drawdown"), N_("Max drawdown from"), N_("Max drawdown to"), N_("Value at risk 95"),
    N_("Expected shortfall 95"), N_("Cagr"), N_("Volatility"), N_("Garch volatility"), N_("Tracking error"),
    N_("Benchmark"), N_("First"), N_("Last"),
)  # fmt: skip
HEADINGS: Final = {"open": "Opening price"}
TRADES_HEADER: Final = (N_("Bought"), N_("Price"), N_("Sold"), N_("Price"), N_("Net return"))


def to_xlsx(report: Report) -> bytes:
    """The workbook as bytes."""
    import xlsxwriter

    out, say = io.BytesIO(), report.say
    with xlsxwriter.Workbook(out, {"in_memory": True, **NEVER_GUESS}) as book:
        book.set_properties(
            {
                "title": plain(report.title)[:200],
                "comments": say(NOT_ADVICE),
                "created": report.time.replace(tzinfo=None),
            }
        )
        looks = _looks(book)
        _summary(book, looks, report)
        _frame(book, looks, say(N_("Bars")), report.prices.frame[list(COLUMNS)], say)
        _frame(book, looks, say(N_("Indicators")), report.indicators.frame, say)
        _table(book, looks, say(N_("Risk")), (say(N_("Figure")), say(N_("Value"))), _risk(report))
        _table(book, looks, say(N_("Forecast")), *_forecast(report))
        if report.strategy:
            _backtest(book, looks, report)
        flags = [(flag.date, say(KINDS[flag.kind]), say.sentence(flag.detail)) for flag in report.flags]
        _table(book, looks, say(N_("Flags")), [say(text) for text in FLAGS_HEADER], flags)
    return out.getvalue()


def _looks(book: Workbook) -> dict[str, Any]:
    return {
        "title": book.add_format({"bold": True, "font_size": 16, "font_color": TEAL}),
        "head": book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": TEAL, "valign": "vcenter"}),
        "part": book.add_format({"bold": True, "font_color": TEAL, "bottom": 1, "bottom_color": PALE}),
        "quiet": book.add_format({"font_color": GREY, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": "d mmm yyyy", "align": "left", "valign": "top"}),
        "number": book.add_format({"num_format": INDIAN, "valign": "top"}),
        "whole": book.add_format({"num_format": WHOLE, "valign": "top"}),
        "percent": book.add_format({"num_format": "0.00%", "valign": "top"}),
    }


def _summary(book: Workbook, looks: dict[str, Any], report: Report) -> None:
    say = report.say
    sheet = book.add_worksheet(say(N_("Summary")))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, WIDEST)
    _write(sheet, 0, 0, report.title, looks["title"])
    lines = [sourced(report), say.sentence(report.prices.note), made(report)]
    row = 1
    for text in filter(None, lines):
        sheet.merge_range(row, 0, row, 1, "", looks["quiet"])
        _write(sheet, row, 0, text, looks["quiet"])
        row += 1
    for part, pairs in ((N_("Price"), price_rows), (N_("Indicators"), indicator_rows), (N_("Risk"), risk_rows)):
        row += 1
        _write(sheet, row, 0, say(part), looks["part"])
        _write(sheet, row, 1, "", looks["part"])
        for name, value in pairs(report):
            row += 1
            _write(sheet, row, 0, name, looks["text"])
            _write(sheet, row, 1, value, looks["text"])
        row += 1
    if report.commentary:
        row += 1
        _write(sheet, row, 0, say(N_("In words")), looks["part"])
        _write(sheet, row, 1, "", looks["part"])
        for said in report.commentary:
            row += 1
            sheet.merge_range(row, 0, row, 1, "", looks["text"])
            text = told(said, report.language)
            _write(sheet, row, 0, text, looks["text"])
            sheet.set_row(row, 15 * math.ceil(max(1, len(text)) / 100))


def _frame(book: Workbook, looks: dict[str, Any], name: str, frame: pd.DataFrame, say: Words) -> None:
    """A frame with its dates; columns are written one by one, cells without a value are left empty."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 12, looks["date"])
    _write(sheet, 0, 0, say(N_("Date")), looks["head"])
    for row, stamp in enumerate(frame.index, 1):
        sheet.write_datetime(row, 0, stamp.to_pydatetime(), looks["date"])
    for column, heading in enumerate(frame.columns, 1):
        look = looks["whole"] if heading in ("volume", "obv") else looks["number"]
        sheet.set_column(column, column, 15)
        _write(
            sheet,
            0,
            column,
            say(HEADINGS.get(str(heading), str(heading).replace("_", " ").capitalize())),
            looks["head"],
        )
        for row, value in enumerate(frame[heading].to_numpy(float).tolist(), 1):
            if math.isfinite(value):
                sheet.write_number(row, column, value, look)
    sheet.autofilter(0, 0, len(frame), len(frame.columns))


def _risk(report: Report) -> list[tuple[object, ...]]:
    """The risk figures as numbers; shares are shown as percentages by their name's look."""
    ratios = {"sharpe", "sortino", "beta"}
    return [
        (
            report.say(name.replace("_", " ").capitalize()),
            value if name in ratios or not isinstance(value, float) else Share(value),
        )
        for name, value in vars(report.risk).items()
    ]


class Share(float):
    """A share of one that a cell shows as a percentage."""


def _forecast(report: Report) -> tuple[Sequence[str], list[tuple[object, ...]]]:
    """Each horizon with its back-test beside it."""
    say = report.say
    header = [
        say(text)
        for text in (
            *(N_("Sessions ahead"), N_("Median"), N_("Low 80%"), N_("High 80%"), N_("Low 95%"), N_("High 95%")),
            *(N_("Error against naive (MASE)"), N_("CRPS against naive"), N_("Coverage of 80%"), N_("Origins")),
        )
    ]
    if report.forecast is None:
        return header, [(say(N_("Too few sessions for a forecast.")),)]
    scores = {score.days: score for score in report.forecast.backtest}
    rows: list[tuple[object, ...]] = []
    for each in report.forecast.horizons:
        score = scores.get(each.days)
        judged = (score.rel_mase, score.rel_crps, Share(score.coverage_80), score.origins) if score else ()
        rows.append((each.days, each.median, each.low_80, each.high_80, each.low_95, each.high_95, *judged))
    below = say(N_("Ratios below 1: better than a random walk."))
    notes = (say.sentence(report.forecast.model), say.sentence(report.forecast.note), below)
    return header, [*rows, *((text,) for text in notes if text)]


def _backtest(book: Workbook, looks: dict[str, Any], report: Report) -> None:
    assert report.strategy is not None
    say, one, two = report.say, report.strategy.strategy, report.strategy.buy_and_hold
    notes = ((say.sentence(note),) for note in report.strategy.notes)
    rows: list[tuple[object, ...]] = [*strategy_rows(report.strategy, say), *notes]
    names = (say(N_("Figure")), say.sentence(one.rule), say.sentence(two.rule))
    _table(book, looks, say(N_("Back-test")), names, rows)
    header = [say(text) for text in TRADES_HEADER]
    trades = [(each.bought, each.buy_price, each.sold, each.sell_price, Share(each.net_return)) for each in one.trades]
    _table(book, looks, say(N_("Trades")), header, trades)


def _table(
    book: Workbook, looks: dict[str, Any], name: str, header: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    widths = [len(heading) + 3 for heading in header]
    for column, heading in enumerate(header):
        _write(sheet, 0, column, heading, looks["head"])
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            _cell(sheet, number, column, value, looks)
            if len(row) > 1:
                widths[column] = max(widths[column], min(WIDEST, len(str(value)) + 2))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(WIDEST, width))


def _cell(sheet: Worksheet, row: int, column: int, value: object, looks: dict[str, Any]) -> None:
    if value is None:
        return
    if isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), looks["date"])
    elif isinstance(value, int | float):
        if math.isfinite(value):
            look = "percent" if isinstance(value, Share) else "whole" if isinstance(value, int) else "number"
            sheet.write_number(row, column, float(value), looks[look])
    else:
        _write(sheet, row, column, str(value), looks["text"])


def _write(sheet: Worksheet, row: int, column: int, text: str, look: Any) -> None:
    """A string that stays one, whatever it starts with."""
    sheet.write_string(row, column, plain(text), look)
