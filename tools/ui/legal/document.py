"""The document pane: one page as it is, the proof highlighted, personal details covered."""

from __future__ import annotations

import streamlit as st

from tools.documents.types import Box
from tools.legal.batch import Item
from tools.legal.phrases import say
from tools.legal.picture import picture
from tools.legal.privacy import secrets_on
from tools.legal.reading import origin
from tools.legal.result import Result
from tools.legal.types import Language
from tools.ui.language import _
from tools.ui.legal.state import Visit
from tools.ui.resources import quick
from tools.ui.theme import plain
from tools.workers import answer_of

ANCHOR = "legal-page"


def document_pane(visit: Visit, item: Item, language: Language) -> None:
    """Turn pages; what a click on a fact pointed to is highlighted."""
    assert item.processed is not None
    result = item.processed.result
    st.subheader(say("document", language), anchor=ANCHOR)
    focus = visit.looks_at(item)
    number = 1
    if result.pages > 1:
        key = f"legal.page.{item.key}.{focus.turn}"  # a new key for each look: the widget then starts at its page
        number = st.pagination(result.pages, default=focus.page, max_visible_pages=5, key=key)
    boxes = focus.boxes if focus.page == number else ()
    with st.spinner(_("Drawing the page…")):
        png = _picture(item.key, number, boxes, item)
    told = say("page_of", language, page=number, pages=result.pages)
    marked = f" · {say('marked', language, what=focus.what)}" if boxes and focus.what else ""
    alt = f"{item.name}: {told}{marked}"
    st.image(png, width="stretch", alt=alt, output_format="PNG")  # without that it is made a JPEG at every rerun
    st.caption(plain(f"{told}{marked}"))
    st.caption(_how(result, number, language))


def _how(result: Result, number: int, language: Language) -> str:
    return plain(result.readings[number - 1].sentence(language)) if number <= len(result.readings) else ""


@st.cache_data(show_spinner=False, max_entries=64, ttl=900, scope="session")
def _picture(key: str, number: int, boxes: tuple[Box, ...], _item: Item) -> bytes:
    processed = _item.processed
    assert processed is not None, key
    page = processed.page(number)
    index, inside = origin(processed.counts, number)
    source = _item.sources[index]
    covers = list(secrets_on(page, processed.extract))
    return answer_of(quick().submit(picture, source.name, source.data, inside, list(boxes), covers))
