"""The sample is labelled, always the same, and clean enough to show every part of the page."""

from __future__ import annotations

import numpy as np
import pandas as pd

from tools.stocks.get import prices_of
from tools.stocks.news import news_of, valuation_of
from tools.stocks.quality import flags_of
from tools.stocks.sample import SAMPLE, sample_benchmark, sample_news, sample_prices
from tools.stocks.symbols import entries
from tools.stocks.types import COLUMNS


def test_it_says_that_it_is_invented() -> None:
    for prices in (sample_prices(), sample_benchmark()):
        assert prices.source == "sample"
        assert "invented" in prices.note
        assert "invented" in prices.symbol.name
    assert all("invented" in headline.title.casefold() for headline in sample_news())
    assert sample_prices().symbol.symbol not in {entry.symbol.symbol for entry in entries()}


def test_it_is_asked_for_like_any_other_symbol_and_asks_nobody() -> None:
    pd.testing.assert_frame_equal(prices_of(SAMPLE).frame, sample_prices().frame)
    assert news_of(SAMPLE) == sample_news()
    assert valuation_of(SAMPLE) is None


def test_it_is_the_same_every_time() -> None:
    pd.testing.assert_frame_equal(sample_prices().frame, sample_prices().frame)
    assert sample_prices().frame is not sample_prices().frame


def test_its_bars_are_possible() -> None:
    for prices in (sample_prices(), sample_benchmark()):
        frame = prices.frame
        assert list(frame.columns) == list(COLUMNS)
        assert (frame["high"] >= frame[["open", "close"]].max(axis=1)).all()
        assert (frame["low"] <= frame[["open", "close"]].min(axis=1)).all()
        assert (frame[["low", "volume"]] > 0).all().all()
        assert len(frame) > 1400
        assert flags_of(prices) == ()


def test_share_and_index_move_together_and_dividends_are_in_the_adjusted_close() -> None:
    share, index = sample_prices(), sample_benchmark()
    returns = np.log(share.frame["close"]).diff().corr(np.log(index.frame["close"]).diff())
    assert 0.4 < returns < 0.95
    for day, value in share.dividends.items():
        at = list(share.frame.index).index(pd.Timestamp(day))
        before, after = share.frame.iloc[at - 1], share.frame.iloc[at]
        gain = after["adjusted_close"] / before["adjusted_close"]
        assert gain == np.float64(after["close"] / (before["close"] - value)) or abs(
            gain * (before["close"] - value) / after["close"] - 1
        ) < 1e-9  # fmt: skip
