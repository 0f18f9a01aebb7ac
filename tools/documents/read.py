"""Bytes in, `Document` out: tells the kind and hands over to its reader. Knows nothing of processes or uploads."""

from __future__ import annotations

import hashlib

from tools.documents.limits import Limits
from tools.documents.sniff import kind_of
from tools.documents.types import Document


def read_document(name: str, data: bytes, *, limits: Limits | None = None) -> Document:
    """Read a PDF, DOCX, text or image file. Pure: the same bytes give the same document; it touches no files.

    Parameters
    ----------
    name
        Shown in messages and kept in the document; the kind is told from `data` alone.
    limits
        Bounds on bytes, pages, pixels and OCR; the settings' by default.

    Raises
    ------
    WrongType, TooLarge, Encrypted, Empty, Corrupt, Unreadable
        All are `PortalError`s; each message is one sentence or two that name the file and say what to do.
    """
    limits = limits or Limits.default()
    kind = kind_of(name, data, limits)
    notes: tuple[str, ...] = ()
    # Each reader is imported when its kind turns up: a worker that reads only PDFs never loads python-docx.
    if kind == "pdf":
        from tools.documents.pdf import read_pdf

        pages, notes = read_pdf(name, data, limits)
    elif kind == "docx":
        from tools.documents.word_file import read_word_file

        pages, notes = read_word_file(name, data, limits)
    elif kind == "image":
        from tools.documents.images import read_image

        pages, notes = read_image(name, data, limits)
    else:
        from tools.documents.text_file import read_text

        pages = read_text(name, data, limits)
    return Document(name, kind, hashlib.sha256(data).hexdigest(), pages, notes)
