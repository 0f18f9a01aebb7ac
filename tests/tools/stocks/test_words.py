"""Amounts, shares, days and times as the page writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tools.stocks import words
from tools.stocks.yahoo import TOO_SLOW


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0, 2, "0.00"),
        (999.999, 2, "1,000.00"),
        (1234.5, 2, "1,234.50"),
        (99999, 0, "99,999"),
        (123456.789, 1, "1,23,456.8"),
        (12345678, 0, "1,23,45,678"),
        (-123456, 0, "-1,23,456"),
        (-0.001, 2, "0.00"),
        (None, 2, "not stated"),
        (float("nan"), 2, "not stated"),
        (float("inf"), 2, "not stated"),
    ],
)
def test_numbers_are_grouped_as_in_india(value: float | None, digits: int, text: str) -> None:
    assert words.number(value, digits) == text


def test_rupees() -> None:
    assert words.rupees(1234.5) == "₹1,234.50"
    assert words.rupees(-1234.5) == "-₹1,234.50"
    assert words.rupees(None) == "not stated"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (16.9e12, "₹16.9 lakh crore"),
        (1.234e12, "₹1.23 lakh crore"),
        (5.4321e10, "₹5,432 crore"),
        (1.5e7, "₹1.50 crore"),
        (250_000, "₹2.50 lakh"),
        (99_999, "₹99,999"),
        (-2e7, "-₹2.00 crore"),
        (None, "not stated"),
    ],
)
def test_large_amounts(value: float | None, text: str) -> None:
    assert words.large_rupees(value) == text


@pytest.mark.parametrize(
    ("share", "digits", "sign", "text"),
    [
        (0.1234, 1, False, "12.3%"),
        (0.1234, 2, True, "+12.34%"),
        (-0.05, 0, True, "-5%"),
        (-0.00001, 1, True, "0.0%"),
        (0.00001, 1, True, "0.0%"),
        (None, 1, False, "not stated"),
    ],
)
def test_percent(share: float | None, digits: int, sign: bool, text: str) -> None:
    assert words.percent(share, digits, sign=sign) == text


def test_days_and_times_are_those_of_india() -> None:
    assert words.day(date(2026, 11, 2)) == "2 Nov 2026"
    assert words.day(None) == "not stated"
    assert words.moment(datetime(2026, 11, 22, 20, 0, tzinfo=UTC)) == "23 Nov 2026, 01:30 IST"
    assert words.moment(datetime(2026, 11, 22, 15, 30)) == "22 Nov 2026, 15:30 IST"
    assert words.moment(None) == "not stated"


@given(some.floats(-1e15, 1e15, allow_subnormal=False), some.integers(0, 4))
def test_commas_change_no_digit(value: float, digits: int) -> None:
    text = words.number(value, digits)
    assert float(text.replace(",", "")) == float(f"{value:.{digits}f}")
    whole = text.lstrip("-").partition(".")[0].split(",")
    assert len(whole[-1]) <= 3
    assert all(len(pair) == 2 for pair in whole[1:-1])


def test_hindi_writes_the_same_digits_with_its_own_words() -> None:
    say = words.words_of("hi")
    assert say.rupees(1234567.5) == "₹12,34,567.50"
    assert say.large_rupees(16.9e12) == "₹16.9 लाख करोड़"
    assert say.large_number(250_000) == "2.50 लाख"
    assert say.day(date(2026, 11, 22)) == "22 नवंबर 2026"
    assert say.moment(datetime(2026, 11, 22, 15, 30)) == "22 नवंबर 2026, 15:30 IST"
    assert say.percent(None) == say.day(None) == say(words.MISSING) != words.MISSING
    assert say.span(date(2026, 1, 2), date(2026, 3, 4)) == "2 जनवरी 2026 से 4 मार्च 2026"


def test_notes_in_a_row_are_each_told_with_their_days() -> None:
    say = words.words_of("hi")
    kept = f"These prices are from 2 Nov 2026, 15:30 IST. {TOO_SLOW}"
    told = say.sentence(kept)
    assert told.startswith("ये भाव 2 नवंबर 2026, 15:30 IST के हैं। ")
    assert "CSV" in told
    assert "answer" not in told
    assert words.words_of("en").sentence(kept) == kept
    assert say.sentence("Nobody wrote this sentence.") == "Nobody wrote this sentence."


def test_the_rule_of_a_test_is_known_again() -> None:
    said = words.words_of("hi").sentence("Crossover of the averages of 50 and 200 sessions")
    assert "50" in said
    assert "200" in said
    assert "Crossover" not in said
