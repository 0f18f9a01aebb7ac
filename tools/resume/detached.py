"""Gives text back to its section when a page's headings were all read before the text that they head.

Some two-column designs keep headings and texts in separate layers. Knows blocks by their dates and degrees only.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import pairwise

from tools.resume.dates import find_ranges
from tools.resume.degrees import degree_level
from tools.resume.heading_phrases import SectionKind
from tools.resume.sections import Line, Section

EMPTY_RUN = 4  # so many headings in a row without a line of text between them stand apart from their texts
_ANY_DAY = datetime.date(2100, 1, 1)  # only whether a block is dated matters here


def reunite(sections: Sequence[Section]) -> tuple[Section, ...]:
    """`sections`, or with the text behind a run of empty headings cut anew into experience, education and the rest."""
    start = _run(sections)
    if start is None:
        return tuple(sections)
    pool = [line for section in sections[start:] if section.kind != "header" for line in section.lines]
    kinds: list[SectionKind] = []
    for block in _blocks(pool):
        kinds.extend([_kind(block, kinds[-1] if kinds else "other")] * len(block))
    cuts = [0, *(at for at in range(1, len(pool)) if kinds[at] != kinds[at - 1]), len(pool)]
    recut = [Section(kinds[one], "", tuple(pool[one:two])) for one, two in pairwise(cuts) if two > one]
    return (*sections[:start], *(section for section in sections[start:] if section.kind == "header"), *recut)


def _run(sections: Sequence[Section]) -> int | None:
    """Index of the first section behind a run of empty ones; None when there is no such run."""
    empty = 0
    for at, section in enumerate(sections):
        if section.lines:
            if empty >= EMPTY_RUN:
                return at
            empty = 0
        else:
            empty += 1
    return None


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _kind(block: Sequence[Line], current: SectionKind) -> SectionKind:
    if any(degree_level(line.text) >= 2 for line in block if len(line.text.split()) <= 12):
        return "education"
    return "experience" if any(find_ranges(line.text, _ANY_DAY) for line in block) else current
