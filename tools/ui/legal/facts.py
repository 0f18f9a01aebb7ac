"""The facts as a list of two columns; the page beside each one turns the document to its place."""

from __future__ import annotations

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
        left, middle, right = st.columns([4, 7, 2], gap="small")
        if not number:
            left.markdown(f"**{plain(name)}**")
        middle.markdown(_value(key, part, language))
        with right:
            where_button(visit, item, part, name, f"{key.key}.{number}", language)


def _value(key: Key, fact: Fact, language: Language) -> str:
    text = shown_value(key, fact.value, language)
    told = plain(text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…")
    return f"{told} :orange-badge[{say('uncertain', language)}]" if fact.uncertain else told


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
