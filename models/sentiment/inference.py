"""Runs the sentiment network over pairs of headline and company. Knows nothing of caches, queues or files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import torch
from torch import Tensor, nn

from models.sentiment.marking import collate, mark
from models.sentiment.types import LABELS

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MOST: Final = 32  # headlines in one forward pass


@torch.inference_mode()
def logits_of(net: nn.Module, pairs: Sequence[tuple[str, str]], tokenizer: Tokenizer) -> Tensor:
    """Logits in float32 on the CPU, (pairs, 3); headlines of similar length run together."""
    rows = [mark(title, entity, tokenizer) for title, entity in pairs]
    order = sorted(range(len(rows)), key=lambda number: len(rows[number].ids))
    found = torch.zeros(len(rows), len(LABELS))
    where = next(net.parameters()).device
    for start in range(0, len(order), MOST):
        chosen = order[start : start + MOST]
        found[chosen] = net(collate([rows[number] for number in chosen]).to(where)).float().cpu()
    return found
