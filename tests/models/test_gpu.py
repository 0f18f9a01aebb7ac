"""Every model on a CUDA card: its number format, batch sizes, the fallbacks without memory, the badge.

`pytest -m gpu`; skipped with the reason where there is no card. Answers may differ from the CPU's by rounding alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch

from models.device import device
from models.memory import NOTICE
from tests.models.shipped import PAIRS, SHIPPED, TEXTS, WORDS, Shipped

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device is present"),
]


@pytest.fixture(params=sorted(SHIPPED))
def shipped(request: pytest.FixtureRequest) -> Iterator[Shipped]:
    made = SHIPPED[request.param]()
    yield made
    made.model.close()


def test_the_device_is_the_card_in_half_precision() -> None:
    place = device()
    assert (place.kind, place.label) == ("cuda", torch.cuda.get_device_name(0))
    assert place.dtype == ("bfloat16" if torch.cuda.is_bf16_supported() else "float16")


def test_the_badge_names_the_card(shipped: Shipped) -> None:
    assert shipped.ask()
    assert shipped.device() in ("cuda", torch.cuda.get_device_name(0))
    assert not shipped.notice()
    assert torch.cuda.memory_allocated() > 0


@pytest.mark.parametrize("count", [1, 3, 32, 100])
def test_embeddings_of_any_batch_are_unit_vectors_near_those_of_single_texts(count: int) -> None:
    made = SHIPPED["embedder"]()
    texts = [f"{TEXTS[number % 3]} {number}" for number in range(count)]
    together = made.model.embed(texts)
    alone = made.model._forward([[text] for text in texts[:3]])
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-3)
    assert (np.sum(together[:3] * np.concatenate(alone), axis=1) > 0.99).all()
    made.model.close()


@pytest.mark.parametrize("count", [1, 5, 40])
def test_leaf_batches_of_any_size_give_probabilities(count: int) -> None:
    made = SHIPPED["leaf"]()
    photos = np.random.default_rng(3).integers(0, 255, (count, 260, 260, 3), dtype=np.uint8)
    views = made.model.classify(list(photos))
    assert len(views) == count
    assert all(abs(float(view.probabilities.sum()) - 1) < 0.02 for view in views)
    made.model.close()


def test_names_and_moods_answer_in_order() -> None:
    names, mood = SHIPPED["names"](), SHIPPED["sentiment"]()
    found = names.model.transliterate(WORDS)
    assert found == [names.model.transliterate([word])[0] for word in WORDS]
    good, bad = mood.model.classify(PAIRS)
    assert good.positive > bad.positive
    names.model.close()
    mood.model.close()


def test_a_full_card_means_smaller_batches_and_then_the_cpu(shipped: Shipped, monkeypatch: pytest.MonkeyPatch) -> None:
    """The card refuses everything until the model has left it: what a real shortage raises is raised."""
    original: Any = shipped.forward.__func__

    def refuses(self: Any, items: Any) -> Any:
        if not shipped.notice():
            torch.empty(1 << 50, dtype=torch.uint8, device="cuda")
        return original(self, items)

    monkeypatch.setattr(type(shipped.model), shipped.forward.__name__, refuses)
    assert shipped.ask()
    assert shipped.notice() == NOTICE
    assert "cpu" in shipped.device().lower()
