"""The documents of one conversation: read in worker processes, indexed, and drawn again when a citation is opened.

A file that fails is an entry with its sentence; it never stops the rest. Files stay in memory for the visit, because
an answer shows the page it quotes. Thread-safe; knows neither how passages are found nor the portal's pages.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Final, Literal, Protocol

from tools.documents import Document, Limits
from tools.documents.reading import Pool, Progress, Source, origin, read_sources
from tools.documents.render import render_page
from tools.documents.types import Box
from tools.translations import N_
from tools.uploads import Upload, Uploads
from tools.workers import answer_of

State = Literal["waiting", "reading", "indexing", "ready", "failed", "cancelled"]
LIMIT: Final = 10  # documents of one conversation: their files and indexes stay in memory
AT_ONCE: Final = 2  # documents that are read side by side
DEFECT: Final = N_("This document could not be read because of a fault on our side, which was recorded.")
TOO_MANY: Final = N_("At most {limit} documents can be open in one chat: {name} and what follows was left out.")


class Index(Protocol):
    """Where a document goes once it is read."""

    def add(self, document: Document) -> object:
        """Make it findable."""
        ...

    def remove(self, name: str) -> object:
        """Forget the document of this name."""
        ...


@dataclass
class Item(Upload):
    """One document of a conversation and what became of it. `covers` are boxes, by page, that stay hidden."""

    sources: tuple[Source, ...] = field(repr=False, default=())
    covers: Mapping[int, tuple[Box, ...]] = field(repr=False, default_factory=dict)
    sample: bool = False
    total: int = 0
    done: int = 0
    document: Document | None = field(default=None, repr=False)
    indexed: bool = False
    stop: threading.Event = field(default_factory=threading.Event, repr=False)
    settled: threading.Event = field(default_factory=threading.Event, repr=False)  # ready, failed or given up

    @property
    def state(self) -> State:
        """Where the document stands."""
        if self.error:
            return "failed"
        if self.cancelled:
            return "cancelled"
        if self.indexed:
            return "ready"
        if self.document:
            return "indexing"
        return "reading" if self.total else "waiting"


class Attachments(Uploads[Item]):
    """Documents being read and indexed.

    Parameters
    ----------
    pool
        Where pages are read and drawn.
    index
        Gives the index; may wait while a model loads, and is asked from a thread of this object.
    limits
        Gives the limits of one file.
    """

    def __init__(
        self,
        pool: Pool,
        index: Callable[[], Index],
        limits: Callable[[], Limits] = Limits.default,
        *,
        limit: int = LIMIT,
    ) -> None:
        super().__init__(limit)
        self._pool, self._index, self._limits = pool, index, limits
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="chat-documents")

    def add(self, key: str, name: str, data: bytes, *, sample: bool = False) -> Item | None:
        """Start with a file; None for a key that is known already.

        Raises
        ------
        TooLarge
            The conversation holds as many documents as it may.
        """
        item = self._take(key, name, lambda free: Item(key, free, (Source(free, data),), sample=sample))
        if item is not None:
            item.future = self._threads.submit(self._work, item)
        return item

    def put(
        self,
        key: str,
        document: Document,
        sources: Sequence[Source],
        covers: Mapping[int, tuple[Box, ...]] | None = None,
    ) -> Item | None:
        """Take a document that was read already, with the files its pages are drawn from; else as `add`."""
        item = self._take(key, document.name, lambda free: Item(key, free, tuple(sources), covers or {}))
        if item is not None:
            item.total = item.done = len(document.pages)
            item.document = document if document.name == item.name else _renamed(document, item.name)
            item.future = self._threads.submit(self._work, item)
        return item

    def remove(self, key: str) -> None:
        """Forget a document: its file, its text and its index."""
        for item in self.items:
            if item.key == key:
                item.stop.set()
                item.settled.set()
                self.keep({other.key for other in self.items} - {key})
                if item.indexed:
                    self._index().remove(item.name)

    def clear(self) -> None:
        """Forget all documents."""
        for item in self.items:
            self.remove(item.key)

    def find(self, name: str) -> Item | None:
        """The document of this name, once it is read."""
        return next((item for item in self.items if item.name == name and item.document), None)

    @property
    def pending(self) -> int:
        """How many documents are still on their way."""
        return sum(item.state in ("waiting", "reading", "indexing") for item in self.items)

    @property
    def ready(self) -> tuple[Item, ...]:
        """The documents that can be asked about."""
        return tuple(item for item in self.items if item.indexed)

    def picture(self, item: Item, number: int, highlights: Sequence[Box]) -> bytes:
        """Page `number` of a document as PNG, `highlights` marked, its covers on.

        Raises
        ------
        PortalError
            The page does not exist or cannot be drawn.
        """
        index, inside = origin([source.pages for source in item.sources], number)
        source = item.sources[index]
        covers = item.covers.get(number, ())
        wanted = (source.name, source.data, inside, list(highlights), list(covers))
        drawn: bytes = answer_of(self._pool.submit(draw, *wanted))
        return drawn

    def _take(self, key: str, name: str, make: Callable[[str], Item]) -> Item | None:
        return self._admit(key, name, make, TOO_MANY.format(limit=self.limit, name=name))

    def _work(self, item: Item) -> None:
        with self._outcome(item, DEFECT):
            item.document = document = item.document or self._read(item)
            index = self._index()
            if not item.stop.is_set():
                index.add(document)
                item.indexed = True
            if item.stop.is_set() and item.indexed:  # it was taken away while it was being indexed
                index.remove(item.name)
        item.settled.set()

    def _read(self, item: Item) -> Document:
        def told(progress: Progress) -> None:
            item.total, item.done = progress.total, progress.done

        document, counts = read_sources(item.name, item.sources, self._pool, self._limits(), told, item.stop)
        item.sources = tuple(replace(source, pages=pages) for source, pages in zip(item.sources, counts, strict=True))
        return document


def draw(name: str, data: bytes, number: int, highlights: list[Box], covers: list[Box]) -> bytes:
    """A page as PNG: what a worker process runs."""
    return render_page(name, data, number, highlights=highlights, boxes_to_hide=covers)


def _renamed(document: Document, name: str) -> Document:
    return Document(name, document.kind, document.sha256, document.pages, document.notes)
