"""Cuts a document's pages into passages to search: verbatim pieces that end where sentences and lines end.

A passage fits into what the sentence embedder reads at once. Its neighbours share a sentence with it, so that an answer
on a border stands whole in one of them. Nothing runs over a page's end; it knows no question and no meaning.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from tools.chat.types import Passage
from tools.documents.sentences import Span, sentences_in
from tools.documents.types import Document, Page

MOST_PIECES: Final = 126
"""Estimated word pieces in a passage; all-MiniLM-L6-v2 reads 128, two of which are its own marks."""
MOST_WORDS: Final = 120
FEWEST_WORDS: Final = 35  # a shorter rest of a page is filled up with what stands before it
SHARED: Final = 0.34  # part of a passage that it may share with the one before
HEADING_WORDS: Final = 10
LONGEST_WORD: Final = 300  # characters; a longer run without white space is no word and is cut
_WORD: Final = re.compile(rf"\S{{1,{LONGEST_WORD}}}")
# Devanagari as a multilingual model cuts it: the default knows its letters one by one and learns nothing from them
_PIECES: Final = re.compile(r"[a-zA-Z]{1,6}|\d{1,2}|[\u0900-\u0963\u0970-\u097f]{1,6}|[^\W\d_]{1,6}|\S")
_CLOSED: Final = re.compile(r"[.?!।॥][”\"'’)\]]*$")
_PAUSE: Final = re.compile(r"[;:,।.]$")


@dataclass(frozen=True)
class _Word:
    """A word's place in the page's text and its estimated word pieces."""

    start: int
    end: int
    pieces: int


@dataclass(frozen=True)
class _Unit:
    """Words that stay together (a sentence, a line): from `first` to before `stop`. A heading leads to what follows."""

    first: int
    stop: int
    heading: bool


def passages(document: Document) -> tuple[Passage, ...]:
    """All passages of `document` in reading order; every visible word is in at least one. None from an empty page."""
    return tuple(passage for page in document.pages for passage in page_passages(document.name, page))


def page_passages(name: str, page: Page) -> Iterator[Passage]:
    """The passages of one page of the document `name`."""
    text = page.text
    words = [_Word(found.start(), found.end(), len(_PIECES.findall(found[0]))) for found in _WORD.finditer(text)]
    weights = [0, *accumulate(word.pieces for word in words)]
    units = [unit for span in sentences_in(text) for unit in _units(text, span, words, weights)]
    for first, stop in _packed(units, weights):
        start, end = words[units[first].first].start, words[units[stop - 1].stop - 1].end
        yield Passage(name, page.number, start, end, text[start:end])


def _units(text: str, span: Span, words: list[_Word], weights: list[int]) -> Iterator[_Unit]:
    """The sentence at `span`, cut at line ends, pauses or words when it is too long for a passage."""
    first, stop = _between(words, span)
    while not _fits(first, stop, weights):
        cut = _cut(text, first, stop, words, weights)
        yield _Unit(first, cut, heading=False)
        first = cut
    sentence = text[span.start : span.end]
    yield _Unit(first, stop, heading=stop - first <= HEADING_WORDS and not _CLOSED.search(sentence))


def _between(words: list[_Word], span: Span) -> tuple[int, int]:
    """The words of `span`, as first and stop."""
    first = bisect_left(words, span.start, key=lambda word: word.start)
    return first, bisect_left(words, span.end, lo=first, key=lambda word: word.start)


def _fits(first: int, stop: int, weights: list[int]) -> bool:
    return stop - first <= 1 or (stop - first <= MOST_WORDS and weights[stop] - weights[first] <= MOST_PIECES)


def _cut(text: str, first: int, stop: int, words: list[_Word], weights: list[int]) -> int:
    """Where words that are too many are cut: at the last line end or pause that fits, else after the last word."""
    last = bisect_right(weights, weights[first] + MOST_PIECES, lo=first) - 1
    last = max(min(last, first + MOST_WORDS, stop - 1), first + 1)
    half = (first + last) // 2
    for good in (_at_line_end, _at_pause):
        for cut in range(last, half, -1):
            if good(text, words[cut - 1]):
                return cut
    return last


def _at_line_end(text: str, word: _Word) -> bool:
    return text[word.end : word.end + 1] == "\n"


def _at_pause(text: str, word: _Word) -> bool:
    return bool(_PAUSE.search(text, word.start, word.end))


def _packed(units: list[_Unit], weights: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of units that fit, each at least one unit further than the one before."""
    at = done = 0
    while done < len(units):
        stop = _full(units, weights, at)
        if stop <= done:  # only headings were left beside what is shared
            at = done
            continue
        if stop == len(units):
            yield _filled_up(units, weights, at), stop
            return
        yield at, stop
        at = stop - 1 if stop - 1 > at and _may_be_shared(units, weights, stop) else stop
        done = stop


def _full(units: list[_Unit], weights: list[int], at: int) -> int:
    """One past the last unit of the passage that begins with unit `at`; no heading is left at its end."""
    stop = at + 1
    while stop < len(units) and _fits(units[at].first, units[stop].stop, weights):
        stop += 1
    if stop < len(units):
        while stop - 1 > at and units[stop - 1].heading:
            stop -= 1
    return stop


def _may_be_shared(units: list[_Unit], weights: list[int], stop: int) -> bool:
    last, following = units[stop - 1], units[stop]
    small = weights[last.stop] - weights[last.first] <= SHARED * MOST_PIECES
    return small and not last.heading and _fits(last.first, following.stop, weights)


def _filled_up(units: list[_Unit], weights: list[int], at: int) -> int:
    """Where a page's last passage begins: earlier than `at` when too little would be left for it."""
    stop = units[-1].stop
    while at and stop - units[at].first < FEWEST_WORDS and _fits(units[at - 1].first, stop, weights):
        at -= 1
    return at
