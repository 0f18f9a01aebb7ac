"""Files in, pages of words out."""

from tools.documents.limits import Limits
from tools.documents.parts import count_pages, join, read_part
from tools.documents.read import read_document
from tools.documents.render import render_page, render_words
from tools.documents.types import Box, Document, Page, PageSource, Word

__all__ = [
    "Box", "Document", "Limits", "Page", "PageSource", "Word",
    "count_pages", "join", "read_document", "read_part", "render_page", "render_words",
]  # fmt: skip
