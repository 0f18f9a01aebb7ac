"""The history itself: every question is asked by the owner's key, so that nobody can see or change what is another's.

Somebody else's run and one that does not exist get the same answer. Knows no page and no session.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, TypeAlias, cast

from sqlalchemy import Select, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from tools.errors import NotFound, TooLarge
from tools.format import INDIA
from tools.history import figures
from tools.history.database import Act, Database
from tools.history.packing import clean, owner_key, pack, unpack
from tools.history.tables import Base, FailureRow, FeedbackRow, PreferenceRow, RunRow, SavedRow
from tools.history.types import (
    COMMENT,
    MODEL,
    SHORT,
    TITLE,
    Failure,
    Feedback,
    Latency,
    Opinion,
    PastRun,
    Run,
    Saved,
    Thumb,
    Usage,
)
from tools.translations import N_

Wanted: TypeAlias = Select[*tuple[Any, ...]]

GONE: Final = N_("There is no such run of yours: it was deleted, is over its time, or the address is wrong.")
UNSAVED: Final = N_("This run has no saved result: press “Save to my runs” beside an answer to keep one.")
LONG: Final = N_("A comment has at most {most:,} characters and yours has {count:,}: shorten it.")
FULL: Final = N_("You have {most:,} saved results, which is as many as are kept: delete one first.")


class History:
    """Runs, saved results, feedback, preferences and defects in one database. Safe for several threads.

    Every method raises `HistoryUnavailable` when the database does not answer in time or does not take what is written.

    Parameters
    ----------
    database
        Where everything lies.
    days
        After so many days a run goes, unless its result was saved later; a saved result goes as long after saving.
    saved_kb, saved_most
        Largest saved result, and how many of them one visitor may keep.
    """

    def __init__(self, database: Database, *, days: int = 90, saved_kb: int = 1024, saved_most: int = 100) -> None:
        self.database = database
        self.days, self.saved_kb, self.saved_most = days, saved_kb, saved_most

    def failing(self, act: Act) -> bool:
        """Whether the database did not do this a moment ago."""
        return self.database.failing(act)

    # what was run

    def record(self, run: Run) -> None:
        """Keep a run; one that is known already stays as it is."""
        values = {
            "id": run.id,
            "owner": owner_key(run.owner),
            "tool": clean(run.tool, SHORT),
            "at": run.at,
            "day": run.at.astimezone(INDIA).date(),
            "source": clean(run.source, SHORT),
            "model": clean(run.model, MODEL),
            "device": clean(run.device, SHORT),
            "milliseconds": min(max(round(run.seconds * 1000), 0), 2**31 - 1),
            "outcome": clean(run.outcome, SHORT),
        }
        with self.database.session("write") as session:
            session.execute(_insert(session, RunRow).values(values).on_conflict_do_nothing())

    def runs(
        self, owner: str, *, tool: str = "", since: datetime | None = None, limit: int = 50, offset: int = 0
    ) -> tuple[PastRun, ...]:
        """The visitor's runs, newest first: of one tool, from a time on, a page of them."""
        wanted = _of(_whole(), owner, tool, since).order_by(RunRow.at.desc(), RunRow.id)
        with self.database.session("read") as session:
            return tuple(_past(*row) for row in session.execute(wanted.limit(limit).offset(offset)))

    def count(self, owner: str, *, tool: str = "", since: datetime | None = None) -> int:
        """How many runs `runs` has in all."""
        with self.database.session("read") as session:
            return session.scalar(_of(select(func.count(RunRow.id)), owner, tool, since)) or 0

    def run(self, owner: str, run_id: str) -> PastRun:
        """One run of the visitor; raises NotFound."""
        wanted = _whole().where(RunRow.owner == owner_key(owner), RunRow.id == clean(run_id, SHORT))
        with self.database.session("read") as session:
            row = session.execute(wanted).one_or_none()
            if row is None:
                raise NotFound(GONE)
            return _past(*row)

    def delete(self, owner: str, run_ids: Collection[str]) -> int:
        """Delete runs of the visitor with all that belongs to them; how many there were."""
        wanted = [clean(run_id, SHORT) for run_id in run_ids]
        with self.database.session("write") as session:
            gone = session.execute(delete(RunRow).where(RunRow.owner == owner_key(owner), RunRow.id.in_(wanted)))
            return cast(int, getattr(gone, "rowcount", 0))

    # what was saved or said of it

    def save(self, owner: str, run_id: str, title: str, result: Mapping[str, Any]) -> None:
        """Keep a run's result; a second time replaces the first. Raises NotFound and TooLarge."""
        packed, size = pack(result, self.saved_kb)
        key = owner_key(owner)
        values = {"owner": key, "at": datetime.now(UTC), "title": clean(title, TITLE), "size": size, "packed": packed}
        with self.database.session("write") as session:
            own = _own(session, key, run_id)
            others = select(func.count()).where(SavedRow.owner == key, SavedRow.run_id != own)
            if (session.scalar(others) or 0) >= self.saved_most:
                raise TooLarge(FULL.format(most=self.saved_most))
            _put(session, SavedRow, {"run_id": own}, values)

    def saved(self, owner: str, run_id: str) -> Saved:
        """A saved result; raises NotFound, and Corrupt when it was damaged."""
        run = self.run(owner, run_id)
        with self.database.session("read") as session:
            row = session.get(SavedRow, run.id)
            if row is None:
                raise NotFound(UNSAVED)
            return Saved(run, row.title, row.at, unpack(row.packed, row.size))

    def feedback(self, owner: str, run_id: str, given: Feedback) -> None:
        """Keep what the visitor says of a run; nothing said takes it back. Raises NotFound and TooLarge."""
        comment = given.comment.strip()
        if len(comment) > COMMENT:
            raise TooLarge(LONG.format(most=COMMENT, count=len(comment)))
        key = owner_key(owner)
        with self.database.session("write") as session:
            own = _own(session, key, run_id)
            if not given.thumb and not comment:
                session.execute(delete(FeedbackRow).where(FeedbackRow.run_id == own))
                return
            values = {"owner": key, "at": datetime.now(UTC), "thumb": given.thumb, "comment": clean(comment, COMMENT)}
            _put(session, FeedbackRow, {"run_id": own}, values)

    # the visitor

    def preferences(self, owner: str) -> dict[str, str]:
        """The visitor's choices by name."""
        wanted = select(PreferenceRow.name, PreferenceRow.value).where(PreferenceRow.owner == owner_key(owner))
        with self.database.session("read") as session:
            return dict(session.execute(wanted).all())

    def prefer(self, owner: str, name: str, value: str) -> None:
        """Remember a choice."""
        key = {"owner": owner_key(owner), "name": clean(name, SHORT)}
        with self.database.session("write") as session:
            _put(session, PreferenceRow, key, {"value": clean(value, TITLE)})

    def forget(self, owner: str) -> None:
        """Delete everything of the visitor."""
        with self.database.session("write") as session:
            session.execute(delete(RunRow).where(RunRow.owner == owner_key(owner)))
            session.execute(delete(PreferenceRow).where(PreferenceRow.owner == owner_key(owner)))

    # the portal

    def purge(self, now: datetime | None = None) -> int:
        """Delete what is over its time; how many runs that were."""
        end = (now or datetime.now(UTC)) - timedelta(days=self.days)
        saved_later = select(SavedRow.run_id).where(SavedRow.run_id == RunRow.id, SavedRow.at >= end).exists()
        with self.database.session("write") as session:
            gone = session.execute(delete(RunRow).where(RunRow.at < end, ~saved_later))
            session.execute(delete(FailureRow).where(FailureRow.at < end))
            return cast(int, getattr(gone, "rowcount", 0))

    def note(self, failure: Failure) -> None:
        """Keep a defect's reference."""
        kind, tool, reference = (clean(text, SHORT) for text in (failure.kind, failure.tool, failure.reference))
        with self.database.session("write") as session:
            session.add(FailureRow(at=failure.at, tool=tool, reference=reference, kind=kind))

    def failures(self, most: int = 50) -> tuple[Failure, ...]:
        """The newest defects of the portal."""
        with self.database.session("read") as session:
            return figures.failures(session, most)

    def usage(self, since: date) -> tuple[Usage, ...]:
        """Runs by day and tool."""
        with self.database.session("read") as session:
            return figures.usage(session, since)

    def opinions(self, since: datetime) -> tuple[Opinion, ...]:
        """The thumbs by tool; comments are for their writers alone."""
        with self.database.session("read") as session:
            return figures.opinions(session, since)

    def latencies(self, since: datetime) -> tuple[Latency, ...]:
        """The seconds by tool."""
        with self.database.session("read") as session:
            return figures.latencies(session, since)


