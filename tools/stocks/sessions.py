"""The one place where the portal speaks to Yahoo: which host, how long, and yfinance set up so that nothing lingers.

Knows nothing about prices. Every request has to end before the deadline of the work that it belongs to, and only
Yahoo's hosts are ever asked (or, in their stead, the address of the settings: a company's proxy, a test's server).
"""

from __future__ import annotations

import logging
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

from tools.settings import settings

HOSTS: Final = frozenset(
    ("query1.finance.yahoo.com", "query2.finance.yahoo.com", "finance.yahoo.com", "fc.yahoo.com", "guce.yahoo.com",
     "consent.yahoo.com")
)  # fmt: skip
SIDE_HOSTS: Final = frozenset(("fc.yahoo.com", "guce.yahoo.com", "consent.yahoo.com"))
SIDE_SECONDS: Final = 1.5  # for cookies and crumbs: prices come without them, so they may not eat the time for prices
TIME_ZONE: Final = "Asia/Kolkata"

_until: ContextVar[float | None] = ContextVar("until", default=None)
_lock = threading.Lock()


@contextmanager
def until(deadline: float) -> Iterator[None]:
    """Every request made inside ends before `deadline` (of `time.monotonic`)."""
    token = _until.set(deadline)
    try:
        yield
    finally:
        _until.reset(token)


def left() -> float:
    """Seconds until the deadline of the work at hand; the budget of the settings where none was set."""
    deadline = _until.get()
    return settings().stocks_seconds if deadline is None else deadline - time.monotonic()


def ticker(yahoo: str) -> Any:
    """yfinance's own `Ticker`, on the portal's session.

    Its time zone is set: all that the portal knows trades in India, and yfinance would spend a request to learn it.
    """
    library = _yfinance()
    with _lock:
        found = library.Ticker(yahoo, session=_session(settings().yahoo_address.rstrip("/")))
    found._tz = TIME_ZONE
    return found


def forget() -> None:
    """Drop what a failure may have poisoned: yfinance keeps bad answers, error pages as crumbs, and its strategy."""
    from yfinance import data

    with _lock:
        _session.cache_clear()
        with data.SingletonMeta._lock:
            data.SingletonMeta._instances.pop(data.YfData, None)
        data.YfData.cache_get.cache_clear()


def redirected(url: str, address: str) -> str:
    """Where to ask instead of `url`; itself when no `address` is set. Refuses hosts that are not Yahoo's."""
    parts = urlsplit(url)
    if parts.hostname not in HOSTS:
        raise ValueError(f"not a host of Yahoo: {parts.hostname}")
    if not address:
        return url
    path = "/fc" if parts.hostname == "fc.yahoo.com" else parts.path
    return f"{address}{path}{'?' + parts.query if parts.query else ''}"


def _seconds(url: str, wanted: object) -> float:
    """How long a request may take: never past the deadline, and little for what prices do not need."""
    parts = urlsplit(url)
    seconds = min(left(), wanted if isinstance(wanted, (int, float)) else left())
    if parts.hostname in SIDE_HOSTS or parts.path.endswith("/getcrumb"):
        seconds = min(seconds, SIDE_SECONDS, left() / 4)
    return seconds


@lru_cache(maxsize=1)
def _session(address: str) -> Any:
    """A session that looks like a browser, as Yahoo wants it, shared by all threads."""
    from curl_cffi import CurlECode, requests

    class Session(requests.Session):  # type: ignore[misc, type-arg, unused-ignore]
        """Asks Yahoo, or `address` in its stead, and keeps to the deadline.

        The page that hands out the cookie is asked once: yfinance would ask before every request.
        """

        cookie_page: Any = None

        def request(self, method: Any, url: str, *args: Any, **others: Any) -> Any:
            seconds = _seconds(url, others.get("timeout"))
            cookie = urlsplit(url).hostname == "fc.yahoo.com"
            if cookie and self.cookie_page is not None:
                return self.cookie_page
            if seconds <= 0:
                raise requests.exceptions.Timeout("no time is left", CurlECode.OPERATION_TIMEDOUT)
            others["timeout"] = seconds
            if address:
                others["headers"] = {**(others.get("headers") or {}), "X-Forwarded-Host": urlsplit(url).hostname}
            answer = super().request(method, redirected(url, address), *args, **others)
            if cookie:
                self.cookie_page = answer
            return answer

    local = urlsplit(address).hostname in ("127.0.0.1", "localhost", "::1")
    return Session(impersonate="chrome", trust_env=not local, max_redirects=5)


def _yfinance() -> Any:
    """The library, told to raise what goes wrong, to write nothing to disk, and to keep its warnings to itself.

    Its caches on disk hold time zones, which are set here, and pickled cookies: a file that runs as code when read,
    and whose lock or damage would stand between the reader and prices. Cookies are fetched once a process instead.
    """
    import yfinance
    from yfinance import cache

    yfinance.config.debug.hide_exceptions = False
    for manager, name, dummy in (
        (cache._CookieCacheManager, "_Cookie_cache", cache._CookieCacheDummy),
        (cache._TzCacheManager, "_tz_cache", cache._TzCacheDummy),
        (cache._ISINCacheManager, "_isin_cache", cache._ISINCacheDummy),
    ):
        if not isinstance(getattr(manager, name), dummy):
            setattr(manager, name, dummy())
    logging.getLogger("yfinance").setLevel(logging.CRITICAL)  # what it logs is raised too
    # Its own use of pandas, attributed to its modules; importing it turns these warnings on again.
    _ignore(r"yfinance\b")
    return yfinance


def _ignore(module: str) -> None:
    """Silence deprecations that are raised inside `module`, once: filters are looked up at every warning."""
    known = any(rule[0] == "ignore" and rule[3] is not None and getattr(rule[3], "pattern", "") == module
                for rule in warnings.filters)  # fmt: skip
    if not known:
        warnings.filterwarnings("ignore", category=DeprecationWarning, module=module)
