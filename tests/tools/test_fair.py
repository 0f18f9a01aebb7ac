"""The queue that serves owners in turn."""

from __future__ import annotations

import threading

from hypothesis import given
from hypothesis import strategies as st

from tools.fair import FairQueue


def taken(queue: FairQueue[int]) -> list[tuple[str, int]]:
    found = []
    for _ in range(len(queue)):
        one = queue.get()
        assert one is not None
        found.append(one)
    return found


def test_owners_take_turns_and_keep_their_order() -> None:
    queue = FairQueue[int]()
    for owner, item in (("a", 1), ("a", 2), ("a", 3), ("b", 4), ("c", 5), ("b", 6)):
        queue.put(owner, item)
    assert [queue.ahead(owner) for owner in "abcd"] == [0, 1, 2, None]
    assert [item for _, item in taken(queue)] == [1, 4, 5, 2, 6, 3]


def test_who_comes_back_joins_the_end_of_the_round() -> None:
    queue = FairQueue[int]()
    queue.put("a", 1)
    queue.put("b", 2)
    assert queue.get() == ("a", 1)
    queue.put("a", 3)
    assert [queue.get(), queue.get()] == [("b", 2), ("a", 3)]


def test_closing_wakes_who_waits() -> None:
    queue, got = FairQueue[int](), []
    waiting = threading.Thread(target=lambda: got.append(queue.get()))
    waiting.start()
    queue.close()
    waiting.join(5)
    assert got == [None]


def test_drain_takes_all() -> None:
    queue = FairQueue[int]()
    queue.put("a", 1)
    queue.put("b", 2)
    assert sorted(queue.drain()) == [1, 2]
    assert len(queue) == 0


@given(st.lists(st.sampled_from("abc"), max_size=40))
def test_nothing_is_lost_and_nobody_waits_longer_than_a_round(owners: list[str]) -> None:
    queue = FairQueue[int]()
    for number, owner in enumerate(owners):
        queue.put(owner, number)
    order = taken(queue)
    assert sorted(number for _, number in order) == list(range(len(owners)))
    for owner in set(owners):
        mine = [number for name, number in order if name == owner]
        assert mine == sorted(mine)
        assert next(place for place, (name, _) in enumerate(order) if name == owner) < len(set(owners))
