"""Plain sentences that say why a resume got its score. Everything they claim stands in the score's own inputs."""

from __future__ import annotations

from collections.abc import Sequence

from tools.resume.fit import experience_months
from tools.resume.meaning import main_work
from tools.resume.titles import TitleFit
from tools.resume.types import Job, Match, Resume

SHOWN = 4  # skills named in one sentence
LEVELS = ("", "a school certificate", "a diploma", "a bachelor's degree", "a master's degree", "a doctorate")


def explain(
    resume: Resume,
    job: Job,
    matched: Sequence[Match],
    lacking: Sequence[str],
    fit: TitleFit,
    likeness: float,
    limit: float | None,
) -> tuple[str, ...]:
    """Short sentences, the weightiest first: musts, title, work, years, degree, nice-to-haves.

    `limit` is the cap that lowered the score, if one did.
    """
    sentences = [
        _musts(job, lacking),
        f"A missing must keeps the score below {limit:g}." if limit is not None else "",
        _title(job, fit),
        _work(resume, likeness),
        _years(resume, job),
        _degree(resume, job),
        _nice(job, matched),
    ]
    return tuple(sentence for sentence in sentences if sentence)


def _musts(job: Job, lacking: Sequence[str]) -> str:
    musts = [requirement.skill for requirement in job.requirements if requirement.kind == "must"]
    if not musts:
        return ""
    if not lacking:
        return f"Shows {'the must' if len(musts) == 1 else f'all {len(musts)} musts'}: {_listed(musts)}."
    return f"Shows {len(musts) - len(lacking)} of {len(musts)} musts; not found: {_listed(lacking)}."


def _title(job: Job, fit: TitleFit) -> str:
    if not job.title:
        return ""
    if not fit.nearest:
        return "States no job title that could be compared."
    verdict = "close to" if fit.nearness >= 0.55 else "related to" if fit.nearness >= 0.3 else "far from"
    return f"Has worked as “{fit.nearest}”, {verdict} “{job.title}”."


def _work(resume: Resume, likeness: float) -> str:
    work = main_work(resume)
    if work is None:
        return ""
    verdict = "much like" if likeness >= 0.55 else "partly like" if likeness >= 0.3 else "unlike"
    return f"The work described ({work}) is {verdict} the job's."


def _years(resume: Resume, job: Job) -> str:
    if not job.min_years and job.max_years is None:
        return ""
    months = experience_months(resume)
    if months is None:
        return "Its years of experience could not be read."
    years = f"{months / 12:.1f} years of experience"
    if months / 12 < job.min_years:
        return f"{years}; the job asks for {job.min_years:g}."
    if job.max_years is not None and months / 12 > job.max_years:
        return f"{years}, more than the {job.max_years:g} that the job is for."
    return f"{years}, as the job asks."


def _degree(resume: Resume, job: Job) -> str:
    if not job.min_education or not resume.education:
        return ""
    level = max(entry.level for entry in resume.education)
    asked = LEVELS[min(job.min_education, 5)]
    return f"Has {asked} or more." if level >= job.min_education else f"Below {asked}, which the job asks for."


def _nice(job: Job, matched: Sequence[Match]) -> str:
    nice = {requirement.skill for requirement in job.requirements if requirement.kind == "nice"}
    named = [match.skill for match in matched if match.skill in nice and match.kind != "similar"]
    alike = [match.skill for match in matched if match.skill in nice and match.kind == "similar"]
    parts = [f"Also shows {_listed(named)}" if named else "", f"something like {_listed(alike)}" if alike else ""]
    text = "; ".join(part for part in parts if part)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {rest} more" if rest > 0 else "")
