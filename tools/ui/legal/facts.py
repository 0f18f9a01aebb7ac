"""The facts as a list of two columns; the page beside each one turns the document to its place."""

from __future__ import annotations

import html

import streamlit as st

from tools.legal.batch import Item
from tools.legal.keys import FIR, ORDER, Key
from tools.legal.phrases import say
from tools.legal.result import Result
from tools.legal.types import Fact, Language
from tools.legal.values import shown_value
from tools.ui.legal.state import Focus, Visit
from tools.ui.theme import plain

LONGEST = 420  # characters of a fact on the page; the document pane has the rest


def facts_tab(visit: Visit, item: Item, result: Result, language: Language) -> None:
    """Every fact that the document states, in the order of the form; then the names of those that it does not."""
    keys = ORDER if result.kind == "order" else FIR
    st.html(f'<a class="phone-only" href="#legal-page">{say("to_page", language)}</a>')
    with st.container(key="legal-facts", gap=None):
        for key in keys:
            if fact := result.facts.get(key.key):
                _row(visit, item, key, fact, language)
    missing = [(key.hi if language == "hi" else key.en).casefold() for key in keys if key.key not in result.facts]
    if missing and result.kind != "other":
        st.caption(plain(say("missing", language, names=", ".join(missing))))


def _row(visit: Visit, item: Item, key: Key, fact: Fact, language: Language) -> None:
    name = key.hi if language == "hi" else key.en
    parts = fact.items or (fact,)
    for number, part in enumerate(parts):
        with st.container(horizontal=True, gap="small"):  # columns would be three elements more for each row
            st.html(_told("" if number else name, key, part, language), width="stretch")
            where_button(visit, item, part, name, f"{key.key}.{number}", language)


def _told(name: str, key: Key, fact: Fact, language: Language) -> str:
    """Name and value side by side, below each other on a phone."""
    text = shown_value(key, fact.value, language)
    value = html.escape(text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…")
    doubt = f' <span class="doubt">{html.escape(say("uncertain", language))}</span>' if fact.uncertain else ""
    return f'<div class="fact"><b>{html.escape(name)}</b><span>{value}{doubt}</span></div>'


def where_button(visit: Visit, item: Item, fact: Fact, name: str, key: str, language: Language) -> None:
    """A small button that shows where a fact stands."""
    st.button(
        say("page_short", language, page=fact.page),
        key=f"legal.fact.{item.key}.{key}",
        help=" ".join(fact.quote.split())[:300] or None,
        type="tertiary",
        icon=":material/find_in_page:",
        on_click=visit.look,
        args=(item, Focus(fact.page, fact.boxes, name)),
    )
