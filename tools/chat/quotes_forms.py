"""The filled-in fields of a form or of a paper's head, such as "FIR No.: 0511", found by what stands before the colon.

A form has no sentences: asked for a number, its labels would be as near as its values. A field counts when the question
names all of its label; one without a value does not. Knows no kind of form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from tools.chat.library_bridge import Wanted, wanted
from tools.chat.library_words import terms
from tools.chat.quotes_question import kind_of
from tools.chat.types import Passage
from tools.documents.types import Document

MOST: Final = 2
FORM: Final = 8  # fields from which a page is a form
FITS: Final = 0.7  # part of a question that is a field's name, from which the field answers
EXTRA: Final = 0.35  # what words of the label that the question does not name cost, for each that it names
LONGEST_LABEL: Final = 70  # characters before a colon
WORDS_BEFORE: Final = 5  # of a label that follows another field's value on its line
VALUE_LINES: Final = 2  # lines below a label on which its value may stand
_COLON: Final = re.compile(r"(?<!\d):(?!\d)|(?<=\d):(?=\s)|(?<=\s):")
_NUMBERED: Final = re.compile(r"\s*(?:\d{1,2}|[०-९]{1,2})[.)]\s")
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_LABEL_ALONE: Final = re.compile(r"(?:S\.?\s?No|Sr\.?\s?No|क्र\.?\s?सं)\b", re.I)
_SHORT: Final = (
    (re.compile(r"\bP\.\s?S\.", re.I), "police station"),
    (re.compile(r"\bI\.\s?O\.", re.I), "investigating officer"),
    (re.compile(r"\bNo\.?(?=\W|$)", re.I), "number"),
    (re.compile(r"\bDOB\b|\bD\.O\.B\.", re.I), "date of birth"),
    (re.compile(r"सं\.|क्र\.|नं\."), "संख्या"),
)
_GENERAL: Final = frozenset(terms("name date number time details total full नाम दिनांक तारीख संख्या समय विवरण"))
"""Words of labels that a question may leave out: who the complainant is asks for the complainant's name."""


@dataclass(frozen=True)
class Field:
    """A line of a page with at least one value: its place, its labels, and the heading above it if there is one."""

    start: int
    end: int
    labels: tuple[str, ...]
    heading: str = ""
    heading_start: int = -1


def best_fields(question: str, documents: Sequence[Document]) -> tuple[Passage, ...]:
    """The one or two fields that `question` names, in reading order; none for most questions."""
    sought = wanted(question)
    if not sought:
        return ()
    who = kind_of(question) == "who"
    fitting = [
        (fit, document.name, page.number, field, page.text)
        for document in documents
        for page in document.pages
        for field in fields_in(page.text)
        if (fit := _fit(sought, field, who=who)) >= FITS
    ]
    best = max((fit for fit, *_ in fitting), default=0.0)
    kept = [one for one in fitting if one[0] >= best][:MOST]
    return tuple(_place(*one[1:]) for one in kept)


@lru_cache(maxsize=512)
def fields_in(text: str) -> tuple[Field, ...]:
    """The fields of a page, in reading order."""
    return tuple(_fields(text))


def is_label(sentence: str, page: str) -> bool:
    """Whether a sentence of a form's page is one of its labels or headings rather than something that is said."""
    if len(fields_in(page)) < FORM:
        return False
    words = [word for word in sentence.split() if word.isascii() and word.isalpha()]
    named = bool(words) and 3 * sum(word.islower() for word in words) < len(words)
    return named or _COLON.search(sentence) is not None or _LABEL_ALONE.match(sentence) is not None


def _fields(text: str) -> Iterator[Field]:
    heading, heading_at = "", -1
    lines = list(re.finditer(r"[^\n]+", text))
    for at, line in enumerate(lines):
        colons = [found.start() for found in _COLON.finditer(line[0])]
        if _NUMBERED.match(line[0]):
            heading, heading_at = "", -1
        if not colons:
            continue
        above = lines[at - 1][0] if at else ""
        runs_on = _NUMBERED.match(above) is not None and not _COLON.search(above)
        labels = tuple(_labels(f"{above} {line[0]}" if runs_on else line[0], colons, len(above) + 1 if runs_on else 0))
        if line[0][colons[-1] + 1 :].strip():
            yield Field(line.start(), line.end(), labels, heading, heading_at)
            continue
        below = lines[at + 1 : at + 1 + VALUE_LINES]
        if below and _is_value(below[0][0]):
            last = below[1] if len(below) > 1 and _is_value(below[1][0]) else below[0]
            yield Field(line.start(), last.end(), labels, heading, heading_at)
        elif any(len(line[0][one + 1 : other].split()) > 1 for one, other in pairwise(colons)):
            yield Field(line.start(), line.end(), labels[:-1], heading, heading_at)
        elif len(colons) == 1:
            heading, heading_at = labels[0] if labels else "", line.start()


def _is_value(line: str) -> bool:
    """Whether a line can be the value of the label above it: neither another label nor the head of a table."""
    return not _COLON.search(line) and not _NUMBERED.match(line) and not _LABEL_ALONE.match(line.strip())


def _labels(line: str, colons: Sequence[int], moved: int) -> Iterator[str]:
    """What stands before each colon; on a line of several fields the last words before it."""
    at = 0
    for number, colon in enumerate(colons):
        before = line[at : colon + moved].strip()
        yield before[-LONGEST_LABEL:] if number == 0 else _after_value(before)
        at = colon + moved + 1


def _after_value(before: str) -> str:
    """The label at the end of what stands between two colons; a value with digits is known to end there."""
    words = before.split()[-WORDS_BEFORE:]
    digits = [at for at, word in enumerate(words[:-1]) if any(letter.isdigit() for letter in word)]
    return " ".join(words[digits[-1] + 1 :] if digits else words)


def _fit(sought: Sequence[Wanted], field: Field, *, who: bool) -> float:
    """How much of the question the field's labels and heading are, less for words that the question does not name."""
    known = frozenset(_words(" ".join((field.heading, *field.labels))))
    held = [one for one in sought if any(known.issuperset(way) for way in one.ways)]
    sought = [one for one in sought if one in held or not any(_GENERAL.issuperset(way) for way in one.ways)]
    if not held:
        return 0.0
    named = frozenset(word for one in held for way in one.ways for word in way)
    owns = [_own(label, named) for label in field.labels]
    if not field.heading or not any(named & frozenset(_words(field.heading))):
        owns = [own for own in owns if own & named]
    elif who:
        owns = [own for own in owns if own & _GENERAL]
    if not owns:
        return 0.0
    extra = min(len(own - named - _GENERAL) / max(1, len(own & named)) for own in owns)
    return len(held) / len(sought) / (1 + EXTRA * extra)


def _own(label: str, named: frozenset[str]) -> frozenset[str]:
    """The words of a label; those in brackets only where the question names none of the others."""
    outside, whole = frozenset(_words(_IN_BRACKETS.sub(" ", label))), frozenset(_words(label))
    return outside if outside & named or not whole & named else outside | (whole & named)


@lru_cache(maxsize=4096)
def _words(label: str) -> tuple[str, ...]:
    for short, full in _SHORT:
        label = short.sub(f" {full} ", label)
    return tuple(word for word in terms(label) if not word.isdigit())


def _place(document: str, page: int, field: Field, text: str) -> Passage:
    """The field as it stands on its page, with its heading where that is the line above."""
    beside = field.heading_start >= 0 and "\n" not in text[field.heading_start : field.start].rstrip("\n")
    start = field.heading_start if beside else field.start
    return Passage(document, page, start, field.end, text[start : field.end])
