"""What a printed report says, as plain blocks in their order: one content for the PDF and the Word file.

It takes a result as the caller shows it, so what the caller masked stays masked. Knows no paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import PurePath
from typing import Final

from tools.legal.keys import FIR, KEYS, ORDER, label
from tools.legal.report_blocks import Block, Box, Heading, Line, Table, Tone
from tools.legal.report_words import KINDS, USES, say
from tools.legal.result import PageReading, Result, SectionCard
from tools.legal.summary.sentences_en import DECIDED as DECIDED_EN
from tools.legal.summary.sentences_en import MEANS as MEANS_EN
from tools.legal.summary.sentences_hi import DECIDED as DECIDED_HI
from tools.legal.summary.sentences_hi import MEANS as MEANS_HI
from tools.legal.summary.spoken import spoken_date, spoken_money, spoken_time
from tools.legal.types import Fact, Language, Outcome

GOOD: Final = frozenset(
    {
        "bail_granted", "anticipatory_bail_granted", "acquitted", "discharged", "quashed", "allowed", "partly_allowed",
        "stay_granted", "compromise",
    }
)  # fmt: skip
BAD: Final = frozenset(
    {
        "bail_refused", "anticipatory_bail_refused", "bail_cancelled", "convicted", "sentenced", "partly_convicted",
        "custody_remand", "dismissed", "dismissed_default", "quash_refused", "stay_refused",
    }
)  # fmt: skip
STEPS: Final = ("bond", "surety", "conditions", "compliance", "fine")
LONGEST_VALUE: Final = 700  # characters of a fact in the table; the story runs over pages
LONGEST_QUOTE: Final = 500
MOST_ITEMS: Final = 25


def title(result: Result, language: Language) -> str:
    """What kind of document this is."""
    return KINDS[result.kind][language == "hi"]


def about(result: Result, language: Language, made: date) -> str:
    """The file, the day and what wrote the summary, in one line."""
    parts = [PurePath(result.file).name, say("made", language, date=spoken_date(made.isoformat(), language))]
    if result.engine:
        parts.append(say("engine", language, engine=cut(result.engine, 80)))
    return " · ".join(parts)


def blocks(result: Result, language: Language) -> Iterator[Block]:
    """The whole report but for its title, in the order of reading: the answer first, the evidence after it."""
    if result.status == "unreadable":
        yield Box(say("unreadable", language), (result.error,) if result.error else (), "bad")
        yield Line(say("aid", language))
        return
    yield from _outcome(result, language)
    yield from _summary(result, language)
    yield from _next_steps(result, language)
    yield from _facts(result, language)
    yield from _sections(result, language)
    yield from _key_sentences(result, language)
    yield from _reading(result, language)
    yield Box(say("advice", language), (say("aid", language),), "note")


def shown(fact: Fact, language: Language) -> str:
    """A fact's value as people write it: "12 March 2025", "₹25,000", "5:30 pm"; long text is cut."""
    shape = KEYS[fact.key].shape if fact.key in KEYS else "text"
    values = [_formed(item.value, shape, language) for item in (fact.items[:MOST_ITEMS] or (fact,))]
    if len(fact.items) > MOST_ITEMS:
        values.append(f"+ {len(fact.items) - MOST_ITEMS}")
    text = cut("; ".join(values), LONGEST_VALUE)
    return say("uncertain", language, value=text) if fact.uncertain else text


