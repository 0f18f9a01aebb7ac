"""Checks on the score's fairness: the impact ratio by group, and a test that a name changes nothing.

Groups are what the recruiter supplies; the portal never guesses anybody's. A ratio near 1 is not proof of fairness,
and four-fifths is a benchmark that calls for a closer look, not a pass mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from models.text.types import Embedder
from tools.resume.score import rank_candidates
from tools.resume.types import Job, Resume

LEAST_PEOPLE = 5
LEAST_SHARE = 0.02  # of the sample; the rule lets smaller groups be left out


@dataclass(frozen=True)
class GroupRate:
    """One group: its size, scoring rate and impact ratio.

    `impact_ratio` is None when no group has anybody above the median. `too_small` marks fewer than five people or
    under 2 % of the sample: such a rate says little, and it is not the one that others are divided by.
    """

    group: str
    people: int
    rate: float
    impact_ratio: float | None
    too_small: bool


def impact_ratios(scores: Sequence[float], groups: Sequence[str | None]) -> tuple[GroupRate, ...]:
    """Scoring rate and impact ratio of each group, in the order of their names.

    The scoring rate is the share of a group's people who score above the median of the sample; the impact ratio is
    that rate over the highest group's. Source: New York City, Local Law 144 of 2021, rules of the Department of
    Consumer and Worker Protection, 6 RCNY § 5-300 (definitions) and § 5-301 (small groups may be left out).
    People whose group is None or blank belong to no group, and are left out of the sample.

    Raises
    ------
    ValueError
        The two sequences are not of one length.
    """
    if len(scores) != len(groups):
        raise ValueError("There must be one group, or None, for each score.")
    members: dict[str, list[float]] = defaultdict(list)
    for score, group in zip(scores, groups, strict=True):
        if group and group.strip():
            members[group.strip()].append(score)
    if not members:
        return ()
    sample = [score for values in members.values() for score in values]
    middle = median(sample)
    rates = {group: sum(score > middle for score in values) / len(values) for group, values in members.items()}
    small = {group for group, values in members.items() if _too_small(len(values), len(sample))}
    highest = max((rate for group, rate in rates.items() if group not in small), default=max(rates.values()))
    return tuple(
        GroupRate(group, len(members[group]), rates[group], rates[group] / highest if highest else None, group in small)
        for group in sorted(members)
    )


def _too_small(people: int, sample: int) -> bool:
    return people < LEAST_PEOPLE or people < LEAST_SHARE * sample


def largest_change(resume: Resume, versions: Sequence[Resume], job: Job, embedder: Embedder) -> float:
    """How far the score moves, in points, from `resume` to any of its `versions`; 0 when a name changes nothing.

    The versions are the same resume under other names, parsed anew (see `swap.parse_renamed`).
    """
    score, *others = (rank_candidates([one], job, embedder)[0].score for one in (resume, *versions))
    return max((abs(other - score) for other in others), default=0.0)
