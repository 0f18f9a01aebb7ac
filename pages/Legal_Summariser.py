"""The legal summariser: an FIR or a court order in, a summary whose every fact can be checked out. It only draws."""

from __future__ import annotations

import streamlit as st

from tools.legal.phrases import say
from tools.ui.catalogue import demo
from tools.ui.frame import lead, page
from tools.ui.legal.answer import answer_panel
from tools.ui.legal.ask import ask
from tools.ui.legal.badges import about
from tools.ui.legal.downloads import downloads
from tools.ui.legal.inputs import choose, inputs, sample_row
from tools.ui.legal.progress import progress
from tools.ui.legal.state import Visit, visit


def answers(seen: Visit) -> None:
    """The opened document with its answer, and what to take away."""
    opened = seen.shown
    if opened is None or opened.processed is None:
        if seen.batch.pending:
            st.skeleton(height=360)
        elif not seen.batch.items:
            st.info(say("empty", seen.language), icon=":material/gavel:")
        return
    choose(seen, opened)
    ask(opened)
    answer_panel(seen, opened, seen.language)
    downloads(opened, opened.processed.result, seen.language)


with page("legal"):
    lead(demo("legal").promise)
    seen = visit()
    sample_row(seen)
    inputs(seen)
    progress(seen)
    answers(seen)
    about()
