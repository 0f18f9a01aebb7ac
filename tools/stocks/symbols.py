"""Finds a share or an index by symbol, name, former symbol or what people call it, also with typing errors.

The table is compiled from the exchange's own lists (`data/stocks/README.md`); it knows no prices.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from tools.errors import BadInput
from tools.settings import DATA
from tools.stocks.types import Symbol

FOLDER: Final = DATA / "stocks"
LEAST: Final = 62.0  # of 100: below, a name is not what was typed
NUKTA: Final = "\u093c"
NASAL: Final = re.compile("[नमङञण]\u094d(?=[क-ह])|\u0901")  # written as a letter or as a dot above
COMPANY_WORDS: Final = re.compile(
    r"\b(limited|ltd|company|co|corporation|corp|the|and|of)\b|[.&'()-]|(?<!\S)(?:लिमिटेड|कंपनी)(?!\S)"
)


@dataclass(frozen=True)
class Entry:
    """A row of the table, ready to be searched: `keys` are every way in which it may be typed, in lower case."""

    symbol: Symbol
    codes: tuple[str, ...]
    names: tuple[str, ...]
    hindi: tuple[str, ...] = ()  # what Hindi calls it, in Devanagari, the usual name first

    @property
    def heard(self) -> tuple[str, ...]:
        """All names as they are compared: English ones, and Hindi ones in one spelling."""
        return (*self.names, *map(one_spelling, self.hindi))


def find(query: str, most: int = 8) -> list[Symbol]:
    """The symbols that `query` may mean, the likeliest first; empty when nothing is near.

    An exact symbol comes first, then a former one, then beginnings of symbols and names, then what sounds alike.
    """
    typed = one_spelling(" ".join(query.casefold().split())[:80])
    if not typed:
        return []
    scored = [(score, entry) for entry in entries() if (score := _exact(entry, typed))]
    found = [entry for _, entry in sorted(scored, key=lambda pair: (-pair[0], *_rank(pair[1])))]
    if len(found) < most:
        found += [entry for entry in _alike(typed, most) if entry not in found]
    return [entry.symbol for entry in found[:most]]


def symbol_of(text: str) -> Symbol:
    """The one symbol that `text` names: a symbol (with or without ``.NS``), a former one, or a whole name.

    Raises
    ------
    BadInput
        It names none; the sentence offers the nearest.
    """
    typed = one_spelling(" ".join(text.casefold().split()).removesuffix(".ns"))
    for entry in entries():
        if typed in entry.codes or typed == entry.symbol.yahoo.casefold():
            return entry.symbol
    for entry in entries():
        if typed in entry.heard:
            return entry.symbol
    near = ", ".join(symbol.symbol for symbol in find(text, 3))
    raise BadInput(
        f"“{text[:40]}” is not a symbol of the NSE. {f'Did you mean {near}?' if near else 'Search by name.'}"
    )


@lru_cache(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """Every share and index of the table."""
    hindi = {row["symbol"]: tuple(row["names"].split("|")) for row in _rows("hindi_names.tsv")}
    return tuple(replace(entry, hindi=hindi.get(entry.symbol.symbol, ())) for entry in (*_indices(), *_shares()))


def one_spelling(text: str) -> str:
    """Devanagari in one of the spellings that differ only in a dot: फ़ as फ, न् and म् before a consonant as ं, ॉ as ा."""
    bare = unicodedata.normalize("NFD", text).replace(NUKTA, "").replace("ॉ", "ा").replace("ॅ", "")
    return unicodedata.normalize("NFC", NASAL.sub("ं", bare))


def _exact(entry: Entry, typed: str) -> int:
    """How exactly the entry is what was typed: 0 when it is not."""
    if typed in entry.codes[:1]:
        return 100
    if typed in entry.codes or typed in entry.heard:
        return 90
    if any(code.startswith(typed) for code in entry.codes):
        return 70
    if any(name.startswith(typed) for name in entry.heard):
        return 80
    words = typed.split()
    if any(all(any(part.startswith(word) for part in name.split()) for word in words) for name in entry.heard):
        return 60
    return 0


def _rank(entry: Entry) -> tuple[bool, bool, int, str]:
    """Of equally exact ones: indices, large companies, short names first."""
    symbol = entry.symbol
    return not symbol.index, not symbol.nifty50, len(symbol.name), symbol.symbol


def _alike(typed: str, most: int) -> Iterator[Entry]:
    """What is spelled like `typed`: codes letter by letter, names also with their words in another order."""
    codes, code_owners, names, name_owners = _choices()
    hits = [
        *((score, code_owners[at]) for _, score, at in _near(typed, codes, fuzz.ratio, most)),
        *((score, name_owners[at]) for _, score, at in _near(_bare(typed), names, _likeness, most)),
    ]
    ordered = sorted(hits, key=lambda hit: (-hit[0], *_rank(hit[1])))
    yield from dict.fromkeys(entry for _, entry in ordered)


def _near(typed: str, choices: list[str], scorer: Callable[..., float], most: int) -> list[tuple[str, float, int]]:
    found: list[tuple[str, float, int]] = process.extract(
        typed, choices, scorer=scorer, limit=4 * most, score_cutoff=LEAST
    )
    return found


def _likeness(first: str, second: str, *, score_cutoff: float | None = None) -> float:
    """How alike two names are: as they stand, with words sorted, or the shorter inside the beginning of the longer."""
    whole = fuzz.ratio(first, second, score_cutoff=score_cutoff)
    words = fuzz.token_sort_ratio(first, second, score_cutoff=score_cutoff)
    start = 0.96 * fuzz.ratio(first, second[: len(first)], score_cutoff=score_cutoff) if len(first) > 3 else 0.0
    return max(whole, words, start)


@lru_cache(maxsize=1)
def _choices() -> tuple[list[str], list[Entry], list[str], list[Entry]]:
    """Every code and whose it is; every name without its common words, and whose it is."""
    codes = [(code, entry) for entry in entries() for code in entry.codes]
    names = [(_bare(name), entry) for entry in entries() for name in entry.heard]
    return [c for c, _ in codes], [e for _, e in codes], [n for n, _ in names], [e for _, e in names]


def _bare(name: str) -> str:
    """A company's name without signs and the words that many have; the name itself when nothing is left."""
    return " ".join(COMPANY_WORDS.sub(" ", name).split()) or name


def _rows(file: str) -> Iterator[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader((line for line in table if not line.startswith("#")), delimiter="\t")


def _indices() -> Iterator[Entry]:
    for row in _rows("indices.tsv"):
        symbol = Symbol(row["symbol"], row["name"], row["yahoo"], index=True)
        yield Entry(symbol, (row["symbol"].casefold(),), _names(row["name"], row["spoken"]))


def _shares() -> Iterator[Entry]:
    for row in _rows("symbols.tsv"):
        former = tuple(filter(None, row["former"].split("|")))
        symbol = Symbol(
            row["symbol"], row["name"], f"{row['symbol']}.NS", row["isin"], row["industry"], former,
            nifty50=row["nifty50"] == "1",
        )  # fmt: skip
        codes = tuple(code.casefold() for code in (row["symbol"], *former))
        yield Entry(symbol, codes, _names(row["name"], row["spoken"]))


def _names(name: str, spoken: str) -> tuple[str, ...]:
    whole = name.casefold()
    short = re.sub(r"\s+(limited|ltd\.?)$", "", whole)
    return tuple(dict.fromkeys((whole, short, *filter(None, spoken.casefold().split("|")))))
