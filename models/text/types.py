"""What a sentence embedder is to its callers. Importing this loads no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class EmbedderInfo:
    """Which model answers: its name, where its weights came from ("local", "hub", "embedded"), device and dtype.

    `notice` says why a preferred one does not answer; empty when there is nothing to say.
    """

    name: str
    source: str
    device: str
    dtype: str
    dimensions: int
    notice: str = ""


class Embedder(Protocol):
    """Turns texts into vectors. Safe to call from many threads."""

    @property
    def info(self) -> EmbedderInfo:
        """Which model answers."""
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit-length vectors, shape (len(texts), dimensions); an empty input gives shape (0, dimensions)."""
        ...
