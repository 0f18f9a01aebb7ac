"""The summary of a document by template: short sentences of common words, each with the facts that it says.

Says what the extract holds and nothing else; what an outcome means and what comes next is marked as general
information. Free text is not put into another language here: that takes a model.
"""

from __future__ import annotations

from typing import Final

from models.names.types import Transliterator
from tools.legal.summary.fir import fir_values
from tools.legal.summary.names import NameWriter
from tools.legal.summary.order import order_values, person
from tools.legal.summary.template import Value, fill
from tools.legal.summary.values import Facts
from tools.legal.types import Clock, Extract, Language, Outcome, OutcomeKind, SummarySentence

_MERITS: Final[frozenset[OutcomeKind]] = frozenset(
    {"allowed", "partly_allowed", "dismissed", "dismissed_withdrawn", "dismissed_default", "infructuous", "disposed"}
)
"""What a court does with the request as a whole: of these a summary says only one, or they seem to disagree."""


def summarise(
    extract: Extract, names: Transliterator | None, language: Language, clock: Clock | None = None
) -> tuple[SummarySentence, ...]:
    """The summary in `language`; empty when the document states nothing that a sentence can be made of.

    `names` writes names for the Hindi summary; without it they stay in Latin letters. `clock` adds when the charge
    sheet is due. For a document whose victim the law protects give the masked extract (`tools.legal.privacy.mask`).
    """
    facts = Facts(extract, NameWriter(names, language), language)
    if extract.kind == "fir":
        return _fir(facts, clock)
    return _order(facts, clock)


def _fir(facts: Facts, clock: Clock | None) -> tuple[SummarySentence, ...]:
    values, told = fir_values(facts, clock), set[str]()
    words = facts.words
    groups = (*words.FIR, (words.FIR_NEXT[0],), (words.FIR_NEXT[1],), words.CLOCK)
    return tuple(sentence for group in groups if (sentence := fill(group, values, told)))


def _order(facts: Facts, clock: Clock | None) -> tuple[SummarySentence, ...]:
    values, told = order_values(facts, clock), set[str]()
    words, outcome = facts.words, facts.extract.outcome
    found = [] if outcome is None else _decided(facts, outcome, told)
    found += [fill(group, values, told) for group in (*words.ORDER, *words.ORDER_AFTER)]
    if outcome:
        proof = Value("", ("outcome",))
        meaning = Value(words.MEANS[outcome.kind], ())
        found.append(fill((words.MEANING,), {"meaning": meaning, "outcome": proof}, told))
        if outcome.kind in {"custody_remand", "bail_refused"}:
            found.append(fill(words.CLOCK, values, told))
    return tuple(sentence for sentence in found if sentence)


def _decided(facts: Facts, outcome: Outcome, told: set[str]) -> list[SummarySentence | None]:
    """What the court decided, first, and what else it decided in the same order."""
    words = facts.words
    whom = person(facts, outcome.kind)
    values = {"person": Value(whom.text, ("outcome", *whom.keys), whom.brief)} if whom else {}
    proof = {"outcome": Value("", ("outcome",))}
    found = [fill((f"{template}{{outcome}}" for template in words.DECIDED[outcome.kind]), {**values, **proof}, told)]
    on_merits = outcome.kind in _MERITS
    others = dict.fromkeys(
        other.kind for other in outcome.also if other.kind != outcome.kind and not (on_merits and other.kind in _MERITS)
    )
    for kind in others:
        also = Value(words.DECIDED[kind][-1], ())
        found.append(fill((words.ALSO,), {"also": also, **proof}, told))
    return found
