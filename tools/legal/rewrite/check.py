"""Whether the document bears out a sentence that a language model wrote; one that fails is struck, with the reason.

Figures must stand in the facts that the sentence names, names anywhere in the facts, decisions in the outcome. What
the check cannot see: who did what to whom, when both names are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tools.legal.law.acts import acts_in
from tools.legal.rewrite.decisions import (
    Decision,
    addresses_the_reader,
    decisions_in,
    decisions_of,
    denies,
    gives_orders,
    says_not,
    tells_the_past,
)
from tools.legal.rewrite.evidence import (
    KEY_SENTENCES,
    OUTCOME,
    SECTIONS,
    Evidence,
    of_facts,
    of_key,
    of_sentences,
    together,
)
from tools.legal.rewrite.figures import Figure, figures_in
from tools.legal.rewrite.names import names_in, words_in
from tools.legal.rewrite.words import CAPITALS, FIRST_WORDS, things_in
from tools.legal.types import Extract, KeySentence, Language

LONGEST: Final = 500  # characters of a simple sentence, and more
OWN_SCRIPT: Final = 0.6  # share of the letters that are of the language's script
REASONS: Final[dict[str, tuple[str, str]]] = {
    "unsupported": ("No fact of the document supports it.", "काग़ज़ की कोई बात इसका सबूत नहीं देती।"),
    "long": ("It is too long for one sentence.", "यह एक वाक्य के लिए बहुत लंबा है।"),
    "script": ("It is not in English.", "यह हिन्दी में नहीं है।"),
    "order": ("It gives orders or speaks to the reader.", "यह पढ़ने वाले को हुक्म देता है।"),
    "date": ("The date {shown} is not in the facts that it names.", "तारीख़ {shown} इन बातों में नहीं है।"),
    "time": ("The time {shown} is not in the facts that it names.", "समय {shown} इन बातों में नहीं है।"),
    "number": ("The number {shown} is not in the facts that it names.", "संख्या {shown} इन बातों में नहीं है।"),
    "section": ("The document does not name section {shown} of this act.", "काग़ज़ में इस क़ानून की धारा {shown} नहीं है।"),
    "act": ("The document does not name the act {shown}.", "काग़ज़ में क़ानून {shown} का नाम नहीं है।"),
    "name": ("The name {shown} is not in the document's facts.", "नाम {shown} काग़ज़ की बातों में नहीं है।"),
    "decision": ("The document does not state this decision.", "काग़ज़ में यह फ़ैसला नहीं लिखा है।"),
    "flip": ("The document states the opposite decision.", "काग़ज़ में इसका उल्टा फ़ैसला लिखा है।"),
    "denies": ("It denies what the document does not deny.", "यह उस बात से मना करता है जिससे काग़ज़ मना नहीं करता।"),
    "affirms": ("It leaves out a “not” of the document.", "काग़ज़ में “नहीं” है, इसमें नहीं।"),
}  # fmt: skip
_SHOWN_AS: Final = {"month_day": "date", "month": "date"}
_PROSE: Final = frozenset({"conditions", "directions", "relief_asked"})  # facts that are sentences themselves


@dataclass(frozen=True)
class Source:
    """A document and the key sentences that the model was shown, by tag ("s1")."""

    extract: Extract
    passages: dict[str, KeySentence]

    def evidence(self, tag: str) -> Evidence | None:
        """What the document states under `tag`; None for a tag that it does not have."""
        if tag in self.passages:
            return of_sentences([self.passages[tag]])
        return of_key(self.extract, tag)

    def everything(self) -> Evidence:
        """All facts, sections and passages: where a name may stand."""
        extract = self.extract
        others = [part for key in (SECTIONS, OUTCOME) if (part := of_key(extract, key))]
        facts = [*extract.facts.values(), *([extract.next_date] if extract.next_date else [])]
        return together([of_facts(facts), *others, of_sentences(self.passages.values())])


def struck(text: str, tags: Sequence[str], source: Source, language: Language) -> str:
    """Why the document does not bear out `text`, in one sentence of `language`; empty when it does."""
    everything = source.everything()
    if found := form_reason(text, language, everything):
        return found
    parts = {tag: part for tag in tags if (part := source.evidence(tag))}
    if not parts:
        return reason("unsupported", language)
    known = together([*parts.values(), *filter(None, [source.evidence(SECTIONS)])])
    figures = figures_in(text)
    checks = (
        figure_reason(figures, known, language),
        act_reason(text, known, language),
        name_reason(text, figures, everything, language),
        _decision_reason(text, parts, source, language),
        _denial_reason(text, parts, source, language),
    )
    if found := next(filter(None, checks), ""):
        return found
    supported = any(_supports(text, figures, tag, part, source) for tag, part in parts.items())
    return "" if supported else reason("unsupported", language)


def reason(key: str, language: Language, shown: str = "") -> str:
    """The reason `key` in words."""
    return REASONS[key][language == "hi"].format(shown=shown)


def form_reason(text: str, language: Language, known: Evidence | None = None) -> str:
    """What is wrong with the sentence itself, whatever the document says."""
    if len(text) > LONGEST:
        return reason("long", language)
    if gives_orders(text) or addresses_the_reader(text):
        return reason("order", language)
    return "" if _own_script(text, language, known) else reason("script", language)


def figure_reason(figures: Iterable[Figure], known: Evidence, language: Language) -> str:
    """The first figure that the evidence does not state."""
    for figure in figures:
        if not known.has(figure):
            return reason(_SHOWN_AS.get(figure.kind, figure.kind), language, figure.shown)
    return ""


def act_reason(text: str, known: Evidence, language: Language) -> str:
    """The first act that the evidence does not name."""
    for mention in acts_in(text):
        if mention.code not in known.acts:
            return reason("act", language, text[mention.start : mention.end])
    return ""


def name_reason(text: str, figures: Iterable[Figure], known: Evidence, language: Language) -> str:
    """The first name that the evidence does not hold in either script."""
    taken = [(mention.start, mention.end) for mention in acts_in(text)]
    taken += [(figure.start, figure.end) for figure in figures]
    for name in names_in(text, taken):
        if not known.has_name(name):
            return reason("name", language, name)
    return ""


def _decision_reason(text: str, parts: dict[str, Evidence], source: Source, language: Language) -> str:
    """A decision must be the outcome's own; an earlier one may be told when a quoted sentence tells it too."""
    decided = decisions_of(source.extract.outcome)
    if "sentence" in source.extract.facts:
        decided |= {Decision("guilt", True)}
    told = frozenset(each for part in parts.values() for line in part.texts for each in decisions_in(line))
    for decision in decisions_in(text) - decided:
        if tells_the_past(text) and decision in told and source.extract.kind == "order":
            continue
        opposite = Decision(decision.topic, not decision.yes) in decided
        return reason("flip" if opposite else "decision", language)
    return ""


