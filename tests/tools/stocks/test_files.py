"""Files as sites give them, and files as nobody should: the prices, or one sentence that says what is wrong."""

from __future__ import annotations

import contextlib
import io
import math
import zipfile
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.shared import shared
from tools.errors import BadInput, Corrupt, Empty, PortalError, TooLarge, WrongType
from tools.stocks import tables
from tools.stocks.files import prices_from_csv, with_day
from tools.stocks.quality import flags_of
from tools.stocks.sample import SAMPLE, sample_prices
from tools.stocks.symbols import symbol_of
from tools.stocks.types import COLUMNS, Prices

YAHOO = """Date,Open,High,Low,Close,Adj Close,Volume
2026-08-19,100.5,102,99.5,101,100.2,1200
2026-08-20,101,103.25,100,102.5,101.7,1500
2026-08-21,null,null,null,null,null,0
"""
NSE = """"Date ","series ","OPEN ","HIGH ","LOW ","PREV. CLOSE ","ltp ","close ","vwap ","52W H ","VOLUME ","VALUE "
"21-Aug-2026","EQ","1,101.00","1,103.25","1,100.00","1,101.00","1,102.00","1,102.50","1,101.9","1,600.00","12,34,567","1,36,00,000.5"
"20-Aug-2026","EQ","1,100.50","1,102.00","1,099.50","1,100.00","1,101.00","1,101.00","1,100.9","1,600.00","11,200","1,23,000"
"""
MONEYCONTROL = """Historical prices of a company
Date,Open,High,Low,Close,Volume,(High-Low),(Open-Close)
21-08-2026,101,103.25,100,102.5,1500,3.25,-1.5
05-08-2026,100.5,102,99.5,101,1200,2.5,-0.5
"""
INVESTING = """"Date","Price","Open","High","Low","Vol.","Change %"
"08/21/2026","1,102.50","1,101.00","1,103.25","1,100.00","1.50M","0.14%"
"08/20/2026","1,101.00","1,100.50","1,102.00","1,099.50","850.2K","0.1%"
"""
BSE = """Date,Open Price,High Price,Low Price,Close Price,WAP,No.of Shares,No. of Trades
21-August-2026,101,103.25,100,102.5,101.5,1500,10
20-August-2026,100.5,102,99.5,101,100.5,1200,12
"""
YFINANCE = """Price,Close,High,Low,Open,Volume
Ticker,SAMPLE.NS,SAMPLE.NS,SAMPLE.NS,SAMPLE.NS,SAMPLE.NS
Date,,,,,
2026-08-20,101,102,99.5,100.5,1200
2026-08-21,102.5,103.25,100,101,1500
"""
OLD_BHAVCOPY = """SYMBOL,SERIES,OPEN,HIGH,LOW,CLOSE,LAST,PREVCLOSE,TOTTRDQTY,TOTTRDVAL,TIMESTAMP,TOTALTRADES,ISIN,
OTHER,EQ,1,2,1,2,2,1,10,20,21-AUG-2026,3,INE000000000,
SAMPLE,N1,900,910,900,905,905,900,10,20,21-AUG-2026,3,INE000000001,
SAMPLE,EQ,101,103.25,100,102.5,102,101,1500,153000,21-AUG-2026,30,INE000000002,
"""
UDIFF = """TradDt,Sgmt,Src,FinInstrmTp,FinInstrmId,ISIN,TckrSymb,SctySrs,OpnPric,HghPric,LwPric,ClsPric,TtlTradgVol
2026-08-21,CM,NSE,STK,1,INE000000000,OTHER,EQ,1,2,1,2,10
2026-08-21,CM,NSE,STK,2,INE000000002,SAMPLE,EQ,101,103.25,100,102.5,1500
"""


def read(text: str | bytes, name: str = "prices.csv") -> Prices:
    return prices_from_csv(name, text.encode() if isinstance(text, str) else text, SAMPLE)


def last(prices: Prices) -> tuple[date, tuple[float, ...]]:
    row = prices.frame.iloc[-1]
    return prices.frame.index[-1].date(), tuple(float(row[name]) for name in ("open", "high", "low", "close", "volume"))


