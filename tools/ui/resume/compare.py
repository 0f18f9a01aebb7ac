"""Several candidates beside each other, and the pile as charts."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from tools.charts import CONFIG
from tools.resume.charts import experience_against_score, score_parts, skill_coverage
from tools.resume.types import Job
from tools.resume.words import years
from tools.ui.resume.state import Screen, Shown
from tools.ui.theme import dark

MOST_IN_CHART = 30  # more rows than a screen can show; the table above has everybody


def compare(screen: Screen, people: Sequence[Shown], job: Job) -> None:
    """Up to five chosen candidates in columns: the shortlist first, else the best three."""
    labels = [who.label for who in people]
    starred = [who.label for who in people if who.candidate.resume.sha256 in screen.shortlist]
    chosen = st.multiselect("Candidates to compare", labels, default=(starred or labels)[:3], max_selections=5)
    if len(chosen) < 2:
        st.info("Choose at least two candidates.", icon=":material/compare_arrows:")
        return
    columns = {who.label: _column(who, job) for who in people if who.label in chosen}
    table = pd.DataFrame(columns)
    st.dataframe(table, alt="Chosen candidates side by side", height="content")


def charts(people: Sequence[Shown], job: Job) -> None:
    """Score parts, experience against score, and who covers which skill."""
    shown = people[:MOST_IN_CHART]
    candidates, labels = [who.candidate for who in shown], [who.label for who in shown]
    if len(people) > len(shown):
        st.caption(f"The charts show the best {MOST_IN_CHART} of {len(people)}.")
    everyone, names = [who.candidate for who in people], [who.label for who in people]
    for title, figure, words in (
        ("What the scores are made of", score_parts(candidates, labels, dark=dark()), "Score parts of each candidate"),
        (
            "Who covers which requirement",
            skill_coverage(candidates, job, labels, dark=dark()),
            "Requirements met, by candidate",
        ),
        (
            "Experience against score",
            experience_against_score(everyone, names, job, dark=dark()),
            "Years of experience and score",
        ),
    ):
        st.markdown(f"**{title}**")
        st.plotly_chart(figure, theme=None, config=CONFIG, alt=words, key=f"resume.chart.{title}")


def _column(who: Shown, job: Job) -> dict[str, str]:
    candidate, resume = who.candidate, who.candidate.resume
    cells = {
        "Score": f"{candidate.score:.0f} (rank {candidate.rank})",
        "Experience": years(resume.total_experience_months),
        "Latest title": resume.headline or "not stated",
        "Education": max(resume.education, key=lambda item: item.level).degree or "stated"
        if resume.education
        else "not stated",
        "Notice": "not stated" if resume.notice_period_days is None else f"{resume.notice_period_days} days",
        "Warnings": str(len(candidate.flags) or "none"),
    }
    found = {match.skill: match for match in reversed(candidate.matched)}
    for row in job.requirements:
        match = found.get(row.skill)
        if match is None:
            cell = "✗"
        elif match.kind == "similar":
            cell = f"≈ {match.surface}"
        else:
            cell = "✓" + (f" {years(match.months)}" if match.months else "")
        cells[f"{row.skill} ({row.kind})"] = cell
    return cells
