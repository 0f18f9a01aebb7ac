"""The ranking as a document: who is called what, what may be shown, when it was made and by which model.

Every export is drawn from a `Report`, so blind mode and the order of people are settled before any format is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from tools.format import INDIA, moment
from tools.resume.labels import covered, labels_for
from tools.resume.types import Candidate, Job, Match, Requirement, Resume, Role
from tools.translations import N_, Language, catalogue

DECISION = N_(
    "This ranking is an aid. A person must read the resumes and decide; nobody may be turned down by the score alone."
)
HOW = (
    N_(
        "The score is a sum of visible parts: must-have skills, closeness to the job's title, closeness in meaning, "
        "experience and nice-to-have skills. A missing must-have caps it, shown as a negative part."
    ),
    N_(
        "Each matched skill carries its proof: a line of the resume, word for word, and its page. Exact: the same "
        "term. Alias: another name of the same thing. Similar: close in meaning; never fills a must-have."
    ),
    N_(
        "Name, contacts, photo, gender, age, address, family, religion and caste reach neither the score nor the model."
    ),
)
PARTS = ("must", "title", "meaning", "experience", "nice")


@dataclass(frozen=True)
class Person:
    """A candidate as the report shows them: `candidate` is already covered in blind mode."""

    label: str
    candidate: Candidate
    shortlisted: bool
    must_met: int

    @property
    def years(self) -> float | None:
        """Total experience in years, None when the resume does not say."""
        months = self.candidate.resume.total_experience_months
        return None if months is None else round(months / 12, 1)


@dataclass(frozen=True)
class Report:
    """People by rank, the job, and what a reader must know about the figures."""

    job: Job
    people: tuple[Person, ...]
    blind: bool
    model: str
    made: datetime
    language: Language = "en"

    def say(self, text: str) -> str:
        """One of the export's own texts, in its language."""
        return catalogue(self.language).text(text)

    def code(self, word: str) -> str:
        """A code word ("exact", "undated_role") in words."""
        words = word.replace("_", " ")
        return words if self.language == "en" else self.say(words.capitalize())

    def sentence(self, text: str) -> str:
        """A sentence about a candidate that was filled in already."""
        return catalogue(self.language).sentence(text)

    @property
    def day(self) -> str:
        """When it was made, in India."""
        return moment(self.made, self.language)

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of the score's parts, in the order in which they are shown."""
        return part_names([person.candidate for person in self.people])

    @property
    def musts(self) -> tuple[Requirement, ...]:
        """The must-have requirements."""
        return tuple(need for need in self.job.requirements if need.kind == "must")

    @property
    def chosen(self) -> tuple[Person, ...]:
        """Those shown in full: the shortlist, or the first ten when nobody is on it."""
        return tuple(person for person in self.people if person.shortlisted) or self.people[:10]


def report(
    candidates: Sequence[Candidate],
    job: Job,
    *,
    blind: bool = True,
    shortlist: Collection[str] = (),
    model: str = "",
    made: datetime | None = None,
    language: Language = "en",
) -> Report:
    """A report of `candidates` by rank.

    Parameters
    ----------
    candidates, job
        What was scored, and against what.
    blind
        Cover identity (see `labels.covered`).
    shortlist
        `Resume.sha256` or `Resume.file` of those chosen.
    model
        The embedder's name, for the reader.
    made
        When; now when not given. Shown in Indian time.
    language
        What the export says in its own words; what the resumes say stays as it is.
    """
    ranked = sorted(candidates, key=lambda candidate: candidate.rank)
    labels = labels_for(ranked, blind)
    files = {who.resume.file: label for who, label in zip(ranked, labels, strict=True)}
    words = catalogue(language)
    people = tuple(
        Person(
            label=words.sentence(label) if blind else label,
            candidate=covered(who, blind, files),
            shortlisted=who.resume.sha256 in shortlist or who.resume.file in shortlist,
            must_met=sum(found is not None and found.kind != "similar" for found in musts_of(who, job)),
        )
        for who, label in zip(ranked, labels, strict=True)
    )
    return Report(
        job,
        people,
        blind,
        model or words.text(N_("not stated")),
        (made or datetime.now(INDIA)).astimezone(INDIA),
        language,
    )


def musts_of(candidate: Candidate, job: Job) -> tuple[Match | None, ...]:
    """For each must-have of `job`, the candidate's match or None."""
    return tuple(match_of(candidate, need.skill) for need in job.requirements if need.kind == "must")


def match_of(candidate: Candidate, skill: str) -> Match | None:
    """The candidate's match for a requirement, None when missing."""
    return next((match for match in candidate.matched if match.skill.casefold() == skill.casefold()), None)


def part_names(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """Every part's name that occurs: the known ones in their order, then any other (such as the cap)."""
    found = dict.fromkeys(name for candidate in candidates for name in candidate.parts)
    return (*(name for name in PARTS if name in found), *(name for name in found if name not in PARTS))


def latest_role(resume: Resume) -> Role | None:
    """The role that ended last; a present one before any other, an undated one after all."""
    order = {"present": "9999-12", None: ""}
    return max(resume.roles, key=lambda role: (order.get(role.end, role.end or ""), role.start or ""), default=None)
