"""Answers of every wire format, by the official client against a server on the loopback."""

from __future__ import annotations

import gc
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from pydantic import SecretStr

from models.language.providers import clients, connect
from models.language.providers.transport import Watch
from models.language.types import Message, Usage
from tests.models.language.providers.conftest import Connected
from tests.models.language.wire.dialects import KEY, Dialect, answer
from tests.models.language.wire.server import Pause, Script, Step, event
from tools.errors import Outage
from tools.settings import settings

Connect = Callable[..., Connected]
QUESTION = [Message("system", "Be brief."), Message("user", "Who?")]
HINDI = ["अदालत ने ", "ज़मानत ", "दी। 🌾"]


def test_an_answer_comes_in_pieces(dialect: Dialect, connected: Connect) -> None:
    model, server = connected(answer(dialect, HINDI))
    reply = model.stream(QUESTION)
    assert list(reply) == HINDI
    assert (reply.usage, reply.ended) == (Usage(11, 7), "stop")
    assert server.asked[0].path == dialect.path
    assert (model.device, model.model) == ("api", dialect.model)


def test_what_is_asked_arrives(dialect: Dialect, connected: Connect) -> None:
    model, server = connected(answer(dialect, ["x"]))
    talk = [
        Message("system", "One."), Message("assistant", "Hello."), Message("user", "a"), Message("user", "b"),
        Message("assistant", " "), Message("system", "Two."), Message("assistant", "c"), Message("user", "d"),
    ]  # fmt: skip
    list(model.stream(talk, max_tokens=99, temperature=0.25, stop=["END"]))
    sent = dialect.sent(server.asked[0].body)
    assert sent["turns"] == [
        ("user", "…"),
        ("assistant", "Hello."),
        ("user", "a\n\nb"),
        ("assistant", "c"),
        ("user", "d"),
    ]
    assert (sent["system"], sent["temperature"]) == ("One.\n\nTwo.", 0.25)
    assert sent["max_tokens"] == (99 if dialect.provider == "compatible" else 99 + 2048)
    assert sent["stop"] == (None if dialect.name == "responses" else ["END"])


def test_the_limit_is_exact_where_no_effort_is_asked_for(
    dialect: Dialect, connected: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_CHAT_EFFORT", "")
    settings.cache_clear()
    model, server = connected(answer(dialect, ["x"]))
    list(model.stream(QUESTION, max_tokens=99))
    assert dialect.sent(server.asked[0].body)["max_tokens"] == 99


@pytest.mark.parametrize("ended", ["stop", "length", "refused"])
def test_how_it_ended(dialect: Dialect, connected: Connect, ended: str) -> None:
    model, _ = connected(answer(dialect, ["part"], ended))  # type: ignore[arg-type]
    reply = model.stream(QUESTION)
    assert list(reply) == ["part"]
    assert (reply.ended, reply.usage) == (ended, Usage(11, 7))


def test_an_empty_answer_is_no_error(dialect: Dialect, connected: Connect) -> None:
    model, _ = connected(answer(dialect, []))
    reply = model.stream(QUESTION)
    assert (list(reply), reply.ended) == ([], "stop")


def test_text_is_whole_however_the_bytes_are_cut(dialect: Dialect, connected: Connect) -> None:
    whole = b"".join(step for step in answer(dialect, HINDI).steps if isinstance(step, bytes))
    model, _ = connected(Script([whole[at : at + 7] for at in range(0, len(whole), 7)]))
    assert "".join(model.stream(QUESTION)) == "".join(HINDI)


def test_a_slow_start_and_pings_are_waited_for(dialect: Dialect, connected: Connect) -> None:
    steps: list[Step] = [*dialect.start(), dialect.ping(), Pause(0.1), dialect.ping(), Pause(0.1)]
    model, _ = connected(Script([*steps, dialect.piece("late"), dialect.ping(), dialect.piece("!"), *dialect.end()]))
    assert list(model.stream(QUESTION)) == ["late", "!"]


def test_headers_that_drip_in_hold_nobody(dialect: Dialect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "chat_seconds", 0.3)
    over = threading.Event()

    def drip(listening: socket.socket) -> None:
        with listening.accept()[0] as connection, suppress(OSError):
            connection.sendall(b"HTTP/1.1 200 OK\r\nx-slow: ")
            while not over.wait(0.02):  # never silent, never a word
                connection.sendall(b"a")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=drip, args=(listening,), daemon=True).start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        model = connect(dialect.provider, dialect.model, SecretStr(KEY), address)
        with pytest.raises(Outage):
            list(model.stream(QUESTION))
        over.set()


