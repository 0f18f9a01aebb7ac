"""How much of one legal document is read, and how its scans are read: judgments are longer than other papers."""

from __future__ import annotations

from dataclasses import replace

from tools.documents import Limits
from tools.settings import settings

OCR_LANGUAGE = "Devanagari+eng"  # Hindi first: most police papers are; both scripts are read by it


def legal_limits() -> Limits:
    """The portal's limits, with more pages and with every number of a scan read twice."""
    base = Limits.default()
    pages = max(base.max_pages, settings().legal_max_pages)
    return replace(base, max_pages=pages, ocr_language=OCR_LANGUAGE, check_numbers=True)
