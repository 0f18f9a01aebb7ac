"""The gallery: what each demo does, whom it is for, and whether its model is ready."""

from __future__ import annotations

import html

import streamlit as st

from models.readiness import Word
from tools.translations import N_
from tools.ui.catalogue import Demo, available
from tools.ui.frame import lead, page
from tools.ui.language import _, sentence
from tools.ui.sign_in import fragment

SEARCH = "home.search"
STATUS: dict[Word, str] = {
    "ready": N_("Ready"),
    "offline default": N_("Offline default"),
    "not ready": N_("Not ready"),
}
PRINCIPLES = (
    (N_("Every answer has its source"), N_("Page, quote and model are shown beside each result.")),
    (N_("Unsure is an answer"), N_("A demo says when it cannot know. It does not guess.")),
    (N_("Your files stay yours"), N_("Uploads live in memory for your visit and are never stored.")),
)


def clear_search() -> None:
    """Empty the search box: all demos are shown again."""
    st.session_state[SEARCH] = ""


def card(entry: Demo) -> None:
    """One demo: icon, name, what it does, its true status, and the way in."""
    readiness = entry.readiness()
    with st.container(border=True, height="stretch"):
        st.header(f"{entry.icon} {_(entry.title)}", anchor=False)
        st.write(_(entry.does))
        st.caption(_(entry.audience))
        dot = html.escape(readiness.word.split()[0])
        word = html.escape(_(STATUS[readiness.word]))
        st.html(
            f'<span class="status"><span class="dot {dot}"></span>{word}</span>'
            f'<div class="status detail">{html.escape(sentence(readiness.detail))}</div>'
        )
        st.page_link(
            entry.page, label=_("Open the {demo}").format(demo=_(entry.title).lower()), icon=":material/arrow_forward:"
        )


@fragment
def gallery() -> None:
    """The search and the demos that it leaves; typing redraws nothing else."""
    query = st.text_input(
        _("Search the demos"),
        placeholder=_("What do you want to do? For example: resumes"),
        label_visibility="collapsed",
        key=SEARCH,
    )
    found = [entry for entry in available() if entry.matches(query or "")]
    with st.container(key="home-gallery"), st.grid(min_column_width=320, gap="medium"):
        for entry in available():  # each keeps its place in the page, so that none is seen twice while others go
            if entry in found:
                card(entry)
            else:
                st.empty()
    if not found:
        st.info(
            _("No demo matches “{query}”. Try another word, or clear the search to see all.").format(query=query),
            icon=":material/search_off:",
        )
        st.button(_("Show all demos"), icon=":material/apps:", key="home.clear", on_click=clear_search)


with page("home"):
    lead("Small tools built on AI models. Each one shows where its answer comes from, so that you can check it.")
    gallery()
    place = st.container()
    st.divider()
    for column, (heading, text) in zip(st.columns(3), PRINCIPLES, strict=True):
        column.markdown(f"**{_(heading)}**  \n{_(text)}")
    with place:
        from tools.ui.history.recent import recent  # a database's libraries take long to load: the demos come first

        recent()
