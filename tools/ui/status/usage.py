"""How the portal was used: answers by day and demo, how long they took, and the latest defects by their reference."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

import streamlit as st

from tools.charts import CONFIG
from tools.format import INDIA
from tools.history import history, place
from tools.history.charts import in_words, usage_chart
from tools.settings import settings
from tools.translations import N_
from tools.ui.catalogue import DEMOS
from tools.ui.devices import moment_format
from tools.ui.language import _, language
from tools.ui.places import PLACES
from tools.ui.theme import dark

PERIODS: Final = {7: N_("7 days"), 30: N_("30 days"), 90: N_("90 days")}
MOST: Final = 50  # defects listed


def history_of_all() -> None:
    """Use, defects and where they are kept; where nothing is kept, that."""
    if not settings().history:
        st.info(_("This installation keeps no history: runs are not recorded."), icon=":material/history_toggle_off:")
        return
    usage()
    failures()
    kept()


def usage() -> None:
    """Answers by day, and how long they took."""
    st.header(_("Use"), anchor=False)
    days = st.segmented_control(
        _("Period"), list(PERIODS), format_func=lambda days: _(PERIODS[days]), default=30, required=True,
        key="status.days", label_visibility="collapsed",
    )  # fmt: skip
    last = datetime.now(INDIA).date()
    first = last - timedelta(days=(days or 30) - 1)
    names = {demo.key: _(demo.title) for demo in DEMOS}
    found = history().usage(first)
    if not found:
        st.info(
            _("No demo answered in this time. Numbers appear here once somebody uses one."), icon=":material/bar_chart:"
        )
        return
    chart = usage_chart(found, first, last, names, answers=_("Answers"), dark=dark(), language=language())
    told = in_words(found, names, _("Answers: {count} ({tools})"), _("No answers."))
    st.plotly_chart(chart, config=CONFIG, key="status.usage", alt=told)
    _latencies(first, names)


def _latencies(first: date, names: dict[str, str]) -> None:
    since = datetime.combine(first, datetime.min.time(), INDIA).astimezone(UTC)
    seconds = _("{seconds} s").format(seconds="%.2f")
    thumbs = {found.tool: found for found in history().opinions(since)}
    rows = [
        {
            "demo": names.get(found.tool, found.tool), "runs": found.runs, "p50": found.p50, "p95": found.p95,
            "up": thumbs[found.tool].up if found.tool in thumbs else 0,
            "down": thumbs[found.tool].down if found.tool in thumbs else 0,
        }
        for found in history().latencies(since)
    ]  # fmt: skip
    st.dataframe(
        rows,
        hide_index=True,
        alt=_("How long the answers took, by demo"),
        column_config={
            "demo": st.column_config.TextColumn(_("Demo")),
            "runs": st.column_config.NumberColumn(_("Answers"), format="localized"),
            "p50": st.column_config.NumberColumn(_("Half within"), format=seconds),
            "p95": st.column_config.NumberColumn(_("95 % within"), format=seconds),
            "up": st.column_config.NumberColumn("👍", help=_("Found useful")),
            "down": st.column_config.NumberColumn("👎", help=_("Found not useful")),
        },
    )


def failures() -> None:
    """The newest defects; the log holds the rest under the same reference."""
    st.header(_("Recent defects"), anchor=False)
    found = history().failures(MOST)
    if not found:
        st.caption(_("None. A defect is shown to the visitor as a reference number and listed here under it."))
        return
    st.dataframe(
        [
            {"at": one.at.astimezone(INDIA), "reference": one.reference, "page": _page(one.tool), "kind": one.kind}
            for one in found
        ],
        hide_index=True,
        alt=_("Recent defects"),
        column_config={
            "at": st.column_config.DatetimeColumn(_("Time (IST)"), format=moment_format(seconds=True)),
            "reference": st.column_config.TextColumn(_("Reference")),
            "page": st.column_config.TextColumn(_("Page")),
            "kind": st.column_config.TextColumn(_("Kind")),
        },
    )


def _page(key: str) -> str:
    """The page's title."""
    title = next((each.title for each in (*DEMOS, *PLACES) if each.key == key), N_("Home") if key == "home" else key)
    return _(title) if title else "—"


def kept() -> None:
    """Where the history lies."""
    found = place()
    if found.kind == "nowhere":
        st.caption(_("The history is kept nowhere: set PORTAL_DATA_FOLDER or PORTAL_DATABASE_URL."))
        return
    lost = "" if found.lasting else " " + _("It is lost with the next restart: set PORTAL_DATABASE_URL to keep it.")
    st.caption(_("History: {place}.").format(place=found.where) + lost)
