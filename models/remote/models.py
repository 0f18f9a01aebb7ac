"""The embedder, the leaf classifier, the names and the sentiment model as the pages know them, answered by a cluster.

Each meets its model's Protocol, remembers its last answers, and falls back to the model on this machine (`Switch`).
Loads torch only when it must fall back. Knows no page.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from models.cluster.kinds import KINDS
from models.leaf.types import Floats, Image, LeafInfo, LeafView, Thresholds
from models.lru import LruCache, key_of
from models.remote.base import Labelled, Remote
from models.remote.cluster import Cluster
from models.remote.switch import Switch
from models.remote.wire import (
    EmbedReply,
    EmbedRequest,
    Kind,
    LeafReply,
    LeafRequest,
    Malformed,
    NamesReply,
    NamesRequest,
    SentimentReply,
    SentimentRequest,
    View,
    pack,
    unpack,
)
from models.sentiment.types import Probabilities
from models.text.types import EmbedderInfo
from tools.settings import settings

TEXTS: Final = 64  # in one request, so that several replicas share a large question
LONGEST_TEXT: Final = 1 << 16  # signs; far more than an embedder reads
WORDS: Final = 256
PAIRS: Final = 64
PHOTO_BYTES: Final = 8 << 20  # in one request; a photo is never cut
SPELLINGS: Final = 6  # asked of each word, so that a later question for more of them is answered from memory
VECTORS_KEPT: Final = 20_000
VIEWS_KEPT: Final = 512
WORDS_KEPT: Final = 20_000
PAIRS_KEPT: Final = 10_000
Vector = NDArray[np.float32]
Question = TypeVar("Question")
Answer = TypeVar("Answer")


def switch_to(kind: Kind, cluster: Cluster, seconds: float | None = None) -> Switch[Any]:
    """The switch between this cluster and the model that the settings name."""
    wanted, served = settings(), KINDS[kind]
    limit = min(wanted.engine_seconds, seconds or wanted.engine_seconds)
    return Switch(kind, cluster, served.load, served.tell, seconds=limit, again=wanted.engine_again_seconds)


class RemoteEmbedder(Remote):
    """An embedder (`models.text.Embedder`) on a cluster.

    Parameters
    ----------
    switch
        Between the cluster and the embedder on this machine.
    """

    def __init__(self, switch: Switch[Any]) -> None:
        super().__init__(switch)
        self._memory: LruCache[bytes, Vector] = LruCache(VECTORS_KEPT)

    @property
    def info(self) -> EmbedderInfo:
        """Which model answers now."""
        told = self._switch.told
        return EmbedderInfo(told.name, told.source, told.device, told.dtype, told.dimensions, told.notice)

    def embed(self, texts: Sequence[str]) -> Vector:
        """Unit-length vectors, shape (len(texts), dimensions).

        Raises
        ------
        PortalError
            The model says that it cannot, or nobody answers.
        """
        plain = [_plain(text) for text in texts]
        found = _answered(self._memory, [key_of(text.encode()) for text in plain], plain, self._fresh)
        return np.stack(found) if found else np.zeros((0, self._switch.told.dimensions), np.float32)

    def _fresh(self, texts: Sequence[str]) -> Sequence[Vector]:
        parts = [EmbedRequest(tuple(part)) for part in _pieces(texts, TEXTS)]

        def read(replies: Sequence[EmbedReply]) -> Sequence[Vector]:
            wide = self._switch.told.dimensions
            pairs = zip(parts, replies, strict=True)
            return [row for p, r in pairs for row in _unit(unpack(r.vectors, "float32", (len(p.texts), wide)))]

        return self._switch.ask(parts, EmbedReply, read, lambda model: list(model.embed(texts)))


class RemoteLeaf(Remote):
    """A leaf classifier (`models.leaf.types.LeafClassifier`) on a cluster.

    Parameters
    ----------
    switch
        Between the cluster and the classifier on this machine.
    """

    def __init__(self, switch: Switch[Any]) -> None:
        super().__init__(switch)
        self._memory: LruCache[bytes, LeafView] = LruCache(VIEWS_KEPT)

    @property
    def info(self) -> LeafInfo:
        """Which model answers now."""
        told = self._switch.told
        return LeafInfo(
            told.name, told.source, told.device, told.dtype, told.classes, Thresholds(*told.thresholds), told.notice
        )

    def classify(self, images: Sequence[Image]) -> list[LeafView]:
        """One view per photo, in order; the same photo always gives the same view.

        Raises
        ------
        PortalError
            The model says that it cannot, or nobody answers.
        """
        keys = [key_of(str(image.shape).encode(), np.ascontiguousarray(image).tobytes()) for image in images]
        return _answered(self._memory, keys, images, self._fresh)

    def _fresh(self, images: Sequence[Image]) -> Sequence[LeafView]:
        parts = [LeafRequest(tuple(map(pack, part))) for part in _within(images, PHOTO_BYTES)]

        def read(replies: Sequence[LeafReply]) -> Sequence[LeafView]:
            views = [view for part, reply in zip(parts, replies, strict=True) for view in _views(part, reply)]
            return [_seen(view, len(self._switch.told.classes)) for view in views]

        return self._switch.ask(parts, LeafReply, read, lambda model: model.classify(images))


class RemoteNames(Labelled):
    """A transliterator (`models.names.types.Transliterator`) on a cluster.

    Parameters
    ----------
    switch
        Between the cluster and the names model on this machine.
    """

    def __init__(self, switch: Switch[Any]) -> None:
        super().__init__(switch)
        self._memory: LruCache[bytes, tuple[str, ...]] = LruCache(WORDS_KEPT)

    def transliterate(self, words: Sequence[str], best: int = 1) -> list[tuple[str, ...]]:
        """For each word at most `best` spellings, the likeliest first.

        Raises
        ------
        PortalError
            The model says that it cannot, or nobody answers.
        """
        plain = [_plain(word) for word in words]
        found = _answered(self._memory, [key_of(word.encode()) for word in plain], plain, self._fresh)
        return [spellings[: max(1, best)] for spellings in found]

    def _fresh(self, words: Sequence[str]) -> Sequence[tuple[str, ...]]:
        parts = [NamesRequest(tuple(part), SPELLINGS) for part in _pieces(words, WORDS)]

        def read(replies: Sequence[NamesReply]) -> Sequence[tuple[str, ...]]:
            found = [_all_of(reply.spellings, len(p.words)) for p, reply in zip(parts, replies, strict=True)]
            spellings = list(chain.from_iterable(found))
            if not all(spellings):
                raise Malformed("a word without a spelling")
            return spellings

        return self._switch.ask(parts, NamesReply, read, lambda model: model.transliterate(words, SPELLINGS))


class RemoteSentiment(Labelled):
    """A sentiment classifier (`models.sentiment.types.SentimentClassifier`) on a cluster.

    Parameters
    ----------
    switch
        Between the cluster and the classifier on this machine.
    """

    def __init__(self, switch: Switch[Any]) -> None:
        super().__init__(switch)
        self._memory: LruCache[bytes, Probabilities] = LruCache(PAIRS_KEPT)

    def classify(self, pairs: Sequence[tuple[str, str]]) -> list[Probabilities]:
        """For each (title, entity) how the title speaks about the entity, in order.

        Raises
        ------
        PortalError
            The model says that it cannot, or nobody answers.
        """
        plain = [(_plain(title), _plain(entity)) for title, entity in pairs]
        keys = [key_of(title.encode(), entity.encode()) for title, entity in plain]
        return _answered(self._memory, keys, plain, self._fresh)

    def _fresh(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Probabilities]:
        parts = [SentimentRequest(tuple(part)) for part in _pieces(pairs, PAIRS)]

        def read(replies: Sequence[SentimentReply]) -> Sequence[Probabilities]:
            found = [_all_of(reply.rows, len(p.pairs)) for p, reply in zip(parts, replies, strict=True)]
            rows = list(chain.from_iterable(found))
            if not all(all(0 <= one <= 1 for one in row) and abs(sum(row) - 1) < 1e-3 for row in rows):
                raise Malformed("no probabilities")
            return [Probabilities(*row) for row in rows]

        return self._switch.ask(parts, SentimentReply, read, lambda model: model.classify(pairs))


def _answered(
    memory: LruCache[bytes, Answer],
    keys: Sequence[bytes],
    questions: Sequence[Question],
    fresh: Callable[[Sequence[Question]], Sequence[Answer]],
) -> list[Answer]:
    """The answers in order, those that are not remembered by `fresh`, each question once."""
    found = memory.find(keys)
    missing = {key: question for key, question in zip(keys, questions, strict=True) if key not in found}
    if missing:
        found |= memory.keep(dict(zip(missing, fresh(list(missing.values())), strict=True)))
    return [found[key] for key in keys]


def _pieces(items: Sequence[Question], size: int) -> Iterator[Sequence[Question]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _within(images: Sequence[Image], most: int) -> list[list[Image]]:
    """The photos in groups of at most `most` bytes, at least one in each."""
    groups: list[list[Image]] = []
    room = 0
    for image in images:
        if not groups or image.nbytes > room:
            groups.append([])
            room = most
        groups[-1].append(image)
        room -= image.nbytes
    return groups


def _plain(text: str) -> str:
    """What can travel: no half characters, and no more than any of these models reads."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode()


def _all_of(items: Sequence[Answer], count: int) -> Sequence[Answer]:
    if len(items) != count:
        raise Malformed(f"{len(items)} answers to {count} questions")
    return items


def _views(part: LeafRequest, reply: LeafReply) -> Sequence[View]:
    return _all_of(reply.views, len(part.images))


def _unit(vectors: Vector) -> Vector:
    if vectors.size and not np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3):
        raise Malformed("not of unit length")
    return vectors


def _seen(view: View, classes: int) -> LeafView:
    """A view whose numbers are what they should be."""
    probabilities: Floats = unpack(view.probabilities, "float32", (classes,))
    maps = unpack(view.maps, "float32", (classes, None, None)) if view.maps is not None else None
    sums = probabilities.min(initial=0) >= 0 and abs(float(probabilities.sum()) - 1) < 1e-2
    if not (sums and math.isfinite(view.familiarity)) or (maps is not None and not maps.size):
        raise Malformed("no view")
    return LeafView(probabilities, view.familiarity, maps)
