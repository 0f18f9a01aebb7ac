"""The score: a visible sum of parts, 0–100, each an absolute measure of one resume against one job.

No part looks at the other candidates, so adding a resume never changes anybody's points. Identity is not read at all:
only redacted texts, titles, months and skills are. The score knows nothing of a person's potential.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, fsum

from models.text.types import Embedder
from tools.resume.explain import explain
from tools.resume.families import duties_distribution, duties_profile
from tools.resume.families import prototypes as family_prototypes
from tools.resume.fit import education_fit, experience_fit, requirement_fit
from tools.resume.likeness import NameLikeness
from tools.resume.match import match_requirements, names_to_compare
from tools.resume.meaning import closeness, job_texts, passage, signs, view_job
from tools.resume.titles import TitleFit, held_titles, title_fit, work_fit
from tools.resume.types import Candidate, Job, Match, Resume

PARTS = ("must", "nice", "experience", "title", "meaning")
CAP_PART = "must missing"


@dataclass(frozen=True)
class Weights:
    """How many of the 100 points each part can give, and the most that a resume without some must can reach.

    A part that the job does not ask for (no must, no nice to have, neither years nor a degree) gives its points to the
    other parts in proportion to theirs. Few or light requirements earn fewer points than many: musts of total weight w
    earn w / (w + `few_musts`) of the must part's points, nice-to-haves likewise, a degree alone `degree_only` of the
    experience part's. What is left goes to the other parts too, so that one stray word does not decide a ranking.
    """

    must: float = 30.0
    nice: float = 8.0
    experience: float = 8.0
    title: float = 24.0
    meaning: float = 30.0
    cap: float = 60.0
    few_musts: float = 12.0
    few_nice: float = 20.0
    degree_only: float = 0.4

    def points(self, job: Job) -> dict[str, float]:
        """Part -> points for this job; they add up to 100 unless every weight is 0."""
        weight = {"must": 0.0, "nice": 0.0}
        for requirement in job.requirements:
            weight[requirement.kind] += max(0.0, requirement.weight)
        years = bool(job.min_years or job.max_years)
        asked = {
            "must": weight["must"] / (weight["must"] + max(self.few_musts, 0.1)),
            "nice": weight["nice"] / (weight["nice"] + max(self.few_nice, 0.1)),
            "experience": 1.0 if years else self.degree_only * bool(job.min_education),
            "title": float(bool(job.title)),
            "meaning": 1.0,
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
    scorer = _Scorer(resumes, job, embedder, weights)
    scored = [scorer.score(resume) for resume in resumes]
    scored.sort(key=lambda candidate: (-candidate.score, candidate.resume.file, candidate.resume.sha256))
    return tuple(replace(candidate, rank=place) for place, candidate in enumerate(scored, start=1))


def texts_to_embed(resume: Resume) -> tuple[str, ...]:
    """The texts of one resume that `rank_candidates` embeds besides skill names: what to embed once a file is read."""
    telling = passage(resume)
    return (*(title.text for title in held_titles(resume)), *([telling] if telling is not None else []))


class _Scorer:
    """One job, ready to score resumes; every text of the batch is embedded in one go."""

    def __init__(self, resumes: Sequence[Resume], job: Job, embedder: Embedder, weights: Weights) -> None:
        self.job, self.cap, self.points = job, weights.cap, weights.points(job)
        texts = dict.fromkeys(job_texts(job))
        for resume in resumes:
            texts.update(dict.fromkeys(texts_to_embed(resume)))
        self.vectors = dict(zip(texts, embedder.embed(list(texts)), strict=True))
        self.prototypes = family_prototypes(embedder)
        self.view = view_job(job, self.vectors, self.prototypes)
        self.likeness = NameLikeness(embedder, names_to_compare(resumes, job))

    def score(self, resume: Resume) -> Candidate:
        matched, missing = match_requirements(resume, self.job, similarity=self.likeness)
        held = held_titles(resume)
        if held:
            fit = title_fit(held, self.view.title, self.view.wanted, self.vectors, self.prototypes)
        else:
            fit = work_fit(self.view.wanted, duties_distribution(duties_profile(resume.terms)))
        meaning = closeness(signs(resume, self.view, self.vectors, self.prototypes))
        shares = _shares(resume, self.job, matched, fit, meaning)
        parts = {part: round(points * shares[part], 2) for part, points in self.points.items() if points}
        lacking = _missing_musts(self.job, missing)
        if lacking:
            total = fsum(parts.values())
            if (taken := round(capped(total, self.cap) - total, 2)) < 0:
                parts[CAP_PART] = taken
        limit = self.cap if CAP_PART in parts else None
        sentences = explain(resume, self.job, matched, lacking, fit, meaning, limit)
        return Candidate(resume, round(fsum(parts.values()), 2), 0, parts, matched, missing, resume.flags, sentences)


def _shares(resume: Resume, job: Job, matched: Sequence[Match], fit: TitleFit, likeness: float) -> dict[str, float]:
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
    """`total` bent below `cap`: unchanged up to 75 % of the cap, then rising ever more slowly and never reaching it.

    A hard limit would tie all strong resumes that lack one must; this keeps their order.
    """
    knee = 0.75 * cap
    if total <= knee:
        return total
    room = cap - knee
    return knee + room * (1.0 - exp(-(total - knee) / room)) if room else 0.0