@pytest.mark.parametrize(
    ("text", "want", "basis"),
    [
        (NSE, (1101.0, 1103.25, 1100.0, 1102.5, 1234567.0), "traded"),
        (MONEYCONTROL, (101.0, 103.25, 100.0, 102.5, 1500.0), "traded"),
        (INVESTING, (1101.0, 1103.25, 1100.0, 1102.5, 1.5e6), "traded"),
        (BSE, (101.0, 103.25, 100.0, 102.5, 1500.0), "traded"),
        (YFINANCE, (101.0, 103.25, 100.0, 102.5, 1500.0), "traded"),
        (OLD_BHAVCOPY, (101.0, 103.25, 100.0, 102.5, 1500.0), "traded"),
        (UDIFF, (101.0, 103.25, 100.0, 102.5, 1500.0), "traded"),
    ],
    ids=["nse", "moneycontrol", "investing", "bse", "yfinance", "old bhavcopy", "udiff"],
)
def test_every_spelling(text: str, want: tuple[float, ...], basis: str) -> None:
    for data in (text.encode(), b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), text.encode("utf-16")):
        prices = read(data)
        day, values = last(prices)
        assert day == date(2026, 8, 21)
        assert values == pytest.approx(want)
        assert (prices.source, prices.basis, prices.as_of.isoformat()) == ("file", basis, "2026-08-21T15:30:00+05:30")
        assert list(prices.frame.columns) == list(COLUMNS)
        assert prices.frame.index.is_monotonic_increasing


def test_yahoos_file_keeps_its_adjusted_closes_and_its_row_without_prices() -> None:
    prices = read(YAHOO)
    assert prices.basis == "split_adjusted"
    assert prices.frame["adjusted_close"].tolist()[:2] == [100.2, 101.7]
    assert np.isnan(prices.frame["close"].iloc[-1])
    assert [(flag.kind, flag.date) for flag in flags_of(prices)] == [("missing_value", date(2026, 8, 21))]


def test_semicolons_tabs_and_no_volume() -> None:
    text = "date\topen\thigh\tlow\tclose\n2026-08-21\t1\t3\t1\t2\n"
    assert np.isnan(read(text).frame["volume"].iloc[0])
    assert read(text.replace("\t", ";")).frame["close"].tolist() == [2.0]
    assert "no volume" in read(text).note


def test_a_real_download_is_read_as_it_is() -> None:
    path = shared("data/stocks/prices/RELIANCE.NS.csv")
    want = pd.read_csv(path, parse_dates=["date"], index_col="date").rename(columns={"adj_close": "adjusted_close"})
    got = prices_from_csv("RELIANCE.NS.csv", path.read_bytes(), symbol_of("RELIANCE"))
    pd.testing.assert_frame_equal(
        got.frame, want[list(COLUMNS)].astype("float64"), check_index_type=False, check_freq=False
    )


@pytest.mark.parametrize(
    ("day", "symbol", "close"), [("2019-10-27", "RELIANCE", 1436.45), ("2025-03-18", "20MICRONS", 198.99)]
)
def test_real_bhavcopies(day: str, symbol: str, close: float) -> None:
    data = shared(f"data/stocks/bhavcopy/sec_bhavdata_full_{day}.csv").read_bytes()
    prices = prices_from_csv("bhavcopy.csv", data, symbol_of(symbol))
    assert (prices.frame.index[-1].date().isoformat(), len(prices.frame)) == (day, 1)
    assert prices.frame["close"].iloc[-1] == pytest.approx(close, rel=0.01)


