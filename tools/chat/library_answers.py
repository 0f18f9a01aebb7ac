"""Whether a library is likely to answer a question at all: a logistic regression on four figures of the search.

The weights were fitted by `python -m tests.benchmarks.chat_answers --fit` on questions that legal documents answer, on
questions that they do not (general knowledge, HR, farming, prices) and, less heavily, on questions that other documents
of the same kind answer. It knows nearness, not truth: a question about the right subject whose answer is missing
passes more often than one about another subject.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from tools.chat.library_index import FEWEST_PASSAGES, Near
from tools.chat.library_rank import fused

CALIBRATED_FOR: Final = "all-MiniLM-L6-v2"
"""The embedder whose cosines the weights know; with another one words alone decide."""
ENOUGH: Final = 0.5

Figures = tuple[float, float, float, float]
"""Of the best passage its cosine and the part of the question's words that it holds; one over the number of those
words; log of the number of passages (the more there are, the nearer the nearest is by chance).

Both of one passage: words in one and meaning in another are no answer. Tried besides, without gain on the half that was
not fitted: words and numbers that are nowhere in the library, the rarest word that the passage lacks, what its page
holds, and BM25 itself."""

WITH_MEANING: Final[dict[bool, tuple[float, Figures]]] = {
    False: (0.01, (7.11, 8.22, -8.76, -0.52)),
    True: (1.08, (5.26, 7.07, -10.08, -0.37)),
}
"""For English and (True) Hindi questions: the intercept and the weight of each figure."""
BY_WORDS: Final[dict[bool, tuple[float, Figures]]] = {
    False: (1.54, (0.0, 10.57, -10.60, -0.50)),
    True: (2.49, (0.0, 8.94, -12.22, -0.38)),
}


def likely_answers(near: Near, words: int, *, hindi: bool, calibrated: bool = True) -> bool:
    """Whether the answer is more likely there than not.

    Parameters
    ----------
    near
        How near the passages are to the question.
    words
        How many different things the question names; with none there is nothing to answer.
    hindi
        Whether the question is in Hindi.
    calibrated
        Whether the cosines are those of the embedder that the weights were fitted with.
    """
    return words > 0 and probability(near, words, hindi=hindi, calibrated=calibrated) >= ENOUGH


def probability(near: Near, words: int, *, hindi: bool, calibrated: bool = True) -> float:
    """How likely the passages answer, 0 to 1."""
    if not len(near.words):
        return 0.0
    by_meaning = calibrated and not bool(np.isnan(near.meaning).any())
    intercept, weights = (WITH_MEANING if by_meaning else BY_WORDS)[hindi]
    total = intercept + sum(weight * figure for weight, figure in zip(weights, figures(near, words), strict=True))
    return 1 / (1 + math.exp(-total))


def figures(near: Near, words: int) -> Figures:
    """What the decision rests on."""
    best = int(np.argmax(fused(near)))
    cosine = float(np.nan_to_num(near.meaning[best], nan=0.0))
    passages = math.log(max(len(near.words), FEWEST_PASSAGES))
    return cosine, float(near.covered[best]), 1 / max(words, 1), passages
