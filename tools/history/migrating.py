"""Brings a database to the schema of this portal, once, however many portals start at the same time.

The migrations are part of the package (`migrations/versions`). Knows nothing of what the tables mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from tools.errors import HistoryUnavailable
from tools.translations import N_

FOLDER: Final = Path(__file__).with_name("migrations")
LOCK: Final = 0x706F7274616C  # "portal": the advisory lock that all portals of one PostgreSQL take
LOCK_SECONDS: Final = 60
NEWER: Final = N_("The history was written by a newer portal: update this portal, or give it a database of its own.")


def migrate(engine: Engine) -> None:
    """Upgrade to this portal's schema; a database that has it already is only read.

    Raises
    ------
    HistoryUnavailable
        The schema is newer than this portal.
    """
    with engine.connect() as connection:
        if not _behind(connection):
            return
    with engine.execution_options(portal_act="write").begin() as connection, _patience(connection):
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'"))
            connection.execute(text(f"SET LOCAL statement_timeout = '{LOCK_SECONDS}s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        if _behind(connection):  # nobody was faster
            command.upgrade(configuration(connection), "head")


@contextmanager
def _patience(connection: Connection) -> Iterator[None]:
    """Time for another portal that migrates first."""
    patient: Any = connection.connection.driver_connection
    usual = getattr(patient, "patience", 0.0)  # SQLite waits by itself
    if usual:
        patient.patience = 2.0 * LOCK_SECONDS
    try:
        yield
    finally:
        if usual:
            patient.patience = usual


def configuration(connection: Connection | None = None) -> Config:
    """What Alembic needs to know: the scripts, and the connection whose transaction it shall use."""
    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def _behind(connection: Connection) -> bool:
    """Whether a migration is missing; raises for a schema that this portal does not know."""
    scripts = ScriptDirectory.from_config(configuration())
    here = MigrationContext.configure(connection).get_current_revision()
    if here is not None and here not in {script.revision for script in scripts.walk_revisions()}:
        raise HistoryUnavailable(NEWER)
    return here != scripts.get_current_head()
