"""The answer: the ranking as a sortable table in which a row opens the candidate."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from tools.resume.types import Job
from tools.ui.language import _
from tools.ui.resume.state import Screen, Shown


def ranking(screen: Screen, people: Sequence[Shown], job: Job) -> None:
    """Draw the table; a chosen row becomes the opened candidate."""
    event = st.dataframe(
        _table(screen, people, job),
        hide_index=True,
        key=f"resume.ranking.{len(people)}",
        placeholder="—",
        on_select="rerun",
        selection_mode="single-row",
        height=min(38 + 35 * len(people), 460),
        alt=_("Ranking of the candidates by score"),
        column_config={
            "#": st.column_config.NumberColumn(width=40),
            "★": st.column_config.TextColumn(width=40, help=_("On the shortlist")),
            "Score": st.column_config.ProgressColumn(
                _("Score"), min_value=0, max_value=100, format="%.0f", width="small"
            ),
            "Experience": st.column_config.NumberColumn(_("Experience"), format=_("%.1f y"), width="small"),
            "Candidate": st.column_config.TextColumn(_("Candidate")),
            "Latest title": st.column_config.TextColumn(_("Latest title")),
            "Musts": st.column_config.TextColumn(
                _("Musts"), width="small", help=_("Must-haves with proof in the resume")
            ),
            "Notes": st.column_config.TextColumn(
                _("Notes"), width="small", help=_("Things to look at before trusting the score")
            ),
        },
    )
    rows = event.selection.rows
    if rows and rows[0] < len(people):
        screen.opened = people[rows[0]].candidate.resume.sha256


def _table(screen: Screen, people: Sequence[Shown], job: Job) -> pd.DataFrame:
    musts = {row.skill for row in job.requirements if row.kind == "must"}
    rows = []
    for who in people:
        candidate, resume = who.candidate, who.candidate.resume
        met = len(musts - set(candidate.missing))
        months = resume.total_experience_months
        rows.append(
            {
                "#": candidate.rank,
                "★": "★" if resume.sha256 in screen.shortlist else "",
                "Candidate": who.label,
                "Score": candidate.score,
                "Musts": _("{met} of {all}").format(met=met, all=len(musts)) if musts else "—",
                "Experience": None if months is None else round(months / 12, 1),
                "Latest title": resume.headline or "—",
                "Notes": f"⚠ {len(candidate.flags)}" if candidate.flags else "",
            }
        )
    return pd.DataFrame(rows)
