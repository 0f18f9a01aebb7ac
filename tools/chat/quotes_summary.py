"""The sentences of a document that say the most, in its own words and order, for "summarise this".

LexRank (see `tools.documents.centrality`); MMR keeps out what has been said (J. Carbonell and J. Goldstein, SIGIR
1998). A long document is looked at in even steps. Knows no meaning and no kind of document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from tools.chat.quotes_sentences import Sentence
from tools.documents.centrality import centrality, similarities
from tools.documents.sentences import sentences
from tools.documents.types import Document

MOST: Final = 6
LOOKED_AT: Final = 900  # sentences whose likeness is compared, pair by pair
FEWEST_WORDS, LONGEST = 6, 420  # words; characters
FRESHNESS: Final = 0.5  # how much likeness to what is chosen counts against a sentence
OPENING: Final = 0.25  # what the first sentence gets for its place; the last gets half
LOWER_CASE: Final = 1 / 3  # share of the words; below it, a line of Latin letters is names and titles, not a sentence
_WORD: Final = re.compile(r"[^\W\d_][\w\u0900-\u097f]*")
_PAGE_MARK: Final = re.compile(r"\bpage\s+\d+\s+of\s+\d+\b|पृष्ठ\s*\d+", re.IGNORECASE)


def key_sentences(document: Document, most: int = MOST) -> tuple[Sentence, ...]:
    """At most `most` key sentences in reading order, each with its weight as score; none of a document without text."""
    found = _candidates(document)
    if not found:
        return ()
    similar = similarities([one.text for one in found])
    place = np.linspace(0, 1, len(found)) if len(found) > 1 else np.zeros(1)
    weight = centrality(similar) + OPENING * (np.maximum(1 - 4 * place, 0) + np.maximum(4 * place - 3, 0) / 2)
    chosen: list[int] = []
    while len(chosen) < min(most, len(found)):
        said = similar[:, chosen].max(axis=1) if chosen else np.zeros(len(found))
        left = np.where(np.isin(np.arange(len(found)), chosen), -np.inf, weight - FRESHNESS * said)
        chosen.append(int(np.argmax(left)))
    return tuple(replace(found[at], score=float(weight[at])) for at in sorted(chosen))


def _candidates(document: Document) -> list[Sentence]:
    """Whole sentences of readable length; when there are none (a list, a table), whatever there is."""
    every = [
        Sentence(document.name, page.number, span.start, span.end, page.text[span.start : span.end])
        for page in document.pages
        for span in sentences(page)
    ]
    repeated = _repeated(every)
    good = [one for one in every if len(one.text) <= LONGEST and _says_something(one.text, repeated)]
    kept = good or [one for one in every if len(one.text) <= LONGEST]
    step = max(1, -(-len(kept) // LOOKED_AT))
    return kept[::step]


def _says_something(text: str, repeated: frozenset[str]) -> bool:
    """Whether a text is a sentence of some length, not a running head, a page mark or a row of names."""
    words = _WORD.findall(text)
    latin = [word for word in words if word.isascii()]
    named = len(latin) == len(words) and sum(word.islower() for word in latin) < LOWER_CASE * len(latin)
    heading = text.rstrip().endswith((":", ":-"))
    mark = heading or named or _PAGE_MARK.search(text) or _plain(text) in repeated
    return len(words) >= FEWEST_WORDS and not mark


def _repeated(every: Sequence[Sentence]) -> frozenset[str]:
    """What stands on several pages but for its numbers: heads and feet."""
    pages: dict[str, set[int]] = {}
    for one in every:
        pages.setdefault(_plain(one.text), set()).add(one.page)
    return frozenset(text for text, found in pages.items() if len(found) > 1)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold()
