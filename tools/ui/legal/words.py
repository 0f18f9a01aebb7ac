"""The document's own key sentences, and how each page was read."""

from __future__ import annotations

import html
import re

import streamlit as st

from tools.documents.pages import page_list
from tools.legal.batch import Item
from tools.legal.phrases import say
from tools.legal.result import Result
from tools.legal.types import Language
from tools.ui.language import sentence
from tools.ui.legal.state import Focus, Visit
from tools.ui.legal.written import translated
from tools.ui.theme import plain

ON_PAGES = re.compile(r"(?P<file>.+: )?(?P<pages>[Pp]ages? [\d–, and]+): (?P<told>.+)", re.DOTALL)


def words_tab(visit: Visit, item: Item, result: Result, language: Language) -> None:
    """Sentences that stand in the document as they are, each with its page."""
    if not result.key_sentences:
        st.caption(say("no_key_sentences", language))
        return
    st.caption(say("own_words", language))
    for number, said in enumerate(result.key_sentences):
        st.html(f'<div class="quote">{html.escape(said.text)}</div>')
        st.button(
            say("page", language, page=said.page),
            key=f"legal.sentence.{item.key}.{number}",
            type="tertiary",
            icon=":material/find_in_page:",
            on_click=visit.look,
            args=(item, Focus(said.page, said.boxes, say("words", language))),
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
        st.html(f'<div class="flag">{html.escape(_note(note, language))}</div>')


def _pages(numbers: list[int], language: Language) -> str:
    return _in_language(page_list(numbers), language)


def _in_language(listed: str, language: Language) -> str:
    """ "pages 1–3 and 7" as the page says it."""
    if language == "hi":
        return f"पन्ना {listed.split(' ', 1)[1].replace(' and ', ' और ')}"
    return listed[:1].upper() + listed[1:]


def _note(note: str, language: Language) -> str:
    """A note on some pages ("Pages 1–3 and 7: not read, …"), or on the whole document."""
    if language == "en" or not (found := ON_PAGES.fullmatch(note)):
        return sentence(note)
    return f"{found['file'] or ''}{_in_language(found['pages'], language)}: {sentence(found['told'])}"
