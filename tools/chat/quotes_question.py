"""What kind of answer a question wants: a name, a date, an amount, a section, a summary. English and Hindi.

Read from a few words of the question alone (`data/chat/kinds.toml`); most questions are of no special kind. Finds the
signs of such answers in a sentence, not whether they are the right ones.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, cast

from tools.chat.library_words import plain_text, terms
from tools.settings import DATA

Kind = Literal["summary", "section", "when", "amount", "count", "who", "why", "where", "meaning", ""]
TABLE: Final = DATA / "chat" / "kinds.toml"


@dataclass(frozen=True)
class _Patterns:
    asks: re.Pattern[str]
    signs: re.Pattern[str]


def kind_of(question: str) -> Kind:
    """What `question` wants; empty for nothing special."""
    plain = " ".join(plain_text(question).split())
    return next((kind for kind, patterns in _kinds().items() if patterns.asks.search(plain)), "")


def is_overview(question: str) -> bool:
    """Whether `question` wants a summary of everything, of nothing in particular."""
    return kind_of(question) == "summary" and not set(terms(question)) - _overview_words()


def has_sign(kind: Kind, text: str) -> bool:
    """Whether `text` holds what an answer of that kind must hold: a date, an amount, a name…"""
    if not kind:
        return False
    signs = _kinds()[kind].signs
    return bool(signs.search(text) or signs.search(plain_text(text)))


@lru_cache(maxsize=1)
def _overview_words() -> frozenset[str]:
    return frozenset(terms(" ".join(_table()["summary"]["about_all"])))


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _kinds() -> dict[Kind, _Patterns]:
    return {
        cast(Kind, kind): _Patterns(_any(row["asks"]), _any(row.get("signs", []))) for kind, row in _table().items()
    }


def _any(patterns: list[str]) -> re.Pattern[str]:
    """A pattern that matches where one of `patterns` does; never when there are none."""
    return re.compile("|".join(patterns) or r"(?!)")
