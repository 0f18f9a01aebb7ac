"""From what a job description says about each skill to the rows of the requirements table.

Knows clauses and their force; reading them out of the text is `job.py`'s.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tools.resume.choices import alternatives
from tools.resume.job_text import Clause
from tools.resume.taxonomy import Hit, Taxonomy
from tools.resume.types import Requirement

MAX_REQUIREMENTS = 14
ENOUGH_REQUIREMENTS = 5
CHOICE = re.compile(r"\b(?:one or more|any (?:one )?of|either|or|e\.?g\.?|such as|like|similar|equivalent)\b|/", re.I)


@dataclass
class Asked:
    """What the text says about one skill."""

    order: int
    count: int = 0
    must: bool = False
    wanted: bool = False
    nice_only: bool = True
    duty_only: bool = True
    in_title: bool = False
    in_list: bool = False
    min_years: float = 0.0
    places: set[str] = field(default_factory=set)


def join_choices(asked: dict[str, Asked], found: Sequence[tuple[Clause, Sequence[Hit]]]) -> None:
    """Make one row of skills of which any will do ("MySQL or Oracle"), unless one is asked for by itself elsewhere."""
    groups = [(names, clause) for clause, hits in found for names in alternatives(clause.text, hits)]
    offered = Counter(name for names, _ in groups for name in names)
    for names, clause in sorted(groups, key=lambda group: (group[1].force != "must", -len(group[0]))):
        if all(name in asked and not asked[name].in_title and asked[name].count <= offered[name] for name in names):
            members = [asked.pop(name) for name in names]
            joined = Asked(min(member.order for member in members))
            note(joined, clause)
            joined.must = clause.force == "must"
            joined.min_years = max(member.min_years for member in members)
            asked[" or ".join(names)] = joined


def note(entry: Asked, clause: Clause) -> None:
    """Add one mention."""
    entry.count += 1
    entry.in_list |= clause.listed
    entry.wanted |= clause.wanted
    entry.nice_only &= clause.force == "nice"
    entry.duty_only &= clause.force == "duty"
    choice = bool(CHOICE.search(clause.text)) and not clause.listed
    entry.must |= clause.force == "must" and not choice


def requirements(asked: dict[str, Asked], taxonomy: Taxonomy) -> tuple[Requirement, ...]:
    """The table, musts first, then by weight, then as the text has them."""
    rows = [(_requirement(skill, entry, taxonomy), entry.order) for skill, entry in asked.items()]
    rows.sort(key=lambda row: (row[0].kind != "must", -row[0].weight, row[1]))
    rows = _of_the_trade(rows, asked, taxonomy)
    return tuple(row for row, _ in _without_general(rows, taxonomy)[:MAX_REQUIREMENTS])


def _of_the_trade(
    rows: Sequence[tuple[Requirement, int]], asked: dict[str, Asked], taxonomy: Taxonomy
) -> list[tuple[Requirement, int]]:
    """Without the rows that running text mentions in passing and that belong to another field than the job.

    A job for engineers at an insurer speaks of insurance. Nothing goes where fewer than five rows would be left.
    """
    share: dict[str, int] = {}
    for row, _ in rows:
        field_of_row = taxonomy.field_of(row.skill)
        if field_of_row not in (None, "soft"):
            share[field_of_row or ""] = share.get(field_of_row or "", 0) + row.weight + 3 * asked[row.skill].in_title
    main = max(share, key=lambda name: share[name], default=None)
    kept = [
        (row, order)
        for row, order in rows
        if row.kind == "must"
        or row.weight > 2
        or asked[row.skill].in_list
        or taxonomy.field_of(row.skill) in (main, "soft", "languages", None)
    ]
    return kept if len(kept) >= ENOUGH_REQUIREMENTS else list(rows)


def _without_general(rows: Sequence[tuple[Requirement, int]], taxonomy: Taxonomy) -> list[tuple[Requirement, int]]:
    """When there are too many rows, those that another row implies go first, unless they are musts."""
    if len(rows) <= MAX_REQUIREMENTS:
        return list(rows)
    implied = {general for row, _ in rows for general in taxonomy.implied(row.skill)}
    return [row for row in rows if row[0].kind == "must" or row[0].skill not in implied]


def _requirement(skill: str, entry: Asked, taxonomy: Taxonomy) -> Requirement:
    if taxonomy.domain_of(skill) == "soft":
        return Requirement(skill, "nice", 1, entry.min_years)
    must = entry.must and (entry.in_title or not entry.nice_only)
    weight = 2 + entry.wanted + entry.in_list + must + (entry.count >= 3)
    if entry.in_title:
        weight = 5 if must else max(weight, 4)
    elif entry.nice_only:
        weight = min(weight, 3)
    elif entry.duty_only:
        weight = min(weight, 2 + (entry.count >= 3))
    return Requirement(skill, "must" if must else "nice", max(1, min(5, weight)), entry.min_years)
