"""The document pane: the page that a citation quotes, its words marked. Beside the talk; a full sheet on a phone."""

from __future__ import annotations

import html

import streamlit as st

from tools.chat.attachments import Item
from tools.documents.types import Box
from tools.ui.catalogue import demo
from tools.ui.chat.scrolling import scroll_to
from tools.ui.chat.state import Look, Visit
from tools.ui.frame import guard
from tools.ui.language import _, tongue
from tools.ui.theme import plain


def pane(visit: Visit) -> None:
    """What a citation points to, with its quote, and a way to close it."""
    look = visit.look
    if look is None:
        return
    with st.container(key="chat-pane", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", wrap=False, key="chat-pane-head"):
            st.markdown(f"**{plain(look.document)}**", width="stretch")
            st.button(
                _("Close the page"),
                icon=":material/close:",
                key="chat.pane.close",
                type="tertiary",
                on_click=visit.close,
            )
        item = visit.attachments.find(look.document)
        if item is not None:
            with guard():
                _page(visit, item, look)
        elif look.citation is not None and look.citation.tool:
            _result(look)
        else:
            st.info(_("This document is no longer open: add it again to see the page."), icon=":material/description:")


def _page(visit: Visit, item: Item, look: Look) -> None:
    assert item.document is not None
    count, number = len(item.document.pages), look.page
    if count > 1:  # a new key for each look: the widget then starts at its page
        number = st.pagination(count, default=look.page, max_visible_pages=5, key=f"chat.page.{look.turn}")
    cited = look.citation if look.citation is not None and look.page == number else None
    boxes = item.document.pages[number - 1].boxes(cited.start, cited.end) if cited else ()
    told = _("Page {page} of {pages}").format(page=number, pages=count)
    quote = " ".join(cited.quote.split()) if cited else ""
    if quote:
        st.html(f'<div class="quote" lang="{tongue(quote)}">{html.escape(quote)}</div>')
    alt = f"{item.name}: {told}" + (f" · {_('Marked: {quote}').format(quote=quote)}" if quote else "")
    st.image(_picture(item.key, number, tuple(boxes), visit), width="stretch", alt=alt)
    st.caption(told)
    if boxes:
        page = item.document.pages[number - 1]
        scroll_to(min(box[1] for box in boxes) / page.height, look.turn)


@st.cache_data(show_spinner=False, max_entries=48, ttl=900, scope="session")
def _picture(key: str, number: int, boxes: tuple[Box, ...], _visit: Visit) -> bytes:
    item = next(item for item in _visit.attachments.items if item.key == key)
    return _visit.attachments.picture(item, number, boxes)


def _result(look: Look) -> None:
    """A quote of another demo's result: it has no page."""
    assert look.citation is not None
    entry = demo(look.citation.tool)
    quote = look.citation.quote
    st.html(f'<div class="quote" lang="{tongue(quote)}">{html.escape(quote)}</div>')
    st.caption(_("From the result of another demo. It was worked out there; this is what it says."))
    st.page_link(entry.page, label=entry.title, icon=entry.icon)
