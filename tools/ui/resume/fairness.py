"""Checks for bias: what happens when only the name changes, and how groups that the recruiter names fare."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from models import cached
from tools.resume.fairness import impact_ratios, largest_change
from tools.resume.swap import OTHER_NAMES, parse_renamed
from tools.resume.types import Job
from tools.translations import N_
from tools.ui.language import _
from tools.ui.resources import workers
from tools.ui.resume.state import Screen, Shown
from tools.workers import answer_of

FOUR_FIFTHS = 0.8
SWAP = N_("Scores every resume again under other names and with gendered words swapped. A fair score does not move.")
GROUPS = N_(
    "Only if you may lawfully use this information: name a group for each candidate. It never touches the score."
)
RATIO = N_(
    "Share of each group above the median score, divided by the best group's share (New York City Local Law 144). "
    "Below 0.80 deserves a closer look; above it is no proof of fairness."
)


def fairness(screen: Screen, people: Sequence[Shown], job: Job) -> None:
    """The name-swap test on this pile, then impact ratios."""
    left, right = st.columns(2, gap="large")
    with left:
        _name_swap(screen, people, job)
    with right:
        _groups(people)


def _name_swap(screen: Screen, people: Sequence[Shown], job: Job) -> None:
    st.markdown(f"**{_('Does the name matter?')}**")
    st.write(_(SWAP))
    if not st.button(_("Run the name-swap test"), key="resume.swap", icon=":material/swap_horiz:"):
        return
    changes = []
    bar = st.progress(0.0)
    for number, who in enumerate(people, 1):
        bar.progress(
            number / len(people),
            text=_("{done} of {all} · {name}").format(done=number, all=len(people), name=who.label),
        )
        changes.append(_change(screen, who, job))
    bar.empty()
    worst = max(changes, default=0.0)
    if worst == 0:
        told = _("No score of {count} changed, not by a hundredth of a point.").format(count=len(people))
        st.success(told, icon=":material/check_circle:")
    else:
        names = [who.label for who, change in zip(people, changes, strict=True) if change]
        told = _("The score moved by up to {points} points for: {names}.")
        st.warning(told.format(points=f"{worst:.2f}", names=", ".join(names)), icon=":material/warning:")


def _change(screen: Screen, who: Shown, job: Job) -> float:
    """How far the score moves under the other names, in points."""
    parsed = screen.batch.find(who.uncovered.resume.file).parsed
    assert parsed is not None
    today = screen.batch.today.isoformat()
    futures = [workers().submit(parse_renamed, parsed.document(), name, today) for name in OTHER_NAMES]
    return largest_change(parsed.resume, [answer_of(future) for future in futures], job, cached.embedder())


def _groups(people: Sequence[Shown]) -> None:
    st.markdown(f"**{_('Do groups fare alike?')}**")
    st.write(_(GROUPS))
    table = pd.DataFrame({"Candidate": [who.label for who in people], "Group": [""] * len(people)})
    edited = st.data_editor(
        table,
        hide_index=True,
        disabled=["Candidate"],
        height=240,
        key=f"resume.groups.{len(people)}",
        alt=_("A group for each candidate, as the recruiter names it"),
        column_config={
            "Candidate": st.column_config.TextColumn(_("Candidate")),
            "Group": st.column_config.TextColumn(_("Group")),
        },
    )
    rates = impact_ratios([who.candidate.score for who in people], [group or None for group in edited["Group"]])
    if not rates:
        st.caption(_("The impact ratio appears once groups are filled in."))
        return
    rows = [
        {
            _("Group"): rate.group,
            _("People"): rate.people,
            _("Above the median"): f"{rate.rate:.0%}",
            _("Impact ratio"): "—" if rate.impact_ratio is None else f"{rate.impact_ratio:.2f}",
            _("Reading"): _("too few to say")
            if rate.too_small
            else _("look closer")
            if rate.impact_ratio is not None and rate.impact_ratio < FOUR_FIFTHS
            else "",
        }
        for rate in rates
    ]
    st.dataframe(rows, hide_index=True, alt=_("Scoring rate and impact ratio by group"))
    st.caption(_(RATIO))
