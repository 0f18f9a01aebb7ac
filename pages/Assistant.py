"""The assistant's page: questions in, streamed answers with their sources out. It only draws."""

from __future__ import annotations

import streamlit as st

from tools.chat.types import Options
from tools.settings import settings
from tools.ui.catalogue import demo
from tools.ui.chat.about import about
from tools.ui.chat.documents import KINDS, documents_panel
from tools.ui.chat.messages import talk
from tools.ui.chat.pane import pane
from tools.ui.chat.sending import not_sent, send
from tools.ui.chat.sidebar import model_panel, options_panel
from tools.ui.chat.state import Visit, visit
from tools.ui.chat.toolbar import above_input, empty, needed, not_yet, toolbar
from tools.ui.chat.writing import writing
from tools.ui.frame import lead, page
from tools.ui.language import _


def side(seen: Visit) -> Options:
    """Who answers and how, and the documents, below the portal's own navigation."""
    with st.sidebar, st.container(key="chat-side"):
        model_panel()
        st.divider()
        documents_panel(seen)
        st.divider()
        options = options_panel()
        about()
        return options


def question(seen: Visit, options: Options, lacks: str) -> None:
    """The field for the next question, pinned below, and what stands above it."""
    with st.bottom:
        not_sent(seen, options)
        above_input(seen)
    given = st.chat_input(
        _("Ask a question, or attach documents"),
        key="chat.input",
        accept_file="multiple",
        file_type=list(KINDS),
        max_upload_size=settings().max_upload_mb,
        disabled=bool(lacks),
    )
    if not given:
        return
    send(seen, given.text.strip(), options, given.files)
    st.rerun()


def conversation(seen: Visit, options: Options, lacks: str) -> None:
    """The talk, or what an empty chat offers; last the answer that is being written."""
    with st.container(key="chat-talk"):
        toolbar(seen)
        if not seen.entries and (chosen := empty(seen, lacks)):
            send(seen, chosen, options)
            st.rerun()
        talk(seen, options)
        if lacks:
            not_yet(lacks)
        writing(seen)


with page("chat"):
    lead(demo("chat").promise)
    seen = visit()
    seen.collect()
    options = side(seen)
    lacks = needed()
    question(seen, options, lacks)
    # the talk is always in a column, so that it stays where it is when a source opens beside it
    columns = st.columns([6, 5] if seen.look else 1, gap="large")
    if seen.look:
        with columns[1]:
            pane(seen)
    with columns[0]:
        conversation(seen, options, lacks)
