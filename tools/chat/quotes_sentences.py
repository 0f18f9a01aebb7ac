"""The sentences of the passages found that are most likely the answer itself, word by word, and where they stand.

Words in common (rare ones count more), signs of the kind of answer that is wanted, and how near the passage is: its
meaning counts there. Likeness of meaning between question and sentence was tried and chose no better.
Knows no page but those found.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tools.chat.library_bridge import Wanted, sounds_of, wanted
from tools.chat.library_words import stems, terms, tokens
from tools.chat.quotes_forms import is_label
from tools.chat.quotes_question import has_sign, kind_of
from tools.chat.types import Found
from tools.documents.sentences import Span, sentences_in
from tools.documents.types import Document

MOST: Final = 3
LONGEST: Final = 480  # characters; a longer sentence is quoted in part
SIGNED: Final = ("when", "amount", "count")  # kinds of question whose answer always has such a sign
SIGN: Final = 0.45
PLACE: Final = 0.3  # what the best passage counts for its sentences
ALSO: Final = 0.72  # of the best sentence's score, from which another is quoted too
SAME: Final = 0.6  # part of words in common from which two sentences say the same
SHORT: Final = 40  # characters; what is shorter, or leans on what was said, gets the sentence before it
_LEANS: Final = re.compile(
    r"(?:he|she|it|they|this|that|these|those|such|his|her|their|its|however|thus|therefore|but|and|so|hence|the same|"
    r"यह|वह|ये|वे|इस|उस|उन्होंने|उसने|इसलिए|लेकिन|अतः|किन्तु|परन्तु|इसके|उसके)\b",
    re.I,
)
_ANNOUNCES: Final = re.compile(r"(?::|:-|:–|:—|under|follows|निम्न\S*)$")
_PAUSE: Final = re.compile(r"[;:,]\s")


@dataclass(frozen=True)
class Sentence:
    """A verbatim piece of a page, with how well it fits (higher is better)."""

    document: str
    page: int
    start: int
    end: int
    text: str
    score: float = 0.0


def best_sentences(question: str, found: Sequence[Found], documents: Sequence[Document]) -> tuple[Sentence, ...]:
    """One to three sentences that answer best, best first; none when nothing was found."""
    candidates = list(dict.fromkeys(_candidates(found, documents)))
    if not candidates:
        return ()
    scored = _scored(question, candidates, found)
    chosen: list[Sentence] = []
    for one in sorted(scored, key=lambda sentence: -sentence.score):
        if len(chosen) == MOST or (chosen and one.score < ALSO * chosen[0].score):
            break
        if not any(_alike(one, other) for other in chosen):
            chosen.append(one)
    texts = {(document.name, page.number): page.text for document in documents for page in document.pages}
    return tuple(dict.fromkeys(_in_context(one, texts[one.document, one.page]) for one in chosen))


def surely_answers(question: str, chosen: Sequence[Sentence], found: Sequence[Found]) -> bool:
    """Whether nothing speaks against it: most of the question's words are there, and so is the kind of thing asked for.

    Of a question about the right subject whose answer is missing, the nearest sentences are near too.
    """
    kind = kind_of(question)
    if kind in SIGNED and not has_sign(kind, chosen[0].text):
        return False
    spoken = [word for one in found for word in tokens(one.passage.text)]
    held = frozenset(part for word in dict.fromkeys(spoken) for part in stems(word))
    sought = wanted(question, sounds_of(dict.fromkeys(spoken)))
    lacking = sum(not any(held.issuperset(way) for way in one.ways) for one in sought)
    return 2 * lacking < len(sought)


def _candidates(found: Sequence[Found], documents: Sequence[Document]) -> Iterator[Sentence]:
    pages = {(document.name, page.number): page for document in documents for page in document.pages}
    for one in found:
        passage = one.passage
        page = pages.get((passage.document, passage.page))
        if page is None:
            continue
        for span in sentences_in(page.text):
            if span.start < passage.end and span.end > passage.start:
                for piece in _pieces(page.text, span):
                    text = page.text[piece.start : piece.end]
                    if is_label(text, page.text):
                        continue
                    yield Sentence(passage.document, page.number, piece.start, piece.end, text)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The sentence; a very long one cut at pauses, or at white space where there are none."""
    start = span.start
    while span.end - start > LONGEST:
        cut = start + _cut(text[start : start + LONGEST])
        yield _trimmed(text, start, cut)
        start = cut
    if text[start : span.end].strip():
        yield _trimmed(text, start, span.end)


def _cut(window: str) -> int:
    """Where a window of a long sentence is cut: after its last pause, else after its last white space."""
    pause = max((found.end() for found in _PAUSE.finditer(window)), default=0)
    space = max(window.rfind(" "), window.rfind("\n")) + 1
    return pause if pause > LONGEST // 3 else space or len(window)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + lead + len(piece.strip()))


def _scored(question: str, candidates: Sequence[Sentence], found: Sequence[Found]) -> list[Sentence]:
    sounds = sounds_of(dict.fromkeys(word for one in candidates for word in tokens(one.text)))
    sought, kind = wanted(question, sounds), kind_of(question)
    seen = [frozenset(terms(one.text)) for one in candidates]
    often = Counter(word for words in seen for word in words)
    best = max((one.score for one in found), default=0) or 1.0
    return [
        replace(
            one,
            score=_by_words(words, sought, often, len(seen))
            + SIGN * has_sign(kind, one.text)
            + PLACE * _place(one, found) / best,
        )
        for one, words in zip(candidates, seen, strict=True)
    ]


def _by_words(words: frozenset[str], sought: Sequence[Wanted], often: Counter[str], count: int) -> float:
    """The part of the question's words that a sentence holds, rare ones counting more."""
    total = held = 0.0
    for one in sought:
        having = max((often[word] for way in one.ways for word in way), default=0)
        weight = math.log(1 + (count + 1) / (having + 0.5))
        total += weight
        held += weight * any(words.issuperset(way) for way in one.ways)
    return held / total if total else 0.0


def _place(one: Sentence, found: Sequence[Found]) -> float:
    """The score of the passage that the sentence stands in."""
    return max(
        (
            passage.score
            for passage in found
            if (passage.passage.document, passage.passage.page) == (one.document, one.page)
            and passage.passage.start < one.end
            and one.start < passage.passage.end
        ),
        default=0.0,
    )


def _alike(one: Sentence, other: Sentence) -> bool:
    if (one.document, one.page) == (other.document, other.page) and one.start < other.end and other.start < one.end:
        return True
    ours, theirs = set(terms(one.text)), set(terms(other.text))
    return len(ours & theirs) > SAME * max(min(len(ours), len(theirs)), 1)


def _in_context(one: Sentence, text: str) -> Sentence:
    """The sentence with the one before it when it cannot be understood alone, and with what a colon announces."""
    spans, start, end = sentences_in(text), one.start, one.end
    before = [span for span in spans if span.end <= start]
    if (len(one.text) < SHORT or _LEANS.match(one.text)) and before and end - before[-1].start <= LONGEST:
        start = before[-1].start
    after = [span for span in spans if span.start >= end]
    if _ANNOUNCES.search(one.text) and after and after[0].end - start <= 2 * LONGEST:
        end = after[0].end
    return Sentence(one.document, one.page, start, end, text[start:end], one.score)
