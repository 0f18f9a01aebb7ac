"""What the server remembers about browsers around signing in: the page somebody wanted, and sign-ins that were ended.

Kept in this process, never on disk: several processes need session affinity, and a restart forgets. What a browser
wanted is in no address and no cookie, so it cannot be forged into a link to elsewhere. Knows no page and no provider.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

MINUTES: Final = 15 * 60.0  # seconds that a started sign-in is remembered
MOST: Final = 10_000  # browsers
LONGEST_QUERY: Final = 2000  # characters

Query = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Wanted:
    """Where a visitor wanted to go when they began to sign in: a page file of the portal and its query."""

    page: str
    query: Query


@dataclass
class Visits:
    """Thread-safe. Both memories drop what is oldest once they are full."""

    clock: Callable[[], float] = time.monotonic
    most: int = MOST
    _wanted: OrderedDict[str, tuple[float, Wanted]] = field(default_factory=OrderedDict)
    _ended: OrderedDict[str, None] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, browser: str, wanted: Wanted) -> None:
        """Remember what `browser` wants to see after signing in; a query that is too long is left out."""
        length = sum(len(name) + sum(map(len, parts)) for name, parts in wanted.query.items())
        kept = wanted if length <= LONGEST_QUERY else Wanted(wanted.page, {})
        with self._lock:
            self._wanted[browser] = (self.clock() + MINUTES, kept)
            self._wanted.move_to_end(browser)
            while len(self._wanted) > self.most:
                self._wanted.popitem(last=False)

    def begun(self, browser: str) -> Wanted | None:
        """What `browser` wanted, when it began to sign in and has not come back signed in."""
        with self._lock:
            until, wanted = self._wanted.get(browser, (0.0, None))
            return wanted if until > self.clock() else None

    def arrived(self, browser: str) -> Wanted | None:
        """What `browser` wanted; from now on forgotten."""
        wanted = self.begun(browser)
        with self._lock:
            self._wanted.pop(browser, None)
        return wanted

    def end(self, sign_in: str) -> None:
        """Somebody signed out: this sign-in counts no more, in no tab and in no copy of its cookie."""
        with self._lock:
            self._ended[sign_in] = None
            while len(self._ended) > self.most:
                self._ended.popitem(last=False)

    def ended(self, sign_in: str) -> bool:
        """Whether this sign-in was ended."""
        return sign_in in self._ended
