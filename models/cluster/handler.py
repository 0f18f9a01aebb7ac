"""The HTTP handler of a served model: who may ask, how much, and what comes back, as one ASGI handler for every server.

GET tells which model answers (the health route), POST asks it. A wrong key learns nothing else. Knows no ray.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from http import HTTPStatus
from typing import Any, Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse

from models.cluster.kinds import DEFECT, Served, failure_of
from models.remote.wire import MOST_BYTES, ChatRequest, End, Failure, Malformed, Part, Piece, decode, encode, frame

TYPE: Final = "application/vnd.msgpack"
MARK: Final = "portal-model"
LONGEST_PIECE: Final = 4096  # characters of a streamed answer
Together = Callable[[Part], Awaitable[Part]]


class Handler:
    """Answers HTTP requests for one model.

    Parameters
    ----------
    served, model
        The kind of model, and the loaded one.
    key
        The secret that a caller must bring as ``Authorization: Bearer …``.
    together
        Answers one request, perhaps together with others.
    """

    def __init__(self, served: Served, model: Any, key: str, together: Together) -> None:
        self._served, self._model, self._together = served, model, together
        self._told = served.tell(model)
        self._key = _digest(f"Bearer {key}")
        self._headers = {MARK: self._told.mark, "cache-control": "no-store"}

    async def __call__(self, request: Request) -> Response:
        """The answer to one HTTP request; it never raises what the caller caused."""
        if not hmac.compare_digest(_digest(request.headers.get("authorization", "")), self._key):
            return self._plain(HTTPStatus.UNAUTHORIZED)
        if request.method == "GET":
            return self._said(self._told)
        if request.method != "POST":
            return self._plain(HTTPStatus.METHOD_NOT_ALLOWED)
        try:
            asked = decode(await _body(request), self._served.request)
        except Malformed:
            return self._plain(HTTPStatus.BAD_REQUEST)
        except _TooMuch:
            return self._plain(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        except ClientDisconnect:
            return self._plain(HTTPStatus.REQUEST_TIMEOUT)
        if isinstance(asked, ChatRequest):
            return await self._stream(asked)
        return self._said(await self._together(asked))

    async def _stream(self, asked: ChatRequest) -> Response:
        try:
            reply = await asyncio.to_thread(_begin, self._model, asked)
        except Exception as error:
            return self._said(failure_of(error))
        return StreamingResponse(_frames(reply), HTTPStatus.OK, self._headers, TYPE)

    def _said(self, part: Part) -> Response:
        status = HTTPStatus.OK
        if isinstance(part, Failure):
            if part.name == Malformed.__name__:
                return self._plain(HTTPStatus.BAD_REQUEST)
            status = HTTPStatus.INTERNAL_SERVER_ERROR if part.name == DEFECT else HTTPStatus.UNPROCESSABLE_ENTITY
        return Response(encode(part), status, self._headers, TYPE)

    def _plain(self, status: HTTPStatus) -> Response:
        return Response(b"", status)


class _TooMuch(Exception):
    """More bytes than anybody may send."""


async def _body(request: Request) -> bytes:
    """The body, counted while it comes: what the header says of its length is only a first reason to refuse it."""
    said = request.headers.get("content-length", "0")
    if not said.isdigit() or int(said) > MOST_BYTES:
        raise _TooMuch
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise _TooMuch
    return bytes(body)


def _begin(model: Any, asked: ChatRequest) -> Any:
    from models.language.types import Message

    turns = [Message(turn.role, turn.content) for turn in asked.turns]
    return model.stream(turns, max_tokens=asked.max_tokens, temperature=asked.temperature, stop=asked.stop)


async def _frames(reply: Any) -> AsyncIterator[bytes]:
    """The answer as frames, an `End` or a `Failure` last; who hangs up stops the model."""
    heard: asyncio.Queue[Piece | End | Failure] = asyncio.Queue()
    stopped, loop = threading.Event(), asyncio.get_running_loop()

    def hear(part: Piece | End | Failure) -> None:
        with suppress(RuntimeError):  # the server ended meanwhile
            loop.call_soon_threadsafe(heard.put_nowait, part)

    threading.Thread(target=_read, args=(reply, hear, stopped), name="answer", daemon=True).start()
    try:
        while isinstance(part := await heard.get(), Piece):
            yield frame(part)
        yield frame(part)
    finally:
        stopped.set()


def _read(reply: Any, hear: Callable[[Piece | End | Failure], None], stopped: threading.Event) -> None:
    """Read the answer in one thread from its beginning to its end: it can only be closed where it is read."""
    try:
        for piece in reply:
            if stopped.is_set():
                return
            for at in range(0, len(piece), LONGEST_PIECE):
                hear(Piece(piece[at : at + LONGEST_PIECE]))
        usage = reply.usage
        hear(End(reply.ended, usage.prompt if usage else -1, usage.answer if usage else -1))
    except Exception as error:
        hear(failure_of(error))
    finally:
        reply.close()


def _digest(text: str) -> bytes:
    """Of one length whatever the text, so that comparing tells nothing about it."""
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()
