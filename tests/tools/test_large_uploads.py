"""Uploads that are nothing, too much or made to hurt, by the way they take: a worker process, the settings' limits.

Each is a sentence that names the file and says what to do; none takes the worker with it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import date
from functools import cache
from typing import Any, Final

import docx
import pytest

from tests.tools.crop.test_photo import png_header
from tests.tools.documents import samples
from tools.crop.examine import Examined, examine
from tools.documents import Document, Limits
from tools.documents.parts import count_pages, read_part
from tools.errors import Empty, PortalError, TooLarge
from tools.legal.limits import legal_limits
from tools.resume.batch import Batch
from tools.resume.reading import Parsed, parse_file
from tools.settings import settings
from tools.stocks.files import prices_from_csv
from tools.stocks.types import Symbol
from tools.workers import WorkerPool

MEGABYTE: Final = 1 << 20


def resume(pool: WorkerPool, name: str, data: bytes) -> Parsed:
    return pool.submit(parse_file, name, data, "2026-11-25").result(120)


def photo(pool: WorkerPool, name: str, data: bytes) -> Examined:
    return pool.submit(examine, name, data).result(120)


def read(pool: WorkerPool, name: str, data: bytes, limits: Limits) -> Document:
    count = pool.submit(count_pages, name, data, limits).result(120)
    return pool.submit(read_part, name, data, 1, count, limits).result(120)


def legal(pool: WorkerPool, name: str, data: bytes) -> Document:
    return read(pool, name, data, legal_limits())


def chat(pool: WorkerPool, name: str, data: bytes) -> Document:
    return read(pool, name, data, Limits.default())


def prices(_: WorkerPool, name: str, data: bytes) -> Any:
    return prices_from_csv(name, data, Symbol("FILE", "File", ""))


Demo = Callable[[WorkerPool, str, bytes], Any]
DOCUMENTS: Final[tuple[Demo, ...]] = (resume, legal, chat)


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    made = WorkerPool(1, memory_mb=settings().worker_memory_mb, seconds=settings().file_seconds)
    yield made
    made.close()


@cache
def many_pages(count: int = 100_000) -> bytes:
    """One page that a PDF lists so often."""
    bodies = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, b" ".join([b"3 0 R"] * count)),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
    )
    out, places = b"%PDF-1.4\n", b""
    for number, body in enumerate(bodies, 1):
        places += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 4\n0000000000 65535 f \n" + places
    return out + table + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


@cache
def bomb(part: str, megabytes: int) -> bytes:
    """A DOCX, a megabyte at most, of which one part unpacks to so much."""
    packed = io.BytesIO(samples.docx_bytes(docx.Document()))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(part, "w") as out:
        for _ in range(megabytes):
            out.write(b" " * MEGABYTE)
    assert len(packed.getvalue()) < MEGABYTE
    return packed.getvalue()


def refused(demo: Demo, pool: WorkerPool, name: str, data: bytes, kind: type[PortalError]) -> str:
    with pytest.raises(kind) as caught:
        demo(pool, name, data)
    assert type(caught.value) is kind
    sentence = str(caught.value)
    assert sentence.startswith(name)
    assert len(sentence) < 200
    return sentence


@pytest.mark.parametrize("demo", [*DOCUMENTS, photo, prices])
def test_a_file_of_no_bytes(demo: Demo, pool: WorkerPool) -> None:
    assert "empty" in refused(demo, pool, "nothing.pdf", b"", Empty)


@pytest.mark.parametrize("demo", [*DOCUMENTS, photo])
def test_a_file_of_26_megabytes(demo: Demo, pool: WorkerPool) -> None:
    sentence = refused(demo, pool, "large.pdf", b"\xff\xd8\xff" + b"\1" * (26 * MEGABYTE), TooLarge)
    assert "is 26 MB; at most 25 MB are read." in sentence


@pytest.mark.parametrize("demo", DOCUMENTS)
@pytest.mark.parametrize(
    ("part", "megabytes", "said"),
    [
        ("word/more.xml", 70, "holds more text than is read here"),
        ("word/media/a.bin", 260, "unpacks to more than 256 MB"),
    ],
)
def test_a_word_file_that_unpacks_to_a_flood(
    demo: Demo, part: str, megabytes: int, said: str, pool: WorkerPool
) -> None:
    assert said in refused(demo, pool, "bomb.docx", bomb(part, megabytes), TooLarge)


@pytest.mark.parametrize("demo", [*DOCUMENTS, photo])
def test_a_picture_of_20_000_by_20_000_pixels(demo: Demo, pool: WorkerPool) -> None:
    sentence = refused(demo, pool, "wall.png", png_header(20_000, 20_000), TooLarge)
    assert "60 million" in sentence
    assert "Scan it at 300 dots an inch" in sentence or "Send it in a smaller size" in sentence


@pytest.mark.parametrize(("demo", "most"), [(resume, 60), (legal, 200), (chat, 60)])
def test_a_pdf_of_100_000_pages(demo: Demo, most: int, pool: WorkerPool) -> None:
    sentence = refused(demo, pool, "long.pdf", many_pages(), TooLarge)
    assert f"has 100,000 pages; at most {most} are read. Split it." in sentence


class Idle:
    """A pool that begins nothing."""

    def submit(self, *_: Any) -> Future[Any]:
        return Future()


def test_of_600_files_500_are_read_and_the_rest_is_said() -> None:
    batch = Batch(Idle(), date(2026, 11, 25))
    for number in range(500):
        batch.add(str(number), f"{number}.txt", b"A resume")
    for number in range(500, 600):
        with pytest.raises(TooLarge) as caught:
            batch.add(str(number), f"{number}.txt", b"A resume")
        assert str(caught.value) == f"At most 500 files are read at once: {number}.txt and what follows was left out."
    assert len(batch.items) == 500


def test_after_all_that_a_good_file_is_read(pool: WorkerPool) -> None:
    assert "Asha Verma" in legal(pool, "good.pdf", samples.pdf_of()).text
