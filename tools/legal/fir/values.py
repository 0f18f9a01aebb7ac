"""Which printed words are the value of which label: right of it on its row, else beneath it in its column.

Works on visual rows and label blocks; knows no label by name and no form of a value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tools.documents.types import Box
from tools.legal.fir.blocks import ENUMERATED
from tools.legal.fir.matching import WIDE, Block
from tools.legal.fir.rows import Row
from tools.legal.fir.tokens import Token, text_of

FARTHEST: Final = 2.4  # heights from one line of a value to its next
_UNREAD_NUMBER: Final = re.compile(r"[12०-९]\s?\.\s(?:FIR\s)?[0०][\d०-९]{3}")  # item 1 or 2 without its label
_SIGNS: Final = ".:-_–—…*"
BAND: Final = 0.35  # heights by which a value may stand higher or lower than its label
ALIGNED: Final = 1.2  # heights by which the lines of one value may start apart


@dataclass(eq=False)
class Segment:
    """Tokens of one row without a column gap or a label between them, and the label they belong to."""

    row: int
    tokens: list[Token]
    owner: Block | None = None

    @property
    def left(self) -> float:
        """In points from the page's left."""
        return self.tokens[0].box[0]

    @property
    def right(self) -> float:
        """In points from the page's left."""
        return self.tokens[-1].box[2]


def values_of(rows: Sequence[Row], start: int, stop: int, blocks: Sequence[Block]) -> dict[Block, list[Token]]:
    """The tokens of each block's value, in reading order; blocks without a value are missing."""
    segments: list[Segment] = []
    for at in range(start, stop):
        scanned, lost = rows[at].page.source == "ocr", False
        for segment in _segments(rows[at], at, blocks):
            if not any(token.text.strip(_SIGNS) for token in segment.tokens):
                lost = scanned and any(token.text == ":" for token in segment.tokens)
                continue
            if lost or (scanned and _unread_label(segment)):
                lost = False  # a label that a scan lost: its value belongs to no other
                continue
            segment.owner = (
                _beside(segment, rows, blocks, segments)
                or _waiting(segment, rows, blocks, segments)
                or _above(segment, rows, blocks, segments)
            )
            segments.append(segment)
    found: dict[Block, list[Token]] = {}
    for segment in segments:
        if segment.owner is not None:
            found.setdefault(segment.owner, []).extend(segment.tokens)
    return found


def _segments(row: Row, at: int, blocks: Sequence[Block]) -> list[Segment]:
    labels = {id(token) for block in blocks if at in block.rows or block.row == at for token in block.tokens}
    found: list[Segment] = []
    fresh = True
    for token in row.tokens:
        if id(token) in labels:
            fresh = True
            continue
        if fresh or token.box[0] - found[-1].right > WIDE * row.height:
            found.append(Segment(at, []))
            fresh = False
        found[-1].tokens.append(token)
    return found


def _unread_label(segment: Segment) -> bool:
    """Whether the segment is a numbered label of its own that could not be read, with its value: "2. WAR: 0482"."""
    text = text_of(segment.tokens[:12])
    number = ENUMERATED.match(text)
    if number is None:
        return False
    lettered = ")" in number[0] and number[0].rstrip().endswith(":")
    return lettered or ":" in text[number.end() : number.end() + 30] or _UNREAD_NUMBER.match(text) is not None


def _beside(
    segment: Segment, rows: Sequence[Row], blocks: Sequence[Block], segments: Sequence[Segment]
) -> Block | None:
    """The nearest label left of the segment in its band, unless one above it waits for a value."""
    row = rows[segment.row]
    best, edge = None, -1.0
    for block in blocks:
        right = _right_edge(block, row, rows)
        if right is not None and edge < right <= segment.left + 0.4 * row.height:
            best, edge = block, right
    if best is not None and best.row < segment.row:
        waiting = _waiting(segment, rows, blocks, segments)
        if waiting is not None and waiting.box[0] > edge:
            return waiting
    return best


def _right_edge(block: Block, row: Row, rows: Sequence[Row]) -> float | None:
    """Where the label ends on the row; None when it does not stand in the row's band."""
    if rows[block.row].page is not row.page:
        return None
    slack = BAND * row.height
    beside = [token.box[2] for token in block.tokens if abs(_middle(token.box) - row.middle) < 0.5 * row.height]
    if beside:
        return max(beside)
    _, top, right, bottom = block.box
    return right if top - slack <= row.middle <= bottom + slack else None


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _waiting(
    segment: Segment, rows: Sequence[Row], blocks: Sequence[Block], segments: Sequence[Segment]
) -> Block | None:
    """A label right above the segment that has no value yet."""
    row = rows[segment.row]
    for block in blocks:
        left, _, right, bottom = block.box
        above = rows[block.row].page is row.page and 0 <= row.middle - bottom < 1.2 * row.height
        if above and left - row.height <= segment.left < right and not any(s.owner is block for s in segments):
            return block
    return None


@dataclass(frozen=True)
class _Anchor:
    left: float
    right: float
    row: int
    block: Block
    value: bool


def _above(segment: Segment, rows: Sequence[Row], blocks: Sequence[Block], segments: Sequence[Segment]) -> Block | None:
    """The label whose value the segment continues, or that stands above it."""
    anchors = [
        _Anchor(block.box[0], block.box[2], max(block.rows | {block.row}), block, False)
        for block in blocks
        if block.row < segment.row
    ]
    anchors += [
        _Anchor(other.left, other.right, other.row, other.owner, True)
        for other in segments
        if other.owner is not None and other.row < segment.row
    ]
    near = max((anchor.row for anchor in anchors if anchor.row < segment.row), default=None)
    if near is None or not _close(rows, near, segment.row):
        return None
    line = sorted((anchor for anchor in anchors if anchor.row == near), key=lambda anchor: anchor.left)
    height = rows[segment.row].height
    under = [anchor for anchor in line if anchor.left <= segment.left + ALIGNED * height]
    if not under:
        return line[-1].block if line[-1].value else line[0].block
    chosen = under[-1]
    following = [anchor.left for anchor in line if anchor.left > chosen.right]
    limit = min(following, default=max(row.box[2] for row in rows[near : segment.row + 1]))
    if _continues(chosen, segment, line, limit, height):
        return chosen.block
    return None


def _continues(chosen: _Anchor, segment: Segment, line: Sequence[_Anchor], limit: float, height: float) -> bool:
    """Whether a value may go on there: its line was full, or both lines start at the same place."""
    values = [anchor for anchor in line if anchor.value and anchor.block is chosen.block]
    if not values:
        return True
    first = segment.tokens[0].box
    full = limit - values[-1].right < (first[2] - first[0]) + 2.5 * height
    return full or any(abs(anchor.left - segment.left) < ALIGNED * height for anchor in values)


def _close(rows: Sequence[Row], first: int, second: int) -> bool:
    above, below = rows[first], rows[second]
    if above.page is not below.page:
        return second == first + 1
    return below.middle - above.middle < FARTHEST * below.height
