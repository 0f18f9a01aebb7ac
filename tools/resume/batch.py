"""The files of one screening: read side by side in worker processes, kept in memory, never stored.

A file that fails is an entry with its sentence; it never stops the rest. Thread-safe; knows no page.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from tools.resume.reading import Parsed, parse_file
from tools.resume.types import Resume
from tools.settings import settings
from tools.translations import N_
from tools.uploads import Upload, Uploads

log = logging.getLogger("portal.resume")
State = Literal["waiting", "reading", "done", "failed", "cancelled"]
DEFECT = N_(
    "This file could not be read because of a fault on our side, which was recorded. Try saving it anew as PDF."
)


class Pool(Protocol):
    """What a batch needs of `tools.workers.WorkerPool`."""

    def submit(
        self, function: Callable[[str, bytes, str], Parsed], name: str, data: bytes, today: str, /
    ) -> Future[Parsed]:
        """Run the function elsewhere."""
        ...


@dataclass
class Item(Upload):
    """One file of a batch: its bytes, and what became of it."""

    data: bytes = field(repr=False)
    parsed: Parsed | None = field(default=None, repr=False)

    @property
    def state(self) -> State:
        """Where the file stands."""
        if self.parsed:
            return "done"
        if self.cancelled:
            return "cancelled"
        if self.error:
            return "failed"
        return "reading" if self.future and self.future.running() else "waiting"


class Batch(Uploads[Item]):
    """Files being read.

    Parameters
    ----------
    pool
        Where files are parsed.
    today
        The day that "present" means.
    on_parsed
        Called with each parsed resume before it counts as done, for instance to embed its texts early.
    limit
        Most files; what the settings allow a visitor when not given.
    """

    def __init__(
        self,
        pool: Pool,
        today: date,
        on_parsed: Callable[[Resume], object] | None = None,
        *,
        limit: int | None = None,
    ) -> None:
        super().__init__(limit or settings().max_files)
        self._pool = pool
        self.today = today
        self._on_parsed = on_parsed

    def add(self, key: str, name: str, data: bytes) -> None:
        """Start reading a file; a key that is known already is left alone.

        Raises
        ------
        TooLarge
            The batch holds as many files as it may.
        """
        too_many = N_(f"At most {self.limit} files are read at once: {name} and what follows was left out.")
        item = self._admit(key, name, lambda free: Item(key, free, data), too_many)
        if item is None:
            return
        item.future = self._pool.submit(parse_file, item.name, data, self.today.isoformat())
        item.future.add_done_callback(lambda future: self._finish(item, future))

    @property
    def pending(self) -> int:
        """How many files are waiting or being read."""
        return sum(item.state in ("waiting", "reading") for item in self.items)

    @property
    def parsed(self) -> tuple[Item, ...]:
        """The files that were read."""
        return tuple(item for item in self.items if item.parsed)

    @property
    def resumes(self) -> tuple[Resume, ...]:
        """The parsed resumes."""
        return tuple(item.parsed.resume for item in self.items if item.parsed)

    def find(self, file: str) -> Item:
        """The item whose resume carries this file name."""
        return next(item for item in self.items if item.name == file)

    def _finish(self, item: Item, future: Future[Parsed]) -> None:
        with self._outcome(item, DEFECT):
            parsed = future.result()
            self._prepare(parsed.resume)
            item.parsed = parsed

    def _prepare(self, resume: Resume) -> None:
        """Early work on a resume; a model that fails here fails again, visibly, when it is needed."""
        try:
            if self._on_parsed:
                self._on_parsed(resume)
        except Exception:
            log.warning("early work on a resume failed", exc_info=True)
