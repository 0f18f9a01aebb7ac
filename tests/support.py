"""Documents made straight from text, for tests and benchmarks that need no PDF."""

from __future__ import annotations

import hashlib

from tools.documents.types import Document, Page, Word


def document_from_text(name: str, text: str, *, gaps: bool = True) -> Document:
    """A document without geometry: one word per token, a form feed per page.

    Blank lines make line numbers jump; with `gaps` False they leave no trace.
    """
    pages = []
    for number, page in enumerate(text.split("\f"), 1):
        words: list[Word] = []
        at = 0
        for line in page.splitlines():
            tokens = line.split()
            if tokens or gaps:
                at += 1
            words.extend(Word(token, (0.0, 0.0, 0.0, 0.0), at) for token in tokens)
        pages.append(Page(number, 595.0, 842.0, tuple(words), "text" if words else "blank"))
    return Document(name, "txt", hashlib.sha256(text.encode()).hexdigest(), tuple(pages))
