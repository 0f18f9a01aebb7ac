"""When Yahoo is left alone, and for how long."""

from __future__ import annotations

import time

import pytest

from tools.errors import NoNetwork, Outage, RateLimited, SourceUnavailable
from tools.stocks.breaker import FIRST_PAUSE, IN_A_ROW, LONGEST_PAUSE, SHORT_PAUSE, Breaker


class Clock:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def closed(breaker: Breaker) -> bool:
    try:
        breaker.check()
    except SourceUnavailable:
        return True
    return False


def pause(breaker: Breaker, clock: Clock) -> float:
    started = clock.now
    while closed(breaker):
        clock.now += 1
    return clock.now - started


def test_a_rate_limit_closes_at_once_and_longer_every_time(clock: Clock) -> None:
    breaker, found = Breaker(), []
    for _ in range(7):
        breaker.failed(RateLimited("x"))
        found.append(pause(breaker, clock))
    assert found[:3] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    assert found[-1] == LONGEST_PAUSE
    breaker.worked()
    breaker.failed(RateLimited("x"))
    assert pause(breaker, clock) == FIRST_PAUSE


@pytest.mark.parametrize("kind", [Outage, NoNetwork])
def test_other_failures_close_after_several_in_a_row(clock: Clock, kind: type[SourceUnavailable]) -> None:
    breaker = Breaker()
    for _ in range(IN_A_ROW - 1):
        breaker.failed(kind("down"))
        assert not closed(breaker)
    breaker.worked()
    for _ in range(IN_A_ROW):
        assert not closed(breaker)
        breaker.failed(kind("down"))
    with pytest.raises(kind, match="down"):
        breaker.check()
    assert pause(breaker, clock) == SHORT_PAUSE
