"""How long a skill was used: the union of the dated roles whose text mentions it, unless the text denies it.

Knows roles with months; it does not find them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tools.resume.taxonomy import Taxonomy
from tools.resume.types import Role

_NEGATION = re.compile(
    r"\b(?:no|not|never|without|lack(?:s|ing)?(?: of)?|don['’]?t|didn['’]?t|haven['’]?t|"
    r"non)\s+(?!only\b)(?:[\w-]+\s+){0,3}?"
    r"(?:experience|experienced|knowledge|exposure|familiar|familiarity|skilled|proficient|worked|work|used|use|idea|"
    r"expertise|know|understanding|conversant|comfortable|interested)\b(?:(?!\b(?:but|however|though)\b)[^.;\n])*$"
    r"|\b(?:unfamiliar|inexperienced|no hands[- ]on)\b(?:(?!\b(?:but|however|though)\b)[^.;\n])*$",
    re.I,
)
_NEGATED_AFTER = re.compile(r"^[^.;,\n]{0,25}\b(?:नहीं|not known|no experience)", re.I)


def months_by_skill(
    roles: Iterable[Role], found: Iterable[str], taxonomy: Taxonomy
) -> dict[str, list[tuple[int, int, str]]]:
    """The dated intervals (first month, last month, end as written) of the roles that mention each skill."""
    unknown = {
        skill: re.compile(rf"(?<!\w){re.escape(skill)}(?!\w)", re.I) for skill in found if skill not in taxonomy.skills
    }
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for role in roles:
        interval = _interval(role)
        if interval is None:
            continue
        text = "\n".join(part for part in (role.title, role.text) if part)
        named = {hit.skill for hit in taxonomy.find(text) if not is_negated(text, hit.start, hit.end)}
        named |= {skill for skill, pattern in unknown.items() if pattern.search(text)}
        for skill in named | {general for name in named for general in taxonomy.implied(name)}:
            spans.setdefault(skill, []).append(interval)
    return spans


def _interval(role: Role) -> tuple[int, int, str] | None:
    start = _month_number(role.start)
    if start is None or role.end is None:
        return None
    end = start + max(role.months or 1, 1) - 1 if role.end == "present" else _month_number(role.end)
    return (start, end, role.end) if end is not None and end >= start else None


def _month_number(month: str | None) -> int | None:
    match = re.fullmatch(r"(\d{4})-(\d{2})", month or "")
    return int(match[1]) * 12 + int(match[2]) - 1 if match else None


def is_negated(text: str, start: int, end: int) -> bool:
    """Does the clause around `text[start:end]` deny it ("no experience in")?"""
    line = max(text.rfind("\n", 0, start) + 1, start - 160)
    return bool(_NEGATION.search(text[line:start]) or _NEGATED_AFTER.match(text[end : end + 60]))
