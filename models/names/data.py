"""The rows of a list of names, cleaned, and how they are split so that what is measured was never learned.

A list has the columns source, licence, kind, roman and devanagari, tab-separated and perhaps gzipped. Rows of a
non-commercial source are for measuring alone. Loads no torch.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.names.cleaning import pairs_of

SHIPPABLE = ("CC-BY-SA-4.0", "MIT(repo)", "own")
NAME = "name-token"
HELD_OUT = {NAME: 10, "word": 40}  # one Latin form in so many is held out, by kind
VALIDATION = 50  # one of so many of the others tells which checkpoint is best


@dataclass(frozen=True)
class Pair:
    """One clean row: `roman` in a…z, `devanagari` well formed, `kind` "name-token" or "word"."""

    roman: str
    devanagari: str
    kind: str
    source: str
    licence: str


@dataclass(frozen=True)
class Split:
    """Pairs to learn from, to choose a checkpoint by, and to measure on.

    No Latin and no Devanagari form of `names` or `words` occurs in `train` or `validation`, and none of `validation`
    in `train`. `outside` is of sources that may not be learned from.
    """

    train: tuple[Pair, ...]
    validation: tuple[Pair, ...]
    names: tuple[Pair, ...]
    words: tuple[Pair, ...]
    outside: tuple[Pair, ...]


def read_pairs(path: Path) -> list[Pair]:
    """The clean pairs of a list, each once.

    Raises
    ------
    KeyError
        A column is missing.
    """
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = csv.DictReader(io.StringIO(content.decode("utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE)
    pairs = [
        Pair(roman, devanagari, row["kind"], row["source"], row["licence"])
        for row in rows
        for roman, devanagari in pairs_of(row["roman"], row["devanagari"])
    ]
    return list(dict.fromkeys(pairs))


def split(pairs: Sequence[Pair]) -> Split:
    """Split by the hash of the Latin form, then drop whatever shares a form with what is held out."""
    ours = [pair for pair in pairs if pair.licence in SHIPPABLE]
    names = [pair for pair in ours if pair.kind == NAME and pair.licence != "own" and _held_out(pair)]
    words = [pair for pair in ours if pair.kind != NAME and pair.licence != "own" and _held_out(pair)]
    rest = apart(ours, [*names, *words])
    validation = [pair for pair in rest if _bucket(pair.roman, "validation", VALIDATION) == 0]
    return Split(
        train=tuple(apart(rest, validation)),
        validation=tuple(validation),
        names=tuple(names),
        words=tuple(words),
        outside=tuple(pair for pair in pairs if pair.licence not in SHIPPABLE),
    )


def apart(pairs: Iterable[Pair], held: Iterable[Pair]) -> list[Pair]:
    """The pairs that share neither a Latin nor a Devanagari form with what is held out."""
    held = list(held)
    romans = {pair.roman for pair in held}
    spellings = {pair.devanagari for pair in held}
    return [pair for pair in pairs if pair.roman not in romans and pair.devanagari not in spellings]


def references(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    """For each Latin form every spelling that the rows give."""
    found: dict[str, set[str]] = {}
    for pair in pairs:
        found.setdefault(pair.roman, set()).add(pair.devanagari)
    return found


def _held_out(pair: Pair) -> bool:
    return _bucket(pair.roman, "held out", HELD_OUT[pair.kind]) == 0


def _bucket(roman: str, purpose: str, count: int) -> int:
    digest = hashlib.blake2b(f"{purpose} {roman}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % count
