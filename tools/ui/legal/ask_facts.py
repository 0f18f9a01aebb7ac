"""What a summarised document says, as sentences of both languages for the assistant, each with its page and quote.

Also what it does not state. Covered words are covered already in the result.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tools.chat.types import Fact
from tools.legal.keys import FIR, ORDER, Key
from tools.legal.money import indian
from tools.legal.phrases import kind_name, outcome_name, say
from tools.legal.result import Result, SectionCard
from tools.legal.values import shown_value
from tools.translations import LANGUAGES, N_, Language
from tools.ui.ask import both

TOPICS: Final = {
    "petitioner_counsel": "counsel",
    "respondent_counsel": "counsel",
    "cnr": "case_number",
    "sentence": "punishment",
    "fine": "punishment",
    "offence_time_from": "offence_date_from",
    "hearing_date": "next_date",
    "next_purpose": "next_date",
    "arrest_date": "bailable",
    "directions": "outcome",
}
"""The topic of a fact that is asked for by another's name."""
SENTENCES: Final = 7  # of the summary
LISTED: Final = 6  # values of one fact that are named
STATED: Final = N_("{label}: {value}.")
UNSTATED: Final = N_("{label}: not stated in the document.")
DECIDED: Final = N_("Decision: {outcome}.")
SECTION: Final = N_("{act} {section}: {title}.")
SECTION_ALONE: Final = N_("{act} {section}.")
SECTION_NOW: Final = N_("{act} {section}: {title}; today {new}.")
PUNISHMENT: Final = N_("{act} {section}: the punishment is {punishment}.")
BAIL: Final = N_("{act} {section}: {cognizable}; {bailable}.")


def facts(result: Result) -> Iterator[Fact]:
    """The summary, every fact with its place, what is not stated, the decision, the sections."""
    yield Fact({key: f"{kind_name(result.kind, key)}." for key in LANGUAGES}, ("kind",))
    yield from _summary(result)
    if (outcome := result.outcome) is not None:
        name = {language: outcome_name(outcome.kind, language) for language in LANGUAGES}
        yield Fact(both(DECIDED, outcome=name), ("outcome", "overview"), outcome.page, outcome.quote)
    elif result.kind == "order":
        yield Fact({language: say("no_outcome", language) for language in LANGUAGES}, ("outcome",))
    keys = {"fir": FIR, "order": ORDER}.get(result.kind, ())
    for key in keys:
        yield from _fact(key, result)
    for card in result.cards:
        yield from _section(card)
    if not result.cards:
        yield Fact({language: say("no_sections", language) for language in LANGUAGES}, ("sections", "punishment"))


def _summary(result: Result) -> Iterator[Fact]:
    """Its beginning as one: its sentences differ from language to language."""
    said = {
        language: " ".join([each.text for each in result.summary(language) if not each.struck][:SENTENCES])
        for language in LANGUAGES
    }
    if all(said.values()):
        yield Fact(said, ("overview", "story"))


def _fact(key: Key, result: Result) -> Iterator[Fact]:
    topics = (TOPICS.get(key.key, key.key),)
    label = {"en": key.en, "hi": key.hi}
    found = result.facts.get(key.key)
    if found is None:
        own = TOPICS.get(key.key, "counsel") == "counsel"  # not one that is also told of by another fact
        if own and key.shape != "long" and not any(TOPICS.get(name, name) == topics[0] for name in result.facts):
            yield Fact(both(UNSTATED, label=label), topics)
        return
    if key.shape == "long":
        return
    values = [item.value for item in found.items[:LISTED]] or [found.value]
    said = {language: "; ".join(_shown(key, value, language) for value in values) for language in LANGUAGES}
    quoted = found.items[0] if found.items else found
    yield Fact(both(STATED, label=label, value=said), topics, quoted.page, quoted.quote)


def _shown(key: Key, value: str, language: Language) -> str:
    """A value as a part of a sentence: without the full stop that it may bring along."""
    told = indian(value) if key.key == "money" and value.isdigit() else shown_value(key, value, language)
    return " ".join(told.split()).rstrip(".।")


def _section(card: SectionCard) -> Iterator[Fact]:
    mention = card.mention
    place = {"act": mention.act, "section": mention.section}
    where = (mention.page, mention.quote)
    if not card.known:
        yield Fact(both(SECTION_ALONE, **place), ("sections",), *where)
        return
    title = {language: card.title.get(language, "") for language in LANGUAGES}
    new = f"{card.new_act} {card.new}" if card.new and card.new_act != mention.act else ""
    said = both(SECTION_NOW, **place, title=title, new=new) if new else both(SECTION, **place, title=title)
    yield Fact(said, ("sections",), *where)
    if card.punishment.get("en"):
        yield Fact(both(PUNISHMENT, **place, punishment=dict(card.punishment)), ("punishment",), *where)
    if card.bailable.get("en") and card.cognizable.get("en"):
        said = both(BAIL, **place, cognizable=dict(card.cognizable), bailable=dict(card.bailable))
        yield Fact(said, ("bailable",), *where)
