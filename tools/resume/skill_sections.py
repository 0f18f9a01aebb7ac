"""Which sections of a resume list the person's own skills, as against the tools of one project.

It looks at kinds, headings and the run of the sections; the items are cut by `listed.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from tools.resume.listed import strays
from tools.resume.taxonomy import Taxonomy

_OWN = re.compile(r"skill|proficien|expert|competen|strength|knowledge|additional|qualit", re.I)
_TECHNICAL = re.compile(r"\b(?:technical|technology|it|software|computer)\b", re.I)


class SectionLine(Protocol):
    """A visible line: `text` is a verbatim piece of the text of page `page`."""

    @property
    def page(self) -> int: ...  # noqa: D102

    @property
    def text(self) -> str: ...  # noqa: D102


class SectionLike(Protocol):
    """Consecutive lines under one heading; see `sections.Section`."""

    @property
    def kind(self) -> str: ...  # noqa: D102

    @property
    def heading(self) -> str: ...  # noqa: D102

    @property
    def lines(self) -> Sequence[SectionLine]: ...  # noqa: D102


def skill_lists(sections: Sequence[SectionLike], taxonomy: Taxonomy) -> list[SectionLike]:
    """The sections that list the person's skills. `Tools` and the like among projects list what a project used."""
    lists: list[SectionLike] = []
    in_project = False
    for section in sections:
        if _lists_skills(section, taxonomy):
            own = bool(_OWN.search(section.heading))
            if own or not in_project:
                lists.append(section)
            in_project = strays("\n".join(line.text for line in section.lines)) or (in_project and not own)
        else:
            in_project = section.kind == "projects" or (in_project and section.kind == "summary")
    return lists


def _lists_skills(section: SectionLike, taxonomy: Taxonomy) -> bool:
    """A skills section, or one headed `Languages` that names programming languages."""
    if section.kind != "languages":
        return section.kind == "skills"
    text = "\n".join(line.text for line in section.lines)
    domains = [taxonomy.domain_of(hit.skill) for hit in taxonomy.find(text, listed=True)]
    return bool(domains) and sum(domain == "languages" for domain in domains) * 2 < len(domains)


def may_hold_lists(section: SectionLike) -> bool:
    """Other headings under which some lines list skills: `Additional information`, `Technical experience`."""
    return section.kind == "other" or (section.kind == "experience" and bool(_TECHNICAL.search(section.heading)))
