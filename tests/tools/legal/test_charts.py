"""The time line: every day once, in order, with room for its words on a telephone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from tests.tools.legal.samples import fact, fir_result, order_result
from tools.legal.charts import LONGEST, in_words, rows, timeline
from tools.legal.keys import KEYS
from tools.legal.result import Result
from tools.legal.types import Extract, Language

BOTH = pytest.mark.parametrize("language", ["en", "hi"])


def test_days_are_in_order_and_say_the_time_between() -> None:
    found = rows(order_result(), "en")
    assert [row.day.isoformat() for row in found] == [
        "2025-03-03", "2025-03-05", "2025-03-12", "2025-04-10", "2025-05-03", "2025-05-04",
    ]  # fmt: skip
    assert [row.after for row in found] == [0, 2, 7, 29, 23, 1]
    assert [row.computed for row in found] == [False] * 4 + [True] * 2


def test_events_of_one_day_share_a_row() -> None:
    assert [len(row.events) for row in rows(fir_result(), "hi")] == [1, 2]


@BOTH
@pytest.mark.parametrize("dark", [False, True])
def test_rows_never_overlap_and_fit_a_telephone(language: Language, dark: bool) -> None:
    result = order_result()
    assert result.extract is not None
    dated = {key: fact(key, f"2025-01-{number + 1:02d}") for number, key in enumerate(KEYS) if number < 28}
    crowded = replace(result, extract=replace(result.extract, facts={**result.facts, **dated}))
    for each in (result, crowded, fir_result()):
        figure = timeline(each, language, dark)
        assert figure is not None
        notes = figure.layout.annotations
        lines = [note.text.split("<br>") for note in notes]
        tops = [note.y for note in notes]
        heights = [19 * len(line) for line in lines]
        assert all(high + height < low for (high, low), height in zip(pairwise(tops), heights, strict=False))
        assert max(len(text.replace("<b>", "").replace("</b>", "")) for line in lines for text in line) <= LONGEST
        assert figure.layout.height >= tops[-1] + heights[-1]
        low, high = figure.layout.yaxis.range
        assert low > high  # the earliest on top


def test_one_day_is_no_time_line() -> None:
    facts = {"fir_date": fact("fir_date", "2025-03-03"), "order_date": fact("order_date", "not a date")}
    assert timeline(Result("a.pdf", "summarised", extract=Extract("fir", "en", facts)), "en") is None
    assert timeline(Result("a.pdf", "unreadable", "broken"), "en") is None


def test_an_open_clock_adds_no_day() -> None:
    result = order_result()
    assert result.clock is not None
    assert len(rows(replace(result, clock=replace(result.clock, due=None, bail_from=None)), "en")) == 4


def test_words_for_those_who_do_not_see_it() -> None:
    text = in_words(order_result(), "hi")
    assert text.startswith("3 मार्च 2025: एफआईआर की तारीख़ · पृष्ठ 1; 5 मार्च 2025: ")
    assert rows(order_result(), "en")[0].day == date(2025, 3, 3)
