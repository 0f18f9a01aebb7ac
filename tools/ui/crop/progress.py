"""How far the photos have come, with a way to stop; then which were not answered and why."""

from __future__ import annotations

import streamlit as st

from tools.crop.batch import Item
from tools.ui.crop.state import Visit
from tools.ui.frame import guard
from tools.ui.limits import waiting
from tools.ui.theme import plain


def progress(visit: Visit) -> None:
    """A bar that moves by itself while photos are pending; then what was left without an answer."""
    if visit.batch.pending:
        _watch(visit, len(visit.batch.answered))
    items = visit.batch.items
    _failed(visit, [item for item in items if item.state in ("failed", "cancelled")])
    for key, first in visit.batch.copies.items():
        name = next(item.name for item in items if item.key == key)
        st.caption(f"{plain(name)} is the same photo as {plain(first.name)}: answered once.")


@st.fragment(run_every=0.5)
def _watch(visit: Visit, drawn: int) -> None:
    """`drawn` answers are on the page already: more of them, or none to come, draw it anew."""
    with guard():
        batch = visit.batch
        items, done = batch.items, len(batch.answered)
        if not batch.pending or done != drawn:
            st.rerun()
        ready = len(items) - batch.pending
        with st.container(horizontal=True, vertical_alignment="center"):
            st.progress(ready / max(1, len(items)), text=_stage(visit, items, ready))
            st.button("Stop", icon=":material/stop_circle:", on_click=batch.cancel, width="content")


def _stage(visit: Visit, items: tuple[Item, ...], ready: int) -> str:
    text = f"{ready} of {len(items)} photos answered"
    if place := waiting():
        return f"{text} · {place}"
    reading = [item.name for item in items if item.state == "reading"]
    if reading:
        return f"{text} · reading {', '.join(reading)}"
    if any(item.state == "answering" for item in items):
        return f"{text} · {'looking at the leaves' if visit.loading.done() else 'the model is being loaded'}"
    return text


def _failed(visit: Visit, items: list[Item]) -> None:
    if not items:
        return
    title = f"{len(items)} photo{'s have' if len(items) > 1 else ' has'} no answer"
    with st.expander(title, icon=":material/warning:", expanded=len(items) <= 3):
        for item in items:
            st.markdown(f"**{plain(item.name)}**: {plain(item.error) or 'stopped before it was read.'}")
        if any(item.examined for item in items):  # it was read: the model failed
            st.button("Try again", icon=":material/refresh:", on_click=visit.retry)
