"""A market without a network for the tests of the stock page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pytest

from tests.tools.stocks.test_commentary import INDEX, prices_of
from tools.errors import Outage
from tools.stocks.analysis import Analysis, analyse
from tools.stocks.types import Prices, Symbol
from tools.stocks.yahoo import FAILED
from tools.ui.stocks import compare, header, news, state

DOWN = Outage(FAILED)


class Market:
    """Stands in for the source of prices: knows every symbol, unless it is down."""

    def __init__(self) -> None:
        self.down = False
        self.asked: list[str] = []

    def prices(self, symbol: Symbol, years: float = 0) -> Prices:
        self.asked.append(symbol.symbol)
        if self.down:
            raise DOWN
        made = prices_of(symbol, seed=len(symbol.symbol))
        return Prices(symbol, made.frame, "stored", datetime(2026, 1, 5, tzinfo=UTC))


_ANALYSES: dict[tuple[object, ...], Analysis] = {}


def analysed_once(prices: Prices, benchmark: Prices | None = None, **given: Any) -> Analysis:
    """The real analysis, worked out once for the same prices: each test begins with empty caches."""
    frames = [pd.util.hash_pandas_object(found.frame).sum() for found in (prices, benchmark) if found is not None]
    key = (prices.symbol, prices.source, prices.as_of, prices.stale, *frames, repr(sorted(given.items())))
    if key not in _ANALYSES:
        _ANALYSES[key] = analyse(prices, benchmark, **given)
    return _ANALYSES[key]


def opened(monkeypatch: pytest.MonkeyPatch) -> Market:
    """Prices for the stock page from a market of its own, and nothing kept of what another test analysed."""
    made = Market()
    for module in (state, header):
        monkeypatch.setattr(module, "prices_of", made.prices)
    for module in (state, compare):
        monkeypatch.setattr(module, "benchmark_prices", lambda: made.prices(INDEX))
    monkeypatch.setattr(compare, "prices_of_all", lambda symbols: {each.symbol: made.prices(each) for each in symbols})
    monkeypatch.setattr(state, "valuation_of", lambda symbol: None)
    monkeypatch.setattr(news, "news_of", lambda symbol: ())
    monkeypatch.setattr(state, "analyse", analysed_once)
    state._analysed.clear()  # and no model: they take seconds to load
    return made
