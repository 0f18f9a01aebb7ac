"""How far the reading has come, file by file, with a way to stop; then what could not be read and why."""

from __future__ import annotations

import streamlit as st

from tools.resume.batch import Item
from tools.ui.frame import guard
from tools.ui.limits import waiting
from tools.ui.resume.state import Screen
from tools.ui.theme import plain


def progress(screen: Screen) -> None:
    """A bar that moves by itself while files are pending, then the list of files that were not read."""
    if screen.batch.pending:
        _watch(screen)
    _not_read([item for item in screen.batch.items if item.state in ("failed", "cancelled")])


@st.fragment(run_every=0.5)
def _watch(screen: Screen) -> None:
    with guard():
        items = screen.batch.items
        done = sum(item.state not in ("waiting", "reading") for item in items)
        if not screen.batch.pending:
            st.rerun()
        now = ", ".join(item.name for item in items if item.state == "reading")
        text = f"{done} of {len(items)} resumes read" + (f" · reading {now}" if now else "")
        if place := waiting():
            text += f" · {place}"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.progress(done / len(items), text=text)
            st.button("Stop", icon=":material/stop_circle:", on_click=screen.batch.cancel, width="content")


def _not_read(items: list[Item]) -> None:
    if not items:
        return
    title = f"{len(items)} file{'s were' if len(items) > 1 else ' was'} not read"
    with st.expander(title, icon=":material/warning:", expanded=len(items) <= 3):
        for item in items:
            st.markdown(f"**{plain(item.name)}**: {plain(item.error) or 'stopped before it was read.'}")