def test_a_bhavcopy_finds_a_renamed_share_by_its_former_symbol() -> None:
    data = shared("data/stocks/bhavcopy/sec_bhavdata_full_2025-03-18.csv").read_bytes()
    assert len(prices_from_csv("bhavcopy.csv", data, symbol_of("TMPV")).frame) == 1


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members:
            fixed = zipfile.ZipInfo(name, (2026, 8, 21, 16, 0, 0))  # the clock would change the names of tests
            archive.writestr(fixed, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def test_the_exchanges_zip() -> None:
    assert last(read(zipped(("BhavCopy_NSE_CM.csv", UDIFF.encode())), "bhavcopy.zip"))[0] == date(2026, 8, 21)


HEAD = "date,open,high,low,close,volume\n"


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (b"", Empty, "is empty"),
        (b" \n\n", Empty, "is empty"),
        (HEAD.encode(), Empty, "no prices"),
        (b"%PDF-1.7\n\0\1\2" + bytes(range(256)), WrongType, "not a text file"),
        (bytes(range(1, 256)), WrongType, "not a text file"),
        (b"x" * (tables.MOST_BYTES + 1), TooLarge, "larger than 16 MB"),
        (zipped(("[Content_Types].xml", b"x")), WrongType, "office file"),
        (zipped(("a.csv", b"x"), ("b.csv", b"x")), BadInput, "2 CSV files"),
        (zipped(("a.csv", b"x"))[:40], Corrupt, "damaged"),
        (zipped(("a.csv", b"0" * (tables.MOST_BYTES + 9))), TooLarge, "larger than"),
        (zipped(("a.csv", zipped(("b.csv", b"x")))), WrongType, "not a text file"),
        (b"<html><body>Sign in</body></html>", BadInput, "no heading"),
        (b"date,close\n2026-08-21,4\n", BadInput, "no heading with date, open, high, low and close"),
        (HEAD + "21 o'clock,1,3,1,2,5\n", BadInput, "row 2: “21 o'clock” is not a date"),
        (HEAD + "2026-02-30,1,3,1,2,5\n", BadInput, "is not a date"),
        (HEAD + "13/01/2026,1,3,1,2,5\n01/13/2026,1,3,1,2,5\n", BadInput, "day first and others with the month first"),
        (HEAD + "\n2026-08-21,1,3,one,2,5\n", BadInput, "row 3: “one” is not a number in the column low"),
        (HEAD + "2026-08-21,1,3,1,inf,5\n", BadInput, "not a number"),
        (HEAD + "2026-08-21,1,3,1,2_0,5\n", BadInput, "not a number"),
        ((HEAD + "2026-08-21,1,3,1,'2,5',5\n").replace("'", '"'), BadInput, "“2,5” is not a number"),
        (HEAD + "2026-08-21,1,3,1,-2,5\n", BadInput, "cannot be a value of the column close"),
        (HEAD + "2026-08-21,1,3,1,0,5\n", BadInput, "cannot be a value of the column close"),
        (HEAD + "2026-08-21,1,3,1,1e999,5\n", BadInput, "cannot be a value of the column close"),
        (HEAD + "2026-08-21,1,3,1,,5\n", Empty, "no closing prices"),
        (HEAD + "2026-08-21,2,1,3,2,5\n", BadInput, "on 21 Aug 2026 the high is below the low"),
        (HEAD + "2026-08-21,2,3,1,9,5\n", BadInput, "outside the day's range"),
        (HEAD + "2026-08-21,1,3,1,2,5\n21-Aug-2026,1,3,1,2.5,5\n", BadInput, "21 Aug 2026 twice with different prices"),
        (OLD_BHAVCOPY.replace("SAMPLE", "ELSE"), BadInput, "no prices of SAMPLE: it has OTHER, ELSE."),
        (HEAD + "2026-08-21," + '"' * 200_001 + "\n", PortalError, "csv"),
        (HEAD + "2026-08-21,1,3,1,2,5\n" * (tables.MOST_ROWS + 1), TooLarge, "more than 100,000 rows"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_told_in_one_sentence(data: bytes | str, kind: type[PortalError], words: str) -> None:
    with pytest.raises(kind) as caught:
        read(data)
    sentence = str(caught.value)
    assert words in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 250


def test_the_same_row_twice_is_one_row() -> None:
    assert len(read(HEAD + "2026-08-21,1,3,1,2,5\n" * 2).frame) == 1


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("1,234.50", 1234.5), ("12,34,567", 1234567.0), ("₹ 1,02,000", 102000.0), ("1.5e3", 1500.0), ("-2", -2.0),
        (".5", 0.5), ("5.", 5.0), ("1,23", None), ("1.234,56", None), ("1 000", None), ("0x10", None), ("", math.nan),
        ("-", math.nan), ("NaN", math.nan), ("12abc", None), ("1" * 61, None), ("१२", None), ("1,,000", None),
    ],
)  # fmt: skip
def test_numbers(text: str, want: float | None) -> None:
    assert tables.number(text) == (want if want is None else pytest.approx(want, nan_ok=True))


