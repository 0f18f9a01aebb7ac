"""Puts a headline before the network with one company marked in it: token ids, and which tokens name the company.

The mark lies beside the tokens, so a headline grows no longer by it and the company's own name stays readable.
Knows no network.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import torch
from torch import Tensor

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MAX_CHARACTERS: Final = 400  # of a title; the longest headline of the training data has 135
MAX_ENTITY: Final = 100
MAX_TOKENS: Final = 96
SUFFIXES: Final = frozenset({"limited", "ltd", "inc", "corp", "corporation", "company", "co", "plc", "india", "the"})


@dataclass(frozen=True)
class Marked:
    """Token ids with the start and end tokens; for each whether it names the company (all where the title does not)."""

    ids: tuple[int, ...]
    named: tuple[bool, ...]


@dataclass(frozen=True)
class Batch:
    """Marked headlines side by side, each (headlines, tokens): ids padded with 0, what is named, what is text."""

    ids: Tensor
    named: Tensor
    attended: Tensor

    def to(self, device: torch.device) -> Batch:
        """On another device."""
        return Batch(self.ids.to(device), self.named.to(device), self.attended.to(device))


def mark(title: str, entity: str, tokenizer: Tokenizer) -> Marked:
    """`title` as token ids, the tokens of every mention of `entity` marked; long titles are cut around the first."""
    title, entity = _clean(title), _clean(entity)[:MAX_ENTITY]
    found = mentions(title, entity)
    if found and found[0][1] > MAX_CHARACTERS:
        start = max(0, found[0][0] - MAX_CHARACTERS // 2)
        title = title[start:]
        found = mentions(title, entity)
    encoding = tokenizer.encode(title[:MAX_CHARACTERS])
    ids = encoding.ids[: MAX_TOKENS - 1] + encoding.ids[-1:] if len(encoding.ids) > MAX_TOKENS else encoding.ids
    spans = encoding.offsets[: len(ids)]
    named = [end > start and any(start < last and first < end for first, last in found) for start, end in spans]
    return Marked(tuple(ids), tuple(named) if any(named) else (True,) * len(ids))


def mentions(title: str, entity: str) -> list[tuple[int, int]]:
    """Where `title` names `entity`, as (start, end): as it is written, else without words such as Limited.

    Whole words are preferred to parts of words; case does not matter.
    """
    for name in dict.fromkeys((entity, _short(entity))):
        spans = list(_occurrences(_lower(title), _lower(name)))
        whole = [span for span in spans if _is_word(title, *span)]
        if spans:
            return whole or spans
    return []


def collate(rows: Sequence[Marked]) -> Batch:
    """The rows as one batch, as wide as the longest."""
    width = max(len(row.ids) for row in rows)
    ids = torch.zeros(len(rows), width, dtype=torch.long)
    named, attended = torch.zeros_like(ids, dtype=torch.bool), torch.zeros_like(ids, dtype=torch.bool)
    for number, row in enumerate(rows):
        length = len(row.ids)
        ids[number, :length] = torch.tensor(row.ids)
        named[number, :length] = torch.tensor(row.named)
        attended[number, :length] = True
    return Batch(ids, named, attended)


@lru_cache(maxsize=2)
def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer of the base model in `folder`, without padding or cutting of its own."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(folder / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def _clean(text: str) -> str:
    """Without lone surrogates, which no tokenizer takes, and without runs of white space."""
    return " ".join(text[: 50 * MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8").split())


def _lower(text: str) -> str:
    """Lower case, letter by letter, so that positions stay what they are."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _short(entity: str) -> str:
    words = entity.split()
    while len(words) > 1 and words[-1].casefold().strip(".,") in SUFFIXES:
        words.pop()
    return " ".join(words)


def _occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    at = text.find(name) if name else -1
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + len(name))


def _is_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
