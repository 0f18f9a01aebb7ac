"""Headlines and key figures about a company, asked for seldom and never allowed to hold a page up.

Kept in memory for a while, and shown older than that when Yahoo fails; nothing is written to disk. Whether a headline
is true, or about this company, is not known here.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Generic, TypeVar

from tools.errors import PortalError, SourceUnavailable
from tools.stocks import sessions, yahoo
from tools.stocks.breaker import Breaker, breaker
from tools.stocks.flights import Flights
from tools.stocks.sample import SAMPLE, sample_news
from tools.stocks.types import Headline, Symbol, Valuation

SECONDS: Final = 4.0  # at most for one answer
NEWS_FRESH: Final = 900.0
NOTHING_FRESH: Final = 60.0  # an empty answer may be a failure in disguise
FIGURES_FRESH: Final = 6 * 3600.0
COMPANIES: Final = 256  # kept in memory

Answer = TypeVar("Answer")


class Kept(Generic[Answer]):
    """Answers by symbol, with when they came. A refusal of news does not stop prices, one of prices stops news."""

    def __init__(self, name: str, ask: Callable[[Symbol], Answer], fresh_seconds: float) -> None:
        self._ask, self._fresh_seconds = ask, fresh_seconds
        self._answers: OrderedDict[str, tuple[float, Answer]] = OrderedDict()
        self._lock = threading.Lock()
        self._flights: Flights[Answer] = Flights(name)
        self._breaker = Breaker()

    def get(self, symbol: Symbol) -> Answer:
        """The kept answer while fresh, else a new one, else the old one; raises what the source raised if none."""
        with self._lock:
            when, old = self._answers.get(symbol.yahoo, (0.0, None))
        if old is not None and time.monotonic() - when < (self._fresh_seconds if old else NOTHING_FRESH):
            return old
        deadline = time.monotonic() + SECONDS
        try:
            return self._flights.join(symbol.yahoo, lambda: self._renewed(symbol, deadline), deadline)
        except PortalError:
            if old is None:
                raise
            return old

    def clear(self) -> None:
        """Forget all answers and failures."""
        with self._lock:
            self._answers.clear()
        self._breaker.reset()

    def _renewed(self, symbol: Symbol, deadline: float) -> Answer:
        breaker.check()
        self._breaker.check()
        try:
            with sessions.until(deadline):
                answer = self._ask(symbol)
        except SourceUnavailable as error:
            self._breaker.failed(error)
            raise
        self._breaker.worked()
        with self._lock:
            self._answers[symbol.yahoo] = (time.monotonic(), answer)
            self._answers.move_to_end(symbol.yahoo)
            while len(self._answers) > COMPANIES:
                self._answers.popitem(last=False)
        return answer


_news: Kept[tuple[Headline, ...]] = Kept("news", yahoo.news, NEWS_FRESH)
_figures: Kept[Valuation] = Kept("figures", yahoo.valuation, FIGURES_FRESH)


def news_of(symbol: Symbol) -> tuple[Headline, ...]:
    """The latest headlines, newest first; empty when there are none.

    Raises
    ------
    RateLimited, NoNetwork, Outage, UnknownSymbol
        Yahoo failed and nothing is kept. The page goes on without news and says why.
    """
    return sample_news() if symbol == SAMPLE else _news.get(symbol)


def valuation_of(symbol: Symbol) -> Valuation | None:
    """Key figures where Yahoo gives them in time; None otherwise: they are an extra, their absence is not an error."""
    if symbol.index or not symbol.yahoo:
        return None
    try:
        return _figures.get(symbol)
    except PortalError:
        return None
