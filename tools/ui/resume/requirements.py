"""The job as the recruiter edits it: title, years, education, and a table of must-haves and nice-to-haves."""

from __future__ import annotations

from typing import Literal

import pandas as pd
import streamlit as st

from tools.errors import BadInput
from tools.resume.job import read_job
from tools.resume.types import Job, Requirement
from tools.translations import N_
from tools.ui.language import _
from tools.ui.resume.state import JOB_TEXT, Screen

LEVELS = (
    N_("Not asked"),
    N_("School (10th or 12th)"),
    N_("Diploma or ITI"),
    N_("Bachelor's degree"),
    N_("Master's degree"),
    N_("Doctorate"),
)
REQUIREMENT_KINDS = {"must": N_("must"), "nice": N_("nice")}
HINT = N_(
    "Add, change or delete rows: the ranking follows at once. A missing must caps the score. "
    "Write “MySQL or Oracle” where either will do."
)
COLUMNS = ["Skill", "Kind", "Weight", "Years"]


def requirements(screen: Screen) -> Job | None:
    """Draw the editor; the job as edited, or None while there is no usable description."""
    text = str(st.session_state.get(JOB_TEXT) or "").strip()
    if text != screen.read_from:
        _read(screen, text)
    if not text:
        st.info(_("Paste or upload a job description, or try a sample."), icon=":material/description:")
        return None
    if screen.job is None:
        return None
    return _edit(screen.job, screen.job_version)


def _read(screen: Screen, text: str) -> None:
    screen.read_from, screen.job = text, None
    screen.job_version += 1
    if text:
        try:
            screen.job = read_job(text)
        except BadInput:
            screen.read_from = ""
            raise


def _edit(job: Job, version: int) -> Job:
    title = st.text_input(_("Job title"), job.title, key=f"resume.title.{version}")
    left, middle, right = st.columns([3, 3, 5])
    low = left.number_input(_("Years from"), 0.0, 50.0, job.min_years, 0.5, format="%g", key=f"resume.low.{version}")
    high = middle.number_input(
        _("to"), 0.0, 50.0, job.max_years, 0.5, format="%g", placeholder=_("any"), key=f"resume.high.{version}"
    )
    level = right.selectbox(
        _("Education, at least"),
        range(len(LEVELS)),
        job.min_education,
        format_func=[_(level) for level in LEVELS].__getitem__,
        key=f"resume.level.{version}",
    )
    edited = st.data_editor(
        _table(job),
        key=f"resume.table.{version}",
        num_rows="dynamic",
        hide_index=True,
        alt=_("Requirements: skill, must or nice to have, weight, years"),
        column_config={
            "Skill": st.column_config.TextColumn(_("Skill"), required=True, max_chars=80, width=150),
            "Kind": st.column_config.SelectboxColumn(
                _("Kind"),
                options=list(REQUIREMENT_KINDS),
                format_func=lambda kind: _(REQUIREMENT_KINDS[str(kind)]),
                default="nice",
                required=True,
                width=64,
            ),
            "Weight": st.column_config.NumberColumn(
                _("Weight"), min_value=1, max_value=5, step=1, default=3, width=64, help=_("1 a little, 5 very much")
            ),
            "Years": st.column_config.NumberColumn(
                _("Years"),
                min_value=0,
                max_value=40,
                step=0.5,
                default=0,
                width=64,
                help=_("At least so many years; 0: any"),
            ),
        },
    )
    st.caption(_(HINT))
    return Job(
        title=title.strip() or job.title,
        requirements=_rows(edited),
        min_years=low,
        max_years=high if high and high >= low else None,
        min_education=level,
        text=job.text,
    )


def _table(job: Job) -> pd.DataFrame:
    rows = [(row.skill, row.kind, row.weight, row.min_years) for row in job.requirements]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"Weight": "float", "Years": "float"})


def _rows(table: pd.DataFrame) -> tuple[Requirement, ...]:
    """The table as requirements: half-filled rows are completed, empty and repeated skills dropped."""
    found: dict[str, Requirement] = {}
    for row in table.to_dict("records"):
        skill = row["Skill"].strip() if isinstance(row["Skill"], str) else ""
        if not skill or skill.casefold() in found:
            continue
        weight = 3 if pd.isna(row["Weight"]) else int(row["Weight"])
        least = 0.0 if pd.isna(row["Years"]) else float(row["Years"])
        kind: Literal["must", "nice"] = "must" if row["Kind"] == "must" else "nice"
        found[skill.casefold()] = Requirement(skill, kind, min(5, max(1, weight)), least)
    return tuple(found.values())
