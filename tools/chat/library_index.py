"""Passages indexed by their words (BM25) and, once there are vectors, by their meaning. Built once, never changed.

BM25 in Lucene's form (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009;
X. H. Lù, "BM25S", 2024), one meaning of the question at a time: of words that mean the same the best counts. Knows
which passages are near a question, not whether they answer it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tools.chat.library_bridge import Term, Wanted, sounds_of
from tools.chat.library_words import is_hindi, stems
from tools.chat.types import Passage

Vector = NDArray[np.float32]
FEWEST_PASSAGES: Final = 12  # fewer are counted as so many
K1: Final = 1.2
B: Final = 0.6
BRIDGED: Final = 0.85  # what a word of the same meaning in the other script counts against the question's own
SYNONYM: Final = 0.6  # the same in the question's own script: a page in its language could have used its word


@dataclass(frozen=True)
class Near:
    """How near each passage is to a question, shape (passages,).

    `words` is BM25's sum; `covered` the part of the question's words that a passage holds, rare ones counting more;
    `meaning` the cosine, NaN where there is no vector. `unknown` is the part of the question's weight whose words are
    nowhere in the library.
    """

    words: Vector
    covered: Vector
    meaning: Vector
    unknown: float


class Index:
    """The passages of all documents of a library, with their words.

    Parameters
    ----------
    passages
        In reading order, document after document.
    words
        The `tokens` of each passage.
    vectors
        Of each passage, unit length, shape (passages, dimensions); rows of NaN for those that have none yet.
    """

    def __init__(self, passages: Sequence[Passage], words: Sequence[Sequence[str]], vectors: Vector | None) -> None:
        self.passages = tuple(passages)
        self._vectors = vectors
        self._bm25: Any = None
        stemmed = [[part for word in line for part in stems(word)] for line in words]
        if any(stemmed):
            from bm25s import BM25

            self._bm25 = BM25(k1=K1, b=B, method="lucene", backend="numpy")
            self._bm25.index(stemmed, show_progress=False)
        self._words = words

    @property
    def has_vectors(self) -> bool:
        """Whether any passage has a vector."""
        return self._vectors is not None

    @cached_property
    def sounds(self) -> dict[str, tuple[str, ...]]:
        """All words by their sound."""
        return dict(sounds_of(dict.fromkeys(word for line in self._words for word in line)))

    def near(self, wanted: Sequence[Wanted], question: Vector | None) -> Near:
        """How near the passages are to what is `wanted`, and to the question's vector where there is one."""
        count = len(self.passages)
        sums, covered, weights, unknown = np.zeros(count, np.float32), np.zeros(count, np.float32), 0.0, 0.0
        for one in wanted:
            scores = self._scores(one)
            weight = self._weight(int((scores > 0).sum()))
            sums += scores
            covered += weight * (scores > 0)
            weights += weight
            unknown += weight * (not scores.any())
        covered /= max(weights, 1e-9)
        return Near(sums, covered, self._meaning(question), unknown / max(weights, 1e-9))

    def _scores(self, one: Wanted) -> Vector:
        """BM25 of one meaning: the sum of its own words, or the best other way where that counts more."""
        own, hindi = one.ways[0], is_hindi(one.ways[0][0])
        best = np.add.reduce([self._word(word) for word in own]).astype(np.float32)
        for way in one.ways[1:]:
            best = np.maximum(best, (SYNONYM if is_hindi(way[0]) == hindi else BRIDGED) * self._term(way))
        return np.asarray(best, np.float32)

    def _term(self, term: Term) -> Vector:
        """BM25 of one term; of several words, all must be there and the rarest counts most."""
        scores = [self._word(word) for word in term]
        whole = np.all([score > 0 for score in scores], axis=0)
        return np.where(whole, np.max(scores, axis=0), 0).astype(np.float32)

    def _word(self, word: str) -> Vector:
        if self._bm25 is None or word not in self._bm25.vocab_dict:
            return np.zeros(len(self.passages), np.float32)
        return np.asarray(self._bm25.get_scores([word]), dtype=np.float32)

    def _weight(self, having: int) -> float:
        """The inverse document frequency of a word that `having` passages hold.

        A page or two tell nothing of how rare a word is: there a word that is missing would outweigh all others.
        """
        count = max(len(self.passages), FEWEST_PASSAGES)
        return float(np.log(1 + (count - having + 0.5) / (having + 0.5)))

    def _meaning(self, question: Vector | None) -> Vector:
        if question is None or self._vectors is None:
            return np.full(len(self.passages), np.nan, np.float32)
        return (self._vectors @ question).astype(np.float32)
