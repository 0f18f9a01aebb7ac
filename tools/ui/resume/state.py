"""What the resume page remembers during a visit: the files, the job, the choices, the ranking. Draws nothing."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

import streamlit as st

from models import cached
from tools.errors import QueueFull
from tools.resume.batch import Batch
from tools.resume.labels import covered, labels_for
from tools.resume.score import texts_to_embed
from tools.resume.screening import screen_resumes
from tools.resume.types import Candidate, Job, Resume
from tools.ui.language import sentence
from tools.ui.limits import turn
from tools.ui.resources import workers

KEY = "resume.screen"
JOB_TEXT = "resume.job_text"
INDIA = timezone(timedelta(hours=5, minutes=30))


@dataclass(frozen=True)
class Shown:
    """A candidate as the page may show it: its label, and its texts with identity covered in blind mode."""

    label: str
    candidate: Candidate
    uncovered: Candidate


@dataclass
class Screen:
    """One visitor's screening."""

    batch: Batch
    job: Job | None = None
    job_version: int = 0  # part of the requirement widgets' keys: a new description starts them afresh
    read_from: str = ""
    shortlist: set[str] = field(default_factory=set)  # sha256 of resumes
    opened: str | None = None  # sha256
    seconds: float = 0.0  # that the last ranking took
    refused: str = ""  # why the ranking that is shown is not the newest
    _ranked: tuple[object, tuple[Candidate, ...]] = (None, ())

    def ranking(self, job: Job) -> tuple[Candidate, ...]:
        """The read resumes against `job`; worked out again only when something changed.

        While no turn comes for that, the ranking before it stays if it still holds, and `refused` says why.

        Raises
        ------
        QueueFull
            No turn came in time, and there is no such ranking.
        """
        self.refused = ""
        resumes = self.batch.resumes
        key = (job, tuple(resume.sha256 + resume.file for resume in resumes))
        if self._ranked[0] != key:
            embedder = cached.embedder()
            try:
                with turn():
                    begun = time.perf_counter()
                    self._ranked = (key, screen_resumes(resumes, job, embedder))
                    self.seconds = time.perf_counter() - begun
            except QueueFull as error:
                if not self._still_holds(job, resumes):
                    raise
                self.refused = str(error)
        return self._ranked[1]

    def _still_holds(self, job: Job, resumes: Sequence[Resume]) -> bool:
        """Whether the last ranking is of this job and of resumes that are all still here."""
        before, here = self._ranked, {resume.file for resume in resumes}
        same = isinstance(before[0], tuple) and before[0][0] == job
        return same and all(candidate.resume.file in here for candidate in before[1])


def screen() -> Screen:
    """This visitor's state, made at the first visit."""
    if KEY not in st.session_state:
        loading = cached.preload_embedder()

        def embed_early(resume: Resume) -> None:
            if loading.done():  # else the ranking does it: reading must not wait for the model
                loading.result().embed(texts_to_embed(resume))

        st.session_state[KEY] = Screen(Batch(workers(), datetime.now(INDIA).date(), embed_early))
    found: Screen = st.session_state[KEY]
    return found


def start_again() -> None:
    """Forget the files, the job and the ranking."""
    screen().batch.keep(set())
    for key in [key for key in st.session_state if str(key).startswith("resume.")]:
        del st.session_state[key]


def shown(candidates: Sequence[Candidate], blind: bool) -> tuple[Shown, ...]:
    """The ranking as it may be shown."""
    labels = labels_for(candidates, blind)
    files = {who.resume.file: label for who, label in zip(candidates, labels, strict=True)}
    return tuple(
        Shown(sentence(label) if blind else label, covered(who, blind, files), who)
        for who, label in zip(candidates, labels, strict=True)
    )
