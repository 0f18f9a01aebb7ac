"""Worker processes for CPU-heavy parsing, each call with a time limit, each worker with a memory limit.

A hostile file kills one worker, never the portal; the parent decodes answers into declared types only, so a
compromised worker cannot hand back code. Knows nothing of what is computed. Plain subprocesses rather than
`multiprocessing`, because its spawn re-imports `__main__`, which Streamlit swaps for the page being run.
"""

from __future__ import annotations

import atexit
import threading
import weakref
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar, get_type_hints

import msgspec

from tools.errors import QueueFull, ShuttingDown, TookTooLong
from tools.fair import FairQueue
from tools.guard import CLOSING
from tools.settings import settings
from tools.translations import N_
from tools.waiting import answer_within
from tools.worker_handle import WorkerProcess, decoded

T = TypeVar("T")
TOO_SLOW = N_("Reading this file took longer than {seconds:g} s and was stopped. Split it or save it anew.")
CROWDED = N_("The portal is busy reading other files: try again in a moment.")
DIED = N_(
    "Reading this file used up its memory or crashed the reader, so it was stopped. Save it anew (a document as a "
    "plain PDF, a photo as a JPEG) and try again."
)


@dataclass
class _Task:
    """A call that waits: the function's name, its encoded arguments, its declared answer, its time limit."""

    name: str
    request: bytes
    answer: Any
    seconds: float
    future: Future[Any] = field(default_factory=Future)


