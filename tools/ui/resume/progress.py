"""How far the reading has come, file by file, with a way to stop; then what could not be read and why."""

from __future__ import annotations

import streamlit as st

from tools.resume.batch import Item
from tools.ui.frame import guard
from tools.ui.language import _, ngettext, sentence
from tools.ui.limits import waiting
from tools.ui.resume.kept import note_failed
from tools.ui.resume.state import Screen
from tools.ui.sign_in import fragment
from tools.ui.theme import plain


def progress(screen: Screen) -> None:
    """A bar that moves by itself while files are pending, then the list of files that were not read."""
    if screen.batch.pending:
        _watch(screen)
    else:
        st.empty()  # what follows keeps its place in the page, so that nothing is seen twice when the bar goes
    note_failed(screen)
    _not_read([item for item in screen.batch.items if item.state in ("failed", "cancelled")])


@fragment(run_every=0.5)
def _watch(screen: Screen) -> None:
    with guard():
        items = screen.batch.items
        done = sum(item.state not in ("waiting", "reading") for item in items)
        if not screen.batch.pending:
            st.rerun()
        now = ", ".join(item.name for item in items if item.state == "reading")
        text = _("{done} of {all} resumes read").format(done=done, all=len(items))
        text += " · " + _("reading {files}").format(files=now) if now else ""
        if place := waiting():
            text += f" · {place}"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.progress(done / len(items), text=text)
            label, icon = _("Stop"), ":material/stop_circle:"
            st.button(label, icon=icon, on_click=screen.batch.cancel, width="content", key="resume.stop")


def _not_read(items: list[Item]) -> None:
    if not items:
        st.empty()
        return
    title = ngettext("{count} file was not read", "{count} files were not read", len(items)).format(count=len(items))
    with st.expander(title, icon=":material/warning:", expanded=len(items) <= 3):
        for item in items:
            why = plain(sentence(item.error)) or _("stopped before it was read.")
            st.markdown(f"**{plain(item.name)}**: {why}")
