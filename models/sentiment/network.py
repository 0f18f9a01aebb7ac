"""The sentiment network: MiniLM whose learned layers know which tokens name the company, and two layers on top.

By default all six layers are learned; layers below the learned ones are the base model's own, and so are the word
vectors. What the top reads is the mean over the company's tokens beside the start token. Knows no files but the base.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from torch import Tensor, nn

from models.sentiment.base import WEIGHTS
from models.sentiment.marking import Batch
from models.sentiment.types import LABELS

DROPOUT: Final = 0.1
LEARNED: Final = 6


@dataclass(frozen=True)
class Shape:
    """The sizes of a BERT, by the names of its own configuration."""

    vocab_size: int
    max_position_embeddings: int
    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    intermediate_size: int
    layer_norm_eps: float


class Embeddings(nn.Module):
    """BERT's sum of word and position vectors, normed; the vector of the first segment is in the position vectors."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocab_size, shape.hidden_size)
        self.positions = nn.Embedding(shape.max_position_embeddings, shape.hidden_size)
        self.norm = nn.LayerNorm(shape.hidden_size, shape.layer_norm_eps)

    def forward(self, ids: Tensor) -> Tensor:
        """(headlines, tokens, width)."""
        normed: Tensor = self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]])
        return normed


class SentimentNet(nn.Module):
    """Logits of `LABELS` for marked headlines.

    Parameters
    ----------
    shape
        Of the BERT underneath.
    learned
        How many of the upper layers differ from the base.
    """

    def __init__(self, shape: Shape, learned: int = LEARNED) -> None:
        super().__init__()
        layers = [_layer(shape) for _ in range(shape.num_hidden_layers)]
        fixed = max(0, len(layers) - learned)
        self.embeddings = Embeddings(shape)
        self.fixed = nn.ModuleList(layers[:fixed])
        self.learned = nn.ModuleList(layers[fixed:])
        self.mark = nn.Parameter(torch.zeros(shape.hidden_size))
        self.dropout = nn.Dropout(DROPOUT)
        self.hidden = nn.Linear(2 * shape.hidden_size, shape.hidden_size)
        self.output = nn.Linear(shape.hidden_size, len(LABELS))

    def forward(self, batch: Batch) -> Tensor:
        """Logits, (headlines, 3)."""
        return self.upper(self.lower(batch), batch)

    def lower(self, batch: Batch) -> Tensor:
        """What the layers that nothing learns make of the words alone, (headlines, tokens, width)."""
        states: Tensor = self.embeddings(batch.ids)
        for layer in self.fixed:
            states = layer(states, src_key_padding_mask=~batch.attended)
        return states

    def upper(self, states: Tensor, batch: Batch) -> Tensor:
        """Logits from what `lower` gave for the same words."""
        seen = self.dropout(self.seen(states, batch))
        logits: Tensor = self.output(self.dropout(torch.tanh(self.hidden(seen))))
        return logits

    def seen(self, states: Tensor, batch: Batch) -> Tensor:
        """What the top reads: the mean over the company's tokens and the start token, (headlines, 2 x width)."""
        named = batch.named.to(states.dtype).unsqueeze(-1)
        states = states + named * self.mark
        for layer in self.learned:
            states = layer(states, src_key_padding_mask=~batch.attended)
        return torch.cat([(states * named).sum(1) / named.sum(1), states[:, 0]], 1)


class Ensemble(nn.Module):
    """Several networks that answer as one: the mean of their log-probabilities.

    Parameters
    ----------
    members
        Networks on the same base; the parts that all have from it are kept once.
    """

    def __init__(self, members: Sequence[SentimentNet]) -> None:
        super().__init__()
        for member in members[1:]:
            member.embeddings = members[0].embeddings
        self.members = nn.ModuleList(members)

    def networks(self) -> list[SentimentNet]:
        """The members."""
        return [member for member in self.members if isinstance(member, SentimentNet)]

    def forward(self, batch: Batch) -> Tensor:
        """Log-probabilities but for a constant of each row, (headlines, 3)."""
        return torch.stack([member(batch).float().log_softmax(1) for member in self.members]).mean(0)


def base_network(folder: Path, learned: int = LEARNED) -> SentimentNet:
    """The network as training starts with it: the base weights in `folder`, and new layers on top."""
    from safetensors.torch import load_file

    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    shape = Shape(**{name: config[name] for name in Shape.__dataclass_fields__})
    net = SentimentNet(shape, learned)
    state = {name.removeprefix("bert."): value.float() for name, value in load_file(folder / WEIGHTS).items()}
    net.embeddings.load_state_dict(_embeddings(state))
    for number, layer in enumerate([*net.fixed, *net.learned]):
        layer.load_state_dict(_layer_state(state, f"encoder.layer.{number}."))
    return net


def _layer(shape: Shape) -> nn.TransformerEncoderLayer:
    layer = nn.TransformerEncoderLayer(
        shape.hidden_size,
        shape.num_attention_heads,
        shape.intermediate_size,
        DROPOUT,
        activation="gelu",
        layer_norm_eps=shape.layer_norm_eps,
        batch_first=True,
    )
    layer.dropout.p = 0.0  # BERT has none between its two wide layers
    return layer


def _embeddings(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """BERT's names of the embeddings to ours."""
    first_segment = state["embeddings.token_type_embeddings.weight"][0]
    return {
        "words.weight": state["embeddings.word_embeddings.weight"],
        "positions.weight": state["embeddings.position_embeddings.weight"] + first_segment,
        "norm.weight": state["embeddings.LayerNorm.weight"],
        "norm.bias": state["embeddings.LayerNorm.bias"],
    }


def _layer_state(state: dict[str, Tensor], start: str) -> dict[str, Tensor]:
    """BERT's names of one layer to torch's; query, key and value lie in one matrix there."""
    ours = {
        "self_attn.out_proj": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "linear1": "intermediate.dense",
        "linear2": "output.dense",
        "norm2": "output.LayerNorm",
    }
    found = {}
    for kind in ("weight", "bias"):
        three = [state[f"{start}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
        found[f"self_attn.in_proj_{kind}"] = torch.cat(three)
        found.update({f"{mine}.{kind}": state[f"{start}{theirs}.{kind}"] for mine, theirs in ours.items()})
    return found
