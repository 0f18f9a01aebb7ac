"""The documents of one visit: read in worker processes, then summarised, each by itself.

A file that fails is an entry with its sentence; it never stops the rest. Files stay in memory for the visit, because
the page shows where a fact stands. Thread-safe; knows no page.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Literal

from models.names.types import Transliterator
from tools.documents.reading import Pool, Progress, Source
from tools.legal.process import Processed, process
from tools.translations import N_
from tools.uploads import Upload, Uploads

State = Literal["waiting", "reading", "finding", "ready", "failed", "cancelled"]
LIMIT = 20  # documents of one visit: their files stay in memory
AT_ONCE = 2  # documents of one visit that are read side by side
DEFECT = "This document could not be summarised because of a fault on our side, which was recorded. Try another file."


@dataclass
class Item(Upload):
    """One document of a visit and what became of it."""

    sources: tuple[Source, ...] = field(repr=False, default=())
    sample: bool = False
    progress: Progress | None = None
    processed: Processed | None = field(default=None, repr=False)
    stop: threading.Event = field(default_factory=threading.Event, repr=False)

    @property
    def state(self) -> State:
        """Where the document stands."""
        if self.error:
            return "failed"
        if self.cancelled:
            return "cancelled"
        if self.processed:
            return "ready"
        if self.progress is None:
            return "waiting"
        return "reading" if self.progress.done < self.progress.total else "finding"


class Batch(Uploads[Item]):
    """Documents being read and summarised.

    Parameters
    ----------
    pool
        Where pages are read.
    names
        Gives the transliterator; may wait while it loads, and is asked from a thread of the batch.
    limit
        Most documents.
    """

    def __init__(self, pool: Pool, names: Callable[[], Transliterator | None], *, limit: int = LIMIT) -> None:
        super().__init__(limit)
        self._pool, self._names = pool, names
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="legal-documents")

    def add(self, key: str, name: str, sources: Sequence[Source], *, sample: bool = False) -> None:
        """Start with a document; a key that is known already is left alone.

        Raises
        ------
        TooLarge
            The batch holds as many documents as it may.
        """
        too_many = N_(f"At most {self.limit} documents are read in one visit: {name} and the rest were left out.")
        item = self._admit(key, name, lambda free: Item(key, free, tuple(sources), sample), too_many)
        if item is not None:
            item.future = self._threads.submit(self._work, item)

    def cancel(self) -> None:
        """Stop everything that is not ready; pages being read finish."""
        for item in self.items:
            self._drop(item)
        self._tell()

    def keep(self, keys: set[str]) -> bool:
        """Drop every document whose key is not among `keys`; whether there was one."""
        for item in self.items:
            if item.key not in keys:
                self._drop(item)
        return super().keep(keys)

    @property
    def ready(self) -> tuple[Item, ...]:
        """The documents with a result."""
        return tuple(item for item in self.items if item.processed)

    @property
    def pending(self) -> int:
        """How many documents are still on their way."""
        return sum(item.state in ("waiting", "reading", "finding") for item in self.items)

    def _drop(self, item: Item) -> None:
        item.stop.set()
        if item.future and item.future.cancel():
            item.cancelled = True

    def _work(self, item: Item) -> None:
        def told(progress: Progress) -> None:
            item.progress = progress

        with self._outcome(item, DEFECT):
            item.processed = process(item.name, item.sources, self._pool, self._names, told, item.stop)
