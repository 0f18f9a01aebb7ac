"""What is wrong with the data, and a way to leave the odd rows out."""

from __future__ import annotations

import streamlit as st

from tools.stocks.analysis import Analysis
from tools.stocks.report import KINDS
from tools.ui.language import _
from tools.ui.stocks.state import Visit
from tools.ui.stocks.words import shown, words

LEAVE_OUT = "stocks.leave_out"


def _take(seen: Visit) -> None:
    seen.leave_out = bool(st.session_state.get(LEAVE_OUT))


def quality_tab(seen: Visit, found: Analysis) -> None:
    """Every flag by date; figures are computed from the series as given unless the visitor leaves rows out."""
    st.toggle(
        _("Leave rows that never traded out of all figures"),
        value=seen.leave_out,
        key=LEAVE_OUT,
        help=_("Off: figures equal what other tools compute from the same source."),
        on_change=_take,
        args=(seen,),
    )
    say, rows = words(), len(found.prices.frame)
    counts = _("{rows} rows as the source gave them, {left_out} left out of the figures.")
    st.markdown(counts.format(rows=say.number(rows, 0), left_out=say.number(rows - len(found.clean.frame), 0)))
    if not found.flags:
        st.success(_("Nothing about the series looked wrong."), icon=":material/check:")
        return
    st.dataframe(
        {
            _("Date"): [say.day(flag.date) for flag in found.flags],
            _("What"): [_(KINDS[flag.kind]) for flag in found.flags],
            _("Detail"): [shown(flag.detail) for flag in found.flags],
        },
        hide_index=True,
        width="stretch",
    )
