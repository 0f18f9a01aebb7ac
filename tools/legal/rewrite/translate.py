"""The document's own sentences in Hindi, by a translation model; a translation that changes what is said is struck.

A number, date, name, section or "not" that stands on one side alone changes it. Sentences in Devanagari are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from models.language.types import Translator
from tools.legal.rewrite.check import act_reason, figure_reason, form_reason, name_reason
from tools.legal.rewrite.decisions import Decision, decisions_in, denies, gives_orders, says_not
from tools.legal.rewrite.evidence import Evidence
from tools.legal.rewrite.figures import figures_in
from tools.legal.rewrite.names import names_in, words_in
from tools.legal.types import KeySentence

REASONS: Final = {
    "order": "मूल वाक्य पढ़ने वाले को हुक्म देता है।",
    "none": "मॉडल ने पूरा अनुवाद नहीं दिया।",
    "lost": "मूल वाक्य की {what} “{shown}” अनुवाद में नहीं है।",
    "not": "मूल वाक्य और अनुवाद में से एक ही में “नहीं” है।",
    "flip": "अनुवाद में फ़ैसला उल्टा है।",
    "repeats": "अनुवाद एक ही बात दोहराता है।",
}
_WHAT: Final = {"date": "तारीख़", "month_day": "तारीख़", "month": "तारीख़", "time": "समय", "section": "धारा"}
MOST_REPEATS: Final = 4
LONGEST: Final = 1_500  # characters of a sentence that is translated


@dataclass(frozen=True)
class Translated:
    """A sentence of the document and its translation; `struck` says why the translation is not believed."""

    source: KeySentence
    text: str
    struck: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Source, page and translation; the reason where it was struck."""
        found: dict[str, Any] = {**self.source.to_dict(), "translation": self.text}
        if self.struck:
            found["struck"] = self.struck
        return found


def translate_sentences(sentences: Sequence[KeySentence], translator: Translator) -> tuple[Translated, ...]:
    """The English ones of `sentences` in Hindi, in order, each checked against its own source.

    Raises
    ------
    PortalError
        The model cannot answer.
    """
    wanted = [each for each in sentences if _in_english(each.text) and len(each.text) <= LONGEST]
    translations = translator.translate([" ".join(each.text.split()) for each in wanted]) if wanted else []
    return tuple(
        Translated(source, text.strip(), struck(source.text, text))
        for source, text in zip(wanted, translations, strict=True)
    )


def struck(source: str, translation: str) -> str:
    """Why `translation` does not say what `source` says, in one Hindi sentence; empty when nothing was found."""
    if not translation.strip():
        return REASONS["none"]
    if gives_orders(source):
        return REASONS["order"]
    known, told = Evidence((source,)), Evidence((translation,))
    figures = figures_in(translation)
    checks = (
        form_reason(translation[:400], "hi"),
        _repeats(translation),
        figure_reason(figures, known, "hi"),
        act_reason(translation, known, "hi"),
        name_reason(translation, figures, known, "hi"),
        _lost(source, told),
        _turned(source, translation),
    )
    return next(filter(None, checks), "")


def _lost(source: str, told: Evidence) -> str:
    """A figure or a name of the source that the translation has lost."""
    figures = figures_in(source)
    for figure in figures:
        if not told.has(figure):
            return REASONS["lost"].format(what=_WHAT.get(figure.kind, "संख्या"), shown=figure.shown)
    for name in names_in(source, [(figure.start, figure.end) for figure in figures]):
        if len(name) > 3 and not name.isupper() and not told.has_name(name):
            return REASONS["lost"].format(what="बात", shown=name)
    return ""


def _turned(source: str, translation: str) -> str:
    """A "not" on one side alone, or a decision the other way round."""
    before, after = decisions_in(source), decisions_in(translation)
    if any(Decision(each.topic, not each.yes) in before for each in after - before):
        return REASONS["flip"]
    lost = says_not(source) and not says_not(translation)
    return REASONS["not"] if lost or denies(source) != denies(translation) else ""


def _repeats(text: str) -> str:
    """Models that lose their way say the same again and again."""
    words = words_in(text)
    triples = Counter(zip(words, words[1:], words[2:], strict=False))
    return REASONS["repeats"] if any(count >= MOST_REPEATS for count in triples.values()) else ""


def _in_english(text: str) -> bool:
    hindi = sum("\u0900" <= letter <= "\u097f" for letter in text)
    return hindi * 4 < sum(letter.isascii() and letter.isalpha() for letter in text)
