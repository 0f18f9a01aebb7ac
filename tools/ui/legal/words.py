"""The document's own key sentences, and how each page was read."""

from __future__ import annotations

import html

import streamlit as st

from tools.documents.pages import page_list
from tools.legal.batch import Item
from tools.legal.phrases import say
from tools.legal.result import Result
from tools.legal.types import Language
from tools.ui.legal.state import Focus, Visit
from tools.ui.legal.written import translated
from tools.ui.theme import plain


def words_tab(visit: Visit, item: Item, result: Result, language: Language) -> None:
    """Sentences that stand in the document as they are, each with its page."""
    if not result.key_sentences:
        st.caption(say("no_key_sentences", language))
        return
    st.caption(say("own_words", language))
    for number, sentence in enumerate(result.key_sentences):
        st.html(f'<div class="quote">{html.escape(sentence.text)}</div>')
        st.button(
            say("page", language, page=sentence.page),
            key=f"legal.sentence.{item.key}.{number}",
            type="tertiary",
            icon=":material/find_in_page:",
            on_click=visit.look,
            args=(item, Focus(sentence.page, sentence.boxes, say("words", language))),
        )
    translated(visit, item, result, language)


def reading_tab(result: Result, language: Language) -> None:
    """Pages that were read in the same way on one line; then what could not be read."""
    ways: dict[str, list[int]] = {}
    for reading in result.readings:
        ways.setdefault(reading.sentence(language), []).append(reading.number)
    for way, numbers in ways.items():
        st.markdown(f"**{_pages(numbers, language)}**: {plain(way)}")
    for note in result.notes:
        st.html(f'<div class="flag">{html.escape(note)}</div>')


def _pages(numbers: list[int], language: Language) -> str:
    listed = page_list(numbers)
    if language == "hi":
        return f"पन्ना {listed.split(' ', 1)[1].replace(' and ', ' और ')}"
    return listed[:1].upper() + listed[1:]
