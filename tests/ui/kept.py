"""What the history keeps of a page that was driven, for the page's tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tools.history import PastRun, history, recorder
from tools.history.place import _made
from tools.settings import settings
from tools.ui.runs import KEY


@contextmanager
def history_in(folder: Path, monkeypatch: pytest.MonkeyPatch, address: str = "") -> Iterator[None]:
    """A history of its own, in `folder` or at `address`."""
    monkeypatch.setenv("PORTAL_DATABASE_URL", address or f"sqlite:///{folder}/history.sqlite")
    monkeypatch.setenv("PORTAL_DATABASE_SECONDS", "2")
    _start_afresh()
    yield
    recorder().close()
    history().database.close()
    _start_afresh()


def _start_afresh() -> None:
    settings.cache_clear()
    _made.cache_clear()


def recorded(app: AppTest) -> list[PastRun]:
    """The rows of what the page recorded in this visit, in order."""
    assert recorder().flush(30)
    return [history().run(noted.run.owner, noted.run.id) for noted in app.session_state[KEY].values()]


def outcomes(app: AppTest) -> list[tuple[str, str]]:
    """Tool and outcome of what was recorded."""
    return [(run.tool, run.outcome) for run in recorded(app)]


def assert_nothing_personal(app: AppTest, *words: str) -> None:
    """None of these words (names, file names, text of the input) is in a recorded row."""
    assert all(len(word) > 3 for word in words)
    for run in recorded(app):
        row = " ".join(str(value) for value in asdict(run).values()).casefold()
        assert not [word for word in words if word.casefold() in row]
