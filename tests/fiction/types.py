"""A fictional document and the truth about it. Knows nothing of how either is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tools.legal.types import Kind, Language, OutcomeKind, Use

Value = str | tuple[str, ...]
"""A normal form as in `tools.legal.types.Fact`; a tuple for keys with several values."""

MARK = "काल्पनिक नमूना / FICTIONAL SAMPLE"
"""Stands on every page of every document."""


class Both(NamedTuple):
    """The same words in Hindi and in English."""

    hi: str
    en: str

    def in_(self, language: Language) -> str:
        """The words in `language`."""
        return self.hi if language == "hi" else self.en


@dataclass(frozen=True, order=True)
class Section:
    """A section of an act by its short name: ("IPC", "379")."""

    act: str
    number: str
    use: Use = "charged"


@dataclass(frozen=True)
class Truth:
    """What a document states and nothing else.

    `facts` has the keys of `tools.legal.keys`; `tolerated` are values that may be given or left out (a state named only
    in an address, an item printed as 0); an empty one stands for any value. `outcomes` are the kinds that count as the
    outcome, the first the best; `also` are further outcomes that the order has.
    """

    kind: Kind
    facts: Mapping[str, Value]
    sections: frozenset[Section] = frozenset()
    outcomes: tuple[OutcomeKind, ...] = ()
    also: frozenset[OutcomeKind] = frozenset()
    tolerated: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Specimen:
    """A fictional document: file name, bytes, how it is laid out, its language, and the truth about it."""

    name: str
    data: bytes
    layout: str
    language: Language
    truth: Truth

    def as_file(self, name: str, data: bytes, layout: str) -> Specimen:
        """The same truth in another file, as a scan is."""
        return replace(self, name=name, data=data, layout=layout)
