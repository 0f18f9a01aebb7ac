"""The numbered items of the FIR form: which rows each covers. Words of the story that look like headings are told
apart by their number, their place at the margin and the order of the items. Knows no values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tools.legal.dates import ascii_digits
from tools.legal.fir.blocks import Words, blocks_in
from tools.legal.fir.labels import boilerplate, fields, headings, spellings
from tools.legal.fir.matching import Block, matches_in
from tools.legal.fir.rows import Row

_TITLE: Final = frozenset(("undersection", "undersections", "us", "धारा"))  # in the form's title
_PART: Final = frozenset(("generaldiaryreference",))  # a part of item 3 that opens it in some states: "3. (a) General…"
NUMBERED, OTHER_NUMBER, AT_MARGIN, PLAIN, WORD = 3.0, 2.4, 1.6, 1.0, 0.4
"""What speaks for a heading: the number of its item before it, the number that the item has where a form counts more
items, the left margin, its own phrase, an everyday word."""
SHIFTED: Final = 2  # items that an older form counts more


@dataclass(frozen=True)
class Item:
    """An item of the form: its number, its heading, and its rows from `start` to before `stop`."""

    number: str
    heading: Block
    start: int
    stop: int


@dataclass(frozen=True)
class Form:
    """The items that were found; `head` is the first row after which item 1 may stand."""

    items: tuple[Item, ...]
    likeness: float

    def get(self, number: str) -> Item | None:
        """The item of that number, if the document has it."""
        return next((item for item in self.items if item.number == number), None)


def form_of(rows: Sequence[Row]) -> Form:
    """The items of a document; none when it does not follow the form."""
    candidates = [
        block
        for block in blocks_in(rows, 0, len(rows), headings(), Words(boilerplate(), boilerplate(), spellings("1")))
        if _weight(block) > 0
    ]
    chain = _chain(sorted(candidates, key=lambda block: (block.row, block.box[0])))
    if chain and (acts := _acts(rows, chain)):
        chain = [*acts, *(block for block in chain if block.key != "2")]
    chain = sorted([*chain, *_numbers(rows, chain)], key=lambda block: float(block.key))
    items = tuple(Item(block.key, block, block.row, _end(chain, at, len(rows))) for at, block in enumerate(chain))
    return Form(items, sum(_weight(block) for block in chain))


def _acts(rows: Sequence[Row], chain: Sequence[Block]) -> list[Block]:
    """The columns or labels of item 2, which often has no heading: the first row that names both acts and sections.

    Above a heading of item 2 only what has its number: "2. (i) Act: … Sections: …" before "(iv) Other Acts & Sections".
    """
    known = chain[0].key == "2"
    for at in range(chain[0].row):
        if known and rows[at].tokens[0].text != "2":
            continue
        found = {match.key: match for match in matches_in(rows[at], at, fields("2"))}
        if {"acts", "sections"} <= found.keys():
            return [replace(found["acts"], key="2", tokens=list(found["acts"].tokens))]
    return []


def _numbers(rows: Sequence[Row], chain: Sequence[Block]) -> list[Block]:
    """Headings of which a scan left only the number, "5.", between those of the items before and after."""
    found: list[Block] = []
    marks = [(1, -1), *((int(float(block.key)), block.row) for block in chain)]
    for (number_before, row_before), (number_after, row_after) in pairwise(marks):
        missing = [str(number) for number in range(max(3, number_before + 1), number_after)]
        for at in range(row_before + 1, row_after):
            first = rows[at].tokens[:2]
            number = ascii_digits(first[0].text)
            if rows[at].page.source == "ocr" and number in missing and len(first) > 1 and first[1].text == ".":
                found.append(Block(number, at, list(first), enumerator=number, rows={at}))
                missing = missing[missing.index(number) + 1 :]
    return found


def _end(chain: Sequence[Block], at: int, last: int) -> int:
    return next((block.row for block in chain[at + 1 :] if block.row > chain[at].row), last)


def _weight(block: Block) -> float:
    number = re.match(r"0?(\d{1,2})", ascii_digits(block.enumerator))
    if number and number[1] == block.key:
        return NUMBERED + (0 if block.weak else 1.0)
    if block.phrase in _TITLE or block.phrase in _PART:
        return 0.0
    if number and block.starts_row and not block.weak and 0 < int(number[1]) - int(float(block.key)) <= SHIFTED:
        return OTHER_NUMBER
    if block.weak:
        return WORD if (block.starts_row and (block.colon or block.bracket)) else 0.0
    return AT_MARGIN if block.starts_row else PLAIN


def _chain(candidates: Sequence[Block]) -> list[Block]:
    """The heaviest run of headings whose numbers rise down the document."""
    best: list[float] = []
    before: list[int] = []
    for at, block in enumerate(candidates):
        weights = [
            (best[earlier], earlier) for earlier in range(at) if float(candidates[earlier].key) < float(block.key)
        ]
        weight, earlier = max(weights, default=(0.0, -1))
        best.append(weight + _weight(block))
        before.append(earlier)
    chain: list[Block] = []
    at = max(range(len(best)), key=lambda index: best[index], default=-1)
    while at >= 0:
        chain.append(candidates[at])
        at = before[at]
    return chain[::-1]
