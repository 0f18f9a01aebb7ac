"""Cuts a read document into resume sections: lines with their style, grouped under headings.

Works with page geometry (sizes, bold) and without it (plain text). It does not know what a role or a degree is;
the heading phrases live in `headings.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import median
from typing import Protocol

from tools.documents.types import Document, Page, Word
from tools.resume.heading_phrases import SectionKind
from tools.resume.headings import find_heading, inline_split, is_heading_like
from tools.resume.types import Role, SkillMention

MAX_LINE = 4000  # characters of one line that the parsers look at
_FOOTER = re.compile(r"^(?:page\s*)?\d{1,3}\s*(?:(?:of|/)\s*\d{1,3})?$|^page\b.{0,12}$", re.I)
_SOURCE_URL = re.compile(r"^https?://\S+$")


@dataclass(frozen=True)
class Line:
    """One visible line. `text` is a verbatim piece of its page's text; `gap` says that white space parts it from
    the line before; `strong` that it is bold, larger or otherwise coloured than the body; sizes are points."""

    page: int
    text: str
    size: float = 0.0
    bold: bool = False
    left: float = 0.0
    gap: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Section:
    """Consecutive lines under one heading (`heading` is empty for what stands before the first)."""

    kind: SectionKind
    heading: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The section's lines, without its heading, joined by newlines."""
        return "\n".join(line.text for line in self.lines)


class SkillFinder(Protocol):
    """Finds the taxonomy's skills in a resume, with their quotes and months."""

    def __call__(
        self, document: Document, sections: Sequence[Section], roles: Sequence[Role]
    ) -> tuple[SkillMention, ...]:
        """The skills of `document`; see `SkillMention`."""
        ...


def split_sections(document: Document) -> tuple[Section, ...]:
    """The document's sections in reading order; the first is the header. Running footers are left out."""
    lines = read_lines(document)
    body = body_size(lines)
    name_at = _banner(lines, body)
    sections: list[Section] = []
    kind: SectionKind = "header"
    heading, current = "", list[Line]()
    heading_line: Line | None = None

    def close() -> None:
        if current or heading:
            sections.append(Section(kind, heading, tuple(current)))

    for index, line in enumerate(lines):
        if index == name_at and kind != "header":
            close()
            kind, heading, heading_line, current = "header", "", None, [line]
            continue
        found = _heading_here(line, kind, heading_line, body)
        if found is None:
            current.append(line)
            continue
        close()
        kind, heading = found[0], found[1]
        heading_line = line
        current = [replace(line, text=found[2], gap=False)] if found[2] else []
    close()
    return tuple(sections)


def read_lines(document: Document) -> list[Line]:
    """Every visible line with its style, without page numbers and lines that repeat on most pages."""
    lines: list[Line] = []
    for page in document.pages:
        lines.extend(_page_lines(page))
    repeated = _running_lines(lines, len(document.pages))
    body = body_size(lines)
    kept = [line for line in lines if line.text not in repeated and not _FOOTER.match(line.text)]
    kept = [line for line in kept if not _SOURCE_URL.match(line.text)]
    return [replace(line, strong=line.bold or (body > 0 and line.size > body + 0.4)) for line in kept]


def body_size(lines: Sequence[Line]) -> float:
    """The commonest font size, weighted by characters; 0 when sizes are not known."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _page_lines(page: Page) -> list[Line]:
    groups: list[list[Word]] = []
    for word in page.words:
        if word.hidden or not word.text:
            continue
        if groups and groups[-1][0].line == word.line:
            groups[-1].append(word)
        else:
            groups.append([word])
    lines: list[Line] = []
    previous: list[Word] | None = None
    for words in groups:
        text = " ".join(word.text for word in words)
        size = round(median(word.size for word in words[:60]), 1)
        bold = sum(_is_bold(word.font) for word in words[:60]) * 2 > len(words[:60])
        for at, piece in enumerate(inline_split(text[:MAX_LINE])):
            gap = at > 0 or previous is None or _gap(previous, words)
            lines.append(Line(page.number, piece, size, bold, words[0].box[0], gap))
        previous = words
    return lines


@lru_cache(maxsize=1024)
def _is_bold(font: str) -> bool:
    return any(mark in font.lower() for mark in ("bold", "black", "heavy", "-bd", "cmbx"))


def _gap(above: list[Word], below: list[Word]) -> bool:
    """Is there white space between two lines? Line numbers that jump (plain text) or a wide vertical step say so."""
    if below[0].line - above[-1].line > 1:
        return True
    height = above[0].box[3] - above[0].box[1]
    return height > 0 and below[0].box[1] - above[0].box[3] > 0.75 * height


def _running_lines(lines: Sequence[Line], pages: int) -> set[str]:
    """Short lines that stand on most of three or more pages: running headers and footers."""
    if pages < 3:
        return set()
    where: dict[str, set[int]] = {}
    for line in lines:
        if len(line.text) < 80:
            where.setdefault(line.text, set()).add(line.page)
    return {text for text, on in where.items() if len(on) > pages * 0.6 and len(on) >= 3 and 1 not in on}


def _banner(lines: Sequence[Line], body: float) -> int | None:
    """Index of the largest line of page one, when it is clearly larger than the body: mostly the name."""
    first = [(line.size, -index) for index, line in enumerate(lines) if line.page == 1 and len(line.text) < 60]
    if not first or body <= 0:
        return None
    size, index = max(first)
    line = lines[-index]
    return -index if size > 1.3 * body and find_heading(line.text) is None else None


def _heading_here(
    line: Line, current: SectionKind, last: Line | None, body: float
) -> tuple[SectionKind, str, str] | None:
    """(kind, heading, content on the same line) when `line` opens a section at this place."""
    found = find_heading(line.text)
    if found is None:
        return None
    kind, heading, rest, exact = found
    strong = line.strong or heading.isupper() or is_heading_like(heading)
    if body > 0 and last is not None and last.strong and not line.strong and not heading.isupper():
        return None  # the document's headings are set off; a plain line is a label inside a section
    if rest and current in ("experience", "projects") and kind in ("skills", "projects", "summary", "other"):
        return None  # "Skills: Java" under a role describes the role
    smaller = last is not None and body > 0 and line.size < last.size - 0.4
    if current == "experience" and smaller and kind in ("skills", "projects", "summary", "other"):
        return None
    return (kind, heading, rest) if exact or strong else None