class WorkerPool:
    """A fixed number of worker processes, started when first needed and replaced when they die.

    Owners are served in turn, so that one visitor's pile never keeps another's single file waiting.

    Parameters
    ----------
    size
        How many processes at most.
    memory_mb
        Address space of each, in MiB.
    seconds
        Default time limit of one call; waiting for a free worker does not count.
    """

    def __init__(self, size: int, *, memory_mb: int = 2048, seconds: float = 60.0) -> None:
        self.size = size
        self._memory_mb = memory_mb
        self._seconds = seconds
        self._line: FairQueue[_Task] = FairQueue()
        self._changed = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._running: Counter[str] = Counter()
        self._unsettled = 0  # calls that nobody has an answer to yet
        self._children: set[WorkerProcess] = set()
        self._refusing = False
        self._killed = False
        _pools.add(self)

    def lane(self, owner: str) -> Lane:
        """The pool as one owner sees it."""
        return Lane(self, owner)

    def submit(
        self, function: Callable[..., T], *args: Any, seconds: float | None = None, owner: str = ""
    ) -> Future[T]:
        """Run a module-level function in a worker process.

        Parameters
        ----------
        function
            Importable by name, with an annotated return type (a dataclass, or plain data).
        args
            Plain data or dataclasses; they travel as MessagePack and arrive as the annotated types.
        seconds
            Time limit of this call.
        owner
            Whose turn it counts as.

        Returns
        -------
        Future
            Fails with the `PortalError` that the function raised, with `TookTooLong` at a limit, with `ShuttingDown`
            for a pool that takes no more, or with `RuntimeError` for a defect in the function.
        """
        name = f"{function.__module__}:{function.__qualname__}"
        request = msgspec.msgpack.encode((name, args))
        task = _Task(name, request, get_type_hints(function)["return"], seconds or self._seconds)
        with self._changed:
            if self._refusing:
                task.future.set_exception(ShuttingDown(CLOSING))
                return task.future
            self._unsettled += 1
            self._line.put(owner, task)
            if len(self._threads) < min(self.size, self._unsettled):
                self._start_thread()
        return task.future

    @property
    def open(self) -> int:
        """How many calls wait or run."""
        return self._unsettled

    def ahead(self, owner: str) -> int:
        """How many calls of others end or begin before the owner's next one; 0 once one of the owner's runs."""
        with self._changed:
            place = self._line.ahead(owner)
            return 0 if place is None or self._running[owner] else place + self._running.total()

    def refuse(self) -> None:
        """Take no new calls; what is here goes on."""
        with self._changed:
            self._refusing = True

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until nothing waits or runs; False when `seconds` ran out first."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._unsettled, seconds)

    def close(self, seconds: float | None = None) -> None:
        """Refuse new calls, drop waiting ones, give running ones `seconds` (None: their own), end the processes."""
        self.refuse()
        for task in self._line.drain():
            task.future.cancel()
            task.future.set_running_or_notify_cancel()  # tells who waits for it
            self._settled()
        self.wait(seconds)
        self._line.close()
        with self._changed:
            self._killed = True
            children = list(self._children)
        for child in children:
            child.kill()  # its thread sees the end and collects it
        for thread in self._threads:
            thread.join(5)

    def _start_thread(self) -> None:
        # daemons: the end of the portal must not wait for a pile of files
        thread = threading.Thread(target=self._work, name=f"worker-pool-{len(self._threads)}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self) -> None:
        """One thread, one process: calls one after the other."""
        process: WorkerProcess | None = None
        while (taken := self._line.get()) is not None:
            owner, task = taken
            self._count(owner, 1)
            wanted = task.future.set_running_or_notify_cancel()
            process, settle = self._call(process, task) if wanted else (process, _nothing)
            self._count(owner, -1)
            settle()
            self._settled()
        self._drop(process)

    def _call(self, process: WorkerProcess | None, task: _Task) -> tuple[WorkerProcess | None, Callable[[], None]]:
        """The process to go on with, and what tells the caller; the turn is over before the caller hears of it."""
        try:
            process = process or self._process()
            answer = process.call(task.request, task.seconds)
        except (TimeoutError, EOFError) as error:
            self._drop(process)
            message = TOO_SLOW.format(seconds=task.seconds) if isinstance(error, TimeoutError) else DIED
            failed: Exception = ShuttingDown(CLOSING) if self._killed else TookTooLong(message)
            failed.__cause__ = error
            return None, partial(task.future.set_exception, failed)
        except Exception as error:  # the system starts no process: the thread must outlive it
            self._drop(process)
            return None, partial(task.future.set_exception, error)
        try:
            return process, partial(task.future.set_result, decoded(answer, task.answer))
        except Exception as error:
            return process, partial(task.future.set_exception, error)

    def _process(self) -> WorkerProcess:
        made = WorkerProcess(self._memory_mb)
        with self._changed:
            self._children.add(made)
            if self._killed:
                made.kill()
        return made

    def _drop(self, process: WorkerProcess | None) -> None:
        if process is not None:
            with self._changed:
                self._children.discard(process)
            process.close()

    def _count(self, owner: str, change: int) -> None:
        with self._changed:
            self._running[owner] += change
            if not self._running[owner]:
                del self._running[owner]

    def _settled(self) -> None:
        with self._changed:
            self._unsettled -= 1
            self._changed.notify_all()


class Lane:
    """One owner's way into a pool: calls count as this owner's turn."""

    def __init__(self, pool: WorkerPool, owner: str) -> None:
        self.pool, self.owner, self.size = pool, owner, pool.size

    def submit(self, function: Callable[..., T], *args: Any, seconds: float | None = None) -> Future[T]:
        """As `WorkerPool.submit`."""
        return self.pool.submit(function, *args, seconds=seconds, owner=self.owner)

    @property
    def ahead(self) -> int:
        """How many calls of others end or begin before this owner's next one."""
        return self.pool.ahead(self.owner)


def answer_of(answer: Future[T], seconds: float | None = None) -> T:
    """What a call gives that a page stands still for.

    Parameters
    ----------
    seconds
        How long to wait; when not given, as long as a computation may wait for its turn and a file may take.

    Raises
    ------
    QueueFull
        No worker came to it in time; the call is taken back. Else what the call raised.
    """
    if seconds is None:
        seconds = settings().run_wait_seconds + settings().file_seconds
    return answer_within(seconds, answer, QueueFull(CROWDED))


def _nothing() -> None:
    """A call that was cancelled tells nobody."""


_pools: weakref.WeakSet[WorkerPool] = weakref.WeakSet()


def pools() -> tuple[WorkerPool, ...]:
    """The pools of this process."""
    return tuple(_pools)


@atexit.register
def _end_all() -> None:
    """No worker outlives the portal, not even one in the middle of a long file."""
    for pool in pools():
        pool.close(0.0)
