"""Cosines between short names, each embedded once: skills that are called differently but mean much the same.

It knows nothing of what the names stand for; the caller decides which cosine is near enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.text.types import Embedder


class NameLikeness:
    """Callable: one name and several others in, their cosines out.

    Parameters
    ----------
    embedder
        Turns names into unit vectors.
    names
        Names that will be asked for, embedded together; others are embedded when they come.
    """

    def __init__(self, embedder: Embedder, names: Iterable[str] = ()) -> None:
        self._embedder = embedder
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._learn(names)

    def __call__(self, name: str, others: Sequence[str]) -> list[float]:
        """Cosine (-1 to 1) of `name` with each of `others`."""
        self._learn((name, *others))
        if not others:
            return []
        return list((np.stack([self._vectors[other] for other in others]) @ self._vectors[name]).tolist())

    def _learn(self, names: Iterable[str]) -> None:
        new = [name for name in dict.fromkeys(names) if name not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._embedder.embed(new), strict=True))
