"""The batcher: batches form, errors stay with their batch, limits hold."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

import pytest

from models.batcher import Batcher, answer_of
from tools.errors import QueueFull, TookTooLong


class Model:
    """Doubles numbers; remembers batch sizes; can be held at a gate."""

    def __init__(self) -> None:
        self.batches: list[int] = []
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self, items: Sequence[int]) -> list[int]:
        self.gate.wait(10)
        self.batches.append(len(items))
        if 13 in items:
            raise ValueError("unlucky")
        return [2 * item for item in items]


def test_many_threads_get_their_own_answers_in_few_batches() -> None:
    model = Model()
    batcher = Batcher(model, max_batch=16, max_wait_s=0.05)
    model.gate.clear()
    futures = [batcher.submit(number) for number in range(100, 148)]
    model.gate.set()
    assert [future.result(5) for future in futures] == [2 * number for number in range(100, 148)]
    assert len(model.batches) <= 4
    assert max(model.batches) <= 16
    batcher.close()


def test_a_failure_reaches_only_its_batch() -> None:
    batcher = Batcher(Model(), max_batch=1)
    bad, good = batcher.submit(13), batcher.submit(4)
    with pytest.raises(ValueError, match="unlucky"):
        bad.result(5)
    assert good.result(5) == 8
    batcher.close()


def test_full_queue_says_how_many_wait() -> None:
    model = Model()
    model.gate.clear()
    batcher = Batcher(model, max_batch=1, queue_size=2, max_wait_s=0)
    first = batcher.submit(1)
    while batcher.waiting:
        time.sleep(0.001)
    waiting = [batcher.submit(2), batcher.submit(3)]
    with pytest.raises(QueueFull, match="2 requests") as caught:
        batcher.submit(4)
    assert caught.value.waiting == 2
    model.gate.set()
    assert [future.result(5) for future in [first, *waiting]] == [2, 4, 6]
    batcher.close()


def test_deadline_drops_what_nobody_waits_for() -> None:
    model = Model()
    model.gate.clear()
    batcher = Batcher(model, max_batch=1, max_wait_s=0)
    running = batcher.submit(1)
    while batcher.waiting:
        time.sleep(0.001)
    late = batcher.submit(2, deadline_s=0.01)
    time.sleep(0.05)
    model.gate.set()
    assert running.result(5) == 2
    with pytest.raises(TookTooLong):
        late.result(5)
    batcher.close()


def test_cancelled_request_is_skipped() -> None:
    model = Model()
    model.gate.clear()
    batcher = Batcher(model, max_batch=1, max_wait_s=0)
    batcher.submit(1)
    while batcher.waiting:
        time.sleep(0.001)
    cancelled = batcher.submit(2)
    assert cancelled.cancel()
    last = batcher.submit(3)
    model.gate.set()
    assert last.result(5) == 6
    assert sum(model.batches) == 2
    batcher.close()


def test_close_finishes_the_queue_and_refuses_more() -> None:
    batcher = Batcher(Model(), max_batch=4)
    futures = [batcher.submit(number) for number in range(10)]
    batcher.close()
    assert [future.result(0) for future in futures] == [2 * number for number in range(10)]
    with pytest.raises(RuntimeError):
        batcher.submit(1)


def test_a_long_list_goes_through_a_short_queue_in_order() -> None:
    batcher = Batcher(Model(), max_batch=2, queue_size=4)
    assert list(batcher.ask(range(100, 140), seconds=20, ahead=4)) == [2 * number for number in range(100, 140)]
    batcher.close()


def test_a_model_that_hangs_holds_nobody() -> None:
    model = Model()
    model.gate.clear()
    batcher = Batcher(model, max_batch=1, max_wait_s=0)
    with pytest.raises(TookTooLong, match=r"no time for this request within 0\.05 s: try again in a moment"):
        list(batcher.ask([1, 2, 3], seconds=0.05, ahead=2))
    model.gate.set()
    assert list(batcher.ask([4], seconds=20)) == [8]
    batcher.close()
    assert sum(model.batches) == 2  # what nobody waits for is not worked out


def test_the_model_s_own_timeout_is_no_limit_of_ours() -> None:
    def fail(items: Sequence[int]) -> list[int]:
        raise TimeoutError("its own")

    batcher = Batcher(fail)
    with pytest.raises(TimeoutError, match="its own"):
        answer_of(batcher.submit(1), 20)
    batcher.close()


def test_a_place_in_the_line_counts_those_who_still_wait() -> None:
    model = Model()
    model.gate.clear()
    batcher = Batcher(model, max_batch=1, max_wait_s=0)
    first = batcher.submit(1)
    while batcher.waiting or not first.running():
        time.sleep(0.001)
    second, third, fourth = (batcher.submit(number) for number in (2, 3, 4))
    assert [batcher.ahead(each) for each in (first, second, third, fourth)] == [0, 1, 2, 3]
    third.cancel()
    assert batcher.ahead(fourth) == 2
    model.gate.set()
    assert fourth.result(5) == 8
    assert batcher.ahead(fourth) == 0
    batcher.close()
