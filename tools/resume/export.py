"""The ranking as CSV and JSON, and the way to the XLSX and PDF writers.

Blind mode and the order of people come from `report`; nothing here reads files or scores.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence
from pathlib import PurePath
from typing import Any

from tools.cells import for_csv
from tools.resume.export_pdf import to_pdf
from tools.resume.export_xlsx import to_xlsx
from tools.resume.labels import covered, labels_for
from tools.resume.report import Person, latest_role, report
from tools.resume.types import Candidate, Job, Resume
from tools.resume.words import month
from tools.translations import N_, Language, catalogue

__all__ = ["resume_to_dict", "to_csv", "to_json", "to_pdf", "to_xlsx"]


def to_csv(
    candidates: Sequence[Candidate],
    job: Job,
    blind: bool = True,
    shortlist: Collection[str] = (),
    *,
    language: Language = "en",
) -> bytes:
    """The ranking, one row a candidate, UTF-8 with the mark that Excel needs. No cell runs as a formula."""
    made = report(candidates, job, blind=blind, shortlist=shortlist, language=language)
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
    writer.writerow(csv_header(made.parts, made.blind, language))
    writer.writerows(csv_row(person, made.parts, len(made.musts), made.blind, language) for person in made.people)
    return out.getvalue().encode("utf-8-sig")


def to_json(
    candidates: Sequence[Candidate], job: Job | None = None, blind: bool = True, shortlist: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Plain data by rank, as the command line's contract says.

    `file` is always the file's own name, so that a caller can match results to what they passed in; blind mode
    covers everything that was read from inside it. Quotes are verbatim lines of their page only when not blind.
    """
    ranked = sorted(candidates, key=lambda candidate: candidate.rank)
    labels = labels_for(ranked, blind)
    files = {who.resume.file: label for who, label in zip(ranked, labels, strict=True)}
    return [
        entry_of(
            who,
            covered(who, blind, files),
            label,
            job,
            shortlisted=who.resume.sha256 in shortlist or who.resume.file in shortlist,
        )
        for who, label in zip(ranked, labels, strict=True)
    ]


def entry_of(
    who: Candidate, shown: Candidate, label: str, job: Job | None, *, shortlisted: bool = False
) -> dict[str, Any]:
    """One entry of `to_json`: `shown` is `who` as it may be shown, `label` what it is called among all."""
    return {
        **_person_as_dict(shown),
        "file": who.resume.file,
        "label": label,
        "shortlisted": shortlisted,
        "job": job.title if job else None,
    }


def csv_header(parts: Sequence[str], blind: bool, language: Language = "en") -> list[object]:
    """The names of the columns, where `parts` are those of the score."""
    contacts = [] if blind else [N_("Email"), N_("Phone"), N_("Location"), N_("File")]
    names = [
        *(N_("Rank"), N_("Candidate"), N_("Shortlisted"), N_("Score"), *(name.capitalize() for name in parts)),
        *(N_("Must-haves met"), N_("Must-haves"), N_("Missing"), N_("Experience (years)"), N_("Headline")),
        *(N_("Latest role"), N_("Latest employer"), N_("Since"), N_("Until"), N_("Education"), N_("Skills matched")),
        *(N_("Certifications"), N_("Notice (days)"), *contacts, N_("Flags"), N_("Why")),
    ]
    return [for_csv(catalogue(language).text(name)) for name in names]


def csv_row(person: Person, parts: Sequence[str], musts: int, blind: bool, language: Language = "en") -> list[object]:
    """The cells of one candidate under `csv_header`, of a job with so many musts; none runs as a formula."""
    who, resume = person.candidate, person.candidate.resume
    role = latest_role(resume)
    degree = max(resume.education, key=lambda item: item.level, default=None)
    contacts: list[object] = []
    said = catalogue(language)
    if not blind:
        contacts = [resume.identity.email, resume.identity.phone, resume.location, PurePath(resume.file).name]
    cells = [
        *(who.rank, person.label, said.text(N_("yes") if person.shortlisted else N_("no")), round(who.score, 1)),
        *(round(who.parts.get(name, 0.0), 1) for name in parts),
        *(person.must_met, musts, "; ".join(who.missing), person.years, resume.headline),
        *((role.title, role.employer, month(role.start, language), month(role.end, language)) if role else (None,) * 4),
        " · ".join(str(part) for part in (degree.degree, degree.college, degree.year) if part) if degree else None,
        "; ".join(match.skill for match in who.matched),
        *("; ".join(resume.certifications), resume.notice_period_days, *contacts),
        "; ".join(said.sentence(flag.detail) for flag in who.flags),
        " ".join(map(said.sentence, who.explanation)),
    ]
    return [for_csv(cell) for cell in cells]


def resume_to_dict(resume: Resume, blind: bool = True) -> dict[str, Any]:
    """One parsed resume as the command line prints it when there is no job to score against."""
    unscored = Candidate(resume, 0.0, 0, {}, (), (), resume.flags)
    told = _person_as_dict(covered(unscored, blind))
    nothing = dict.fromkeys(("score", "rank"))
    return told | nothing | {"file": resume.file, "label": labels_for([unscored], blind)[0]}


def listed_skills(resume: Resume) -> list[str]:
    """The skills that the resume lists, as it writes them; without a list, those that its text mentions."""
    listed = [surface for skill in resume.skills if skill.listed for surface in skill.surfaces or (skill.surface,)]
    return list(dict.fromkeys(listed or [skill.skill for skill in resume.skills]))


def _person_as_dict(who: Candidate) -> dict[str, Any]:
    resume = who.resume
    return {
        "file": resume.file,
        "status": "scored",
        "error": None,
        "score": round(who.score, 4),
        "rank": who.rank,
        "parts": {name: round(points, 4) for name, points in who.parts.items()},
        "name": resume.identity.name,
        "email": resume.identity.email,
        "phone": resume.identity.phone,
        "total_experience_months": resume.total_experience_months,
        "roles": [
            {key: getattr(role, key) for key in ("title", "employer", "start", "end", "months", "page", "quote")}
            for role in resume.roles
        ],
        "education": [
            {key: getattr(item, key) for key in ("degree", "college", "year", "level", "page", "quote")}
            for item in resume.education
        ],
        "matched": [
            {key: getattr(match, key) for key in ("skill", "page", "quote", "kind", "months", "surface", "similarity")}
            for match in who.matched
        ],
        "missing": list(who.missing),
        "flags": [{"kind": flag.kind, "page": flag.page, "detail": flag.detail} for flag in who.flags],
        "skills": listed_skills(resume),
        "skill_mentions": [
            {key: getattr(skill, key) for key in ("skill", "surface", "kind", "page", "quote", "months", "last_used")}
            for skill in resume.skills
        ],
        "certifications": list(resume.certifications),
        "notice_period_days": resume.notice_period_days,
        "location": resume.location,
        "headline": resume.headline,
        "explanation": list(who.explanation),
        "notes": list(resume.notes),
    }
