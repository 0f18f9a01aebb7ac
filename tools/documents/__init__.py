"""Files in, pages of words out."""

from tools.documents.limits import Limits
from tools.documents.read import read_document
from tools.documents.render import render_page
from tools.documents.types import Box, Document, Page, PageSource, Word

__all__ = ["Box", "Document", "Limits", "Page", "PageSource", "Word", "read_document", "render_page"]
