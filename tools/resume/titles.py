"""How near the titles that a person has held are to the job's title: kind of work, meaning and words.

Recent and longer roles count more. The nearness is absolute: it does not change with who else is in the batch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.resume.families import Profile, agreement, title_profile
from tools.resume.lexical import rarity, stems
from tools.resume.types import Resume

RECENCY = 0.6  # each older title counts this much of the one after it
FULL_MONTHS = 24.0  # a role of this length or more counts in full
MOST_TITLES = 8

UNSTATED = 0.6  # of the points, at most, for the kind of work when no title could be read
FAMILY, MEANING, WORDS = 0.6, 0.25, 0.15  # shares of the title's nearness
NEAR, FAR = 0.85, 0.2  # cosine of two titles that mean the same, and of two unrelated ones


@dataclass(frozen=True)
class HeldTitle:
    """A title and how much it counts; the weights of a resume's titles sum to 1."""

    text: str
    weight: float


@dataclass(frozen=True)
class TitleFit:
    """`nearness` 0–1; `nearest` is the held title most like the job's."""

    nearness: float
    nearest: str | None


def held_titles(resume: Resume) -> tuple[HeldTitle, ...]:
    """The headline and the roles' titles, latest first, with weights by recency and duration."""
    listed: list[tuple[str, float]] = []
    if resume.headline:
        listed.append((resume.headline, 1.0))
    roles = sorted(resume.roles, key=lambda role: _end(role.end), reverse=True)  # stable: undated keep their place
    for role in roles:
        if role.title and (not listed or role.title.casefold() != listed[0][0].casefold() or len(listed) > 1):
            length = 0.75 if role.months is None else 0.5 + 0.5 * min(role.months / FULL_MONTHS, 1.0)
            listed.append((role.title, length))
    listed = listed[:MOST_TITLES]
    weights = [length * RECENCY**at for at, (_, length) in enumerate(listed)]
    total = sum(weights)
    return tuple(HeldTitle(text, weight / total) for (text, _), weight in zip(listed, weights, strict=True))


def _end(month: str | None) -> str:
    return {"present": "9999", None: "9998"}.get(month, month or "")


def title_fit(
    held: Sequence[HeldTitle],
    job_title: str,
    wanted: Profile,
    vectors: Mapping[str, NDArray[np.float32]],
    prototypes: NDArray[np.float32],
) -> TitleFit:
    """How near the held titles are to the job's.

    Parameters
    ----------
    held
        From `held_titles`; empty gives a nearness of 0 (see `work_fit`).
    job_title
        The job's title; its vector must be among `vectors`.
    wanted
        The job's families, a distribution.
    vectors
        Unit-length embedding of every title.
    prototypes
        The embeddings of the families' descriptions, shape (families, d).
    """
    if not held or not job_title:
        return TitleFit(0.0, None)
    profiles = [title_profile(item.text, vectors[item.text], prototypes) for item in held]
    profile = np.sum([item.weight * each for item, each in zip(held, profiles, strict=True)], axis=0)
    meanings = [_ramp(float(vectors[item.text] @ vectors[job_title])) for item in held]
    overlaps = [word_overlap(item.text, job_title) for item in held]
    nearness = FAMILY * agreement(wanted, profile) + MEANING * _blend(held, meanings) + WORDS * _blend(held, overlaps)
    single = [
        FAMILY * agreement(wanted, each) + MEANING * meaning + WORDS * overlap
        for each, meaning, overlap in zip(profiles, meanings, overlaps, strict=True)
    ]
    best = max(range(len(held)), key=lambda at: single[at])
    return TitleFit(min(nearness, 1.0), held[best].text)


def work_fit(wanted: Profile, work: Profile) -> TitleFit:
    """Stands in where no title could be read: the kind of work that the resume's words speak of, at a discount.

    `wanted` and `work` are distributions over the families.
    """
    return TitleFit(UNSTATED * agreement(wanted, work), None)


def word_overlap(first: str, second: str) -> float:
    """Dice overlap (0–1) of two titles' stems, weighted by rarity."""
    mine, theirs = set(stems(first)), set(stems(second))
    total = sum(rarity(word) for word in mine) + sum(rarity(word) for word in theirs)
    return 2 * sum(rarity(word) for word in mine & theirs) / total if total else 0.0


def _ramp(cosine: float) -> float:
    return float(np.clip((cosine - FAR) / (NEAR - FAR), 0.0, 1.0))


def _blend(held: Sequence[HeldTitle], values: Sequence[float]) -> float:
    """Half the best, half the weighted mean: one fitting role is not lost among many, nor does it decide alone."""
    mean = sum(item.weight * value for item, value in zip(held, values, strict=True))
    best = max((min(1.0, 0.5 + item.weight) * value for item, value in zip(held, values, strict=True)), default=0.0)
    return 0.5 * mean + 0.5 * best
