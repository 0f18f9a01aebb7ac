"""What the portal makes of answers that are false, endless, packed or sent elsewhere: none gets past the check."""

from __future__ import annotations

import pickle
import socket
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from models.remote import responses
from models.remote.cluster import MARK
from models.remote.models import RemoteEmbedder, RemoteLeaf, RemoteNames, RemoteSentiment
from models.remote.wire import (
    EmbedReply,
    LeafReply,
    NamesReply,
    Part,
    SentimentReply,
    Told,
    View,
    encode,
    pack,
)
from tests.models.remote.loopback import (
    TOLD,
    Loopback,
    SwitchTo,
    http,
    raw,
)


def test_redirects_are_not_followed(switch: SwitchTo, served: Loopback) -> None:
    to = f"location: {served.address}/embedder\r\n"
    with raw(lambda connection, _: connection.sendall(http(b"", "307 Temporary Redirect", to))) as address:
        RemoteEmbedder(switch(address)).embed(["a"])
    assert served.requests == 0


UNIT = np.array([[1, 0, 0]], np.float32)
LEAF = Told("tiny-leaf", "embedded", "CPU", "float32", classes=("a__b", "c__d"), thresholds=(0.5, 0.5, 0.0))
LABELLED = Told("tiny", "", "cpu", label="tiny")
HALF = pack(np.array([0.5, 0.5], np.float32))
MAPS = pack(np.ones((2, 1, 1), np.float32))


def view(probabilities: Any = HALF, familiarity: float = 1.0, maps: Any = MAPS) -> LeafReply:
    return LeafReply((View(probabilities, familiarity, maps),))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xc1",
        pickle.dumps(UNIT),
        encode(EmbedReply(pack(UNIT)))[:-1],
        encode(EmbedReply(pack(UNIT))) + b"\x00",
        encode(EmbedReply(pack(np.repeat(UNIT, 2, 0)))),
        encode(EmbedReply(pack(UNIT[:, :2]))),
        encode(EmbedReply(pack(UNIT * 2))),
        encode(EmbedReply(pack(UNIT * np.float32("nan")))),
        encode(EmbedReply(pack(UNIT.astype(np.uint8)))),
    ],
)
def test_a_hostile_answer_to_the_embedder(body: bytes, switch: SwitchTo) -> None:
    check_hostile(RemoteEmbedder, "embedder", TOLD, body, lambda model: model.embed(["a"]), switch)


@pytest.mark.parametrize(
    "reply",
    [
        LeafReply(()),
        LeafReply(view().views * 2),
        view(probabilities=pack(np.ones(2, np.float32))),
        view(probabilities=pack(np.array([1.5, -0.5], np.float32))),
        view(probabilities=pack(np.ones(1, np.float32))),
        view(familiarity=float("nan")),
        view(maps=pack(np.ones((3, 1, 1), np.float32))),
        view(maps=pack(np.ones((2, 0, 1), np.float32))),
    ],
)
def test_a_hostile_answer_to_the_leaf_classifier(reply: Part, switch: SwitchTo) -> None:
    photo = np.zeros((2, 2, 3), np.uint8)
    check_hostile(RemoteLeaf, "leaf", LEAF, encode(reply), lambda model: model.classify([photo]), switch)


@pytest.mark.parametrize("reply", [NamesReply(()), NamesReply(((),)), NamesReply((("x",), ("y",)))])
def test_a_hostile_answer_to_the_names_model(reply: Part, switch: SwitchTo) -> None:
    check_hostile(RemoteNames, "names", LABELLED, encode(reply), lambda model: model.transliterate(["a"]), switch)


@pytest.mark.parametrize("rows", [(), ((1.0, 1.0, 1.0),), ((2.0, -1.0, 0.0),), ((float("nan"), 0.5, 0.5),)])
def test_a_hostile_answer_to_the_sentiment_model(rows: Any, switch: SwitchTo) -> None:
    body = encode(SentimentReply(rows))
    check_hostile(RemoteSentiment, "sentiment", LABELLED, body, lambda model: model.classify([("a", "b")]), switch)


def check_hostile(kind: Any, name: str, told: Told, body: bytes, ask: Callable[[Any], Any], switch: SwitchTo) -> None:
    def answer(connection: socket.socket, request: bytes) -> None:
        greeting = request.startswith(b"GET")
        connection.sendall(http(encode(told) if greeting else body, headers=f"{MARK}: {told.mark}\r\n"))

    with raw(answer) as address:
        found = switch(address, name)
        assert len(ask(kind(found))) == 1  # the model here has answered
    assert found.reason == "malformed"


def test_an_answer_without_end_is_cut(monkeypatch: pytest.MonkeyPatch, switch: SwitchTo) -> None:
    monkeypatch.setattr(responses, "MOST_BYTES", 1 << 16)

    def flood(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(bytes(1 << 16))

    with raw(flood) as address:
        found = switch(address)
        found.greet()
    assert found.reason == "malformed"


def test_a_packed_answer_is_not_unpacked(switch: SwitchTo) -> None:
    with raw(lambda c, _: c.sendall(http(encode(TOLD), headers="content-encoding: gzip\r\n"))) as address:
        found = switch(address)
        assert found.remote() == TOLD  # the header is not believed
