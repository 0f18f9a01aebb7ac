"""The sentences of a document that say the most, in its own words and order, for "summarise this".

LexRank (see `tools.documents.centrality`); MMR keeps out what has been said (J. Carbonell and J. Goldstein, SIGIR
1998). A long document is looked at in even steps. Knows no meaning and no kind of document.
"""

from __future__ import annotations

import re
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
_WORD: Final = re.compile(r"[^\W\d_][\w\u0900-\u097f]*")


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
    good = [one for one in every if len(_WORD.findall(one.text)) >= FEWEST_WORDS and len(one.text) <= LONGEST]
    kept = good or [one for one in every if len(one.text) <= LONGEST]
    step = max(1, -(-len(kept) // LOOKED_AT))
    return kept[::step]
