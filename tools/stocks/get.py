"""Prices whatever happens: kept ones while fresh, else live ones, else kept ones with the reason why.

Several askers for one series share one request; nobody waits longer than the settings' budget. Knows one source,
Yahoo; files and the sample are the page's to offer when an error says that there is nothing.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

import numpy as np
import pandas as pd

from tools import format as written
from tools.errors import Outage, PortalError, SourceUnavailable
from tools.format import INDIA
from tools.settings import settings
from tools.stocks import hours, sessions, yahoo
from tools.stocks.breaker import breaker
from tools.stocks.flights import AT_ONCE, Flights
from tools.stocks.sample import SAMPLE, sample_prices
from tools.stocks.store import Store, Stored, as_stored, store
from tools.stocks.types import Prices, Symbol
from tools.translations import N_

BENCHMARK: Final = Symbol("NIFTY 50", "NIFTY 50", "^NSEI", index=True)
YEARS: Final = 6.0  # five to show and one for indicators to warm up
SPANS: Final = (6, 12, 30)  # years fetched: few different lengths, so that one kept series serves most questions
TRIES: Final = 2  # yfinance itself asks twice
FIRST_WAIT: Final = 0.5  # seconds before the second try, doubled before every further one, with jitter
OVERLAP: Final = 5  # bars fetched again: the last ones are corrected, and show whether the older ones were rescaled
SAME: Final = 1e-5  # relative: Yahoo's float32 prices differ by less, the smallest dividend by more
WHOLE_AGAIN: Final = timedelta(days=7)  # older corrections by Yahoo are taken over at least this often

_flights: Final[Flights[Prices]] = Flights("prices")


def prices_of(symbol: Symbol, years: float = YEARS) -> Prices:
    """The last `years` of a symbol's daily bars.

    `source` says whether they are live or kept; `stale` that fresher ones could not be had, with the reason in `note`.
    Pass a year more than is shown, for indicators to warm up. Answers within the settings' `stocks_seconds`; the
    sample is answered whole.

    Raises
    ------
    RateLimited, NoNetwork, Outage, UnknownSymbol
        Yahoo failed and nothing is kept: offer a file or the sample.
    """
    if symbol == SAMPLE:
        return sample_prices()
    now = datetime.now(INDIA)
    first = _first(now, min(max(years, 0.1), SPANS[-1]))
    kept = store()
    stored = kept.read(symbol)
    if stored and stored.since <= first and _is_fresh(stored.prices, now):
        return _cut(as_stored(stored), first)
    try:
        return _cut(_shared_fetch(symbol, _since(now, years), stored, kept), first)
    except PortalError as error:
        if stored is None:
            raise
        return _cut(replace(as_stored(stored), stale=True, note=_why(stored.prices.as_of, error)), first)


def benchmark_prices(years: float = YEARS) -> Prices:
    """The NIFTY 50 in the same way; raises the same errors."""
    return prices_of(BENCHMARK, years)


def prices_of_all(symbols: Iterable[Symbol], years: float = YEARS) -> dict[str, Prices | PortalError]:
    """Several symbols side by side within one budget: by symbol its prices, or why there are none."""
    wanted = {symbol.symbol: symbol for symbol in symbols}

    def one(symbol: Symbol) -> Prices | PortalError:
        try:
            return prices_of(symbol, years)
        except PortalError as error:
            return error

    with ThreadPoolExecutor(min(len(wanted), 2 * AT_ONCE) or 1, thread_name_prefix="symbols") as pool:
        return dict(zip(wanted, pool.map(one, wanted.values()), strict=True))


def _shared_fetch(symbol: Symbol, since: date, stored: Stored | None, kept: Store) -> Prices:
    """Join the fetch of this series that is under way, or start it; wait no longer than the budget."""
    deadline = time.monotonic() + settings().stocks_seconds
    return _flights.join((symbol.yahoo, since), lambda: _fetch(symbol, since, stored, kept, deadline), deadline)


def _fetch(symbol: Symbol, since: date, stored: Stored | None, kept: Store, deadline: float) -> Prices:
    """Ask Yahoo, again after a failure while there is time, and keep the answer."""
    breaker.check()
    with sessions.until(deadline):
        for attempt in range(TRIES):
            try:
                fetched = _update(symbol, since, stored)
                break
            except Outage as error:
                wait = FIRST_WAIT * 2**attempt * random.uniform(0.5, 1.5)
                if attempt == TRIES - 1 or sessions.left() < 2 * wait:
                    breaker.failed(error)
                    raise
                time.sleep(wait)
            except SourceUnavailable as error:
                breaker.failed(error)
                raise
        else:
            raise AssertionError("the last try raises")
    breaker.worked()
    kept.write(fetched)
    return fetched.prices


def _update(symbol: Symbol, since: date, stored: Stored | None) -> Stored:
    """The kept series with its last bars fetched again where that is enough, else the whole of it."""
    now = datetime.now(INDIA)
    if stored and stored.since <= since and len(stored.prices.frame) > OVERLAP and now - stored.whole_at < WHOLE_AGAIN:
        recent = yahoo.history(symbol, stored.prices.frame.index[-OVERLAP].date())
        if (joined := _joined(stored.prices, recent)) is not None:
            return Stored(joined, stored.since, stored.whole_at)
    since = min(since, stored.since) if stored else since
    whole = yahoo.history(symbol, since)
    return Stored(whole, since, whole.as_of)


def _joined(old: Prices, new: Prices) -> Prices | None:
    """`old` up to where `new` begins, then `new`; None when the past was rescaled or corrected.

    The last kept bar is not compared: it may be of a session that was still open.
    """
    start = new.frame.index[0]
    before = old.frame[old.frame.index >= start].iloc[:-1]
    after = new.frame.reindex(before.index)
    columns = ["close", "adjusted_close"]
    alike = np.allclose(before[columns], after[columns], rtol=SAME, atol=0.0, equal_nan=True)
    if before.empty or not alike or _events(new, start) != _events(old, start):
        return None
    frame = pd.concat([old.frame[old.frame.index < start], new.frame])
    return replace(new, frame=frame, dividends=old.dividends, splits=old.splits)


def _events(prices: Prices, start: pd.Timestamp) -> set[tuple[date, float]]:
    return {pair for each in (prices.dividends, prices.splits) for pair in each.items() if pair[0] >= start.date()}


def _first(now: datetime, years: float) -> date:
    return now.date() - timedelta(days=round(365.25 * years))


def _since(now: datetime, years: float) -> date:
    """The beginning of a fetch: one of a few spans, from the first of a month, so that questions share it."""
    span = next((each for each in SPANS if each >= years), SPANS[-1])
    return (_first(now, span) - timedelta(days=15)).replace(day=1)


def _is_fresh(prices: Prices, now: datetime) -> bool:
    traded = prices.frame.index[prices.frame["close"].notna()]
    complete = len(traded) > 0 and traded[-1].date() >= hours.last_settled(now).date()
    return hours.is_fresh(prices.as_of, now, settings().stocks_fresh_minutes, complete=complete)


def _cut(prices: Prices, first: date) -> Prices:
    """A copy from `first` on (series are shared between threads); all of a series that ended before."""
    frame = prices.frame.loc[pd.Timestamp(first) :]
    return replace(prices, frame=(prices.frame if frame.empty else frame).copy())


def _why(as_of: datetime, error: PortalError) -> str:
    moment = written.moment(as_of, "en")
    return f"{N_(f'These prices are from {moment}.')} {error}"
