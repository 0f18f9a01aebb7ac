"""A cluster on loopback without ray: the real handler before small models, and sockets that answer with anything."""

from __future__ import annotations

import asyncio
import hashlib
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.cluster.handler import Handler
from models.cluster.kinds import KINDS
from models.language.types import Message, Outcome, Reply, Usage
from models.leaf.types import LeafInfo, LeafView, Thresholds
from models.remote.wire import Kind, Part, Told
from models.sentiment.types import Probabilities
from models.text.types import EmbedderInfo
from tests.ports import free_port

METHODS = ["GET", "POST", "PUT"]
KEY = "a secret of the tests"
TOLD = Told("tiny", "embedded", "CPU", "float32", dimensions=3)
SwitchTo = Callable[..., Any]


def nowhere() -> str:
    """An address where nobody listens."""
    return f"http://127.0.0.1:{free_port()}"


class TinyEmbedder:
    """Vectors of three numbers that depend on the text alone; counts the texts that reached it."""

    def __init__(self, name: str = "tiny", device: str = "CPU", fails: Exception | None = None) -> None:
        self.info = EmbedderInfo(name, "embedded", device, "float32", 3)
        self.fails, self.asked, self.waiting = fails, 0, 0

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        if self.fails:
            raise self.fails
        self.asked += len(texts)
        rows = [np.frombuffer(hashlib.sha256(text.encode()).digest()[:3], np.uint8) + 1.0 for text in texts]
        found = np.asarray(rows, np.float32).reshape(len(texts), 3)
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)

    def close(self) -> None:
        self.asked = -1


class TinyLeaf:
    """Sees the mean of the red in a photo."""

    info = LeafInfo("tiny-leaf", "embedded", "CPU", "float32", ("a__b", "c__d"), Thresholds(0.5, 0.5, 0.0))

    def classify(self, images: Sequence[np.ndarray]) -> list[LeafView]:
        return [self._view(image) for image in images]

    def _view(self, image: np.ndarray) -> LeafView:
        share = float(image[..., 0].mean()) / 255
        maps = None if share > 0.9 else np.full((2, 2, 3), share, np.float32)
        return LeafView(np.array([share, 1 - share], np.float32), share * 2, maps)


class TinyNames:
    """Spells a word backwards."""

    label, device, notice = "tiny names", "cpu", "a notice of its own"

    def transliterate(self, words: Sequence[str], best: int = 1) -> list[tuple[str, ...]]:
        return [tuple(f"{word[::-1]}{n}" for n in range(best)) for word in words]


class TinySentiment:
    """Longer headlines are better news."""

    label, device, notice = "tiny mood", "cpu", ""

    def classify(self, pairs: Sequence[tuple[str, str]]) -> list[Probabilities]:
        return [Probabilities(1 - 1 / (2 + len(title)), 0.0, 1 / (2 + len(title))) for title, _ in pairs]


class TinyChat:
    """Says the last turn again, a word at a time; `stopped` is set when nobody listens any more."""

    label, device, context = "tiny chat", "cpu", 100

    def __init__(self, pause: float = 0.0, fails: Exception | None = None) -> None:
        self.pause, self.fails, self.stopped = pause, fails, threading.Event()

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int = 512, temperature: float = 0.0, stop: Sequence[str] = ()
    ) -> Reply:
        if self.fails:
            raise self.fails
        words, outcome = messages[-1].content.split(), Outcome()
        return Reply(self._pieces(words[:max_tokens], len(words), outcome), outcome)

    def _pieces(self, words: Sequence[str], count: int, outcome: Outcome) -> Iterator[str]:
        try:
            for word in words:
                time.sleep(self.pause)
                yield f"{word} "
            outcome.usage, outcome.ended = Usage(count, len(words)), "stop" if len(words) == count else "length"
        finally:
            self.stopped.set()


MODELS: dict[Kind, Callable[[], Any]] = {
    "embedder": TinyEmbedder,
    "leaf": TinyLeaf,
    "names": TinyNames,
    "sentiment": TinySentiment,
    "language": TinyChat,
}


class Loopback:
    """The doors of some models at an address of this machine, until it is closed; `requests` counts what came."""

    def __init__(self, models: dict[Kind, Any], *, port: int = 0, key: str = KEY) -> None:
        self.requests = 0
        routes = [
            Route(f"/{kind}", self._counted(Handler(KINDS[kind], model, key, _alone(kind, model))), methods=METHODS)
            for kind, model in models.items()
        ]
        self._socket = socket.create_server(("127.0.0.1", port))
        self.port = self._socket.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        settings = uvicorn.Config(
            Starlette(routes=routes),
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(settings)
        self._thread = threading.Thread(target=lambda: self._server.run([self._socket]), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()

    def _counted(self, handler: Handler) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            self.requests += 1
            return await handler(request)

        return answer


def _alone(kind: Kind, model: Any) -> Callable[[Part], Any]:
    async def answer(request: Part) -> Part:
        return (await asyncio.to_thread(KINDS[kind].answers, model, [request]))[0]

    return answer


@contextmanager
def raw(answer: Callable[[socket.socket, bytes], None]) -> Iterator[str]:
    """A server whose every connection is handed to `answer` with what was first read of it."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.1)
    over, talks = threading.Event(), list[threading.Thread]()

    def talk(connection: socket.socket) -> None:
        with connection:
            connection.settimeout(5)
            try:
                answer(connection, connection.recv(1 << 16))
            except OSError:
                return

    def listen() -> None:
        while not over.is_set():
            try:
                connection, _ = listening.accept()
            except TimeoutError:
                continue
            talks.append(threading.Thread(target=talk, args=(connection,), daemon=True))
            talks[-1].start()

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        over.set()
        thread.join(5)
        for each in talks:
            each.join(6)
        listening.close()


def http(body: bytes, status: str = "200 OK", headers: str = "", length: int | None = None) -> bytes:
    """A response as bytes."""
    size = len(body) if length is None else length
    return f"HTTP/1.1 {status}\r\ncontent-length: {size}\r\nconnection: close\r\n{headers}\r\n".encode() + body
