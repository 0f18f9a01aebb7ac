"""A browser tab without a browser: Streamlit's own messages over the websocket, its uploads over HTTP.

Does what the front end does as far as a script can tell: keeps widget states, answers with the messages it holds,
reruns fragments by their timer. Knows no page of the portal; what is on it, its `Screen` keeps.
"""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import httpx
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

from tests.load.screen import Drawn, Screen
from tests.load.wire import Held, Timers

XSRF: Final = "_streamlit_xsrf"
LATEST: Final = 60.0  # seconds that a run may take
MARKER: Final = re.compile(rb"zq[0-9a-f]{16}zq")
Finished = Literal["page", "fragment"]


class Unanswered(Exception):
    """A run did not end in time, or the connection was lost."""


@dataclass(frozen=True)
class Run:
    """One answered rerun: seconds until the first element and until the script ended, bytes and messages received."""

    first: float | None
    total: float
    size: int
    messages: int


@dataclass
class _Waiting:
    begun: float
    ends: Finished
    future: asyncio.Future[Run]
    first: float | None = None
    size: int = 0
    messages: int = 0
    started: bool = False


@dataclass
class Tab(Screen):
    """One visitor's tab on the portal at `address` (``http://host:port``); `marker` is the visitor's own secret word.

    `foreign` collects markers of others that were received; `seen` counts one's own; `errors` holds error boxes.
    """

    address: str
    marker: str
    locale: str = "en-IN"
    foreign: set[str] = field(default_factory=set)
    seen: int = 0
    automatic: int = 0  # reruns of fragments by their timer
    held: int = 0  # messages that came as a reference to one that the tab holds

    def __post_init__(self) -> None:
        self.session = ""
        self.page = ""
        self._states: dict[str, WidgetState] = {}
        self._held = Held()
        self._timers = Timers(self._again)
        self._waiting: _Waiting | None = None
        self._urls: asyncio.Future[Any] | None = None
        self._http = httpx.AsyncClient(base_url=self.address, timeout=LATEST)
        self._socket: Any = None
        self._reader: asyncio.Task[None] | None = None

    # what a visitor does

    async def open(self, page: str = "") -> Run:
        """Connect and open a page by its name in the address; the empty name is Home."""
        await self._http.get("/_stcore/health")
        token = self._http.cookies.get(XSRF, "")
        self._socket = await websockets.connect(
            self.address.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit"), *([websockets.Subprotocol(token)] if token else [])],
            additional_headers={"Cookie": f"{XSRF}={token}"},
            max_size=None,
            ping_interval=None,
            open_timeout=LATEST,
        )
        self._reader = asyncio.create_task(self._read())
        return await self.visit(page)

    async def visit(self, page: str) -> Run:
        """Go to another page of the portal; widgets of the old one are gone."""
        self._states.clear()
        message = BackMsg()
        message.rerun_script.page_name = page
        return await self._run(message, "page")

    async def press(self, key: str) -> Run:
        """Press a button."""
        return await self.change(key, trigger_value=True)

    async def change(self, key: str, **value: Any) -> Run:
        """Give the widget with this key a value, named as in Streamlit's WidgetState; a list for arrays."""
        widget = self.find(key)
        state = WidgetState(id=widget.id)
        for name, each in value.items():
            if isinstance(each, list):
                getattr(state, name).data.extend(each)
            else:
                setattr(state, name, each)
        return await self._send(widget, state, keep="trigger_value" not in value)

    async def choose(self, key: str, number: int) -> Run:
        """Choose an option of a segmented control, counted from 0 and round and round."""
        options = self.find(key).options
        return await self.change(key, string_array_value=[options[number % len(options)]])

    async def turn_to(self, key: str, number: int) -> Run:
        """Open a tab, counted from 0 and round and round."""
        names = self.tabs(key)
        return await self.change(key, string_value=names[number % len(names)])

    async def upload(self, key: str, files: list[tuple[str, bytes]]) -> Run:
        """Put files into a file uploader: ask for addresses, PUT each file there, then tell the script."""
        widget = self.find(key)
        message = BackMsg()
        message.file_urls_request.request_id = str(time.monotonic_ns())
        message.file_urls_request.session_id = self.session
        message.file_urls_request.file_names.extend(name for name, _ in files)
        self._urls = asyncio.get_running_loop().create_future()
        await self._socket.send(message.SerializeToString())
        urls = await asyncio.wait_for(self._urls, LATEST)
        state = WidgetState(id=widget.id)
        for (name, data), url in zip(files, urls.file_urls, strict=True):
            answer = await self._http.put(
                url.upload_url,
                files={"file": (name, data)},
                headers={"X-Xsrftoken": self._http.cookies.get(XSRF, "")},
            )
            answer.raise_for_status()
            info = state.file_uploader_state_value.uploaded_file_info.add()
            info.name, info.size, info.file_id = name, len(data), url.file_id
            info.file_urls.CopyFrom(url)
        return await self._send(widget, state, keep=True)

    async def close(self) -> None:
        """Close the tab; the server forgets the session after a while."""
        self._timers.keep(())
        if self._reader:
            self._reader.cancel()
        if self._socket is not None:
            await self._socket.close()
        await self._http.aclose()

    # the wire

    async def _send(self, widget: Drawn, state: WidgetState, *, keep: bool) -> Run:
        states = WidgetStates()
        states.widgets.extend(each for id_, each in self._states.items() if id_ != widget.id)
        states.widgets.append(state)
        if keep:
            self._states[widget.id] = state
        message = BackMsg()
        message.rerun_script.widget_states.CopyFrom(states)
        message.rerun_script.page_script_hash = self.page
        message.rerun_script.fragment_id = widget.fragment
        return await self._run(message, "fragment" if widget.fragment else "page")

    async def _run(self, message: BackMsg, ends: Finished) -> Run:
        self._describe(message)
        waiting = _Waiting(time.perf_counter(), ends, asyncio.get_running_loop().create_future())
        self._waiting = waiting
        await self._socket.send(message.SerializeToString())
        try:
            return await asyncio.wait_for(waiting.future, LATEST)
        except TimeoutError as error:
            raise Unanswered(f"no answer within {LATEST:g} s") from error
        finally:
            self._waiting = None

    def _describe(self, message: BackMsg) -> None:
        asked = message.rerun_script
        asked.cached_message_hashes.extend(self._held)
        about = asked.context_info
        about.timezone, about.timezone_offset, about.locale = "Asia/Kolkata", -330, self.locale
        about.url, about.color_scheme = f"{self.address}/", "light"

    async def _read(self) -> None:
        with suppress(asyncio.CancelledError):
            try:
                async for data in self._socket:
                    self._receive(data)
            except websockets.ConnectionClosed:
                pass
            if self._waiting and not self._waiting.future.done():
                self._waiting.future.set_exception(Unanswered("the connection was closed"))

    def _receive(self, data: bytes) -> None:
        for found in MARKER.findall(data):
            if found.decode() == self.marker:
                self.seen += 1
            else:
                self.foreign.add(found.decode())
        message = ForwardMsg()
        message.ParseFromString(data)
        if self._waiting:
            self._waiting.size += len(data)
            self._waiting.messages += 1
        if message.WhichOneof("type") == "ref_hash":
            message = self._referred(message)
        elif message.metadata.cacheable and message.hash:
            self._held.keep(message)
        handle = getattr(self, f"_on_{message.WhichOneof('type')}", None)
        if handle:
            handle(message)

    def _referred(self, message: ForwardMsg) -> ForwardMsg:
        self.held += 1
        whole = self._held.referred(message)
        if whole is None:
            self.errors.append("a reference to a message that was never received")
        return whole or message

    def _on_new_session(self, message: ForwardMsg) -> None:
        new = message.new_session
        self.session = new.initialize.session_id or self.session
        self.page = new.page_script_hash
        self.begin(message.metadata.run.fragment_ids)
        if self._waiting:
            self._waiting.started = True

    def _on_navigation(self, message: ForwardMsg) -> None:
        self.page = message.navigation.page_script_hash or self.page

    def _on_delta(self, message: ForwardMsg) -> None:
        if self._waiting and self._waiting.started and self._waiting.first is None:
            self._waiting.first = time.perf_counter() - self._waiting.begun
        self.draw(message)

    def _on_file_urls_response(self, message: ForwardMsg) -> None:
        if self._urls and not self._urls.done():
            self._urls.set_result(message.file_urls_response)

    def _on_auto_rerun(self, message: ForwardMsg) -> None:
        self._timers.start(message.auto_rerun.fragment_id, message.auto_rerun.interval)

    def _on_stop_auto_rerun(self, message: ForwardMsg) -> None:
        self._timers.stop(message.stop_auto_rerun.fragment_ids)

    async def _again(self, fragment: str) -> None:
        message = BackMsg()
        asked = message.rerun_script
        asked.fragment_id, asked.is_auto_rerun, asked.page_script_hash = fragment, True, self.page
        asked.widget_states.widgets.extend(self._states.values())
        self._describe(message)
        self.automatic += 1
        with suppress(websockets.ConnectionClosed):
            await self._socket.send(message.SerializeToString())

    def _on_script_finished(self, message: ForwardMsg) -> None:
        status = message.script_finished
        if status in (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY):
            self._end_run()
        ends = {ForwardMsg.FINISHED_SUCCESSFULLY: "page", ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY: "fragment"}
        waiting, ended = self._waiting, ends.get(status)
        if waiting and waiting.started and ended in (waiting.ends, "page") and not waiting.future.done():
            took = time.perf_counter() - waiting.begun
            waiting.future.set_result(Run(waiting.first, took, waiting.size, waiting.messages))

    def _end_run(self) -> None:
        """What the run did not draw is gone, with its widget's state and its fragment's timer."""
        self.forget_old()
        there = {one.id for one in self.drawn.values() if one.id}
        self._states = {id_: state for id_, state in self._states.items() if id_ in there}
        self._timers.keep({one.fragment for one in self.drawn.values()})