def cut(text: str, longest: int) -> str:
    """`text` on one line, at most `longest` characters, ending in an ellipsis when cut."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def decided(outcome: Outcome, language: Language) -> str:
    """What the court decided in one sentence, without a name."""
    return (DECIDED_HI if language == "hi" else DECIDED_EN)[outcome.kind][-1]


def _formed(value: str, shape: str, language: Language) -> str:
    match shape:
        case "date":
            return spoken_date(value, language) or value
        case "time":
            return spoken_time(value, language) or value
        case "money":
            return spoken_money(value, language) or value
    return value


def _outcome(result: Result, language: Language) -> Iterator[Block]:
    outcome = result.outcome
    if outcome is None:
        if result.kind == "order":
            yield Heading(say("outcome", language))
            yield Box(say("no_outcome", language))
        return
    means = (MEANS_HI if language == "hi" else MEANS_EN).get(outcome.kind, "")
    details = [_sentence(means)] if means else []
    for each in (outcome, *outcome.also):
        if each is not outcome:
            details.append(decided(each, language))
        details.append(say("quote", language, quote=cut(each.quote, LONGEST_QUOTE), page=each.page))
    tone: Tone = "good" if outcome.kind in GOOD else "bad" if outcome.kind in BAD else "plain"
    yield Heading(say("outcome", language))
    yield Box(decided(outcome, language), tuple(details), tone)


def _summary(result: Result, language: Language) -> Iterator[Block]:
    sentences = result.summary(language)
    kept = [sentence.text for sentence in sentences if not sentence.struck]
    yield Heading(say("says", language))
    if not kept:
        yield Line(say("no_summary", language))
    for text in kept:
        yield Line(text, bullet=True)
    if struck := len(sentences) - len(kept):
        yield Line(say("struck", language, count=struck), quiet=True)


def _next_steps(result: Result, language: Language) -> Iterator[Block]:
    yield Heading(say("next", language))
    if result.next_date:
        yield Line(_next_date(result.next_date, result.facts.get("next_purpose"), language), bullet=True)
    elif result.kind == "order":
        yield Line(say("not_stated", language), bullet=True)
    for key in STEPS:
        items = _each(result.facts.get(key))
        for number, item in enumerate(items, 1):
            name = label(key, language) + (f" {number}" if len(items) > 1 else "")
            value = shown(item, language).rstrip(". ।")
            yield Line(say("step", language, label=name, value=value, page=item.page), bullet=True)
    if result.clock:
        told = say("clock", language, days=result.clock.days, reason=result.clock.reason.get(language, ""))
        yield Line(f"{told.strip()} {_clock_dates(result, language)} ({result.clock.rule})", bullet=True)
    if result.kind == "fir":
        yield Line(say("copy", language), bullet=True)
    yield Line(say("aid", language), bullet=True)


def _each(fact: Fact | None) -> tuple[Fact, ...]:
    return () if fact is None else fact.items[:MOST_ITEMS] or (fact,)


def _next_date(fact: Fact, purpose: Fact | None, language: Language) -> str:
    when = spoken_date(fact.value, language) or fact.value
    if purpose is None:
        return say("next_date", language, date=when, page=fact.page)
    return say("next_date_for", language, date=when, purpose=cut(purpose.value, 120), page=fact.page)


def _clock_dates(result: Result, language: Language) -> str:
    clock = result.clock
    if clock is None or not (clock.start and clock.due and clock.bail_from):
        return say("clock_open", language)
    days = {"start": clock.start, "due": clock.due, "bail_from": clock.bail_from}
    return say("clock_dates", language, **{name: spoken_date(day.isoformat(), language) for name, day in days.items()})


def _facts(result: Result, language: Language) -> Iterator[Block]:
    order = (*FIR, *ORDER) if result.kind == "fir" else (*ORDER, *FIR)
    found = [result.facts[key] for key in dict.fromkeys(each.key for each in order) if key in result.facts]
    yield Heading(say("facts", language))
    if not found:
        yield Line(say("no_facts", language))
        return
    header = tuple(say(key, language) for key in ("fact", "value", "page"))
    rows = tuple((label(fact.key, language), shown(fact, language), _pages(fact)) for fact in found)
    yield Table(header, rows, (30, 60, 10))


def _pages(fact: Fact) -> str:
    return ", ".join(str(page) for page in sorted({item.page for item in (fact.items or (fact,))}))


def _sections(result: Result, language: Language) -> Iterator[Block]:
    if not result.cards:
        return
    yield Heading(say("sections", language))
    if note := result.code_note.get(language, ""):
        yield Line(note)
    header = tuple(say(key, language) for key in ("named", "old", "new", "meaning", "page"))
    yield Table(header, tuple(_row(card, language) for card in result.cards), (20, 14, 14, 42, 10))


def _row(card: SectionCard, language: Language) -> tuple[str, ...]:
    mention = card.mention
    named = f"{mention.act} {mention.section}"
    if mention.use == "cited":
        named += f" ({USES['cited'][language == 'hi']})"
    told = card.meaning.get(language) or card.title.get(language) or say("no_meaning", language)
    if punishment := card.punishment.get(language):
        stop = "।" if language == "hi" else "."
        told = f"{told.rstrip('.।')}{stop} {say('punishment', language, punishment=punishment)}"
    old = f"{card.old_act} {card.old}" if card.old else "–"
    new = f"{card.new_act} {card.new}" if card.new else "–"
    return named, old, new, told, str(mention.page)


def _key_sentences(result: Result, language: Language) -> Iterator[Block]:
    if result.key_sentences:
        yield Heading(say("key", language))
    for sentence in result.key_sentences:
        text = cut(sentence.text, LONGEST_QUOTE)
        yield Line(say("quote", language, quote=text, page=sentence.page), bullet=True)


def _reading(result: Result, language: Language) -> Iterator[Block]:
    if result.readings:
        yield Heading(say("read", language))
    for how, group in groupby(result.readings, key=lambda reading: reading.sentence(language)):
        yield Line(_range(list(group), how, language))
    if result.notes:
        yield Heading(say("notes", language))
        for note in result.notes:
            yield Line(cut(note, LONGEST_QUOTE), bullet=True)


def _range(readings: Sequence[PageReading], how: str, language: Language) -> str:
    first, last = readings[0].number, readings[-1].number
    return say("one_page" if first == last else "many_pages", language, first=first, last=last, how=how)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
