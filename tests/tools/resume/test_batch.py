"""A batch: bad files are entries, names are unique, cancelling and dropping leave the rest alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from threading import Event

import pytest

from tools.errors import Encrypted, TooLarge
from tools.resume.batch import DEFECT, Batch
from tools.resume.reading import Parsed, parse_file
from tools.resume.types import Resume
from tools.settings import settings

TEXT = (
    b"Asha Verma\nJava Developer\n\nExperience\nJava Developer, Acme Ltd\nJan 2020 - Present\nBuilt things in Java.\n"
)
TODAY = date(2026, 11, 22)


class Threads:
    """A pool that runs in threads, waits at a gate, and refuses some names."""

    def __init__(self) -> None:
        self.gate = Event()
        self.gate.set()
        self.threads = ThreadPoolExecutor(1)

    def submit(self, function: Callable[..., Parsed], name: str, data: bytes, today: str) -> Future[Parsed]:
        def run() -> Parsed:
            self.gate.wait(20)
            if name.startswith("locked"):
                raise Encrypted(f"{name} needs a password.")
            if name.startswith("broken"):
                raise KeyError(name)
            return function(name, data, today)

        return self.threads.submit(run)


@pytest.fixture
def pool() -> Iterator[Threads]:
    made = Threads()
    yield made
    made.threads.shutdown()


def test_one_bad_file_never_stops_the_rest(pool: Threads) -> None:
    batch = Batch(pool, TODAY)
    for key, name in enumerate(["good.txt", "locked.pdf", "broken.pdf", "also.txt"]):
        batch.add(str(key), name, TEXT)
    assert batch.wait(20)
    assert [item.state for item in batch.items] == ["done", "failed", "failed", "done"]
    assert batch.items[1].error == "locked.pdf needs a password."
    assert batch.items[2].error == DEFECT
    assert [resume.file for resume in batch.resumes] == ["good.txt", "also.txt"]


def test_same_name_twice_and_same_key_twice(pool: Threads) -> None:
    batch = Batch(pool, TODAY)
    batch.add("a", "cv.txt", TEXT)
    batch.add("b", "cv.txt", TEXT)
    batch.add("b", "cv.txt", TEXT)
    assert [item.name for item in batch.items] == ["cv.txt", "cv (2).txt"]
    assert batch.wait(20)
    assert batch.find("cv (2).txt").key == "b"


def test_cancel_stops_what_has_not_begun(pool: Threads) -> None:
    pool.gate.clear()
    batch = Batch(pool, TODAY)
    for key in range(5):
        batch.add(str(key), f"{key}.txt", TEXT)
    batch.cancel()
    pool.gate.set()
    assert batch.wait(20)
    states = [item.state for item in batch.items]
    assert states.count("cancelled") >= 4
    assert set(states) <= {"done", "cancelled"}


def test_dropped_files_are_gone(pool: Threads) -> None:
    batch = Batch(pool, TODAY)
    batch.add("a", "a.txt", TEXT)
    batch.add("b", "b.txt", TEXT)
    batch.keep({"b"})
    assert batch.wait(20)
    assert [item.key for item in batch.items] == ["b"]


def test_too_many_files(pool: Threads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "max_files", 1)
    batch = Batch(pool, TODAY)
    batch.add("a", "a.txt", TEXT)
    with pytest.raises(TooLarge, match=r"At most 1 files.*b\.txt"):
        batch.add("b", "b.txt", TEXT)
    assert batch.wait(20)


def test_texts_are_embedded_before_a_file_counts_as_done(pool: Threads) -> None:
    seen: list[Resume] = []
    batch = Batch(pool, TODAY, seen.append)
    batch.add("a", "a.txt", TEXT)
    assert batch.wait(20)
    assert list(batch.resumes) == seen


def test_a_failing_model_is_not_a_failing_file(pool: Threads) -> None:
    """The ranking says that the model is missing; the file itself was read."""

    def fail(_: Resume) -> None:
        raise RuntimeError("no model")

    batch = Batch(pool, TODAY, fail)
    batch.add("a", "a.txt", TEXT)
    assert batch.wait(20)
    assert batch.items[0].state == "done"


def test_layout_survives_packing() -> None:
    parsed = parse_file("cv.txt", TEXT, TODAY.isoformat())
    page = parsed.document().pages[0]
    assert all(role.quote in page.text for role in parsed.resume.roles)
    assert parsed.resume.total_experience_months == 83
