"""Documents of a conversation: read in parts, indexed, drawn; broken and slow ones beside good ones."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from tools.chat.attachments import DEFECT, LIMIT, Attachments
from tools.documents import Document
from tools.documents.parts import read_part
from tools.documents.reading import Source
from tools.errors import TookTooLong, TooLarge
from tools.settings import DATA

FOLDER = DATA / "samples" / "legal"
JUDGMENT = (FOLDER / "judgment_high_court.pdf").read_bytes()


class Threads:
    """A pool in this process; `slow` names first pages of parts that take too long."""

    size = 2

    def __init__(self, slow: tuple[int, ...] = ()) -> None:
        # one thread: PDFium must not be used by two at once, which is why the portal reads in processes
        self._pool, self._slow = ThreadPoolExecutor(1), slow

    def submit(self, function: Callable[..., Any], /, *args: Any, seconds: float | None = None) -> Future[Any]:
        if function is read_part and args[2] in self._slow:
            failed: Future[Any] = Future()
            failed.set_exception(TookTooLong("too slow"))
            return failed
        return self._pool.submit(function, *args)


class Names:
    """An index that only remembers names."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.hold: threading.Event | None = None

    def add(self, document: Document) -> None:
        if self.hold:
            self.hold.wait(10)
        self.names.append(document.name)

    def remove(self, name: str) -> None:
        if name in self.names:
            self.names.remove(name)


@pytest.fixture
def index() -> Names:
    return Names()


@pytest.fixture
def pile(index: Names) -> Iterator[Attachments]:
    made = Attachments(Threads(), lambda: index)
    yield made
    made.clear()


def test_a_broken_file_beside_a_good_one(pile: Attachments, index: Names) -> None:
    pile.add("a", "good.pdf", JUDGMENT)
    pile.add("b", "broken.pdf", JUDGMENT[:300])
    pile.add("c", "archive.zip", b"PK\3\4")
    assert pile.wait(60)
    assert [item.state for item in pile.items] == ["ready", "failed", "failed"]
    assert all(item.error for item in pile.items[1:])
    assert index.names == ["good.pdf"]
    assert (pile.items[0].done, pile.items[0].total) == (2, 2)


def test_the_same_file_is_taken_once_and_namesakes_get_numbers(pile: Attachments) -> None:
    pile.add("a", "paper.pdf", JUDGMENT)
    assert pile.add("a", "paper.pdf", JUDGMENT) is None
    pile.add("b", "paper.pdf", JUDGMENT)
    assert pile.wait(60)
    assert [item.name for item in pile.items] == ["paper.pdf", "paper (2).pdf"]
    assert [item.document.name for item in pile.items if item.document] == ["paper.pdf", "paper (2).pdf"]


def test_more_than_the_limit_is_refused_in_a_sentence(index: Names) -> None:
    made = Attachments(Threads(), lambda: index, limit=1)
    made.add("a", "a.txt", b"some words to read")
    with pytest.raises(TooLarge, match=r"At most 1 documents .* b\.txt"):
        made.add("b", "b.txt", b"some words to read")
    made.clear()
    assert LIMIT > 1


def test_removing_forgets_the_index_also_while_it_is_being_made(pile: Attachments, index: Names) -> None:
    pile.add("a", "a.txt", b"some words to read")
    assert pile.wait(60)
    pile.remove("a")
    assert not index.names
    index.hold = threading.Event()
    item = pile.add("b", "b.txt", b"some words to read")
    assert item is not None
    pile.remove("b")
    index.hold.set()
    assert item.future is not None
    item.future.result(20) if not item.future.cancelled() else None
    assert not index.names


def test_a_slow_part_becomes_pages_that_say_so(index: Names) -> None:
    import io

    import pypdfium2

    with pypdfium2.PdfDocument(JUDGMENT) as two, pypdfium2.PdfDocument.new() as six:
        for _ in range(3):
            six.import_pages(two)
        target = io.BytesIO()
        six.save(target)
    made = Attachments(Threads(slow=(4,)), lambda: index)
    item = made.add("a", "long.pdf", target.getvalue())
    assert made.wait(60)
    assert item is not None
    assert item.document is not None
    assert [page.problem for page in item.document.pages] == ["", "", "", "late", "late", ""]
    assert item.document.notes
    assert (item.done, item.total, item.sources[0].pages) == (6, 6, 6)


def test_a_page_is_drawn_with_its_marks_and_its_covers(pile: Attachments) -> None:
    item = pile.add("a", "paper.pdf", JUDGMENT)
    assert item is not None
    assert pile.wait(60)
    assert item.document is not None
    boxes = item.document.pages[1].boxes(0, 40)
    plain, marked = pile.picture(item, 2, ()), pile.picture(item, 2, boxes)
    assert plain.startswith(b"\x89PNG")
    assert plain != marked
    covered = pile.put("b", item.document, item.sources, {2: boxes})
    assert covered is not None
    assert pile.picture(covered, 2, ()) not in (plain, marked)


def test_a_document_of_several_files_is_drawn_from_the_right_one(pile: Attachments) -> None:
    first = pile.add("a", "paper.pdf", JUDGMENT)
    assert pile.wait(60)
    assert first is not None
    assert first.document is not None
    pages = (*first.document.pages, *first.document.pages)
    both = Document("both.pdf", "pdf", "0" * 64, pages)
    item = pile.put("b", both, (Source("1.pdf", JUDGMENT, 2), Source("2.pdf", JUDGMENT, 2)))
    assert item is not None
    assert pile.picture(item, 4, ()) == pile.picture(first, 2, ())


def test_a_defect_is_logged_and_said_without_its_details(pile: Attachments) -> None:
    def broken() -> Names:
        raise KeyError("secret detail")

    made = Attachments(Threads(), broken)
    item = made.add("a", "a.txt", b"some words to read")
    assert made.wait(60)
    assert item is not None
    assert item.error == DEFECT
