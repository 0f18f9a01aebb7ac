"""Fictional orders end as their truth says, in the layouts of their courts."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import get_args

import pytest

from tests.benchmarks.legal_scoring import folded
from tests.fiction import customs, order_layouts, sorts
from tests.fiction.matters import matter, texts
from tests.fiction.orders import order, orders
from tests.fiction.test_fir import text_of
from tools.legal.dates import dates_in
from tools.legal.keys import KEYS, ORDER
from tools.legal.types import Language, OutcomeKind

ENDINGS = [(sort, ending) for sort in sorts.SORTS for ending in sort.endings]
ONE_PER_LAYOUT: dict[order_layouts.Layout, tuple[str, str, Language]] = {
    "ecourts": ("bail", "bail_granted", "en"),
    "typed": ("trial", "convicted", "en"),
    "delhi": ("quash", "quashed", "en"),
    "high": ("writ", "allowed", "en"),
    "supreme": ("appeal", "appeal_allowed", "en"),
    "nyayalaya": ("cheque", "convicted_cheque", "hi"),
    "up": ("remand", "custody_remand", "hi"),
    "patna": ("bail_high", "bail_granted", "en"),
    "allahabad": ("bail_high", "bail_refused", "en"),
    "punjab": ("anticipatory_high", "anticipatory_bail_granted", "en"),
    "jabalpur": ("bail_high", "bail_granted", "en"),
    "bombay": ("writ", "dismissed", "en"),
    "sheet": ("charge", "charges_framed", "en"),
    "kota": ("bail", "bail_granted", "hi"),
    "uchch": ("anticipatory_high", "anticipatory_bail_granted", "hi"),
}


@pytest.mark.parametrize(("sort", "ending"), ENDINGS, ids=[f"{sort.key}-{ending}" for sort, ending in ENDINGS])
def test_every_ending_fills_its_gaps_in_both_languages(sort: sorts.Sort, ending: str) -> None:
    kinds = sorts.OUTCOMES.get(ending, (ending,))
    assert set(kinds) <= set(get_args(OutcomeKind))
    for language in get_args(Language):
        if sort.supreme and language == "hi":
            continue
        made = matter(Random(3), sort, ending, language)
        assert not any("{" in paragraph for paragraph in made.paragraphs)
        assert len(made.paragraphs) > 1
        assert ("next_date" in made.facts) == (sort.next and ending != "discharged")


def test_both_languages_have_the_same_texts_but_for_the_supreme_court() -> None:
    english, hindi = texts("en"), texts("hi")
    for part in ("body", "gist", "ends", "purposes"):
        assert {key for key in english[part] if "appeal" not in key} == set(hindi[part])


@pytest.mark.parametrize("layout", list(ONE_PER_LAYOUT))
def test_what_the_truth_says_is_printed(layout: order_layouts.Layout) -> None:
    sort, ending, language = ONE_PER_LAYOUT[layout]
    specimen = order(31, sort, ending, language, layout=layout)
    text = text_of(specimen.data)
    flat, days = folded(text).replace(" ", ""), {day.value for day in dates_in(text)}
    assert {*specimen.truth.facts, *specimen.truth.tolerated} <= {key.key for key in ORDER} | {"state", "year"}
    for key, value in specimen.truth.facts.items():
        for one in value if isinstance(value, tuple) else (value,):
            if KEYS[key].shape == "date":
                assert one in days, key
            elif key in ("case_number", "fir_number", "bond", "fine", "money"):
                assert folded(one).split()[0] in flat, key
            else:
                assert folded(one).replace(" ", "") in flat, key
    assert "FICTIONAL SAMPLE" in text


def test_precedents_and_prayers_speak_of_the_opposite_outcome() -> None:
    granted = " ".join(matter(Random(1), sorts.BY_KEY["bail"], "bail_granted", "en").paragraphs)
    refused = " ".join(matter(Random(1), sorts.BY_KEY["bail"], "bail_refused", "en").paragraphs)
    assert "deserves to be dismissed" in granted
    assert "be released on bail" in refused


def test_dates_of_an_order_follow_one_another() -> None:
    for sort, ending in ENDINGS:
        facts = matter(Random(9), sort, ending, "en").facts
        ordered = date.fromisoformat(str(facts["order_date"]))
        assert ordered < date(2026, 11, 1)
        for key in ("fir_date", "arrest_date", "reserved_date"):
            assert str(facts.get(key, "")) < ordered.isoformat()
        assert str(facts.get("next_date", "9999")) > ordered.isoformat()


def test_orders_go_through_the_sorts_in_turn() -> None:
    first, second = orders(2, start=40)
    assert first.name.startswith("order_bail_bail_granted_")
    assert second.name.startswith("order_bail_bail_refused_")
    assert (first.language, second.language) == ("en", "hi")


def test_courts_cite_an_fir_in_their_own_way() -> None:
    words = {"fir": "12/2023", "station": "Belwari"}
    assert customs.crime("patna", words) == "Belwari P.S. Case No. 12 of 2023"
    assert customs.crime("ecourts", words) == "FIR No. 12/2023"
    assert customs.cases("bombay", "bail") == ("BAIL APPLICATION",)
    assert customs.cases("patna", "quash") == ("CRIMINAL MISCELLANEOUS",)
    assert customs.cases("ecourts", "bail") == ()


def test_endings_of_a_court_are_endings_of_a_sort() -> None:
    for language in get_args(Language):
        for court, ends in texts(language)["local"].items():
            assert court in customs.CASES
            assert set(ends) <= {ending for _, ending in ENDINGS}
