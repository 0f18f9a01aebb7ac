"""How the portal is used and how it is doing: counts by day, seconds by tool, recent defects. Names nobody."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tools.history.tables import FailureRow, FeedbackRow, RunRow
from tools.history.types import Failure, Latency, Opinion, Usage


def usage(session: Session, since: date) -> tuple[Usage, ...]:
    """Runs by day (of India) and tool, oldest first."""
    rows = session.execute(
        select(RunRow.day, RunRow.tool, func.count())
        .where(RunRow.day >= since)
        .group_by(RunRow.day, RunRow.tool)
        .order_by(RunRow.day, RunRow.tool)
    )
    return tuple(Usage(day, tool, runs) for day, tool, runs in rows)


def latencies(session: Session, since: datetime) -> tuple[Latency, ...]:
    """Nearest-rank percentiles of the seconds by tool: the smallest value that p of all values do not exceed."""
    place = func.row_number().over(partition_by=RunRow.tool, order_by=RunRow.milliseconds)
    count = func.count().over(partition_by=RunRow.tool)
    ranked = (
        select(RunRow.tool, RunRow.milliseconds, place.label("place"), count.label("runs"))
        .where(RunRow.at >= since, RunRow.milliseconds > 0)  # an input of which nothing came took no answer's time
        .subquery()
    )

    # in whole numbers, so that every database gives the same place
    half, most = (
        func.min(ranked.c.milliseconds).filter(ranked.c.place * 100 >= ranked.c.runs * percent) for percent in (50, 95)
    )
    rows = session.execute(
        select(ranked.c.tool, func.max(ranked.c.runs), half, most).group_by(ranked.c.tool).order_by(ranked.c.tool)
    )
    return tuple(Latency(tool, runs, p50 / 1000, p95 / 1000) for tool, runs, p50, p95 in rows)


def opinions(session: Session, since: datetime) -> tuple[Opinion, ...]:
    """Thumbs up and down on the runs since then, by tool."""
    up, down = (func.count().filter(FeedbackRow.thumb == thumb) for thumb in (1, -1))
    rows = session.execute(
        select(RunRow.tool, up, down)
        .join(FeedbackRow)
        .where(RunRow.at >= since)
        .group_by(RunRow.tool)
        .order_by(RunRow.tool)
    )
    return tuple(Opinion(tool, ups, downs) for tool, ups, downs in rows)


def failures(session: Session, most: int) -> tuple[Failure, ...]:
    """The newest defects first."""
    rows = session.scalars(select(FailureRow).order_by(FailureRow.at.desc(), FailureRow.id.desc()).limit(most))
    return tuple(Failure(row.tool, row.reference, row.kind, row.at) for row in rows)
