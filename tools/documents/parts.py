"""A file read in parts, so that worker processes can share its pages; the whole is judged once all parts are there.

Knows kinds of files and their readers; nothing of processes. DOCX and TXT have no pages before they are laid out, so
such a file is one part.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from tools.documents.limits import Limits
from tools.documents.notes import notes_of, refusal
from tools.documents.sniff import Kind, kind_of
from tools.documents.types import Document, Page, Problem


def count_pages(name: str, data: bytes, limits: Limits | None = None) -> int:
    """How many pages can be asked of `read_part`; 1 for DOCX and TXT, however long they are.

    Raises
    ------
    WrongType, TooLarge, Encrypted, Empty, Corrupt
        All are `PortalError`s; each message is one sentence or two that name the file and say what to do.
    """
    limits = limits or Limits.default()
    kind = kind_of(name, data, limits)
    if kind == "pdf":
        from tools.documents.pdf import count_pdf

        return count_pdf(name, data, limits)
    if kind == "image":
        from tools.documents.images import count_pictures

        return count_pictures(name, data, limits)
    return 1


def read_part(name: str, data: bytes, first: int, last: int, limits: Limits | None = None) -> Document:
    """Pages `first` to `last` (from 1, both included) of a file, with the numbers that they have in the whole.

    `limits.ocr_seconds` is for this part alone. The part may hold no word at all: `join` judges.

    Raises
    ------
    WrongType, TooLarge, Encrypted, Empty, Corrupt
        The file as a whole cannot be read.
    """
    limits = limits or Limits.default()
    kind = kind_of(name, data, limits)
    pages = _pages(kind, name, data, limits, first, last)
    return Document(name, kind, hashlib.sha256(data).hexdigest(), pages, notes_of(pages))


def join(parts: Sequence[Document]) -> Document:
    """One document out of the parts of one file, in any order, its notes about all pages.

    Raises
    ------
    Unreadable, Corrupt, Empty
        Nothing could be read in any of them.
    """
    first = parts[0]
    pages = tuple(sorted((page for part in parts for page in part.pages), key=lambda page: page.number))
    error = refusal(first.name, first.kind, pages)
    if error:
        raise error
    return Document(first.name, first.kind, first.sha256, pages, notes_of(pages))


def unread_part(whole: Document, problems: Mapping[int, Problem]) -> Document:
    """The pages that no worker could read, by number, with what kept it; `whole` is any other part of the same file."""
    pages = tuple(Page(number, 595.0, 842.0, (), "picture", problem=problem) for number, problem in problems.items())
    return Document(whole.name, whole.kind, whole.sha256, pages, notes_of(pages))


def _pages(kind: Kind, name: str, data: bytes, limits: Limits, first: int, last: int) -> tuple[Page, ...]:
    # Each reader is imported when its kind turns up: a worker that reads only PDFs never loads python-docx.
    if kind == "pdf":
        from tools.documents.pdf import read_pdf

        return read_pdf(name, data, limits, first, last)
    if kind == "docx":
        from tools.documents.word_file import read_word_file

        return read_word_file(name, data, limits)
    if kind == "image":
        from tools.documents.images import read_image

        return read_image(name, data, limits, first, last)
    from tools.documents.text_file import read_text

    return read_text(name, data, limits)
