"""CSV, workbook, HTML and PDF: the same values, nothing runs, hostile names stay text."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime
from functools import cache

import openpyxl
import pandas as pd
import pypdfium2
import pytest

from tests.tools.stocks.series import frame_of, prices_of
from tests.tools.stocks.test_charts import FORECAST
from tools.format import INDIA
from tools.stocks import charts
from tools.stocks.export_csv import to_csv
from tools.stocks.export_html import to_html
from tools.stocks.export_xlsx import to_xlsx
from tools.stocks.indicators import NAMES, indicators
from tools.stocks.report import Report
from tools.stocks.report_chart import round_levels
from tools.stocks.report_pdf import to_pdf
from tools.stocks.risk import risk
from tools.stocks.strategies import Crossover, backtest_rule
from tools.stocks.types import QualityFlag, Said, Symbol

HOSTILE = "=HYPERLINK(\"http://example.invalid\")</script><script>alert('x')</script>"


@cache
def report() -> Report:
    prices = prices_of(frame_of(400), name="Example Mills Limited")
    flags = (QualityFlag(prices.frame.index[-3].date(), "split_like_jump", "The price moved by -50 %."),)
    return Report(
        prices=prices,
        indicators=indicators(prices.frame),
        risk=risk(prices.frame, frame_of(400, 9), name="NIFTY 50"),
        forecast=FORECAST,
        flags=flags,
        commentary=(Said("The close is above its average of 200 sessions."), Said("=1+1")),
        strategy=backtest_rule(prices, Crossover(20, 50)),
        made=datetime(2026, 11, 25, 9, 30, tzinfo=INDIA),
    )


def hostile() -> Report:
    symbol = Symbol(HOSTILE, HOSTILE, "X.NS")
    return replace(report(), prices=replace(report().prices, symbol=symbol, note=HOSTILE))


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_csv_has_every_session_with_its_indicators_and_flags() -> None:
    told = report()
    rows = rows_of(to_csv(told.prices, told.indicators, told.flags))
    assert len(rows) == 400
    assert set(NAMES) <= set(rows[0])
    last = rows[-1]
    assert float(last["close"]) == pytest.approx(told.prices.frame["close"].iloc[-1], abs=1e-6)
    assert float(last["rsi_14"]) == pytest.approx(told.indicators.frame["rsi_14"].iloc[-1], abs=1e-6)
    assert rows[0]["sma_200"] == ""
    assert rows[-3]["flags"] == "split_like_jump"
    assert last["as_of"] == "2026-04-24T15:45:00+05:30"


def test_csv_cells_do_not_run() -> None:
    told = hostile()
    assert rows_of(to_csv(told.prices, told.indicators))[0]["symbol"].startswith("'=")


def test_workbook_has_its_sheets_and_numbers() -> None:
    told = report()
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(told)))
    names = ["Summary", "Bars", "Indicators", "Risk", "Forecast", "Back-test", "Trades", "Flags"]
    assert book.sheetnames == names
    bars = book["Bars"]
    assert bars.max_row == 401
    assert bars.cell(401, 1).value == told.prices.frame.index[-1].to_pydatetime()
    assert bars.cell(401, 5).value == pytest.approx(told.prices.frame["close"].iloc[-1])
    assert book["Indicators"].cell(2, 4).value is None
    figures = {row[0].value: row[1].value for row in book["Risk"].iter_rows(min_row=2)}
    assert figures["Sharpe"] == pytest.approx(told.risk.sharpe)
    assert [cell.value for cell in book["Forecast"][3]][:4] == [5, 500, 495, 505]
    assert told.strategy is not None
    assert book["Trades"].max_row == 1 + len(told.strategy.strategy.trades)


def test_workbook_cells_do_not_run() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(hostile())))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert all(not sheet._hyperlinks for sheet in book)


def test_workbook_without_forecast_and_rule() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(replace(report(), forecast=None, strategy=None))))
    assert "Back-test" not in book.sheetnames
    assert "Too few" in book["Forecast"]["A2"].value


def test_html_works_without_a_network_and_runs_nothing_foreign() -> None:
    told = hostile()
    chart = charts.candles(told.prices, told.indicators)
    page = to_html(told, [chart, charts.drawdown(told.prices)]).decode()
    head, _, body = page.partition("<body>")
    assert "<script" not in head
    assert "<script>alert" not in page
    assert page.count("plotly-graph-div") >= 2
    assert 'src="http' not in page
    assert len(page) < 6_000_000
    assert "Not investment advice" in page
    assert "made-up sample" in body


def test_pdf_says_price_source_and_figures() -> None:
    told = report()
    text = text_of(to_pdf(told)).replace("\r\n", "\n")
    for part in (
        "Example Mills Limited",
        f"{told.prices.frame['close'].iloc[-1]:.2f}",
        "24 Apr 2026, 15:45 IST",
        "a made-up sample",
        "Not investment advice",
        "In words",
        "₹495.00 to ₹505.00",
        "Buy and hold",
        "a jump like a split",
        "Beta to NIFTY 50",
        "25 Nov 2026, 09:30 IST",
    ):
        assert part in text, part


def test_pdf_of_little_and_of_hostile_names() -> None:
    prices = prices_of(frame_of(1))
    bare = Report(prices, indicators(prices.frame), risk(prices.frame))
    assert "No flag" in text_of(to_pdf(bare))
    assert "not stated" in text_of(to_pdf(bare))
    assert "=HYPERLINK" in text_of(to_pdf(hostile()))


def test_pdf_of_a_flat_series() -> None:
    frame = pd.DataFrame(100.0, index=frame_of(50).index, columns=frame_of(1).columns)
    prices = prices_of(frame)
    assert to_pdf(Report(prices, indicators(frame), risk(frame))).startswith(b"%PDF")


def test_many_flags_are_cut_with_a_word() -> None:
    flags = tuple(QualityFlag(stamp.date(), "missing_value", "None.") for stamp in report().prices.frame.index)
    assert "The latest 25 of 400 flags" in text_of(to_pdf(replace(report(), flags=flags)))


@pytest.mark.parametrize(("low", "high"), [(99, 101), (0.01, 0.5), (1290, 1611), (5, 250_000), (1e-6, 2e-6)])
def test_round_levels_lie_within(low: float, high: float) -> None:
    levels = round_levels(low, high)
    assert 2 <= len(levels) <= 7
    assert all(low <= level <= high for level in levels)


def test_exports_in_hindi_say_the_same_numbers() -> None:
    hindi = replace(report(), language="hi")
    text = "".join(text_of(to_pdf(hindi)).split())  # readers of PDF lose spaces between words in Devanagari
    for part in ("शेयर का विश्लेषण", "25 नवंबर 2026, 09:30 IST", "सबसे बड़ी गिरावट", "₹471.01"):
        assert part.replace(" ", "") in text, part
    assert "Sharperatio" not in text
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(hindi)))
    assert "जोखिम" in book.sheetnames
    page = to_html(hindi, [charts.fan(hindi.prices, FORECAST, language="hi")]).decode()
    assert 'lang="hi-IN"' in page
    assert "बीच का भाव" in page
