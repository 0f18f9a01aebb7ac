"""Stand-ins for the pool of worker processes: calls run at once, in this process.

One call at a time: pdfium, which reads PDFs, must not be used by two threads of one process.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from tools.errors import PortalError


class InlinePool:
    """Runs every call when it is submitted; `fail` gives the error for a call, by its arguments."""

    size = 2

    def __init__(self, fail: Callable[[tuple[Any, ...]], PortalError | None] = lambda args: None) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self._fail = fail
        self._one = threading.Lock()

    def submit(self, function: Callable[..., Any], /, *args: Any, seconds: float | None = None) -> Future[Any]:
        self.calls.append((function.__name__, args))
        future: Future[Any] = Future()
        try:
            if error := self._fail((function.__name__, *args)):
                raise error
            with self._one:
                future.set_result(function(*args))
        except Exception as error:
            future.set_exception(error)
        return future
