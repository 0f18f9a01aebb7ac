"""What a read document is: pages of words with their place on the page. Knows nothing of how they were read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points (1/72 inch), origin at the page's top left."""

PageSource = Literal["text", "ocr", "picture", "blank"]
"""How a page was read: its own text, OCR, not at all because it is only a picture, or nothing on it."""

Decoding = Literal["", "cctns", "krutidev", "actual_text"]
"""Glyph numbers of police prints, a pre-Unicode Hindi font, or replacement text that the file carries itself."""

Problem = Literal["", "unread", "late", "no_reader", "damaged"]
"""Why a page could not be read: OCR made nothing of it (handwriting, say), the time was up, OCR is not installed, or
the file is broken there."""


@dataclass(frozen=True)
class Word:
    """One word as it stands on the page.

    `line` numbers the page's lines in reading order; `color` is the fill as ``#rrggbb`` (None when not known);
    `size` is the font size in points; `confidence` is OCR's, 0–100 (100 for a text layer);
    `hidden` marks text that a reader cannot see (white on white, tiny, invisible render mode, off the page);
    `uncertain` marks a number of a scan on which two ways of reading it disagree.
    """

    text: str
    box: Box
    line: int
    font: str = ""
    size: float = 0.0
    color: str | None = None
    confidence: float = 100.0
    hidden: bool = False
    uncertain: bool = False


@dataclass(frozen=True)
class Page:
    """One page: its words in reading order, its tables (rows of cells), and how it was read.

    `decoding` names what had to be mended in a text layer to make it Unicode; empty for nothing. `problem` says why a
    page has no words though there is something on it; `unread_words` counts what OCR saw and could not read. On a scan
    that was laid down askew, `skew` is the angle in degrees by which lines fall to the right: boxes are on the page as
    it lies.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    source: PageSource
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    images: int = 0
    decoding: Decoding = ""
    problem: Problem = ""
    unread_words: int = 0
    skew: float = 0.0

    @cached_property
    def text(self) -> str:
        """Visible words in reading order: spaces between words, a newline between lines."""
        return self._text_and_offsets[0]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The visible text line by line."""
        return tuple(self.text.split("\n")) if self.text else ()

    @cached_property
    def _text_and_offsets(self) -> tuple[str, list[tuple[int, Word]]]:
        parts: list[str] = []
        offsets: list[tuple[int, Word]] = []
        position, previous = 0, None
        for word in self.words:
            if word.hidden:
                continue
            if previous is not None:
                parts.append("\n" if word.line != previous else " ")
                position += 1
            offsets.append((position, word))
            parts.append(word.text)
            position += len(word.text)
            previous = word.line
        return "".join(parts), offsets

    def locate(self, quote: str) -> tuple[Box, ...]:
        """Boxes of the words that `quote`, a verbatim piece of `text`, touches; empty when it is not there."""
        start = self.text.find(quote)
        return self.boxes(start, start + len(quote)) if quote and start >= 0 else ()

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Boxes of the words that the characters `start` to `end` of `text` touch."""
        return tuple(word.box for word in self.words_between(start, end))

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that the characters `start` to `end` of `text` touch."""
        _, offsets = self._text_and_offsets
        first = bisect_right(offsets, start, key=lambda item: item[0] + len(item[1].text))
        stop = bisect_left(offsets, end, lo=first, key=lambda item: item[0])
        return tuple(word for _, word in offsets[first:stop])


@dataclass(frozen=True)
class Document:
    """A file as read.

    `kind` is what the bytes are, whatever the name says. `notes` are sentences for the user
    (pages that could not be read, a limit that was reached). `sha256` is of the bytes.
    """

    name: str
    kind: Literal["pdf", "docx", "txt", "image"]
    sha256: str
    pages: tuple[Page, ...]
    notes: tuple[str, ...] = field(default=())

    @cached_property
    def text(self) -> str:
        """All pages' visible text, pages parted by a form feed."""
        return "\f".join(page.text for page in self.pages)
