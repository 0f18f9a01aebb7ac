"""Plain sentences that say why a resume got its score. Everything they claim stands in the score's own inputs.

The sentences are English; a page finds each again by its template and shows it in the visitor's language.
"""

from __future__ import annotations

from collections.abc import Sequence

from tools.resume.fit import experience_months
from tools.resume.meaning import main_work
from tools.resume.titles import TitleFit
from tools.resume.types import Job, Match, Resume
from tools.translations import N_

SHOWN = 4  # skills named in one sentence
LEVELS = (
    "",
    N_("a school certificate"),
    N_("a diploma"),
    N_("a bachelor's degree"),
    N_("a master's degree"),
    N_("a doctorate"),
)
ONE_MUST = N_("Shows the must: {skills}.")
ALL_MUSTS = N_("Shows all {count} musts: {skills}.")
SOME_MUSTS = N_("Shows {met} of {count} musts; not found: {skills}.")
CAPPED = N_("A missing must keeps the score below {limit}.")
NO_TITLE = N_("States no job title that could be compared.")
TITLES = (  # from this nearness on
    (0.55, N_("Has worked as “{held}”, close to “{wanted}”.")),
    (0.3, N_("Has worked as “{held}”, related to “{wanted}”.")),
    (0.0, N_("Has worked as “{held}”, far from “{wanted}”.")),
)
WORK = (  # from this likeness on
    (0.55, N_("The work described ({work}) is much like the job's.")),
    (0.3, N_("The work described ({work}) is partly like the job's.")),
    (0.0, N_("The work described ({work}) is unlike the job's.")),
)
NO_YEARS = N_("Its years of experience could not be read.")
FEW_YEARS = N_("{years} years of experience; the job asks for {asked}.")
MANY_YEARS = N_("{years} years of experience, more than the {asked} that the job is for.")
YEARS = N_("{years} years of experience, as the job asks.")
DEGREE = N_("Has {degree} or more.")
NO_DEGREE = N_("Below {degree}, which the job asks for.")
NICE = N_("Also shows {skills}.")
NICE_AND_ALIKE = N_("Also shows {skills}; something like {alike}.")
ALIKE = N_("Something like {alike}.")
MORE = "{names} +{count}"


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
        CAPPED.format(limit=f"{limit:g}") if limit is not None else "",
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
    if lacking:
        return SOME_MUSTS.format(met=len(musts) - len(lacking), count=len(musts), skills=_listed(lacking))
    return (ONE_MUST if len(musts) == 1 else ALL_MUSTS).format(count=len(musts), skills=_listed(musts))


def _title(job: Job, fit: TitleFit) -> str:
    if not job.title:
        return ""
    if not fit.nearest:
        return NO_TITLE
    return _from(TITLES, fit.nearness).format(held=fit.nearest, wanted=job.title)


def _work(resume: Resume, likeness: float) -> str:
    work = main_work(resume)
    return "" if work is None else _from(WORK, likeness).format(work=work)


def _years(resume: Resume, job: Job) -> str:
    if not job.min_years and job.max_years is None:
        return ""
    months = experience_months(resume)
    if months is None:
        return NO_YEARS
    years = f"{months / 12:.1f}"
    if months / 12 < job.min_years:
        return FEW_YEARS.format(years=years, asked=f"{job.min_years:g}")
    if job.max_years is not None and months / 12 > job.max_years:
        return MANY_YEARS.format(years=years, asked=f"{job.max_years:g}")
    return YEARS.format(years=years)


def _degree(resume: Resume, job: Job) -> str:
    if not job.min_education or not resume.education:
        return ""
    level = max(entry.level for entry in resume.education)
    asked = LEVELS[min(job.min_education, 5)]
    return (DEGREE if level >= job.min_education else NO_DEGREE).format(degree=asked)


def _nice(job: Job, matched: Sequence[Match]) -> str:
    nice = {requirement.skill for requirement in job.requirements if requirement.kind == "nice"}
    named = [match.skill for match in matched if match.skill in nice and match.kind != "similar"]
    alike = [match.skill for match in matched if match.skill in nice and match.kind == "similar"]
    if not named and not alike:
        return ""
    template = NICE_AND_ALIKE if named and alike else NICE if named else ALIKE
    return template.format(skills=_listed(named), alike=_listed(alike))


def _from(steps: Sequence[tuple[float, str]], value: float) -> str:
    """The words for a value: those of the highest step that it reaches."""
    return next((words for least, words in steps if value >= least), steps[-1][1])


def _listed(names: Sequence[str]) -> str:
    shown, rest = ", ".join(names[:SHOWN]), len(names) - SHOWN
    return MORE.format(names=shown, count=rest) if rest > 0 else shown
