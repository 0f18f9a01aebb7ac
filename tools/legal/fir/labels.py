"""The printed labels of the FIR form, item by item, from ``data/fir/labels.toml``, ready to be compared with print.

Spelling is compared in the plain form of `tools.legal.fir.tokens.skeleton`. Knows nothing of where labels stand.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from tools.legal.fir.tokens import skeleton

FILE: Final = Path(__file__).parents[3] / "data" / "fir" / "labels.toml"
EVERYDAY: Final = 9  # letters; a shorter label may be a word of running text…
ENGLISH: Final = 6  # …an English one of several words only when it is shorter than this


@dataclass(frozen=True)
class Phrase:
    """One way to print a label: what it stands for, its plain spelling and its words in that spelling.

    A `key` that starts with "#" opens a part of its item; "-" is print that is never a value.
    """

    key: str
    text: str
    words: tuple[str, ...]

    @property
    def weak(self) -> bool:
        """Whether it is also an everyday word, so that more must speak for a label."""
        return len(self.text) < (ENGLISH if self.text.isascii() and len(self.words) > 1 else EVERYDAY)


@cache
def fields(item: str) -> tuple[Phrase, ...]:
    """The labels looked for within an item, longest first; "6i" is the address table of item 6."""
    return _phrases(_table()["items"].get(item, {}))


@cache
def headings() -> tuple[Phrase, ...]:
    """The headings of all items, longest first; their key is the item's number."""
    return _phrases(_table()["headings"])


@cache
def boilerplate() -> frozenset[str]:
    """Plain spellings of words that headings go on with."""
    return frozenset(_table()["printed"]) | {word for phrase in headings() for word in phrase.words}


@cache
def vocabulary(item: str) -> frozenset[str]:
    """Plain spellings of the words of an item's labels and of what headings go on with."""
    return boilerplate() | {word for phrase in fields(item) for word in phrase.words}


@cache
def spellings(item: str) -> str:
    """Plain spellings of an item's labels and of all headings, one a line."""
    return "\n".join(phrase.text for phrase in (*fields(item), *headings()))


@cache
def _table() -> Mapping[str, Any]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {**table, "printed": [skeleton(word) for word in table["printed"]]}


def _phrases(table: Mapping[str, Iterable[str]]) -> tuple[Phrase, ...]:
    found = [Phrase(key, skeleton(phrase), _words(phrase)) for key, phrases in table.items() for phrase in phrases]
    return tuple(sorted(found, key=lambda phrase: -len(phrase.text)))


def _words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, abbreviations whole and in pieces: "क्र.सं." is printed with and without spaces."""
    whole = phrase.replace("/", " ").replace("(", " ").split()
    pieces = re.split(r"[^\w\u0900-\u097f]+", phrase)
    return tuple(dict.fromkeys(filter(None, map(skeleton, (*whole, *pieces)))))
