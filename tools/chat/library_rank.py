"""Puts passages in one order from their nearness by words and by meaning, and joins neighbours on a page.

The two are added after words are scaled by their highest (a convex combination: S. Bruch, S. Gai and A. Ingber, "An
Analysis of Fusion Functions for Hybrid Retrieval", ACM TOIS 2023); on our pairs better than reciprocal ranks (see
`tests/benchmarks/chat_retrieval.py`). Knows no text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from tools.chat.library_index import Near, Vector
from tools.chat.types import Found, Passage
from tools.documents.types import Document

MEANING: Final = 1.0  # what a cosine of 1 counts against the passage that is best by words


def fused(near: Near) -> Vector:
    """One score for each passage, shape (passages,); 0 for those that neither side puts forward.

    Words alone count as long as some passages have no vector, else those would always stand behind.
    """
    best = float(near.words.max(initial=0))
    words = near.words / best if best > 0 else near.words
    if np.isnan(near.meaning).any():
        return np.asarray(words, np.float32)
    cosines = np.clip(near.meaning, 0, 1)
    return np.asarray(words + MEANING * cosines, np.float32)


def merged(
    passages: Sequence[Passage], scores: Vector, count: int, documents: Mapping[str, Document]
) -> tuple[Found, ...]:
    """The best passages, at most `count` once neighbours of a page are joined; a joint score is the better one."""
    found: list[Found] = []
    for at in np.argsort(-scores, kind="stable")[: 3 * max(count, 0)]:
        if scores[at] <= 0:
            break
        beside = [one for one in found if _touch(one.passage, passages[at])]
        if beside:
            joint = _joint([passages[at], *(one.passage for one in beside)], documents)
            place = found.index(beside[0])
            found = [one for one in found if one not in beside]
            found.insert(place, Found(joint, beside[0].score))
        elif len(found) < count:
            found.append(Found(passages[at], float(scores[at])))
    return tuple(found)


def _touch(one: Passage, other: Passage) -> bool:
    """Whether two passages of a page overlap or have nothing but white space between them."""
    same = (one.document, one.page) == (other.document, other.page)
    return same and one.start <= other.end + 1 and other.start <= one.end + 1


def _joint(parts: Sequence[Passage], documents: Mapping[str, Document]) -> Passage:
    """One passage over all `parts`, which lie beside each other on a page."""
    first = parts[0]
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    page = next(page for page in documents[first.document].pages if page.number == first.page)
    return Passage(first.document, first.page, start, end, page.text[start:end])
