"""Which models this process has begun to load, and what became of that: for the status page and the metrics.

Asking loads nothing. Knows no model's kind: it reads the names that every model gives of itself.
"""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Final, Literal

from tools.errors import PortalError

UNEXPECTED: Final = "It could not be loaded; the log says why."
State = Literal["loading", "ready", "not configured", "failed"]


@dataclass(frozen=True)
class Loaded:
    """One model: who it is, where its weights came from, where it runs, how long it took to load, and its queue.

    `key` is the portal's name for its place ("embedder", "leaf", …); `seconds` is None while it loads; `waiting` counts
    requests in its queue; `notice` says why a preferred place of its weights was passed over, or why loading failed.
    """

    key: str
    state: State
    name: str = ""
    source: str = ""
    device: str = ""
    dtype: str = ""
    seconds: float | None = None
    waiting: int = 0
    notice: str = ""


_lock = threading.Lock()
_begun: dict[str, tuple[Future[Any], float]] = {}
_took: dict[str, float] = {}


def note(key: str, future: Future[Any]) -> None:
    """Remember that the model `key` began to load now; a later try takes the place of an earlier one."""
    begun = time.monotonic()
    with _lock:
        _begun[key] = future, begun
        _took.pop(key, None)

    def done(ended: Future[Any]) -> None:
        _took[key] = time.monotonic() - begun
        error = None if ended.cancelled() else ended.exception()
        if error and not isinstance(error, PortalError):
            logging.getLogger(__name__).error("%s could not be loaded", key, exc_info=error)

    future.add_done_callback(done)


def loaded() -> tuple[Loaded, ...]:
    """Every model that was asked for since the process started, by key."""
    with _lock:
        begun = dict(_begun)
    return tuple(_describe(key, future) for key, (future, _) in sorted(begun.items()))


def close(seconds: float) -> None:
    """Stop the threads of all models; what does not stop within `seconds` is left to the process's end."""
    with _lock:
        futures = [future for future, _ in _begun.values()]
    there = [future for future in futures if future.done() and not future.cancelled() and not future.exception()]
    models = [future.result() for future in there]
    closers = [threading.Thread(target=model.close, daemon=True) for model in models if hasattr(model, "close")]
    for closer in closers:
        closer.start()
    until = time.monotonic() + seconds
    for closer in closers:
        closer.join(max(0.0, until - time.monotonic()))


def _describe(key: str, future: Future[Any]) -> Loaded:
    seconds = _took.get(key)
    if not future.done():
        return Loaded(key, "loading")
    if error := future.exception():
        notice = str(error) if isinstance(error, PortalError) else UNEXPECTED
        return Loaded(key, "failed", seconds=seconds, notice=notice)
    model = future.result()
    if model is None:
        return Loaded(key, "not configured", seconds=seconds)
    info = getattr(model, "info", model)  # the embedder and the leaf classifier tell more than a label
    name = getattr(info, "name", "") or getattr(model, "label", "")
    own = {part: str(getattr(info, part, "")) for part in ("source", "device", "dtype", "notice")}
    return Loaded(key, "ready", name, seconds=seconds, waiting=int(getattr(model, "waiting", 0)), **own)
