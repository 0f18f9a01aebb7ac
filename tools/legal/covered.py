"""A summarised document as others may see it: private words as marks in the text, boxes to cover on its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tools.documents import Document, Page
from tools.documents.types import Box
from tools.legal.privacy import mask_of, secrets_on
from tools.legal.process import Processed


def covered_document(name: str, sha256: str, processed: Processed) -> tuple[Document, Mapping[int, tuple[Box, ...]]]:
    """The document `name` with every private word masked where it stands, and by page the boxes to cover."""
    pages, covers = [], {}
    for number in range(1, len(processed.layouts) + 1):
        page = processed.page(number)
        boxes = secrets_on(page, processed.extract)
        pages.append(_masked(page, frozenset(boxes)))
        if boxes:
            covers[number] = boxes
    return Document(name, "pdf", sha256, tuple(pages)), covers


def _masked(page: Page, boxes: frozenset[Box]) -> Page:
    """`page` with the words in `boxes` as marks; its tables repeat words without boxes and are left out."""
    if not boxes:
        return page
    words = tuple(replace(word, text=mask_of(word.text)) if word.box in boxes else word for word in page.words)
    return replace(page, words=words, tables=())
