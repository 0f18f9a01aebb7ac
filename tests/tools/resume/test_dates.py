from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.resume.dates import find_ranges, find_single, interval, months_between, union_months, years_in

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("03/2019 – Present", "2019-03", "present"),
        ("Jan'22 - till date", "2022-01", "present"),
        ("June 2016 to Present", "2016-06", "present"),
        ("from April 2015 to date", "2015-04", "present"),
        ("Since 2018", "2018-01", "present"),
        ("May 2015 onwards", "2015-05", "present"),
        ("Feb 2017 - Currently working", "2017-02", "present"),
        ("Aug. 2012 – Sept. 2014", "2012-08", "2014-09"),
        ("15-Jun-2010 to 30-Sep-2012", "2010-06", "2012-09"),
        ("1st April 2014 to till date", "2014-04", "present"),
        ("01/04/2015 - 31/03/2018", "2015-04", "2018-03"),
        ("2019.03 - now", "2019-03", "present"),
        ("2017-04-01 to 2018-05-30", "2017-04", "2018-05"),
        ("June 15, 2010 - July 3, 2011", "2010-06", "2011-07"),
        ("June 2019 - Present (5 years 2 months)", "2019-06", "present"),
        ("October 2011\nto\nAugust 2015", "2011-10", "2015-08"),
        ("Jan - Mar 2020", "2020-01", "2020-03"),
        ("Nov - Feb 2020", "2019-11", "2020-02"),
        ("Sep. 2023 Mar. 2024", "2023-09", "2024-03"),
        ("05/15 - 06/17", "2015-05", "2017-06"),
        ("Mar 2020−Apr 2021", "2020-03", "2021-04"),
        ("जनवरी 2020 से अब तक", "2020-01", "present"),
        ("मार्च २०१८ - वर्तमान", "2018-03", "present"),
        ("अप्रैल 2015 से जून 2017", "2015-04", "2017-06"),
    ],
)
def test_a_range_with_months_is_read_exactly(text: str, start: str, end: str) -> None:
    (found,) = find_ranges(text, TODAY)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end", "months"),
    [
        ("2015-2018", "2015-01", "2018-01", 36),
        ("'19–'22", "2019-01", "2022-01", 36),
        ("2011–13", "2011-01", "2013-01", 24),
        ("2014 - 2014", "2014-01", "2014-01", 3),
    ],
)
def test_bare_years_count_as_their_difference(text: str, start: str, end: str, months: int) -> None:
    (found,) = find_ranges(text, TODAY)
    assert (found.start, found.end, found.exact) == (start, end, False)
    assert months_between(found.start, found.end or "", TODAY, found.exact) == months


@pytest.mark.parametrize(
    "text",
    [
        "+91 98765 43210",
        "call 2010-201888",
        "Python 3.8 - 3.10",
        "raised 50% - 60%",
        "2019 - 2015",
        "1850 - 1860",
        "2035 - 2040",
        "pin 560001-560100",
        "₹2015-2018",
        "",
    ],
)
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert find_ranges(text, TODAY) == []


def test_a_range_knows_where_it_stands() -> None:
    text = "Engineer (03/2019 – Present)"
    (found,) = find_ranges(text, TODAY)
    assert text[slice(*found.span)] == "03/2019 – Present"


def test_two_ranges_on_one_line_come_in_order() -> None:
    found = find_ranges("Jan 2010 - Feb 2011, Mar 2012 - Apr 2013", TODAY)
    assert [(item.start, item.end) for item in found] == [("2010-01", "2011-02"), ("2012-03", "2013-04")]


def test_both_ends_of_a_range_are_counted() -> None:
    assert months_between("2020-01", "2020-03", TODAY) == 3
    assert months_between("2026-10", "present", TODAY) == 2


def test_overlapping_intervals_count_once() -> None:
    spans = [
        interval("2020-01", "2020-12", TODAY),
        interval("2020-06", "2021-06", TODAY),
        interval("2023-01", "2023-01", TODAY),
    ]
    assert union_months(spans) == 18 + 1
    assert union_months([]) == 0


def test_a_lone_month_or_year() -> None:
    month = find_single("Intern, November 2011", TODAY)
    assert month is not None
    assert (month.start, month.end, month.exact) == ("2011-11", None, True)
    year = find_single("2011", TODAY)
    assert year is not None
    assert not year.exact
    assert find_single("call 98765", TODAY) is None


def test_years_include_a_degree_in_progress() -> None:
    assert years_in("B.Tech, 2023 - २०२७, 1890", TODAY) == [2023, 2027]


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    for found in find_ranges(text, TODAY):
        assert found.start <= (found.end or "present")


@pytest.mark.parametrize(
    ("piece", "months"),
    [
        ("2015 - ", {"2015-01"}),
        ("Jan 2015 - ", {"2015-01"}),
        *((each, set()) for each in ("Jan ", "1 ", "'", "0/", "to ", "से ")),
    ],
)
def test_hostile_text_has_no_other_dates(piece: str, months: set[str]) -> None:
    text = (piece * 100_000)[:100_000]
    assert {month for found in find_ranges(text, TODAY) for month in (found.start, found.end)} == months
