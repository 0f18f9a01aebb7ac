"""Stand-ins for the embedder: quick, without weights."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.text import EmbedderInfo
from tools.chat.library_words import terms
from tools.errors import ModelUnavailable


class BagOfWords:
    """Texts with words in common get near vectors. `name` may be that of the shipped model, to use its calibration."""

    def __init__(self, name: str = "bag of words") -> None:
        self.info = EmbedderInfo(name, "embedded", "CPU", "float32", 64)
        self.texts = 0

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts += len(texts)
        vectors = np.zeros((len(texts), 64), np.float32)
        for row, text in enumerate(texts):
            vectors[row, 0] = 0.1
            for word in terms(text):
                vectors[row, 1 + hashlib.blake2b(word.encode(), digest_size=2).digest()[0] % 63] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


class Broken:
    """An embedder whose weights are missing."""

    @property
    def info(self) -> EmbedderInfo:
        raise ModelUnavailable("The text model is missing.")

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise ModelUnavailable("The text model is missing.")
