"""Whole forms as several police forces print them: values before labels, two-line labels, wrapped cells, old paper.

``forms/NAME.txt`` is the print, ``forms/NAME.toml`` what it states. Invented people and places.
"""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.tools.legal.fir.sheets import FORMS, form
from tools.legal.fir.extract import extract, story_spans
from tools.legal.keys import FIR

NAMES = sorted(path.stem for path in FORMS.glob("*.toml"))


def expected(name: str) -> dict[str, Any]:
    return tomllib.loads((FORMS / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_that_a_form_states_and_no_other(name: str) -> None:
    facts, _ = extract(form(name))
    assert {key: fact.value for key, fact in facts.items() if key != "story"} == expected(name)["facts"]


@pytest.mark.parametrize("name", NAMES)
def test_sections_of_item_2(name: str) -> None:
    document = form(name)
    _, sections = extract(document)
    assert {(section.act, section.section) for section in sections} == {*map(tuple, expected(name)["sections"])}
    assert all(section.quote in document.pages[section.page - 1].text for section in sections)


@pytest.mark.parametrize("name", NAMES)
def test_quotes_and_labels_stand_on_their_pages(name: str) -> None:
    document = form(name)
    facts, _ = extract(document)
    known = {key.key for key in FIR}
    for fact in facts.values():
        assert fact.key in known
        for one in (fact, *fact.items):
            text = document.pages[one.page - 1].text
            assert one.quote
            assert one.quote in text
            assert one.label in text
            assert one.boxes


def test_label_words_within_the_story_are_no_labels() -> None:
    document = form("rajasthan")
    story = extract(document)[0]["story"]
    assert story.value.startswith("इस समय श्री कल्पित")
    assert story.value.endswith("30/2017 दर्ज किया।")
    assert story.page == 3
    ((number, start, end),) = story_spans(document)
    assert " ".join(document.pages[number - 1].text[start:end].split()) == story.value


def test_printed_labels_are_kept_for_masked_values() -> None:
    facts, _ = extract(form("uttar_pradesh"))
    assert facts["complainant_phone"].label == "Mobile (मोबाइल सं.)"
    assert facts["complainant_name"].label == "Name (नाम)"
