"""The documents of one conversation: read in worker processes, indexed, and drawn again when a citation is opened.

A file that fails is an entry with its sentence; it never stops the rest. Files stay in memory for the visit, because
an answer shows the page it quotes. Thread-safe; knows neither how passages are found nor the portal's pages.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol

from tools.documents import Document, Limits
from tools.documents.parts import count_pages, join, late_part, read_part
from tools.documents.render import render_page
from tools.documents.types import Box
from tools.errors import PortalError, TookTooLong
from tools.translations import N_
from tools.uploads import Uploads
from tools.workers import answer_of

log = logging.getLogger("portal.chat")
State = Literal["waiting", "reading", "indexing", "ready", "failed", "cancelled"]
LIMIT: Final = 10  # documents of one conversation: their files and indexes stay in memory
AT_ONCE: Final = 2  # documents that are read side by side
PART: Final = 4  # pages that one call reads
SLOW: Final = N_("{name} took too long to read: try a file with fewer pages.")
DEFECT: Final = N_("This document could not be read because of a fault on our side, which was recorded.")
TOO_MANY: Final = N_("At most {limit} documents can be open in one chat: {name} and what follows was left out.")


class Pool(Protocol):
    """What reading needs of `tools.workers.WorkerPool`."""

    size: int

    def submit(self, function: Callable[..., Any], /, *args: Any, seconds: float | None = None) -> Future[Any]:
        """Run the function elsewhere."""
        ...


class Index(Protocol):
    """Where a document goes once it is read."""

    def add(self, document: Document) -> object:
        """Make it findable."""
        ...

    def remove(self, name: str) -> object:
        """Forget the document of this name."""
        ...


@dataclass(frozen=True)
class Source:
    """One file behind a document: its bytes, and how many of the document's pages are in it."""

    name: str
    data: bytes = field(repr=False)
    pages: int = 0


@dataclass
class Item:
    """One document of a conversation and what became of it. `covers` are boxes, by page, that stay hidden."""

    key: str
    name: str
    sources: tuple[Source, ...] = field(repr=False, default=())
    covers: Mapping[int, tuple[Box, ...]] = field(repr=False, default_factory=dict)
    sample: bool = False
    total: int = 0
    done: int = 0
    document: Document | None = field(default=None, repr=False)
    indexed: bool = False
    error: str = ""
    cancelled: bool = False
    future: Future[None] | None = field(default=None, repr=False)
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
        source, inside = _origin(item, number)
        covers = item.covers.get(number, ())
        wanted = (source.name, source.data, inside, list(highlights), list(covers))
        drawn: bytes = answer_of(self._pool.submit(draw, *wanted))
        return drawn

    def _take(self, key: str, name: str, make: Callable[[str], Item]) -> Item | None:
        return self._admit(key, name, make, TOO_MANY.format(limit=self.limit, name=name))

    def _work(self, item: Item) -> None:
        try:
            if item.document is None:
                item.document = read(item, self._pool, self._limits())
            index = self._index()
            if not item.stop.is_set():
                index.add(item.document)
                item.indexed = True
            if item.stop.is_set() and item.indexed:  # it was taken away while it was being indexed
                index.remove(item.name)
        except (CancelledError, Stopped):
            item.cancelled = True
        except PortalError as error:
            item.error = str(error)
        except Exception:
            log.exception("a document could not be read")
            item.error = DEFECT
        item.settled.set()
        self._tell()


class Stopped(Exception):
    """The document was taken away while it was read."""


def draw(name: str, data: bytes, number: int, highlights: list[Box], covers: list[Box]) -> bytes:
    """A page as PNG: what a worker process runs."""
    return render_page(name, data, number, highlights=highlights, boxes_to_hide=covers)


def read(item: Item, pool: Pool, limits: Limits) -> Document:
    """The file of `item`, its pages read side by side; `item.done` of `item.total` says how far it is.

    A part that takes too long becomes pages that say so, as long as another part can be read.

    Raises
    ------
    PortalError
        Nothing can be read; the sentence says why.
    Stopped
        `item.stop` was set meanwhile.
    """
    name, data = item.sources[0].name, item.sources[0].data
    item.total = pool.submit(count_pages, name, data, limits).result()
    parts: list[Document] = []
    late: list[tuple[int, int]] = []
    for first, last, reading in _in_flight(item, pool, name, data, limits):
        try:
            parts.append(reading.result())
        except TookTooLong:
            if item.total <= PART:
                raise
            late.append((first, last))
        item.done = last
    if not parts:
        raise TookTooLong(SLOW.format(name=name))
    return join([*parts, *(late_part(parts[0], first, last) for first, last in late)])


def _in_flight(
    item: Item, pool: Pool, name: str, data: bytes, limits: Limits
) -> Iterator[tuple[int, int, Future[Document]]]:
    """The parts in order, a few more of them handed out than there are workers, so that others get their turn."""
    plan = deque((first, min(first + PART - 1, item.total)) for first in range(1, item.total + 1, PART))
    waiting: deque[tuple[int, int, Future[Document]]] = deque()
    try:
        while plan or waiting:
            if item.stop.is_set():
                raise Stopped
            while plan and len(waiting) <= pool.size:
                first, last = plan.popleft()
                waiting.append((first, last, pool.submit(read_part, name, data, first, last, limits)))
            yield waiting.popleft()
    finally:
        for _, _, reading in waiting:
            reading.cancel()


def _origin(item: Item, number: int) -> tuple[Source, int]:
    """The file that page `number` of a document is in, and the page's number there."""
    for source in item.sources[:-1]:
        if number <= source.pages:
            return source, number
        number -= source.pages
    return item.sources[-1], number


def _renamed(document: Document, name: str) -> Document:
    return Document(name, document.kind, document.sha256, document.pages, document.notes)
