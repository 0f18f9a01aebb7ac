"""The HTTP handler of a served model: keys, methods, sizes, what goes wrong inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from models.cluster import handler
from models.cluster.kinds import KINDS, failure_of
from models.remote.wire import (
    EmbedReply,
    EmbedRequest,
    Failure,
    LeafRequest,
    NamesReply,
    NamesRequest,
    Told,
    decode,
    encode,
    pack,
)
from tests.models.remote.loopback import KEY, Loopback, TinyEmbedder, TinyLeaf, TinyNames
from tools.errors import QueueFull


@pytest.fixture(scope="module")
def served() -> Iterator[Loopback]:
    found = Loopback({"embedder": TinyEmbedder(), "leaf": TinyLeaf()})
    yield found
    found.close()


def ask(served: Loopback, method: str = "POST", kind: str = "embedder", key: str | None = KEY, **more: Any) -> Any:
    headers = {"authorization": f"Bearer {key}"} if key is not None else {}
    return httpx.request(method, f"{served.address}/{kind}", headers=headers | more.pop("headers", {}), **more)


def test_health_says_which_model_answers(served: Loopback) -> None:
    answer = ask(served, "GET")
    told = decode(answer.content, Told)
    assert (told.name, told.dimensions) == ("tiny", 3)
    assert answer.headers["portal-model"] == told.mark


@pytest.mark.parametrize("key", [None, "", "wrong", KEY + "x", KEY[:-1], "ключ"])
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_without_the_key_nothing_is_learned(served: Loopback, key: str | None, method: str) -> None:
    headers = {"authorization": f"Bearer {key}".encode()} if key else {}
    answer = ask(served, method, key=None, headers=headers, content=b"\xc1")
    assert (answer.status_code, answer.content) == (401, b"")
    assert "portal-model" not in answer.headers


@pytest.mark.parametrize("body", [b"", b"\xc1", b"\x80", encode(NamesRequest(("a",), 1)), b"\x91" * 5000])
def test_another_question_is_refused(served: Loopback, body: bytes) -> None:
    assert ask(served, content=body).status_code == 400


def test_other_methods_are_refused(served: Loopback) -> None:
    assert ask(served, "PUT").status_code == 405


def test_too_much_is_refused_whatever_the_header_says(served: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handler, "MOST_BYTES", 1000)
    assert ask(served, content=bytes(1001)).status_code == 413
    assert ask(served, content=iter([bytes(600)] * 2)).status_code == 413  # chunked: no length is said


def test_an_array_that_lies_about_its_shape_is_refused(served: Loopback) -> None:
    import numpy as np

    for shape in ((1, 2, 3), (0, 0, 3), (2, 2, 4)):
        photo = pack(np.zeros(shape, np.uint8))
        body = (
            encode(LeafRequest((photo,))).replace(photo.data, photo.data[:-1])
            if shape[0] == 1
            else encode(LeafRequest((photo,)))
        )
        assert ask(served, kind="leaf", content=body).status_code == 400


def test_a_defect_keeps_its_words_on_the_cluster(caplog: pytest.LogCaptureFixture) -> None:
    served = Loopback({"embedder": TinyEmbedder(fails=RuntimeError("a private path"))})
    answer = ask(served, content=encode(EmbedRequest(("a",))))
    assert answer.status_code == 500
    assert b"private" not in answer.content
    assert "a model failed" in caplog.text
    served.close()


def test_a_sentence_travels_with_its_class(served: Loopback) -> None:
    assert failure_of(QueueFull("7 wait.", 7)) == Failure("QueueFull", "7 wait.", 7)


def test_one_bad_question_does_not_spoil_the_others() -> None:
    class Picky(TinyEmbedder):
        def embed(self, texts: Any) -> Any:
            if "bad" in texts:
                raise QueueFull("no", 3)
            return super().embed(texts)

    questions = [EmbedRequest(("a", "b")), EmbedRequest(("bad",)), EmbedRequest(())]
    good, bad, empty = KINDS["embedder"].answers(Picky(), questions)
    assert isinstance(good, EmbedReply)
    assert good.vectors.shape == (2, 3)
    assert bad == Failure("QueueFull", "no", 3)
    assert isinstance(empty, EmbedReply)
    assert empty.vectors.shape == (0, 3)


def test_questions_that_came_together_get_their_own_answers() -> None:
    questions = [NamesRequest(("ab", "c"), 1), NamesRequest(("de",), 3)]
    assert KINDS["names"].answers(TinyNames(), questions) == [
        NamesReply((("ba0",), ("c0",))),
        NamesReply((("ed0", "ed1", "ed2"),)),
    ]
