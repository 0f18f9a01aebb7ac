"""Finds the skills of a resume: known ones anywhere in its visible text, and whatever its skills sections list.

Each skill comes with a verbatim quote and with the months of the dated roles that mention it. It does not know how
well somebody masters a skill, nor does it guess skills from job titles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from tools.documents.types import Document
from tools.resume.listed import Item, list_items
from tools.resume.quotes import find_quote
from tools.resume.skill_sections import SectionLike, SectionLine, may_hold_lists, skill_lists
from tools.resume.surfaces import key_of
from tools.resume.taxonomy import Hit, Taxonomy, load_taxonomy
from tools.resume.tenure import is_negated, months_by_skill
from tools.resume.types import Role, SkillMention

MAX_SKILLS = 400
STATEMENT_SHARE = 0.4
STATEMENT_WORDS = 3.2  # names of products have up to three words, pieces of sentences more
LIST_SHARE = 0.5
MAX_UNKNOWN_WORDS = 3  # longer items without any known skill are mostly phrases ("open to work in shifts")
_PRAISE = re.compile(
    r"^(?:(?:excellent|effective|strong|good|exceptional|meticulous|advanced|outstanding|superior|highly|well|skilled|"
    r"proven|solid|great|very)\s+)+|\s+(?:proficiency|proficient|expert|expertise|professional|skills?|skilled|techniques|"
    r"knowledge|experience|basics|\d+(?:\.\d+)*)$",
    re.I,
)
_SILENT = frozenset({"personal", "references", "declaration"})
_CONTACT = re.compile(
    r"\S@\S|(?:\d[\s-]?){9,}|https?://|\b(?:address|mobile|phone|e-?mail|contact|father|name)\b\s*[:\-]", re.I
)


@dataclass
class _Found:
    """All that the resume says about one skill; the first listed mention, else the first mention, is shown."""

    kind: Literal["exact", "alias"]
    surface: str
    page: int
    quote: str
    listed: bool
    surfaces: dict[str, None] = field(default_factory=dict)


def find_skills(document: Document, sections: Sequence[SectionLike], roles: Sequence[Role]) -> tuple[SkillMention, ...]:
    """The skills of `document`, those that its skills sections list first, each in reading order.

    A skill that the taxonomy does not know is kept as the resume writes it when a skills section lists it.
    """
    reader = _Reader(document, load_taxonomy())
    lists = skill_lists(sections, reader.taxonomy)
    for section in lists:
        for passage in _passages(section.lines):
            reader.read_list(passage)
    for section in sections:
        if may_hold_lists(section):
            for passage in _passages(section.lines):
                reader.read_stray_lists(passage)
    for section in sections:
        if section.kind in _SILENT or section in lists:
            continue
        for passage in _passages(_speaking(section)):
            reader.read_prose(passage)
    spans = months_by_skill(roles, reader.found, reader.taxonomy)
    ordered = sorted(reader.found.items(), key=lambda pair: not pair[1].listed)[:MAX_SKILLS]
    return tuple(_mention(skill, entry, spans.get(skill, [])) for skill, entry in ordered)


@dataclass(frozen=True)
class _Passage:
    """Consecutive lines of one page, joined by newlines."""

    page: int
    text: str


def _passages(lines: Sequence[SectionLine]) -> list[_Passage]:
    passages: list[tuple[int, list[str]]] = []
    for line in lines:
        if not passages or passages[-1][0] != line.page:
            passages.append((line.page, []))
        passages[-1][1].append(line.text)
    return [_Passage(page, "\n".join(texts)) for page, texts in passages]


def _speaking(section: SectionLike) -> list[SectionLine]:
    """The lines of a section that may name skills: in the header not the name (first line) and the contacts."""
    if section.kind != "header":
        return list(section.lines)
    return [line for line in section.lines[1:] if not _CONTACT.search(line.text)]


class _Reader:
    """Notes what passages say about skills, in `found` by name."""

    def __init__(self, document: Document, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.found: dict[str, _Found] = {}
        self._pages = {page.number: page for page in document.pages}

    def read_list(self, passage: _Passage) -> None:
        """Skills of a skills section: its items, known or not."""
        items = list_items(passage.text)
        known = [None if item.label else self.taxonomy.canonical(passage.text[item.start : item.end]) for item in items]
        words = [len(passage.text[item.start : item.end].split()) for item in items if not item.label]
        statements = _states(words, sum(name is not None for name in known))
        for item, name in zip(items, known, strict=True):
            if not is_negated(passage.text, item.start, item.end):
                self._read_item(passage, item, name, statements=statements)

    def read_stray_lists(self, passage: _Passage) -> None:
        """Lines that list skills under another heading ("Additional information"): most of their items are known."""
        lines: dict[int, list[Item]] = {}
        for item in list_items(passage.text):
            if not item.prose:
                lines.setdefault(item.entry, []).append(item)
        for items in lines.values():
            surfaces = [passage.text[item.start : item.end] for item in items]
            known = [self.taxonomy.canonical(surface) for surface in surfaces]
            sure = [
                name is not None or _covers(self.taxonomy.find(surface, listed=True), surface)
                for name, surface in zip(known, surfaces, strict=True)
            ]
            if sum(sure) < LIST_SHARE * len(items):
                continue
            for item, name in zip(items, known, strict=True):
                self._read_item(passage, item, name)

    def read_prose(self, passage: _Passage) -> None:
        """Known skills in running text."""
        for hit in self.taxonomy.find(passage.text):
            if not is_negated(passage.text, hit.start, hit.end):
                self._add(hit.skill, hit.kind, passage, (hit.start, hit.end))

    def _read_item(self, passage: _Passage, item: Item, known: str | None, *, statements: bool = False) -> None:
        surface = passage.text[item.start : item.end]
        if known is not None:
            kind: Literal["exact", "alias"] = "exact" if key_of(known) == key_of(surface) else "alias"
            self._add(known, kind, passage, (item.start, item.end), surface)
            return
        hits = self.taxonomy.find(surface, listed=not item.prose)
        whole = not item.prose and not statements and _covers(hits, surface)
        own = not item.prose and not statements and not whole
        if own and (hits or len(surface.split()) <= MAX_UNKNOWN_WORDS):
            self._add_unknown(passage, item)
        for hit in hits:
            span = (item.start + hit.start, item.start + hit.end)
            if not is_negated(passage.text, *span):
                self._add(hit.skill, hit.kind, passage, span, surface if whole else "")

    def _add_unknown(self, passage: _Passage, item: Item) -> None:
        surface = " ".join(passage.text[item.start : item.end].split())
        same = next((skill for skill in self.found if key_of(skill) == key_of(surface)), surface)
        self._add(same, "exact", passage, (item.start, item.end), surface)

    def _add(
        self, skill: str, kind: Literal["exact", "alias"], passage: _Passage, span: tuple[int, int], listed: str = ""
    ) -> None:
        """Notes a mention; `listed` is the list item that names it, empty in running text."""
        surface = passage.text[slice(*span)]
        entry = self.found.get(skill)
        if entry is None:
            quote = find_quote(passage.text, *span, self._pages.get(passage.page))
            if quote is None:
                return
            entry = self.found[skill] = _Found(kind, surface, passage.page, quote, bool(listed))
        if listed:
            entry.listed = True
            entry.surfaces.setdefault(" ".join(listed.split()))


def _states(words: Sequence[int], known: int) -> bool:
    """Does a skills section hold statements rather than a list? Its items are long and few of them are known skills.

    `words` has the length of each item.
    """
    return len(words) > 5 and known < STATEMENT_SHARE * len(words) and sum(words) > STATEMENT_WORDS * len(words)


def _covers(hits: Sequence[Hit], surface: str) -> bool:
    """Do the known skills make up nearly the whole item (`Java & J2EE`), so that it is no skill of its own?"""
    letters = sum(character.isalnum() for character in _PRAISE.sub("", surface))
    known = sum(sum(character.isalnum() for character in hit.surface) for hit in hits)
    return len(hits) > 0 and known >= 0.75 * letters


def _mention(skill: str, entry: _Found, spans: list[tuple[int, int, str]]) -> SkillMention:
    months: int | None = None
    last: str | None = None
    if spans:
        months = len({month for start, end, _ in spans for month in range(start, end + 1)})
        last = "present" if any(end == "present" for *_, end in spans) else max(end for *_, end in spans)
    return SkillMention(
        skill=skill,
        surface=entry.surface,
        kind=entry.kind,
        page=entry.page,
        quote=entry.quote,
        months=months,
        last_used=last,
        listed=entry.listed,
        surfaces=tuple(entry.surfaces),
    )
