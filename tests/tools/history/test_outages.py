"""A database that is down, read-only, slow or not there at all: one sentence, no hang, and it comes back by itself."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url

from tests.ports import free_port
from tests.tools.history.server import Server
from tests.tools.history.test_kept import RESULT, run
from tools.errors import HistoryUnavailable
from tools.history import Feedback, History, database
from tools.history.database import Database

CANNOT_READ = "cannot be read right now"
NOT_KEPT = "could not be kept"


def at_once(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "REST", 0.0)  # the next call tries again


def read_only(url: URL) -> URL:
    if url.get_backend_name() == "sqlite":
        return URL.create("sqlite", database=f"file:{url.database}", query={"mode": "ro", "uri": "true"})
    return url.update_query_dict({"options": "-c default_transaction_read_only=on"})


def test_a_read_only_database_still_shows_what_it_has(
    url: URL, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = run()
    history.record(made)
    history.save("asha", made.id, "T", RESULT)
    history.database.close()
    shown = History(Database(read_only(url), 5))
    for act in (
        lambda: shown.record(run()),
        lambda: shown.save("asha", made.id, "New", {}),
        lambda: shown.feedback("asha", made.id, Feedback(1)),
        lambda: shown.delete("asha", [made.id]),
        lambda: shown.forget("asha"),
    ):
        at_once(shown, monkeypatch)
        with pytest.raises(HistoryUnavailable, match=NOT_KEPT):
            act()
    assert shown.saved("asha", made.id).title == "T"
    assert not shown.failing("read")
    shown.database.close()


def test_an_empty_read_only_database_is_told(url: URL) -> None:
    if url.get_backend_name() == "sqlite":
        database_file = Path(str(url.database))
        database_file.parent.mkdir()
        database_file.touch()
    empty = History(Database(read_only(url), 5))
    with pytest.raises(HistoryUnavailable, match=CANNOT_READ):
        empty.runs("asha")
    empty.database.close()


def nowhere() -> Iterator[URL | None]:
    yield None
    yield make_url(f"postgresql+psycopg://portal@127.0.0.1:{free_port()}/history")
    yield make_url("postgresql+psycopg://portal:geheim@no-such-host.invalid/history")
    yield make_url("sqlite:////proc/no/such/folder/history.sqlite")
    yield make_url("sqlite:////dev/null")


@pytest.mark.parametrize("url", list(nowhere()), ids=["no folder", "no server", "no host", "no place", "no database"])
def test_down_from_the_start(url: URL | None, caplog: pytest.LogCaptureFixture) -> None:
    down = History(Database(url, 2))
    with pytest.raises(HistoryUnavailable, match=CANNOT_READ):
        down.runs("asha")
    with pytest.raises(HistoryUnavailable, match=NOT_KEPT):
        down.record(run())
    assert down.failing("read")
    assert down.failing("write")
    assert "geheim" not in caplog.text
    down.database.close()


def test_after_a_failure_it_is_left_alone_for_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    down, tries = Database(None, 2), []
    monkeypatch.setattr(down, "_started", lambda: tries.append(1) or (_ for _ in ()).throw(OSError("down")))
    for _try in range(5):
        with pytest.raises(HistoryUnavailable), down.session("read"):
            pass
    assert tries == [1]


def test_a_server_that_goes_and_comes_back(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    history = History(Database(make_url(server.database()), 5))
    history.record(run())
    server.stop()
    try:
        at_once(history, monkeypatch)
        with pytest.raises(HistoryUnavailable, match=NOT_KEPT):
            history.record(run())
        with pytest.raises(HistoryUnavailable, match=CANNOT_READ):
            history.runs("asha")
    finally:
        server.start()
    history.record(run())
    assert history.count("asha") == 2
    history.database.close()


def test_a_locked_database_is_waited_for_only_so_long(url: URL, history: History) -> None:
    history.record(run())
    impatient = History(Database(url, 0.2))
    with history.database.session("write") as session:
        connection = session.connection()  # SQLite locks by beginning to write
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("LOCK TABLE runs IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(HistoryUnavailable, match=NOT_KEPT):
            impatient.record(run())
    impatient.database.close()
    assert history.count("asha") == 1


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    path.write_bytes(b"this is a letter, not a database, and it is longer than a header of a hundred bytes " * 4)
    broken = History(Database(make_url(f"sqlite:///{path}"), 2))
    with pytest.raises(HistoryUnavailable, match=CANNOT_READ):
        broken.runs("asha")
    broken.database.close()
    assert path.read_bytes().startswith(b"this is a letter")


def silent(connection: socket.socket) -> None:
    """A server, or a proxy before it, that lets everybody in and then says nothing more."""
    with connection, contextlib.suppress(OSError):
        connection.recv(1024)
        told = b"R" + struct.pack("!ii", 8, 0) + b"Z" + struct.pack("!i", 5) + b"I"  # come in; ready
        connection.sendall(told)
        while connection.recv(1024):
            pass


@pytest.mark.parametrize("welcome", [True, False], ids=["after the welcome", "from the start"])
def test_a_server_that_falls_silent_holds_no_page(welcome: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listening.accept()
                    if welcome:
                        threading.Thread(target=silent, args=(connection,), daemon=True).start()
                    else:
                        kept.append(connection)

        kept: list[socket.socket] = []
        threading.Thread(target=serve, daemon=True).start()
        address = f"postgresql+psycopg://portal@127.0.0.1:{listening.getsockname()[1]}/history?sslmode=disable"
        down = History(Database(make_url(address), 0.5))
        with pytest.raises(HistoryUnavailable, match=CANNOT_READ):
            down.runs("asha")
        down.database.close()
        for connection in kept:
            connection.close()


def test_a_server_that_stops_between_two_pages_holds_none(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    history = History(Database(make_url(server.database()), 0.5))
    history.record(run())
    at_once(history, monkeypatch)
    leader = int((server.folder / "data" / "postmaster.pid").read_text().split()[0])
    workers = [int(found) for found in subprocess.run(["pgrep", "-P", str(leader)], capture_output=True).stdout.split()]
    for number in (leader, *workers):
        os.kill(number, signal.SIGSTOP)
    try:
        with pytest.raises(HistoryUnavailable, match=CANNOT_READ):
            history.runs("asha")
    finally:
        for number in (leader, *workers):
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGCONT)
    assert history.count("asha") == 1
    history.database.close()
