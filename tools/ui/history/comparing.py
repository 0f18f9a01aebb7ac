"""Two saved results of one demo side by side, with what differs marked."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from tools.errors import BadInput
from tools.history import PastRun, history
from tools.translations import N_
from tools.ui.history.opened import about, named
from tools.ui.history.shape import compared
from tools.ui.history.values import in_language, value
from tools.ui.language import _, ngettext
from tools.ui.theme import plain

UNLIKE = N_("Two runs can be compared when both are of the same demo and both were saved.")


def comparison(first: PastRun, second: PastRun) -> None:
    """Draw both.

    Raises
    ------
    BadInput
        They are of two demos, or one was not saved.
    """
    if first.tool != second.tool or not (first.saved and second.saved):
        raise BadInput(UNLIKE)
    st.header(_("Two results compared"), anchor=False)
    for column, run, name in zip(st.columns(2), (first, second), "AB", strict=True):
        with column:
            st.markdown(f"**{name}: {plain(run.title)}**")
            about(run)
    lines = compared(*(in_language(history().saved(run.owner, run.id).result) for run in (first, second)))
    differing = sum(line.differs for line in lines)
    told = ngettext("{count} value differs of {total}.", "{count} values differ of {total}.", differing)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(told.format(count=differing, total=len(lines)), width="content")
        every = st.toggle(_("Show what is the same too"), key="runs.compare.all")
    shown = [line for line in lines if every or line.differs]
    if not shown:
        st.success(_("The two results are the same."), icon=":material/equal:")
        return
    rows = [
        (named(line.path), "≠" if line.differs else "", value(line.first, line.key), value(line.second, line.key))
        for line in shown
    ]
    st.dataframe(
        pd.DataFrame(rows, columns=[_("What"), "≠", "A", "B"]),
        hide_index=True,
        alt=_("Values of both results; ≠ marks those that differ"),
        column_config={"≠": st.column_config.TextColumn(width=40)},
    )
