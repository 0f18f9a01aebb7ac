"""A read document in, a parsed resume out. Knows the order of the steps; each step lives in its own module."""

from __future__ import annotations

import datetime

from tools.documents.types import Document
from tools.instructions import without_instructions_of
from tools.resume.detached import reunite
from tools.resume.education import find_education
from tools.resume.europass import recast
from tools.resume.extras import find_certifications, find_location, notice_days
from tools.resume.flags import find_flags
from tools.resume.headline import find_headline
from tools.resume.identity import find_identity
from tools.resume.limits import within_limits
from tools.resume.roles import find_roles, stated_months, total_months
from tools.resume.sections import SkillFinder, split_sections
from tools.resume.texts import Cleaner, chunk_texts, profile_text, term_counts
from tools.resume.types import Resume


def parse_resume(document: Document, *, today: datetime.date, find_skills: SkillFinder) -> Resume:
    """Everything that the resume states, with its proof.

    Parameters
    ----------
    document
        As read; its `name` is kept as the resume's file.
    today
        What "present" and "till date" mean.
    find_skills
        The taxonomy's search; see `SkillFinder`.
    """
    read = within_limits(document)
    document = without_instructions_of(read)  # words to a machine are shown as a flag and tell nothing else
    pages = {page.number: page.text for page in document.pages}
    text = document.text
    sections = recast(reunite(split_sections(document)))
    identity = find_identity(document, sections)
    roles = find_roles(sections, pages, today)
    education = find_education(sections, pages, today)
    headline = find_headline(sections, roles, identity)
    clean = Cleaner(identity, roles, education)
    return Resume(
        file=document.name,
        sha256=document.sha256,
        pages=len(document.pages),
        identity=identity,
        headline=headline,
        roles=roles,
        total_experience_months=total_months(roles, today),
        education=education,
        skills=find_skills(document, sections, roles),
        certifications=find_certifications(sections),
        notice_period_days=notice_days(text),
        location=find_location(sections),
        flags=find_flags(read, roles, today),
        profile=profile_text(sections, roles, headline, clean),
        chunks=chunk_texts(sections, roles, clean),
        terms=term_counts(sections, headline, clean),
        notes=document.notes,
        stated_experience_months=stated_months(text),
    )
