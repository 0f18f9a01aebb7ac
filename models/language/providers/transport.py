"""The HTTP client under every provider's client: limits of time, no redirects, and a hold on the stream being read.

The official clients bound the wait for bytes; a server that sends signs of life but no words would hold a page for
ever. Here only words count.
"""

from __future__ import annotations

import math
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

import httpcore2
import httpx2

from models.language.providers.network import Transport

CONNECT_SECONDS: Final = 5.0
MOST_CONNECTIONS: Final = 64

_thread = threading.local()


class Leave:
    """A reader's way out of an answer, from any thread: the connection is closed under whoever waits for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stream: httpcore2.NetworkStream | None = None
        self._over = threading.Event()

    @property
    def over(self) -> bool:
        """Whether the reader has left."""
        return self._over.is_set()

    def now(self) -> None:
        """Leave."""
        self._over.set()
        with self._lock:
            found = self._stream.get_extra_info("socket") if self._stream else None
            if isinstance(found, socket.socket):
                with suppress(OSError):  # closed meanwhile
                    socket.socket.shutdown(found, socket.SHUT_RDWR)  # past TLS, which another thread is using

    def reads(self, stream: httpcore2.NetworkStream) -> None:
        """The connection that is read from now on; raises when the reader has left."""
        with self._lock:
            self._stream = stream
        self.check()

    def release(self) -> None:
        """The connection may belong to another answer from now on."""
        with self._lock:
            self._stream = None

    def check(self) -> None:
        """Raise when the reader has left."""
        if self.over:
            raise httpx2.ReadError("the reader has left")


class Watch:
    """One answer that is being read: its HTTP response, when it began, and when a word last came.

    The reader sets `heard` at each word and looks at `over`; the clock is looked at once per chunk of bytes.

    Parameters
    ----------
    seconds
        How long no word may come.
    most
        How long the whole answer may take.
    leave
        The reader's way out.
    """

    def __init__(self, seconds: float, most: float = math.inf, leave: Leave | None = None) -> None:
        self.seconds = seconds
        self.leave = leave or Leave()
        self._until = time.monotonic() + most
        self.heard = False
        self.over = False  # whether the whole answer has had its time
        self.response: httpx2.Response | None = None
        self._last = time.monotonic()

    def check(self) -> None:
        """Raise when no word came for too long, or the reader has left."""
        self.leave.check()
        now = time.monotonic()
        self.over = now > self._until
        if self.heard:
            self.heard, self._last = False, now
        elif now - self._last > self.seconds:
            raise httpx2.ReadTimeout("no word for too long")

    def close(self) -> None:
        """Close the stream, if it is open; the server sees it."""
        self.leave.release()
        if self.response is not None:
            self.response.close()


@contextmanager
def watching(watch: Watch) -> Iterator[None]:
    """The request that this thread now sends belongs to `watch`."""
    _thread.watch = watch
    try:
        yield
    finally:
        _thread.watch = None


def http_client() -> httpx2.Client:
    """A client for one provider's client. It follows no redirect: keys in headers would go along."""
    limits = httpx2.Limits(max_connections=MOST_CONNECTIONS, max_keepalive_connections=8)
    return httpx2.Client(
        timeout=httpx2.Timeout(CONNECT_SECONDS),
        limits=limits,  # of what a proxy of the environment is asked
        transport=Transport(limits, _reads, _check),
        follow_redirects=False,
        event_hooks={"request": [_asked], "response": [_answered]},
    )


def _reads(stream: httpcore2.NetworkStream) -> None:
    watch: Watch | None = getattr(_thread, "watch", None)
    if watch is not None:
        watch.leave.reads(stream)


def _check() -> None:
    watch: Watch | None = getattr(_thread, "watch", None)
    if watch is not None:
        watch.check()


def _asked(request: httpx2.Request) -> None:
    watch: Watch | None = getattr(_thread, "watch", None)
    if watch is not None:
        limits = httpx2.Timeout(watch.seconds, connect=min(CONNECT_SECONDS, watch.seconds))
        request.extensions["timeout"] = limits.as_dict()


def _answered(response: httpx2.Response) -> None:
    watch: Watch | None = getattr(_thread, "watch", None)
    if watch is not None and isinstance(response.stream, httpx2.SyncByteStream):
        watch.response = response
        response.stream = _Watched(response.stream, watch)


class _Watched(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, watch: Watch) -> None:
        self._stream, self._watch = stream, watch

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            self._watch.check()
            yield chunk

    def close(self) -> None:
        self._watch.leave.release()
        self._stream.close()
