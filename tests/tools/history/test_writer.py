"""The background writer: order, bounds, a database that is down, an entry that can never be written."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from tools.errors import HistoryUnavailable
from tools.history.writer import Recorder


class Book:
    """Takes entries while it is open."""

    def __init__(self) -> None:
        self.open = True
        self.entries: list[int] = []
        self.tidied = 0

    def write(self, entry: int) -> None:
        if not self.open:
            raise HistoryUnavailable("The book is closed.")
        self.entries.append(entry)

    def tidy(self) -> None:
        self.tidied += 1


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def recorder(book: Book) -> Iterator[Recorder]:
    made = Recorder(book.tidy, most=5, again=0.01)
    yield made
    made.close()


def test_everything_is_written_in_order_and_tidied_once(book: Book, recorder: Recorder) -> None:
    assert all(recorder.put(partial(book.write, entry)) for entry in range(5))
    assert recorder.flush(10)
    assert (book.entries, book.tidied, recorder.failing) == ([0, 1, 2, 3, 4], 1, False)


def test_what_is_over_its_time_goes_although_nobody_runs_anything(book: Book) -> None:
    tidied = threading.Semaphore(0)
    recorder = Recorder(lambda: tidied.release(), tidy_every=0.01)
    recorder.wake()
    assert all(tidied.acquire(timeout=30) for _time in range(3))
    recorder.close()
    recorder.wake()
    assert not recorder.put(partial(book.write, 1))


def test_tidying_that_fails_costs_no_entry(book: Book) -> None:
    def tidy() -> None:
        raise HistoryUnavailable("The book is closed.")

    recorder = Recorder(tidy, again=0.01)
    recorder.put(partial(book.write, 1))
    with recorder._changed:
        assert recorder._changed.wait_for(lambda: not recorder._acts, 30)
    assert book.entries == [1]
    recorder.close()


def test_what_fails_waits_and_is_written_when_the_database_is_back(book: Book, recorder: Recorder) -> None:
    book.open = False
    for entry in range(3):
        recorder.put(partial(book.write, entry))
    assert not recorder.flush(10)  # comes back at the first failure
    assert recorder.failing
    book.open = True
    with recorder._changed:
        assert recorder._changed.wait_for(lambda: not recorder._acts, 10)
    assert book.entries == [0, 1, 2]
    assert not recorder.failing


def test_only_so_much_waits_and_the_page_is_never_held_up(book: Book, recorder: Recorder) -> None:
    book.open = False
    assert [recorder.put(partial(book.write, entry)) for entry in range(7)] == [True] * 5 + [False] * 2
    assert (recorder.dropped, recorder.failing) == (2, True)


def test_an_entry_of_our_own_fault_is_given_up_and_the_rest_goes_on(
    book: Book, recorder: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "portal.history"):
        recorder.put(lambda: 1 / 0)
        recorder.put(partial(book.write, 1))
        assert recorder.flush(10)
    assert book.entries == [1]
    assert "given up" in caplog.text


def test_after_closing_nothing_is_taken(book: Book, recorder: Recorder) -> None:
    recorder.put(partial(book.write, 1))
    recorder.close()
    assert not recorder.put(partial(book.write, 2))
    assert book.entries == [1]


def test_many_threads_put_at_once(book: Book) -> None:
    recorder = Recorder(book.tidy)
    threads = [
        threading.Thread(target=lambda: [recorder.put(partial(book.write, entry)) for entry in range(50)])
        for _thread in range(8)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert recorder.flush(10)
    assert len(book.entries) == 400
    recorder.close()
