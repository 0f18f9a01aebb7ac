"""Prices, a company's key figures and headlines from Yahoo, by yfinance; failures come as the portal's own errors.

Asks once and keeps nothing: `get` decides when to ask, how often, and what to show when it fails. Yahoo publishes no
terms for this access and may change or limit it at any time.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

import pandas as pd

from tools.errors import NoNetwork, Outage, PortalError, RateLimited, UnknownSymbol
from tools.format import INDIA
from tools.stocks import sessions
from tools.stocks.types import COLUMNS, Headline, Prices, Symbol, Valuation
from tools.translations import N_

# libcurl's own numbers: proxy or host not resolved, not connected, no interface, no TLS, certificate, proxy failure
UNREACHABLE: Final = frozenset((5, 6, 7, 35, 45, 60, 97))
NAMES: Final = {
    "Open": "open", "High": "high", "Low": "low", "Close": "close", "Volume": "volume", "Adj Close": "adjusted_close",
}  # fmt: skip
NOT_THERE: Final = ("no data found", "delisted", "not found")
LONGEST_TITLE: Final = 300

RATE_LIMITED: Final = (
    "Yahoo limits how often it may be asked and has closed for now: try again in a few minutes, or upload a CSV."
)
NO_NETWORK: Final = "Yahoo cannot be reached from here: check the network or the proxy, or upload a CSV of prices."
FAILED: Final = "Yahoo does not give prices at the moment: try again later, or upload a CSV of prices."
TOO_SLOW: Final = "Yahoo did not answer in time: try again later, or upload a CSV of prices."


def history(symbol: Symbol, since: date) -> Prices:
    """Daily bars from `since` to now: close adjusted for splits, adjusted close for dividends too.

    A row without a price (often the last one) is kept as it came, for the check of quality to flag.

    Raises
    ------
    RateLimited, NoNetwork, Outage, UnknownSymbol
        Nothing is kept of the failure: the next call asks anew.
    """
    asked = datetime.now(INDIA)  # before: what trades while the answer travels is not in it
    try:
        raw = sessions.ticker(symbol.yahoo).history(
            start=since, interval="1d", auto_adjust=False, actions=True, keepna=True, repair=False
        )
    except Exception as error:  # yfinance lets through whatever its parsing meets
        sessions.forget()
        raise told(error, symbol) from error
    if raw.empty or raw["Close"].isna().all():
        sessions.forget()
        raise Outage(_without_prices(symbol))
    return Prices(
        symbol, _frame(raw), "live", asked,
        dividends=_actions(raw, "Dividends"), splits=_actions(raw, "Stock Splits"),
    )  # fmt: skip


def valuation(symbol: Symbol) -> Valuation:
    """What Yahoo says about a company's value; a figure that it does not give is None.

    Raises
    ------
    RateLimited, NoNetwork, Outage, UnknownSymbol
    """
    source = sessions.ticker(symbol.yahoo)
    try:
        info = source.info
    except Exception as error:
        sessions.forget()
        try:
            info = source.info  # what arrived before the failure: yfinance asks for three things, the last is not used
        except Exception:
            info = None
        if not info:
            raise told(error, symbol) from error
    found = _valuation(symbol, info or {})
    if found == Valuation(symbol.symbol, found.as_of):
        sessions.forget()
        raise Outage(FAILED)
    return found


def news(symbol: Symbol, count: int = 20) -> tuple[Headline, ...]:
    """The latest headlines about a company, newest first.

    Raises
    ------
    RateLimited, NoNetwork, Outage, UnknownSymbol
    """
    try:
        items = sessions.ticker(symbol.yahoo).get_news(count=count)
        found = list(_headlines(items[: 2 * count]))
    except Exception as error:
        sessions.forget()
        raise told(error, symbol) from error
    oldest = datetime.min.replace(tzinfo=INDIA)
    return tuple(sorted(found, key=lambda item: item.published or oldest, reverse=True)[:count])


def told(error: Exception, symbol: Symbol) -> PortalError:
    """What went wrong, as the portal's error with a sentence that says what to do."""
    from curl_cffi.requests import exceptions as curl
    from yfinance import exceptions as theirs

    if isinstance(error, PortalError):
        return error
    if isinstance(error, theirs.YFRateLimitError):
        return RateLimited(RATE_LIMITED)
    if isinstance(error, curl.HTTPError) and error.response is not None:
        status = error.response.status_code
        return RateLimited(RATE_LIMITED) if status == 429 else _unknown(symbol) if status == 404 else Outage(FAILED)
    if isinstance(error, curl.RequestException):
        return _of_network(error)
    if isinstance(error, theirs.YFTickerMissingError):
        reason = (getattr(error, "yahoo_reason", None) or "").casefold()
        if any(words in reason for words in NOT_THERE):
            return _unknown(symbol)
        return Outage(_without_prices(symbol) if not reason else FAILED)
    return Outage(FAILED)


