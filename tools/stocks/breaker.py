"""Stops asking Yahoo for a while after it refused, for everybody who uses this process.

A rate limit closes at once, longer every time; failures and a missing network after several in a row, briefly, so
that a page of many symbols does not wait for each. Knows no other process.
"""

from __future__ import annotations

import threading
import time
from typing import Final

from tools.errors import RateLimited, SourceUnavailable

FIRST_PAUSE: Final = 60.0  # seconds after a rate limit; doubled by every further one
LONGEST_PAUSE: Final = 900.0
IN_A_ROW: Final = 3  # other failures before a pause
SHORT_PAUSE: Final = 10.0


class Breaker:
    """Whether Yahoo may be asked now; the clock is `time.monotonic`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.reset()

    def reset(self) -> None:
        """Forget all failures."""
        self._until, self._pause, self._failures = 0.0, FIRST_PAUSE, 0
        self._reason: SourceUnavailable | None = None

    def check(self) -> None:
        """Raise why Yahoo is not asked at the moment, if so."""
        with self._lock:
            if self._reason is not None and time.monotonic() < self._until:
                raise type(self._reason)(str(self._reason))

    def failed(self, reason: SourceUnavailable) -> None:
        """Note a failure, and close if it is time to."""
        with self._lock:
            if isinstance(reason, RateLimited):
                self._until, self._reason = time.monotonic() + self._pause, reason
                self._pause = min(2 * self._pause, LONGEST_PAUSE)
                return
            self._failures += 1
            if self._failures >= IN_A_ROW:
                self._until, self._reason = time.monotonic() + SHORT_PAUSE, reason

    def worked(self) -> None:
        """An answer came: start over."""
        with self._lock:
            self.reset()


breaker: Final = Breaker()
