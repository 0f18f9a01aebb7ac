"""What the portal does when the cluster is missing, slow, broken, another one, or back again."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from models.remote import cluster as module
from models.remote.cluster import MARK, TRIES
from models.remote.models import RemoteEmbedder
from models.remote.responses import Unanswered
from models.remote.switch import NOTICES
from models.remote.wire import (
    EmbedReply,
    encode,
    pack,
)
from tests.models.remote.loopback import (
    TOLD,
    Loopback,
    SwitchTo,
    TinyEmbedder,
    TinyNames,
    http,
    nowhere,
    raw,
)
from tests.ports import free_port
from tools.errors import ModelUnavailable
from tools.settings import settings


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
