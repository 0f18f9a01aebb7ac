"""The crop disease detector's page: leaf photos in, an answer with its evidence and advice out. It only draws."""

from __future__ import annotations

import streamlit as st

from tools.ui.catalogue import demo
from tools.ui.crop.answer import answer_panel
from tools.ui.crop.badges import about
from tools.ui.crop.downloads import downloads
from tools.ui.crop.gallery import gallery
from tools.ui.crop.inputs import inputs, sample_row
from tools.ui.crop.progress import progress
from tools.ui.crop.state import Visit, visit
from tools.ui.frame import lead, page
from tools.ui.language import _


def answers(seen: Visit) -> None:
    """The cards of a batch, the opened photo, and what to take away."""
    opened = seen.shown
    if opened is None:
        if seen.batch.pending:
            st.skeleton(height=320)
        elif not seen.batch.items:
            told = _("Add a photo of one leaf, or try a sample: the answer appears here.")
            st.info(told, icon=":material/eco:")
        return
    gallery(seen, opened, seen.language)
    answer_panel(seen, opened, seen.language)
    downloads(seen.batch.answered, seen.language)


with page("crop"):
    lead(demo("crop").promise)
    seen = visit()
    sample_row(seen)
    inputs(seen)
    progress(seen)
    answers(seen)
    about()
