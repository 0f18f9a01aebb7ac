"""Beam search over a names network: the likeliest well-formed Devanagari words for each Latin word.

Every word of a batch keeps the same number of beginnings; a sign that may not follow is never tried. Knows no file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from models.names.alphabet import DEVANAGARI, DEVANAGARI_NUMBER, END, LATIN_NUMBER, PAD, SPECIAL, START, may_follow
from models.names.architecture import NEVER, POSITIONS, TARGET, NamesNet

LONGEST = POSITIONS - 2  # letters of a word that the network has places for


@dataclass(frozen=True)
class Spelling:
    """A Devanagari word and the natural logarithm of its probability."""

    word: str
    score: float


def encode_latin(words: Sequence[str]) -> Tensor:
    """Words of a…z as numbers (N, longest), padded."""
    rows = [torch.tensor([LATIN_NUMBER[letter] for letter in word[:LONGEST]] + [END]) for word in words]
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=PAD)


def encode_devanagari(words: Sequence[str]) -> Tensor:
    """Devanagari words as numbers between the marks of start and end (N, longest), padded."""
    rows = [torch.tensor([START, *(DEVANAGARI_NUMBER[letter] for letter in word), END]) for word in words]
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=PAD)


def allowed() -> Tensor:
    """Logits to add (signs, signs): zero where the column may follow the row, else minus infinity."""
    table = torch.full((TARGET, TARGET), NEVER)
    for before, row in (("", START), *DEVANAGARI_NUMBER.items()):
        for after, column in (("", END), *DEVANAGARI_NUMBER.items()):
            if may_follow(before, after):
                table[row, column] = 0.0
    table[END, PAD] = table[PAD, PAD] = 0.0
    return table


@torch.inference_mode()
def search(network: NamesNet, words: Sequence[str], width: int = 6) -> list[list[Spelling]]:
    """At most `width` spellings, the likeliest first, for each word of a…z; a word has at least one letter."""
    place = network.output.weight.device
    table = allowed().to(place)
    count = len(words)
    memory = network.encode(encode_latin(words).to(place))
    memory = memory.rows(torch.arange(count, device=place).repeat_interleave(width))
    signs = torch.full((count * width, 1), START, device=place)
    scores = torch.full((count, width), NEVER, device=place)
    scores[:, 0] = 0.0
    past = None
    for position in range(POSITIONS - 1):
        logits, past = network.step(signs[:, -1], position, memory, past)
        steps = (logits.float() + table[signs[:, -1]]).log_softmax(1)
        if position == POSITIONS - 2:  # no place is left: words may only end
            steps[:, SPECIAL:] = NEVER
        done = (signs[:, -1:] == END) | (signs[:, -1:] == PAD)
        steps = torch.where(done, table[signs[:, -1]], steps)
        scores, best = (scores.reshape(-1, 1) + steps).view(count, -1).topk(width)
        rows = (best // TARGET + torch.arange(count, device=place)[:, None] * width).flatten()
        signs = torch.cat((signs[rows], (best % TARGET).view(-1, 1)), dim=1)
        if bool(((signs[:, -1] == END) | (signs[:, -1] == PAD) | (scores.flatten() == NEVER)).all()):
            break
        past = [(key[rows], value[rows]) for key, value in past]
    return _read(signs.view(count, width, -1).tolist(), scores.tolist())


def _read(signs: list[list[list[int]]], scores: list[list[float]]) -> list[list[Spelling]]:
    letters = ("",) * SPECIAL + tuple(DEVANAGARI)
    return [
        [
            Spelling("".join(letters[number] for number in row), score)
            for row, score in zip(rows, theirs, strict=True)
            if score > NEVER and END in row
        ]
        for rows, theirs in zip(signs, scores, strict=True)
    ]
