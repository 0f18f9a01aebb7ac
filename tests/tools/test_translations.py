"""Sentences are found again by their templates; English stays; a page's texts cost little."""

from __future__ import annotations

import pytest

from tools.errors import TooLarge
from tools.translations import N_, _template, catalogue


def test_english_is_its_own() -> None:
    assert catalogue("en").text("All demos") == "All demos"
    assert catalogue("en").sentence("cv.pdf has no pages. Export it again and add the new file.").startswith("cv.pdf")
    assert catalogue("en").count("{count} day", "{count} days", 2) == "{count} days"


def test_unknown_and_empty_texts_stay() -> None:
    for text in ("", "No catalogue says this.", "नमस्ते"):
        assert catalogue("hi").text(text) == text
        assert catalogue("hi").sentence(text) == text


def test_a_filled_sentence_is_found_by_its_template() -> None:
    said = catalogue("hi").sentence("my {odd} file.pdf has 1,200 pages; at most 500 are read. Split it.")
    assert said.startswith("my {odd} file.pdf में 1,200 पेज हैं")


def test_what_fills_a_gap_is_translated_but_no_name_and_no_quote() -> None:
    hindi = catalogue("hi")
    workbook = hindi.sentence(
        "a.xlsx is an Excel workbook, which is not read here. Save it as PDF or DOCX and add it again."
    )
    assert "Excel फ़ाइल" in workbook
    assert hindi.sentence("Charts is empty: choose a file of daily prices.").startswith("Charts ")
    assert "“Charts”" in hindi.sentence("“Charts” is not a symbol of the NSE. Search by name.")


def test_several_sentences_in_one_text_are_translated_if_all_are_known() -> None:
    hindi = catalogue("hi")
    both = "m was not fetched: PORTAL_ALLOW_HUB is off. The embedded default answers."
    assert "The" not in hindi.sentence(f"{both} This model's probabilities were not calibrated for this portal.")
    half = "The embedded default answers. Nobody knows this."
    assert hindi.sentence(half) == half


def test_the_special_sentence_comes_before_the_general() -> None:
    said = catalogue("hi").sentence(
        "a.jpg is empty: there is no photo in it. Take or export the photo again and add the new file."
    )
    assert "फ़ोटो" in said


def test_a_short_phrase_is_no_template() -> None:
    """Else "{met} of {all}" would be found in "Internet of Things"."""
    assert catalogue("hi").sentence("Internet of Things") == "Internet of Things"


@pytest.mark.parametrize("text", ["to be or not to be", "a and a", "a and b"])
def test_a_gap_named_twice_is_filled_alike(text: str) -> None:
    found = _template("{one} and {one}", "{one} और {one}").pattern.fullmatch(text)
    assert (found is not None) is (text == "a and a")


def test_marks_change_nothing() -> None:
    assert N_(f"{1} of {2}") == "1 of 2"


def test_errors_speak_hindi() -> None:
    error = TooLarge("At most 5 files are read at once: e.pdf and what follows was left out.")
    assert catalogue("hi").sentence(str(error)).startswith("एक बार में ज़्यादा से ज़्यादा 5 फ़ाइलें")


def test_a_template_is_looked_at_only_where_its_word_stands() -> None:
    templates = catalogue("hi").templates
    assert sum(len(each) for each in templates.values()) > 100
    assert not templates.get("", ())
    assert max(len(each) for each in templates.values()) < 20


def test_a_word_that_a_gap_may_lengthen_is_no_key() -> None:
    assert _template("{count}rd place at {city}side.", "{count} {city}").key == "place"
    assert catalogue("hi").sentence("x" * 5000) == "x" * 5000
