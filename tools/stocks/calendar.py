"""On which days the NSE traded: Monday to Friday, but for the holidays and special sessions of `data/stocks`.

Known for the years of the table; outside them a weekday may be a holiday, and the functions say that they do not know.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from tools.settings import DATA

TABLE: Final = DATA / "stocks" / "calendar.tsv"


class Calendar(NamedTuple):
    """Weekday holidays, special sessions, and the days from and to which the table is complete."""

    holidays: frozenset[date]
    sessions: frozenset[date]
    first: date
    last: date

    def knows(self, day: date) -> bool:
        """Whether the table covers this day."""
        return self.first <= day <= self.last

    def is_session(self, day: date) -> bool | None:
        """Whether the market was open; None for a weekday that the table does not cover."""
        if day in self.sessions:
            return True
        if day.weekday() > 4 or day in self.holidays:
            return False
        return True if self.knows(day) else None

    def between(self, first: date, last: date) -> Iterator[date]:
        """All sessions from `first` to `last`, both included, within the years of the table."""
        day = max(first, self.first)
        while day <= min(last, self.last):
            if self.is_session(day):
                yield day
            day += timedelta(days=1)


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The calendar that ships with the portal."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    days: dict[str, set[date]] = {}
    for row in rows:
        days.setdefault(row["kind"], set()).add(date.fromisoformat(row["date"]))
    (first,), (last,) = days["first"], days["last"]
    return Calendar(frozenset(days["holiday"]), frozenset(days["session"]), first, last)
