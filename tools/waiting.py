"""Waits for what another thread or process works out, with a limit. Knows nothing of who does it."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TypeVar

from tools.errors import PortalError

T = TypeVar("T")


def answer_within(seconds: float, answer: Future[T], late: PortalError) -> T:
    """What is worked out; what does not come in time is taken back, if it has not been begun.

    Raises
    ------
    PortalError
        `late`, when nothing came within `seconds`. Else what the work itself raised, its own `TimeoutError` too.
    """
    try:
        return answer.result(seconds)
    except TimeoutError:
        if answer.done():
            return answer.result()
        answer.cancel()
        raise late from None
