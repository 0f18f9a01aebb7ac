"""A model whose device hangs: whoever asks it hears a sentence, and nobody stands still for ever."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest

from models.batcher import Batcher
from models.leaf.serving import LeafServer
from models.lru import LruCache
from models.names import transliterator
from models.names.transliterator import NamesModel
from models.sentiment.serving import SentimentServer
from models.text.embedder import SentenceEmbedder
from tools.errors import TookTooLong
from tools.settings import settings


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[type], Any]]:
    """Makes a model of a kind without weights, whose forward pass does not come back before the test ends."""
    gate = threading.Event()
    for name in ("text_seconds", "leaf_seconds"):
        monkeypatch.setattr(settings(), name, 0.05)
    monkeypatch.setattr(transliterator, "SECONDS", 0.05)

    def hang(_: Sequence[Any]) -> list[Any]:
        gate.wait(20)
        raise ValueError("too late")

    def make(kind: type) -> Any:
        concrete = type(kind.__name__, (kind,), {"__abstractmethods__": frozenset()})
        concrete.__abstractmethods__ = frozenset()  # type: ignore[attr-defined]
        model: Any = concrete.__new__(concrete)
        model._batcher, model._lock = Batcher(hang), threading.Lock()
        model._cache, model._seconds = LruCache(8), 0.05
        return model

    yield make
    gate.set()


def test_the_embedder(hanging: Callable[[type], Any]) -> None:
    with pytest.raises(TookTooLong, match="try again in a moment"):
        hanging(SentenceEmbedder).embed(["a text"])


def test_the_sentiment_model(hanging: Callable[[type], Any]) -> None:
    with pytest.raises(TookTooLong, match="try again in a moment"):
        hanging(SentimentServer).classify([("Profit rises", "Acme")])


def test_the_names_model(hanging: Callable[[type], Any]) -> None:
    with pytest.raises(TookTooLong, match="try again in a moment"):
        hanging(NamesModel).transliterate(["asha"])


def test_the_leaf_model(hanging: Callable[[type], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    model = hanging(LeafServer)
    monkeypatch.setattr(LeafServer, "prepare", lambda _self, image: torch.from_numpy(image))
    with pytest.raises(TookTooLong, match="try again in a moment"):
        model.classify([np.zeros((4, 4, 3), np.uint8)])
