"""Several candidates beside each other, and the pile as charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from tools.resume.charts import experience_against_score, score_parts, skill_coverage
from tools.resume.types import Job
from tools.resume.words import years
from tools.ui.charts import chart, look
from tools.ui.language import _, language
from tools.ui.resume.candidate import notice
from tools.ui.resume.requirements import REQUIREMENT_KINDS
from tools.ui.resume.state import Screen, Shown

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

MOST_IN_CHART = 30  # more rows than a screen can show; the table above has everybody


def compare(screen: Screen, people: Sequence[Shown], job: Job) -> None:
    """Up to five chosen candidates in columns: the shortlist first, else the best three."""
    labels = [who.label for who in people]
    starred = [place for place, who in enumerate(people) if who.candidate.resume.sha256 in screen.shortlist]
    chosen = st.multiselect(
        _("Candidates to compare"),
        range(len(people)),
        default=(starred or list(range(len(people))))[:3],
        format_func=lambda place: labels[place],
        max_selections=5,
        placeholder=_("Choose candidates"),
        key=f"resume.compare.{len(labels)}.{len(starred)}",
    )
    if len(chosen) < 2:
        st.info(_("Choose at least two candidates."), icon=":material/compare_arrows:")
        return
    columns = {who.label: _column(who, job) for place, who in enumerate(people) if place in chosen}
    table = pd.DataFrame(columns)
    st.dataframe(table, alt=_("Chosen candidates side by side"), height="content")


def charts(people: Sequence[Shown], job: Job) -> None:
    """Score parts, experience against score, and who covers which skill."""
    shown = people[:MOST_IN_CHART]
    candidates, labels = [who.candidate for who in shown], [who.label for who in shown]
    if len(people) > len(shown):
        told = _("The charts show the best {count} of {all}.")
        st.caption(told.format(count=MOST_IN_CHART, all=len(people)))
    everyone, names = [who.candidate for who in people], [who.label for who in people]
    of = (repr([(who.label, who.candidate.parts, who.candidate.matched) for who in people]), repr(job))
    drawn: tuple[tuple[str, str, Callable[[], Figure], str], ...] = (
        (
            "parts",
            _("What the scores are made of"),
            partial(score_parts, candidates, labels, **look()),
            _("Score parts of each candidate"),
        ),
        (
            "coverage",
            _("Who covers which requirement"),
            partial(skill_coverage, candidates, job, labels, **look()),
            _("Requirements met, by candidate"),
        ),
        (
            "experience",
            _("Experience against score"),
            partial(experience_against_score, everyone, names, job, **look()),
            _("Years of experience and score"),
        ),
    )
    for key, title, make, words in drawn:
        st.markdown(f"**{title}**")
        chart(f"resume.chart.{key}", of, lambda make=make, words=words: (make(), words))  # type: ignore[misc]


def _column(who: Shown, job: Job) -> dict[str, str]:
    candidate, resume = who.candidate, who.candidate.resume
    cells = {
        _("Score"): _("{score} (rank {rank})").format(score=f"{candidate.score:.0f}", rank=candidate.rank),
        _("Experience"): years(resume.total_experience_months, language()),
        _("Latest title"): resume.headline or _("not stated"),
        _("Education"): max(resume.education, key=lambda item: item.level).degree or _("stated")
        if resume.education
        else _("not stated"),
        _("Notice"): notice(resume),
        _("Warnings"): str(len(candidate.flags) or _("none")),
    }
    found = {match.skill: match for match in reversed(candidate.matched)}
    for row in job.requirements:
        match = found.get(row.skill)
        if match is None:
            cell = "✗"
        elif match.kind == "similar":
            cell = f"≈ {match.surface}"
        else:
            cell = "✓" + (f" {years(match.months, language())}" if match.months else "")
        cells[f"{row.skill} ({_(REQUIREMENT_KINDS[row.kind])})"] = cell
    return cells
