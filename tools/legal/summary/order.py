"""What the summary of a court's paper takes from its facts: parties, what was asked, conditions, sums, next date."""

from __future__ import annotations

import re
from typing import Final

from tools.legal.money import plain_amount, sums_in
from tools.legal.summary.fir import clock_values
from tools.legal.summary.names import MASK
from tools.legal.summary.plain_words import all_plain, plain
from tools.legal.summary.punishments import imprisonment, span, sureties
from tools.legal.summary.spoken import listed, spoken_date, spoken_money
from tools.legal.summary.template import Value
from tools.legal.summary.values import Facts, plain_values
from tools.legal.types import Clock, OutcomeKind

_STATE: Final = re.compile(
    r"\bstate\b|union of india|\bgovt\b|government|\bu\.?t\.? of|\bpolice\b|\bcbi\b|bureau|directorate|"
    r"राज्य|शासन|सरकार|पुलिस",
    re.I,
)
_BAIL: Final = frozenset(
    {"bail_granted", "bail_refused", "anticipatory_bail_granted", "anticipatory_bail_refused", "custody_remand"}
)
_ACCUSED: Final = frozenset({"convicted", "acquitted", "sentenced", "discharged", "charges_framed"})
_PETITIONER: Final = frozenset({"allowed", "partly_allowed", "dismissed"})
MOST_CONDITIONS: Final = 8
LONGEST_DIRECTION: Final = 260  # characters


def order_values(facts: Facts, clock: Clock | None) -> dict[str, Value]:
    """The values of an order's sentences by the names of their gaps."""
    found = plain_values(facts)
    derived = {
        "court": facts.name("court"),
        "bench": facts.people("bench", 3),
        "case_kind": _case_kind(facts),
        "petitioner": facts.people("petitioner", 3),
        "respondent": facts.people("respondent", 3),
        "relief": _relief(facts),
        "surety": _surety(facts),
        "conditions": _conditions(facts),
        "sentence": _sentence(facts),
        "money": _money(facts),
        "compliance": _compliance(facts),
        "direction": _direction(facts),
        "next_date": _next_date(facts),
        "next_purpose": _next_purpose(facts),
        **clock_values(facts, clock),
    }
    found.update({name: value for name, value in derived.items() if value})
    return found


def person(facts: Facts, kind: OutcomeKind) -> Value | None:
    """Whom the decision is about, when the parties leave no doubt: whoever is not the State, or whoever asked."""
    asking, other = facts.texts("petitioner"), facts.texts("respondent")
    if kind in _PETITIONER:
        return facts.people("petitioner", 2)
    if kind in _BAIL and asking and not _state(asking):
        return facts.people("petitioner", 2)
    if kind in _BAIL or kind in _ACCUSED:
        private = [key for key, texts in (("petitioner", asking), ("respondent", other)) if texts and not _state(texts)]
        if len(private) == 1 and (_state(asking) or _state(other)):
            return facts.people(private[0], 2)
    return None


def _state(texts: list[str]) -> bool:
    return any(_STATE.search(text) for text in texts)


def _case_kind(facts: Facts) -> Value | None:
    for key in ("case_type", "case_number"):
        if said := plain("case", facts.text(key), facts.language):
            return Value(said, (key,))
    return None


def _relief(facts: Facts) -> Value | None:
    said = plain("relief", facts.text("relief_asked"), facts.language)
    return Value(said, ("relief_asked",)) if said else None


def _surety(facts: Facts) -> Value | None:
    said = sureties(facts.text("surety"), facts.language)
    return Value(said, ("surety",)) if said else None


def _conditions(facts: Facts) -> Value | None:
    """Every condition in plain words; the sentence says how many it could not put so."""
    said: list[str] = []
    unclear = 0
    for text in facts.texts("conditions"):
        known = all_plain("condition", text, facts.language)
        said += known
        unclear += not known
    said = list(dict.fromkeys(said))
    unclear += max(len(said) - MOST_CONDITIONS, 0)
    said = said[:MOST_CONDITIONS]
    if unclear:
        said.append(_unclear(unclear, facts, alone=not said))
    joined = "; ".join(f"({number}) {text}" for number, text in enumerate(said, 1)) if len(said) > 1 else "".join(said)
    return Value(joined, ("conditions",)) if joined else None


def _unclear(count: int, facts: Facts, *, alone: bool) -> str:
    if facts.language == "hi":
        return f"{count}{'' if alone else ' और'} शर्त, जो आदेश में पढ़ें"
    return f"{count}{'' if alone else ' more'} to be read in the order"


def _sentence(facts: Facts) -> Value | None:
    said = [imprisonment(text, facts.language) for text in facts.texts("sentence")]
    found = list(dict.fromkeys(text for text in said if text))
    return Value(listed(found, facts.language), ("sentence",)) if found else None


def _money(facts: Facts) -> Value | None:
    said = []
    for text in facts.texts("money"):
        amounts = [plain_amount(found.rupees) for found in sums_in(text)] or [text]
        said += [spoken for amount in amounts if (spoken := spoken_money(amount, facts.language))]
    found = list(dict.fromkeys(said))
    return Value(listed(found, facts.language), ("money",)) if found else None


def _compliance(facts: Facts) -> Value | None:
    said = [span(text, facts.language) or spoken_date(text, facts.language) for text in facts.texts("compliance")]
    found = list(dict.fromkeys(text for text in said if text))
    return Value(listed(found, facts.language), ("compliance",)) if found else None


def _direction(facts: Facts) -> Value | None:
    """The first direction in the document's own words, when those are of the summary's language."""
    if facts.extract.language != facts.language:
        return None
    texts = [text for text in facts.texts("directions") if len(text) <= LONGEST_DIRECTION and MASK not in text]
    return Value(" ".join(texts[0].split()), ("directions",)) if texts else None


def _next_date(facts: Facts) -> Value | None:
    fact = facts.extract.next_date
    said = spoken_date(fact.value, facts.language) if fact else facts.date("next_date")
    return Value(said, ("next_date",)) if said else None


def _next_purpose(facts: Facts) -> Value | None:
    said = plain("purpose", facts.text("next_purpose"), facts.language)
    return Value(said, ("next_purpose",)) if said else None
