from __future__ import annotations

import unicodedata

import pytest

from tools.legal.glossary import terms, terms_in
from tools.legal.types import Language

LANGUAGES: tuple[Language, ...] = ("en", "hi")


def found(text: str, language: Language) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.term.key) for span in terms_in(text, language)]


def test_every_word_is_explained_in_both_languages() -> None:
    assert len(terms()) >= 100
    for term in terms().values():
        for language in LANGUAGES:
            assert term.name(language)
            assert term.meaning(language)[-1] in ".।"
            assert all(form == form.strip() and form for form in term.forms(language))


def test_no_form_belongs_to_two_words() -> None:
    for language in LANGUAGES:
        seen: dict[str, str] = {}
        for term in terms().values():
            for form in term.forms(language):
                assert seen.setdefault(form.lower(), term.key) == term.key, (form, term.key, seen[form.lower()])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_found_as_its_word(language: Language) -> None:
    for term in terms().values():
        for form in term.forms(language):
            assert found(f"({form}),", language) == [(form, term.key)]


def test_the_longest_word_wins_and_none_is_inside_another() -> None:
    assert found("anticipatory bail was refused", "en") == [("anticipatory bail", "anticipatory_bail")]
    assert found("a non-bailable warrant", "en") == [("non-bailable warrant", "nbw")]
    assert found("गैर-जमानती वारंट और अग्रिम जमानत", "hi") == [
        ("गैर-जमानती वारंट", "nbw"),
        ("अग्रिम जमानत", "anticipatory_bail"),
    ]


def test_dots_under_letters_and_inflections() -> None:
    assert found("ज़मानत", "hi") == [("ज़मानत", "bail")]
    assert found(unicodedata.normalize("NFC", "ज़मानतदारों ने"), "hi") == [("ज़मानतदारों", "surety")]
    assert found("\u095bमानत", "hi") == [("\u095bमानत", "bail")]
    assert found("two Sureties and bonds", "en") == [("Sureties", "surety"), ("bonds", "bond")]
    assert found("charge\nsheet", "en") == [("charge\nsheet", "charge_sheet")]


def test_no_word_is_found_inside_another_word() -> None:
    assert found("bailiff, finery, remanded", "en") == []
    assert found("बरीक", "hi") == []
