"""Pages read in parts: progress, pages that cannot be read, photos that belong together, stopping."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from tests.tools.documents.pools import InlinePool
from tests.tools.documents.samples import image_bytes, pdf_of, picture_of
from tools.documents import Limits
from tools.documents.reading import Progress, Source, Stopped, origin, read_sources
from tools.errors import Corrupt, Encrypted, PortalError, TookTooLong, TooLarge

LIMITS = Limits()


def parts_of(pool: InlinePool) -> list[tuple[int, int]]:
    return [(args[2], args[3]) for name, args in pool.calls if name == "read_part"]


def test_pages_of_text_are_read_in_growing_parts_with_progress() -> None:
    pool, told = InlinePool(), list[Progress]()
    document, counts = read_sources("a.pdf", [Source("a.pdf", pdf_of(pages=20))], pool, LIMITS, told.append)
    assert counts == (20,)
    assert [page.number for page in document.pages] == list(range(1, 21))
    parts = parts_of(pool)
    assert parts[0] == (1, 1)
    assert len(parts) < 10
    assert [progress.done for progress in told] == sorted(progress.done for progress in told)
    assert told[-1] == Progress(20, 20)


def test_a_page_that_takes_too_long_is_noted_and_the_others_are_read() -> None:
    def fail(call: tuple[Any, ...]) -> PortalError | None:
        return TookTooLong("too long") if call[0] == "read_part" and call[3] == 2 else None

    document, _ = read_sources("a.pdf", [Source("a.pdf", pdf_of(pages=3))], InlinePool(fail), LIMITS)
    assert [page.problem for page in document.pages] == ["", "late", ""]
    assert document.notes == ("Page 2: not read, because the time was up.",)


def test_nothing_read_is_the_first_error() -> None:
    def fail(call: tuple[Any, ...]) -> PortalError | None:
        return Corrupt("damaged") if call[0] == "read_part" else None

    with pytest.raises(Corrupt, match="damaged"):
        read_sources("a.pdf", [Source("a.pdf", pdf_of(pages=2))], InlinePool(fail), LIMITS)


def test_the_limits_hold_from_the_first_count_on() -> None:
    long = Source("a.pdf", pdf_of(pages=4))
    with pytest.raises(TooLarge, match="at most 3"):
        read_sources("a.pdf", [long], InlinePool(), Limits(max_pages=3))


def test_an_encrypted_file_is_told_at_once() -> None:
    data = pdf_of(owner_password="x", user_password="y")
    with pytest.raises(Encrypted):
        read_sources("a.pdf", [Source("a.pdf", data)], InlinePool(), LIMITS)


def test_stopping_leaves_no_result() -> None:
    stop = threading.Event()

    def told(progress: Progress) -> None:
        if progress.done:
            stop.set()

    with pytest.raises(Stopped):
        read_sources("a.pdf", [Source("a.pdf", pdf_of(pages=9))], InlinePool(), LIMITS, told, stop)


@pytest.mark.ocr
def test_photos_of_one_document_are_numbered_through() -> None:
    photos = [Source(f"{n}.png", image_bytes(picture_of([f"Sheet number {n} of the report."]))) for n in (1, 2)]
    document, counts = read_sources("sheets", photos, InlinePool(), LIMITS)
    assert counts == (1, 1)
    assert [page.number for page in document.pages] == [1, 2]
    assert "number 2" in document.pages[1].text


def test_where_a_page_comes_from() -> None:
    assert origin((2, 1, 3), 1) == (0, 1)
    assert origin((2, 1, 3), 3) == (1, 1)
    assert origin((2, 1, 3), 6) == (2, 3)
    with pytest.raises(IndexError):
        origin((2,), 3)
