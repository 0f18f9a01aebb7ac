"""Words as the score sees them: stems, how common each is in resumes and job posts, and how much two texts share.

The background is a table of document counts over some twelve hundred resumes and job posts; a batch of twenty
resumes has no usable counts of its own. It knows words, not phrases or meanings.
"""

from __future__ import annotations

import math
import re
import threading
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from tools.settings import DATA

BACKGROUND = DATA / "resume" / "word_frequencies.tsv"
UNSEEN = 2  # documents that a word outside the table is taken to be in: the table keeps what five or more hold

_WORD = re.compile(r"\.net\b|[\u0900-\u097f]+|[^\W\d_][^\W_]*(?:\+\+|#)?|\d+[^\W\d_]+")
_LETTERS = frozenset("cr")  # languages; other single letters are initials and list marks
_COMMON_WORDS = """
    a about above after all also am an and any are as at be been being below between both but by can city
    company could did do does during each else etc few for from further had has have having he her here his how
    i if in into is it its itself me more most my name no nor not of off on once one only or other our out over
    own per s same she should so some state such than that the their them then there these they this those
    through to too two under until up upon us use used using very via was we were what when where which while
    who whom why will with within would you your
"""
_STEMMING = threading.Lock()  # a stemmer keeps the word that it works on in itself
_COMMON = frozenset(_COMMON_WORDS.split())


def words(text: str) -> list[str]:
    """Lower-case words of `text` without the commonest; ``c++``, ``c#`` and ``.net`` count as words."""
    lowered = text.lower().replace("’", "'").replace("'s", "")
    found = _WORD.findall(lowered)
    return [word for word in found if word not in _COMMON and (len(word) > 1 or word in _LETTERS)]


def stems(text: str) -> list[str]:
    """Stemmed words of `text` in their order (Snowball English)."""
    return [stem(word) for word in words(text)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Snowball English stem of one lower-case word."""
    with _STEMMING:
        return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=1)
def background() -> tuple[int, Mapping[str, int]]:
    """How many documents were counted, and how many of them hold each stem."""
    lines = BACKGROUND.read_text(encoding="utf-8").splitlines()
    counts = {key: int(value) for key, value in (line.split("\t") for line in lines[1:])}
    return counts.pop("*"), counts


@lru_cache(maxsize=100_000)
def rarity(word: str) -> float:
    """Inverse document frequency of a stem in the background: about 0 (everywhere) to 6 (hardly anywhere)."""
    total, counts = background()
    return math.log((total + 1) / (counts.get(word, UNSEEN) + 1))


def shared_words(terms: Mapping[str, int], wanted: Mapping[str, int]) -> float:
    """Cosine (0–1) of two bags of stems under log counts times rarity."""
    if len(terms) < len(wanted):
        terms, wanted = wanted, terms
    dot = sum(_weight(word, count) * _weight(word, terms[word]) for word, count in wanted.items() if word in terms)
    return dot / (_norm(terms) * _norm(wanted)) if dot else 0.0


def coverage(terms: Mapping[str, int], wanted: Mapping[str, int]) -> float:
    """Share (0–1) of the wanted stems, weighted by rarity, that `terms` holds; once counts half, often counts full."""
    total = sum(rarity(word) for word in wanted)
    if not total:
        return 0.0
    return sum(rarity(word) * terms[word] / (terms[word] + 1.0) for word in wanted if terms.get(word)) / total


def count_stems(text: str) -> dict[str, int]:
    """Stem -> count of one text."""
    return dict(Counter(stems(text)))


def _weight(word: str, count: int) -> float:
    return (1.0 + math.log(count)) * rarity(word)


def _norm(terms: Mapping[str, int]) -> float:
    return _norm_of(tuple(sorted(terms.items())))


@lru_cache(maxsize=4096)
def _norm_of(counts: tuple[tuple[str, int], ...]) -> float:
    return math.sqrt(sum(_weight(word, count) ** 2 for word, count in counts)) or 1.0
