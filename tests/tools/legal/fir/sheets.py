"""Pages of words set by hand, in the order in which a print draws them. All people and cases are invented."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tools.documents.types import Document, Page, PageSource, Word

WIDE, HIGH = 4.6, 9.0  # points: a letter's width, a word's height
FORMS = Path(__file__).parent / "forms"

Piece = tuple[float, float, str]
"""Left, top, text."""


def words(pieces: Sequence[Piece]) -> list[Word]:
    """The words of the pieces, letter by letter `WIDE` points apart; each piece is a line of the text."""
    found = []
    for line, (left, top, text) in enumerate(pieces):
        at = 0
        for word in text.split(" "):
            if word:
                x = left + at * WIDE
                found.append(Word(word, (x, top, x + len(word) * WIDE, top + HIGH), line, size=HIGH))
            at += len(word) + 1
    return found


def page(pieces: Sequence[Piece], number: int = 1, source: PageSource = "text") -> Page:
    """An A4 page."""
    return Page(number, 595.0, 842.0, tuple(words(pieces)), source)


def document(*pages: Page) -> Document:
    """A file of these pages."""
    return Document("fir.pdf", "pdf", "0" * 64, pages)


def form(name: str) -> Document:
    """A whole form from ``forms/NAME.txt``: a piece a line, "left top text"; pages parted by form feeds."""
    sheets = (FORMS / f"{name}.txt").read_text(encoding="utf-8").split("\f\n")
    return document(*(page(_pieces(sheet), number) for number, sheet in enumerate(sheets, 1)))


def _pieces(sheet: str) -> list[Piece]:
    split = [line.split(" ", 2) for line in sheet.splitlines() if line.strip()]
    return [(float(left), float(top), text) for left, top, text in split]


def lines(text: str, top: float = 60.0, left: float = 40.0, step: float = 14.0) -> list[Piece]:
    """Running lines; a tab and a number start a new column: ``\\t300|`` goes on at 300 points from the left."""
    found: list[Piece] = []
    for index, line in enumerate(text.strip("\n").split("\n")):
        for part in line.split("\t"):
            place, bar, rest = part.partition("|")
            at, said = (float(place), rest) if bar and place.strip().isdigit() else (left, part)
            if said.strip():
                found.append((at, top + index * step, said.strip()))
    return found
