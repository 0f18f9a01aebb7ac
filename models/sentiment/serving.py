"""What every sentiment model has in common when it answers: a cache, a bounded queue with micro-batches.

Answers are kept by the hash of the pair; headlines are not kept. A subclass says how a batch is answered.
"""

from __future__ import annotations

import hashlib
import threading
from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from torch import nn

from models.batcher import Batcher
from models.device import CPU, device
from models.memory import NOTICE, sparing
from models.sentiment.types import Probabilities
from models.weights import Weights
from tools.settings import settings

CACHE_SIZE: Final = 10_000
CHUNK: Final = 32  # pairs in one queue item, so that a large job does not shut out small ones
Pair = tuple[str, str]
SHIPPED: Final = "ships with the portal"
FROM: Final = {"local": "local folder", "hub": "Hub", "embedded": SHIPPED}


class SentimentServer(ABC):
    """A sentiment classifier (`models.sentiment.types.SentimentClassifier`) that many sessions share.

    Parameters
    ----------
    weights
        What answers, for its name, its source and the notice why a preferred one does not.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._place = device()
        self._cache: OrderedDict[bytes, Probabilities] = OrderedDict()
        self._lock = threading.Lock()
        self._batcher: Batcher[list[Pair], list[Probabilities]] = Batcher(
            self._forward, max_batch=4, queue_size=settings().queue_size, name="sentiment"
        )

    @abstractmethod
    def answer(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """One answer per pair, in order; runs in the worker thread alone."""

    @property
    @abstractmethod
    def network(self) -> nn.Module:
        """What is moved when the graphics card has no memory."""

    def to_cpu(self) -> None:
        """Move the network to the CPU; the label and the notice say so."""
        self.network.to(CPU.kind, CPU.torch_dtype)
        self._place = CPU
        self._weights = replace(self._weights, notice=NOTICE)

    @property
    def label(self) -> str:
        """The model's name and where its weights came from."""
        return f"{self._weights.name} ({FROM[self._weights.source]})"

    @property
    def device(self) -> str:
        """``cpu`` or ``cuda``."""
        return self._place.kind

    @property
    def notice(self) -> str:
        """Why a configured model does not answer, or what to know of the one that does; empty when there is nothing."""
        return self._weights.notice

    @property
    def waiting(self) -> int:
        """How many requests wait for the model."""
        return self._batcher.waiting

    def classify(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """For each (title, entity) how the title speaks about the entity, in order.

        Raises
        ------
        QueueFull
            Too many requests wait.
        TookTooLong
            The model had no time within `text_seconds` of the settings.
        """
        keys = [_key(pair) for pair in pairs]
        found = self._lookup(keys)
        missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in found}
        order = sorted(missing, key=lambda key: len(missing[key][0]))  # similar lengths together: less padding
        pieces = [order[start : start + CHUNK] for start in range(0, len(order), CHUNK)]
        asked = [[missing[key] for key in piece] for piece in pieces]
        answers = self._batcher.ask(asked, seconds=settings().text_seconds)
        for piece, answer in zip(pieces, answers, strict=True):
            found.update(self._remember(dict(zip(piece, answer, strict=True))))
        return [found[key] for key in keys]

    def close(self) -> None:
        """Finish what is queued and stop the model's thread."""
        self._batcher.close()

    def _lookup(self, keys: Sequence[bytes]) -> dict[bytes, Probabilities]:
        with self._lock:
            found = {key: self._cache[key] for key in keys if key in self._cache}
            for key in found:
                self._cache.move_to_end(key)
        return found

    def _remember(self, answers: dict[bytes, Probabilities]) -> dict[bytes, Probabilities]:
        """Keep the answers; of two callers with the same pair at the same time both get the first one's."""
        with self._lock:
            kept = {key: self._cache.setdefault(key, answer) for key, answer in answers.items()}
            while len(self._cache) > CACHE_SIZE:
                self._cache.popitem(last=False)
        return kept

    def _forward(self, items: Sequence[list[Pair]]) -> list[list[Probabilities]]:
        pairs = [pair for item in items for pair in item]
        answers = iter(sparing(self.answer, pairs, self.to_cpu))
        return [[next(answers) for _ in item] for item in items]


def _key(pair: Pair) -> bytes:
    title, entity = (part.encode("utf-8", "replace") for part in pair)
    return hashlib.blake2b(len(title).to_bytes(8, "little") + title + entity, digest_size=16).digest()