def test_an_answer_without_end_is_cut_by_time(
    dialect: Dialect, connected: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "answer_seconds", 0.2)
    drip = [step for number in range(200) for step in (dialect.piece(f"{number} "), Pause(0.02))]
    model, server = connected(Script([*dialect.start(), *drip, *dialect.end()]))
    reply = model.stream(QUESTION)
    words = "".join(reply)
    assert words.startswith("0 1 ")
    assert "199" not in words
    assert reply.ended == "length"
    assert server.left.wait(20)


@pytest.mark.parametrize("stop", [["END"], ["NOPE", "END"], [" EN", "ENDS"], ["END", "D "]])
def test_a_stop_text_is_never_shown(dialect: Dialect, connected: Connect, stop: list[str]) -> None:
    model, _ = connected(answer(dialect, ["So it is. E", "N", "D of it"]))
    assert "".join(model.stream(QUESTION, stop=stop)).rstrip() in ("So it is.", "So it is. EN")


def test_who_stops_reading_closes_the_connection(dialect: Dialect, connected: Connect) -> None:
    model, server = connected(Script([*dialect.start(), dialect.piece("one"), Pause(20), *dialect.end()]))
    reply = model.stream(QUESTION)
    assert next(reply) == "one"
    reply.close()
    assert server.left.wait(5)
    assert list(reply) == []


@pytest.mark.parametrize("began", [False, True])
def test_another_thread_ends_an_answer_that_says_nothing(dialect: Dialect, connected: Connect, began: bool) -> None:
    words = [dialect.piece("So far")] if began else []
    model, server = connected(Script([*dialect.start(), *words, Pause(20)]), answer(dialect, ["Next."]))
    reply, read, asked = model.stream(QUESTION), list[str](), threading.Event()

    def reading() -> None:
        asked.set()
        read.extend(reply)

    reader = threading.Thread(target=reading)
    reader.start()
    assert asked.wait(20)
    while not server.asked or len(read) < len(words):
        reader.join(0.01)
    reply.halt()
    reader.join(10)
    assert not reader.is_alive()
    assert read == ["So far"] * began
    assert server.left.wait(10)
    assert list(model.stream(QUESTION)) == ["Next."]


def test_who_leaves_before_it_began_asks_nothing(dialect: Dialect, connected: Connect) -> None:
    model, server = connected(answer(dialect, ["Words."]))
    reply = model.stream(QUESTION)
    reply.halt()
    assert list(reply) == []
    assert not server.asked


def test_leaving_an_answer_that_has_ended_touches_no_other(dialect: Dialect, connected: Connect) -> None:
    slow = Script([*dialect.start(), dialect.piece("One"), Pause(0.2), dialect.piece("Two"), *dialect.end()])
    model, _ = connected(answer(dialect, ["First."]), slow)
    first, second = model.stream(QUESTION), model.stream(QUESTION)
    assert list(first) == ["First."]
    assert next(second) == "One"
    first.halt()  # most dialects leave the connection to the second
    assert list(second) == ["Two"]


def test_an_answer_that_nobody_holds_closes_the_connection(dialect: Dialect, connected: Connect) -> None:
    model, server = connected(Script([*dialect.start(), dialect.piece("one"), Pause(20), *dialect.end()]))
    reply = model.stream(QUESTION)
    assert next(reply) == "one"
    gc.disable()  # it must not wait for the collector
    try:
        del reply
        assert server.left.wait(5)
    finally:
        gc.enable()


