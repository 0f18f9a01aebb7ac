"""How much of a document is looked at: hostile files hold megabytes of text, which no resume does.

Cuts whole words off the end, so that quotes stay verbatim; it does not judge what the text says.
"""

from __future__ import annotations

from dataclasses import replace

from tools.documents.types import Document, Page, Word
from tools.translations import N_

MAX_CHARACTERS = 150_000  # some fifty full pages
MAX_WORDS = 30_000
MAX_LINES = 2000


def within_limits(document: Document) -> Document:
    """`document` itself, or its beginning with a note that says so when it is longer than any resume."""
    pages: list[Page] = []
    characters, words, lines = MAX_CHARACTERS, MAX_WORDS, MAX_LINES
    for page in document.pages:
        kept, characters, words, lines = _beginning(page.words, characters, words, lines)
        pages.append(page if len(kept) == len(page.words) else replace(page, words=kept))
    if all(new is old for new, old in zip(pages, document.pages, strict=True)):
        return document
    note = N_("The text is longer than a resume: only its beginning was looked at.")
    return replace(document, pages=tuple(pages), notes=(*document.notes, note))


def _beginning(
    words: tuple[Word, ...], characters: int, most: int, lines: int
) -> tuple[tuple[Word, ...], int, int, int]:
    """The words that fit, and what is left of the characters, words and lines allowed."""
    previous: int | None = None
    for at, word in enumerate(words):
        fresh = word.line != previous
        if at >= most or characters < len(word.text) or (fresh and lines < 1):
            return words[:at], 0, 0, 0
        characters, lines, previous = characters - len(word.text) - 1, lines - fresh, word.line
    return words, characters, most - len(words), lines