def _denial_reason(text: str, parts: dict[str, Evidence], source: Source, language: Language) -> str:
    """Whether a sentence that says again what the document says in prose turns it round."""
    if any(tag not in _PROSE and tag not in source.passages for tag in parts):
        return "" if not denies(text) or _may_deny(parts, source) else reason("denies", language)
    lines = [line for part in parts.values() for line in part.texts if line]
    if denies(text) and not any(map(denies, lines)):
        return reason("denies", language)
    turned = (not denies(text) and all(map(denies, lines))) or (not says_not(text) and all(map(says_not, lines)))
    return reason("affirms", language) if lines and turned else ""


def _may_deny(parts: dict[str, Evidence], source: Source) -> bool:
    """Whether something that the sentence names says no: its own words, or a decision against the one who asked."""
    refused = OUTCOME in parts and any(not each.yes for each in decisions_of(source.extract.outcome))
    return refused or any(denies(line) for part in parts.values() for line in part.texts)


def _supports(text: str, figures: Sequence[Figure], tag: str, part: Evidence, source: Source) -> bool:
    """Whether the sentence says what this part of the document says, at least in a figure, a name or a thing."""
    if tag == OUTCOME and decisions_in(text) & decisions_of(source.extract.outcome):
        return True
    if any(part.has(figure) for figure in figures) or any(part.has_name(name) for name in names_in(text)):
        return True
    if tag == SECTIONS and any(mention.code in part.acts for mention in acts_in(text)):
        return True
    return _shared(words_in(text), part)


def _shared(words: Sequence[str], part: Evidence) -> bool:
    """Whether words and evidence speak of the same: of two things or words, of one where the evidence has no more."""
    known = _long_words(part.words)
    shared = len(things_in(words) & part.things) + len(_long_words(words) & known)
    named = sum(len(word) > 3 and part.has_name(word) for word in set(words) - known)
    return shared + named >= min(2, max(1, len(part.things)))


def _long_words(words: Iterable[str]) -> frozenset[str]:
    """Words that say something by themselves, in lower case; names and things are counted apart."""
    return frozenset(word.lower() for word in words if len(word) > 4 and word.lower() not in CAPITALS | FIRST_WORDS)


def _own_script(text: str, language: Language, known: Evidence | None) -> bool:
    """Whether most letters are of the language's script; words that the evidence writes in another do not count."""
    own = other = 0
    for word in words_in(text):
        if word[0].isascii() == (language == "en"):
            own += len(word)
        elif known is None or word.lower() not in known.words:
            other += len(word)
    foreign = sum(letter.isalpha() and not letter.isascii() and not "\u0900" <= letter <= "\u097f" for letter in text)
    return own > 0 and own >= OWN_SCRIPT * (own + other + foreign)


def public_tags(tags: Iterable[str], source: Source) -> tuple[str, ...]:
    """The tags as the summary keeps them: facts by their key, every quoted sentence as one."""
    known = [KEY_SENTENCES if tag in source.passages else tag for tag in tags if source.evidence(tag)]
    return tuple(dict.fromkeys(known))
