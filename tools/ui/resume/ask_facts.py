"""What a ranking and a candidate say, as sentences of both languages for the assistant. Blind as the labels given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tools.chat.types import Fact
from tools.resume.types import Candidate, Job
from tools.translations import LANGUAGES, N_, Language, catalogue
from tools.ui.ask import both
from tools.ui.resume.state import Shown

PLACES: Final = ("best", "second", "third")
SHOWN: Final = 8  # candidates whose reasons go along
COUNT: Final = N_("{count} candidates were ranked for “{job}”.")
ORDER: Final = N_("The ranking, with points of 100: {order}.")
PLACE: Final = N_("{who} is number {rank} with {points} of 100 points.")
ONLY: Final = N_("{who} has {points} of 100 points.")
WHY: Final = N_("{who}: {reason}")
SKILL: Final = N_("{skill} ({kind}) is shown by {names}.")
SKILL_NOBODY: Final = N_("{skill} ({kind}) is shown by nobody.")
LACKED: Final = N_("{skill} ({kind}) was not found for {names}.")
LACKS: Final = N_("{who} lacks {skills}.")
LACKS_NOTHING: Final = N_("{who} lacks nothing that the job asks for.")
LACK_MUSTS: Final = N_("These lack a must: {names}.")
ALL_HAVE_MUSTS: Final = N_("Nobody lacks a must.")
MOST_YEARS: Final = N_("{who} has the most experience: {years} years.")
YEARS_OF: Final = N_("{who} has {years} years of experience.")
NOTE: Final = N_("To check for {who}: {note}")
ASKED: Final = N_("The job asks for {musts}.")
ALSO_ASKED: Final = N_("The job would like {nice}.")
HAS: Final = N_("{who} shows {skills}.")
ROLE: Final = N_("Role: {title}, {employer}, {start} to {end}.")
STUDIED: Final = N_("Education: {degree}, {college}, {year}.")
NOTICE: Final = N_("The notice period is {days} days.")
LIVES: Final = N_("Location: {place}.")
KINDS: Final = {"must": N_("must"), "nice": N_("nice to have")}
UNSTATED: Final = N_("not stated")


def ranking_facts(people: Sequence[Shown], job: Job) -> Iterator[Fact]:
    """Who stands where and why, who shows what, what the job asks for."""
    order = "; ".join(f"{who.candidate.rank}. {who.label} {who.candidate.score:.1f}" for who in people[:SHOWN])
    yield Fact(both(COUNT, count=len(people), job=job.title), ("count", "job", "overview"))
    yield Fact(both(ORDER, order=order), ("ranking", "overview"))
    for who in people if len(people) <= SHOWN else (*people[:SHOWN], people[-1]):
        place = (*PLACES[who.candidate.rank - 1 : who.candidate.rank], *(("last",) if who is people[-1] else ()))
        place = (*place, *(("overview",) if who.candidate.rank == 1 else ()))
        said = both(PLACE, who=who.label, rank=who.candidate.rank, points=f"{who.candidate.score:.1f}")
        yield Fact(said, ("why", "ranking", *place))
        yield from _why(who, tuple(topic for topic in place if topic != "overview"))
        yield _lacking(who, people)
    yield _without_must(people, job)
    yield from _skills(people, job)
    yield from _longest(people)
    yield from _asked(job)
    for who in people:
        yield from _notes(who)


def candidate_facts(who: Shown) -> Iterator[Fact]:
    """One candidate: score and reasons, skills, career, what to check."""
    candidate, resume = who.candidate, who.candidate.resume
    yield Fact(both(ONLY, who=who.label, points=f"{candidate.score:.1f}"), ("ranking", "overview", "best"))
    yield from _why(who, ("overview", "best"))
    yield _lacking(who, ())
    if skills := sorted({match.skill for match in candidate.matched}):
        yield Fact(both(HAS, who=who.label, skills=", ".join(skills)), ("skills",))
    if years := _years(candidate):
        yield Fact(both(YEARS_OF, who=who.label, years=years), ("experience", "most"))
    gap = both(UNSTATED)
    for role in resume.roles:
        names = {"title": role.title or gap, "employer": role.employer or gap}
        yield Fact(both(ROLE, **names, start=role.start or gap, end=role.end or gap), ("career",))
    for study in resume.education:
        names = {"degree": study.degree or gap, "college": study.college or gap}
        yield Fact(both(STUDIED, **names, year=study.year or gap), ("education",))
    if resume.notice_period_days is not None:
        yield Fact(both(NOTICE, days=resume.notice_period_days), ("notice",))
    if resume.location:
        yield Fact(both(LIVES, place=resume.location), ("place",))
    yield from _notes(who)


def _why(who: Shown, topics: tuple[str, ...]) -> Iterator[Fact]:
    """Each reason of the score, in both languages."""
    for reason in who.candidate.explanation:
        said = {language: catalogue(language).sentence(reason) for language in LANGUAGES}
        yield Fact(both(WHY, who=who.label, reason=said), ("why", *topics))


def _lacking(who: Shown, people: Sequence[Shown]) -> Fact:
    topics = ("missing", *(("last",) if people and who is people[-1] else ()))
    missing = who.candidate.missing
    said = both(LACKS, who=who.label, skills=", ".join(missing)) if missing else both(LACKS_NOTHING, who=who.label)
    return Fact(said, topics)


def _without_must(people: Sequence[Shown], job: Job) -> Fact:
    """Who lacks a must, and which."""
    musts = {row.skill for row in job.requirements if row.kind == "must"}
    lacking = [(who, [skill for skill in who.candidate.missing if skill in musts]) for who in people]
    named = [f"{who.label} ({', '.join(skills)})" for who, skills in lacking if skills]
    return Fact(both(LACK_MUSTS, names="; ".join(named)) if named else both(ALL_HAVE_MUSTS), ("missing", "must"))


def _skills(people: Sequence[Shown], job: Job) -> Iterator[Fact]:
    """For each requirement who shows it, and who of the others does not."""
    for wanted in job.requirements:
        having = [who for who in people if any(match.skill == wanted.skill for match in who.candidate.matched)]
        lacking = [who.label for who in people if wanted.skill in who.candidate.missing]
        kind = both(KINDS[wanted.kind])
        names = ", ".join(who.label for who in having)
        yield Fact(
            both(SKILL, skill=wanted.skill, kind=kind, names=names)
            if names
            else both(SKILL_NOBODY, skill=wanted.skill, kind=kind),
            ("skills",),
        )
        if lacking and having:
            yield Fact(both(LACKED, skill=wanted.skill, kind=kind, names=", ".join(lacking)), ("missing",))


def _longest(people: Sequence[Shown]) -> Iterator[Fact]:
    stated = [who for who in people if who.candidate.resume.total_experience_months]
    if stated:
        most = max(stated, key=lambda who: who.candidate.resume.total_experience_months or 0)
        yield Fact(both(MOST_YEARS, who=most.label, years=_years(most.candidate)), ("most", "experience"))
    for who in stated[:SHOWN]:
        yield Fact(both(YEARS_OF, who=who.label, years=_years(who.candidate)), ("experience",))


def _asked(job: Job) -> Iterator[Fact]:
    for kind, text, gap in (("must", ASKED, "musts"), ("nice", ALSO_ASKED, "nice")):
        if skills := ", ".join(row.skill for row in job.requirements if row.kind == kind):
            yield Fact(both(text, **{gap: skills}), ("job",))


def _notes(who: Shown) -> Iterator[Fact]:
    for flag in who.candidate.flags:
        said: dict[Language, str] = {language: catalogue(language).sentence(flag.detail) for language in LANGUAGES}
        yield Fact(both(NOTE, who=who.label, note=said), ("notes",))


def _years(candidate: Candidate) -> str:
    months = candidate.resume.total_experience_months
    return f"{months / 12:.1f}" if months else ""
