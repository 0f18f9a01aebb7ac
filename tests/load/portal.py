"""A real portal for the load tests: open to everybody, with a data folder of its own, gone afterwards."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import psutil

from tests.ports import free_port
from tools.start.tuning import OFF

T = TypeVar("T")
ROOT: Final = Path(__file__).resolve().parents[2]
START: Final = 120.0  # seconds that the server may take
STOP: Final = 60.0
# what `.streamlit/config.toml` and `tools.start.tuning` change of Streamlit's defaults as far as speed goes, put back
DEFAULTS: Final = ("--runner.postScriptGC=true", "--runner.magicEnabled=true", "--server.fileWatcherType=auto")
UNTUNED: Final = {OFF: "1"}


def alone(act: Coroutine[Any, Any, T]) -> T:
    """The result of `act` in a loop on a thread of its own: Playwright leaves one running on this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, act).result()


class NotStarted(Exception):
    """The server did not come up; the message is the end of its log."""


@dataclass(frozen=True)
class Portal:
    """A running server: its address, process and log, when it was started (`time.perf_counter`), and its handle.

    Its data lie in the folder of the log.
    """

    address: str
    process: psutil.Process
    log: Path
    begun: float
    server: subprocess.Popen[bytes]

    @property
    def mib(self) -> float:
        """Resident memory of the server itself."""
        return float(self.process.memory_info().rss) / 2**20

    @property
    def cpu(self) -> float:
        """Processor seconds of the server itself so far, its ended threads too."""
        if sys.platform == "linux":  # to the nanosecond, where /proc counts ticks: the clock of another process
            return time.clock_gettime((~self.process.pid << 3) | 2)
        times = self.process.cpu_times()
        return float(times.user + times.system)

    @property
    def workers_cpu(self) -> float:
        """Processor seconds of its worker processes so far."""
        spent = 0.0
        for child in self.process.children(recursive=True):
            try:
                times = child.cpu_times()
            except psutil.Error:  # it ended meanwhile
                continue
            spent += times.user + times.system
        return spent


@contextmanager
def portal(options: Sequence[str] = (), *, hello: bool = False, **settings: str) -> Iterator[Portal]:
    """The portal, or `streamlit hello`, started as in production; `settings` are environment variables."""
    folder = Path(tempfile.mkdtemp(prefix="portal-load-"))
    given = {"PORTAL_ENVIRONMENT": "production", "PORTAL_OPEN": "true", "PORTAL_DATA_FOLDER": str(folder)}
    unset = {"PORTAL_DATABASE_URL", "DATABASE_URL"}
    environment = {name: value for name, value in os.environ.items() if name not in unset} | given | settings
    port = free_port()
    flags = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true", *options]
    command = ["-m", "streamlit", "hello"] if hello else ["-m", "tools.start"]
    with (folder / "log.txt").open("w") as out:
        begun = time.perf_counter()
        server = subprocess.Popen(
            [sys.executable, *command, *flags],
            cwd=folder if hello else ROOT,
            env=environment,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", server, folder / "log.txt")
            address, log = f"http://127.0.0.1:{port}", folder / "log.txt"
            yield Portal(address, psutil.Process(server.pid), log, begun, server)
        finally:
            _stop(server)
            shutil.rmtree(folder, ignore_errors=True)


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.02)
    raise NotStarted(log.read_text(errors="replace")[-2000:])


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is not None:
        return
    server.send_signal(signal.SIGTERM)
    try:
        server.wait(STOP)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
