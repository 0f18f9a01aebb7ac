"""Requirements of which one will do: "PostgreSQL, MySQL or Oracle". Knows the word between skills, not the skills."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.resume.taxonomy import Hit

_OR = re.compile(r"\s+(?:or|या)\s+", re.I)
_COMMA = re.compile(r"\s*[,/]\s*")
_LAST = re.compile(r"\s*,?\s*\b(?:or|या)\s+", re.I)


def choices(skill: str) -> tuple[str, ...]:
    """The skills of which `skill` asks for any one: "MySQL or Oracle" is two, most are one."""
    return tuple(part.strip() for part in _OR.split(skill) if part.strip()) or (skill,)


def alternatives(text: str, hits: Sequence[Hit]) -> list[tuple[str, ...]]:
    """The skills among `hits` (in the order of `text`) that it offers for choice, one tuple each choice."""
    found: list[tuple[str, ...]] = []
    run: list[Hit] = []
    for hit in hits:
        gap = text[run[-1].end : hit.start] if run else ""
        if run and _LAST.fullmatch(gap):
            names = tuple(dict.fromkeys(member.skill for member in (*run, hit)))
            if len(names) > 1:
                found.append(names)
            run = []
        elif run and _COMMA.fullmatch(gap):
            run.append(hit)
        else:
            run = [hit]
    return found
