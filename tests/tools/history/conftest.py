"""Every test of the history runs twice: on SQLite and on a real PostgreSQL (skipped where none can be started)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url

from tests.tools.history.server import Server
from tools.history import History
from tools.history.database import Database


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    made = Server()
    made.start()
    yield made
    made.stop()
    made.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """The address of a new, empty database."""
    if request.param == "sqlite":
        return make_url(f"sqlite:///{tmp_path}/kept/history.sqlite")
    server: Server = request.getfixturevalue("server")
    return make_url(server.database())


@pytest.fixture
def history(url: URL) -> Iterator[History]:
    database = Database(url, 5)
    yield History(database, days=30, saved_kb=64, saved_most=3)
    database.close()
