"""An order's pages as one running text that remembers where every character came from.

Line breaks become spaces, page numbers and running heads vanish, digits become ASCII and spellings that Hindi typists
mix (nukta, chandrabindu) become one, so that a phrase is found however it was broken or typed. Knows no law.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tools.documents.types import Document, Page
from tools.legal.evidence import fact_at
from tools.legal.sentences import Span, sentences_in
from tools.legal.types import Fact, Outcome, OutcomeKind

MARGIN_LINES: Final = 3  # from the top and the foot of a page: where running heads and page numbers stand
MOST_CHARACTERS: Final = 1_500_000
_DROPPED: Final = "\u093c\u200b\u200c\u200d\u00ad\ufeff"
_FOLD: Final = str.maketrans(
    "०१२३४५६७८९’‘`´–—‑‐\u00a0\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f\u0901¸„",
    "0123456789''''---- \u0915\u0916\u0917\u091c\u0921\u0922\u092b\u092f\u0902,“",
)
_PAGE_NUMBER = re.compile(
    r"[\s\-:(\[|~_.]*(?:(?:page|pg|पृष्ठ|पेज)\s*(?:no|सं|संख्या|क्रमांक)?[.:\s-]*)?\d{1,3}"
    r"(?:\s*(?:of|/|\||में से)\s*\d{1,3})?[\s\-:)\]|~_.]*",
    re.I,
)
_STAMP = re.compile(
    r"(?:digitally\s+signed|signature\s+not\s+verified|signing\s+date|signed\s+by|location:|reason:|"
    r"this\s+is\s+a\s+digitally|the\s+order\s+is\s+being\s+downloaded|downloaded\s+(?:on|from)|https?://|"
    r"date:\s*\d{4}\.\d\d)",
    re.I,
)


@dataclass(frozen=True)
class Flow:
    """The folded text of `pages`. `lines` is the same text with its line breaks as newlines; both are equally long."""

    pages: tuple[Page, ...]
    lines: str
    _offsets: array[int]
    _starts: tuple[int, ...]

    @cached_property
    def text(self) -> str:
        """The running text: a space for every line break."""
        return self.lines.replace("\n", " ")

    @cached_property
    def sentences(self) -> list[Span]:
        """Sentences of the running text; they may run over a page's end."""
        return sentences_in(self.lines)

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds the character `position`."""
        at = bisect_right(self.sentences, position, key=lambda span: span.start) - 1
        return self.sentences[at] if at >= 0 else Span(0, len(self.lines))

    def place(self, start: int, end: int) -> tuple[Page, int, int]:
        """Page and characters of the page's text for `start` to `end`; of a page break's two sides the longer one."""
        while end > start + 1 and self.lines[end - 1] in " \n":
            end -= 1
        while start < end - 1 and self.lines[start] in " \n":
            start += 1
        first, last = self._page_at(start), self._page_at(end - 1)
        if last > first:
            cut = self._starts[last]
            if cut - start > end - cut and last == first + 1:
                end, last = cut - 1, first
            else:
                start = cut
        page = self.pages[last]
        return page, self._offsets[start], self._offsets[end - 1] + 1

    def fact(self, key: str, value: str, start: int, end: int) -> Fact:
        """The fact that the characters `start` to `end` state, with its quote from the page."""
        page, first, last = self.place(start, end)
        return fact_at(key, value, page, first, last)

    def outcome(self, kind: OutcomeKind, start: int, end: int, also: tuple[Outcome, ...] = ()) -> Outcome:
        """The outcome that the characters `start` to `end` state."""
        page, first, last = self.place(start, end)
        return Outcome(kind, page.number, page.text[first:last], page.boxes(first, last), also)

    def written(self, start: int, end: int) -> str:
        """The characters `start` to `end` as the page has them, on one line, with ASCII digits."""
        page, first, last = self.place(start, end)
        return " ".join(page.text[first:last].split()).translate(str.maketrans("०१२३४५६७८९", "0123456789"))

    def _page_at(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)


def flow_of(document: Document) -> Flow:
    """The running text of `document`."""
    furniture = _running_heads(document.pages)
    letters: list[str] = []
    offsets = array("L")
    starts = []
    for page in document.pages:
        starts.append(len(letters))
        if len(letters) < MOST_CHARACTERS:
            _add_page(page, furniture, letters, offsets)
    return Flow(document.pages, "".join(letters), offsets, tuple(starts))


def _add_page(page: Page, furniture: frozenset[str], letters: list[str], offsets: array[int]) -> None:
    at = 0
    last = len(page.lines) - 1
    for number, line in enumerate(page.lines):
        margin = number < MARGIN_LINES or last - number < MARGIN_LINES
        if not (margin and _is_furniture(line, page.number, furniture)):
            for place, letter in enumerate(line.translate(_FOLD), at):
                if letter not in _DROPPED:
                    letters.append(letter)
                    offsets.append(place)
            letters.append("\n")
            offsets.append(min(at + len(line), max(0, len(page.text) - 1)))
        at += len(line) + 1


def _is_furniture(line: str, page: int, furniture: frozenset[str]) -> bool:
    if _PAGE_NUMBER.fullmatch(line) or _STAMP.match(line.strip()):
        return True
    return page > 1 and _shape(line) in furniture


def _running_heads(pages: Sequence[Page]) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for page in pages:
        margins = (*page.lines[:MARGIN_LINES], *page.lines[-MARGIN_LINES:])
        counts.update({_shape(line) for line in margins})
    enough = max(3, len(pages) // 3)
    return frozenset(shape for shape, count in counts.items() if count >= enough and shape.strip("# "))


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.translate(_FOLD)).strip().casefold()
