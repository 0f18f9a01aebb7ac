"""The network under the HTTP client: after every read somebody looks at the clock.

HTTP clients bound the wait for the next bytes. A server that lets its headers drip in, a byte now and then, would hold
whoever asked it for hours. Knows no HTTP.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpcore2
import httpx2

Reads = Callable[[httpcore2.NetworkStream], object]
Check = Callable[[], object]


class Transport(httpx2.HTTPTransport):
    """httpx2's own, on a watched network.

    Parameters
    ----------
    reads
        Told before each read, in the reader's thread, what is read.
    check
        Asked after each read, in the reader's thread; what it raises ends the request.
    """

    def __init__(self, limits: httpx2.Limits, reads: Reads, check: Check) -> None:
        super().__init__(limits=limits)
        self._pool._network_backend = _Backend(self._pool._network_backend, reads, check)


class _Backend(httpcore2.NetworkBackend):
    def __init__(self, inner: httpcore2.NetworkBackend, reads: Reads, check: Check) -> None:
        self._inner, self._reads, self._check = inner, reads, check

    def connect_tcp(self, *args: Any, **limits: Any) -> httpcore2.NetworkStream:
        return _Stream(self._inner.connect_tcp(*args, **limits), self._reads, self._check)

    def connect_unix_socket(self, *args: Any, **limits: Any) -> httpcore2.NetworkStream:
        return _Stream(self._inner.connect_unix_socket(*args, **limits), self._reads, self._check)

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _Stream(httpcore2.NetworkStream):
    def __init__(self, inner: httpcore2.NetworkStream, reads: Reads, check: Check) -> None:
        self._inner, self._reads, self._check = inner, reads, check

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._reads(self._inner)
        data = self._inner.read(max_bytes, timeout)
        self._check()
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(self, *args: Any, **limits: Any) -> httpcore2.NetworkStream:
        return _Stream(self._inner.start_tls(*args, **limits), self._reads, self._check)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
