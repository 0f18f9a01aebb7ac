"""A server on loopback that answers the real yfinance as Yahoo does, with switches for every way in which it may fail.

Its prices are a seeded walk over the days of the calendar, up to the last session before now; or, with `load`, any
series. It answers the chart, the crumb, the summary, the quote and the news.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import numpy as np

from tools.stocks.calendar import calendar

INDIA = ZoneInfo("Asia/Kolkata")
Fault = Literal[
    "", "429", "500", "503", "html", "empty", "nan_last", "slow", "drip", "unknown", "cut", "half", "garbage"
]
Row = tuple[date, float | None, float | None, float | None, float | None, int, float | None]


@dataclass
class Yahoo:
    """What the server answers and what it was asked."""

    fault: Fault = ""
    only: str = ""  # a part of the path to which the fault is confined
    slow_seconds: float = 5.0
    dividends: dict[date, float] = field(default_factory=dict)
    splits: dict[date, float] = field(default_factory=dict)
    series: dict[str, list[Row]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def charts(self) -> int:
        """How many times prices were asked for."""
        return sum("/v8/finance/chart/" in path for path in self.asked)

    def rows(self, symbol: str) -> list[Row]:
        if symbol not in self.series:
            self.series[symbol] = walk(symbol)
        return self.series[symbol]


def walk(symbol: str, years: int = 8) -> list[Row]:
    """Synthetic bars to the last session before today."""
    days = []
    today = datetime.now(INDIA).date()
    day = today - timedelta(days=365 * years)
    while day < today:
        if calendar().is_session(day) is not False:
            days.append(day)
        day += timedelta(days=1)
    random = np.random.default_rng(sum(symbol.encode()))
    close = 1000 * np.exp(np.cumsum(random.normal(0.0003, 0.014, len(days))))
    rows: list[Row] = []
    for at, (day, price) in enumerate(zip(days, close.round(2), strict=True)):
        start = float(close[at - 1].round(2)) if at else float(price)
        top, low = round(max(start, price) * 1.004, 2), round(min(start, price) * 0.996, 2)
        rows.append((day, start, top, low, float(price), 1_000_000 + at, float(price)))
    return rows


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, yahoo: Yahoo) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.yahoo, self.stop = yahoo, threading.Event()

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # clients that gave up


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.yahoo.asked.append(self.path)
        yahoo = self.server.yahoo
        if yahoo.fault and yahoo.only in self.path:
            return self.fail(yahoo.fault)
        self.send(*answer(yahoo, self.path))

    do_POST = do_GET

    def fail(self, fault: Fault) -> None:
        if fault in ("slow", "drip"):
            return self.crawl(fault)
        if fault not in ("cut", "half"):
            return self.send(*failure(self.server.yahoo, fault, self.path))
        self.close_connection = True
        if fault == "half":
            self.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{"chart":{"result":[')
        self.connection.close()

    def crawl(self, fault: Fault) -> None:
        self.close_connection = True
        if fault == "drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
        for _ in range(int(self.server.yahoo.slow_seconds * 10)):
            if self.server.stop.wait(0.1):
                return
            if fault == "drip":
                try:
                    self.wfile.write(b" ")
                except OSError:
                    return

    def send(self, status: int, body: Any, kind: str = "application/json") -> None:
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        if "/fc" in self.path:
            self.send_header("Set-Cookie", "A3=d=x; Max-Age=31557600; Path=/; HttpOnly")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def running() -> Iterator[Yahoo]:
    """A server of its own, stopped at the end."""
    yahoo = Yahoo()
    with _Server(yahoo) as server:
        yahoo.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield yahoo
        finally:
            server.stop.set()
            server.shutdown()
            thread.join()


def failure(yahoo: Yahoo, fault: Fault, path: str) -> tuple[int, Any, str]:
    """What Yahoo says when it fails in this way."""
    if fault == "429":
        return 429, "Too Many Requests\r\n", "text/html"
    if fault in ("500", "503"):
        return int(fault), "<html><body>Internal error</body></html>", "text/html"
    if fault == "html":
        return 200, "<!doctype html><html><body>Sign in to continue</body></html>", "text/html"
    if fault == "garbage":
        return (
            200,
            '{"chart": {"result": [{"meta": {"symbol": 7}, "timestamp": ["x"], "indicators": 3}]}}',
            "text/plain",
        )
    if fault == "unknown" and "/chart/" in path:
        error = {"code": "Not Found", "description": "No data found, symbol may be delisted"}
        return 404, {"chart": {"result": None, "error": error}}, "application/json"
    if fault == "unknown":
        return 404, {"quoteSummary": {"result": None, "error": {"code": "Not Found"}}}, "application/json"
    if fault == "empty" and "/chart/" in path:
        chart = {"meta": meta("X.NS", 0.0), "indicators": {"quote": [{}], "adjclose": [{}]}}
        return 200, {"chart": {"result": [chart], "error": None}}, "application/json"
    if fault == "nan_last" and "/chart/" in path:
        return answer(yahoo, path, nan_last=True)
    return answer(yahoo, path)


def answer(yahoo: Yahoo, path: str, *, nan_last: bool = False) -> tuple[int, Any, str]:
    """What Yahoo says on a good day."""
    parts = urlsplit(path)
    query = parse_qs(parts.query)
    last = unquote(parts.path.rsplit("/", 1)[-1])
    if parts.path == "/fc":
        return 404, "", "text/html"
    if parts.path.endswith("/getcrumb"):
        return 200, "crumb", "text/plain"
    if "/v8/finance/chart/" in path:
        return 200, {"chart": {"result": [chart(yahoo, last, query, nan_last)], "error": None}}, "application/json"
    if "/v10/finance/quoteSummary/" in path:
        summary = {
            "assetProfile": {"sector": "Energy", "industry": "Oil & Gas", "maxAge": 86400},
            "summaryDetail": {"trailingPE": 24.1, "marketCap": 18950000000000, "dividendYield": 0.0038, "maxAge": 1,
                              "trailingAnnualDividendYield": 0.0039},
            "defaultKeyStatistics": {"priceToBook": 2.2},
            "quoteType": {"symbol": last, "quoteType": "EQUITY"},
        }  # fmt: skip
        return 200, {"quoteSummary": {"result": [summary], "error": None}}, "application/json"
    if "/v7/finance/quote" in path:
        quote = {"symbol": query["symbols"][0], "regularMarketPrice": 1400.0, "dividendYield": 0.38}
        return 200, {"quoteResponse": {"result": [quote], "error": None}}, "application/json"
    if "/ws/fundamentals-timeseries" in path:
        return 200, {"timeseries": {"result": [], "error": None}}, "application/json"
    if "/xhr/ncp" in path:
        return 200, {"data": {"tickerStream": {"stream": headlines()}}}, "application/json"
    return 404, {"error": path}, "application/json"


def headlines() -> list[dict[str, Any]]:
    """News as Yahoo gives it, with an advertisement, an item without a title and an address that is no web address."""
    made = [
        {"id": str(at), "content": {"title": f"Invented headline {at}", "pubDate": f"2026-01-0{at}T06:30:00Z",
                                    "provider": {"displayName": "Invented Wire"},
                                    "canonicalUrl": {"url": f"https://news.example/{at}"}}}
        for at in (1, 3, 2)
    ]  # fmt: skip
    odd = {"title": "  An odd\n address ", "pubDate": "yesterday", "canonicalUrl": {"url": "javascript:alert(1)"}}
    return [*made, {"ad": [1], "content": {"title": "Buy"}}, {"content": {"title": None}}, {"id": "7", "content": odd}]


def chart(yahoo: Yahoo, symbol: str, query: dict[str, list[str]], nan_last: bool) -> dict[str, Any]:
    """The bars between the two moments of the query, with their dividends and splits."""
    first, last = int(query["period1"][0]), int(query["period2"][0])
    rows = [row for row in yahoo.rows(symbol) if first <= stamp(row[0]) < last]
    if nan_last:
        rows[-1] = (rows[-1][0], None, None, None, None, rows[-1][5], None)
    columns: list[list[Any]] = [list(each) for each in zip(*rows, strict=True)] or [[] for _ in range(7)]
    quote = dict(zip(("open", "high", "low", "close", "volume"), columns[1:6], strict=True))
    have = set(columns[0])
    events = {
        "dividends": {str(stamp(day)): {"amount": value, "date": stamp(day)}
                      for day, value in yahoo.dividends.items() if day in have},
        "splits": {str(stamp(day)): {"date": stamp(day), "numerator": value, "denominator": 1.0}
                   for day, value in yahoo.splits.items() if day in have},
    }  # fmt: skip
    return {
        "meta": meta(symbol, columns[4][-1] or 0.0),
        "timestamp": [stamp(day) for day in columns[0]],
        "events": {name: each for name, each in events.items() if each},
        "indicators": {"quote": [quote], "adjclose": [{"adjclose": columns[6]}]},
    }


def stamp(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, 9, 15, tzinfo=INDIA).timestamp())


def meta(symbol: str, price: float) -> dict[str, Any]:
    now = int(time.time())
    period = {"timezone": "IST", "start": now, "end": now, "gmtoffset": 19800}
    return {
        "currency": "INR", "symbol": symbol, "exchangeName": "NSI", "instrumentType": "EQUITY", "priceHint": 2,
        "firstTradeDate": 820467900, "regularMarketTime": now, "gmtoffset": 19800, "timezone": "IST",
        "exchangeTimezoneName": "Asia/Kolkata", "regularMarketPrice": price, "chartPreviousClose": price,
        "currentTradingPeriod": {"pre": period, "regular": period, "post": period}, "dataGranularity": "1d",
        "range": "", "validRanges": ["1d", "5d", "1mo", "1y", "max"],
    }  # fmt: skip
