"""A chat on a cluster: it falls back before its first word, never after it."""

from __future__ import annotations

import socket

import pytest

from models.language.types import Message
from models.remote.chat import RemoteChat
from models.remote.cluster import MARK
from models.remote.switch import NOTICES
from models.remote.wire import (
    LENGTH,
    Failure,
    Piece,
    Told,
    encode,
    frame,
)
from tests.models.remote.loopback import (
    Loopback,
    SwitchTo,
    TinyChat,
    http,
    raw,
)
from tools.errors import Outage


@pytest.mark.parametrize(
    ("tail", "error"),
    [
        (b"", Outage),
        (LENGTH.pack(5) + b"ab", Outage),
        (LENGTH.pack(2) + b"ab", Outage),
        (frame(Failure("TookTooLong", "No time.")), Exception),
    ],
)
def test_an_answer_that_breaks_off_is_neither_repeated_nor_silent(
    tail: bytes, error: type[Exception], switch: SwitchTo
) -> None:
    asked: list[bytes] = []
    told = Told("tiny chat", "", "cpu", label="tiny chat", context=100)

    def answer(connection: socket.socket, request: bytes) -> None:
        asked.append(request[:4])
        body = encode(told) if request.startswith(b"GET") else frame(Piece("one ")) + tail
        size = len(body) if request.startswith(b"GET") else len(body) + 7
        connection.sendall(http(body, length=size, headers=f"{MARK}: {told.mark}\r\n"))

    with raw(answer) as address:
        reply = RemoteChat(switch(address, "language"), seconds=5).stream([Message("user", "one two")])
        assert next(reply) == "one "
        with pytest.raises(error):
            next(reply)
        assert list(reply) == []
    assert asked == [b"GET ", b"POST"]


def test_a_chat_falls_back_before_its_first_word(switch: SwitchTo) -> None:
    served = Loopback({"language": TinyChat()})
    remote = RemoteChat(switch(served.address, "language"), seconds=5)
    assert list(remote.stream([Message("user", "a b")])) == ["a ", "b "]
    served.close()
    assert list(remote.stream([Message("user", "c d")])) == ["c ", "d "]
    assert remote.notice == NOTICES["network"]


def test_a_chat_that_says_nothing_ends_at_its_deadline(switch: SwitchTo) -> None:
    served = Loopback({"language": TinyChat(pause=3)})
    remote = RemoteChat(switch(served.address, "language"), seconds=0.2)
    assert list(remote.stream([Message("user", "a")])) == ["a "]
    assert remote.notice == NOTICES["late"]
    served.close()
