"""The resume screener's page: resumes and a job description in, an explained ranking out. It only draws."""

from __future__ import annotations

import streamlit as st
from tools.resume.score import DEFAULT

from tools.resume.types import Job
from tools.ui.catalogue import demo
from tools.ui.frame import lead, page
from tools.ui.resume.about import badges
from tools.ui.resume.inputs import inputs, samples
from tools.ui.resume.progress import progress
from tools.ui.resume.ranking import ranking
from tools.ui.resume.state import Screen, screen, shown


def answer(visit: Screen, job: Job | None, blind: bool) -> None:
    """The ranking, then everything behind it."""
    if not visit.batch.parsed:
        st.info("Add resumes: the ranking appears here.", icon=":material/upload_file:")
        return
    if job is None:
        return
    with st.spinner("Comparing the resumes with the job…", show_time=True):
        people = shown(visit.ranking(job, DEFAULT), blind)
    ranking(visit, people, job)
    badges()


with page("resume"):
    lead(demo("resume").promise)
    visit = screen()
    samples(visit)
    inputs(visit)
    progress(visit)
