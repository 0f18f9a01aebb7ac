"""The resume screener's page: resumes and a job description in, an explained ranking out. It only draws."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from tools.resume.types import Job
from tools.translations import N_
from tools.ui.catalogue import demo
from tools.ui.frame import lead, page
from tools.ui.language import _, sentence
from tools.ui.resume.about import about, badges
from tools.ui.resume.ask import ask_ranking
from tools.ui.resume.candidate import candidate_panel
from tools.ui.resume.compare import charts, compare
from tools.ui.resume.downloads import downloads
from tools.ui.resume.fairness import fairness
from tools.ui.resume.inputs import inputs, samples
from tools.ui.resume.kept import kept
from tools.ui.resume.progress import progress
from tools.ui.resume.ranking import ranking
from tools.ui.resume.requirements import requirements
from tools.ui.resume.state import Screen, Shown, screen, shown
from tools.ui.tabs import tabs


def answer(visit: Screen) -> None:
    """Left the requirements, right the ranking that follows them; below, everything behind it."""
    left, right = st.columns([5, 6], gap="medium")
    with left:
        st.header(_("Requirements"), anchor=False)
        job = requirements(visit)
    with right:
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.header(_("Ranking"), anchor=False, width="content")
            blind = st.toggle(_("Blind mode"), value=True, key="resume.blind", help=_("Hides who the candidates are."))
        if not visit.batch.parsed and visit.batch.pending:
            st.skeleton(height=320)
            return
        if not visit.batch.parsed or job is None:
            job_lacks = _("Add a job description: the ranking appears here.")
            told = job_lacks if visit.batch.parsed else _("Add resumes: the ranking appears here.")
            st.info(told, icon=":material/upload_file:")
            return
        with st.spinner(_("Comparing the resumes with the job…"), show_time=True):
            people = shown(visit.ranking(job), blind)
        refused(visit)
        ranking(visit, people, job)
        badges(visit.seconds)
        kept(visit, job, blind)
        ask_ranking(people, job)
    details(visit, people, job, blind)


def refused(visit: Screen) -> None:
    """Why the ranking is not of what was given last; an empty place else, so that what follows keeps its own."""
    if visit.refused:
        st.warning(sentence(visit.refused), icon=":material/hourglass_top:")
    else:
        st.empty()


def details(visit: Screen, people: tuple[Shown, ...], job: Job, blind: bool) -> None:
    """The opened candidate first, then the pile as a whole."""
    draw: dict[str, Callable[[], None]] = {
        N_("Candidate"): partial(candidate_panel, visit, people, job, blind),
        N_("Compare"): partial(compare, visit, people, job),
        N_("Charts"): partial(charts, people, job),
        N_("Fairness"): partial(fairness, visit, people, job),
        N_("Download"): partial(downloads, visit, people, job, blind),
    }
    tabs(draw, "resume.tabs")


with page("resume"):
    lead(demo("resume").promise)
    visit = screen()
    samples(visit)
    inputs(visit)
    progress(visit)
    answer(visit)
    about()
