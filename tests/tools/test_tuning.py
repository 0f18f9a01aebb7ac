"""What is changed of Streamlit's inside: the parts are there in the version that is pinned, and give the same."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit import config
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.web.server.starlette.starlette_websocket import StarletteSessionClient

from tests.load.portal import alone
from tools.start import tuning

PARTS: tuple[tuple[Any, str], ...] = (
    (app_session, "_populate_theme_msg"),
    (ForwardMsgQueue, "clear"),
    (AppSession, "_call_soon_on_event_loop"),
    (StarletteSessionClient, "_sender"),
)


def parts() -> list[Any]:
    return [getattr(*part) for part in PARTS]


@pytest.fixture(autouse=True)
def put_back() -> Iterator[None]:
    kept = parts()
    yield
    for (place, name), part in zip(PARTS, kept, strict=True):
        setattr(place, name, part)


def test_all_parts_fit_the_pinned_streamlit(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tuning.gc, "set_threshold", lambda *_: None)  # type: ignore[attr-defined]
    monkeypatch.setattr(tuning.sys, "setswitchinterval", lambda _: None)  # type: ignore[attr-defined]
    before = parts()
    tuning.tune()
    assert not caplog.records
    assert all(old is not new for old, new in zip(before, parts(), strict=True))


def test_another_streamlit_runs_untuned(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tuning.gc, "set_threshold", lambda *_: None)  # type: ignore[attr-defined]
    monkeypatch.setattr(tuning.sys, "setswitchinterval", lambda _: None)  # type: ignore[attr-defined]
    for place, name in PARTS:
        monkeypatch.delattr(place, name)
    try:
        tuning.tune()
    finally:
        monkeypatch.undo()
    told = [record.args[-1] for record in caplog.records]  # type: ignore[index]
    assert told == ["keep_theme", "keep_answers", "wake_once", "write_together"]


def test_it_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(tuning.OFF, "1")
    before = AppSession._call_soon_on_event_loop
    tuning.tune()
    assert AppSession._call_soon_on_event_loop is before


def test_the_theme_is_the_same_and_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    sections = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar")
    given = {"theme": {"baseRadius": "medium", "base": None}, "theme.light": {"primaryColor": "#0F766E"}}
    asked: list[str] = []

    def options(section: str) -> dict[str, Any]:
        asked.append(section)
        return given.get(section, {"primaryColor": None})

    monkeypatch.setattr(config, "get_options_for_section", options)

    def whole() -> bytes:
        message = CustomThemeConfig()
        places = (message, message.light, message.dark, message.sidebar, message.light.sidebar)
        for place, section in zip(places, sections, strict=True):
            app_session._populate_theme_msg(place, section)
        return message.SerializeToString(deterministic=True)

    plain = whole()
    tuning.keep_theme()
    asked.clear()
    assert whole() == whole() == plain
    assert sorted(asked) == sorted(sections)


def test_callbacks_keep_their_order_and_share_a_wake_up() -> None:
    async def posted() -> tuple[list[int], int]:
        loop, mailbox, done, wakes = asyncio.get_running_loop(), tuning.Mailbox(), [], 0
        call = loop.call_soon_threadsafe

        def counted(*given: Any) -> Any:
            nonlocal wakes
            wakes += 1
            return call(*given)

        loop.call_soon_threadsafe = counted  # type: ignore[method-assign]
        for number in range(50):  # the loop does not run meanwhile
            mailbox.post(lambda number=number: done.append(number), loop)  # type: ignore[misc]
        await asyncio.sleep(0.01)
        return done, wakes

    done, wakes = alone(posted())
    assert done == list(range(50))
    assert wakes == 1


def test_no_callback_of_many_threads_is_lost() -> None:
    async def posted() -> list[tuple[int, int]]:
        loop, mailbox, done = asyncio.get_running_loop(), tuning.Mailbox(), []

        def script(who: int) -> None:
            for number in range(300):
                mailbox.post(lambda value=(who, number): done.append(value), loop)  # type: ignore[misc]

        threads = [threading.Thread(target=script, args=(who,)) for who in range(4)]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.01)
        return done

    done = alone(posted())
    assert len(done) == 1200
    assert all([number for who, number in done if who == one] == list(range(300)) for one in range(4))


def test_a_callback_that_fails_takes_no_other_with_it() -> None:
    async def posted() -> tuple[list[str], list[dict[str, Any]]]:
        loop, mailbox, done, told = asyncio.get_running_loop(), tuning.Mailbox(), [], []
        loop.set_exception_handler(lambda _, context: told.append(context))
        mailbox.post(lambda: 1 / 0, loop)  # type: ignore[arg-type,return-value]
        mailbox.post(lambda: done.append("next"), loop)
        await asyncio.sleep(0.01)
        return done, told

    done, told = alone(posted())
    assert done == ["next"]
    assert isinstance(told[0]["exception"], ZeroDivisionError)


def test_a_closed_loop_is_streamlits_own_affair() -> None:
    tuning.wake_once()
    loop = asyncio.new_event_loop()
    loop.close()
    session = SimpleNamespace(_event_loop=loop)
    AppSession._call_soon_on_event_loop(session, lambda: None)  # type: ignore[arg-type]  # dropped, as before


class Socket:
    """Remembers what was sent in which turn of the loop."""

    def __init__(self) -> None:
        self.sent: list[tuple[int, bytes]] = []
        self.turn = 0

    async def send_bytes(self, payload: bytes) -> None:
        self.sent.append((self.turn, payload))


def test_messages_leave_together_in_their_order() -> None:
    tuning.write_together()

    async def sent() -> Socket:
        socket, queue = Socket(), asyncio.Queue[bytes](500)
        client = SimpleNamespace(_send_queue=queue, _websocket=socket, _closed=asyncio.Event())
        task = asyncio.create_task(StarletteSessionClient._sender(client))  # type: ignore[arg-type]
        for number in range(60):
            queue.put_nowait(bytes([number]))
            socket.turn += 1
            await asyncio.sleep(0)
        await asyncio.sleep(0.05)
        task.cancel()
        return socket

    socket = alone(sent())
    assert [payload for _, payload in socket.sent] == [bytes([number]) for number in range(60)]
    assert len({turn for turn, _ in socket.sent}) < 60


def test_a_browser_that_goes_is_marked_as_gone(caplog: pytest.LogCaptureFixture) -> None:
    tuning.write_together()

    class Gone(Socket):
        async def send_bytes(self, payload: bytes) -> None:
            raise OSError("broken pipe")

    async def sent() -> bool:
        client = SimpleNamespace(_send_queue=asyncio.Queue(), _websocket=Gone(), _closed=asyncio.Event())
        client._send_queue.put_nowait(b"x")
        await StarletteSessionClient._sender(client)  # type: ignore[arg-type]
        return client._closed.is_set()

    assert alone(sent())
    assert "could not be sent" in caplog.text


def drawn(text: str, fragment: str = "") -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.text.body = text
    message.delta.fragment_id = fragment
    message.metadata.delta_path.extend([0, len(text)])
    return message


@pytest.mark.parametrize("fragments", [None, ["this"]])
def test_a_rerun_takes_back_what_was_drawn_but_no_answer(fragments: list[str] | None) -> None:
    tuning.keep_answers()
    queue, answer = ForwardMsgQueue(), ForwardMsg()
    answer.file_urls_response.response_id = "where to"
    for message in (drawn("a", "this"), answer, drawn("bc", "this")):
        queue.enqueue(message)
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=fragments)
    assert queue.flush() == [answer]
