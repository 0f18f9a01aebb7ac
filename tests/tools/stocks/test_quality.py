"""What is wrong with a series is flagged, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd

from tests.shared import shared
from tests.tools.stocks.test_commentary import SHARE, prices_of
from tools.stocks.calendar import calendar
from tools.stocks.quality import flags_of, usable
from tools.stocks.types import Prices, Symbol


def test_all_known_bad_rows_and_no_others() -> None:
    frames = pd.read_parquet(shared("data/stocks/prices/yahoo_daily_20.parquet"))
    bad = pd.read_csv(shared("data/stocks/prices/known_bad_yahoo_rows.csv"))
    wanted = set(zip(bad["symbol"], bad["date"], strict=True))
    found: set[tuple[str, str]] = set()
    for name, frame in frames.groupby("symbol"):
        prices = frame.set_index("date").rename(columns={"adj_close": "adjusted_close"})
        flags = flags_of(Prices(Symbol(str(name), "", ""), prices, "file", datetime.now(UTC)))
        found |= {(str(name), flag.date.isoformat()) for flag in flags if flag.kind != "missing_session"}
        missing = {flag.date for flag in flags if flag.kind == "missing_session"}
        assert {date(2020, 2, 1), date(2023, 11, 12), date(2024, 3, 2)} <= missing
    assert found == wanted


def test_rows_without_a_price_are_never_computed_with_and_others_only_on_request() -> None:
    prices = prices_of(SHARE)
    frame = prices.frame.copy()
    frame.iloc[-1, :4] = float("nan")
    frame.iloc[100, :4] = frame["close"].iloc[99]
    frame.iloc[100, 4] = 0.0
    broken = Prices(SHARE, frame, "sample", datetime.now(UTC))
    flags = flags_of(broken)
    kinds = {flag.date: flag.kind for flag in flags}
    assert kinds[frame.index[-1].date()] == "missing_value"
    assert kinds[frame.index[100].date()] == "flat_zero_volume"
    assert len(usable(broken, flags).frame) == len(frame) - 1
    assert len(usable(broken, flags, leave_out=True).frame) < len(frame) - 1


def test_an_unadjusted_split_is_named() -> None:
    frame = prices_of(SHARE).frame.copy()
    for name in ("open", "high", "low", "close", "adjusted_close"):
        frame.loc[frame.index[300] :, name] /= 2
    flags = flags_of(Prices(SHARE, frame, "file", datetime.now(UTC)))
    (jump,) = [flag for flag in flags if flag.kind == "split_like_jump"]
    assert jump.date == frame.index[300].date()
    assert "2 : 1" in jump.detail


def test_the_calendar_knows_special_sessions_and_says_when_it_knows_nothing() -> None:
    market = calendar()
    assert market.is_session(date(2023, 11, 12)) is True  # Muhurat, a Sunday
    assert market.is_session(date(2026, 1, 15)) is False
    assert market.is_session(date(2024, 5, 19)) is False
    assert market.is_session(date(2031, 6, 3)) is None
    assert list(market.between(date(2024, 5, 17), date(2024, 5, 21))) == [
        date(2024, 5, 17),
        date(2024, 5, 18),
        date(2024, 5, 21),
    ]
