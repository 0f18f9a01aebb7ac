"""How much a resume's content speaks of the job's work: duties, an embedded passage, and words in common.

Every sign is put on an absolute scale, so a candidate's points do not hang on who else applied. Likeness of meaning is
a hint to the reader's order; it never shows that somebody has a skill.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.resume.families import (
    Profile,
    agreement,
    duties_distribution,
    duties_profile,
    families,
    placed_text,
    title_evidence,
    title_profile,
)
from tools.resume.lexical import count_stems, coverage, shared_words
from tools.resume.types import Job, Resume

CORE_WORDS = 90  # of the description, after the title and the skills: what a small embedder reads
CLEAR_TITLE = 0.75  # evidence from which a title alone says which work is meant

SHARES = {"duties": 0.50, "families": 0.20, "title": 0.10, "profile": 0.05, "words": 0.10, "title words": 0.05}
SCALES = {  # value of an unrelated resume, value of a resume that fits well
    "duties": (0.0, 0.75),
    "families": (0.0, 0.9),
    "title": (0.10, 0.55),
    "profile": (0.10, 0.60),
    "words": (0.0, 0.25),
    "title words": (0.0, 0.8),
}


@dataclass(frozen=True)
class JobView:
    """A job prepared for comparison: its families, its bag of stems, and the texts whose vectors stand for it."""

    title: str
    core: str
    wanted: Profile
    terms: Mapping[str, int]
    title_terms: Mapping[str, int]


def job_texts(job: Job) -> tuple[str, str]:
    """The job's title, and its core: title, required skills and the beginning of the description."""
    skills = ", ".join(requirement.skill for requirement in job.requirements[:15])
    words = " ".join(job.text.split()[:CORE_WORDS])
    core = ". ".join(part for part in (job.title, skills, words) if part)
    return job.title or core, core


def view_job(job: Job, vectors: Mapping[str, NDArray[np.float32]], prototypes: NDArray[np.float32]) -> JobView:
    """Prepare a job; `vectors` must hold both texts of `job_texts`."""
    title, core = job_texts(job)
    skills = " ".join(requirement.skill for requirement in job.requirements)
    terms = count_stems(f"{job.title}\n{job.title}\n{skills}\n{job.text}")
    named = title_profile(title, vectors[title], prototypes)
    described = duties_distribution(duties_profile(terms))
    trust = float(np.clip(title_evidence(title).max() / CLEAR_TITLE, 0.3, 1.0))
    wanted = trust * named + (1 - trust) * described
    return JobView(title, core, wanted, terms, count_stems(job.title))


def passage(resume: Resume) -> str | None:
    """The one redacted passage to embed: the profile, else the most telling chunk.

    Two chunks more were measured: they triple the time and add less than 0.01 to nDCG@10.
    """
    return next((text for text in (resume.profile, *resume.chunks) if text.strip()), None)


def signs(
    resume: Resume, view: JobView, vectors: Mapping[str, NDArray[np.float32]], prototypes: NDArray[np.float32]
) -> dict[str, float]:
    """Each sign of likeness before scaling; keys as in `SHARES`."""
    found = {
        "duties": float(view.wanted @ duties_profile(resume.terms)),
        "words": shared_words(resume.terms, view.terms),
        "title words": coverage(resume.terms, view.title_terms),
        "families": 0.0,
        "title": 0.0,
        "profile": 0.0,
    }
    text = passage(resume)
    if text is not None:
        vector = vectors[text]
        found["families"] = agreement(view.wanted, placed_text(vector, prototypes))
        found["title"] = float(vector @ vectors[view.title])
        found["profile"] = float(vector @ vectors[view.core])
    return found


def closeness(found: Mapping[str, float]) -> float:
    """The signs on their scales, weighted by their shares: 0–1."""
    return sum(share * _scaled(found[name], *SCALES[name]) for name, share in SHARES.items())


def main_work(resume: Resume) -> str | None:
    """The family that the words of a resume speak of most; None when they speak of none."""
    profile = duties_profile(resume.terms)
    return families()[int(profile.argmax())].name if profile.any() else None


def _scaled(value: float, low: float, high: float) -> float:
    """0 at `low`, 0.9 at `high`; straight up to there, then slowly towards 1, so that the best still differ."""
    place = (value - low) / (high - low)
    if place <= 1:
        return 0.9 * max(place, 0.0)
    return 1.0 - 0.1 * float(np.exp(1.0 - place))
