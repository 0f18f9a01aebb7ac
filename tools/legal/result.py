"""The answer for one file: what the page, the command line, the exports and the history all read.

It holds what was found and how; it reads no file, asks no model and knows no page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tools.documents.types import Decoding, PageSource
from tools.legal.types import (
    Clock,
    Extract,
    Fact,
    KeySentence,
    Kind,
    Language,
    Outcome,
    Script,
    SectionMention,
    Status,
    SummarySentence,
)

READ_AS: Mapping[str, Mapping[Language, str]] = {
    "text": {"en": "the file's own text", "hi": "फ़ाइल के अपने अक्षर"},
    "ocr": {"en": "a scan, read by OCR", "hi": "स्कैन, ओसीआर से पढ़ा गया"},
    "picture": {"en": "only a picture: not read", "hi": "सिर्फ़ तस्वीर: पढ़ा नहीं गया"},
    "blank": {"en": "blank", "hi": "ख़ाली"},
}
MENDED: Mapping[str, Mapping[Language, str]] = {
    "cctns": {"en": "glyph numbers of the police print decoded", "hi": "पुलिस प्रिंट के टूटे अक्षर जोड़े गए"},
    "krutidev": {"en": "old Hindi font converted", "hi": "पुराने हिन्दी फ़ॉन्ट से बदला गया"},
    "actual_text": {"en": "the file's replacement text used", "hi": "फ़ाइल में दिया पाठ लिया गया"},
}


@dataclass(frozen=True)
class PageReading:
    """How page `number` (from 1) was read, and what had to be mended in its text."""

    number: int
    source: PageSource
    decoding: Decoding = ""

    def sentence(self, language: Language) -> str:
        """How the page was read, in words."""
        told = READ_AS[self.source][language]
        return f"{told}; {MENDED[self.decoding][language]}" if self.decoding else told

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"page": self.number, "source": self.source, "decoding": self.decoding}


@dataclass(frozen=True)
class SectionCard:
    """A section that the document names, with its partner in the other code and what it is about.

    `old` and `new` are the section's numbers in the old code (IPC, CrPC, Evidence Act) and in the new one (BNS, BNSS,
    BSA), `old_act` and `new_act` empty for an act that was not replaced; `known` is False for a section that the table
    does not have. Texts are by language. `checked_against` names what the row was compared with, empty for general
    knowledge.
    """

    mention: SectionMention
    old_act: str = ""
    old: str = ""
    new_act: str = ""
    new: str = ""
    title: Mapping[Language, str] = field(default_factory=dict)
    meaning: Mapping[Language, str] = field(default_factory=dict)
    punishment: Mapping[Language, str] = field(default_factory=dict)
    cognizable: Mapping[Language, str] = field(default_factory=dict)
    bailable: Mapping[Language, str] = field(default_factory=dict)
    court: Mapping[Language, str] = field(default_factory=dict)
    checked_against: str = ""
    note: str = ""
    row_of: str = ""  # the section whose row answers, where it is not this one
    known: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; `ipc` and `bns` are null where the section has no partner in those two codes."""
        mention = self.mention
        return {
            "act": mention.act,
            "section": mention.section,
            "ipc": self.old if self.old_act == "IPC" and self.old else None,
            "bns": self.new if self.new_act == "BNS" and self.new else None,
            "page": mention.page,
            "quote": mention.quote,
            "use": mention.use,
            "uncertain": mention.uncertain,
            "old": {"act": self.old_act, "section": self.old} if self.old else None,
            "new": {"act": self.new_act, "section": self.new} if self.new else None,
            "meaning": dict(self.meaning),
        }


@dataclass(frozen=True)
class Result:
    """The answer for one file.

    `extract` is None for a file that could not be read; then `error` says why in one sentence. `pages` counts the
    file's pages and `readings` says how each was read. `code_note` says in each language whether the old or the new
    code applies and why; empty when the dates do not tell. `engine` names what wrote the summaries.
    """

    file: str
    status: Status
    error: str = ""
    kind: Kind = "other"
    language: Script = "en"
    pages: int = 0
    readings: tuple[PageReading, ...] = ()
    extract: Extract | None = None
    summary_hi: tuple[SummarySentence, ...] = ()
    summary_en: tuple[SummarySentence, ...] = ()
    cards: tuple[SectionCard, ...] = ()
    clock: Clock | None = None
    code_note: Mapping[Language, str] = field(default_factory=dict)
    engine: str = ""
    milliseconds: float = 0.0
    notes: tuple[str, ...] = ()

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The facts by key; empty for a file that could not be read."""
        return self.extract.facts if self.extract else {}

    @property
    def outcome(self) -> Outcome | None:
        """What the court decided, if the document says so."""
        return self.extract.outcome if self.extract else None

    @property
    def next_date(self) -> Fact | None:
        """The next date, if the document states one."""
        return self.extract.next_date if self.extract else None

    @property
    def key_sentences(self) -> tuple[KeySentence, ...]:
        """The document's own key sentences."""
        return self.extract.key_sentences if self.extract else ()

    def summary(self, language: Language) -> tuple[SummarySentence, ...]:
        """The summary in one language."""
        return self.summary_hi if language == "hi" else self.summary_en

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON: the command line's entry. Struck sentences are under `struck` and not in a summary."""
        struck = [s.to_dict() for s in (*self.summary_hi, *self.summary_en) if s.struck]
        return {
            "file": self.file,
            "status": self.status,
            "error": self.error or None,
            "kind": self.kind,
            "language": self.language,
            "pages": self.pages,
            "facts": {key: fact.to_dict() for key, fact in self.facts.items()},
            "sections": [card.to_dict() for card in self.cards],
            "outcome": self.outcome.to_dict() if self.outcome else None,
            "next_date": self.next_date.to_dict() if self.next_date else None,
            "summary_hi": [sentence.to_dict() for sentence in self.summary_hi if not sentence.struck],
            "summary_en": [sentence.to_dict() for sentence in self.summary_en if not sentence.struck],
            "struck": struck,
            "key_sentences": [sentence.to_dict() for sentence in self.key_sentences],
            "engine": self.engine,
            "clock": _clock(self.clock) if self.clock else None,
            "code_note": dict(self.code_note),
            "readings": [reading.to_dict() for reading in self.readings],
            "sensitive": bool(self.extract and self.extract.sensitive),
            "notes": list(self.notes),
            "milliseconds": round(self.milliseconds, 1),
        }


def _clock(clock: Clock) -> dict[str, Any]:
    dates = {"start": clock.start, "due": clock.due, "bail_from": clock.bail_from}
    return {
        "days": clock.days,
        **{name: day.isoformat() if day else None for name, day in dates.items()},
        "rule": clock.rule,
        "rule_text": clock.rule_text,
        "reason": dict(clock.reason),
        "section": clock.section,
    }
