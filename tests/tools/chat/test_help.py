"""Help about the portal: the same entries in both languages, found in other words, and nothing for other questions."""

from __future__ import annotations

import re
import string

import pytest

from models.text.embedder import SentenceEmbedder
from tests.tools.chat.embedders import Broken
from tools import settings as settings_module
from tools.chat.help import (
    EMPTY_CHAT,
    NOTHING,
    WITH_DOCUMENTS,
    WITH_RESULT,
    best_match,
    entries,
    entry_text,
    help_answer,
    nothing_to_say,
    suggestions,
)
from tools.settings import Settings
from tools.translations import LANGUAGES, catalogue
from tools.ui.catalogue import DEMOS


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_entries() -> None:
    english, hindi = entries("en"), entries("hi")
    assert list(english) == list(hindi)
    assert len(english) >= 40
    for key, entry in english.items():
        assert entry.page == hindi[key].page
        assert gaps(entry.answer) == gaps(hindi[key].answer)
        assert len(entry.asks) >= 3
        assert len(hindi[key].asks) >= 3


def test_pages_are_demos() -> None:
    assert {entry.page for entry in entries("en").values()} <= {"", "assistant", *(demo.key for demo in DEMOS)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_finds_its_own_entry_by_words(language: str) -> None:
    for key, entry in entries("hi" if language == "hi" else "en").items():
        for text in entry.asks:
            match = best_match(text)
            assert match, text
            assert match.key == key, text
            assert match.enough, text


def test_the_answer_is_in_the_language_that_is_read() -> None:
    asked = help_answer("Is anything I upload stored?", "hi")
    assert asked
    assert asked.text == entries("hi")["privacy"].answer
    assert (asked.ground, asked.engine, asked.citations) == ("help", "quotes", ())


def test_limits_are_those_of_this_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    settings_module.settings.cache_clear()
    monkeypatch.setenv("PORTAL_MAX_UPLOAD_MB", "37")
    try:
        assert "37 MB" in entry_text("limits", "en")
        assert "37 MB" in entry_text("limits", "hi")
    finally:
        settings_module.settings.cache_clear()


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_answer_can_be_filled_and_names_real_settings(language: str) -> None:
    for key in entries("en"):
        text = entry_text(key, "hi" if language == "hi" else "en")
        assert "{" not in text
        named = {name.lower() for name in re.findall(r"PORTAL_([A-Z_]+)", text)}
        assert named - {"compatible_address", "compatible_model"} <= set(Settings.model_fields), key


@pytest.mark.parametrize(
    "question",
    ["", "  ", "🙂", "What is the capital of Australia?", "Was bail granted to the applicant?", "x" * 5000,
     "ऑस्ट्रेलिया की राजधानी क्या है?", "the of and", "'; DROP TABLE users; --", "ज़मानत कब मिली?"],
)  # fmt: skip
def test_other_questions_get_no_help(question: str) -> None:
    assert help_answer(question) is None


def test_without_an_embedder_words_decide() -> None:
    class Unknown(Broken):
        @property
        def info(self):  # type: ignore[no-untyped-def]
            from tests.tools.chat.embedders import BagOfWords

            return BagOfWords("all-MiniLM-L6-v2").info

    assert help_answer("What is the page limit?", "en", Unknown())


def test_suggestions_fit_what_is_there() -> None:
    assert suggestions("en", False) == EMPTY_CHAT
    assert suggestions("en", True) == WITH_DOCUMENTS
    assert suggestions("en", True, "legal") == (*WITH_RESULT["legal"], *WITH_DOCUMENTS)
    assert suggestions("en", False, "unknown") == EMPTY_CHAT
    for question in suggestions("hi", False):
        assert help_answer(question, "hi"), question


def test_every_fixed_sentence_is_translated() -> None:
    words = catalogue("hi")
    fixed = (NOTHING, *EMPTY_CHAT, *WITH_DOCUMENTS, *(text for texts in WITH_RESULT.values() for text in texts))
    assert all(words.text(text) != text for text in fixed)
    assert nothing_to_say("hi").text == words.text(NOTHING)


def test_the_shipped_embedder_finds_other_wordings() -> None:
    embedder = SentenceEmbedder()
    try:
        for key, question in (
            ("privacy", "do you store the documents I upload"),
            ("limits", "what is the biggest file I can upload"),
            ("keys", "is the api key saved somewhere"),
        ):
            match = best_match(question, embedder)
            assert match
            assert (match.key, match.enough) == (key, True)
        assert help_answer("Who won the cricket world cup in 2011?", "en", embedder) is None
    finally:
        embedder.close()
