"""Any result sorted for a reader and compared with another, without a page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.ui import language
from tools.ui.history import values, words
from tools.ui.history.shape import LONG, ROWS, compared, shape_of
from tools.ui.history.values import in_language, value
from tools.ui.history.words import duration, label, moment, outcome

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_subnormal=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


def test_facts_texts_and_tables() -> None:
    shape = shape_of(
        {"a": 1, "b": {"c": "x"}, "long": "y" * (LONG + 1), "names": ["p", "q"], "none": [],
         "rows": [{"d": 1, "deep": {"e": [2, 3]}}], "by_key": {"k": {"v": 1}, "l": {"v": 2}}}
    )  # fmt: skip
    assert shape.facts == [(("a",), 1), (("b", "c"), "x"), (("names",), "p, q")]
    assert shape.texts == [(("long",), "y" * (LONG + 1))]
    assert shape.tables == [
        (("rows",), [{"d": 1, "deep": "e: 2 · 3"}]),
        (("by_key",), [{"": "k", "v": 1}, {"": "l", "v": 2}]),
    ]


def test_a_long_table_is_cut() -> None:
    ((_path, rows),) = shape_of({"rows": [{"n": number} for number in range(ROWS + 5)]}).tables
    assert len(rows) == ROWS


@given(st.dictionaries(st.text(max_size=5), JSON, max_size=5))
def test_every_result_has_a_shape_and_equals_itself(result: dict[str, object]) -> None:
    shape_of(result)
    assert not any(line.differs for line in compared(result, result))


def test_what_one_result_lacks_differs() -> None:
    lines = compared({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1], "c": 3})
    assert [(line.path, line.first, line.second, line.differs) for line in lines] == [
        (("a",), 1, 1, False),
        (("b", "1"), 1, 1, False),
        (("b", "2"), 2, None, True),
        (("c",), None, 3, True),
    ]


@pytest.mark.parametrize(
    ("tool", "code", "words"),
    [
        ("legal", "order: bail_granted", "Bail granted"),
        ("stocks", "analysed: live", "Prices analysed, live prices"),
        ("chat", "new_code: more_of_it", "New code, More of it"),
        ("crop", "", ""),
    ],
)
def test_outcomes_in_words(tool: str, code: str, words: str) -> None:
    assert outcome(tool, code) == words


def test_times_and_values_in_words() -> None:
    assert moment(datetime(2026, 11, 21, 20, 5, tzinfo=UTC)) == "22 Nov 2026, 01:35 IST"
    assert (duration(0.1234), duration(2.345)) == ("123 ms", "2.3 s")
    assert (label("rsi_14"), label("next_date"), label("fir_number")) == ("RSI 14", "Next date", "FIR number")
    assert [value(each) for each in (None, "", True, 1234.50, 0.00001, "x", 3)] == [
        "—", "—", "Yes", "1,234.5", "1e-05", "x", "3",
    ]  # fmt: skip
    assert (value(12_34_567), value(-12_34_567.5), value(2014, "year")) == ("12,34,567", "-12,34,567.5", "2014")


IN_HINDI = [
    ("2026-11-22", "due", "22 नवंबर 2026"),
    ("2026-11", "start", "नवंबर 2026"),
    ("2026-10-30T16:00:00+05:30", "fetched", "30 अक्टूबर 2026, 16:00 IST"),
    ("2026-02-31", "due", "2026-02-31"),
    ("present", "end", "अब तक"),
    ("unsure", "status", "पक्का नहीं"),
    ("fir", "kind", "एफ़आईआर"),
    ("tomato__early_blight", "class_id", "टमाटर: अगेती झुलसा"),
    ("tomato__of_another_model", "class_id", "Tomato  of another model"),
    ("tomato", "crop", "टमाटर"),
    ("fir_number", "facts", "एफआईआर नंबर"),
    ("rules and templates", "engine", "नियम और तय वाक्य"),
    ("unsure", "headline", "unsure"),  # somebody's own word
    ("Present", "skill", "Present"),
]


@pytest.mark.parametrize(("found", "key", "said"), IN_HINDI)
def test_values_in_hindi(found: str, key: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    hindi(monkeypatch)
    assert value(found, key) == said


def hindi(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (values, words, language):
        monkeypatch.setattr(module, "language", lambda: "hi")


def test_what_is_said_in_two_languages_is_shown_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    result = {
        "summary_en": [{"text": "Bail."}], "summary_hi": [{"text": "ज़मानत।"}], "note_hi": "अकेला",
        "rows": [{"name": {"en": "Theft", "hi": "चोरी"}}],
    }  # fmt: skip
    assert in_language(result) == {
        "summary": [{"text": "Bail."}], "note_hi": "अकेला", "rows": [{"name": "Theft"}],
    }  # fmt: skip
    hindi(monkeypatch)
    assert in_language(result)["summary"] == [{"text": "ज़मानत।"}]
    assert in_language(result)["rows"] == [{"name": "चोरी"}]
