"""The HTTP client of a cluster: one loop thread for all models, every call with a deadline that holds.

Calls repeat nothing but what may be repeated: a question has the same answer twice. Knows no model and no fallback.
"""

from __future__ import annotations

import asyncio
import queue
import random
import threading
import time
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from models.remote.wire import MOST_BYTES, End, Failure, Frames, Kind, Malformed, Piece, Told, decode
from tools.errors import PortalError, QueueFull, by_name

if TYPE_CHECKING:
    import httpx

TRIES: Final = 5
GRACE: Final = 2.0  # seconds beyond a deadline in which the loop tells by itself that it was late
FIRST_PAUSE: Final = 0.1  # seconds before the second try; doubled before each one after
CONNECT_SECONDS: Final = 2.0
AT_ONCE: Final = 4  # parts of one large question that are asked side by side
MOST_CONNECTIONS: Final = 64
MARK: Final = "portal-model"
TYPE: Final = "application/vnd.msgpack"
Reason = Literal["network", "late", "failing", "busy", "key", "absent", "malformed", "other", "refused"]
AGAIN: Final = frozenset[Reason](("network", "failing", "busy"))  # what another try may heal
OF_STATUS: Final[dict[int, Reason]] = {
    401: "key", 403: "key", 404: "absent", 405: "absent", 408: "late", 413: "refused", 400: "refused",
    429: "busy", 503: "busy",
}  # fmt: skip
T = TypeVar("T")
Heard = Piece | End | Failure


