"""A queue that serves its owners in turn: five hundred tasks of one never keep another's single task waiting.

Within one owner the order is that of arrival. Thread-safe; knows neither what a task is nor who does it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from typing import Generic, TypeVar

Item = TypeVar("Item")


class FairQueue(Generic[Item]):
    """Tasks by owner. An owner who comes back joins at the end of the round."""

    def __init__(self) -> None:
        self._lanes: OrderedDict[str, deque[Item]] = OrderedDict()
        self._changed = threading.Condition()
        self._closed = False

    def __len__(self) -> int:
        with self._changed:
            return sum(map(len, self._lanes.values()))

    def put(self, owner: str, item: Item) -> None:
        """Add a task at the end of its owner's lane."""
        with self._changed:
            self._lanes.setdefault(owner, deque()).append(item)
            self._changed.notify()

    def get(self) -> tuple[str, Item] | None:
        """The next task with its owner; waits for one. None once the queue is closed and empty."""
        with self._changed:
            self._changed.wait_for(lambda: self._lanes or self._closed)
            if not self._lanes:
                return None
            owner, lane = self._lanes.popitem(last=False)
            item = lane.popleft()
            if lane:
                self._lanes[owner] = lane
            return owner, item

    def ahead(self, owner: str) -> int | None:
        """How many tasks of others are taken before the owner's next one; None when the owner has none here."""
        with self._changed:
            return next((place for place, name in enumerate(self._lanes) if name == owner), None)

    def drain(self) -> list[Item]:
        """Take out everything."""
        with self._changed:
            items = [item for lane in self._lanes.values() for item in lane]
            self._lanes.clear()
            return items

    def close(self) -> None:
        """Wake who waits: `get` gives what is there and then None."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
