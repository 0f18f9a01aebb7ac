"""The embedder, the leaf classifier, the names and the sentiment model as the pages know them, answered by a cluster.

Each meets its model's Protocol, remembers its last answers, and falls back to the model on this machine (`Switch`).
Loads torch only when it must fall back. Knows no page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from models.cluster.kinds import KINDS
from models.leaf.types import Floats, Image, LeafInfo, LeafView, Thresholds
from models.lru import LruCache, key_of
from models.remote.base import Labelled, Remote
from models.remote.cluster import Cluster
from models.remote.questions import all_of, answered, pieces, sendable, within
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
WORDS: Final = 256
PAIRS: Final = 64
PHOTO_BYTES: Final = 8 << 20  # in one request; a photo is never cut
SPELLINGS: Final = 6  # asked of each word, so that a later question for more of them is answered from memory
VECTORS_KEPT: Final = 20_000
VIEWS_KEPT: Final = 512
WORDS_KEPT: Final = 20_000
PAIRS_KEPT: Final = 10_000
Vector = NDArray[np.float32]


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
        plain = [sendable(text) for text in texts]
        found = answered(self._memory, [key_of(text.encode()) for text in plain], plain, self._fresh)
        return np.stack(found) if found else np.zeros((0, self._switch.told.dimensions), np.float32)

    def _fresh(self, texts: Sequence[str]) -> Sequence[Vector]:
        parts = [EmbedRequest(tuple(part)) for part in pieces(texts, TEXTS)]

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
        return answered(self._memory, keys, images, self._fresh)

    def _fresh(self, images: Sequence[Image]) -> Sequence[LeafView]:
        parts = [LeafRequest(tuple(map(pack, part))) for part in within(images, PHOTO_BYTES)]

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
        plain = [sendable(word) for word in words]
        found = answered(self._memory, [key_of(word.encode()) for word in plain], plain, self._fresh)
        return [spellings[: max(1, best)] for spellings in found]

    def _fresh(self, words: Sequence[str]) -> Sequence[tuple[str, ...]]:
        parts = [NamesRequest(tuple(part), SPELLINGS) for part in pieces(words, WORDS)]

        def read(replies: Sequence[NamesReply]) -> Sequence[tuple[str, ...]]:
            found = [all_of(reply.spellings, len(p.words)) for p, reply in zip(parts, replies, strict=True)]
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
        plain = [(sendable(title), sendable(entity)) for title, entity in pairs]
        keys = [key_of(title.encode(), entity.encode()) for title, entity in plain]
        return answered(self._memory, keys, plain, self._fresh)

    def _fresh(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Probabilities]:
        parts = [SentimentRequest(tuple(part)) for part in pieces(pairs, PAIRS)]

        def read(replies: Sequence[SentimentReply]) -> Sequence[Probabilities]:
            found = [all_of(reply.rows, len(p.pairs)) for p, reply in zip(parts, replies, strict=True)]
            rows = list(chain.from_iterable(found))
            if not all(all(0 <= one <= 1 for one in row) and abs(sum(row) - 1) < 1e-3 for row in rows):
                raise Malformed("no probabilities")
            return [Probabilities(*row) for row in rows]

        return self._switch.ask(parts, SentimentReply, read, lambda model: model.classify(pairs))


def _views(part: LeafRequest, reply: LeafReply) -> Sequence[View]:
    return all_of(reply.views, len(part.images))


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
