"""The schema: from nothing, step by step and back, by two at once, and one that is newer than the portal."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Engine, inspect, text

from tests.tools.history.test_kept import run
from tools.errors import HistoryUnavailable
from tools.history import History
from tools.history.database import Database, engine_for
from tools.history.migrating import configuration, migrate
from tools.history.tables import Base
from tools.settings import ROOT

RECORD = """
import sys
from sqlalchemy import make_url
from tools.history import History, Run
from tools.history.database import Database
sys.stdin.readline()
History(Database(make_url(sys.argv[1]), 10)).record(Run(sys.argv[2], "crop", "0", "m", "cpu", 1.0, "diagnosed"))
"""


@pytest.fixture
def engine(url: URL) -> Iterator[Engine]:
    made = engine_for(url, 5)
    yield made
    made.dispose()


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_from_nothing_to_the_models_and_again_without_a_change(engine: Engine) -> None:
    migrate(engine)
    migrate(engine)
    assert tables(engine) == set(Base.metadata.tables)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "target_metadata": Base.metadata})
        assert compare_metadata(context, Base.metadata) == []


def test_every_step_up_down_and_up_again(engine: Engine) -> None:
    revisions = [script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()][::-1]
    assert revisions
    for revision in revisions:
        with engine.begin() as connection:
            command.upgrade(configuration(connection), revision)
            command.downgrade(configuration(connection), "-1")
            command.upgrade(configuration(connection), revision)
    with engine.begin() as connection:
        command.downgrade(configuration(connection), "base")
    assert tables(engine) == set()


def test_a_step_that_fails_leaves_the_schema_as_it_was(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic.operations import Operations

    whole = Operations.create_index

    def broken(self: Operations, name: str | None, *words: object, **more: object) -> None:
        if name == "ix_failures_at":
            raise RuntimeError("half way")
        whole(self, name, *words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Operations, "create_index", broken)
    with pytest.raises(RuntimeError, match="half way"):
        migrate(engine)
    assert tables(engine) == set()
    monkeypatch.undo()
    migrate(engine)
    assert tables(engine) == set(Base.metadata.tables)


def test_two_portals_that_start_at_once(url: URL, history: History) -> None:
    address = url.render_as_string(hide_password=False)
    begun = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", RECORD, address, owner], cwd=ROOT, stdin=subprocess.PIPE, text=True
        )
        for owner in ("asha", "ravi")
    ]
    for each in begun:
        assert each.stdin
        each.stdin.write("go\n")
        each.stdin.flush()
    assert [each.wait(60) for each in begun] == [0, 0]
    for each in begun:
        assert each.stdin
        each.stdin.close()
    assert (history.count("asha"), history.count("ravi")) == (1, 1)


def test_a_newer_schema_is_refused_politely_and_left_alone(url: URL, history: History) -> None:
    history.record(run())
    with history.database.session("write") as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    older = History(Database(url, 5))
    for act in (lambda: older.record(run()), lambda: older.usage(date(2026, 1, 1))):
        with pytest.raises(HistoryUnavailable, match="written by a newer portal"):
            act()
    older.database.close()
    assert history.count("asha") == 1


def test_a_file_is_its_owners_alone(tmp_path: Path) -> None:
    history = History(Database(URL.create("sqlite", database=str(tmp_path / "new" / "history.sqlite")), 5))
    history.record(run())
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    for file in (tmp_path / "new").iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    history.database.close()
