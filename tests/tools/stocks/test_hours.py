"""When the market is open, and how long prices stay the newest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tools.format import INDIA
from tools.stocks.hours import is_fresh, is_open, last_settled


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=INDIA)


@pytest.mark.parametrize(
    ("moment", "want"),
    [
        ("2026-08-21 09:14", False), ("2026-08-21 09:15", True), ("2026-08-21 15:59", True),
        ("2026-08-21 16:00", False), ("2026-08-22 11:00", False), ("2026-10-02 11:00", False),
        ("2026-11-08 18:30", True),  # Muhurat on a Sunday
        ("2031-03-05 11:00", True),  # a weekday that the table does not know
    ],
)  # fmt: skip
def test_open(moment: str, want: bool) -> None:
    assert is_open(at(moment)) is want
    assert is_open(at(moment).astimezone(UTC)) is want


@pytest.mark.parametrize(
    ("moment", "want"),
    [
        ("2026-08-21 16:00", "2026-08-21 16:00"), ("2026-08-21 12:00", "2026-08-20 16:00"),
        ("2026-08-24 08:00", "2026-08-21 16:00"), ("2026-11-08 21:00", "2026-11-08 20:00"),
        ("2026-10-02 20:00", "2026-10-01 16:00"),
    ],
)  # fmt: skip
def test_last_settled(moment: str, want: str) -> None:
    assert last_settled(at(moment)) == at(want)


@pytest.mark.parametrize(
    ("as_of", "moment", "want"),
    [
        ("2026-08-21 11:00", "2026-08-21 11:04", True),
        ("2026-08-21 11:00", "2026-08-21 11:06", False),
        ("2026-08-21 15:40", "2026-08-21 16:30", False),  # fetched before the session was settled
        ("2026-08-21 16:10", "2026-08-24 09:00", True),  # over the weekend
        ("2026-08-21 16:10", "2026-08-24 09:20", False),
        ("2026-08-21 08:00", "2026-08-21 17:00", False),
    ],
)
def test_fresh(as_of: str, moment: str, want: bool) -> None:
    assert is_fresh(at(as_of), at(moment), 5) is want


def test_an_incomplete_series_and_a_wrong_clock_are_not_fresh_for_long() -> None:
    evening = at("2026-08-21 18:00")
    assert is_fresh(at("2026-08-21 16:10"), evening, 5)
    assert not is_fresh(at("2026-08-21 16:10"), evening, 5, complete=False)
    assert is_fresh(evening - timedelta(minutes=1), evening, 5, complete=False)
    assert not is_fresh(evening + timedelta(days=1), evening, 5)
