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
from itertools import pairwise
from typing import Final

from tools.documents.sentences import Span, sentences_in
from tools.documents.types import Document, Page
from tools.legal.dates import ascii_digits
from tools.legal.evidence import fact_at
from tools.legal.types import Fact, Outcome, OutcomeKind

MARGIN_LINES: Final = 3  # from the top and the foot of a page: where running heads and page numbers stand
MOST_CHARACTERS: Final = 1_500_000
DROPPED: Final = "\u093c\u200b\u200c\u200d\u00ad\ufeff"
FOLD: Final = str.maketrans(
    "०१२३४५६७८९’‘`´–—‑‐\u00a0\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f\u0901¸„",
    "0123456789''''---- \u0915\u0916\u0917\u091c\u0921\u0922\u092b\u092f\u0902,“",
)
_PAGE_NUMBER = re.compile(
    r"[\s\-:(\[|~_.]*(?:(?:page|pg|पृष्ठ|पेज)\s*(?:no|सं|संख्या|क्रमांक)?[.:\s-]*)?\d{1,3}"
    r"(?:\s*(?:of|/|\||में से)\s*\d{1,3})?[\s\-:)\]|~_.]*",
    re.I,
)
_NUMBERED_FOOT = re.compile(r"^.{0,50}\bpage\s+\d{1,3}\s+of\s+\d{1,3}\W*$", re.I)
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
        return self._within(last, start, end)

    def _within(self, number: int, start: int, end: int) -> tuple[Page, int, int]:
        page = self.pages[number]
        last = self._offsets[end - 1] + 1
        while last < len(page.text) and page.text[last] in DROPPED:
            last += 1
        return page, self._offsets[start], last

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
        cuts = [start, *(cut for cut in self._starts if start < cut < end), end]
        pieces = []
        for first, last in pairwise(cuts):
            page, left, right = self._within(self._page_at(first), first, last)
            pieces.append(page.text[left:right])
        return ascii_digits(" ".join(" ".join(pieces).split()))

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
            _add_page(page, page is document.pages[-1], furniture, letters, offsets)
    return Flow(document.pages, "".join(letters), offsets, tuple(starts))


def _add_page(page: Page, is_last: bool, furniture: frozenset[str], letters: list[str], offsets: array[int]) -> None:
    at = 0
    last = len(page.lines) - 1
    for number, line in enumerate(page.lines):
        head = number < MARGIN_LINES and number <= last / 2
        foot = last - number < MARGIN_LINES and not head
        kept = (head and page.number == 1) or (foot and is_last)
        if not ((head or foot) and _is_furniture(line, kept, furniture)):
            for place, letter in enumerate(line.translate(FOLD), at):
                if letter not in DROPPED:
                    letters.append(letter)
                    offsets.append(place)
            letters.append("\n")
            offsets.append(min(at + len(line), max(0, len(page.text) - 1)))
        at += len(line) + 1


def _is_furniture(line: str, first: bool, furniture: frozenset[str]) -> bool:
    if _PAGE_NUMBER.fullmatch(line) or _STAMP.match(line.strip()) or _NUMBERED_FOOT.search(line):
        return True
    return not first and _shape(line) in furniture


def _running_heads(pages: Sequence[Page]) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for page in pages:
        margins = (*page.lines[:MARGIN_LINES], *page.lines[-MARGIN_LINES:])
        counts.update({_shape(line) for line in margins})
    enough = max(2, len(pages) // 3)
    return frozenset(shape for shape, count in counts.items() if count >= enough and len(shape.strip("# ")) > 2)


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.translate(FOLD)).strip().casefold()
