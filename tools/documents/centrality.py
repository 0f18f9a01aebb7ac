"""How much sentences have in common, and which of them the others agree with most (LexRank).

TF-IDF and LexRank after G. Erkan and D. Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text
Summarization", JAIR 22 (2004). Done with numpy alone: a worker process that reads one document would wait longer for
scikit-learn to load than for the answer. Knows no law.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
DAMPING: Final = 0.85
THRESHOLD: Final = 0.05  # cosine; weaker ties are noise of common words
ROUNDS: Final = 60
ENOUGH: Final = 1e-5
_TOKEN: Final = re.compile(r"[A-Za-z]{2,}|[\u0900-\u0963\u0970-\u097f]{2,}|\d{3,}")
_STOP_EN = (
    "the of and to in that is was for on by it as be with not which this at he from has had an are or have his said "
    "were been any no such also there if but would under other all their they who may can will shall its her she him "
    "them these those than then so into upon has being made one two did do does be we our i you only out up when where "
    "what whom whose how hon'ble learned mr ms smt shri"
)
_STOP_HI = (
    "के है में की से और को का हैं पर भी एक तो नहीं ने कर ही हो लिए कि इस था यह गया किया जो ये करने साथ अपने रहा थे दिया तक थी बाद "
    "या न किसी वह जब हुआ हुए जा जाता जाती गई गयी गये गए उक्त एवं तथा द्वारा उस उसके उसकी इसके होने अपनी अपना कोई कुछ इन उन वे यदि"
)
STOP: Final = frozenset((*_STOP_EN.split(), *_STOP_HI.split()))


def tokens(text: str) -> list[str]:
    """The words of `text` that say something: small letters, Hindi without nukta, English without endings."""
    plain = unicodedata.normalize("NFD", text).replace("\u093c", "").replace("\u0901", "\u0902").lower()
    return [_stem(word) for word in _TOKEN.findall(plain) if word not in STOP]


def similarities(sentences: Sequence[str]) -> Matrix:
    """Cosines between the TF-IDF vectors of all pairs of sentences, shape (n, n), from 0 to 1."""
    counts = [Counter(tokens(sentence)) for sentence in sentences]
    seen = Counter(word for count in counts for word in count)
    column = {word: number for number, word in enumerate(word for word, times in seen.items() if times > 1)}
    vectors = np.zeros((len(sentences), max(len(column), 1)), dtype=np.float32)
    for row, count in enumerate(counts):
        for word, times in count.items():
            if word in column:
                weight = np.log((1 + len(sentences)) / (1 + seen[word])) + 1
                vectors[row, column[word]] = (1 + np.log(times)) * weight
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(lengths > 0, lengths, 1)
    cosines: Matrix = np.clip(vectors @ vectors.T, 0, 1)
    return cosines


def centrality(similar: Matrix) -> NDArray[np.float64]:
    """The LexRank of each sentence, shape (n,), scaled so that the highest is 1."""
    count = len(similar)
    if not count:
        return np.zeros(0)
    ties = np.where(similar >= THRESHOLD, similar, 0).astype(np.float64)
    np.fill_diagonal(ties, 0)
    sums = ties.sum(axis=1, keepdims=True)
    walk = np.divide(ties, sums, out=np.full_like(ties, 1 / count), where=sums > 0)
    rank = np.full(count, 1 / count)
    for _ in range(ROUNDS):
        following = (1 - DAMPING) / count + DAMPING * (rank @ walk)
        done = np.abs(following - rank).sum() < ENOUGH
        rank = following
        if done:
            break
    top: float = rank.max()
    return rank / top


def _stem(word: str) -> str:
    """A light stemmer: enough that "granting" meets "granted"."""
    if len(word) > 5 and word.isascii():
        for ending in ("ing", "ed", "es", "s"):
            if word.endswith(ending):
                return word.removesuffix(ending)
    return word