@pytest.mark.parametrize(
    "text",
    ["2026-08-05", "2026/8/5", "20260805", "2026-08-05 00:00:00+05:30", "2026-08-05T09:15:00Z", "05-Aug-2026",
     "5 August 2026", "05-AUG-26", "05/08/2026", "5.8.2026", "05-08-26", "Aug 5, 2026", "05-Aug-2026 15:30:00",
     "2026-08-04T18:30:00Z", "2026-08-05 00:00:00-04:00", "1785873600", "2026-08-05T00:00:00+0530"],
)  # fmt: skip
def test_dates(text: str) -> None:
    assert tables.dates_of("x", [(2, text)]) == [date(2026, 8, 5)]


def test_a_day_after_the_twelfth_settles_the_order_for_the_whole_column() -> None:
    cells = [(2, "01/02/2026"), (3, "01/15/2026")]
    assert tables.dates_of("x", cells) == [date(2026, 1, 2), date(2026, 1, 15)]
    assert tables.dates_of("x", cells[:1]) == [date(2026, 2, 1)]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: (HEAD + text).encode("utf-8", "replace")))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    with contextlib.suppress(PortalError):
        assert len(read(data).frame) > 0


def test_a_day_is_appended() -> None:
    base = sample_prices()
    close = float(base.frame["close"].iloc[-1])
    text = HEAD + f"2026-11-02,{close},{close + 5},{close - 5},{close + 1},900\n"
    joined = with_day(base, read(text))
    assert len(joined.frame) == len(base.frame) + 1
    assert last(joined) == (date(2026, 11, 2), (close, close + 5, close - 5, close + 1, 900.0))
    assert joined.frame["adjusted_close"].iloc[-1] == close + 1
    assert joined.source == base.source
    assert "The session of 2 Nov 2026 comes from a file of the exchange." in joined.note
    with pytest.raises(BadInput, match="has the session of 2 Nov 2026 already"):
        with_day(joined, read(text))


def test_a_session_without_trades_is_filled_on_the_scale_of_the_series() -> None:
    path = shared("data/stocks/prices/RELIANCE.NS.csv")
    series = prices_from_csv("a.csv", path.read_bytes(), symbol_of("RELIANCE"))
    bhavcopy = shared("data/stocks/bhavcopy/sec_bhavdata_full_2025-03-18.csv").read_bytes()
    day = prices_from_csv("b.csv", bhavcopy, symbol_of("RELIANCE"))
    joined = with_day(series, day)
    row = joined.frame.loc["2025-03-18"]
    assert len(joined.frame) == len(series.frame)
    assert row["close"] == day.frame["close"].iloc[0]
    assert row["volume"] == day.frame["volume"].iloc[0] > 0
    around = joined.frame.loc["2025-03-17"]
    assert row["adjusted_close"] / row["close"] == pytest.approx(around["adjusted_close"] / around["close"])
    gone = {flag.date for flag in flags_of(series)} - {flag.date for flag in flags_of(joined)}
    assert gone == {date(2025, 3, 18)}


def test_a_day_of_another_scale_or_before_the_series_is_refused() -> None:
    base = sample_prices()
    with pytest.raises(BadInput, match="does not fit the series"):
        with_day(base, read(HEAD + "2026-11-02,1,3,1,2,5\n"))
    with pytest.raises(BadInput, match="before the series begins"):
        with_day(base, read(HEAD + "2019-11-01,1,3,1,2,5\n"))
