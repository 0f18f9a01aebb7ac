"""Spares the server work that Streamlit repeats for every message of every rerun, so that one process serves more.

With a hundred visitors the event loop is the bottleneck: a page of eighty elements is eighty wake-ups of the loop and
eighty writes to the socket, and the theme is read anew from all options six times a run. Here a run's messages travel
together and the theme is read once. What a browser receives stays the same, byte for byte, but for one mend: an answer
that the browser waits for is not thrown away when a rerun begins.

Knows Streamlit from the inside, as nothing else in the portal does. What another version names differently is left as
it is, and the log says so. `python -m tests.load --defaults` measures with and without it.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import logging
import os
import sys
import threading
from collections import deque
from collections.abc import Callable
from functools import cache
from typing import Any, Final

OFF: Final = "PORTAL_PLAIN_STREAMLIT"  # set to measure what this is good for
TOGETHER: Final = 0.001  # seconds that a message waits for the one behind it
ENOUGH: Final = 100  # messages in one write; Streamlit drops a browser that has 500 waiting
SWITCH: Final = 0.001  # seconds after which a running script lets the event loop go on; Python's own are .005
ARENAS: Final = (
    -8,
    2,
)  # glibc's M_ARENA_MAX: each rerun is a thread, and 16 heaps would never shrink
COLLECT: Final = (20_000, 20, 50)  # Python's 700, 10, 10 spend a tenth of the processor on objects that live anyway
# what a browser has asked for and is told once
ANSWERS: Final = frozenset({"file_urls_response", "backend_operation_response"})
log = logging.getLogger(__name__)


def tune() -> None:
    """Everything of this module, once, before the server starts."""
    if os.environ.get(OFF):
        return
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(*ARENAS)
    gc.set_threshold(*COLLECT)
    sys.setswitchinterval(SWITCH)
    for part in (keep_theme, keep_answers, wake_once, write_together):
        try:
            part()
        except (ImportError, AttributeError) as error:
            log.warning("this Streamlit runs untuned: %s (%s)", error, part.__name__)


def keep_theme() -> None:
    """Read each section of the theme once instead of with every run: nothing changes it while the server runs."""
    from streamlit.proto.NewSession_pb2 import CustomThemeConfig
    from streamlit.runtime import app_session

    place: Any = app_session
    fill = place._populate_theme_msg

    @cache
    def section_of(section: str) -> CustomThemeConfig:
        whole = CustomThemeConfig()
        fill(whole, section)
        return whole

    def populate(message: CustomThemeConfig, section: str = "theme") -> None:
        if (kept := section_of(section)).ListFields():  # merging nothing would still mark the section as set
            message.MergeFrom(kept)

    place._populate_theme_msg = populate


def keep_answers() -> None:
    """A rerun that begins takes back what the last one drew, but no answer to the browser.

    Without this a file that is given while a rerun begins is never uploaded: the browser has asked where to send it,
    and the answer may be dropped with the old drawing.
    """
    from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

    place: Any = ForwardMsgQueue
    clear = place.clear

    def clear_drawing(queue: Any, *args: Any, **options: Any) -> None:
        answers = [message for message in queue._queue if message.WhichOneof("type") in ANSWERS]
        clear(queue, *args, **options)
        kept = {id(message) for message in queue._queue}
        queue._queue[:0] = [message for message in answers if id(message) not in kept]

    place.clear = clear_drawing


class Mailbox:
    """Hands callbacks to an event loop in their order; one wake-up of the loop takes all that wait."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._awake = False

    def post(self, callback: Callable[[], None], loop: asyncio.AbstractEventLoop) -> None:
        """Run `callback` on `loop` soon; from any thread.

        Raises
        ------
        RuntimeError
            The loop is closed; the callback is dropped.
        """
        with self._lock:
            self._waiting.append(callback)
            if self._awake:
                return
            self._awake = True
        try:
            loop.call_soon_threadsafe(self._empty, loop)
        except RuntimeError:
            with self._lock:
                self._waiting.clear()
                self._awake = False
            raise

    def _empty(self, loop: asyncio.AbstractEventLoop) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._awake = False
                    return
                callback = self._waiting.popleft()
            try:
                callback()
            except Exception as error:  # as the loop does: the next callback is not to blame
                loop.call_exception_handler({"message": "a message of a run was lost", "exception": error})


def wake_once() -> None:
    """One wake-up of the event loop for the messages that a script has put there, not one for each."""
    from streamlit.runtime.app_session import AppSession

    place: Any = AppSession
    schedule = place._call_soon_on_event_loop  # says what it does with a loop that is closed

    def call_soon(session: Any, callback: Callable[[], None]) -> None:
        mailbox = session.__dict__.setdefault("_portal_mailbox", Mailbox())
        try:
            mailbox.post(callback, session._event_loop)
        except RuntimeError:
            schedule(session, callback)

    place._call_soon_on_event_loop = call_soon


async def _rest_of(queue: asyncio.Queue[bytes]) -> None:
    """Wait while more keep coming, but not for too many."""
    known = -1
    while known < queue.qsize() < ENOUGH:
        known = queue.qsize()
        await asyncio.sleep(TOGETHER)


def write_together() -> None:
    """Messages that follow one another within some milliseconds leave in one write to the socket."""
    from starlette.websockets import WebSocketDisconnect
    from streamlit.web.server.starlette.starlette_websocket import StarletteSessionClient

    async def send(client: Any) -> None:
        queue, socket = client._send_queue, client._websocket
        try:
            while True:
                payload = await queue.get()
                await _rest_of(queue)
                await socket.send_bytes(payload)
                while not queue.empty():  # uvloop writes what one turn of the loop has sent at its end, in one piece
                    await socket.send_bytes(queue.get_nowait())
        except WebSocketDisconnect:
            pass
        except Exception:
            log.exception("a message could not be sent")
        finally:
            client._closed.set()

    place: Any = StarletteSessionClient
    if not asyncio.iscoroutinefunction(place._sender):
        raise AttributeError("StarletteSessionClient._sender")
    place._sender = send
