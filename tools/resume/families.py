"""Job families: which kinds of work a title, or the words of a text, speak of.

`data/resume/job_families.tsv` is general knowledge about occupations: some 75 families, each with its usual titles and
the words of its daily work. A family says nothing of seniority or of how good somebody is at the work.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from models.text.types import Embedder
from tools.resume.lexical import rarity, stems
from tools.settings import DATA

Profile = NDArray[np.float64]
"""One number per family, in the table's order."""

TABLE = DATA / "resume" / "job_families.tsv"
GENERAL = "general"  # the group of work that any field can have: managing projects, operations, writing software
SHARPNESS = 10.0  # how decided a title's distribution over the families is; 5 and 20 rank clearly worse
DUTIES_SHARPNESS = 6.0
PASSAGE_SHARPNESS = 20.0
RARITY_LIMIT = 5.0
UNKNOWN_WORD = 2.0  # weight of a title word that no family has: a product, a place, a grade

_IT = re.compile(r"\bI\.?T\b")  # in capitals: "it" is no word of a title
_IT_LOWER = re.compile(r"\bit\b")  # the table is in lower case


@dataclass(frozen=True)
class Family:
    """One kind of work: its usual titles and the words of its daily work. `group` joins neighbours."""

    name: str
    group: str
    titles: tuple[str, ...]
    keywords: tuple[str, ...]

    @property
    def description(self) -> str:
        """One line that an embedder can place."""
        return f"{self.name}: {', '.join(self.titles[:14])}"


@lru_cache(maxsize=1)
def families() -> tuple[Family, ...]:
    """All families, in the table's order."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    return tuple(Family(name, group, _split(titles), _split(words)) for name, group, titles, words in rows)


def title_profile(title: str, vector: NDArray[np.float32], prototypes: NDArray[np.float32]) -> Profile:
    """Which families a title names, as a distribution (sums to 1).

    Parameters
    ----------
    title
        A job title as written.
    vector
        The title's embedding, shape (d,).
    prototypes
        The embeddings of the families' descriptions, shape (families, d).
    """
    evidence = title_evidence(title)
    closeness = (prototypes @ vector).astype(np.float64)
    return _softmax(SHARPNESS * (evidence + closeness) / 2)


def prototypes(embedder: Embedder) -> NDArray[np.float32]:
    """The embeddings of the families' descriptions, shape (families, d)."""
    return embedder.embed([family.description for family in families()])


@lru_cache(maxsize=20_000)
def _title_evidence(words: frozenset[str]) -> tuple[float, ...]:
    index = _title_index()
    shared: dict[int, float] = defaultdict(float)
    for word in words:
        for phrase in index.phrases_of.get(word, ()):
            shared[phrase] += index.weight(word)
    mine = sum(index.weight(word) for word in words)
    best = [0.0] * len(families())
    for phrase, weight in shared.items():
        family, size = index.family[phrase], index.size[phrase]
        score = 2 * weight / (mine + size)
        # The whole phrase stands inside a longer title. In "bridge project manager" the first word says which work.
        if weight > 0.999 * size and families()[family].group != GENERAL:
            score = max(score, 0.9 * min(1.0, size / 4))
        best[family] = max(best[family], score)
    return tuple(best)


def title_evidence(title: str) -> Profile:
    """How well a title's words fit each family's best usual title, 0–1 (weighted Dice)."""
    return np.asarray(_title_evidence(frozenset(stems(_IT.sub("information technology", title)))))


def duties_profile(terms: Mapping[str, int]) -> Profile:
    """How much the words of a text speak of each family: a vector of length 1, or zeros when they say nothing.

    A phrase counts when all its stems occur; it weighs more the rarer it is and the fewer families use it.
    """
    return _duties(tuple(sorted(terms.items())))


@lru_cache(maxsize=4096)  # a changed requirements table scores the same resumes again
def _duties(counts: tuple[tuple[str, int], ...]) -> Profile:
    terms, index = dict(counts), _phrase_index()
    total = np.zeros(len(families()))
    for word in terms:
        for phrase, weight, owners in index.get(word, ()):
            count = min(terms.get(part, 0) for part in phrase)
            if count:
                total[owners] += weight * (1 + math.log(count))
    norm = float(np.linalg.norm(total))
    total = total / norm if norm else total
    total.flags.writeable = False
    return total


def duties_distribution(profile: Profile) -> Profile:
    """A duties profile as a distribution; even when the text said nothing."""
    top = float(profile.max(initial=0.0)) or 1.0
    return _softmax(DUTIES_SHARPNESS * profile / top)


def placed_text(vector: NDArray[np.float32], prototypes: NDArray[np.float32]) -> Profile:
    """Which families a passage's embedding lies near, as a distribution."""
    return _softmax(PASSAGE_SHARPNESS * (prototypes @ vector).astype(np.float64))


def agreement(wanted: Profile, offered: Profile) -> float:
    """How far a distribution holds what another asks for: 1 when it holds just that, 0 when they share no family."""
    norm = float(np.linalg.norm(wanted))
    return float(wanted @ np.sqrt(offered)) / norm if norm else 0.0


@dataclass(frozen=True)
class _TitleIndex:
    family: tuple[int, ...]  # of each phrase
    size: tuple[float, ...]  # of each phrase: the weight of its words
    phrases_of: Mapping[str, tuple[int, ...]]
    weights: Mapping[str, float]

    def weight(self, word: str) -> float:
        return self.weights.get(word, UNKNOWN_WORD)


@lru_cache(maxsize=1)
def _title_index() -> _TitleIndex:
    phrases = [
        (at, frozenset(stems(_IT_LOWER.sub("information technology", title))))
        for at, family in enumerate(families())
        for title in family.titles
    ]
    owners: dict[str, set[int]] = defaultdict(set)
    phrases_of: dict[str, list[int]] = defaultdict(list)
    for number, (at, words) in enumerate(phrases):
        for word in words:
            owners[word].add(at)
            phrases_of[word].append(number)
    weights = {word: math.log(1 + len(families()) / len(found)) for word, found in owners.items()}
    return _TitleIndex(
        family=tuple(at for at, _ in phrases),
        size=tuple(sum(weights[word] for word in words) for _, words in phrases),
        phrases_of={word: tuple(numbers) for word, numbers in phrases_of.items()},
        weights=weights,
    )


@lru_cache(maxsize=1)
def _phrase_index() -> Mapping[str, Sequence[tuple[tuple[str, ...], float, list[int]]]]:
    """Rarest stem -> the phrases that hold it, with their weight and the families that use them."""
    owners: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for at, family in enumerate(families()):
        for phrase in (*family.keywords, *family.titles):
            owners[tuple(stems(phrase))].add(at)
    index: dict[str, list[tuple[tuple[str, ...], float, list[int]]]] = defaultdict(list)
    for words, found in owners.items():
        if words:
            rarest = max(words, key=rarity)
            special = math.log(1 + len(families()) / len(found)) / math.log(1 + len(families()))
            index[rarest].append((words, min(RARITY_LIMIT, rarity(rarest)) * special, sorted(found)))
    return dict(index)


def _softmax(values: Profile) -> Profile:
    powers = np.exp(values - values.max())
    return np.asarray(powers / powers.sum())


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";"))
