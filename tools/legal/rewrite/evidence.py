"""What the document bears out, gathered once from some of its texts: figures, names, things. Knows no sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from tools.legal.law.acts import acts_in
from tools.legal.law.table import row
from tools.legal.rewrite.decisions import gives_orders
from tools.legal.rewrite.figures import Figure, figures_in
from tools.legal.rewrite.names import skeletons, sounds_of, words_in
from tools.legal.rewrite.words import things_in
from tools.legal.summary.sentences_en import DECIDED as DECIDED_EN
from tools.legal.summary.sentences_hi import DECIDED as DECIDED_HI
from tools.legal.types import Extract, Fact, KeySentence, Outcome

# tags that are no key of a fact: the outcome, the next date, the sections, a key sentence
OUTCOME, NEXT_DATE, SECTIONS, KEY_SENTENCES = "outcome", "next_date", "sections", "key_sentences"
MOST_COUNTED: Final = 60


@dataclass(frozen=True)
class Evidence:
    """Texts of the document and what they state; `counts` are numbers of things that were counted in it."""

    texts: tuple[str, ...]
    sections: frozenset[tuple[str, str]] = frozenset()
    counts: frozenset[Decimal] = frozenset()

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the texts."""
        return tuple(figure for text in self.texts for figure in figures_in(text))

    @cached_property
    def dates(self) -> frozenset[str]:
        """Dates as ISO 8601."""
        return frozenset(figure.value for figure in self.figures if figure.kind == "date")

    @cached_property
    def names(self) -> frozenset[str]:
        """Skeletons of all words."""
        return frozenset(sound for text in self.texts for sound in skeletons(text))

    @cached_property
    def words(self) -> frozenset[str]:
        """All words in lower case."""
        return frozenset(word.lower() for text in self.texts for word in words_in(text))

    @cached_property
    def things(self) -> frozenset[int]:
        """What the texts speak of."""
        return things_in(sorted(self.words))

    @cached_property
    def acts(self) -> frozenset[str]:
        """Short names of the acts that the texts or the sections name."""
        named = {mention.code for text in self.texts for mention in acts_in(text)}
        return frozenset(named | {act for act, _ in self.sections})

    def has(self, figure: Figure) -> bool:
        """Whether the texts state this figure."""
        match figure.kind:
            case "date":
                return figure.value in self.dates
            case "month_day":
                return self._states(figure) or any(date[5:] == figure.value for date in self.dates)
            case "month":
                return self._states(figure) or any(date[:7] == figure.value for date in self.dates)
            case "time":
                return any(_same_time(figure.value, other.value) for other in self.figures if other.kind == "time")
            case "section":
                return self._has_section(figure.value)
        return self._has_number(figure)

    def has_name(self, name: str) -> bool:
        """Whether a word of the texts sounds like `name`."""
        return bool(sounds_of(name) & self.names) or name.lower() in self.words

    def _states(self, figure: Figure) -> bool:
        return any((other.kind, other.value) == (figure.kind, figure.value) for other in self.figures)

    def _has_section(self, value: str) -> bool:
        """The same section of the same act; a sentence may name it without act or without its clause."""
        act, _, number = value.rpartition(" ")
        stated = {tuple(other.value.rpartition(" ")[::2]) for other in self.figures if other.kind == "section"}
        for known_act, known in {*self.sections, *stated}:
            same_act = not act or not known_act or act == known_act
            if same_act and (known == number or known.partition("(")[0] == number):
                return True
        return False

    def _has_number(self, figure: Figure) -> bool:
        value = Decimal(figure.value)
        if value in self.counts and figure.unit == "":
            return True
        return any(
            abs(other - value) <= figure.rounded and (not figure.unit or not unit or figure.unit == unit)
            for other, unit in self._numbers
        )

    @cached_property
    def _numbers(self) -> frozenset[tuple[Decimal, str]]:
        """All numbers with their units, and those that dates and sections are made of."""
        found: set[tuple[Decimal, str]] = set()
        for figure in self.figures:
            if figure.kind == "number":
                found.add((Decimal(figure.value), figure.unit))
            elif figure.kind in ("date", "month"):
                found.add((Decimal(figure.value[:4]), "year"))
                if figure.kind == "date":
                    found.add((Decimal(figure.value[8:]), "date"))
        return frozenset(found)


def of_key(extract: Extract, key: str) -> Evidence | None:
    """What the document states under one tag; None when it states nothing there."""
    if key == SECTIONS:
        return _of_sections(extract) if extract.sections else None
    if key == OUTCOME:
        return _of_outcome(extract.outcome) if extract.outcome else None
    fact = (extract.next_date if key == NEXT_DATE else None) or extract.facts.get(key)
    return of_facts([fact]) if fact else None


def of_facts(facts: Iterable[Fact]) -> Evidence:
    """What these facts state: their values, quotes and items, and how many items there are.

    A text that speaks to a program states nothing.
    """
    texts: list[str] = []
    counts: set[Decimal] = set()
    for fact in facts:
        texts += [fact.value, fact.quote]
        for item in fact.items[:MOST_COUNTED]:
            texts += [item.value, item.quote]
        if len(fact.items) > 1:
            counts.add(Decimal(len(fact.items)))
    return Evidence(tuple(text for text in texts if not gives_orders(text)), counts=frozenset(counts))


def of_sentences(sentences: Iterable[KeySentence]) -> Evidence:
    """What sentences of the document state."""
    return Evidence(tuple(sentence.text for sentence in sentences))


def together(parts: Iterable[Evidence]) -> Evidence:
    """All parts as one."""
    found = list(parts)
    return Evidence(
        tuple(text for part in found for text in part.texts),
        frozenset(section for part in found for section in part.sections),
        frozenset(count for part in found for count in part.counts),
    )


def _of_outcome(outcome: Outcome) -> Evidence:
    """The court's words, and the portal's own for the same decision in both languages."""
    texts: list[str] = []
    for each in (outcome, *outcome.also):
        texts += [each.quote, DECIDED_EN[each.kind][-1], DECIDED_HI[each.kind][-1]]
    return Evidence(tuple(texts))


def _of_sections(extract: Extract) -> Evidence:
    mentions = extract.sections
    sections = frozenset((mention.act, mention.section) for mention in mentions)
    texts = [mention.quote for mention in mentions]
    for act, section in sections:  # what the sections are about is law, not a stranger's text
        if found := row(act, section):
            texts += [found.offence_en, found.offence_hi]
    return Evidence(tuple(dict.fromkeys(texts)), sections, frozenset({Decimal(len(sections))}))


def _same_time(one: str, other: str) -> bool:
    """Whether two times agree; one with a question mark leaves the half of the day open."""
    if one.endswith("?") or other.endswith("?"):
        return _on_the_dial(one) == _on_the_dial(other)
    return one == other


def _on_the_dial(value: str) -> tuple[int, str]:
    hour, _, minute = value.rstrip("?").partition(":")
    return int(hour) % 12, minute
