"""Where this installation keeps its history, and the one history and writer that all sessions share."""

from __future__ import annotations

import atexit
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from sqlalchemy import URL, make_url

from tools.history.database import Database
from tools.history.kept import History
from tools.history.writer import Recorder
from tools.settings import settings

FILE: Final = "history.sqlite"
CONTAINERS: Final = ("SPACE_ID", "PORTAL_IN_CONTAINER")  # set by Hugging Face, and by our own Dockerfile


@dataclass(frozen=True)
class Place:
    """Where the history lies, without user or password.

    `lasting` is False where it is lost with a restart: a file on a container's own disk, where no volume was mounted.
    """

    kind: Literal["postgresql", "file", "nowhere"]
    where: str
    lasting: bool


@dataclass(frozen=True)
class _Parts:
    history: History
    recorder: Recorder


def history() -> History:
    """The history of the settings' database."""
    return _parts().history


def recorder() -> Recorder:
    """What writes into it in the background."""
    return _parts().recorder


def place() -> Place:
    """Where the history lies."""
    wanted = settings()
    url = _url(wanted.database_url, wanted.data_folder)
    if url is None:
        return Place("nowhere", "", False)
    if url.get_backend_name() == "postgresql":
        return Place("postgresql", "/".join(part for part in (url.host, url.database) if part), True)
    file = Path(url.database or "")
    return Place("file", str(file), _mounted(file) or not any(name in os.environ for name in CONTAINERS))


def _mounted(file: Path) -> bool:
    """Whether a folder above `file` is a volume of its own, other than the root of the system."""
    return any(os.path.ismount(folder) for folder in list(file.parents)[:-1])


def _parts() -> _Parts:
    wanted = settings()
    return _made(
        wanted.database_url, wanted.data_folder, wanted.database_seconds, wanted.retention_days,
        wanted.saved_kb, wanted.saved_most,
    )  # fmt: skip


@lru_cache(maxsize=1)
def _made(address: str, folder: str, seconds: float, days: int, saved_kb: int, saved_most: int) -> _Parts:
    database = Database(_url(address, folder), seconds)
    made = History(database, days=days, saved_kb=saved_kb, saved_most=saved_most)
    recorder = Recorder(made.purge)
    atexit.register(recorder.close)
    return _Parts(made, recorder)


def _url(address: str, folder: str) -> URL | None:
    """The address of the settings, else a file; None for a user without a folder of their own."""
    if address:
        return make_url(address)
    base = Path(folder) if folder else _data_folder()
    return URL.create("sqlite", database=str(base / FILE)) if base else None


def _data_folder() -> Path | None:
    """The user's data folder: unlike a cache, nobody may empty it."""
    home = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    return Path(home) / "ai-demo-portal" if os.path.isabs(home) else None
