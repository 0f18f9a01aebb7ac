"""The worker pool: answers, errors, limits and recovery."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tools import workers
from tools.errors import Encrypted, QueueFull, ShuttingDown, TookTooLong
from tools.settings import settings
from tools.workers import WorkerPool, answer_of


@dataclass(frozen=True)
class Answer:
    text: str
    sizes: tuple[int, ...]


def describe(name: str, data: bytes) -> Answer:
    return Answer(name.upper(), (len(data),))


def shorten(answer: Answer) -> str:
    return answer.text[:2]


def refuse(name: str) -> str:
    raise Encrypted(f"{name} needs a password.")


def break_down(name: str) -> str:
    return str(1 // len(name))


def sleep_for(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def start_a_program(note: str) -> int:
    """Like OCR: a program of its own, whose number is noted before it is waited for."""
    with subprocess.Popen(["sleep", "60"]) as program:
        Path(note).write_text(str(program.pid))
        return program.wait()


def exhaust(megabytes: int) -> int:
    return len(bytearray(megabytes << 20))


def crash(_: int) -> int:
    ctypes.string_at(0)
    return 0


def chatter(text: str) -> str:
    print(text * 1000)
    return text


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    made = WorkerPool(2, memory_mb=768, seconds=20)
    yield made
    made.close()


def test_dataclasses_cross_the_pipe_both_ways(pool: WorkerPool) -> None:
    answer = pool.submit(describe, "cv", b"12345").result()
    assert answer == Answer("CV", (5,))
    assert pool.submit(shorten, answer).result() == "CV"


def test_large_payload(pool: WorkerPool) -> None:
    assert pool.submit(describe, "x", b"\0" * 9_000_000).result().sizes == (9_000_000,)


def test_portal_error_keeps_its_class_and_sentence(pool: WorkerPool) -> None:
    with pytest.raises(Encrypted, match=r"cv\.pdf needs a password\."):
        pool.submit(refuse, "cv.pdf").result()


def test_defect_is_not_mistaken_for_an_expected_failure(pool: WorkerPool) -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        pool.submit(break_down, "").result()


def test_slow_call_is_stopped_and_the_pool_goes_on(pool: WorkerPool) -> None:
    with pytest.raises(TookTooLong, match=r"longer than 0\.5 s"):
        pool.submit(sleep_for, 30.0, seconds=0.5).result()
    assert pool.submit(describe, "ok", b"").result().text == "OK"


def test_a_worker_that_reads_nothing_holds_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORKER", ["-c", "import time; time.sleep(60)"])
    deaf = WorkerPool(1)
    with pytest.raises(TookTooLong, match=r"longer than 0\.3 s"):  # more than a pipe holds
        deaf.submit(describe, "x", b"\0" * 9_000_000, seconds=0.3).result(20)
    deaf.close()


def test_a_page_waits_for_a_busy_pool_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    pool = WorkerPool(1)
    running, waiting = pool.submit(sleep_for, 1.0), pool.submit(describe, "cv", b"")
    with pytest.raises(QueueFull, match="busy reading other files: try again in a moment"):
        answer_of(waiting, 0.01)
    assert waiting.cancelled()
    assert answer_of(running)
    monkeypatch.setattr(settings(), "run_wait_seconds", 0.0)
    monkeypatch.setattr(settings(), "file_seconds", 0.01)
    with pytest.raises(QueueFull):
        answer_of(pool.submit(sleep_for, 1.0))
    pool.close()


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
def test_a_stopped_worker_takes_its_programs_with_it(pool: WorkerPool, tmp_path: Path) -> None:
    note = tmp_path / "number"
    with pytest.raises(TookTooLong):
        pool.submit(start_a_program, str(note), seconds=2.0).result()
    number = int(note.read_text())
    deadline = time.monotonic() + 5
    while _runs(number) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(number)


def _runs(number: int) -> bool:
    """Whether a process runs; one that was killed and only waits to be collected does not."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(number)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.strip().startswith("Z")


@pytest.mark.parametrize(("function", "argument"), [(exhaust, 4000), (crash, 0)])
def test_a_dying_worker_is_replaced(pool: WorkerPool, function: object, argument: int) -> None:
    with pytest.raises(TookTooLong, match="stopped"):
        pool.submit(function, argument).result()  # type: ignore[arg-type]
    assert pool.submit(describe, "ok", b"").result().text == "OK"


def test_prints_do_not_disturb_the_pipe(pool: WorkerPool) -> None:
    assert pool.submit(chatter, "noise").result() == "noise"


def test_two_workers_run_side_by_side(pool: WorkerPool) -> None:
    first, second = pool.submit(sleep_for, 0.3), pool.submit(sleep_for, 0.3)
    assert first.result() != second.result()


def test_close_refuses_new_work_with_a_sentence() -> None:
    pool = WorkerPool(1)
    assert pool.submit(describe, "a", b"").result().text == "A"
    pool.close()
    with pytest.raises(ShuttingDown, match="restarting"):
        pool.submit(describe, "a", b"").result()


def test_owners_are_served_in_turn() -> None:
    pool = WorkerPool(1)
    order: list[str] = []
    first = pool.lane("pile").submit(sleep_for, 2.0)
    while not first.running():
        time.sleep(0.02)
    for number in range(5):
        pool.lane("pile").submit(describe, f"pile {number}", b"").add_done_callback(
            lambda future: order.append(future.result().text)
        )
    single = pool.lane("single")
    alone = single.submit(describe, "single", b"")
    alone.add_done_callback(lambda future: order.append(future.result().text))
    assert single.ahead == 2  # what runs, and one file of the pile
    assert first.result()
    assert pool.wait(20)
    assert order.index("SINGLE") == 1
    assert single.ahead == 0
    pool.close()


def test_close_ends_what_takes_too_long_and_drops_what_waits() -> None:
    pool = WorkerPool(1)
    running, waiting = pool.submit(sleep_for, 60.0), pool.submit(sleep_for, 60.0)
    while not running.running():
        time.sleep(0.02)
    pool.close(0.1)
    with pytest.raises(ShuttingDown):
        running.result(10)
    assert waiting.cancelled()


def test_a_pool_that_refuses_finishes_what_it_has() -> None:
    pool = WorkerPool(2)
    having = [pool.submit(sleep_for, 0.1) for _ in range(3)]
    pool.refuse()
    with pytest.raises(ShuttingDown):
        pool.submit(sleep_for, 0.1).result()
    assert pool.wait(20)
    assert all(future.result() for future in having)
    pool.close()
