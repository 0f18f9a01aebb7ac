from __future__ import annotations

import pytest

from tools.legal.summary.spoken import listed, spoken_date, spoken_money, spoken_time


def test_dates_are_written_out() -> None:
    assert spoken_date("2021-03-08", "hi") == "8 मार्च 2021"
    assert spoken_date("2021-03-08", "en") == "8 March 2021"
    assert spoken_date("about March", "en") == ""
    assert spoken_date("", "hi") == ""


@pytest.mark.parametrize(
    ("value", "hindi", "english"),
    [
        ("17:30", "शाम 5:30 बजे", "5:30 pm"),
        ("10:00", "सुबह 10 बजे", "10 am"),
        ("00:05", "रात 12:05 बजे", "12:05 am"),
        ("12:00", "दोपहर 12 बजे", "12 pm"),
        ("23:59", "रात 11:59 बजे", "11:59 pm"),
        ("25:00", "", ""),
        ("evening", "", ""),
    ],
)
def test_times(value: str, hindi: str, english: str) -> None:
    assert spoken_time(value, "hi") == hindi
    assert spoken_time(value, "en") == english


@pytest.mark.parametrize(
    ("value", "hindi"),
    [
        ("50000", "₹50,000"),
        ("100000", "₹1 लाख (₹1,00,000)"),
        ("1693880", "₹16.9 लाख (₹16,93,880)"),
        ("9999999", "₹1 करोड़ (₹99,99,999)"),
        ("25000000", "₹2.5 करोड़ (₹2,50,00,000)"),
        ("1000000", "₹10 लाख (₹10,00,000)"),
        ("1200.50", "₹1,200.50"),
        ("NaN", ""),
        ("-5", ""),
        ("fifty", ""),
    ],
)
def test_money(value: str, hindi: str) -> None:
    assert spoken_money(value, "hi") == hindi


def test_money_in_english() -> None:
    assert spoken_money("1693880", "en") == "₹16.9 lakh (₹16,93,880)"


def test_lists() -> None:
    assert listed([], "en") == ""
    assert listed(["A"], "hi") == "A"
    assert listed(["A", "B"], "hi") == "A और B"
    assert listed(["A", "B", "C"], "en") == "A, B and C"
    assert listed(list("ABCDEF"), "en", 3, people=True) == "A, B, C and 3 other people"
    assert listed(list("ABCD"), "hi", 3) == "A, B, C और D", "one more is named rather than counted"
    assert listed(list("ABCDE"), "hi", 3, people=True) == "A, B, C और 2 और लोग"