def test_an_answer_that_is_never_read_is_never_asked_for(dialect: Dialect, connected: Connect) -> None:
    model, server = connected(answer(dialect, ["x"]))
    model.stream(QUESTION).close()
    assert server.asked == []


def test_many_at_once_share_one_client(dialect: Dialect, connected: Connect) -> None:
    steps: list[Step] = [*dialect.start()]
    for number in range(5):
        steps += [dialect.piece(f"{number} "), Pause(0.01)]
    model, server = connected(Script([*steps, *dialect.end()]))
    with ThreadPoolExecutor(8) as sessions:
        found = list(sessions.map(lambda _: "".join(model.stream(QUESTION)), range(8)))
    assert found == ["0 1 2 3 4 "] * 8
    assert len(clients._open) == 1
    assert len({asked.port for asked in server.asked}) > 1  # in parallel, not one after the other


def test_a_connection_is_used_again(dialect: Dialect, connected: Connect) -> None:
    model, server = connected(answer(dialect, ["x"]))
    for _ in range(3):
        assert list(model.stream(QUESTION)) == ["x"]
    # the client of chat completions stops reading at [DONE], before the end of the HTTP stream
    assert len({asked.port for asked in server.asked}) == (3 if "/chat/" in dialect.path else 1)


def test_the_key_goes_where_it_belongs(dialect: Dialect, connected: Connect) -> None:
    model, server = connected(answer(dialect, ["x"]))
    list(model.stream(QUESTION))
    headers = server.asked[0].headers
    found = "x-goog-api-key" if dialect.provider == "gemini" else "authorization"
    assert headers[found].removeprefix("Bearer ") == KEY
    assert KEY not in server.asked[0].path


def test_what_a_model_refuses_to_be_told_is_left_out_from_then_on(dialect: Dialect, connected: Connect) -> None:
    refusals = [dialect.failure("temperature"), dialect.failure("effort")]
    if dialect.provider == "compatible":  # is never told of an effort
        refusals.pop()
    model, server = connected(*refusals, answer(dialect, ["x"]))
    assert list(model.stream(QUESTION, temperature=0.5, max_tokens=50)) == ["x"]
    assert list(model.stream(QUESTION, temperature=0.5, max_tokens=50)) == ["x"]
    assert len(server.asked) == len(refusals) + 2
    sent = [dialect.sent(asked.body) for asked in server.asked]
    assert sent[0]["temperature"] == 0.5
    assert [one["temperature"] for one in sent[1:]] == [None] * (len(refusals) + 1)
    assert sent[-1]["max_tokens"] == 50  # no room for thoughts


def test_thoughts_are_not_part_of_the_answer_and_no_silence(
    dialect: Dialect, connected: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = {"index": 0, "delta": {"reasoning_content": "hm"}}
    thought = {
        "responses": {"type": "response.reasoning_text.delta", "delta": "hm", "item_id": "r", "sequence_number": 1},
        "chat": {"id": "c", "object": "chat.completion.chunk", "choices": [choice]},
        "anthropic": {"type": "content_block_delta", "index": 0, "delta": {"type": "thinking_delta", "thinking": "hm"}},
        "gemini": {"candidates": [{"content": {"parts": [{"text": "hm", "thought": True}]}}]},
    }  # fmt: skip
    told = thought.get(dialect.name, thought["chat"])
    step = event(told, str(told.get("type", "")))
    model, _ = connected(Script([*dialect.start(), step, step, dialect.piece("so"), *dialect.end()]))
    heard: list[bool] = []

    class Watched(Watch):
        def __setattr__(self, name: str, value: object) -> None:
            super().__setattr__(name, value)
            if (name, value) == ("heard", True):
                heard.append(True)

    monkeypatch.setattr("models.language.providers.hosted.Watch", Watched)
    assert list(model.stream(QUESTION)) == ["so"]
    assert len(heard) == 3  # who thinks is not silent
