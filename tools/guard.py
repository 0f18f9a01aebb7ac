"""How much a visitor, and all visitors together, may start: a rate, a number at once, and a fair line for the rest.

Everything is by the visitor's key, kept in this process: each of several replicas counts its own, so a visitor whose
browser is sent to another one begins anew there, and together they let through as many times as much. What must hold
over all of them belongs before them (`deploy/nginx.conf`). Thread-safe; knows neither pages nor what is run.
"""

from __future__ import annotations

import math
import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tools.errors import QueueFull, ShuttingDown, TooOften
from tools.settings import settings
from tools.translations import N_

TOO_OFTEN: Final = N_("You have started {most} runs within a minute: wait {seconds} s and try again.")
NO_TURN: Final = N_("The portal is busy and {ahead} others are ahead of you: try again in a moment.")
CLOSING: Final = N_("The portal is restarting and takes nothing new: try again in a minute.")
REMEMBERED: Final = 10_000  # visitors whose rate is kept
LOOK: Final = 0.25  # seconds between two looks at the place in the line


@dataclass
class _Bucket:
    """A visitor's tokens: runs that may be started now, and when that was worked out."""

    tokens: float
    at: float


@dataclass(eq=False)
class _Ticket:
    """One computation that waits for its turn."""

    owner: str
    number: int


class Guard:
    """Rates and turns.

    Parameters
    ----------
    per_minute
        Runs that one visitor may start within a minute; as many at once after a rest (a token bucket).
    user_at_once
        Computations of one visitor side by side.
    at_once
        Computations of all visitors side by side.
    wait
        Seconds that a computation may wait for its turn.
    clock
        Seconds that never go back.
    """

    def __init__(
        self,
        per_minute: int,
        user_at_once: int,
        at_once: int,
        wait: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._per_minute, self._user_at_once, self._at_once, self._wait = per_minute, user_at_once, at_once, wait
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._running: Counter[str] = Counter()
        self._line: list[_Ticket] = []
        self._served: OrderedDict[str, int] = OrderedDict()  # the number of the last turn that each visitor had
        self._number = 0
        self._closed = False
        self._changed = threading.Condition()

    @property
    def running(self) -> int:
        """Computations that run or wait for their turn now."""
        with self._changed:
            return self._running.total() + len(self._line)

    def start(self, owner: str) -> None:
        """Count one run of this visitor.

        Raises
        ------
        TooOften
            The visitor started too many within a minute; the sentence says how long to wait.
        ShuttingDown
            The portal takes nothing new.
        """
        with self._changed:
            if self._closed:
                raise ShuttingDown(CLOSING)
            now, rate = self._clock(), self._per_minute / 60
            bucket = self._buckets.pop(owner, None) or _Bucket(float(self._per_minute), now)
            bucket.tokens = min(self._per_minute, bucket.tokens + (now - bucket.at) * rate)
            bucket.at = now
            self._buckets[owner] = bucket
            while len(self._buckets) > REMEMBERED:
                self._buckets.popitem(last=False)
            if bucket.tokens < 1:
                seconds = math.ceil((1 - bucket.tokens) / rate)
                raise TooOften(TOO_OFTEN.format(most=self._per_minute, seconds=seconds))
            bucket.tokens -= 1

    @contextmanager
    def turn(self, owner: str, told: Callable[[int], object] | None = None) -> Iterator[None]:
        """Wait for a turn and hold it. `told` hears how many are ahead, each time that changes.

        Raises
        ------
        QueueFull
            No turn came in time.
        """
        self._enter(owner, told)
        try:
            yield
        finally:
            with self._changed:
                self._running[owner] -= 1
                if not self._running[owner]:
                    del self._running[owner]
                self._changed.notify_all()

    def close(self) -> None:
        """Let nobody start anything new; runs that were started still get their turns."""
        with self._changed:
            self._closed = True

    def _enter(self, owner: str, told: Callable[[int], object] | None) -> None:
        with self._changed:
            self._number += 1
            ticket = _Ticket(owner, self._number)
            self._line.append(ticket)
        until, before = time.monotonic() + self._wait, 0
        try:
            while (ahead := self._try(ticket)) is not None:
                if time.monotonic() >= until:
                    raise QueueFull(NO_TURN.format(ahead=ahead), ahead)
                if told and ahead != before:
                    told(ahead)  # outside of the lock: it draws, and drawing may end the run
                    before = ahead
                with self._changed:
                    self._changed.wait(min(LOOK, max(0.0, until - time.monotonic())))
        except BaseException:
            with self._changed:
                self._line.remove(ticket)
            raise

    def _try(self, ticket: _Ticket) -> int | None:
        """None when the turn has come and is held now; else how many are ahead, the running ones among them."""
        with self._changed:
            order = self._order()
            place = order.index(ticket)
            free = self._at_once - self._running.total()
            allowed = self._running[ticket.owner] < self._user_at_once
            able = [one for one in order[:place] if self._running[one.owner] < self._user_at_once]
            if allowed and len(able) < free:
                self._line.remove(ticket)
                self._running[ticket.owner] += 1
                self._remember(ticket)
                return None
            return place + self._running.total()

    def _order(self) -> list[_Ticket]:
        """Who has the fewest turns, running or before in this line, comes first; then whose last turn is longest ago;
        then who came first."""
        turns, keyed = Counter(self._running), []
        for ticket in self._line:
            keyed.append((turns[ticket.owner], self._served.get(ticket.owner, 0), ticket.number, ticket))
            turns[ticket.owner] += 1
        return [ticket for *_, ticket in sorted(keyed, key=lambda each: each[:3])]

    def _remember(self, ticket: _Ticket) -> None:
        self._number += 1
        self._served[ticket.owner] = self._number
        self._served.move_to_end(ticket.owner)
        while len(self._served) > REMEMBERED:
            self._served.popitem(last=False)


@lru_cache(maxsize=1)
def guard() -> Guard:
    """The guard of this process, by the settings."""
    wanted = settings()
    return Guard(wanted.user_runs_per_minute, wanted.user_runs_at_once, wanted.runs_at_once, wanted.run_wait_seconds)
