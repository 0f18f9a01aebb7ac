"""The visitor's latest runs for the Home page; nothing where there are none or the history does not answer."""

from __future__ import annotations

from typing import Final

import streamlit as st

from tools.errors import HistoryUnavailable
from tools.history import history, recorder
from tools.settings import settings
from tools.ui.history.opened import icon
from tools.ui.history.words import moment, outcome, tool_name
from tools.ui.language import _
from tools.ui.links import link
from tools.ui.places import place
from tools.ui.sign_in import user
from tools.ui.theme import plain

LATEST: Final = 5


def recent() -> None:
    """Draw the five newest runs, each with the way to it."""
    entry = place("runs")
    if not settings().history or entry is None or history().failing("read"):
        return
    recorder().wake()
    try:
        runs = history().runs(user().key, limit=LATEST)
    except HistoryUnavailable:
        return
    if not runs:
        return
    st.header(_("Your recent runs"), anchor=False)
    for run in runs:
        told = " · ".join((tool_name(run.tool), plain(run.title) or outcome(run.tool, run.outcome), moment(run.at)))
        link(entry.page, told, icon(run.tool), {"run": run.id})
    link(entry.page, _("All my runs"), ":material/history:")
