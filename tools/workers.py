"""Worker processes for CPU-heavy parsing, each call with a time limit, each worker with a memory limit.

A hostile file kills one worker, never the portal; the parent decodes answers into declared types only, so a
compromised worker cannot hand back code. Knows nothing of what is computed. Plain subprocesses rather than
`multiprocessing`, because its spawn re-imports `__main__`, which Streamlit swaps for the page being run.
"""

from __future__ import annotations

import os
import queue
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar, get_type_hints

import msgspec

from tools.errors import PortalError, TookTooLong, by_name
from tools.settings import ROOT
from tools.translations import N_

T = TypeVar("T")
HEADER = struct.Struct("<I")
TOO_SLOW = N_("Reading this file took longer than {seconds:g} s and was stopped. Split it or save it anew.")
DIED = N_(
    "Reading this file used up its memory or crashed the reader, so it was stopped. Save it anew (a document as a "
    "plain PDF, a photo as a JPEG) and try again."
)


class _Process:
    """One worker process and the pipe to it."""

    def __init__(self, memory_mb: int) -> None:
        environment = os.environ | {"OMP_NUM_THREADS": "1", "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}
        self._child = subprocess.Popen(
            [sys.executable, "-m", "tools.worker_process", str(memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=environment,
            bufsize=0,
            start_new_session=True,  # a group of its own, so that `close` reaches Tesseract too
        )

    def call(self, request: bytes, seconds: float) -> bytes:
        """Send one request and wait for its answer.

        Raises
        ------
        TimeoutError
            No whole answer within `seconds`.
        EOFError
            The process died.
        """
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(HEADER.pack(len(request)))
            remaining = memoryview(request)
            while remaining:
                remaining = remaining[self._child.stdin.write(remaining) or 0 :]
        except BrokenPipeError as error:
            raise EOFError from error
        deadline = time.monotonic() + seconds
        (size,) = HEADER.unpack(self._read(HEADER.size, deadline))
        return self._read(size, deadline)

    def _read(self, size: int, deadline: float) -> bytes:
        assert self._child.stdout is not None
        parts: list[bytes] = []
        while size:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._child.stdout], [], [], left)[0]:
                raise TimeoutError
            part = os.read(self._child.stdout.fileno(), min(size, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def close(self) -> None:
        """Kill the process and the programs it started at once, and free its pipes."""
        self._kill_group()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()

    def _kill_group(self) -> None:
        if self._child.returncode is not None:
            return  # already waited for: its number may be another's by now
        if sys.platform == "win32":
            self._child.kill()
            return
        with suppress(ProcessLookupError, PermissionError):  # macOS denies a group whose leader is a zombie
            os.killpg(self._child.pid, signal.SIGKILL)


class WorkerPool:
    """A fixed number of worker processes, started when first needed and replaced when they die.

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
        self._idle: queue.LifoQueue[_Process | None] = queue.LifoQueue()
        for _ in range(size):
            self._idle.put(None)
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="worker-pool")
        self._closed = threading.Event()

    def submit(self, function: Callable[..., T], *args: Any, seconds: float | None = None) -> Future[T]:
        """Run a module-level function in a worker process.

        Parameters
        ----------
        function
            Importable by name, with an annotated return type (a dataclass, or plain data).
        args
            Plain data or dataclasses; they travel as MessagePack and arrive as the annotated types.
        seconds
            Time limit of this call.

        Returns
        -------
        Future
            Fails with the `PortalError` that the function raised, with `TookTooLong` at a limit, or with
            `RuntimeError` for a defect in the function.
        """
        return self._threads.submit(self._run, function, args, seconds or self._seconds)

    def _run(self, function: Callable[..., T], args: tuple[Any, ...], seconds: float) -> T:
        name = f"{function.__module__}:{function.__qualname__}"
        request = msgspec.msgpack.encode((name, args))
        process = self._idle.get()
        try:
            process = process or _Process(self._memory_mb)
            answer = process.call(request, seconds)
        except (TimeoutError, EOFError) as error:
            if process is not None:
                process.close()
            process = None
            message = TOO_SLOW.format(seconds=seconds) if isinstance(error, TimeoutError) else DIED
            raise TookTooLong(message) from error
        finally:
            if self._closed.is_set() and process is not None:
                process.close()
                process = None
            self._idle.put(process)
        result: T = _decode(answer, get_type_hints(function)["return"])
        return result

    def close(self) -> None:
        """Refuse new calls, drop waiting ones and end the processes once they are idle."""
        self._closed.set()
        self._threads.shutdown(wait=True, cancel_futures=True)
        while not self._idle.empty():
            process = self._idle.get()
            if process is not None:
                process.close()


class _Answer(msgspec.Struct, array_like=True):
    status: str  # "ok", a PortalError's class name, or "defect"
    value: msgspec.Raw


def _decode(answer: bytes, kind: Any) -> Any:
    reply = msgspec.msgpack.decode(answer, type=_Answer)
    if reply.status == "ok":
        return msgspec.msgpack.decode(reply.value, type=kind)
    message = msgspec.msgpack.decode(reply.value, type=str)
    if reply.status == "defect":
        raise RuntimeError(f"in a worker process: {message}")
    error: PortalError = by_name(reply.status, message)
    raise error
