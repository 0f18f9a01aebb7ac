"""Set phrases of court papers in plain words: kinds of case, what is asked for, conditions, purposes of the next date.

They stand in `data/legal/plain_words.toml`. Knows no case; what no pattern knows has no plain form here and is left to
the words of the document.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from tools.legal.types import Language
from tools.settings import DATA

Table = Literal["case", "relief", "condition", "purpose"]
MOST: Final = 2000  # characters of a text that are looked at


@dataclass(frozen=True)
class Phrase:
    """A pattern of the document's words and what they mean in plain words."""

    pattern: re.Pattern[str]
    hi: str
    en: str

    def plain(self, language: Language) -> str:
        """The plain words in one language."""
        return self.hi if language == "hi" else self.en


@cache
def phrases(table: Table) -> tuple[Phrase, ...]:
    """The phrases of one table, in the order in which they are tried."""
    rows = tomllib.loads((DATA / "legal" / "plain_words.toml").read_text(encoding="utf-8"))[table]
    return tuple(Phrase(re.compile(row["pattern"], re.I), row["hi"], row["en"]) for row in rows)


def plain(table: Table, text: str, language: Language) -> str:
    """The plain words for `text`; empty when no phrase of the table is in it."""
    known = unicodedata.normalize("NFC", text[:MOST])
    found = next((phrase for phrase in phrases(table) if phrase.pattern.search(known)), None)
    return found.plain(language) if found else ""


def all_plain(table: Table, text: str, language: Language) -> list[str]:
    """The plain words of every phrase of the table that is in `text`, each once."""
    known = unicodedata.normalize("NFC", text[:MOST])
    found = (phrase.plain(language) for phrase in phrases(table) if phrase.pattern.search(known))
    return list(dict.fromkeys(found))
