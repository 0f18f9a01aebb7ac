"""How often the right spelling is the first, or among the first five, that a transliterator gives.

A Latin form counts once; any of the spellings that the list gives for it is right. Loads no torch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from models.names.alphabet import folded

Answer = Sequence[Sequence[str]]  # spellings of each word, the likeliest first


@dataclass(frozen=True)
class Score:
    """Shares of `count` Latin forms whose right spelling is first, or among five.

    The `folded` shares count चन्द्र and चंद्र, ज़ and ज as the same (see `models.names.alphabet.folded`).
    """

    count: int
    first: float
    five: float
    folded_first: float
    folded_five: float


def score(right: Mapping[str, set[str]], answers: Answer) -> Score:
    """Compare the answers, in the order of `right`, with the right spellings."""
    rows = list(zip(right.values(), answers, strict=True))
    loose = [({folded(word) for word in words}, [folded(word) for word in given]) for words, given in rows]
    return Score(len(rows), _share(rows, 1), _share(rows, 5), _share(loose, 1), _share(loose, 5))


def measure(right: Mapping[str, set[str]], transliterate: Callable[[Sequence[str]], Answer]) -> Score:
    """`score` of what `transliterate` says to the Latin forms."""
    return score(right, transliterate(list(right)))


def _share(rows: Sequence[tuple[set[str], Sequence[str]]], best: int) -> float:
    return sum(any(word in words for word in given[:best]) for words, given in rows) / max(1, len(rows))
