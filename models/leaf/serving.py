"""What every leaf model has in common when it answers: a cache, a bounded queue with micro-batches, a time limit.

Knows no network: a subclass says how a photo is prepared and how a batch is answered.
"""

from __future__ import annotations

import hashlib
import threading
from abc import ABC, abstractmethod
from collections import OrderedDict, deque
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace

from torch import Tensor

from models.batcher import Batcher, answer_of
from models.leaf.types import Image, LeafInfo, LeafView
from models.memory import NOTICE, sparing
from tools.settings import settings

CACHE_SIZE = 512  # views; about 15 kB each
AHEAD = 64  # photos of one caller in the queue, so that a large job does not shut out small ones


class LeafServer(ABC):
    """A leaf classifier (`models.leaf.types.LeafClassifier`) that many sessions share.

    Views are kept by the hash of the prepared picture; photos are not kept.

    Parameters
    ----------
    info
        Which model answers.
    max_batch
        Most photos in one batch.
    """

    def __init__(self, info: LeafInfo, *, max_batch: int = 32) -> None:
        self._info = info
        self._seconds = settings().leaf_seconds
        self._cache: OrderedDict[bytes, LeafView] = OrderedDict()
        self._lock = threading.Lock()
        self._batcher: Batcher[Tensor, LeafView] = Batcher(
            self._spared, max_batch=max_batch, queue_size=settings().queue_size, name="leaf-classifier"
        )

    @abstractmethod
    def prepare(self, image: Image) -> Tensor:
        """What the network takes of one photo, (3, H, W); runs in the caller's thread."""

    @abstractmethod
    def answer(self, prepared: Sequence[Tensor]) -> list[LeafView]:
        """One view per prepared photo, in order; runs in the worker thread alone."""

    def to_cpu(self) -> None:
        """Move the network to the CPU: the graphics card has no memory for it. A subclass moves its own part first."""
        self._info = replace(self._info, device="CPU", notice=NOTICE)

    @property
    def info(self) -> LeafInfo:
        """Which model answers."""
        return self._info

    @property
    def waiting(self) -> int:
        """How many photos wait for the model."""
        return self._batcher.waiting

    def classify(self, images: Sequence[Image]) -> list[LeafView]:
        """One view per photo, in order; the same photo always gives the same view.

        Raises
        ------
        QueueFull
            Too many photos wait already.
        TookTooLong
            The model had no time within `leaf_seconds` of the settings.
        """
        keys: list[bytes] = []
        found: dict[bytes, LeafView] = {}
        pending: dict[bytes, Future[LeafView]] = {}
        running: deque[bytes] = deque()
        try:
            for image in images:
                prepared = self.prepare(image)
                keys.append(_key(prepared))
                if keys[-1] in found or keys[-1] in pending:
                    continue
                if view := self._lookup(keys[-1]):
                    found[keys[-1]] = view
                    continue
                if len(running) == AHEAD:
                    self._settle(running.popleft(), pending, found)
                pending[keys[-1]] = self._batcher.submit(prepared, deadline_s=self._seconds)
                running.append(keys[-1])
            while running:
                self._settle(running.popleft(), pending, found)
        except BaseException:
            for future in pending.values():
                future.cancel()
            raise
        return [found[key] for key in keys]

    def close(self) -> None:
        """Finish what is queued and stop the model's thread."""
        self._batcher.close()

    def _spared(self, prepared: Sequence[Tensor]) -> list[LeafView]:
        return sparing(self.answer, prepared, self.to_cpu)

    def _settle(self, key: bytes, pending: dict[bytes, Future[LeafView]], found: dict[bytes, LeafView]) -> None:
        """Wait for one view and remember it."""
        view = answer_of(pending.pop(key), self._seconds)
        with self._lock:
            # of two callers with the same photo at the same time, both get the first one's view
            found[key] = self._cache.setdefault(key, view)
            while len(self._cache) > CACHE_SIZE:
                self._cache.popitem(last=False)

    def _lookup(self, key: bytes) -> LeafView | None:
        with self._lock:
            if key in self._cache:
                self._cache.move_to_end(key)
            return self._cache.get(key)


def _key(prepared: Tensor) -> bytes:
    return hashlib.blake2b(prepared.contiguous().numpy().tobytes(), digest_size=16).digest()
