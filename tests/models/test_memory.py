"""A card without memory: halves, then the CPU, each result once and in order; other failures are not touched."""

from __future__ import annotations

import gc
from collections.abc import Sequence

import pytest
import torch

from models.memory import NOTICE, within_memory


@pytest.fixture(scope="module", autouse=True)
def little_to_collect() -> None:
    """Each failed try collects garbage: it need not look through all that other tests have left."""
    gc.freeze()


class Card:
    """Doubles numbers; has memory for batches of `most` until it is moved to the CPU."""

    def __init__(self, most: int) -> None:
        self.most, self.batches, self.moved = most, list[int](), 0

    def __call__(self, items: Sequence[int]) -> list[int]:
        self.batches.append(len(items))
        if len(items) > self.most and not self.moved:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return [2 * item for item in items]

    def to_cpu(self) -> None:
        self.moved += 1


def test_enough_memory_costs_nothing() -> None:
    card = Card(8)
    assert within_memory(card, range(8), card.to_cpu) == [2 * n for n in range(8)]
    assert card.batches == [8]


@pytest.mark.parametrize("most", [1, 2, 3, 7])
def test_batches_are_halved_until_they_fit(most: int) -> None:
    card = Card(most)
    assert within_memory(card, range(11), card.to_cpu) == [2 * n for n in range(11)]
    assert not card.moved
    assert max(size for size in card.batches if size <= most) <= most


def test_no_memory_for_one_moves_the_model_once() -> None:
    card = Card(0)
    assert within_memory(card, range(5), card.to_cpu) == [2 * n for n in range(5)]
    assert card.moved == 1


def test_other_failures_pass_and_move_nothing() -> None:
    card = Card(5)

    def broken(items: Sequence[int]) -> list[int]:
        raise RuntimeError("shape mismatch")

    with pytest.raises(RuntimeError, match="shape"):
        within_memory(broken, [1, 2], card.to_cpu)
    assert not card.moved


def test_no_memory_on_the_cpu_either_is_told() -> None:
    def never(items: Sequence[int]) -> list[int]:
        raise torch.OutOfMemoryError("none")

    with pytest.raises(torch.OutOfMemoryError):
        within_memory(never, [1], lambda: None)


def test_every_shipped_model_answers_on_the_cpu_after_its_card_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The card is played by the first calls of each model's own forward pass."""
    from tests.models.shipped import SHIPPED

    for kind, made in SHIPPED.items():
        model, before = made(), made()
        failing = {"left": 1}
        original = model.forward.__func__

        def fails(self: object, items: Sequence[object], original=original, failing=failing) -> object:  # type: ignore[no-untyped-def]
            if failing["left"] and len(items) == 1:
                failing["left"] -= 1
                raise torch.OutOfMemoryError("CUDA out of memory")
            return original(self, items)

        monkeypatch.setattr(type(model.model), model.forward.__name__, fails)
        try:
            assert model.ask() == before.ask(), kind
            assert model.notice() == NOTICE, kind
            assert "cpu" in model.device().lower(), kind
        finally:
            monkeypatch.undo()
            model.model.close()
            before.model.close()
