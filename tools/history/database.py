"""The way to the database: its address, its engine, short sessions, and what happens when it does not answer.

After a failure it is left alone for a few seconds, so that a database that is down costs one page its time limit and
not every page. Reading and writing fail apart: what can still be read is still shown. Knows no table.
"""

from __future__ import annotations

import logging
import math
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc
from sqlalchemy.orm import Session

from tools.errors import HistoryUnavailable
from tools.translations import N_

Act = Literal["read", "write"]

REST: Final = 10.0  # seconds that a database which failed is left alone
PATIENCE: Final = 2.0  # seconds beyond its own limit in which a server tells that it was reached
FAILS: Final = {
    "read": N_("Your runs cannot be read right now, because the portal's database does not answer: try in a minute."),
    "write": N_(
        "This could not be kept, because the portal's database does not take it right now: nothing else is lost, try "
        "again in a minute."
    ),
}
# what a server or a disk does to us; anything else (a wrong statement, say) is our own defect
TROUBLES: Final = (exc.OperationalError, exc.InterfaceError, exc.InternalError, exc.TimeoutError, OSError)

log = logging.getLogger("portal.history")


class Database:
    """One database; made without touching it, connected and migrated at first use. Safe for several threads.

    Parameters
    ----------
    url
        Where it is; None when there is no place for a file.
    seconds
        How long connecting, waiting for a lock and a single statement may each take.
    """

    def __init__(self, url: URL | None, seconds: float) -> None:
        self.url = url
        self.seconds = seconds
        self._engine: Engine | None = None
        self._ready = False
        self._starting = threading.Lock()
        self._rest_until: dict[Act, float] = {"read": 0.0, "write": 0.0}

    def failing(self, act: Act) -> bool:
        """Whether the last try failed a moment ago."""
        return time.monotonic() < self._rest_until[act]

    @contextmanager
    def session(self, act: Act) -> Iterator[Session]:
        """One transaction, kept when the block ends without an error.

        Raises
        ------
        HistoryUnavailable
            The database does not answer, cannot be written, or belongs to a newer portal.
        """
        if self.failing(act):
            raise HistoryUnavailable(FAILS[act])
        try:
            engine = self._started()
            with Session(engine.execution_options(portal_act=act)) as session, session.begin():
                yield session
        except TROUBLES as error:
            self._rest(act, error)
            raise HistoryUnavailable(FAILS[act]) from error
        except exc.DatabaseError as error:
            if type(error) is not exc.DatabaseError:  # its children are defects; itself means a damaged file
                raise
            self._rest(act, error)
            raise HistoryUnavailable(FAILS[act]) from error

    def close(self) -> None:
        """Give back every connection; the next use opens new ones."""
        with self._starting:
            if self._engine is not None:
                self._engine.dispose()
            self._engine, self._ready = None, False

    def _started(self) -> Engine:
        """The engine, with the schema of this portal behind it."""
        if self._ready and self._engine is not None:
            return self._engine
        from tools.history.migrating import migrate  # Alembic takes its time to load

        if not self._starting.acquire(timeout=self.seconds):  # another session waits for the database already
            raise OSError("the database is being opened")
        try:
            if self.url is None:
                raise OSError("there is no folder for the history")
            if self._engine is None:
                self._engine = engine_for(self.url, self.seconds)
            if not self._ready:
                migrate(self._engine)
                self._ready = True
            return self._engine
        finally:
            self._starting.release()

    def _rest(self, act: Act, error: BaseException) -> None:
        self._rest_until[act] = time.monotonic() + REST
        # the message of a driver can name hosts and users, never rows: parameters are hidden
        log.warning("the history cannot be %s: %s", "read" if act == "read" else "written", str(error).split("\n")[0])


def engine_for(url: URL, seconds: float) -> Engine:
    """An engine with time limits everywhere; a SQLite file is made for its owner alone."""
    if url.get_backend_name() == "sqlite":
        _make_file(url)
        engine = create_engine(url, hide_parameters=True, connect_args={"timeout": seconds})
        event.listen(engine, "connect", _sqlite_connected)
    else:
        limits: dict[str, Any] = {
            "connect_timeout": max(2, math.ceil(seconds)),
            "tcp_user_timeout": math.ceil(seconds * 1000),  # a server that vanished, in milliseconds
            "application_name": "ai-demo-portal",
            "prepare_threshold": None,  # a pooler between us and the server knows no prepared statements
        }
        engine = create_engine(
            url, hide_parameters=True, connect_args=limits, pool_pre_ping=True, pool_timeout=seconds, pool_recycle=1800
        )
        event.listen(engine, "do_connect", _patient(seconds))
        event.listen(engine, "connect", _postgres_limits(math.ceil(seconds * 1000)))
    event.listen(engine, "begin", _begin)
    return engine


def _make_file(url: URL) -> None:
    """The file with mode 0600, in a folder that only the owner may enter if it is new."""
    if not url.database or url.database.startswith("file:"):
        return
    path = Path(url.database)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():  # opening an existing one for writing would fail where it may still be read
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def _sqlite_connected(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by us: pysqlite would leave DDL outside
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=NORMAL")
    try:
        cursor.execute("PRAGMA journal_mode=WAL")  # readers do not wait for a writer
    except connection.OperationalError:
        log.debug("write-ahead logging could not be turned on")  # a file that may only be read
    cursor.close()


def _patient(seconds: float) -> Any:
    def connect(_dialect: object, _record: object, args: Any, limits: Any) -> Any:
        from tools.history.patience import Patient  # psycopg is for PostgreSQL alone

        made = Patient.connect(*args, **limits)
        made.patience = seconds + PATIENCE
        return made

    return connect


def _postgres_limits(milliseconds: int) -> Any:
    def connected(connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET statement_timeout = {milliseconds}")
            cursor.execute(f"SET lock_timeout = {milliseconds}")
        connection.commit()

    return connected


def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        # a write that begins as a read can fail at once when another process wrote in between
        writes = connection.get_execution_options().get("portal_act") == "write"
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