def _of_network(error: Any) -> PortalError:
    code = int(getattr(error, "code", 0) or 0)
    if code in UNREACHABLE:
        return NoNetwork(NO_NETWORK)
    if code == 28:  # timed out: while connecting nothing was reached, later it was Yahoo that was slow
        return NoNetwork(NO_NETWORK) if "connection timed out" in str(error).casefold() else Outage(TOO_SLOW)
    return Outage(FAILED)


def _unknown(symbol: Symbol) -> UnknownSymbol:
    return UnknownSymbol(
        f"Yahoo knows no prices of {symbol.symbol}: check whether it was renamed or delisted, or upload a CSV."
    )


def _without_prices(symbol: Symbol) -> str:
    return N_(f"Yahoo answered without prices of {symbol.symbol}: try again later, or upload a CSV of prices.")


def _frame(raw: pd.DataFrame) -> pd.DataFrame:
    frame = raw.rename(columns=NAMES)[list(COLUMNS)].astype("float64")
    frame.index = pd.DatetimeIndex(frame.index).tz_localize(None).normalize().as_unit("us")
    frame.index.name = "date"
    return frame[~frame.index.duplicated(keep="last")].sort_index()


def _actions(raw: pd.DataFrame, column: str) -> dict[date, float]:
    values = raw[column].fillna(0.0).to_numpy("float64")
    return {stamp.date(): float(value) for stamp, value in zip(raw.index, values, strict=True) if value > 0}


def _valuation(symbol: Symbol, info: Mapping[str, Any]) -> Valuation:
    """Yahoo gives `dividendYield` as a share in one place and in percent in another: the trailing one is a share."""

    def figure(name: str) -> float | None:
        value = info.get(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            return None
        return float(value) or None

    def text(name: str) -> str:
        value = info.get(name)
        return value[:80] if isinstance(value, str) else ""

    return Valuation(
        symbol.symbol, datetime.now(INDIA), figure("trailingPE"), figure("priceToBook"), figure("marketCap"),
        figure("trailingAnnualDividendYield"), text("sector"), text("industry"),
    )  # fmt: skip


def _headlines(items: list[Any]) -> Iterator[Headline]:
    for item in items:
        content = item.get("content") if isinstance(item, dict) else None
        title = " ".join(str((content or {}).get("title") or "").split())[:LONGEST_TITLE]
        if not title:
            continue
        assert content is not None
        address = str(((content.get("canonicalUrl") or content.get("clickThroughUrl")) or {}).get("url") or "")
        publisher = str((content.get("provider") or {}).get("displayName") or "")[:80]
        yield Headline(title, _moment(content.get("pubDate")), publisher, address if _is_web(address) else "")


def _is_web(address: str) -> bool:
    return address.startswith(("https://", "http://")) and len(address) < 2000


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment.astimezone(INDIA) if moment.tzinfo else moment.replace(tzinfo=INDIA)
