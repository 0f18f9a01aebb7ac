"""The answers that were given last, each by a hash of what was asked; what was asked is not kept. Knows no model."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key")
Answer = TypeVar("Answer")


class LruCache(Generic[Key, Answer]):
    """At most `size` answers, those that were asked for last. Safe to use from many threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, keys: Iterable[Key]) -> dict[Key, Answer]:
        """The answers that are kept."""
        with self._lock:
            found = {key: self._kept[key] for key in keys if key in self._kept}
            for key in found:
                self._kept.move_to_end(key)
        return found

    def keep(self, answers: Mapping[Key, Answer]) -> dict[Key, Answer]:
        """Keep them; of two callers with the same question at the same time both get the first one's answer."""
        with self._lock:
            kept = {key: self._kept.setdefault(key, answer) for key, answer in answers.items()}
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return kept

    def clear(self) -> None:
        """Forget all answers."""
        with self._lock:
            self._kept.clear()


def key_of(*parts: bytes) -> bytes:
    """A hash of the parts, in which no two ways to cut the same bytes are alike."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "little"))
        made.update(part)
    return made.digest()