class Unanswered(Exception):
    """The cluster gave no answer; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


class Cluster:
    """Asks the models at one address. Safe to use from many threads.

    Parameters
    ----------
    address
        ``http://host:port``.
    key
        The shared secret.
    transport
        Instead of the network, for tests.
    """

    def __init__(self, address: str, key: str, *, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._address, self._key, self._transport = address.rstrip("/"), key, transport
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._client: httpx.AsyncClient | None = None

    def told(self, kind: Kind, seconds: float) -> Told:
        """What a model says of itself.

        Raises
        ------
        Unanswered
            No answer within `seconds`.
        """
        data, _ = self._run(self._patient("GET", kind, b"", seconds), seconds)
        return _decoded(data, Told)

    def ask(self, kind: Kind, bodies: Sequence[bytes], seconds: float, mark: str) -> list[bytes]:
        """The answers to one question in parts, in order, from the model whose identity has this mark.

        Raises
        ------
        Unanswered
            No answer within `seconds`, all tries together.
        PortalError
            What the model itself says.
        """
        return self._run(self._parts(kind, bodies, seconds, mark), seconds)

    def stream(self, kind: Kind, body: bytes, seconds: float, mark: str) -> Stream:
        """The answer piece by piece; it is asked again only before it has begun.

        Raises
        ------
        Unanswered, PortalError
            As `ask`; what happens after the first piece is raised where the pieces are read.
        """
        heard: queue.SimpleQueue[Heard | Unanswered | None] = queue.SimpleQueue()
        task = asyncio.run_coroutine_threadsafe(self._streamed(kind, body, seconds, mark, heard), self._running())
        task.add_done_callback(lambda _: heard.put(None))
        return Stream(heard, task, seconds + GRACE)

    def close(self) -> None:
        """Drop all connections and stop the thread."""
        with self._lock:
            loop, self._loop = self._loop, None
        if loop is not None:
            asyncio.run_coroutine_threadsafe(self._end(), loop).result(5)
            loop.call_soon_threadsafe(loop.stop)

    async def _end(self) -> None:
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    def _run(self, call: Coroutine[Any, Any, T], seconds: float) -> T:
        task = asyncio.run_coroutine_threadsafe(call, self._running())
        try:
            return task.result(seconds + GRACE)
        except TimeoutError:  # the loop itself hangs
            task.cancel()
            raise Unanswered("late") from None

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=_turn, args=(self._loop,), name="cluster", daemon=True).start()
            return self._loop

    def _http(self) -> httpx.AsyncClient:
        import httpx

        if self._client is None:
            self._client = httpx.AsyncClient(
                headers={"authorization": f"Bearer {self._key}", "content-type": TYPE, "accept-encoding": "identity"},
                limits=httpx.Limits(max_connections=MOST_CONNECTIONS, max_keepalive_connections=8),
                follow_redirects=False,  # the key would go along
                trust_env=False,
                transport=self._transport,
            )
        return self._client

    async def _parts(self, kind: Kind, bodies: Sequence[bytes], seconds: float, mark: str) -> list[bytes]:
        gate, deadline = asyncio.Semaphore(AT_ONCE), time.monotonic() + seconds

        async def one(body: bytes) -> bytes:
            async with gate:
                data, said = await self._patient("POST", kind, body, deadline - time.monotonic())
            if said != mark:
                raise Unanswered("other")
            return data

        tasks = [asyncio.ensure_future(one(body)) for body in bodies]
        try:
            return list(await asyncio.gather(*tasks))
        finally:
            for task in tasks:
                task.cancel()

    async def _patient(self, method: str, kind: Kind, body: bytes, seconds: float) -> tuple[bytes, str]:
        """Body and mark of the answer, asked again while that may help and there is time."""
        deadline = time.monotonic() + seconds
        for number in range(TRIES):
            try:
                async with self._asked(method, kind, body, deadline - time.monotonic()) as response:
                    return await _read(response), response.headers.get(MARK, "")
            except Unanswered as failure:
                pause = _pause(number)
                if failure.reason not in AGAIN or number == TRIES - 1 or time.monotonic() + pause > deadline:
                    raise
            await asyncio.sleep(pause)
        raise AssertionError("not reached")

    @asynccontextmanager
    async def _asked(self, method: str, kind: Kind, body: bytes, seconds: float) -> AsyncIterator[httpx.Response]:
        """The response to one try, its status checked; the block ends at the deadline too."""
        import httpx

        limits = httpx.Timeout(max(seconds, 0.001), connect=min(CONNECT_SECONDS, max(seconds, 0.001)))
        try:
            async with (
                asyncio.timeout(max(seconds, 0)),
                self._http().stream(
                    method, f"{self._address}/{kind}", content=body or None, timeout=limits
                ) as response,
            ):
                await _check(response)
                yield response
        except httpx.ConnectTimeout as error:
            raise Unanswered("network") from error
        except (TimeoutError, httpx.TimeoutException) as error:
            raise Unanswered("late") from error
        except httpx.DecodingError as error:
            raise Unanswered("malformed") from error
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise Unanswered("network") from error

    async def _streamed(
        self, kind: Kind, body: bytes, seconds: float, mark: str, heard: queue.SimpleQueue[Heard | Unanswered | None]
    ) -> None:
        """Put what is heard into the queue, as far as it comes."""
        deadline, begun = time.monotonic() + seconds, False
        for number in range(TRIES):
            try:
                async with self._asked("POST", kind, body, deadline - time.monotonic()) as response:
                    if response.headers.get(MARK, "") != mark:
                        raise Unanswered("other")
                    frames, size = Frames(), 0
                    async for chunk in response.aiter_raw():
                        size += len(chunk)
                        if size > MOST_BYTES:
                            raise Unanswered("malformed")
                        for part in frames.feed(chunk):
                            begun = True
                            heard.put(part)
                            if not isinstance(part, Piece):
                                return
                    raise Unanswered("network")  # it ended without an end
            except Malformed:
                return heard.put(Unanswered("malformed"))
            except PortalError as error:
                waiting = error.waiting if isinstance(error, QueueFull) else 0
                return heard.put(Failure(type(error).__name__, str(error), waiting))
            except Unanswered as failure:
                pause = _pause(number)
                late = time.monotonic() + pause > deadline
                if begun or failure.reason not in AGAIN or number == TRIES - 1 or late:
                    return heard.put(failure)
            await asyncio.sleep(pause)


class Stream(Iterator[Heard]):
    """What a model writes, as it comes. Closing it hangs up, which stops the model."""

    def __init__(self, heard: queue.SimpleQueue[Heard | Unanswered | None], task: Any, seconds: float) -> None:
        self._heard, self._task, self._seconds = heard, task, seconds

    def __next__(self) -> Heard:
        try:
            part = self._heard.get(timeout=self._seconds)
        except queue.Empty:
            self.close()
            raise Unanswered("late") from None
        if part is None:
            self._heard.put(None)
            raise StopIteration
        if isinstance(part, Unanswered):
            raise part
        return part

    def close(self) -> None:
        """Hang up."""
        self._task.cancel()


def error_of(failure: Failure) -> PortalError:
    """The error that a model told, as if it were raised here."""
    message = failure.message
    error = by_name(failure.name, message)
    return QueueFull(message, failure.waiting) if isinstance(error, QueueFull) else error


def _turn(loop: asyncio.AbstractEventLoop) -> None:
    try:
        loop.run_forever()
    finally:
        loop.close()


def _pause(number: int) -> float:
    """Seconds before the next try; a random part, so that many callers do not come back at the same time."""
    return FIRST_PAUSE * float(2**number) * random.uniform(0.5, 1.0)


async def _check(response: httpx.Response) -> None:
    """Raise what a status other than 200 means."""
    if response.status_code == 200:
        return
    if response.status_code == 422:
        raise error_of(_decoded(await _read(response), Failure))
    raise Unanswered(OF_STATUS.get(response.status_code, "failing"))


async def _read(response: httpx.Response) -> bytes:
    """The body as it travels (nothing unpacks it on the way), at most `MOST_BYTES`."""
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Unanswered("malformed")
    return bytes(body)


def _decoded(data: bytes, kind: type[T]) -> T:
    try:
        return decode(data, kind)
    except Malformed as error:
        raise Unanswered("malformed") from error
