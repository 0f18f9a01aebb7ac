"""Lays words out on pages of A4, for files that have no pages of their own (DOCX, TXT), so that words have boxes.

One source line keeps one line number however often it wraps. Knows nothing of the formats.
"""

from __future__ import annotations

from dataclasses import replace

from tools.documents import fonts
from tools.documents.types import Page, Word

WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 50.0
LEADING = 1.3  # line height in em
SPACE = 0.27  # em between words
TAB = 2.0  # em between cells


class Flow:
    """Takes words in reading order and gives pages.

    Parameters
    ----------
    breaks_itself
        Start a new page when one is full. Otherwise only `new_page` does, and a page grows with its words: for files
        that say where their pages end.
    """

    def __init__(self, breaks_itself: bool = True) -> None:
        self._breaks_itself = breaks_itself
        self.pages: list[Page] = []
        self._words: list[Word] = []
        self._tables: list[tuple[tuple[str, ...], ...]] = []
        self._images = 0
        self._line, self._x, self._y, self._tallest = 0, MARGIN, MARGIN, 0.0

    def add(self, text: str, font: str, size: float, color: str | None, hidden: bool) -> None:
        """Put the words of `text` on the current line; they wrap at the right margin."""
        for part in text.split():
            wide = fonts.width(part) * size
            if self._x > MARGIN and self._x + wide > WIDTH - MARGIN:
                self._wrap()
            self._tallest = max(self._tallest, size * LEADING)
            if self._breaks_itself and self._y + self._tallest > HEIGHT - MARGIN and self._words:
                self.new_page()
                self._tallest = size * LEADING
            box = (self._x, self._y, self._x + wide, self._y + size * LEADING)
            self._words.append(Word(part, box, self._line, font, size, color, 100.0, hidden))
            self._x += wide + SPACE * size

    def glue(self, text: str) -> None:
        """Append `text` to the last word: a word whose parts are formatted differently is still one word."""
        last = self._words[-1]
        wide = fonts.width(text) * last.size
        left, top, right, bottom = last.box
        self._words[-1] = replace(last, text=last.text + text, box=(left, top, right + wide, bottom))
        self._x += wide

    def tab(self, size: float = 11.0) -> None:
        """Leave a wide gap, as between two cells of a row."""
        self._x += TAB * size

    def new_line(self) -> None:
        """End the current source line."""
        self._line += 1
        self._wrap()

    def _wrap(self) -> None:
        self._x, self._y = MARGIN, self._y + (self._tallest or 11.0 * LEADING)
        self._tallest = 0.0

    def new_page(self) -> None:
        """End the current page."""
        height = HEIGHT if self._breaks_itself else max(HEIGHT, self._y + self._tallest + MARGIN)
        self.pages.append(
            Page(
                len(self.pages) + 1,
                WIDTH,
                height,
                tuple(self._words),
                "text" if self._words else "blank",
                tuple(self._tables),
                self._images,
            )
        )
        self._words, self._tables, self._images = [], [], 0
        self._line, self._x, self._y, self._tallest = 0, MARGIN, MARGIN, 0.0

    def table(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Note a table on the current page."""
        self._tables.append(rows)

    def image(self) -> None:
        """Note an image on the current page."""
        self._images += 1

    @property
    def can_glue(self) -> bool:
        """Whether the last word stands on the current line."""
        return bool(self._words) and self._words[-1].line == self._line

    def finish(self) -> tuple[Page, ...]:
        """All pages; a last page without anything on it is left out."""
        if self._words or self._images or not self.pages:
            self.new_page()
        return tuple(self.pages)
