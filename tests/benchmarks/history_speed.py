"""How long the history takes with 100,000 runs of 500 visitors: what a page waits for, on SQLite and on PostgreSQL."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from statistics import median
from typing import Any, Final

from sqlalchemy import insert, make_url

from tests.tools.history.server import Server
from tools.format import INDIA
from tools.history import Feedback, History, Run
from tools.history.database import Database
from tools.history.tables import RunRow
from tools.history.writer import Recorder

RUNS: Final = 100_000
VISITORS: Final = 500
ROUNDS: Final = 30
NOW: Final = datetime.now(UTC)
TOOLS: Final = ("resume", "crop", "legal", "stocks", "chat")


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """The addresses of both."""
    server = Server()
    server.start()
    with tempfile.TemporaryDirectory() as folder:
        try:
            yield {"SQLite": f"sqlite:///{folder}/history.sqlite", "PostgreSQL": server.database()}
        finally:
            server.stop()
            server.remove()


def fill(history: History) -> None:
    """Runs spread over 60 days."""
    with history.database.session("write") as session:
        for start in range(0, RUNS, 5000):
            session.execute(insert(RunRow), [row(number) for number in range(start, start + 5000)])


def row(number: int) -> dict[str, Any]:
    """One of the runs that are there already."""
    at = NOW - timedelta(days=60) * number / RUNS
    return {
        "id": f"{number:032x}", "owner": f"visitor-{number % VISITORS}", "tool": TOOLS[number % 5], "at": at,
        "day": at.astimezone(INDIA).date(), "source": "0" * 64, "model": "net", "device": "cpu",
        "milliseconds": number * 7919 % 9000, "outcome": "diagnosed",
    }  # fmt: skip


def timed(act: Callable[[], object]) -> str:
    """Median and longest of some rounds."""
    taken = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        act()
        taken.append(1000 * (time.perf_counter() - begun))
    return f"{median(taken):8.2f} ms, longest {max(taken):.1f}"


def measure(history: History) -> None:
    """Print what each act takes."""
    recorder, week = Recorder(history.purge), NOW - timedelta(days=7)
    one = Run("visitor-1", "crop", "0", "net", "cpu", 0.5, "diagnosed")
    history.record(one)
    result = {"text": "x" * 50_000}
    acts: dict[str, Callable[[], object]] = {
        "record, as the page sees it": lambda: recorder.put(partial(history.record, one)),
        "record, in the background": lambda: history.record(one),
        "50 runs of a visitor": lambda: history.runs("visitor-1"),
        "feedback": lambda: history.feedback("visitor-1", one.id, Feedback(1, "Right.")),
        "save 50 KB": lambda: history.save("visitor-1", one.id, "T", result),
        "open what was saved": lambda: history.saved("visitor-1", one.id),
        "usage of a week": lambda: history.usage(week.date()),
        "percentiles of a week": lambda: history.latencies(week),
    }
    for what, act in acts.items():
        print(f"  {what:28s} {timed(act)}")
    recorder.close(10)


def main() -> None:
    """Both databases, one after the other."""
    with databases() as addresses:
        for name, address in addresses.items():
            history = History(Database(make_url(address), 10))
            fill(history)
            print(f"{name}, {RUNS:,} runs")
            measure(history)
            history.database.close()


if __name__ == "__main__":
    main()
