"""Values in their normal form, with the words that state them. Knows the forms, not the labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tools.documents.types import Page, Word
from tools.legal.dates import ascii_digits, dates_in, times_in
from tools.legal.evidence import fact_of
from tools.legal.fir.tokens import Token, joined, skeleton
from tools.legal.money import amount_of, plain_amount
from tools.legal.types import Fact

_NONE: Final = (
    "nil|na|none|no|null|not applicable|not available|not known|not stated|not mentioned"
    "|शून्य|निल|कुछ नहीं|नहीं|लागू नहीं|कोई नहीं|निरंक|hrs|hours|बजे|तास"
)
_NOTHING: Final = re.compile(rf"(?:{'|'.join(map(skeleton, _NONE.split('|')))}|x+|0+)?")
_WEEKDAY: Final = re.compile(
    r"(?:sun|mon|tues|wednes|thurs|fri|satur)day"
    r"|(?:रवि|सोम|मंगल|बुध|गुरु|गुरू|वीर|बृहस्पति|शुक्र|शनि)वार|इतवार",
    re.I,
)
_DOTTED_TIME: Final = re.compile(r"(?<![\d.])([0-2]?\d)\.([0-5]\d)(?=\s*(?:hrs?\b|बजे|घंटे|तास|वाजता))", re.I)
NUMBER: Final = r"(?:\b[A-Za-z]{1,4}[-/])?\d[\w/.-]*(?:\(\w{1,4}\))?"
LEAST_SCANNED: Final = Decimal(9)  # rupees; on a scan, a single digit is rather a misread sign of the label
_UNIT: Final = re.compile(r"\bk\.?\s?m\.?(?:\s?\(?s\)?)?(?!\w)|कि\.?\s?मी[.०0]?|किलोमीटर|मीटर|\bmet(?:er|re)s?\b", re.I)
_BEAT: Final = re.compile(r"\bbeat\b|बीट|बिट", re.I)
_LETTER: Final = re.compile(r"\([a-jअ-ह]\)")  # (s) is a plural
_EDGE: Final = " :;,-–—।|.…_*=~'\"`"


@dataclass(frozen=True)
class Span:
    """A value as printed: its text and, for each token, where it starts in the text."""

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    def words(self, start: int, end: int) -> list[Word]:
        """The words that state the characters `start` to `end` of the text."""
        found = [
            token.word
            for token, at in zip(self.tokens, self.starts, strict=True)
            if at < end and at + len(token.text) > start
        ]
        return list(dict.fromkeys(found))

    def part(self, start: int, end: int) -> Span:
        """The characters `start` to `end`, at token boundaries."""
        return span_of(
            [t for t, at in zip(self.tokens, self.starts, strict=True) if at < end and at + len(t.text) > start]
        )


def span_of(tokens: Sequence[Token]) -> Span:
    """Tokens in reading order as one text."""
    text, starts = "", []
    for at, token in enumerate(tokens):
        if at and not joined(tokens[at - 1], token):
            text += " "
        starts.append(len(text))
        text += token.text
    return Span(text, tuple(tokens), tuple(starts))


def trimmed(span: Span) -> Span:
    """The span without punctuation at its ends; closing brackets stay where they were opened."""
    tokens = list(span.tokens)
    while tokens and (not tokens[0].text.strip(_EDGE) or (tokens[0].text == ")")):
        tokens.pop(0)
    while tokens and not tokens[-1].text.strip(_EDGE) and not _abbreviated(tokens):
        tokens.pop()
    if tokens and (tokens[-1].text == "(" or (tokens[-1].text == ")" and all(token.text != "(" for token in tokens))):
        tokens.pop()
    if (
        len(tokens) > 3
        and _LETTER.fullmatch("".join(token.text for token in tokens[-3:]))
        and not joined(*tokens[-4:-2])
    ):
        return trimmed(span_of(tokens[:-3]))  # the letter of the next label, whose words a scan lost
    return span_of(tokens)


def before_lost_label(span: Span) -> Span:
    """The span up to a letter in brackets, "(b)", where a scan lost the words of the label that it opens."""
    for at in range(1, len(span.tokens) - 2):
        letter = _LETTER.fullmatch("".join(token.text for token in span.tokens[at : at + 3]))
        if letter and not joined(*span.tokens[at - 1 : at + 1]):
            return span_of(span.tokens[:at])
    return span


def _abbreviated(tokens: Sequence[Token]) -> bool:
    """Whether the last token is the dot of a unit: "कि.मी.", "Km."."""
    return tokens[-1].text == "." and len(tokens) > 1 and tokens[-2].skeleton in ("मी", "किमी", "km", "kms", "m")


def is_nothing(text: str) -> bool:
    """Whether a value says that there is none."""
    return _NOTHING.fullmatch(skeleton(text)) is not None


def fact(key: str, page: Page, span: Span, label: str, value: str = "") -> Fact | None:
    """The whole span as a fact; None when it says nothing."""
    span = trimmed(span)
    value = value or tidy(span.text)
    if is_nothing(value):
        return None
    return fact_of(key, value, page, span.words(0, len(span.text)), label=label)


def tidy(text: str) -> str:
    """White space and stray blanks before punctuation mended; ASCII digits."""
    text = re.sub(r"\s+", " ", ascii_digits(text)).strip()
    return re.sub(r" +([,;:.)।])(?!\d)", r"\1", text)


def date_fact(key: str, page: Page, span: Span, label: str) -> Fact | None:
    """The first date of the span."""
    for found in dates_in(span.text):
        return fact_of(key, found.value, page, span.words(found.start, found.end), label=label)
    return None


def time_fact(key: str, page: Page, span: Span, label: str) -> Fact | None:
    """The first clock time of the span."""
    for found in times_in(_DOTTED_TIME.sub(r"\1:\2", ascii_digits(span.text))):
        return fact_of(key, found.value, page, span.words(found.start, found.end), label=label)
    return None


def day_fact(key: str, page: Page, span: Span, label: str) -> Fact | None:
    """A day of the week, else words such as "Intervening day"; nothing with digits, which belong to another label."""
    found = weekday_fact(key, page, span, label)
    if found is not None or re.search(r"\d", ascii_digits(span.text)):
        return found
    return name_fact(key, page, span, label)


def only_printed(span: Span, words: frozenset[str]) -> bool:
    """Whether the span has no word but those of `words`, which the form prints."""
    return all(token.skeleton in words for token in span.tokens if token.skeleton)


def weekday_fact(key: str, page: Page, span: Span, label: str) -> Fact | None:
    """The first day of the week that the span names."""
    match = _WEEKDAY.search(span.text)
    return fact(key, page, span.part(*match.span()), label) if match else None


def number_fact(key: str, page: Page, span: Span, label: str, pattern: str = NUMBER) -> Fact | None:
    """The first number of the span, with what is written together with it ("0123", "12-A", "0123/2024")."""
    for match in re.finditer(pattern, ascii_digits(span.text)):
        value = match[0].strip(".-/")
        if not is_nothing(value):
            return fact_of(key, value, page, span.words(*match.span()), label=label)
    return None


def name_fact(key: str, page: Page, span: Span, label: str) -> Fact | None:
    """A name or another word of one script; specks of a scan after it ("a", "07") are left out."""
    tokens = list(span.tokens)
    if page.source == "ocr" and re.search(r"[\u0904-\u0939]", span.text):
        while tokens and (tokens[-1].text.isascii() or tokens[-1].skeleton.isdigit()):
            tokens.pop()
    kept = span_of(tokens)
    return fact(key, page, kept, label) if re.search(r"[^\W\d_]", kept.text) else None


def direction_fact(key: str, page: Page, span: Span, label: str) -> Fact | None:
    """Direction and distance; of a scan up to the unit, as the labels that follow may be lost."""
    if page.source != "ocr":
        return fact(key, page, span, label)
    unit = _UNIT.search(span.text)
    kept = span.part(0, unit.end()) if unit else span
    return None if _BEAT.search(kept.text) else fact(key, page, kept, label)


def place_fact(key: str, page: Page, span: Span, label: str) -> Fact | None:
    """A district or police station; what a lost label parted from it by a colon is left out."""
    cut = span.text.find(":")
    return name_fact(key, page, span.part(0, cut) if cut > 0 else span, label)


def money_fact(key: str, page: Page, span: Span, label: str) -> Fact | None:
    """The sum of rupees of the span; none for nought."""
    for match in re.finditer(r"\d[\d,]*(?:\.\d+)?", ascii_digits(span.text)):
        amount = amount_of(match[0])
        if amount and amount > (LEAST_SCANNED if page.source == "ocr" else Decimal(0)):
            return fact_of(key, plain_amount(amount), page, span.words(*match.span()), label=label)
    return None


def digits_fact(key: str, page: Page, span: Span, label: str, least: int) -> Fact | None:
    """The first number of at least `least` digits, as printed; masked digits ("XXXX") count."""
    for match in re.finditer(r"\+?[\dXx*][\dXx* -]*[\dXx*]", ascii_digits(span.text)):
        if sum(sign.isalnum() or sign == "*" for sign in match[0]) >= least and re.search(r"\d", match[0]):
            return fact_of(key, re.sub(r"\s+", " ", match[0]).strip(), page, span.words(*match.span()), label=label)
    return None
