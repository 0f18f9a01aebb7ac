"""How long a digital order of thirty pages takes from file to summary, beside reading it in one process.

The pages are invented orders printed one after the other; worker processes are warm, as in a running portal.
"""

from __future__ import annotations

import io
import time
from typing import Final

import pypdfium2

from tests.fiction.orders import orders
from tools.documents import read_document
from tools.documents.reading import Source
from tools.legal.analyse import extract
from tools.legal.finish import finish
from tools.legal.limits import legal_limits
from tools.legal.process import process
from tools.settings import settings
from tools.workers import WorkerPool

PAGES: Final = 30
ROUNDS: Final = 3


def long_order() -> bytes:
    """A PDF of thirty pages: the pages of invented orders in a row."""
    joined = pypdfium2.PdfDocument.new()
    for specimen in orders(40):
        with pypdfium2.PdfDocument(specimen.data) as one:
            joined.import_pages(one, list(range(min(len(one), PAGES - len(joined)))))
        if len(joined) >= PAGES:
            break
    out = io.BytesIO()
    joined.save(out)
    return out.getvalue()


def main() -> None:
    """Print seconds and their ratio; the best of three rounds each, taken in turn."""
    data, wanted = long_order(), settings()
    pool = WorkerPool(wanted.workers, memory_mb=wanted.worker_memory_mb, seconds=wanted.file_seconds)
    portal, alone = [], []
    try:
        process("warm", (Source("warm.pdf", data),), pool, lambda: None)
        for _ in range(ROUNDS):
            started = time.perf_counter()
            found = process("order", (Source("order.pdf", data),), pool, lambda: None)
            portal.append(time.perf_counter() - started)
            started = time.perf_counter()
            document = read_document("order.pdf", data, limits=legal_limits())
            finish(document, extract(document), None)
            alone.append(time.perf_counter() - started)
    finally:
        pool.close()
    print(f"{found.result.pages} pages, {wanted.workers} workers")
    print(f"portal        {min(portal):6.2f} s (wanted: under 5 s)")
    print(f"one process   {min(alone):6.2f} s, {min(alone) / min(portal):.2f} × the portal's")


if __name__ == "__main__":
    main()
