"""The network of the names model: a small Transformer from Latin letters to Devanagari signs.

Vaswani et al. 2017 (arXiv:1706.03762) with the normalisation before each block and learned positions. Rows are padded
with `PAD`; nothing attends to padding. Knows no search: see `models.names.beam`.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.names.alphabet import DEVANAGARI, LATIN, PAD, SPECIAL
from models.names.plan import Size

SOURCE, TARGET = SPECIAL + len(LATIN), SPECIAL + len(DEVANAGARI)
NEVER = float("-inf")
POSITIONS = 32  # most letters of a word, marks of start and end included


@dataclass(frozen=True)
class Memory:
    """What the decoder knows of its words: keys and values of each layer's look at the source, and its mask."""

    layers: list[tuple[Tensor, Tensor]]
    mask: Tensor

    def rows(self, index: Tensor) -> Memory:
        """The memory of some of the words, which may repeat."""
        return Memory([(k[index], v[index]) for k, v in self.layers], self.mask[index])


class Attention(nn.Module):
    """Multi-head attention whose keys and values may be kept between calls."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key_value = nn.Linear(width, 2 * width)
        self.out = nn.Linear(width, width)

    def keys(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Keys and values (N, heads, length, width / heads) of (N, length, width)."""
        key, value = self.key_value(x).chunk(2, dim=-1)
        return self._split(key), self._split(value)

    def forward(self, x: Tensor, keys: tuple[Tensor, Tensor], mask: Tensor | None = None) -> Tensor:
        """(N, length, width), looking at `keys` where `mask`, (N or 1, 1, length or 1, keys), is true."""
        # For words of ten letters the plain products are several times faster on a CPU than the fused attention.
        query, (key, value) = self._split(self.query(x)), keys
        weights = (query * query.shape[-1] ** -0.5) @ key.transpose(2, 3)
        if mask is not None:
            weights = weights.masked_fill(~mask, NEVER)
        out: Tensor = self.out((weights.softmax(-1) @ value).transpose(1, 2).flatten(2))
        return out

    def _split(self, x: Tensor) -> Tensor:
        return x.view(*x.shape[:2], self.heads, -1).transpose(1, 2)


class Layer(nn.Module):
    """Self-attention, a look at the source where `looks`, and two linear layers; each added to its input."""

    def __init__(self, size: Size, dropout: float, looks: bool) -> None:
        super().__init__()
        self.self_norm, self.attention = nn.LayerNorm(size.width), Attention(size.width, size.heads)
        if looks:
            self.look_norm, self.look = nn.LayerNorm(size.width), Attention(size.width, size.heads)
        self.norm = nn.LayerNorm(size.width)
        self.wide, self.narrow = nn.Linear(size.width, size.inner), nn.Linear(size.inner, size.width)
        self.drop = nn.Dropout(dropout)

    def attend(self, x: Tensor, mask: Tensor) -> Tensor:
        """Self-attention over the whole row."""
        normal = self.self_norm(x)
        seen: Tensor = self.drop(self.attention(normal, self.attention.keys(normal), mask))
        return x + seen

    def step(self, x: Tensor, past: tuple[Tensor, Tensor] | None) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        """Self-attention of one new position (N, 1, width) over what came before; also the longer past."""
        normal = self.self_norm(x)
        key, value = self.attention.keys(normal)
        if past is not None:
            key, value = torch.cat((past[0], key), dim=2), torch.cat((past[1], value), dim=2)
        return x + self.attention(normal, (key, value)), (key, value)

    def finish(self, x: Tensor, memory: tuple[Tensor, Tensor] | None = None, mask: Tensor | None = None) -> Tensor:
        """The look at the source, if there is one, and the linear layers."""
        if memory is not None:
            x = x + self.drop(self.look(self.look_norm(x), memory, mask))
        changed: Tensor = self.drop(self.narrow(functional.gelu(self.wide(self.norm(x)))))
        return x + changed


class NamesNet(nn.Module):
    """Encoder over Latin letters, decoder over Devanagari signs.

    Parameters
    ----------
    size
        Width and depth.
    dropout
        Share of features dropped while training.
    """

    def __init__(self, size: Size, dropout: float = 0.0) -> None:
        super().__init__()
        self.source = nn.Embedding(SOURCE, size.width, padding_idx=PAD)
        self.target = nn.Embedding(TARGET, size.width, padding_idx=PAD)
        self.source_position = nn.Parameter(torch.zeros(POSITIONS, size.width))
        self.target_position = nn.Parameter(torch.zeros(POSITIONS, size.width))
        self.encoder = nn.ModuleList(Layer(size, dropout, looks=False) for _ in range(size.encoder))
        self.decoder = nn.ModuleList(Layer(size, dropout, looks=True) for _ in range(size.decoder))
        self.encoded, self.decoded = nn.LayerNorm(size.width), nn.LayerNorm(size.width)
        self.output = nn.Linear(size.width, TARGET)
        self.drop = nn.Dropout(dropout)
        for table in (self.source.weight, self.target.weight, self.source_position, self.target_position):
            nn.init.normal_(table, std=size.width**-0.5)

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Logits (N, target length, signs) of the sign after each of `target`; sources are (N, source length)."""
        memory = self.encode(source)
        x = self.drop(self.target(target) + self.target_position[: target.shape[1]])
        before = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool, device=x.device).tril()[None, None]
        for layer, keys in zip(self.decoder, memory.layers, strict=True):
            x = layer.finish(layer.attend(x, before), keys, memory.mask)  # type: ignore[operator]
        logits: Tensor = self.output(self.decoded(x))
        return logits

    def encode(self, source: Tensor) -> Memory:
        """What the decoder needs of the words (N, length)."""
        mask = (source != PAD)[:, None, None, :]
        x = self.drop(self.source(source) + self.source_position[: source.shape[1]])
        for layer in self.encoder:
            x = layer.finish(layer.attend(x, mask))  # type: ignore[operator]
        x = self.encoded(x)
        return Memory([layer.look.keys(x) for layer in self.decoder], mask)  # type: ignore[union-attr, operator]

    def step(
        self, sign: Tensor, position: int, memory: Memory, past: list[tuple[Tensor, Tensor]] | None
    ) -> tuple[Tensor, list[tuple[Tensor, Tensor]]]:
        """Logits (N, signs) after one more sign (N,), and the past with it."""
        x = self.target(sign)[:, None] + self.target_position[position]
        longer = []
        for number, layer in enumerate(self.decoder):
            x, kept = layer.step(x, past[number] if past else None)  # type: ignore[operator]
            x = layer.finish(x, memory.layers[number], memory.mask)  # type: ignore[operator]
            longer.append(kept)
        logits: Tensor = self.output(self.decoded(x[:, 0]))
        return logits, longer
