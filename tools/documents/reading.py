"""The pages of a document read side by side in worker processes, with how far it has come.

A document is one file, or several photos that belong together. It knows no demo.
"""

from __future__ import annotations

import hashlib
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from tools.documents.limits import Limits
from tools.documents.parts import count_pages, join, read_part, unread_part
from tools.documents.types import Document, Problem
from tools.errors import PortalError, TookTooLong

LARGEST_PART = 8  # pages of text that one call reads; a scanned page is always a call of its own


class Pool(Protocol):
    """What reading needs of `tools.workers.WorkerPool`."""

    size: int

    def submit(self, function: Callable[..., Any], /, *args: Any, seconds: float | None = None) -> Future[Any]:
        """Run the function elsewhere."""
        ...


@dataclass(frozen=True)
class Source:
    """One uploaded file, and how many pages of the document are in it; 0 before they are counted."""

    name: str
    data: bytes = field(repr=False)
    pages: int = 0


@dataclass(frozen=True)
class Progress:
    """`done` of `total` pages are read; `scanned` of them by OCR."""

    done: int
    total: int
    scanned: int = 0


class Stopped(CancelledError):
    """The visitor stopped the reading."""


def read_sources(
    name: str,
    sources: Sequence[Source],
    pool: Pool,
    limits: Limits,
    told: Callable[[Progress], None] = lambda _: None,
    stop: threading.Event | None = None,
) -> tuple[Document, tuple[int, ...]]:
    """Read `sources`, one after the other, as the document `name`, and count the pages of each.

    Pages are numbered through.

    A page that cannot be read is an empty one and is noted, as long as another can be read.

    Raises
    ------
    PortalError
        Nothing could be read; the sentence says why and what to do.
    Stopped
        `stop` was set meanwhile.
    """
    counts = [pool.submit(count_pages, source.name, source.data, limits).result() for source in sources]
    reader = _Reader(pool, limits, told, stop or threading.Event(), sum(counts))
    read = [reader.read(source, count) for source, count in zip(sources, counts, strict=True)]
    document = read[0] if len(read) == 1 else _bound(name, sources, read)
    return document, tuple(counts)


def origin(counts: Sequence[int], number: int) -> tuple[int, int]:
    """Which source (from 0) page `number` of the whole document is in, and its number there."""
    for index, count in enumerate(counts):
        if number <= count:
            return index, number
        number -= count
    raise IndexError(number)


class _Reader:
    """Reads one source after the other with a few calls in flight, so that other visitors get their turn."""

    def __init__(
        self, pool: Pool, limits: Limits, told: Callable[[Progress], None], stop: threading.Event, total: int
    ) -> None:
        self._pool, self._limits, self._told, self._stop = pool, limits, told, stop
        self._progress = Progress(0, total)
        self._told(self._progress)

    def read(self, source: Source, count: int) -> Document:
        """All pages of one source."""
        parts: list[Document] = []
        unread: dict[int, PortalError] = {}
        waiting: deque[tuple[range, Future[Document]]] = deque()
        plan = _Plan(count)
        try:
            while True:
                while len(waiting) <= self._pool.size and (pages := plan.next()):
                    waiting.append((pages, self._submit(source, pages)))
                if not waiting:
                    break
                pages, reading = waiting.popleft()
                self._take(pages, reading, parts, unread, plan)
        finally:
            for _, reading in waiting:
                reading.cancel()
        if not parts:
            raise next(iter(unread.values()))
        problems: dict[int, Problem] = {
            number: "late" if isinstance(error, TookTooLong) else "damaged" for number, error in unread.items()
        }
        return join([*parts, unread_part(parts[0], problems)])

    def _submit(self, source: Source, pages: range) -> Future[Document]:
        return self._pool.submit(read_part, source.name, source.data, pages[0], pages[-1], self._limits)

    def _take(
        self,
        pages: range,
        reading: Future[Document],
        parts: list[Document],
        unread: dict[int, PortalError],
        plan: _Plan,
    ) -> None:
        if self._stop.is_set():
            raise Stopped
        scanned = 0
        try:
            part = reading.result()
        except CancelledError as error:
            raise Stopped from error
        except PortalError as error:
            unread |= dict.fromkeys(pages, error)
        else:
            parts.append(part)
            scanned = sum(page.source == "ocr" for page in part.pages)
            plan.learn(all(page.source in ("text", "blank") for page in part.pages))
        self._progress = replace(
            self._progress, done=self._progress.done + len(pages), scanned=self._progress.scanned + scanned
        )
        self._told(self._progress)


class _Plan:
    """Which pages to read next: one by one at first, more at once while they turn out to have text of their own."""

    def __init__(self, count: int) -> None:
        self._count, self._next, self._size = count, 1, 1

    def next(self) -> range:
        """The next pages; an empty range when there are no more."""
        pages = range(self._next, min(self._next + self._size, self._count + 1))
        self._next = pages.stop
        return pages

    def learn(self, quick: bool) -> None:
        """Whether the pages of a part were quick to read."""
        self._size = min(self._size * 2, LARGEST_PART) if quick else 1


def _bound(name: str, sources: Sequence[Source], documents: Sequence[Document]) -> Document:
    """Several documents as one, their pages numbered through."""
    pages = [page for document in documents for page in document.pages]
    numbered = tuple(replace(page, number=number) for number, page in enumerate(pages, start=1))
    notes = tuple(
        f"{source.name}: {note}" for source, document in zip(sources, documents, strict=True) for note in document.notes
    )
    sha = hashlib.sha256("".join(document.sha256 for document in documents).encode()).hexdigest()
    return Document(name, documents[0].kind, sha, numbered, notes)
