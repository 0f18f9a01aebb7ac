"""One request for all who ask for the same thing at the same time, on threads of its own, with a limit on the wait.

Whoever asks first starts it; the others wait for the same answer or the same error. Knows nothing of what is asked.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import Final, Generic, TypeVar

from tools.errors import Outage
from tools.stocks import yahoo

AT_ONCE: Final = 8  # requests under way
GRACE: Final = 0.2  # seconds for work to tell its own reason when it ends at the deadline

Answer = TypeVar("Answer")


class Flights(Generic[Answer]):
    """Work under way, by what it is for."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._pool: ThreadPoolExecutor | None = None
        self._under_way: dict[Hashable, Future[Answer]] = {}

    def join(self, key: Hashable, work: Callable[[], Answer], deadline: float) -> Answer:
        """What `work` gives, started by whoever asks for `key` first.

        Raises
        ------
        Outage
            It did not end before `deadline` (of `time.monotonic`); it goes on, for those who ask later.
        """
        flight = self._started(key, work)
        try:
            return flight.result(timeout=max(0.0, deadline - time.monotonic()) + GRACE)
        except NotYet:
            raise Outage(yahoo.TOO_SLOW) from None

    def __len__(self) -> int:
        with self._lock:
            return len(self._under_way)

    def _started(self, key: Hashable, work: Callable[[], Answer]) -> Future[Answer]:
        with self._lock:
            if key in self._under_way:
                return self._under_way[key]
            self._pool = self._pool or ThreadPoolExecutor(AT_ONCE, thread_name_prefix=self._name)
            flight = self._under_way[key] = self._pool.submit(work)
        flight.add_done_callback(lambda _: self._land(key))
        return flight

    def _land(self, key: Hashable) -> None:
        with self._lock:
            self._under_way.pop(key, None)
