"""Prices by the real yfinance over HTTP on loopback: right on good days, honest within the budget on bad ones."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.tools.stocks.yahoo_server import Fault, Yahoo
from tools.errors import NoNetwork, Outage, PortalError, RateLimited, UnknownSymbol
from tools.format import INDIA
from tools.settings import settings
from tools.stocks import get, sessions
from tools.stocks.breaker import breaker
from tools.stocks.get import benchmark_prices, prices_of, prices_of_all
from tools.stocks.quality import flags_of, usable
from tools.stocks.symbols import symbol_of
from tools.stocks.types import COLUMNS, Prices

RELIANCE = symbol_of("RELIANCE")


@pytest.fixture
def never_fresh(monkeypatch: pytest.MonkeyPatch, yahoo: Yahoo) -> None:
    monkeypatch.setattr(get, "_is_fresh", lambda prices, now: False)


def test_live_prices_are_yahoos(yahoo: Yahoo) -> None:
    prices = prices_of(RELIANCE, 2)
    assert (prices.source, prices.stale, prices.note, prices.basis) == ("live", False, "", "split_adjusted")
    assert list(prices.frame.columns) == list(COLUMNS)
    assert prices.frame.index.name == "date"
    assert pd.DatetimeIndex(prices.frame.index).tz is None
    want = {row[0]: row for row in yahoo.rows("RELIANCE.NS")}
    first = prices.frame.index[0].date()
    assert abs(datetime.now(INDIA).date() - timedelta(days=730) - first) < timedelta(days=6)  # days off may lie between
    assert [stamp.date() for stamp in prices.frame.index] == [day for day in want if day >= first]
    for stamp, row in prices.frame.iterrows():
        assert tuple(row) == pytest.approx(want[pd.Timestamp(stamp).date()][1:])  # type: ignore[arg-type]


def test_dividends_and_splits_come_with_their_dates(yahoo: Yahoo) -> None:
    days = [row[0] for row in yahoo.rows("RELIANCE.NS")]
    yahoo.dividends, yahoo.splits = {days[-30]: 5.5}, {days[-60]: 2.0}
    prices = prices_of(RELIANCE, 2)
    assert (prices.dividends, prices.splits) == ({days[-30]: 5.5}, {days[-60]: 2.0})


def test_symbols_with_signs_are_asked_for_as_yahoo_names_them(yahoo: Yahoo) -> None:
    assert len(prices_of(symbol_of("M&M"), 1).frame) > 200
    assert len(benchmark_prices(1).frame) > 200
    assert prices_of(symbol_of("M&M"), 1).source in ("live", "stored")


def test_fresh_prices_are_not_asked_for_again(yahoo: Yahoo) -> None:
    prices_of(RELIANCE, 5)
    again = prices_of(RELIANCE, 3)
    assert yahoo.charts() == 1
    assert (again.source, again.stale) == ("stored", False)


def test_more_years_than_are_kept_are_fetched(yahoo: Yahoo) -> None:
    prices_of(RELIANCE, 5)
    longer = prices_of(RELIANCE, 7.5)
    assert longer.frame.index[0].date() < datetime.now(INDIA).date() - timedelta(days=7 * 365)
    assert prices_of(RELIANCE, 5).source == "stored"
    assert yahoo.charts() == 2


@pytest.mark.usefixtures("never_fresh")
def test_only_the_last_bars_are_fetched_again(yahoo: Yahoo) -> None:
    rows = yahoo.rows("RELIANCE.NS")
    last = rows.pop()
    before = prices_of(RELIANCE, 5)
    rows.append(last)
    after = prices_of(RELIANCE, 5)
    pd.testing.assert_frame_equal(after.frame.iloc[:-1], before.frame, check_freq=False)
    assert after.frame.index[-1].date() == last[0]
    first_bar = int(datetime.combine(rows[-6][0], datetime.min.time(), INDIA).timestamp())
    assert f"period1={first_bar}" in yahoo.asked[-1]


@pytest.mark.usefixtures("never_fresh")
@pytest.mark.parametrize("change", ["split", "dividend", "correction"])
def test_a_rescaled_or_corrected_past_is_fetched_as_a_whole(yahoo: Yahoo, change: str) -> None:
    rows = yahoo.rows("RELIANCE.NS")
    prices_of(RELIANCE, 5)
    factor = {"split": 0.5, "dividend": 1.0, "correction": 1.0}[change]
    adjusted = {"split": 0.5, "dividend": 0.998, "correction": 1.0}[change]
    rows[:-1] = [
        (day, o * factor, h * factor, low * factor, c * factor, volume, a * adjusted)  # type: ignore[operator]
        for day, o, h, low, c, volume, a in rows[:-1]
    ]
    if change == "correction":
        day, o, h, low, c, volume, a = rows[-3]
        rows[-3] = (day, o, h, low, c * 1.001, volume, a)  # type: ignore[operator]
    after = prices_of(RELIANCE, 5)
    want = {row[0]: (row[4], row[6]) for row in rows}
    for stamp, close, whole in zip(after.frame.index, after.frame["close"], after.frame["adjusted_close"], strict=True):
        assert (close, whole) == pytest.approx(want[stamp.date()])


REASONS: dict[Fault, tuple[type[PortalError], str]] = {
    "429": (RateLimited, "limits how often"),
    "500": (Outage, "does not give prices"),
    "503": (Outage, "does not give prices"),
    "html": (Outage, "does not give prices"),
    "garbage": (Outage, "does not give prices"),
    "cut": (Outage, "does not give prices"),
    "half": (Outage, "does not give prices"),
    "empty": (Outage, "without prices of RELIANCE"),
    "unknown": (UnknownSymbol, "knows no prices of RELIANCE"),
    "slow": (Outage, "did not answer in time"),
    "drip": (Outage, "did not answer in time"),
}


@pytest.mark.parametrize(
    ("fault", "chart_alone"), [*((fault, False) for fault in REASONS), ("429", True), ("500", True), ("cut", True)]
)
def test_a_fault_says_its_own_sentence_and_leaves_nothing_behind(
    yahoo: Yahoo, fault: Fault, chart_alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_STOCKS_SECONDS", "0.8" if fault in ("slow", "drip") else "4")
    settings.cache_clear()
    kind, words = REASONS[fault]
    yahoo.fault, yahoo.only = fault, "/chart/" if chart_alone else ""
    with pytest.raises(kind, match=words) as caught:
        prices_of(RELIANCE, 2)
    assert str(caught.value).endswith(".")
    assert "upload a CSV" in str(caught.value)
    yahoo.fault = ""
    breaker.reset()  # its pause is another test's
    assert prices_of(RELIANCE, 2).source == "live"


@pytest.mark.usefixtures("never_fresh")
@pytest.mark.parametrize("fault", ["429", "500", "unknown", "cut"])
def test_kept_prices_stand_in_with_their_date_and_the_reason(yahoo: Yahoo, fault: Fault) -> None:
    before = prices_of(RELIANCE, 2)
    yahoo.fault = fault
    after = prices_of(RELIANCE, 2)
    assert (after.source, after.stale) == ("stored", True)
    assert after.as_of == before.as_of
    assert f"from {before.as_of.day} {before.as_of:%b %Y, %H:%M} IST." in after.note
    assert REASONS[fault][1] in after.note
    pd.testing.assert_frame_equal(after.frame, before.frame, check_freq=False)


def test_a_last_row_without_a_price_is_flagged_and_not_computed_with(yahoo: Yahoo) -> None:
    yahoo.fault = "nan_last"
    prices = prices_of(RELIANCE, 2)
    assert np.isnan(prices.frame["close"].iloc[-1])
    flags = flags_of(prices)
    assert (flags[-1].kind, flags[-1].date) == ("missing_value", prices.frame.index[-1].date())
    assert usable(prices, flags).frame["close"].notna().all()


def test_no_network(yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_YAHOO_ADDRESS", "http://127.0.0.1:9")  # nobody listens there
    settings.cache_clear()
    with pytest.raises(NoNetwork, match="network or the proxy"):
        prices_of(RELIANCE, 2)
    monkeypatch.setenv("PORTAL_YAHOO_ADDRESS", yahoo.address)
    settings.cache_clear()
    assert prices_of(RELIANCE, 2).source == "live"


def test_hosts_that_are_not_yahoos_are_never_asked() -> None:
    with pytest.raises(ValueError, match="example"):
        sessions.redirected("https://example.com/x", "")
    assert (
        sessions.redirected("https://query2.finance.yahoo.com/v8/x?a=1", "http://proxy/y") == "http://proxy/y/v8/x?a=1"
    )
    assert sessions.redirected("https://fc.yahoo.com", "http://proxy") == "http://proxy/fc"
    assert sessions.redirected("https://fc.yahoo.com", "") == "https://fc.yahoo.com"


def test_slow_cookies_do_not_keep_prices_away(yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "SIDE_SECONDS", 0.2)
    yahoo.fault, yahoo.only = "slow", "/fc"
    assert prices_of(RELIANCE, 1).source == "live"


def test_a_rate_limit_is_respected_for_all_symbols(yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch) -> None:
    yahoo.fault = "429"
    with pytest.raises(RateLimited):
        prices_of(RELIANCE)
    asked = len(yahoo.asked)
    yahoo.fault = ""
    with pytest.raises(RateLimited):
        prices_of(symbol_of("TCS"))
    assert len(yahoo.asked) == asked
    later = time.monotonic() + 61
    monkeypatch.setattr(time, "monotonic", lambda: later)
    breaker.check()


def test_many_askers_share_one_request(yahoo: Yahoo) -> None:
    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(lambda _: prices_of(RELIANCE, 2), range(12)))
    assert yahoo.charts() == 1
    assert len({id(prices.frame) for prices in found}) == 12  # nobody shares a frame that another may change
    assert all(len(prices.frame) == len(found[0].frame) for prices in found)


def test_several_symbols_side_by_side_mix_nothing(yahoo: Yahoo) -> None:
    names = ("RELIANCE", "TCS", "INFY", "SBIN", "ITC", "M&M")
    found = prices_of_all([symbol_of(name) for name in names], 2)
    assert list(found) == list(names)
    for name, prices in found.items():
        assert isinstance(prices, Prices)
        assert prices.frame["close"].iloc[-1] == yahoo.rows(f"{name}.NS")[-1][4]


def test_several_symbols_fail_each_with_its_reason_within_one_budget(
    yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_STOCKS_SECONDS", "3")
    settings.cache_clear()
    prices_of(RELIANCE, 1)
    yahoo.fault, yahoo.only = "slow", "TCS"
    found = prices_of_all([RELIANCE, symbol_of("TCS"), symbol_of("INFY")], 1)
    assert isinstance(found["TCS"], Outage)
    assert isinstance(found["RELIANCE"], Prices)
    assert isinstance(found["INFY"], Prices)


def test_a_folder_that_cannot_be_written_leaves_memory(yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_DATA_FOLDER", "/dev/null/kept")
    settings.cache_clear()
    assert prices_of(RELIANCE, 2).source == "live"
    assert prices_of(RELIANCE, 2).source == "stored"
    assert yahoo.charts() == 1


def test_nothing_is_left_in_the_folder_but_prices(yahoo: Yahoo, tmp_path: Path) -> None:
    prices_of(RELIANCE, 2)
    files = [path.relative_to(tmp_path / "kept") for path in (tmp_path / "kept").rglob("*") if path.is_file()]
    assert files == [Path("prices-1/RELIANCE.NS.parquet")]


def test_no_thread_stays_with_a_request_after_its_budget(yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_STOCKS_SECONDS", "0.5")
    settings.cache_clear()
    yahoo.fault = "slow"
    with pytest.raises(Outage):
        prices_of(RELIANCE, 2)
    waited = threading.Event()
    for _ in range(40):
        if not len(get._flights):
            break
        waited.wait(0.05)
    assert not len(get._flights)
