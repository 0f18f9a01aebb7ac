"""The score: a visible sum of parts, 0–100, each an absolute measure of one resume against one job.

No part looks at the other candidates, so adding a resume never changes anybody's points. Identity is not read at all:
only redacted texts, titles, months and skills are. The score knows nothing of a person's potential.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, fsum

import numpy as np
from numpy.typing import NDArray

from models.text.types import Embedder
from tools.resume.explain import explain
from tools.resume.families import prototypes as family_prototypes
from tools.resume.fit import education_fit, experience_fit, requirement_fit
from tools.resume.match import match_requirements
from tools.resume.meaning import JobView, closeness, job_texts, passages, signs, view_job
from tools.resume.titles import HeldTitle, TitleFit, held_titles, title_fit
from tools.resume.types import Candidate, Job, Match, Resume

PARTS = ("must", "nice", "experience", "title", "meaning")
CAP_PART = "must missing"


@dataclass(frozen=True)
class Weights:
    """How many of the 100 points each part can give, and the most that a resume without some must can reach.

    A part that the job does not ask for (no must, no nice to have, neither years nor a degree) gives its points to the
    other parts in proportion to theirs. The points need not add up to 100: they are brought to it.
    """

    must: float = 35.0
    nice: float = 10.0
    experience: float = 10.0
    title: float = 20.0
    meaning: float = 25.0
    cap: float = 60.0

    def points(self, job: Job) -> dict[str, float]:
        """Part -> points for this job; they add up to 100 unless every weight is 0."""
        kinds = {requirement.kind for requirement in job.requirements if requirement.weight > 0}
        asked = {
            "must": "must" in kinds,
            "nice": "nice" in kinds,
            "experience": bool(job.min_years or job.max_years or job.min_education),
            "title": bool(job.title),
            "meaning": True,
        }
        kept = {part: max(0.0, float(getattr(self, part))) * asked[part] for part in PARTS}
        total = sum(kept.values())
        return {part: 100.0 * value / total if total else 0.0 for part, value in kept.items()}


DEFAULT = Weights()


def rank_candidates(
    resumes: Sequence[Resume], job: Job, embedder: Embedder, *, weights: Weights = DEFAULT
) -> tuple[Candidate, ...]:
    """Score every resume against `job`, best first; equal scores are ordered by file name.

    Parameters
    ----------
    resumes
        Parsed resumes.
    job
        The requirements, as the recruiter has edited them.
    embedder
        Turns redacted texts into vectors; it keeps those it has seen, so a second ranking is cheap.
    weights
        Points of each part and the cap.
    """
    held = [held_titles(resume) for resume in resumes]
    vectors = _embed(resumes, held, job, embedder)
    prototypes = family_prototypes(embedder)
    view = view_job(job, vectors, prototypes)
    points = weights.points(job)
    scored = [
        _score(resume, titles, job, view, vectors, prototypes, points, weights.cap)
        for resume, titles in zip(resumes, held, strict=True)
    ]
    scored.sort(key=lambda candidate: (-candidate.score, candidate.resume.file, candidate.resume.sha256))
    return tuple(replace(candidate, rank=place) for place, candidate in enumerate(scored, start=1))


def texts_to_embed(resume: Resume) -> list[str]:
    """What `rank_candidates` will embed of a resume, so that it can be done as soon as the resume is read."""
    return [*(title.text for title in held_titles(resume)), *passages(resume)]


def _embed(
    resumes: Sequence[Resume], held: Sequence[Sequence[HeldTitle]], job: Job, embedder: Embedder
) -> dict[str, NDArray[np.float32]]:
    texts = dict.fromkeys(job_texts(job))
    for resume, titles in zip(resumes, held, strict=True):
        texts.update(dict.fromkeys(title.text for title in titles))
        texts.update(dict.fromkeys(passages(resume)))
    return dict(zip(texts, embedder.embed(list(texts)), strict=True))


def _score(
    resume: Resume,
    titles: Sequence[HeldTitle],
    job: Job,
    view: JobView,
    vectors: dict[str, NDArray[np.float32]],
    prototypes: NDArray[np.float32],
    points: dict[str, float],
    cap: float,
) -> Candidate:
    matched, missing = match_requirements(resume, job, similarity=likeness_of_skills)
    fit = title_fit(titles, view.title, view.wanted, vectors, prototypes)
    likeness = closeness(signs(resume, view, vectors, prototypes))
    shares = _shares(resume, job, matched, fit, likeness)
    parts = {part: round(points[part] * shares[part], 2) for part in PARTS if points[part]}
    lacking = _missing_musts(job, missing)
    if lacking:
        total = fsum(parts.values())
        parts[CAP_PART] = round(capped(total, cap) - total, 2)
    score = round(fsum(parts.values()), 2)
    sentences = explain(resume, job, matched, lacking, fit, likeness, capped=parts.get(CAP_PART, 0.0) < 0, cap=cap)
    return Candidate(resume, score, 0, parts, matched, missing, resume.flags, sentences)


def _shares(
    resume: Resume, job: Job, matched: Sequence[Match], fit: TitleFit, likeness: float
) -> dict[str, float]:
    """How much of each part's points the resume earns, 0–1."""
    asked = [
        *([experience_fit(resume, job)] if job.min_years or job.max_years else []),
        *([education_fit(resume, job)] if job.min_education else []),
    ]
    return {
        "must": requirement_fit(job, matched, "must"),
        "nice": requirement_fit(job, matched, "nice"),
        "experience": sum(asked) / len(asked) if asked else 0.0,
        "title": fit.nearness,
        "meaning": likeness,
    }


def _missing_musts(job: Job, missing: Sequence[str]) -> tuple[str, ...]:
    absent = set(missing)
    return tuple(
        requirement.skill
        for requirement in job.requirements
        if requirement.kind == "must" and requirement.weight > 0 and requirement.skill in absent
    )


def capped(total: float, cap: float) -> float:
    """`total` bent below `cap`: unchanged up to 60 % of the cap, then rising ever more slowly and never reaching it.

    A hard limit would tie all strong resumes that lack one must; this keeps their order.
    """
    knee = 0.6 * cap
    if total <= knee:
        return total
    room = cap - knee
    return knee + room * (1.0 - exp(-(total - knee) / room)) if room else 0.0
