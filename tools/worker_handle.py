"""One worker process as its parent sees it: a question in, an answer out, both in time, or its end.

Answers are decoded into declared types only, so a compromised worker cannot hand back code. Knows no pool.
"""

from __future__ import annotations

import os
import select
import signal
import struct
import subprocess
import sys
import time
from contextlib import suppress
from typing import Any

import msgspec

from tools import packing
from tools.errors import PortalError, by_name
from tools.settings import ROOT

HEADER = struct.Struct("<I")  # how many bytes follow
WORKER = ["-m", "tools.worker_process"]
REAPED = 5.0  # seconds for the system to end a killed process


class WorkerProcess:
    """One worker process and the pipe to it."""

    def __init__(self, memory_mb: int) -> None:
        environment = os.environ | {"OMP_NUM_THREADS": "1", "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}
        self._child = subprocess.Popen(
            [sys.executable, *WORKER, str(memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=environment,
            bufsize=0,
            start_new_session=True,  # a group of its own, so that `close` reaches Tesseract too
        )
        assert self._child.stdin is not None
        os.set_blocking(self._child.stdin.fileno(), False)  # a process that does not read must hold nobody up

    def call(self, request: bytes, seconds: float) -> bytes:
        """Send one request and wait for its answer.

        Raises
        ------
        TimeoutError
            No whole answer within `seconds`.
        EOFError
            The process died.
        """
        deadline = time.monotonic() + seconds
        self._write(HEADER.pack(len(request)), deadline)
        self._write(request, deadline)
        (size,) = HEADER.unpack(self._read(HEADER.size, deadline))
        return self._read(size, deadline)

    def _write(self, data: bytes, deadline: float) -> None:
        assert self._child.stdin is not None
        remaining = memoryview(data)
        try:
            while remaining:
                left = deadline - time.monotonic()
                if left <= 0 or not select.select([], [self._child.stdin], [], left)[1]:
                    raise TimeoutError
                remaining = remaining[self._child.stdin.write(remaining) or 0 :]
        except BrokenPipeError as error:
            raise EOFError from error

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
        self.kill()
        with suppress(subprocess.TimeoutExpired):  # it hangs in the system: nobody waits for that
            self._child.wait(REAPED)
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()

    def kill(self) -> None:
        """Kill the process and the programs it started; whoever waits for its answer sees the end."""
        if self._child.returncode is not None:
            return  # already waited for: its number may be another's by now
        if sys.platform == "win32":
            self._child.kill()
            return
        with suppress(ProcessLookupError, PermissionError):  # macOS denies a group whose leader is a zombie
            os.killpg(self._child.pid, signal.SIGKILL)


class _Answer(msgspec.Struct, array_like=True):
    status: str  # "ok", a PortalError's class name, or "defect"
    value: msgspec.Raw


def decoded(answer: bytes, kind: Any) -> Any:
    """What the function gave, as the declared type `kind`.

    Raises
    ------
    PortalError
        What the function raised.
    RuntimeError
        A defect in the function.
    """
    reply = packing.decode(answer, _Answer)
    if reply.status == "ok":
        return packing.decode(reply.value, kind)
    message = packing.decode(reply.value, str)
    if reply.status == "defect":
        raise RuntimeError(f"in a worker process: {message}")
    error: PortalError = by_name(reply.status, message)
    raise error
