"""What the portal does when the cluster is missing, slow, broken, hostile, another one, or back again."""

from __future__ import annotations

import pickle
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from models.language.types import Message
from models.remote import cluster as module
from models.remote import switch as switch_module
from models.remote.chat import RemoteChat
from models.remote.cluster import MARK, TRIES, Unanswered
from models.remote.models import RemoteEmbedder, RemoteLeaf, RemoteNames, RemoteSentiment
from models.remote.switch import NOTICES
from models.remote.wire import (
    LENGTH,
    EmbedReply,
    Failure,
    LeafReply,
    NamesReply,
    Part,
    Piece,
    SentimentReply,
    Told,
    View,
    encode,
    frame,
    pack,
)
from tests.models.remote.loopback import Loopback, TinyChat, TinyEmbedder, TinyNames, http, raw
from tools.errors import ModelUnavailable, Outage
from tools.settings import settings

SwitchTo = Callable[..., Any]
TOLD = Told("tiny", "embedded", "CPU", "float32", dimensions=3)


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_PAUSE", 0.001)
    monkeypatch.setattr(switch_module, "GREET_SECONDS", 30.0)  # busy machines


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def nowhere() -> str:
    return f"http://127.0.0.1:{free_port()}"


def test_without_a_cluster_the_model_here_answers(switch: SwitchTo) -> None:
    found = switch(nowhere())
    remote = RemoteEmbedder(found)
    found.greet()
    assert np.array_equal(remote.embed(["a"]), TinyEmbedder().embed(["a"]))
    assert (remote.info.device, remote.info.notice) == ("CPU (in place of the cluster)", NOTICES["network"])
    remote.close()
    assert found.loaded.asked == -1


def test_without_anybody_it_is_said(switch: SwitchTo) -> None:
    def missing() -> Any:
        raise ModuleNotFoundError("torch")

    for load in (missing, lambda: None):
        with pytest.raises(ModelUnavailable, match="no model of its own"):
            switch(nowhere(), load=load).greet()


def test_the_breaker_spares_a_missing_cluster_and_finds_it_again(switch: SwitchTo) -> None:
    port = free_port()
    found = switch(f"http://127.0.0.1:{port}", again=0.05)
    remote = RemoteEmbedder(found)
    remote.embed(["first"])
    assert found.reason == "network"
    served = Loopback({"embedder": TinyEmbedder()}, port=port)
    time.sleep(0.06)
    remote.embed(["second"])
    assert (found.reason, remote.info.device, remote.info.notice) == (None, "CPU (cluster)", "")
    served.close()
    assert np.array_equal(remote.embed(["third"]), TinyEmbedder().embed(["third"]))
    assert remote.info.notice == NOTICES["network"]


def test_while_the_breaker_is_open_nobody_asks(served: Loopback, switch: SwitchTo) -> None:
    found = switch(served.address, again=60)
    remote = RemoteEmbedder(found)
    remote.embed(["a"])
    found.failed("failing")
    before = served.requests
    remote.embed(["b"])
    assert served.requests == before
    assert found.loaded.asked == 1


def test_one_caller_tries_while_the_others_are_answered_here(switch: SwitchTo) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(connection: socket.socket, _: bytes) -> None:
        begun.set()
        go_on.wait(10)

    with raw(slow) as address:
        found = switch(address)
        first = threading.Thread(target=found.remote)
        first.start()
        assert begun.wait(10)
        assert found.remote() is None
        go_on.set()
        first.join(10)


def test_a_server_killed_midway_is_asked_again(switch: SwitchTo) -> None:
    """Each question is dropped twice after it was read; the third try of the same question is answered."""
    asked: list[bytes] = []
    vectors = encode(EmbedReply(pack(TinyEmbedder().embed(["a"]))))

    def answer(connection: socket.socket, request: bytes) -> None:
        asked.append(request.split(b"\r\n")[0])
        if len(asked) % 3:
            connection.sendall(http(vectors, length=100)[: 10 * (len(asked) % 3)])
            return
        body = encode(TOLD) if request.startswith(b"GET") else vectors
        connection.sendall(http(body, headers=f"{MARK}: {TOLD.mark}\r\n"))

    with raw(answer) as address:
        found = switch(address, load=lambda: pytest.fail("loaded"))
        assert np.array_equal(RemoteEmbedder(found).embed(["a"]), TinyEmbedder().embed(["a"]))
    assert [line[:4] for line in asked] == [b"GET "] * 3 + [b"POST"] * 3


def test_tries_are_bounded(switch: SwitchTo) -> None:
    asked: list[bytes] = []

    def refuse(connection: socket.socket, request: bytes) -> None:
        asked.append(request)
        connection.sendall(http(b"", "503 Service Unavailable"))

    with raw(refuse) as address:
        found = switch(address)
        RemoteEmbedder(found).embed(["a"])
    assert (len(asked), found.reason) == (TRIES, "busy")


def test_many_callers_while_the_server_is_replaced(switch: SwitchTo) -> None:
    port = free_port()
    served = Loopback({"embedder": TinyEmbedder()}, port=port)
    found = switch(f"http://127.0.0.1:{port}", again=0.01)
    remote, answers = RemoteEmbedder(found), {}

    def ask(caller: int) -> None:
        for number in range(20):
            text = f"{caller} {number}"
            answers[text] = remote.embed([text])[0]
            time.sleep(0.005)

    threads = [threading.Thread(target=ask, args=(caller,)) for caller in range(4)]
    for thread in threads:
        thread.start()
    served.close()
    served = Loopback({"embedder": TinyEmbedder()}, port=port)
    for thread in threads:
        thread.join(30)
    served.close()
    assert len(answers) == 80
    assert all(np.array_equal(vector, TinyEmbedder().embed([text])[0]) for text, vector in answers.items())


