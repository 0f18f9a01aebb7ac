"""Turns a job description into a title and editable requirements.

Everything is read from the text's own words: known skills, lists that the recruiter typed, cues such as "must have",
years and degrees. It invents no requirement, and it marks a skill as a must only where the text says so or the title
names it.
"""

from __future__ import annotations

import re
import unicodedata

from tools.errors import BadInput, TooLarge
from tools.resume.job_rows import CHOICE, Asked, join_choices, note, requirements
from tools.resume.job_text import Clause, clauses, find_title, tidy_title, useful_lines, without_portal_role
from tools.resume.job_years import min_education, skill_years, total_years
from tools.resume.listed import list_items
from tools.resume.surfaces import key_of
from tools.resume.taxonomy import Taxonomy, load_taxonomy
from tools.resume.types import Job

MAX_CHARACTERS = 100_000
MIN_WORDS = 3
_WAIVED = re.compile(r"\bno (?:\w+ ){0,3}(?:required|needed|necessary)\b|\b(?:is|are) not (?:required|needed)\b", re.I)
_ROLE_WORD = re.compile(
    r"(?:er|or|ist|ant|ent|yst|ive|cian|man|hip|nurse|admin|dba|cook|clerk|trainee|intern|architect|expert|lead|"
    r"head)s?$",
    re.I,
)
_GLUED = re.compile(
    r"[a-z]{3}[A-Z][a-z]+.*[a-z][A-Z]|^[^\s]{25,}$"
)  # `PythonDjangoFlask`: a page's tags copied without their spaces
_VAGUE = re.compile(
    r"(?:similar|related|others?|etc|data|tools|technologies|concepts|basics|practices|patterns|principles|analysis|"
    r"management|requirements|engineering|executive|searching|knowledge|understanding|experience|skills|technical|"
    r"environment|solutions|systems|applications|processes|services|projects|support|quality|design)",
    re.I,
)
"""Words that a list may hold and that ask for nothing by themselves."""
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0b\x0e-\x1f]")


def read_job(text: str, *, title: str | None = None) -> Job:
    """The job that `text` describes; `title` wins over the one that the text states.

    Raises
    ------
    BadInput
        There are fewer than three words, or none at all.
    TooLarge
        The text is longer than a hundred thousand characters.
    """
    if len(text) > MAX_CHARACTERS:
        raise TooLarge(f"The job description is longer than {MAX_CHARACTERS:,} characters; paste the description only.")
    text = _plain(text)
    heading = tidy_title(_plain(title)) if title and title.strip() else find_title(text)
    _check(text, heading if title else None)
    text = without_portal_role(text)
    asked = _asked_skills(text, heading or "", load_taxonomy())
    low, high = total_years(clauses(text))
    if not low and high is None:
        low = max((entry.min_years for entry in asked.values()), default=0.0)
    return Job(
        title=heading or "",
        requirements=requirements(asked, load_taxonomy()),
        min_years=low,
        max_years=high,
        min_education=min_education(clauses(text)),
        text="\n".join(line for line, _, _ in useful_lines(text)),
    )


def _plain(text: str) -> str:
    text = _INVISIBLE.sub(
        "", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))
    )
    return text.replace("\u00a0", " ").strip()


def _check(text: str, title: str | None) -> None:
    words = re.findall(r"[^\W\d_]{2,}|[^\W\d_][+#]*", f"{title or ''} {text}")
    if len(words) < MIN_WORDS and not (title and words):
        raise BadInput(
            "The job description has fewer than three words; paste what the job is and which skills it needs."
        )


def _asked_skills(text: str, title: str, taxonomy: Taxonomy) -> dict[str, Asked]:
    asked: dict[str, Asked] = {}
    for hit in taxonomy.find(title):
        entry = _entry(asked, hit.skill)
        entry.in_title = True
        entry.must |= hit.kind == "exact" or not _ROLE_WORD.search(hit.surface)
        entry.count += 1
    for clause in clauses(text):
        for skill in _skills_of(clause, taxonomy):
            note(_entry(asked, skill), clause)
        for skill, years in skill_years(clause, taxonomy):
            entry = _entry(asked, skill)
            entry.min_years = max(entry.min_years, years)
            entry.must |= clause.force != "nice" and not CHOICE.search(clause.text)
    join_choices(asked, [(clause, taxonomy.find(clause.text, listed=clause.listed)) for clause in clauses(text)])
    return asked


def _entry(asked: dict[str, Asked], skill: str) -> Asked:
    return asked.setdefault(skill, Asked(len(asked)))


def _skills_of(clause: Clause, taxonomy: Taxonomy) -> list[str]:
    """The skills that a clause asks for; in a list also those that the taxonomy does not know, as typed."""
    if _WAIVED.search(clause.text):
        return []
    if not clause.listed:
        return list(dict.fromkeys(hit.skill for hit in taxonomy.find(clause.text)))
    skills: list[str] = []
    items = list_items(clause.text)
    for item in items:
        surface = clause.text[item.start : item.end]
        known = taxonomy.canonical(surface)
        hits = [hit.skill for hit in taxonomy.find(surface, listed=not item.prose)]
        if known is not None:
            skills.append(known)
        elif hits or item.prose:
            skills.extend(hits)
        elif len(items) > 1 and not _is_vague(surface, clause):
            same = next((skill for skill in skills if key_of(skill) == key_of(surface)), surface)
            skills.append(same)
    return list(dict.fromkeys(skills))


def _is_vague(surface: str, clause: Clause) -> bool:
    """Does an unknown item of a list name nothing that one could look for in a resume?"""
    words = surface.split()
    in_sentence = surface.islower() and clause.text.endswith(".") and len(words) == 1
    return in_sentence or len(words) > 4 or bool(_VAGUE.fullmatch(surface)) or bool(_GLUED.search(surface))
