"""The tables of the history. Everything a visitor owns carries the owner's key and goes with the run it belongs to."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import DateTime, ForeignKey, Index, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from tools.history.types import COMMENT, MODEL, OWNER, SHORT, TITLE


class Moment(TypeDecorator[datetime]):
    """A time in UTC, also where the database knows no time zones (SQLite)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """A time without a zone is a mistake: it would be read as another moment."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time needs its zone")
        at = value.astimezone(UTC)
        return at.replace(tzinfo=None) if dialect.name == "sqlite" else at

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """Always with its zone."""
        if value is None or value.tzinfo is not None:
            return value.astimezone(UTC) if value else None
        return value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """All tables; constraints have fixed names, so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class RunRow(Base):
    """One answer. `day` is the day in India, for the figures by day."""

    __tablename__ = "runs"
    __table_args__ = (Index(None, "owner", "at"), Index(None, "at"), Index(None, "day", "tool"))

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    owner: Mapped[str] = mapped_column(String(OWNER))
    tool: Mapped[str] = mapped_column(String(SHORT))
    at: Mapped[datetime] = mapped_column(Moment)
    day: Mapped[date]
    source: Mapped[str] = mapped_column(String(SHORT))
    model: Mapped[str] = mapped_column(String(MODEL))
    device: Mapped[str] = mapped_column(String(SHORT))
    milliseconds: Mapped[int]
    outcome: Mapped[str] = mapped_column(String(SHORT))


class SavedRow(Base):
    """A result that its owner saved: JSON, packed by zlib; `size` is that of the JSON in bytes."""

    __tablename__ = "saved_results"
    __table_args__ = (Index(None, "owner", "at"),)

    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    owner: Mapped[str] = mapped_column(String(OWNER))
    at: Mapped[datetime] = mapped_column(Moment)
    title: Mapped[str] = mapped_column(String(TITLE))
    size: Mapped[int]
    packed: Mapped[bytes]


class FeedbackRow(Base):
    """A thumb (-1, 0, 1) and a comment on a run."""

    __tablename__ = "feedback"

    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    owner: Mapped[str] = mapped_column(String(OWNER), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    thumb: Mapped[int]
    comment: Mapped[str] = mapped_column(String(COMMENT))


class FailureRow(Base):
    """A defect by its reference: nobody's name and no message."""

    __tablename__ = "failures"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    tool: Mapped[str] = mapped_column(String(SHORT))
    reference: Mapped[str] = mapped_column(String(SHORT))
    kind: Mapped[str] = mapped_column(String(SHORT))


class PreferenceRow(Base):
    """A choice of a visitor, such as the language."""

    __tablename__ = "preferences"

    owner: Mapped[str] = mapped_column(String(OWNER), primary_key=True)
    name: Mapped[str] = mapped_column(String(SHORT), primary_key=True)
    value: Mapped[str] = mapped_column(String(TITLE))
