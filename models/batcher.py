"""One bounded queue and one worker thread per model: concurrent sessions share the device in micro-batches.

Sessions never hold a lock around a forward pass; a full queue says so at once. Knows nothing of what a batch holds.
"""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass
from typing import Generic, TypeVar

from tools.errors import QueueFull, TookTooLong
from tools.waiting import answer_within

In = TypeVar("In")
Out = TypeVar("Out")
BUSY = "{waiting} requests already wait for this model: try again in a moment."
LATE = "The model had no time for this request within {seconds:g} s: try again in a moment."


@dataclass
class _Request(Generic[In, Out]):
    item: In
    future: Future[Out]
    deadline: float
    seconds: float


class Batcher(Generic[In, Out]):
    """Runs `function` over micro-batches on a thread of its own.

    Parameters
    ----------
    function
        Maps a sequence of items to as many results; only ever called from the worker thread.
    max_batch
        Most items in a call.
    max_wait_s
        How long the first item of a batch waits for company.
    queue_size
        Most items that may wait.
    """

    def __init__(
        self,
        function: Callable[[Sequence[In]], Sequence[Out]],
        *,
        max_batch: int = 32,
        max_wait_s: float = 0.002,
        queue_size: int = 256,
        name: str = "batcher",
    ) -> None:
        self._function = function
        self._max_batch = max_batch
        self._max_wait_s = max_wait_s
        self._queue: queue.Queue[_Request[In, Out] | None] = queue.Queue(queue_size)
        self._closed = False
        self._running = 0
        self._thread = threading.Thread(target=self._loop, name=name, daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How many items wait."""
        return self._queue.qsize()

    def ahead(self, future: Future[Out]) -> int:
        """How many items come before the one of `future`, those that are worked on among them; 0 once it is begun."""
        with self._queue.mutex:
            waiting = [request.future for request in self._queue.queue if request is not None]
        if future not in waiting:
            return 0
        return self._running + sum(not one.cancelled() for one in waiting[: waiting.index(future)])

    def submit(self, item: In, *, deadline_s: float | None = None) -> Future[Out]:
        """Queue one item.

        Parameters
        ----------
        deadline_s
            Seconds after which an item that has not been started is dropped with `TookTooLong`.

        Raises
        ------
        QueueFull
            `queue_size` items wait already.
        RuntimeError
            The batcher is closed.
        """
        if self._closed:
            raise RuntimeError("the batcher is closed")
        seconds = deadline_s if deadline_s is not None else float("inf")
        request = _Request[In, Out](item, Future(), time.monotonic() + seconds, seconds)
        try:
            self._queue.put_nowait(request)
        except queue.Full:
            raise QueueFull(BUSY.format(waiting=self.waiting), self.waiting) from None
        return request.future

    def ask(self, items: Sequence[In], *, seconds: float, ahead: int = 16) -> Iterator[Out]:
        """The answers to `items`, in order; at most `ahead` of them are in the queue at once.

        Raises
        ------
        QueueFull
            `queue_size` items wait already.
        TookTooLong
            An item was not begun within `seconds`, or took longer than that.
        """
        pending: deque[Future[Out]] = deque()
        try:
            for item in items:
                if len(pending) == ahead:
                    yield answer_of(pending.popleft(), seconds)
                pending.append(self.submit(item, deadline_s=seconds))
            while pending:
                yield answer_of(pending.popleft(), seconds)
        finally:
            for future in pending:
                future.cancel()

    def close(self) -> None:
        """Finish what is queued, then stop the thread."""
        if not self._closed:
            self._closed = True
            self._queue.put(None)
            self._thread.join()

    def _loop(self) -> None:
        while (first := self._queue.get()) is not None:
            batch, last = self._gather(first)
            self._answer(batch)
            if last:
                return

    def _gather(self, first: _Request[In, Out]) -> tuple[list[_Request[In, Out]], bool]:
        """`first` and what arrives within the wait; True when the closing mark was met."""
        batch, until = [first], time.monotonic() + self._max_wait_s
        while len(batch) < self._max_batch:
            try:
                request = self._queue.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                break
            if request is None:
                return batch, True
            batch.append(request)
        return batch, False

    def _answer(self, batch: list[_Request[In, Out]]) -> None:
        now = time.monotonic()
        late = [request for request in batch if request.deadline < now]
        for request in late:
            _settle(request.future, error=TookTooLong(LATE.format(seconds=request.seconds)))
        ready = [r for r in batch if r.deadline >= now and r.future.set_running_or_notify_cancel()]
        if not ready:
            return
        self._running = len(ready)
        try:
            results = self._function([request.item for request in ready])
        except BaseException as error:  # the thread must outlive any failure of the model
            for request in ready:
                _settle(request.future, error=error)
            return
        finally:
            self._running = 0
        for request, result in zip(ready, results, strict=True):
            _settle(request.future, result=result)


class Queued(Generic[In, Out]):
    """A model that many sessions share through a batcher."""

    _batcher: Batcher[In, Out]

    @property
    def waiting(self) -> int:
        """How many requests wait for the model."""
        return self._batcher.waiting

    def close(self) -> None:
        """Finish what is queued and stop the model's thread."""
        self._batcher.close()


def answer_of(future: Future[Out], seconds: float) -> Out:
    """What a model answers; a model that hangs holds nobody for longer than `seconds`.

    Raises
    ------
    TookTooLong
        Nothing came in time: a request that has not been begun is taken out of the queue.
    """
    return answer_within(seconds, future, TookTooLong(LATE.format(seconds=seconds)))


def _settle(future: Future[Out], *, result: Out | None = None, error: BaseException | None = None) -> None:
    try:
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]  # Out may itself be None
    except InvalidStateError:  # cancelled in the meantime: nobody waits
        return
