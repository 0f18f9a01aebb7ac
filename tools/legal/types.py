"""What the legal summariser hands around: facts with their proof, sections, the outcome, a summary. Loads no model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from tools.documents.types import Box

Language = Literal["en", "hi"]  # ISO 639-1
Script = Literal["en", "hi", "mixed"]  # what a document is mostly written in
Kind = Literal["fir", "order", "other"]
Status = Literal["summarised", "unreadable"]
Use = Literal["charged", "cited"]  # what the case is about, or merely mentioned
OutcomeKind = Literal[
    "bail_granted", "bail_refused", "anticipatory_bail_granted", "anticipatory_bail_refused", "bail_cancelled",
    "allowed", "partly_allowed", "dismissed", "dismissed_withdrawn", "dismissed_default", "infructuous", "disposed",
    "convicted", "acquitted", "partly_convicted", "sentenced", "discharged", "quashed", "quash_refused", "set_aside",
    "remanded", "custody_remand", "notice_issued", "stay_granted", "stay_refused", "adjourned", "reserved",
    "charges_framed", "cognizance_taken", "compromise",
]  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """Something that the document states.

    `key` is one of `tools.legal.keys`; `value` is the normal form: dates as ISO 8601, times as HH:MM, digits in ASCII,
    names and sentences as written. `quote` stands verbatim in the text of page `page` (from 1), and `boxes` are where
    the value is printed. `label` is the printed label, verbatim, when there is one: it stands in for the quote of a
    value that is masked. `uncertain` marks a value with a number of a scan that was read in two ways. A fact with
    several values (accused, counsel…) has them as `items`, each with its own proof; `value` then joins them by "; ".
    """

    key: str
    value: str
    page: int
    quote: str
    boxes: tuple[Box, ...] = ()
    label: str = ""
    uncertain: bool = False
    items: tuple[Fact, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Value, page and quote; `items` and `uncertain` where there are any."""
        found: dict[str, Any] = {"value": self.value, "page": self.page, "quote": self.quote}
        if self.uncertain:
            found["uncertain"] = True
        if self.items:
            found["items"] = [item.to_dict() for item in self.items]
        return found


@dataclass(frozen=True)
class SectionMention:
    """A section of an act that the document names.

    `act` is the short name of `tools.legal.law.acts` ("IPC", "BNS", "NDPS Act"…), or the act as written when it is not
    one of them; `section` is as in the act, without spaces: "303(2)", "498A".
    """

    act: str
    section: str
    page: int
    quote: str
    boxes: tuple[Box, ...] = ()
    use: Use = "charged"
    uncertain: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a court decided, with the words that say so. `also` are further outcomes of the same order."""

    kind: OutcomeKind
    page: int
    quote: str
    boxes: tuple[Box, ...] = ()
    also: tuple[Outcome, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Kind, page and quote."""
        found: dict[str, Any] = {"kind": self.kind, "page": self.page, "quote": self.quote}
        if self.also:
            found["also"] = [other.to_dict() for other in self.also]
        return found


@dataclass(frozen=True)
class KeySentence:
    """A sentence of the document, in its own words; `text` stands on page `page` but for its line breaks."""

    text: str
    page: int
    boxes: tuple[Box, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Text and page."""
        return {"text": self.text, "page": self.page}


@dataclass(frozen=True)
class SummarySentence:
    """One sentence of the summary and the keys of the facts that it says; never without any.

    `struck` says why a sentence that a language model wrote is not believed; empty for one that is.
    """

    text: str
    facts: tuple[str, ...]
    struck: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Text and fact keys."""
        found: dict[str, Any] = {"text": self.text, "facts": list(self.facts)}
        if self.struck:
            found["struck"] = self.struck
        return found


@dataclass(frozen=True)
class Clock:
    """The charge-sheet clock: `days` (60, 90 or 180) from the first remand; after it bail is due "by default".

    `start` is the date of the first remand or arrest as the document states it, None when it states none; `due` is the
    last day to file, `bail_from` the day from which default bail may be asked for. `rule` names and quotes the
    provision, `reason` says in one sentence of each language why it is so many days. Where the law may be read in two
    ways, or a fact is missing, `other_days` is the other number and `other_due` its last day.
    """

    days: int
    start: date | None
    due: date | None
    bail_from: date | None
    rule: str
    rule_text: str
    reason: Mapping[Language, str]
    section: str
    other_days: int | None = None
    other_due: date | None = None


@dataclass(frozen=True)
class Extract:
    """Everything that was read out of one document; made in a worker process, without any model.

    `outcome` and `next_date` are for orders; `sensitive` says whether the law forbids naming the victim (BNS 72,
    POCSO 23, JJ Act 74), and `victims` are the names to cover then, as written.
    """

    kind: Kind
    language: Script
    facts: Mapping[str, Fact]
    sections: tuple[SectionMention, ...] = ()
    outcome: Outcome | None = None
    next_date: Fact | None = None
    key_sentences: tuple[KeySentence, ...] = ()
    sensitive: bool = False
    victims: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())
