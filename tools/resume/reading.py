"""What runs in a worker process: one file in, a parsed resume and its page layout out. Knows no job."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date

import msgspec

from tools import packing
from tools.documents import Box, Document, read_document, render_page, render_words
from tools.resume.labels import identity_boxes
from tools.resume.parse import parse_resume
from tools.resume.skills import find_skills
from tools.resume.types import Identity, Resume


@dataclass(frozen=True)
class Parsed:
    """A resume and where its words stand; `layout` is the packed `Document`, small enough to keep for a visit."""

    resume: Resume
    layout: bytes

    def document(self) -> Document:
        """The words with their boxes."""
        return _unpack(self.layout)


def parse_file(name: str, data: bytes, today: str) -> Parsed:
    """Read and parse one resume.

    Parameters
    ----------
    name
        File name, for messages only.
    data
        The file.
    today
        ISO date that stands for "present".

    Raises
    ------
    PortalError
        The file cannot be read; the sentence says why and what to do.
    """
    document = read_document(name, data)
    resume = parse_resume(document, today=date.fromisoformat(today), find_skills=find_skills)
    return Parsed(resume, zlib.compress(msgspec.msgpack.encode(document), 3))


def picture(name: str, data: bytes, layout: bytes, number: int, quotes: list[str], hidden: Identity | None) -> bytes:
    """One page as PNG, the quotes highlighted.

    With `hidden`, what identifies the person is covered: identity terms, photos, and of a scan all but its words.
    """
    page = next(page for page in _unpack(layout).pages if page.number == number)
    boxes: list[Box] = [box for quote in quotes for box in page.locate(quote)]
    cover = identity_boxes(page, hidden) if hidden else ()
    if hidden and page.source in ("ocr", "picture"):
        return render_words(page, highlights=boxes, boxes_to_hide=cover)
    return render_page(name, data, number, highlights=boxes, boxes_to_hide=cover, without_pictures=hidden is not None)


def _unpack(layout: bytes) -> Document:
    return packing.decode(zlib.decompress(layout), Document)
