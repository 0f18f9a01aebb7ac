"""Files in, pages of words out."""

from tools.documents.types import Box, Document, Page, PageSource, Word

__all__ = ["Box", "Document", "Page", "PageSource", "Word"]
