"""The one sentence for each kind of answer, in both languages, and what it must never say."""

from __future__ import annotations

import re
import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.crop.fakes import again, all_kinds, diagnosis, no_leaf, undecided
from tools.crop.advice import advice, conditions
from tools.crop.phrases import LIKELY, TEXTS, likely, percent, say
from tools.crop.types import Diagnosis, Language
from tools.crop.verdict import may_compare, named, severity_sentence, verdict

BOTH: tuple[Language, Language] = ("en", "hi")


def test_diagnosed_has_the_name_the_words_and_the_number() -> None:
    told = verdict(diagnosis(probability=0.94), "en")
    assert told.headline == "Very likely early blight of tomato (94%)"
    assert told.tone == "found"
    hindi = verdict(diagnosis(probability=0.94), "hi").headline
    assert "टमाटर" in hindi
    assert "बहुत संभव (94%)" in hindi


def test_healthy_is_told_as_such() -> None:
    told = verdict(diagnosis("tomato__healthy", 0.99), "en")
    assert told.headline == "Almost certainly a healthy tomato leaf (99%)"
    assert told.tone == "healthy"


def test_proper_names_keep_their_capital() -> None:
    assert named("banana__panama_wilt", "en").startswith("Panama")
    assert named("maize__northern_leaf_blight", "en").startswith("northern")


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("answer", all_kinds(), ids=lambda answer: answer.reason or answer.status)
def test_every_kind_of_answer_has_words(answer: Diagnosis, language: Language) -> None:
    told = verdict(answer, language)
    text = " ".join((told.headline, *told.details))
    assert told.headline
    assert "{" not in text
    if answer.status != "diagnosed":
        assert told.details
        names = {advice(condition.class_id, language).name for condition in conditions() if condition.kind != "healthy"}
        assert not any(name.casefold() in text.casefold() for name in names)


def test_retake_says_each_problem_and_its_remedy() -> None:
    told = verdict(again(), "en")
    assert told.tone == "again"
    assert len(told.details) == 2
    assert "dark" in told.details[0]


def test_candidates_are_named_only_where_they_may_be() -> None:
    assert may_compare(undecided())
    assert not may_compare(undecided("unsupported_crop"))
    assert not may_compare(no_leaf())
    assert not may_compare(again())


def test_named_crop_that_does_not_fit_is_told_by_name() -> None:
    answer = replace(undecided("other_crop"), crop="rice")
    assert verdict(answer, "en").headline == "Not sure: this does not look like rice."
    assert "धान" in verdict(answer, "hi").headline


def test_severity_is_a_number_only_where_it_is_reliable() -> None:
    answer = diagnosis()
    assert answer.severity is not None
    assert "moderate" in severity_sentence(answer, "en")
    unsure = replace(answer, severity=replace(answer.severity, reliable=False))
    assert "%" not in severity_sentence(unsure, "en")
    clean = replace(answer, severity=replace(answer.severity, grade="none"))
    assert severity_sentence(clean, "en") == say("severity_none", "en")
    assert severity_sentence(no_leaf(), "en") == ""


@given(st.floats(0, 1, allow_subnormal=False))
def test_percent_is_short_and_never_claims_certainty(share: float) -> None:
    text = percent(share)
    assert text.endswith("%")
    assert text not in ("100%", "0%") or share == 0
    assert len(text) <= 5


@given(st.floats(0, 1, allow_subnormal=False), st.floats(0, 1, allow_subnormal=False))
def test_more_probable_is_never_worded_weaker(one: float, other: float) -> None:
    order = [words for _, words, _ in LIKELY]
    low, high = sorted((one, other))
    assert order.index(likely(high, "en")) <= order.index(likely(low, "en"))


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_have_the_same_blanks(key: str) -> None:
    english, hindi = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in TEXTS[key])
    assert english == hindi
    latin = re.sub(r"\{\w+\}|KVK", "", TEXTS[key][1])
    assert not re.search(r"[A-Za-z]", latin), "English is left in the Hindi"
