"""The end of the portal: nothing new begins, what runs is finished within a bounded time, workers and models stop.

What the history's recorder holds is written by its own exit hook, which the orderly end of the process runs.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Final

from models import registry
from tools.guard import guard
from tools.workers import pools

QUIET: Final = 2.0  # seconds without work after which the pages have drawn and recorded what was finished
LOOK: Final = 0.1
MODELS: Final = 3.0  # seconds for the models' threads

log = logging.getLogger("portal")


def close(seconds: float, hurry: Callable[[], bool] = lambda: False) -> bool:
    """End everything that the pages began; whether all of it was finished.

    Parameters
    ----------
    seconds
        How long running jobs may take.
    hurry
        Asked again and again: True ends the waiting.
    """
    guard().close()
    finished = not busy() or _quiet(time.monotonic() + seconds, hurry)
    if not finished:
        log.warning("The portal ends with unfinished jobs: they took longer than %g s.", seconds)
    for pool in pools():
        pool.close(0.0)
    registry.close(MODELS)
    return finished


def busy() -> bool:
    """Whether a file is read, a computation runs, or a model is loaded or asked."""
    asked = any(model.state == "loading" or model.waiting for model in registry.loaded())
    return bool(asked or guard().running or any(pool.open for pool in pools()))


def _quiet(until: float, hurry: Callable[[], bool]) -> bool:
    """Wait for a while without work: one step of a job ends a moment before its next begins."""
    since = time.monotonic()
    while (now := time.monotonic()) < until and not hurry():
        if busy():
            since = now
        elif now - since >= QUIET:
            return True
        time.sleep(LOOK)
    return not busy()
