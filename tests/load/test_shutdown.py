"""SIGTERM on a real portal with work in flight: jobs finish or are ended, and nothing is left behind."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest

from tests.load.portal import Portal, alone, portal
from tests.load.tab import Tab
from tests.load.visitors import CV, JOB, RESUME
from tools.resume.samples import sample_resumes

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX"),
    pytest.mark.timeout(400),
]
MARKER = "zq00000000000000aazq"


@asynccontextmanager
async def tabs(server: Portal, number: int) -> AsyncIterator[list[Tab]]:
    made = [Tab(server.address, MARKER) for _ in range(number)]
    try:
        yield made
    finally:
        for tab in made:
            await tab.close()


async def pile(tab: Tab, files: list[tuple[str, bytes]]) -> None:
    await tab.open(RESUME)
    await tab.change("resume.job_text", string_value=JOB)
    await tab.upload("resume.files", files)


async def until(ready: object, seconds: float = 60) -> None:
    for _ in range(int(seconds * 10)):
        if ready():  # type: ignore[operator]
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it did not come to that")


def ended(server: Portal, children: list[psutil.Process]) -> int:
    """The exit status; the workers must be gone with the portal."""
    status = server.server.wait(90)
    _, alive = psutil.wait_procs(children, timeout=5)
    assert not alive
    return status


def recorded(folder: Path) -> list[str]:
    with sqlite3.connect(next(folder.rglob("history.sqlite"))) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [outcome for (outcome,) in database.execute("SELECT outcome FROM runs WHERE tool = 'resume'")]


def test_a_pile_in_flight_is_finished_recorded_and_nothing_new_begins() -> None:
    texts = [(f"{n}.txt", CV.format(name=f"Asha {n}", marker=MARKER).encode()) for n in range(6)]

    async def drive(server: Portal) -> list[psutil.Process]:
        async with tabs(server, 2) as (first, late):
            await late.open(RESUME)
            await pile(first, texts)
            await until(lambda: server.process.children(recursive=True))
            children = server.process.children(recursive=True)
            server.server.send_signal(signal.SIGTERM)
            await late.upload("resume.files", texts[:1])
            await until(lambda: any("restarting" in text for text in late.texts()), 20)
            await until(lambda: first.has("resume.tabs"))
            return children

    with portal(PORTAL_WORKERS="1", PORTAL_SHUTDOWN_SECONDS="60") as server:
        children = alone(drive(server))
        log = server.log
        assert ended(server, children) == 0, log.read_text()
        assert recorded(log.parent) == ["scored"]
        assert "unfinished" not in log.read_text()


def test_what_takes_too_long_is_ended_and_leaves_no_orphan() -> None:
    async def drive(server: Portal) -> list[psutil.Process]:
        async with tabs(server, 1) as (tab,):
            await pile(tab, [(f"{n} {name}", data + b" " * n) for n in range(1, 4) for name, data in sample_resumes()])
            await until(lambda: server.process.children(recursive=True))
            children = server.process.children(recursive=True)
            server.server.send_signal(signal.SIGTERM)
            return children

    with portal(PORTAL_WORKERS="1", PORTAL_SHUTDOWN_SECONDS="0.5") as server:
        children = alone(drive(server))
        assert ended(server, children) == 0, server.log.read_text()
        assert "unfinished" in server.log.read_text()
