"""Files read in parts, as worker processes do, and judged as one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from tests.tools.documents import samples
from tools.documents import Limits, count_pages, join, read_document, read_part, tesseract
from tools.documents.parts import unread_part
from tools.errors import Corrupt, Empty, TooLarge, Unreadable
from tools.workers import WorkerPool


def five_pages() -> bytes:
    pdf = samples.sheet()
    for number in range(1, 6):
        if number > 1:
            pdf.add_page()
        pdf.text(50, 80, f"Page {number} of an order")
    return bytes(pdf.output())


def test_parts_in_any_order_are_the_document() -> None:
    data = five_pages()
    assert count_pages("o.pdf", data) == 5
    parts = [read_part("o.pdf", data, first, last) for first, last in ((4, 5), (1, 1), (2, 3))]
    assert [page.number for page in parts[0].pages] == [4, 5]
    assert join(parts) == read_document("o.pdf", data)


def test_parts_are_read_in_worker_processes() -> None:
    data = five_pages()
    pool = WorkerPool(1)
    try:
        limits = Limits(ocr_seconds=3, check_numbers=True)
        count = pool.submit(count_pages, "o.pdf", data).result()
        parts = [pool.submit(read_part, "o.pdf", data, at, at, limits).result() for at in range(1, count + 1)]
    finally:
        pool.close()
    assert join(parts) == read_document("o.pdf", data)


def test_pages_beyond_the_end_are_no_pages() -> None:
    assert read_part("o.pdf", five_pages(), 5, 9).pages[-1].number == 5
    assert read_part("o.pdf", five_pages(), 7, 9).pages == ()


def test_a_part_without_a_word_is_judged_with_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "available", lambda: False)
    pdf = samples.sheet()
    pdf.text(50, 100, "An order")
    pdf.add_page()
    pdf.image(samples.picture_of(), 0, 0, 595, 842)
    data = bytes(pdf.output())
    first, second = (read_part("o.pdf", data, at, at) for at in (1, 2))
    assert second.pages[0].problem == "no_reader"
    assert join([first, second]).notes == (f"Page 2: only a picture. {tesseract.MISSING}",)
    with pytest.raises(Unreadable, match="tesseract-ocr"):
        join([second])


def test_a_part_that_its_worker_gave_up_on_is_noted() -> None:
    first = read_part("o.pdf", five_pages(), 1, 1)
    whole = join([first, unread_part(first, {2: "late", 3: "late"})])
    assert [page.number for page in whole.pages] == [1, 2, 3]
    assert whole.notes == ("Pages 2–3: not read, because the time was up.",)
    with pytest.raises(Unreadable, match="took too long"):
        join([unread_part(first, {1: "late"})])


def test_each_problem_has_its_sentence() -> None:
    part = read_part("o.pdf", five_pages(), 1, 2)
    blank = [replace(page, words=(), source="blank") for page in part.pages]

    def judged(problem: str) -> None:
        join([replace(part, pages=tuple(replace(page, problem=problem) for page in blank))])

    with pytest.raises(Corrupt, match="none of its pages"):
        judged("damaged")
    with pytest.raises(Unreadable, match="could not be read"):
        judged("unread")
    with pytest.raises(Empty, match="blank"):
        judged("")


def test_text_files_and_pictures_have_parts_too() -> None:
    assert count_pages("a.txt", b"one\ftwo") == 1
    assert len(read_part("a.txt", b"one\ftwo", 1, 1).pages) == 2
    blank = Image.new("L", (800, 900), 255)
    tiff = samples.image_bytes(blank, "TIFF", save_all=True, append_images=[blank, blank])
    assert count_pages("a.tiff", tiff) == 3
    assert [page.number for page in read_part("a.tiff", tiff, 2, 3).pages] == [2, 3]
    with pytest.raises(TooLarge):
        count_pages("a.tiff", tiff, Limits(max_pages=2))
