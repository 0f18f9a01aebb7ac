"""Holds a job's requirements against a resume's skills: by name, by other writing, by implication, then by meaning.

What is only similar is listed with its proof but never fills a must. It computes no score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from tools.resume.choices import choices
from tools.resume.surfaces import key_of
from tools.resume.taxonomy import Taxonomy, load_taxonomy
from tools.resume.types import Job, Match, Requirement, Resume, SkillMention
from tools.settings import DATA

Similarity = Callable[[str, Sequence[str]], Sequence[float]]
"""Cosine of one text with each of several, as many numbers as texts."""

# Cosines of bare names measure spelling more than substitution. With the shipped MiniLM, React ~ Angular is .27,
# Docker ~ Kubernetes .32, Tableau ~ Power BI .30 and AWS ~ Azure .44, all of which recruiters take for one another,
# while Oracle Database ~ Oracle Fusion is .54, SAP FICO ~ SAP MM .64 and Private Equity ~ Equity Research .66. So the
# products that stand for one another are listed (`data/resume/skill_alternatives.txt`), and a cosine alone counts only
# within a family and only when it is high: of pairs drawn by chance, those of .75 and more that do not begin with the
# same word ("SAP", "Oracle") were nearly all alike (TIG Welding ~ Arc Welding), those of .60 to .70 mostly not (Dairy
# Farming ~ Poultry Farming). Across families even .80 joins Front-End to Back-End Development and CMM to CMMS.
SAME_GROUP = 0.75
UNKNOWN = 0.80  # one of the two is not in the taxonomy, so only the embedder and a common word speak for it
ALTERNATIVE = 0.70  # likeness of two listed alternatives


def match_requirements(
    resume: Resume, job: Job, *, similarity: Similarity | None
) -> tuple[tuple[Match, ...], tuple[str, ...]]:
    """(matched, missing) for every requirement of `job`, in its order.

    A requirement with `min_years` is matched however short the time was: `Match.months` tells, and the scorer weighs
    it. A must that is only similar stands in both results.
    """
    taxonomy = load_taxonomy()
    matched: list[Match] = []
    missing: list[str] = []
    for requirement in job.requirements:
        match = _by_any_name(requirement, resume.skills, taxonomy)
        if match is None and similarity is not None:
            near = (
                _by_meaning(requirement, name, resume.skills, taxonomy, similarity)
                for name in choices(requirement.skill)
            )
            match = max(filter(None, near), key=lambda found: found.similarity, default=None)
        if match is not None:
            matched.append(match)
        if match is None or (match.kind == "similar" and requirement.kind == "must"):
            missing.append(requirement.skill)
    return tuple(matched), tuple(missing)


def _by_any_name(requirement: Requirement, skills: Sequence[SkillMention], taxonomy: Taxonomy) -> Match | None:
    """The match with the most months among the skills of which the requirement asks for one."""
    found = (_by_name(requirement, choice, skills, taxonomy) for choice in choices(requirement.skill))
    return max(filter(None, found), key=lambda match: match.months or 0, default=None)


def _by_name(requirement: Requirement, name: str, skills: Sequence[SkillMention], taxonomy: Taxonomy) -> Match | None:
    """The mention of the very skill, else the most experienced of those that imply it."""
    wanted = taxonomy.canonical(name) or name
    key = key_of(wanted)
    own = [mention for mention in skills if mention.skill == wanted or key_of(mention.skill) == key]
    if own:
        exact = key_of(own[0].surface) == key_of(name)
        return _match(requirement, own[0], "exact" if exact else "alias", _most_months(own))
    implying = [mention for mention in skills if wanted in taxonomy.implied(mention.skill)]
    if not implying:
        return None
    best = max(implying, key=lambda mention: mention.months or 0)
    return _match(requirement, best, "alias", best.months)


def names_to_compare(resumes: Iterable[Resume], job: Job) -> list[str]:
    """The names whose likeness `match_requirements` will ask for: embed these in one go, and no others."""
    taxonomy = load_taxonomy()
    names: dict[str, None] = {}
    for resume in resumes:
        for requirement in job.requirements:
            if _by_any_name(requirement, resume.skills, taxonomy) is None:
                for choice in choices(requirement.skill):
                    wanted = taxonomy.canonical(choice) or choice
                    others = [mention.skill for mention, _ in _nearby(wanted, resume.skills, taxonomy)]
                    names.update(dict.fromkeys([wanted, *others] if others else ()))
    return list(names)


def _by_meaning(
    requirement: Requirement,
    name: str,
    skills: Sequence[SkillMention],
    taxonomy: Taxonomy,
    similarity: Similarity,
) -> Match | None:
    """The most similar mention: a listed alternative, or one that the embedder finds close enough in its family."""
    wanted = taxonomy.canonical(name) or name
    others = _alternatives().get(wanted, frozenset())
    passed = [(ALTERNATIVE, mention) for mention in skills if mention.skill in others]
    nearby = _nearby(wanted, skills, taxonomy)
    cosines = similarity(wanted, [mention.skill for mention, _ in nearby]) if nearby else ()
    passed += [(cosine, mention) for (mention, bar), cosine in zip(nearby, cosines, strict=True) if cosine >= bar]
    if not passed:
        return None
    cosine, mention = max(passed, key=lambda pair: pair[0])
    return _match(requirement, mention, "similar", mention.months, cosine)


def _nearby(wanted: str, skills: Sequence[SkillMention], taxonomy: Taxonomy) -> list[tuple[SkillMention, float]]:
    """The mentions that a cosine may show to be similar, each with the cosine that it takes."""
    bars = [(mention, _bar(wanted, mention.skill, taxonomy)) for mention in skills]
    return [(mention, bar) for mention, bar in bars if bar is not None]


def _bar(wanted: str, other: str, taxonomy: Taxonomy) -> float | None:
    """The cosine that makes two skills similar, None when no cosine does."""
    words, others = key_of(wanted).split(), key_of(other).split()
    if wanted not in taxonomy.skills or other not in taxonomy.skills:
        return UNKNOWN if set(words) & set(others) else None
    if taxonomy.related(wanted, other) != "group" or taxonomy.domain_of(wanted) in ("soft", "languages"):
        return None  # Hindi is no substitute for Tamil
    return SAME_GROUP if words[0] != others[0] else None


@lru_cache(maxsize=1)
def _alternatives() -> dict[str, frozenset[str]]:
    """Skill -> those that recruiters accept in its place; one set per line of the file."""
    lines = (DATA / "resume" / "skill_alternatives.txt").read_text(encoding="utf-8").splitlines()
    rows = [frozenset(line.split("|")) for line in lines if line]
    return {skill: frozenset().union(*(row for row in rows if skill in row)) - {skill} for row in rows for skill in row}


def _most_months(mentions: Sequence[SkillMention]) -> int | None:
    months = [mention.months for mention in mentions if mention.months is not None]
    return max(months) if months else None


def _match(
    requirement: Requirement, mention: SkillMention, kind: str, months: int | None, similarity: float = 1.0
) -> Match:
    return Match(
        skill=requirement.skill,
        page=mention.page,
        quote=mention.quote,
        kind="exact" if kind == "exact" else "alias" if kind == "alias" else "similar",
        months=months,
        surface=mention.surface,
        similarity=round(float(similarity), 4),
    )
