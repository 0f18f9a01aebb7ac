"""Compares what was read out of a fictional document with its truth, fact by fact, and prints the tables.

Numbers and dates must be the same; names and sentences alike. Knows no document and no reader.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from tests.fiction.types import Specimen, Truth, Value
from tools.documents.types import Document
from tools.legal.dates import ascii_digits
from tools.legal.keys import KEYS
from tools.legal.types import Extract, Fact

ALIKE = 90.0  # of 100, for words as written
WITHIN = 88.0  # of 100, for a truth that may stand inside a longer answer
EXACT = ("date", "time", "number", "money")
LOOSE = frozenset(
    ("court", "case_type", "bench", "petitioner", "respondent", "petitioner_counsel", "respondent_counsel", "accused",
     "property", "conditions", "sentence", "money", "compliance", "next_purpose", "place", "complainant_address",
     "story", "investigating_officer", "investigating_officer_rank", "officer_in_charge")
)  # fmt: skip
"""Keys whose answer may have more words around the truth: titles before names, the whole sentence of a condition."""
PRESENCE = frozenset(("accused_unknown",))
MORE_IS_FINE = frozenset(("sentence", "compliance", "conditions", "property"))
"""Lists that may hold more than the truth, which names the main ones: not a term in default of the fine, say."""


@dataclass
class Tally:
    """Counts of one key or of all: right, wrong (something else), missed (nothing), invented (not in the document)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    invented: int = 0


@dataclass
class Scores:
    """Everything that was counted over the documents so far; `remarks` say what went wrong where."""

    keys: dict[str, Tally] = field(default_factory=dict)
    sections: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    quotes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def add(self, specimen: Specimen, document: Document, extract: Extract) -> None:
        """Count one document."""
        truth = specimen.truth
        self.kinds["right" if extract.kind == truth.kind else "wrong"] += 1
        if extract.kind != truth.kind:
            self.remarks.append(f"{specimen.name}: kind {extract.kind}")
        self._facts(specimen.name, truth, extract.facts)
        self._sections(specimen.name, truth, extract)
        if truth.outcomes:
            found = extract.outcome.kind if extract.outcome else None
            self.outcomes["right" if found in truth.outcomes else "missed" if found is None else "wrong"] += 1
            if found not in truth.outcomes:
                self.remarks.append(f"{specimen.name}: outcome {found}, not {truth.outcomes[0]}")
        self._quotes(specimen.name, document, extract)

    def failed(self, specimen: Specimen, why: str) -> None:
        """Count a document that could not be read: all its facts are missed."""
        self.kinds["unreadable"] += 1
        self.remarks.append(f"{specimen.name}: {why}")
        self._facts(specimen.name, specimen.truth, {})

    def _facts(self, name: str, truth: Truth, facts: Mapping[str, Fact]) -> None:
        for key in {*truth.facts, *facts}:
            tally = self.keys.setdefault(key, Tally())
            wanted, found = truth.facts.get(key), facts.get(key)
            if wanted is None:
                if not _tolerated(key, truth, found):
                    tally.invented += 1
                    self.remarks.append(f"{name}: {key} invented: {found.value if found else ''!r}")
            elif found is None:
                tally.missed += 1
                self.remarks.append(f"{name}: {key} missed: {wanted!r}")
            elif same(key, wanted, found):
                tally.right += 1
            else:
                tally.wrong += 1
                self.remarks.append(f"{name}: {key} wrong: {found.value!r}, not {wanted!r}")

    def _sections(self, name: str, truth: Truth, extract: Extract) -> None:
        wanted = {(one.act, one.number) for one in truth.sections}
        found = {(one.act, one.section) for one in extract.sections}
        self.sections["right"] += len(wanted & found)
        self.sections["missed"] += len(wanted - found)
        self.sections["invented"] += len(found - wanted)
        if wanted != found:
            self.remarks.append(f"{name}: sections missed {sorted(wanted - found)}, invented {sorted(found - wanted)}")
        uses = {(one.act, one.section): one.use for one in extract.sections}
        for section in truth.sections:
            if (section.act, section.number) in uses:
                self.sections["use right" if uses[section.act, section.number] == section.use else "use wrong"] += 1

    def _quotes(self, name: str, document: Document, extract: Extract) -> None:
        pages = {page.number: page.text for page in document.pages}
        for where, page, quote in quotes_of(extract):
            fine = bool(quote) and quote in pages.get(page, "")
            self.quotes["found" if fine else "lost"] += 1
            if not fine:
                self.remarks.append(f"{name}: quote of {where} is not on page {page}: {quote!r}")


