"""What one light act costs the server: processor time, messages and bytes, for one visitor alone.

Processor time hardly depends on what else the machine does, so this is where a slow page is looked for.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tests.load.portal import Portal, alone
from tests.load.tab import Run
from tests.load.visitors import SHARES, Notes, Visitor, page_of, reads_hindi

TIMES: Final = 24  # acts of a visitor on each page


@dataclass(frozen=True)
class Cost:
    """An act by name: processor milliseconds of the server (mean), its messages and KiB (medians)."""

    act: str
    milliseconds: float
    messages: float
    kib: float


def costs(server: Portal, pages: Sequence[str] = tuple(SHARES)) -> list[Cost]:
    """Each page's acts by one visitor after the other, the costliest first."""
    found = [cost for page in pages for cost in alone(_costs(server, page))]
    return sorted(found, key=lambda one: -one.milliseconds)


async def _costs(server: Portal, page: str) -> list[Cost]:
    visitor = Visitor(server.address, _number(page), Notes())
    await visitor.arrive()
    await visitor.settle()
    spent: dict[str, list[tuple[float, Run]]] = {}
    for _ in range(TIMES):
        before = server.cpu
        name, run = await visitor.act()
        spent.setdefault(name, []).append((server.cpu - before, run))
    await visitor.tab.close()
    return [_mean(f"{page or 'Home'}: {name}", each) for name, each in spent.items()]


def _number(page: str) -> int:
    """A visitor who goes to that page and reads English."""
    return next(number for number in range(1000) if page_of(number) == page and not reads_hindi(number))


def _mean(act: str, spent: Sequence[tuple[float, Run]]) -> Cost:
    return Cost(
        act,
        statistics.fmean(seconds for seconds, _ in spent) * 1000,
        statistics.median(run.messages for _, run in spent),
        statistics.median(run.size for _, run in spent) / 1024,
    )


def costs_table(found: Sequence[Cost]) -> str:
    """The costs as a Markdown table."""
    lines = ["| act | processor ms | messages | KiB |", "|---|---:|---:|---:|"]
    lines += [f"| {one.act} | {one.milliseconds:.0f} | {one.messages:.0f} | {one.kib:.0f} |" for one in found]
    return "\n".join(lines)
