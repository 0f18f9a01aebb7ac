"""Numbers, money, dates and spans in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tools import format as written
from tools.translations import Language

EN: Language = "en"
HI: Language = "hi"


def test_numbers_have_indian_commas_and_latin_digits() -> None:
    assert [written.number(value) for value in (7, 999, 1_000, 1_234_567)] == ["7", "999", "1,000", "12,34,567"]
    assert written.number(1234567.891, 2) == "12,34,567.89"
    assert written.number(-1234) == "-1,234"
    assert written.number(-0.001, 2) == "0.00"
    assert written.rupees(1234567) == "₹12,34,567"
    assert written.rupees(Decimal("-50.5"), 2) == "-₹50.50"


@pytest.mark.parametrize(
    ("value", "english", "hindi"),
    [
        (99_999, "99,999", "99,999"),
        (100_000, "1.00 lakh", "1.00 लाख"),
        (1_25_000, "1.25 lakh", "1.25 लाख"),
        (1_20_00_000, "1.20 crore", "1.20 करोड़"),
        (16.9e12, "16.9 lakh crore", "16.9 लाख करोड़"),
        (-45e7, "-45.0 crore", "-45.0 करोड़"),
    ],
)
def test_large_numbers_in_lakh_and_crore(value: float, english: str, hindi: str) -> None:
    assert written.large(value, EN) == english
    assert written.large(value, HI) == hindi
    sign = "-" if value < 0 else ""
    assert written.large_rupees(value, HI) == f"{sign}₹{hindi.removeprefix('-')}"


def test_days_and_months() -> None:
    assert [written.day(date(2026, 11, 22), language) for language in (EN, HI)] == ["22 Nov 2026", "22 नवंबर 2026"]
    assert written.day(date(2026, 9, 2), EN) == "2 Sep 2026"
    assert [written.month("2022-03", language) for language in (EN, HI)] == ["Mar 2022", "मार्च 2022"]
    assert written.month("soon", HI) == "soon"
    assert written.month("2022-13", HI) == "2022-13"


def test_moments_are_indian() -> None:
    late = datetime(2026, 11, 22, 20, 5, tzinfo=UTC)
    assert written.moment(late, EN) == "23 Nov 2026, 01:35 IST"
    assert written.moment(late, HI) == "23 नवंबर 2026, 01:35 IST"


@pytest.mark.parametrize(
    ("seconds", "english", "hindi"),
    [
        (0.0421, "42 ms", "42 मिलीसेकंड"),
        (2.44, "2.4 s", "2.4 सेकंड"),
        (3.0, "3 s", "3 सेकंड"),
        (59.4, "59 s", "59 सेकंड"),
        (59.6, "1 min 0 s", "1 मिनट 0 सेकंड"),
        (185, "3 min 5 s", "3 मिनट 5 सेकंड"),
        (7800, "2 h 10 min", "2 घंटे 10 मिनट"),
    ],
)
def test_durations(seconds: float, english: str, hindi: str) -> None:
    assert written.duration(seconds, EN) == english
    assert written.duration(seconds, HI) == hindi


@pytest.mark.parametrize(
    ("months", "english", "hindi"), [(51, "4 y 3 m", "4 साल 3 माह"), (12, "1 y", "1 साल"), (0, "0 m", "0 माह")]
)
def test_spans_of_months(months: int, english: str, hindi: str) -> None:
    assert written.months(months, EN) == english
    assert written.months(months, HI) == hindi
