"""How far the photos have come, with a way to stop; then which were not answered and why."""

from __future__ import annotations

import streamlit as st

from tools.crop.batch import Item
from tools.ui.crop.kept import note_failed
from tools.ui.crop.state import Visit
from tools.ui.frame import guard
from tools.ui.language import _, ngettext, sentence
from tools.ui.limits import waiting
from tools.ui.sign_in import fragment
from tools.ui.theme import plain


def progress(visit: Visit) -> None:
    """A bar that moves by itself while photos are pending; then what was left without an answer."""
    if visit.batch.pending:
        _watch(visit, len(visit.batch.answered))
    else:
        st.empty()  # what follows keeps its place in the page, so that nothing is seen twice when the bar goes
    items = visit.batch.items
    _failed(visit, [item for item in items if item.state in ("failed", "cancelled")])
    for key, first in visit.batch.copies.items():
        name = next(item.name for item in items if item.key == key)
        told = _("{copy} is the same photo as {first}: answered once.")
        st.caption(told.format(copy=plain(name), first=plain(first.name)))


@fragment(run_every=0.5)
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
            label, icon = _("Stop"), ":material/stop_circle:"
            st.button(label, icon=icon, on_click=batch.cancel, width="content", key="crop.stop")


def _stage(visit: Visit, items: tuple[Item, ...], ready: int) -> str:
    text = _("{done} of {all} photos answered").format(done=ready, all=len(items))
    if place := waiting():
        return f"{text} · {place}"
    reading = [item.name for item in items if item.state == "reading"]
    if reading:
        return text + " · " + _("reading {files}").format(files=", ".join(reading))
    if any(item.state == "answering" for item in items):
        return text + " · " + (_("looking at the leaves") if visit.loading.done() else _("the model is being loaded"))
    return text


def _failed(visit: Visit, items: list[Item]) -> None:
    if not items:
        return
    for item in items:
        if item.error:
            note_failed(item)
    title = ngettext("{count} photo has no answer", "{count} photos have no answer", len(items)).format(
        count=len(items)
    )
    with st.expander(title, icon=":material/warning:", expanded=len(items) <= 3):
        for item in items:
            why = plain(sentence(item.error)) or _("stopped before it was read.")
            st.markdown(f"**{plain(item.name)}**: {why}")
        if any(item.examined for item in items):  # it was read: the model failed
            st.button(_("Try again"), icon=":material/refresh:", on_click=visit.retry, key="crop.retry")
