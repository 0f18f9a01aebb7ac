"""Whole names in Latin letters, each with its likeliest Devanagari spellings: the spellings of its words combined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, product
from typing import Final

from models.names.types import Transliterator

WORD: Final = re.compile(r"[A-Za-z]+")
MOST_WORDS: Final = 12  # of one name


def spellings_of(names: Sequence[str], model: Transliterator, best: int) -> list[tuple[str, ...]]:
    """For each name its `best` likeliest spellings, the likeliest first; what is not Latin stays as it is.

    Spellings of several words are combined by the sum of their ranks: one word's second choice comes before two.
    """
    words = sorted({word.lower() for name in names for word in WORD.findall(name)})
    known = dict(zip(words, model.transliterate(words, best), strict=True)) if words else {}
    return [tuple(islice(_combined(name, known, best), best)) for name in names]


def _combined(name: str, known: dict[str, tuple[str, ...]], best: int) -> Iterable[str]:
    found = list(WORD.finditer(name))[:MOST_WORDS]
    choices = [known.get(match[0].lower()) or (match[0],) for match in found]
    widest = best if len(found) < 3 else 2  # choices of one word: few words may differ more
    widths = [range(min(len(each), widest)) for each in choices]
    for ranks in sorted(product(*widths), key=lambda ranks: (sum(ranks), ranks))[: 4 * best]:
        at, pieces = 0, []
        for match, each, rank in zip(found, choices, ranks, strict=True):
            pieces += [name[at : match.start()], each[rank]]
            at = match.end() + name.startswith(".", match.end())  # "Mohd." is written out: no dot is left
        yield "".join([*pieces, name[at:]])
