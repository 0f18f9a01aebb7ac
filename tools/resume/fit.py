"""How well a resume meets what can be counted: required skills, years of experience, a degree.

A requirement is filled only by a skill that the resume names; likeness of meaning fills a nice-to-have in part, a must
never. Months that the resume does not date are taken neither for nor against the person.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tools.resume.types import Job, Match, Requirement, Resume

UNKNOWN = 0.5  # of the points, where the resume does not say
SIMILAR = 0.5  # of a nice-to-have's points, at most, for a skill that is only alike
UNDATED = 0.85  # of a requirement with minimum years, when the resume names the skill without dates
LEAST_OVER = 0.6  # far more experience than asked never costs more than this leaves


def requirement_fit(job: Job, matched: Sequence[Match], kind: Literal["must", "nice"]) -> float:
    """Weighted share (0–1) of the requirements of one kind that the resume meets; 0 when there are none."""
    found = {match.skill: match for match in matched}
    asked = [requirement for requirement in job.requirements if requirement.kind == kind and requirement.weight > 0]
    total = sum(requirement.weight for requirement in asked)
    return sum(_credit(item, found.get(item.skill)) * item.weight for item in asked) / total if total else 0.0


def _credit(requirement: Requirement, match: Match | None) -> float:
    if match is None:
        return 0.0
    if match.kind == "similar":
        return SIMILAR * match.similarity if requirement.kind == "nice" else 0.0
    if not requirement.min_years:
        return 1.0
    if match.months is None:
        return UNDATED
    return 0.5 + 0.5 * min(1.0, match.months / (12 * requirement.min_years))  # half for the skill, half for the years


def experience_months(resume: Resume) -> int | None:
    """Months from the dated roles, else as the resume states them, else None."""
    dated = resume.total_experience_months
    return dated if dated is not None else resume.stated_experience_months


def experience_fit(resume: Resume, job: Job) -> float:
    """Years against the job's range, 0–1: falls with the square of what is lacking, gently with what is over."""
    months = experience_months(resume)
    if months is None:
        return UNKNOWN
    years = months / 12
    if job.min_years and years < job.min_years:
        return 1.0 - (1.0 - years / job.min_years) ** 2 if years >= job.min_years / 2 else 1.5 * years / job.min_years
    if job.max_years is not None and years > job.max_years:
        return max(LEAST_OVER, 1.0 - 0.05 * (years - job.max_years))
    return 1.0


def education_fit(resume: Resume, job: Job) -> float:
    """The highest degree against the one asked for: 1 when it is reached, less for each level below."""
    if not resume.education:
        return UNKNOWN
    lacking = job.min_education - max(entry.level for entry in resume.education)
    return 1.0 if lacking <= 0 else max(0.0, 0.5 - 0.25 * (lacking - 1))
