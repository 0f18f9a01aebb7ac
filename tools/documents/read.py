"""Bytes in, `Document` out: tells the kind and hands over to its reader. Knows nothing of processes or uploads."""

from __future__ import annotations

from tools.documents.limits import Limits
from tools.documents.parts import join, read_part
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
    return join([read_part(name, data, 1, limits.max_pages, limits)])
