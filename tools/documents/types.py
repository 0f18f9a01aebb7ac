"""What a read document is: pages of words with their place on the page. Knows nothing of how they were read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points (1/72 inch), origin at the page's top left."""

PageSource = Literal["text", "ocr", "picture", "blank"]
"""How a page was read: its own text, OCR, not at all because it is only a picture, or nothing on it."""


@dataclass(frozen=True)
class Word:
    """One word as it stands on the page.

    `line` numbers the page's lines in reading order; `color` is the fill as ``#rrggbb`` (None when not known);
    `size` is the font size in points; `confidence` is OCR's, 0–100 (100 for a text layer);
    `hidden` marks text that a reader cannot see (white on white, tiny, invisible render mode, off the page).
    """

    text: str
    box: Box
    line: int
    font: str = ""
    size: float = 0.0
    color: str | None = None
    confidence: float = 100.0
    hidden: bool = False


@dataclass(frozen=True)
class Page:
    """One page: its words in reading order, its tables (rows of cells), and how it was read."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    source: PageSource
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    images: int = 0

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
        _, offsets = self._text_and_offsets
        return tuple(word.box for at, word in offsets if at < end and at + len(word.text) > start)


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
