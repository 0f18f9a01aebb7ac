"""Dates, times and sums as Indian documents write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tools.legal.dates import ascii_digits, dates_in, first_date, parsed, times_in
from tools.legal.money import amount_of, indian, plain_amount, sums_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dated 08.03.2021", "2021-03-08"),
        ("8th March, 2021", "2021-03-08"),
        ("on this 5th day of May 2023", "2023-05-05"),
        ("March 5, 2021", "2021-03-05"),
        ("दिनांक १२.०३.२०२५ को", "2025-03-12"),
        ("12 मार्च 2025", "2025-03-12"),
        ("26/02/22", "2022-02-26"),
        ("1-1-75", "1975-01-01"),
        ("2024-07-01", "2024-07-01"),
        ("31.02.2020", ""),
        ("No. 12.1.3.2020", ""),
        ("Crl. Appeal 1187/2021", ""),
    ],
)
def test_dates(text: str, value: str) -> None:
    assert first_date(text) == value


def test_dates_come_in_order_with_their_place() -> None:
    text = "between 22.04.2021 to 07 June 2021"
    assert [(found.value, text[found.start : found.end]) for found in dates_in(text)] == [
        ("2021-04-22", "22.04.2021"),
        ("2021-06-07", "07 June 2021"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("26/02/2022 10:30 बजे", ["10:30"]),
        ("at 5.30 pm on 3-4-2024", ["17:30"]),
        ("12:05 AM", ["00:05"]),
        ("१४:०५ घंटे", ["14:05"]),
        ("08.03.2021", []),
        ("25:10", []),
    ],
)
def test_times(text: str, values: list[str]) -> None:
    assert [found.value for found in times_in(text)] == values


@pytest.mark.parametrize(
    ("text", "rupees"),
    [
        ("Rs. 24,02,380/- as", "2402380"),
        ("Rs.7,08,500/-", "708500"),
        ("₹ 50,000", "50000"),
        ("5 लाख रुपये", "500000"),
        ("रु0 25,000", "25000"),
        ("10000/- रुपये", "10000"),
        ("Rupees 2.5 crore", "25000000"),
        ("२५००० रुपये", "25000"),
    ],
)
def test_sums(text: str, rupees: str) -> None:
    assert [plain_amount(found.rupees) for found in sums_in(text)] == [rupees]


def test_a_case_number_is_no_sum() -> None:
    assert not list(sums_in("FIR No. 124/2020 and 45 pages"))


def test_amounts_are_written_the_indian_way() -> None:
    assert indian(1693880) == "₹16,93,880"
    assert indian("999") == "₹999"
    assert indian(Decimal("1250.50")) == "₹1,250.50"
    assert amount_of("१,२५०") == 1250
    assert amount_of("1,2.3.4") is None


def test_small_helpers() -> None:
    assert ascii_digits("थाना १२/२०२४") == "थाना 12/2024"
    assert parsed("2024-02-30") is None
