"""What a failure of the network is called, and real prices through the real yfinance."""

from __future__ import annotations

import socket
from datetime import date

import pandas as pd
import pytest

from tests.shared import shared
from tests.tools.stocks.yahoo_server import Yahoo
from tools.errors import NoNetwork, Outage, PortalError, RateLimited, UnknownSymbol
from tools.settings import settings
from tools.stocks import yahoo as source
from tools.stocks.get import prices_of
from tools.stocks.quality import flags_of
from tools.stocks.symbols import symbol_of
from tools.stocks.types import COLUMNS

RELIANCE = symbol_of("RELIANCE")


@pytest.mark.parametrize("symbol", ["RELIANCE", "TCS", "M&M"])
def test_real_prices_arrive_as_they_are(yahoo: Yahoo, symbol: str) -> None:
    rows = pd.read_csv(shared(f"data/stocks/prices/{symbol}.NS.csv"), parse_dates=["date"])
    yahoo.series[f"{symbol}.NS"] = [
        (stamp.date(), *(float(value) for value in bar[:4]), int(bar[5]), float(bar[4]))
        for stamp, *bar in rows.itertuples(index=False)
    ]
    prices = prices_of(symbol_of(symbol), 8)
    want = rows.set_index("date").rename(columns={"adj_close": "adjusted_close"})[list(COLUMNS)].astype("float64")
    pd.testing.assert_frame_equal(prices.frame, want, check_index_type=False, check_freq=False, check_exact=True)
    flagged = {(flag.date, flag.kind) for flag in flags_of(prices)}
    assert {(date(2025, 3, 18), "flat_zero_volume"), (date(2026, 1, 15), "phantom_holiday")} <= flagged
    kept = prices_of(symbol_of(symbol), 8)
    pd.testing.assert_frame_equal(kept.frame, prices.frame, check_exact=True, check_freq=False)


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        (6, "Could not resolve host", NoNetwork), (5, "Could not resolve proxy", NoNetwork),
        (7, "Failed to connect", NoNetwork), (60, "certificate", NoNetwork), (97, "proxy handshake", NoNetwork),
        (28, "Connection timed out after 2000 milliseconds", NoNetwork),
        (28, "Operation timed out after 2000 milliseconds with 0 bytes received", Outage),
        (52, "Empty reply from server", Outage), (56, "Recv failure", Outage), (0, "anything", Outage),
    ],
)  # fmt: skip
def test_failures_of_the_network_by_libcurls_numbers(code: int, text: str, kind: type[PortalError]) -> None:
    from curl_cffi.requests.exceptions import RequestException

    assert type(source.told(RequestException(text, code), RELIANCE)) is kind  # type: ignore[arg-type]


def test_what_yfinance_raises_by_name() -> None:
    from yfinance import exceptions

    delisted = exceptions.YFPricesMissingError("X", "", yahoo_reason="No data found, symbol may be delisted")
    other = exceptions.YFPricesMissingError("X", "", yahoo_reason="Internal server error")
    assert type(source.told(exceptions.YFRateLimitError(), RELIANCE)) is RateLimited
    assert type(source.told(delisted, RELIANCE)) is UnknownSymbol
    assert str(source.told(other, RELIANCE)) == source.FAILED
    assert "without prices" in str(source.told(exceptions.YFPricesMissingError("X", ""), RELIANCE))
    assert str(source.told(KeyError("timestamp"), RELIANCE)) == source.FAILED


def test_a_firewall_that_answers_nothing_is_no_network(yahoo: Yahoo, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as wall, socket.socket() as first, socket.socket() as second:
        wall.bind(("127.0.0.1", 0))
        wall.listen(0)  # its queue is full after one: further connections wait for ever
        for each in (first, second):
            each.setblocking(False)
            each.connect_ex(wall.getsockname())
        monkeypatch.setenv("PORTAL_YAHOO_ADDRESS", f"http://127.0.0.1:{wall.getsockname()[1]}")
        monkeypatch.setenv("PORTAL_STOCKS_SECONDS", "1")
        settings.cache_clear()
        with pytest.raises(NoNetwork):
            prices_of(RELIANCE, 1)