def _insert(session: Session, table: type[Base]) -> Any:
    """An INSERT that may say what happens on conflict: both databases can, each by its own class."""
    made = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    return made(table)


def _put(session: Session, table: type[Base], key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    statement = _insert(session, table).values(**key, **values)
    session.execute(statement.on_conflict_do_update(index_elements=list(key), set_=dict(values)))


def _own(session: Session, key: str, run_id: str) -> str:
    """The id of a run that is the visitor's, and that nobody deletes before the transaction ends."""
    wanted = select(RunRow.id).where(RunRow.owner == key, RunRow.id == clean(run_id, SHORT))
    found = session.scalar(wanted.with_for_update(key_share=True, read=True))
    if found is None:
        raise NotFound(GONE)
    return found


def _whole() -> Wanted:
    """Runs with the title of what was saved and what was said; the result itself stays where it is."""
    columns: list[Any] = [RunRow, SavedRow.title, FeedbackRow.thumb, FeedbackRow.comment]
    return select(*columns).outerjoin(SavedRow).outerjoin(FeedbackRow)


def _of(wanted: Wanted, owner: str, tool: str, since: datetime | None) -> Wanted:
    wanted = wanted.where(RunRow.owner == owner_key(owner))
    if tool:
        wanted = wanted.where(RunRow.tool == tool)
    return wanted.where(RunRow.at >= since) if since else wanted


def _past(row: RunRow, title: str | None, thumb: int | None, comment: str | None) -> PastRun:
    return PastRun(
        row.owner, row.tool, row.source, row.model, row.device, row.milliseconds / 1000, row.outcome, row.id, row.at,
        title or "", title is not None, cast(Thumb, thumb or 0), comment or "",
    )  # fmt: skip
