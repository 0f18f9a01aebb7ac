"""The values that every summary takes from an extract: names, dates, times, sums, sections, each with its fact keys.

A fact that is missing, masked or not of its form has no value, so its sentence is left out or shortened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Final

from tools.legal.keys import KEYS
from tools.legal.summary import sentences_en, sentences_hi
from tools.legal.summary.names import MASK, NameWriter
from tools.legal.summary.offences import offences, sections
from tools.legal.summary.spoken import listed, spoken_date, spoken_money, spoken_time
from tools.legal.summary.template import Value
from tools.legal.types import Extract, Fact, Language

_STATION: Final = re.compile(
    r"^(?:police\s+station|p\.?\s?s\.?|thana|थाना)\s*[:,-]?\s+|\s*,?\s*(?:police\s+station|p\.\s?s\.|थाना)$", re.I
)
_LEADING_ZEROS: Final = re.compile(r"^0+(?=\d)")
_COUNT_OF_OTHERS: Final = re.compile(r"^(?:&|and|एवं|व)?\s*(?:anr|ors|others?|another|अन्य|other)\.?$", re.I)


@dataclass
class Facts:
    """One extract, asked for values in one language."""

    extract: Extract
    names: NameWriter
    language: Language

    @property
    def words(self) -> ModuleType:
        """The sentences of the language."""
        return sentences_hi if self.language == "hi" else sentences_en

    def get(self, key: str) -> Fact | None:
        """The fact `key` when it states something."""
        fact = self.extract.facts.get(key)
        return fact if fact and fact.value.strip() else None

    def texts(self, key: str) -> list[str]:
        """The values of a fact one by one."""
        fact = self.get(key)
        return [item.value.strip() for item in (fact.items or (fact,)) if item.value.strip()] if fact else []

    def text(self, key: str) -> str:
        """A value as it is, for numbers; empty when it is missing or masked."""
        fact = self.get(key)
        return fact.value.strip() if fact and MASK not in fact.value else ""

    def date(self, key: str) -> str:
        """A date written out; empty without one."""
        return spoken_date(self.text(key), self.language)

    def time(self, key: str) -> str:
        """A time of day written out; empty without one."""
        return spoken_time(self.text(key), self.language)

    def name(self, key: str) -> Value | None:
        """The first name of a fact; one that is masked stays so."""
        texts = self.texts(key)
        return self.named(texts[:1], (key,)) if texts else None

    def people(self, key: str, most: int = 4) -> Value | None:
        """All names of a fact as one list."""
        return self.named([text for text in self.texts(key) if not _COUNT_OF_OTHERS.match(text)], (key,), most)

    def named(self, texts: Iterable[str], keys: tuple[str, ...], most: int = 4) -> Value | None:
        """`texts` as names of the summary's language."""
        written = list(dict.fromkeys(self._written(text) for text in texts))
        if not written:
            return None
        first = listed([name for name, _ in written], self.language, most, people=True)
        later = listed([name for _, name in written], self.language, most, people=True)
        return Value(first, keys, later)

    def _written(self, text: str) -> tuple[str, str]:
        if not text.replace(MASK, "").strip(" ,.;"):
            return self.words.HIDDEN_PERSON, self.words.HIDDEN_PERSON
        name = self.names.write(text)
        return name.first, name.later


def plain_values(facts: Facts) -> dict[str, Value]:
    """Every value that says one fact: dates, times, sums, numbers, and the sections."""
    found: dict[str, Value] = {}
    for key in KEYS.values():
        if key.shape == "date":
            said = facts.date(key.key)
        elif key.shape == "time":
            said = facts.time(key.key)
        elif key.shape == "money":
            said = spoken_money(facts.text(key.key), facts.language)
        elif key.shape == "number":
            said = facts.text(key.key)
        else:
            continue
        if said:
            found[key.key] = Value(said, (key.key,))
    mentions = facts.extract.sections
    if said := sections(mentions, facts.language):
        found["sections"] = Value(said, ("sections",))
    if said := offences(mentions, facts.language):
        found["offences"] = Value(said, ("sections",))
    if number := fir_number(facts):
        found["fir_number"] = number
    if station := facts.get("police_station"):
        bare = _STATION.sub("", station.value.strip()) or station.value.strip()
        name = facts.names.write(bare)
        found["police_station"] = Value(name.first, ("police_station",), name.later)
    return found


def fir_number(facts: Facts) -> Value | None:
    """The FIR number without leading zeros, with its year."""
    number = _LEADING_ZEROS.sub("", facts.text("fir_number"))
    if not number:
        return None
    year = facts.text("year")
    if year and "/" not in number:
        return Value(f"{number}/{year}", ("fir_number", "year"))
    return Value(number, ("fir_number",))
