"""How far the documents have come, with a way to stop; then which were not summarised and why."""

from __future__ import annotations

import streamlit as st

from tools.legal.batch import Item
from tools.legal.phrases import say
from tools.legal.types import Language
from tools.ui.frame import guard
from tools.ui.language import sentence
from tools.ui.legal.kept import note_failed
from tools.ui.legal.state import Visit
from tools.ui.sign_in import fragment
from tools.ui.theme import plain


def progress(visit: Visit) -> None:
    """A bar that moves by itself while documents are pending; then what was left without an answer."""
    if visit.batch.pending:
        _watch(visit, len(visit.batch.ready))
    else:
        st.empty()  # what follows keeps its place in the page, so that nothing is seen twice when the bar goes
    for item in visit.batch.items:
        if item.state == "failed":
            note_failed(item)
            st.error(f"**{plain(item.name)}**: {plain(sentence(item.error))}", icon=":material/error:")
        elif item.state == "cancelled":
            st.warning(f"**{plain(item.name)}**: {say('stopped', visit.language)}", icon=":material/stop_circle:")


@fragment(run_every=0.4)
def _watch(visit: Visit, drawn: int) -> None:
    """`drawn` results are on the page already: more of them, or none to come, draw it anew."""
    with guard():
        batch = visit.batch
        if not batch.pending or len(batch.ready) != drawn:
            st.rerun()
        items = [item for item in batch.items if item.state in ("waiting", "reading", "finding")]
        done = sum(item.progress.done for item in items if item.progress)
        total = sum(item.progress.total for item in items if item.progress)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.progress(done / max(1, total), text=" · ".join(_stage(item, visit.language) for item in items[:2]))
            st.button(
                say("stop", visit.language), icon=":material/stop_circle:", on_click=batch.cancel, width="content"
            )


def _stage(item: Item, language: Language) -> str:
    name = plain(item.name)
    if item.progress is None:
        return say("stage_waiting", language, name=name)
    if item.state == "finding":
        return say("stage_finding", language, name=name)
    key = "stage_scan" if item.progress.scanned else "stage_reading"
    return say(key, language, name=name, done=item.progress.done, total=item.progress.total)
