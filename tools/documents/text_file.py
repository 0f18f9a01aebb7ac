"""Plain text files: decoded, cut into pages at form feeds, laid out. Knows nothing of other formats."""

from __future__ import annotations

from tools.documents.devanagari import normalised
from tools.documents.flow import Flow
from tools.documents.limits import Limits
from tools.documents.sniff import decode_text
from tools.documents.types import Page
from tools.errors import Empty, TooLarge, WrongType

SIZE = 11.0  # points


def read_text(name: str, data: bytes, limits: Limits) -> tuple[Page, ...]:
    """The pages of a text file.

    Raises
    ------
    WrongType, TooLarge, Empty
        Not text, too long, or only white space.
    """
    text = decode_text(data)
    if text is None:
        raise WrongType(f"{name} is not readable as text. Save it as PDF or DOCX and add it again.")
    if not text.strip():
        raise Empty(f"{name} is empty: it has no text. Export it again and add the new file.")
    if len(text) > limits.max_characters:
        raise TooLarge(f"{name} has {len(text):,} characters; at most {limits.max_characters:,} are read. Split it.")
    flow = Flow()
    for number, sheet in enumerate(text.strip("\f").split("\f")):
        if number:
            flow.new_page()
        for line in sheet.splitlines():
            flow.add(normalised(line), "", SIZE, None, False)
            flow.new_line()
    pages = flow.finish()
    if len(pages) > limits.max_pages:
        raise TooLarge(f"{name} has {len(pages):,} pages; at most {limits.max_pages:,} are read. Split it.")
    return pages
