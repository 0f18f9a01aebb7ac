"""Legal words and what they mean in simple words, in English and Hindi, and where they stand in a text.

The words are in `data/legal/glossary.toml`. Knows no document.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from tools.legal.types import Language
from tools.settings import DATA

FILE: Final = DATA / "legal" / "glossary.toml"
_DOTTED: Final = re.compile("([कखगजडढफ])\u093c?")
_LETTER: Final[Mapping[Language, str]] = {"en": "A-Za-z0-9", "hi": "A-Za-z\u0900-\u0963\u0970-\u097f"}
_NUKTA: Final = "\u093c"


@dataclass(frozen=True)
class Term:
    """A legal word: its name and forms in both languages, and what it means in simple words."""

    key: str
    en: tuple[str, ...]
    hi: tuple[str, ...]
    simple_en: str
    simple_hi: str

    def name(self, language: Language) -> str:
        """What the word is called."""
        return self.hi[0] if language == "hi" else self.en[0]

    def forms(self, language: Language) -> tuple[str, ...]:
        """How the word is written, its name first."""
        return self.hi if language == "hi" else self.en

    def meaning(self, language: Language) -> str:
        """What it means in simple words."""
        return self.simple_hi if language == "hi" else self.simple_en


@dataclass(frozen=True)
class TermSpan:
    """Where a legal word stands in a text: first character, one past the last, and the word."""

    start: int
    end: int
    term: Term


@cache
def terms() -> Mapping[str, Term]:
    """Every legal word by its key."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        key: Term(key, tuple(row["en"]), tuple(row["hi"]), row["simple_en"], row["simple_hi"])
        for key, row in rows.items()
    }


def terms_in(text: str, language: Language) -> tuple[TermSpan, ...]:
    """The legal words of `text` in order: the longest at each place, so never one inside another."""
    pattern, by_form = _pattern(language)
    return tuple(
        TermSpan(match.start(), match.end(), by_form[_folded(match["term"])]) for match in pattern.finditer(text)
    )


@cache
def _pattern(language: Language) -> tuple[re.Pattern[str], Mapping[str, Term]]:
    by_form: dict[str, Term] = {}
    for term in terms().values():
        by_form.update({_folded(form): term for form in term.forms(language)})
    if language == "en":
        for form, term in list(by_form.items()):
            by_form.setdefault(f"{form}s", term)
    letter = _LETTER[language]
    forms = "|".join(_any_spelling(form) for form in sorted(by_form, key=len, reverse=True))
    return re.compile(rf"(?<![{letter}])(?P<term>{forms})(?![{letter}])", re.I), by_form


def _any_spelling(form: str) -> str:
    """A pattern for a form with white space of any kind and every dotted letter with or without its dot."""
    spaced = r"\s{1,2}".join(re.escape(word) for word in form.split())
    return _DOTTED.sub(lambda match: f"(?:{match[1]}{_NUKTA}?|{_ONE_SIGN[match[1]]})", spaced)


_ONE_SIGN: Final = dict(zip("कखगजडढफ", "\u0958\u0959\u095a\u095b\u095c\u095d\u095e", strict=True))


def _folded(form: str) -> str:
    """A form in small letters, without dots under letters, with single spaces."""
    return " ".join(unicodedata.normalize("NFD", form).replace(_NUKTA, "").lower().split())
