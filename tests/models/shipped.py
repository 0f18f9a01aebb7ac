"""The models that ship with the portal behind one face, for tests that ask all of them the same way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

WORDS: Final = ("ramesh", "lakshmi", "deshmukh")
TEXTS: Final = ("A developer of Java services", "Nurse in a city hospital", "Head of branch banking")
PAIRS: Final = (("Kaveri Motors profit rises", "Kaveri Motors"), ("Narmada Steel fined", "Narmada Steel"))


@dataclass(frozen=True)
class Shipped:
    """A model, its own forward pass over a sequence, and a question with rounded answers that can be compared."""

    model: Any
    forward: Any
    ask: Callable[[], Any]
    device: Callable[[], str]
    notice: Callable[[], str]


def embedder() -> Shipped:
    from models.text.embedder import SentenceEmbedder

    model = SentenceEmbedder()
    return Shipped(
        model,
        model._encode,
        lambda: np.round(model.embed(TEXTS[:1]), 2).tolist(),
        lambda: model.info.device,
        lambda: model.info.notice,
    )


def leaf() -> Shipped:
    from models.leaf.classifier import LeafModel

    model = LeafModel()
    photo = np.random.default_rng(7).integers(0, 255, (260, 260, 3), dtype=np.uint8)
    return Shipped(
        model,
        model.answer,
        lambda: np.round(model.classify([photo])[0].probabilities, 2).tolist(),
        lambda: model.info.device,
        lambda: model.info.notice,
    )


def names() -> Shipped:
    from models.names.transliterator import NamesModel

    model = NamesModel()
    return Shipped(
        model, model._answer, lambda: model.transliterate(WORDS[:1]), lambda: model.device, lambda: model.notice
    )


def sentiment() -> Shipped:
    from models.sentiment.classifier import SentimentModel

    model = SentimentModel()
    return Shipped(
        model,
        model.answer,
        lambda: [round(model.classify(PAIRS[:1])[0].positive, 2)],
        lambda: model.device,
        lambda: model.notice,
    )


SHIPPED: Final[dict[str, Callable[[], Shipped]]] = {
    "embedder": embedder,
    "leaf": leaf,
    "names": names,
    "sentiment": sentiment,
}
