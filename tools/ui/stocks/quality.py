"""What is wrong with the data, and a way to leave the odd rows out."""

from __future__ import annotations

import streamlit as st

from tools.stocks.analysis import Analysis
from tools.stocks.words import day
from tools.ui.stocks.state import Visit
from tools.ui.theme import plain

LEAVE_OUT = "stocks.leave_out"
KINDS = {
    "flat_zero_volume": "one price, no volume",
    "phantom_holiday": "a row on a holiday",
    "missing_session": "a session is missing",
    "missing_value": "a price is missing",
    "split_like_jump": "a jump like a split",
    "adjustment_gap": "adjusted and traded prices part",
}


def _take(seen: Visit) -> None:
    seen.leave_out = bool(st.session_state.get(LEAVE_OUT))


def quality_tab(seen: Visit, found: Analysis) -> None:
    """Every flag by date; figures are computed from the series as given unless the visitor leaves rows out."""
    st.toggle(
        "Leave rows that never traded out of all figures",
        value=seen.leave_out,
        key=LEAVE_OUT,
        help="Off: figures equal what other tools compute from the same source.",
        on_change=_take,
        args=(seen,),
    )
    left_out = len(found.prices.frame) - len(found.clean.frame)
    st.markdown(f"{len(found.prices.frame)} rows as the source gave them, {left_out} left out of the figures.")
    if not found.flags:
        st.success("Nothing about the series looked wrong.", icon=":material/check:")
        return
    st.dataframe(
        {
            "Date": [day(flag.date) for flag in found.flags],
            "What": [KINDS[flag.kind] for flag in found.flags],
            "Detail": [plain(flag.detail) for flag in found.flags],
        },
        hide_index=True,
        width="stretch",
    )