@pytest.mark.parametrize("silent_at", ["greeting", "headers", "trickle"])
def test_no_question_outlives_its_deadline(silent_at: str, switch: SwitchTo) -> None:
    """A server that says nothing, or a byte from time to time, costs its share of time and no more."""
    over = threading.Event()

    def slow(connection: socket.socket, request: bytes) -> None:
        if request.startswith(b"GET") and silent_at != "greeting":
            connection.sendall(http(encode(TOLD)))
            return
        if silent_at == "trickle":
            connection.sendall(http(b"", length=10_000, headers=f"{MARK}: {TOLD.mark}\r\n"))
        while not over.wait(0.02):
            connection.sendall(b"H" if silent_at == "headers" else b"\x91" if silent_at == "trickle" else b"")

    with raw(slow) as address:
        found = switch(address, seconds=0.3)
        RemoteEmbedder(found).embed(["a"])
        over.set()
    assert found.reason == "late"


def test_a_wrong_key_learns_nothing(served: Loopback, switch: SwitchTo) -> None:
    found = switch(served.address, key="another secret of the tests")
    remote = RemoteEmbedder(found)
    remote.embed(["a"])
    assert remote.info.notice == NOTICES["key"]
    assert served.requests == 1  # a refusal is not asked again


def test_a_model_that_the_cluster_does_not_serve(switch: SwitchTo) -> None:
    served = Loopback({"names": TinyNames()})
    remote = RemoteEmbedder(switch(served.address))
    remote.embed(["a"])
    assert remote.info.notice == NOTICES["absent"]
    served.close()


def test_redirects_are_not_followed(switch: SwitchTo, served: Loopback) -> None:
    to = f"location: {served.address}/embedder\r\n"
    with raw(lambda connection, _: connection.sendall(http(b"", "307 Temporary Redirect", to))) as address:
        RemoteEmbedder(switch(address)).embed(["a"])
    assert served.requests == 0


def test_another_model_on_the_cluster_does_not_mix_in(switch: SwitchTo) -> None:
    port = free_port()
    found = switch(f"http://127.0.0.1:{port}", again=0.01)
    remote = RemoteEmbedder(found)
    remote.embed(["a"])  # the model here was first
    served = Loopback({"embedder": TinyEmbedder("another")}, port=port)
    time.sleep(0.02)
    assert np.array_equal(remote.embed(["b"]), TinyEmbedder().embed(["b"]))
    assert remote.info.notice == NOTICES["other"]
    served.close()


def test_another_model_here_does_not_step_in(switch: SwitchTo) -> None:
    served = Loopback({"embedder": TinyEmbedder("theirs")})
    remote = RemoteEmbedder(switch(served.address, load=lambda: TinyEmbedder("ours")))
    remote.embed(["a"])
    served.close()
    with pytest.raises(ModelUnavailable, match="ours instead of theirs"):
        remote.embed(["b"])
    assert remote.info.name == "theirs"


def test_a_model_replaced_behind_the_same_address_is_noticed(switch: SwitchTo) -> None:
    model = TinyEmbedder()
    served = Loopback({"embedder": model})
    port, found = served.port, switch(served.address)
    remote = RemoteEmbedder(found)
    remote.embed(["a"])
    served.close()
    served = Loopback({"embedder": TinyEmbedder("another")}, port=port)
    assert np.array_equal(remote.embed(["b"]), model.embed(["b"]))
    assert found.reason == "other"
    served.close()


def test_asking_who_answers_loads_nothing(switch: SwitchTo, served: Loopback) -> None:
    found = switch(served.address, load=lambda: pytest.fail("loaded"))
    found.greet()
    found.failed("failing")
    info = RemoteEmbedder(found).info
    assert (info.name, info.notice) == ("tiny", NOTICES["failing"])
    assert info.device == "this machine (in place of the cluster)"


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
    monkeypatch.setattr(module, "MOST_BYTES", 1 << 16)

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


def test_a_loop_that_hangs_holds_nobody(
    client: Callable[..., Any], served: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "GRACE", 0.05)
    cluster, hold = client(served.address), threading.Event()
    cluster.told("embedder", 20)
    cluster._running().call_soon_threadsafe(hold.wait, 20)
    with pytest.raises(Unanswered, match="late"):
        cluster.told("embedder", 0.01)
    with pytest.raises(Unanswered, match="late"):
        next(cluster.stream("language", b"", 0.01, ""))
    hold.set()


def test_who_waits_for_the_model_here_waits_only_so_long(switch: SwitchTo, monkeypatch: pytest.MonkeyPatch) -> None:
    hold, loads = threading.Event(), []

    def slow() -> Any:
        loads.append(1)
        hold.wait(20)
        return TinyEmbedder()

    found = switch(nowhere(), load=slow)
    monkeypatch.setattr(settings(), "load_seconds", 0.01)
    for _caller in range(2):
        with pytest.raises(ModelUnavailable, match="still being loaded"):
            found.local()
    hold.set()
    monkeypatch.setattr(settings(), "load_seconds", 20.0)
    assert found.local().info.name == "tiny"
    assert loads == [1]


def test_a_closed_client_raises_no_more(client: Callable[..., Any], served: Loopback) -> None:
    cluster = client(served.address)
    assert cluster.told("embedder", 5).name == "tiny"
    cluster.close()
    cluster.close()
    with pytest.raises(Unanswered):
        client(nowhere()).told("embedder", 5)
