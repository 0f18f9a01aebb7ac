"""My runs: filters, the table, what the chosen runs can be used for; and the states in which there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

import pandas as pd
import streamlit as st

from tools.errors import HistoryUnavailable
from tools.history import PastRun, fingerprint, history, recorder
from tools.settings import settings
from tools.translations import N_
from tools.ui import runs
from tools.ui.catalogue import available
from tools.ui.devices import device_name, moment_format
from tools.ui.frame import guard
from tools.ui.history.comparing import comparison
from tools.ui.history.mine import mine
from tools.ui.history.opened import opened
from tools.ui.history.words import model_name, outcome, tool_name
from tools.ui.language import _, ngettext, sentence
from tools.ui.links import link
from tools.ui.sign_in import user

PAGE: Final = 50  # runs that are shown at first, and that each press adds
MORE: Final = "runs.more"
TOOL: Final = "runs.tool"
PERIOD: Final = "runs.period"
PERIODS: Final = {"7": N_("Last 7 days"), "30": N_("Last 30 days"), "": N_("All that is kept")}
ZONE: Final = "Asia/Kolkata"
WAIT: Final = 1.0  # seconds for the newest runs to be written


def my_runs() -> None:
    """The whole page below its title."""
    if not settings().history:
        st.info(_("This installation keeps no history: runs are not recorded."), icon=":material/history_toggle_off:")
        return
    recorder().wake()  # what is over its time goes
    recorder().flush(WAIT)
    try:
        _linked()
        found, total = _filtered()
        _table_or_nothing(found, total)
        mine()
    except HistoryUnavailable as error:
        st.warning(sentence(str(error)), icon=":material/cloud_off:")
        st.button(_("Try again"), icon=":material/refresh:")


def _linked() -> None:
    """A run that the page's address names: only the visitor's own opens."""
    wanted = st.query_params.get("run", "")
    if not wanted:
        return
    found = None
    with guard():
        found = history().run(user().key, wanted[:64])
    with st.container(border=found is not None), guard():
        if found is not None:
            opened(found, "linked")
        if st.button(_("Close this run"), icon=":material/close:", key="runs.close"):
            st.query_params.clear()
            st.rerun()


def _filtered() -> tuple[tuple[PastRun, ...], int]:
    """The runs that the two filters let through, and how many there are in all."""
    tools = {"": _("All demos"), **{demo.key: _(demo.title) for demo in available()}}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        tool = st.selectbox(_("Demo"), list(tools), format_func=tools.__getitem__, key=TOOL, width=260)
        period = st.segmented_control(
            _("Period"),
            list(PERIODS),
            format_func=lambda key: _(PERIODS[key]),
            default="",
            key=PERIOD,
            required=True,
        )
    since = datetime.now(UTC) - timedelta(days=int(period)) if period else None
    limit = PAGE * (1 + int(st.session_state.get(MORE, 0)))
    kept, owner = history(), user().key
    return kept.runs(owner, tool=tool, since=since, limit=limit), kept.count(owner, tool=tool, since=since)


def _table_or_nothing(found: Sequence[PastRun], total: int) -> None:
    if not found:
        _nothing()
        return
    chosen = table(found)
    shown = ngettext("{count} run", "{count} runs", total).format(count=total)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(shown, width="content")
        if len(found) < total:
            st.button(_("Show more"), key="runs.show_more", on_click=_more)
    _chosen(chosen)


def _nothing() -> None:
    """Why the list is empty, and the next step: without the filters, or to the demos."""
    if st.session_state.get(TOOL) or st.session_state.get(PERIOD):
        st.info(_("None of your runs is of this demo and this period."), icon=":material/filter_alt_off:")
        st.button(_("Show all my runs"), icon=":material/history:", key="runs.unfilter", on_click=_unfilter)
        return
    st.info(
        _(
            "No runs here yet. Open a demo and try its sample: what you run appears here, and what you save "
            "opens again."
        ),
        icon=":material/history:",
    )
    link("Home.py", _("All demos"), ":material/apps:")


def _unfilter() -> None:
    st.session_state[TOOL] = st.session_state[PERIOD] = ""


def table(found: Sequence[PastRun]) -> list[PastRun]:
    """Draw the runs; those whose rows are chosen."""
    rows = [
        {
            _("When (IST)"): run.at,
            _("Demo"): tool_name(run.tool),
            _("Result"): outcome(run.tool, run.outcome),
            _("Saved as"): run.title,
            _("Useful"): {1: "👍", -1: "👎"}.get(run.thumb, ""),
            _("Seconds"): run.seconds or None,
            _("Model"): model_name(run.model),
            _("Device"): device_name(run.device),
        }
        for run in found
    ]
    event = st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        # another list is another table: a choice must not slip to other rows
        key=f"runs.table.{fingerprint(*(run.id for run in found))[:16]}",
        on_select="rerun",
        selection_mode="multi-row",
        height=min(38 + 35 * len(found), 430),
        alt=_("Your runs, newest first"),
        column_config={
            _("When (IST)"): st.column_config.DatetimeColumn(format=moment_format(), timezone=ZONE),
            _("Saved as"): st.column_config.TextColumn(width="medium"),
            _("Model"): st.column_config.TextColumn(width="medium"),
            _("Seconds"): st.column_config.NumberColumn(format="%.2f", width="small"),
            _("Useful"): st.column_config.TextColumn(width="small"),
        },
    )
    return [found[row] for row in event.selection.rows if row < len(found)]


def _chosen(chosen: Sequence[PastRun]) -> None:
    """One run opens, two are compared, any number can be deleted."""
    if not chosen:
        st.caption(_("Tick a row to open or delete that run, and two saved rows of one demo to compare them."))
        return
    _delete(chosen)
    with guard():
        if len(chosen) == 1:
            opened(chosen[0], "chosen")
        elif len(chosen) == 2:
            comparison(*chosen)


def _delete(chosen: Sequence[PastRun]) -> None:
    told = ngettext("Delete {count} run", "Delete {count} runs", len(chosen)).format(count=len(chosen))
    with st.popover(told, icon=":material/delete:"):
        st.write(_("With a run goes what was saved and said of it. This cannot be undone."))
        if st.button(_("Yes, delete"), type="primary", key="runs.delete"):
            with guard():
                ids = [run.id for run in chosen]
                history().delete(user().key, ids)
                runs.forget(ids)
                st.rerun()


def _more() -> None:
    st.session_state[MORE] = int(st.session_state.get(MORE, 0)) + 1
