"""Every model on a loopback cluster answers as the model itself does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from models.language.types import Message, Usage
from models.remote.chat import RemoteChat
from models.remote.models import PHOTO_BYTES, TEXTS, RemoteEmbedder, RemoteLeaf, RemoteNames, RemoteSentiment
from tests.models.remote.loopback import (
    KEY,
    Loopback,
    TinyChat,
    TinyEmbedder,
    TinyLeaf,
    TinyNames,
    TinySentiment,
)
from tools.errors import QueueFull, TookTooLong, TooLarge
from tools.settings import ROOT

SwitchTo = Callable[..., Any]


def not_here() -> Any:
    raise AssertionError("the model on this machine was loaded")


def test_embedder(served: Loopback, switch: SwitchTo) -> None:
    remote = RemoteEmbedder(switch(served.address, load=not_here))
    texts = [f"text {number}" for number in range(3 * TEXTS + 1)]
    assert np.array_equal(remote.embed(texts), TinyEmbedder().embed(texts))
    assert (remote.info.name, remote.info.device, remote.info.notice) == ("tiny", "CPU (cluster)", "")
    assert remote.embed([]).shape == (0, 3)
    before = served.requests
    assert np.array_equal(remote.embed(texts[5:7]), TinyEmbedder().embed(texts[5:7]))
    assert served.requests == before


def test_half_a_character_does_not_spoil_a_batch(served: Loopback, switch: SwitchTo) -> None:
    assert RemoteEmbedder(switch(served.address, load=not_here)).embed(["good", "bad \ud800"]).shape == (2, 3)


def test_leaf(served: Loopback, switch: SwitchTo) -> None:
    remote = RemoteLeaf(switch(served.address, "leaf", load=not_here))
    side = int((PHOTO_BYTES / 3) ** 0.5)
    photos = [np.full(shape, shade, np.uint8) for shape, shade in (((4, 5, 3), 20), ((side, side, 3), 100))]
    photos += [np.full((3, 3, 3), 255, np.uint8), photos[0][:, ::-1]]
    for view, own in zip(remote.classify(photos), TinyLeaf().classify(photos), strict=True):
        assert np.array_equal(view.probabilities, own.probabilities)
        assert view.familiarity == own.familiarity
        assert (view.maps is None) == (own.maps is None)
        assert own.maps is None or np.array_equal(view.maps, own.maps)  # type: ignore[arg-type]
    assert remote.info.classes == TinyLeaf.info.classes
    assert remote.info.thresholds == TinyLeaf.info.thresholds


def test_names(served: Loopback, switch: SwitchTo) -> None:
    remote = RemoteNames(switch(served.address, "names", load=not_here))
    assert remote.transliterate(["asha", "ravi", "asha"], 2) == TinyNames().transliterate(["asha", "ravi", "asha"], 2)
    assert remote.transliterate(["asha"]) == [("ahsa0",)]
    assert (remote.label, remote.device, remote.notice) == ("tiny names", "cpu (cluster)", "a notice of its own")


def test_sentiment(served: Loopback, switch: SwitchTo) -> None:
    remote = RemoteSentiment(switch(served.address, "sentiment", load=not_here))
    pairs = [("Profit rises", "Acme"), ("Loss", "Acme"), ("Profit rises", "Acme")]
    assert remote.classify(pairs) == TinySentiment().classify(pairs)


def test_chat(served: Loopback, switch: SwitchTo) -> None:
    remote = RemoteChat(switch(served.address, "language", load=not_here), seconds=5)
    reply = remote.stream([Message("system", "be kind"), Message("user", "one two three")])
    assert list(reply) == ["one ", "two ", "three "]
    assert (reply.ended, reply.usage) == ("stop", Usage(3, 3))
    short = remote.stream([Message("user", "one two three")], max_tokens=1)
    assert (list(short), short.ended) == (["one "], "length")
    assert (remote.context, remote.label, remote.device) == (100, "tiny chat", "cpu (cluster)")


def test_who_stops_reading_stops_the_model(switch: SwitchTo) -> None:
    model = TinyChat(pause=0.02)
    served = Loopback({"language": model})
    reply = RemoteChat(switch(served.address, "language"), seconds=20).stream([Message("user", "word " * 2000)])
    assert next(iter(reply)) == "word "
    reply.close()
    assert list(reply) == []
    assert model.stopped.wait(10)
    served.close()


@pytest.mark.parametrize("error", [QueueFull("7 wait: later.", 7), TookTooLong("Too late."), TooLarge("Too long.")])
def test_what_a_model_says_is_said_here(error: Exception, switch: SwitchTo) -> None:
    served = Loopback({"embedder": TinyEmbedder(fails=error), "language": TinyChat(fails=error)})
    remote = RemoteEmbedder(switch(served.address, load=not_here))
    chat = RemoteChat(switch(served.address, "language", load=not_here), seconds=5)
    for ask in (lambda: remote.embed(["a"]), lambda: chat.stream([Message("user", "a")])):
        with pytest.raises(type(error), match=str(error)) as raised:
            ask()
        assert getattr(raised.value, "waiting", 7) == 7
    assert remote.info.notice == ""  # such an answer is no failure of the cluster
    served.close()


def test_the_portal_process_needs_neither_torch_nor_ray(served: Loopback) -> None:
    code = (
        "import sys; from models.remote import connect\n"
        "model = connect.embedder(); assert model.embed(['a', 'b']).shape == (2, 3), model.info\n"
        "assert connect.leaf().info.name == 'tiny-leaf'\n"
        "assert connect.names().label and connect.sentiment().label\n"
        "assert connect.language().context == 100\n"
        "connect.cluster().close()\n"
        "sys.exit(', '.join({'torch', 'transformers', 'ray', 'starlette', 'uvicorn'} & set(sys.modules)) or 0)"
    )
    environment = {"PORTAL_ENGINE": "remote", "PORTAL_ENGINE_ADDRESS": served.address, "PORTAL_ENGINE_KEY": KEY}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
