"""Headlines and key figures by the real yfinance over HTTP on loopback; their failure never stops a page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tools.stocks.yahoo_server import Fault, Yahoo
from tools.errors import Outage, PortalError, RateLimited
from tools.stocks import news
from tools.stocks.get import BENCHMARK, prices_of
from tools.stocks.news import news_of, valuation_of
from tools.stocks.symbols import symbol_of

RELIANCE = symbol_of("RELIANCE")


@pytest.fixture(autouse=True)
def _forgotten(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(news, "SECONDS", 0.8)
    news._news.clear()
    news._figures.clear()
    yield
    news._news.clear()
    news._figures.clear()


def test_headlines_newest_first_without_advertisements(yahoo: Yahoo) -> None:
    found = news_of(RELIANCE)
    assert [item.title for item in found] == [
        "Invented headline 3", "Invented headline 2", "Invented headline 1", "An odd address"
    ]  # fmt: skip
    assert found[0].published is not None
    assert found[0].published.isoformat() == "2026-01-03T12:00:00+05:30"
    assert (found[0].publisher, found[0].address) == ("Invented Wire", "https://news.example/3")
    assert (found[-1].published, found[-1].address) == (None, "")


def test_headlines_are_kept_for_a_while(yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch) -> None:
    first = news_of(RELIANCE)
    asked = len(yahoo.asked)
    assert news_of(RELIANCE) == first
    assert len(yahoo.asked) == asked
    monkeypatch.setattr(news._news, "_fresh_seconds", 0.0)
    yahoo.fault = "500"
    assert news_of(RELIANCE) == first


@pytest.mark.parametrize("fault", ["429", "500", "html", "slow", "cut"])
def test_a_fault_is_told_and_leaves_nothing_behind(yahoo: Yahoo, fault: Fault) -> None:
    yahoo.fault = fault
    with pytest.raises(RateLimited if fault == "429" else Outage):
        news_of(RELIANCE)
    assert valuation_of(RELIANCE) is None
    yahoo.fault = ""
    news._news.clear()
    news._figures.clear()
    assert len(news_of(RELIANCE)) == 4
    assert valuation_of(RELIANCE) is not None


def test_an_answer_without_anything_is_not_kept_for_long(yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch) -> None:
    yahoo.fault = "garbage"
    assert news_of(RELIANCE) == ()
    assert valuation_of(RELIANCE) is None
    yahoo.fault = ""
    monkeypatch.setattr(news, "NOTHING_FRESH", 0.0)
    assert len(news_of(RELIANCE)) == 4
    assert valuation_of(RELIANCE) is not None


def test_key_figures(yahoo: Yahoo) -> None:
    found = valuation_of(RELIANCE)
    assert found is not None
    assert (found.price_earnings, found.price_book, found.market_cap) == (24.1, 2.2, 18950000000000.0)
    assert found.dividend_yield == 0.0039  # a share, not per cent
    assert (found.sector, found.industry) == ("Energy", "Oil & Gas")


def test_key_figures_need_only_the_summary(yahoo: Yahoo) -> None:
    yahoo.fault, yahoo.only = "500", "timeseries"
    found = valuation_of(RELIANCE)
    assert found is not None
    assert found.price_earnings == 24.1


def test_an_index_has_no_key_figures(yahoo: Yahoo) -> None:
    assert valuation_of(BENCHMARK) is None
    assert yahoo.asked == []


def test_a_refusal_of_news_does_not_stop_prices(yahoo: Yahoo) -> None:
    yahoo.fault, yahoo.only = "429", "/xhr/"
    with pytest.raises(PortalError):
        news_of(RELIANCE)
    assert prices_of(RELIANCE, 1).source == "live"
