"""One load run from the first visitor to the table. Knows what is measured, not what visitors do."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import httpx

from tests.load.portal import Portal, alone
from tests.load.tab import Tab, Unanswered
from tests.load.visitors import SHARES, Notes, Visitor, leaf_photos, resume_batch

AT_ONCE: Final = 5  # visitors that arrive at the same moment
SETTLING: Final = 4  # visitors that bring their page to where they want it at the same moment
WARM: Final = tuple(SHARES)
OPENING: Final = ("first paint of Home", "open a page")
COPIES: Final = 4  # of the sample resumes in each batch
PHOTOS: Final = 10


@dataclass(frozen=True)
class Figures:
    """What one run gave. Seconds by act; KiB of memory by idle session; cores used by the server and its workers."""

    seconds: Mapping[str, Sequence[float]]
    idle_kib: float
    mib: float
    cores: float
    worker_cores: float
    files_read: int
    photos: int
    automatic: int
    held: int
    own_markers: int
    errors: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    answered: int = field(default=0)  # visitors with at least one answered act

    @property
    def light(self) -> list[float]:
        """Seconds of all light acts."""
        return [each for act, taken in self.seconds.items() if act not in OPENING for each in taken]


def visit_all(server: Portal, users: int, seconds: float, *, heavy: bool = True) -> Figures:
    """Open every page once, let all visitors arrive, then let them act for `seconds` beside the heavy jobs."""
    return alone(_visit_all(server, users, seconds, heavy))


async def _visit_all(server: Portal, users: int, seconds: float, heavy: bool) -> Figures:
    await _warm(server.address)
    notes = Notes()
    visitors = [Visitor(server.address, number, notes) for number in range(users)]
    before = await _at_rest(server)
    await _few_at_once(visitors, AT_ONCE, lambda one: one.arrive(), notes)
    await asyncio.sleep(1)
    idle = (server.mib - before) / users * 1024
    await _few_at_once(visitors, SETTLING, lambda one: one.settle(), notes)
    cpu, workers, begun = server.cpu, server.workers_cpu, time.monotonic()
    jobs = _heavy(server.address, notes, begun + seconds) if heavy else []
    await asyncio.gather(*(one.stay(begun + seconds) for one in visitors), *jobs)
    took = time.monotonic() - begun
    answered = sum(bool(one.tab.drawn) for one in visitors)
    figures = Figures(
        seconds=notes.seconds,
        idle_kib=idle,
        mib=server.mib,
        cores=(server.cpu - cpu) / took,
        worker_cores=(server.workers_cpu - workers) / took,
        files_read=notes.files_read,
        photos=notes.photos,
        automatic=sum(one.tab.automatic for one in visitors),
        held=sum(one.tab.held for one in visitors),
        own_markers=sum(one.tab.seen for one in visitors),
        errors=(*notes.errors, *(f"{one.page or 'Home'}: {error}" for one in visitors for error in one.tab.errors)),
        foreign=tuple(sorted({marker for one in visitors for marker in one.tab.foreign})),
        answered=answered,
    )
    await asyncio.gather(*(one.tab.close() for one in visitors))
    return figures


async def _warm(address: str) -> None:
    """The first run of a page imports its libraries: nobody's act is charged for that."""
    tab = Tab(address, "nobody")
    await tab.open()
    for page in WARM:
        await tab.visit(page)
    await tab.close()


async def _at_rest(server: Portal, seconds: float = 60.0) -> float:
    """MiB of the server once it takes no more: the pages' models are loaded in the background, by no visitor."""
    until = time.monotonic() + seconds
    before, now = 0.0, server.mib
    while now - before > 1.0 and time.monotonic() < until:
        await asyncio.sleep(3)
        before, now = now, server.mib
    return now


async def _few_at_once(visitors, number, act, notes) -> None:  # type: ignore[no-untyped-def]
    gate = asyncio.Semaphore(number)

    async def one(visitor: Visitor) -> None:
        async with gate:
            try:
                await act(visitor)
            except (Unanswered, LookupError, TimeoutError, httpx.HTTPError) as error:
                notes.errors.append(f"{visitor.page or 'Home'}: {error}"[:300])

    await asyncio.gather(*(one(visitor) for visitor in visitors))


def _heavy(address: str, notes: Notes, until: float) -> list[asyncio.Task[None]]:
    acts = [
        resume_batch(address, 0, notes, COPIES, until),
        resume_batch(address, 1, notes, COPIES, until),
        leaf_photos(address, notes, PHOTOS, until),
    ]
    return [asyncio.create_task(act) for act in acts]


def table(runs: Mapping[str, Figures]) -> str:
    """The runs side by side as a Markdown table; milliseconds unless another unit is named."""
    lines = [f"| | {' | '.join(runs)} |", f"|---|{'---:|' * len(runs)}"]

    def row(name: str, *cells: str) -> None:
        lines.append(f"| {name} | {' | '.join(cells)} |")

    every = list(runs.values())
    row("light acts", *(f"{len(one.light)}" for one in every))
    for share in (50, 95, 99):
        row(f"light acts p{share}", *(_ms(one.light, share) for one in every))
    names = sorted({name for one in every for name in one.seconds})
    for name in names:
        row(f"{name} p50 / p95", *(_both(one.seconds.get(name, ())) for one in every))
    row("memory for an idle session, KiB", *(f"{one.idle_kib:.0f}" for one in every))
    row("memory at the end, MiB", *(f"{one.mib:.0f}" for one in every))
    row("cores used: server + workers", *(f"{one.cores:.2f} + {one.worker_cores:.2f}" for one in every))
    row("resumes read, photos answered", *(f"{one.files_read}, {one.photos}" for one in every))
    row("fragments' own reruns", *(f"{one.automatic}" for one in every))
    row("own markers seen / strangers' markers", *(f"{one.own_markers} / {len(one.foreign)}" for one in every))
    row("errors", *(f"{len(one.errors)}" for one in every))
    told = [f"\n{name}: {count} x {error}" for name, one in runs.items() for error, count in _most(one.errors)]
    return "\n".join(lines) + "".join(told)


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share / 100))]


def _ms(values: Sequence[float], share: float) -> str:
    return f"{percentile(values, share) * 1000:.0f}" if values else "-"


def _both(values: Sequence[float]) -> str:
    return f"{_ms(values, 50)} / {_ms(values, 95)}"


def _most(errors: Sequence[str]) -> list[tuple[str, int]]:
    return Counter(errors).most_common(8)
