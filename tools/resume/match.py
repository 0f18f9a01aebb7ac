"""Holds a job's requirements against a resume's skills: by name, by other writing, by implication, then by meaning.

What is only similar is listed with its proof but never fills a must. It computes no score.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tools.resume.surfaces import key_of
from tools.resume.taxonomy import Taxonomy, load_taxonomy
from tools.resume.types import Job, Match, Requirement, Resume, SkillMention

Similarity = Callable[[str, Sequence[str]], Sequence[float]]
"""Cosine of one text with each of several, as many numbers as texts."""

SAME_GROUP = 0.55
SAME_DOMAIN = 0.72
UNKNOWN = 0.80  # one of the two is not in the taxonomy, so only the embedder speaks for it


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
        match = _by_name(requirement, resume.skills, taxonomy)
        if match is None and similarity is not None:
            match = _by_meaning(requirement, resume.skills, taxonomy, similarity)
        if match is not None:
            matched.append(match)
        if match is None or (match.kind == "similar" and requirement.kind == "must"):
            missing.append(requirement.skill)
    return tuple(matched), tuple(missing)


def _by_name(requirement: Requirement, skills: Sequence[SkillMention], taxonomy: Taxonomy) -> Match | None:
    """The mention of the very skill, else the most experienced of those that imply it."""
    wanted = taxonomy.canonical(requirement.skill) or requirement.skill
    key = key_of(wanted)
    own = [mention for mention in skills if mention.skill == wanted or key_of(mention.skill) == key]
    if own:
        exact = key_of(own[0].surface) == key_of(requirement.skill)
        return _match(requirement, own[0], "exact" if exact else "alias", _most_months(own))
    implying = [mention for mention in skills if wanted in taxonomy.implied(mention.skill)]
    if not implying:
        return None
    best = max(implying, key=lambda mention: mention.months or 0)
    return _match(requirement, best, "alias", best.months)


def _by_meaning(
    requirement: Requirement, skills: Sequence[SkillMention], taxonomy: Taxonomy, similarity: Similarity
) -> Match | None:
    """The most similar mention that the taxonomy places nearby and the embedder finds close enough."""
    wanted = taxonomy.canonical(requirement.skill) or requirement.skill
    if taxonomy.domain_of(wanted) in ("soft", "languages"):
        return None  # Hindi is no substitute for Tamil
    nearby = [(mention, bar) for mention in skills if (bar := _bar(wanted, mention.skill, taxonomy)) is not None]
    if not nearby:
        return None
    cosines = similarity(wanted, [mention.skill for mention, _ in nearby])
    passed = [(cosine, mention) for (mention, bar), cosine in zip(nearby, cosines, strict=True) if cosine >= bar]
    if not passed:
        return None
    cosine, mention = max(passed, key=lambda pair: pair[0])
    return _match(requirement, mention, "similar", mention.months, cosine)


def _bar(wanted: str, other: str, taxonomy: Taxonomy) -> float | None:
    """The cosine that makes two skills similar, None when no cosine does."""
    if wanted not in taxonomy.skills or other not in taxonomy.skills:
        return UNKNOWN
    near = taxonomy.related(wanted, other)
    return SAME_GROUP if near == "group" else SAME_DOMAIN if near == "domain" else None


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