def quotes_of(extract: Extract) -> Iterable[tuple[str, int, str]]:
    """Every quote with what it proves and its page."""
    for fact in extract.facts.values():
        for one in (fact, *fact.items):
            yield one.key, one.page, one.quote
    for section in extract.sections:
        yield f"section {section.section}", section.page, section.quote
    if extract.outcome:
        for outcome in (extract.outcome, *extract.outcome.also):
            yield "outcome", outcome.page, outcome.quote


def same(key: str, wanted: Value, found: Fact) -> bool:
    """Whether the answer is the truth; of a list, whether each has its partner on the other side."""
    if key in PRESENCE:
        return True
    if isinstance(wanted, tuple):
        answers = [item.value for item in found.items] or [found.value]
        complete = all(any(alike(key, one, answer) for answer in answers) for one in wanted)
        return complete and (
            key in MORE_IS_FINE or all(any(alike(key, one, answer) for one in wanted) for answer in answers)
        )
    return alike(key, wanted, found.value)


def alike(key: str, wanted: str, found: str) -> bool:
    """Whether two values of `key` say the same."""
    if KEYS[key].shape in EXACT:
        return number(wanted) == number(found)
    one, other = folded(wanted), folded(found)
    if fuzz.ratio(one, other) >= ALIKE:
        return True
    return key in LOOSE and len(one) <= len(other) and fuzz.partial_ratio(one, other) >= WITHIN


def number(text: str) -> str:
    """Digits and letters alone, without leading zeros; the year of "123/2024" left out; the last ten of a telephone."""
    plain = re.sub(r"(?:/| of )(?:19|20)\d\d$", "", ascii_digits(text).strip())
    plain = re.sub(r"[^0-9A-Za-z]", "", plain).lower().lstrip("0")
    return plain[-10:] if plain.isdigit() and len(plain) == 12 and plain.startswith("91") else plain


def folded(text: str) -> str:
    """NFC, lower case, ASCII digits, punctuation and spaces as one space."""
    plain = ascii_digits(unicodedata.normalize("NFC", text)).casefold()
    return " ".join(re.sub(r"[^\w\u0900-\u0963]+|_", " ", plain).split())


def _tolerated(key: str, truth: Truth, found: Fact | None) -> bool:
    wanted = truth.tolerated.get(key)
    return wanted is not None and (not wanted or (found is not None and same(key, wanted, found)))


def table(scores: Scores) -> None:
    """Right, wrong, missed and invented by key, and the totals."""
    print(f"{'fact':<30}{'right':>7}{'wrong':>7}{'missed':>8}{'invented':>10}{'share right':>13}")
    order = [key for key in KEYS if key in scores.keys]
    for key in order:
        tally = scores.keys[key]
        print(f"{key:<30}{tally.right:>7}{tally.wrong:>7}{tally.missed:>8}{tally.invented:>10}{_share(tally):>12.1f} %")
    total = Tally(
        *(
            sum(getattr(tally, name) for tally in scores.keys.values())
            for name in ("right", "wrong", "missed", "invented")
        )
    )
    print(f"{'all':<30}{total.right:>7}{total.wrong:>7}{total.missed:>8}{total.invented:>10}{_share(total):>12.1f} %")
    counts = scores.sections
    precision = counts["right"] / max(1, counts["right"] + counts["invented"])
    recall = counts["right"] / max(1, counts["right"] + counts["missed"])
    uses = counts["use right"] + counts["use wrong"]
    print(f"sections: precision {100 * precision:.1f} %, recall {100 * recall:.1f} %")
    print(f"charged or merely cited: {counts['use right']} of {uses} right")
    if scores.outcomes:
        print(f"outcomes: {dict(scores.outcomes)}")
    quotes = scores.quotes
    print(f"quotes on their page: {quotes['found']} of {quotes['found'] + quotes['lost']} (bar: all)")
    print(f"kind of document: {dict(scores.kinds)}")


def _share(tally: Tally) -> float:
    """Right among all that is stated or was answered, in per cent."""
    return 100 * tally.right / max(1, tally.right + tally.wrong + tally.missed + tally.invented)
