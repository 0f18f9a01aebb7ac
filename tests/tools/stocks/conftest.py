"""Yahoo on loopback, a folder of one's own and nothing left over from the test before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.stocks import yahoo_server
from tests.tools.stocks.yahoo_server import Yahoo
from tools.settings import settings
from tools.stocks import get, sessions
from tools.stocks.breaker import breaker
from tools.stocks.store import _store


@pytest.fixture
def yahoo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Yahoo]:
    with yahoo_server.running() as server:
        monkeypatch.setenv("PORTAL_YAHOO_ADDRESS", server.address)
        monkeypatch.setenv("PORTAL_DATA_FOLDER", str(tmp_path / "kept"))
        monkeypatch.setenv("PORTAL_STOCKS_SECONDS", "4")
        monkeypatch.setattr(get, "FIRST_WAIT", 0.02)
        fresh_start()
        yield server
    fresh_start()
    monkeypatch.undo()
    settings.cache_clear()


def fresh_start() -> None:
    settings.cache_clear()
    _store.cache_clear()
    breaker.reset()
    sessions.forget()
