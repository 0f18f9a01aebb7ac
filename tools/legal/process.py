"""From uploaded files to a result: pages read in worker processes, facts found there, words written here.

What is kept of a document is small enough for a visit: the words of each page are packed.
"""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from models.names.types import Transliterator
from tools import packing
from tools.documents import Page
from tools.documents.reading import Pool, Progress, Source, read_sources
from tools.errors import Empty
from tools.legal.analyse import extract
from tools.legal.finish import finish
from tools.legal.limits import legal_limits
from tools.legal.result import Result
from tools.legal.types import Extract


@dataclass(frozen=True)
class Processed:
    """A document as read, what was found in it, and the answer; `counts` are the pages of each source."""

    result: Result
    extract: Extract
    counts: tuple[int, ...]
    layouts: tuple[bytes, ...] = field(repr=False, default=())

    def page(self, number: int) -> Page:
        """The words of page `number` (from 1) with their boxes."""
        return packing.decode(zlib.decompress(self.layouts[number - 1]), Page)


def process(
    name: str,
    sources: Sequence[Source],
    pool: Pool,
    names: Callable[[], Transliterator | None],
    told: Callable[[Progress], None] = lambda _: None,
    stop: threading.Event | None = None,
) -> Processed:
    """Read and summarise one document; `told` hears how many pages are read.

    Raises
    ------
    PortalError
        It cannot be read; the sentence says why and what to do.
    Stopped
        `stop` was set meanwhile.
    """
    if not sources:
        raise Empty(f"{name} holds no file.")
    started = time.monotonic()
    document, counts = read_sources(name, sources, pool, legal_limits(), told, stop)
    found: Extract = pool.submit(extract, document).result()
    result = finish(document, found, names())
    result = replace(result, file=name, milliseconds=1000 * (time.monotonic() - started))
    layouts = tuple(zlib.compress(msgspec.msgpack.encode(page), 3) for page in document.pages)
    return Processed(result, found, counts, layouts)
