"""Writes in the background, so that no page waits for the history. Bounded; what fails is tried again later.

Knows no table: it is given acts to do.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Final

from tools.errors import PortalError

MOST: Final = 1000  # acts that may wait: half an hour of a busy portal, under a megabyte
AGAIN: Final = 10.0  # seconds between tries of a database that is down
TIDY_EVERY: Final = 3600.0  # seconds

log = logging.getLogger("portal.history")


class Recorder:
    """One thread that does acts in order.

    Parameters
    ----------
    tidy
        Deletes what is over its time; done at the first act or `wake`, then again and again, whether anybody comes or
        not.
    most
        Acts that may wait; more are dropped, and `failing` says so.
    again
        Seconds until a failed act is tried again.
    tidy_every
        Seconds between two tidyings.
    """

    def __init__(
        self, tidy: Callable[[], object], *, most: int = MOST, again: float = AGAIN, tidy_every: float = TIDY_EVERY
    ) -> None:
        self.dropped = 0
        self._tidy, self._most, self._again, self._tidy_every = tidy, most, again, tidy_every
        self._tidy_at = time.monotonic()
        self._acts: deque[Callable[[], object]] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._failing = False
        self._closed = False

    @property
    def failing(self) -> bool:
        """Whether the last act could not be written: what waits is tried again."""
        return self._failing

    def put(self, act: Callable[[], object]) -> bool:
        """Do `act` soon; False when too much waits already. Returns at once."""
        with self._changed:
            if self._closed or len(self._acts) >= self._most:
                self.dropped += 1
                self._failing = True
                return False
            self._acts.append(act)
            self._start()
            self._changed.notify_all()
        return True

    def wake(self) -> None:
        """Begin to tidy, also where nothing is written: what is over its time goes although nobody runs anything."""
        with self._changed:
            if not self._closed:
                self._start()

    def flush(self, seconds: float) -> bool:
        """Wait until all is written, at most so long and not at all for a database that is down; whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._acts or self._failing, seconds) and not self._acts

    def close(self, seconds: float = 2.0) -> None:
        """Write what waits, then stop the thread."""
        self.flush(seconds)
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(seconds)

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="history", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while act := self._next():
            worked = self._do(act)
            with self._changed:
                self._failing = not worked
                if worked and act is not self._tidy:
                    self._acts.popleft()
                self._changed.notify_all()
                if not worked:
                    self._changed.wait_for(lambda: self._closed, self._again)

    def _next(self) -> Callable[[], object] | None:
        """The oldest act, which stays in the queue until it is done; tidying when it is time; None: the thread ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._acts or self._closed, max(0.0, self._tidy_at - time.monotonic()))
            if self._closed:
                return None
            if self._acts and time.monotonic() < self._tidy_at:
                return self._acts[0]
            self._tidy_at = time.monotonic() + self._tidy_every
            return self._tidy

    @staticmethod
    def _do(act: Callable[[], object]) -> bool:
        """Whether `act` is over: also one that is our own defect, because it would fail forever."""
        try:
            act()
        except PortalError:
            return False
        except Exception:
            log.exception("an entry of the history was given up")
        return True
