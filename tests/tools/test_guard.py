"""Rates, turns and the end: all by the visitor's key."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from tools.errors import QueueFull, ShuttingDown, TooOften
from tools.guard import Guard


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def made(per_minute: int = 60, user: int = 1, total: int = 2, wait: float = 5.0, clock: Clock | None = None) -> Guard:
    return Guard(per_minute, user, total, wait, clock or Clock())


def until(ready: Callable[[], object]) -> None:
    for _ in range(500):
        if ready():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come to that")


def test_a_visitor_may_start_so_many_and_then_one_at_a_time() -> None:
    clock = Clock()
    guard = made(per_minute=6, clock=clock)
    for _ in range(6):
        guard.start("asha")
    with pytest.raises(TooOften, match=r"6 runs within a minute: wait 10 s"):
        guard.start("asha")
    guard.start("ravi")  # another visitor is not concerned
    clock.now += 9.9
    with pytest.raises(TooOften, match="wait 1 s"):
        guard.start("asha")
    clock.now += 0.2
    guard.start("asha")


def test_rest_gives_no_more_than_a_minute_of_runs() -> None:
    clock = Clock()
    guard = made(per_minute=3, clock=clock)
    clock.now += 3600
    for _ in range(3):
        guard.start("asha")
    with pytest.raises(TooOften):
        guard.start("asha")


def test_a_turn_that_does_not_come_is_refused_with_the_number_ahead() -> None:
    guard = made(total=1, wait=0.05)
    with guard.turn("asha"), pytest.raises(QueueFull, match="1 others are ahead of you"), guard.turn("ravi"):
        pass
    with guard.turn("ravi"):  # the place in the line was given up
        assert guard.running == 1
    assert guard.running == 0


def test_one_visitor_never_holds_all_turns() -> None:
    guard = made(user=1, total=2, wait=0.05)
    with guard.turn("asha"):
        with pytest.raises(QueueFull), guard.turn("asha"):
            pass
        with guard.turn("ravi"):
            assert guard.running == 2


def test_who_has_had_fewer_turns_comes_first_and_hears_the_place() -> None:
    guard, order, told = made(user=2, total=1, wait=20), [], {"asha": [], "ravi": []}  # type: ignore[var-annotated]
    lock = threading.Lock()

    def compute(owner: str) -> None:
        with guard.turn(owner, told[owner].append), lock:
            order.append(owner)

    with ThreadPoolExecutor(4) as threads, ExitStack() as held:
        held.enter_context(guard.turn("asha"))
        for number, owner in enumerate(("asha", "asha", "ravi")):
            threads.submit(compute, owner)
            until(lambda number=number: guard.running == 2 + number)  # type: ignore[misc]
        until(lambda: told["ravi"] and told["asha"])
        held.close()
    assert order == ["ravi", "asha", "asha"]
    assert told["ravi"][0] == 1


def test_after_the_end_nothing_starts_but_what_was_started_gets_its_turn() -> None:
    guard = made()
    guard.close()
    with pytest.raises(ShuttingDown, match="restarting"):
        guard.start("asha")
    with guard.turn("asha"):
        assert guard.running == 1
