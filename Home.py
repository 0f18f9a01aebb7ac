"""The gallery: what each demo does, whom it is for, and whether its model is ready."""

from __future__ import annotations

import html

import streamlit as st

from tools.ui.catalogue import Demo, available
from tools.ui.frame import lead, page
from tools.ui.history.recent import recent


def card(entry: Demo) -> None:
    """One demo: icon, name, what it does, its true status, and the way in."""
    readiness = entry.readiness()
    with st.container(border=True, height="stretch"):
        st.subheader(f"{entry.icon} {entry.title}", anchor=False)
        st.write(entry.does)
        st.caption(entry.audience)
        dot = html.escape(readiness.word.split()[0])
        word = html.escape(readiness.word.capitalize())
        st.html(
            f'<span class="status"><span class="dot {dot}"></span>{word}</span>'
            f'<div class="status detail">{html.escape(readiness.detail)}</div>'
        )
        st.page_link(entry.page, label=f"Open the {entry.title.lower()}", icon=":material/arrow_forward:")


with page("home"):
    lead("Small tools built on AI models. Each one shows where its answer comes from, so that you can check it.")
    query = st.text_input(
        "Search the demos", placeholder="What do you want to do? For example: resumes", label_visibility="collapsed"
    )
    found = [entry for entry in available() if entry.matches(query or "")]
    if found:
        with st.grid(min_column_width=320, gap="medium"):
            for entry in found:
                card(entry)
    else:
        st.info(
            f"No demo matches “{query}”. Try another word, or clear the search to see all.",
            icon=":material/search_off:",
        )
    recent()
    st.divider()
    left, middle, right = st.columns(3)
    left.markdown("**Every answer has its source**  \nPage, quote and model are shown beside each result.")
    middle.markdown("**Unsure is an answer**  \nA demo says when it cannot know. It does not guess.")
    right.markdown("**Your files stay yours**  \nUploads live in memory for your visit and are never stored.")
