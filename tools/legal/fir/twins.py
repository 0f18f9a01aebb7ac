"""A label in two languages as one: "Name" and "(नाम)" beside it or beneath it. Knows no label by name."""

from __future__ import annotations

from collections.abc import Sequence

from tools.legal.fir.matching import WIDE, Block


def merged(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a label's second language, found by itself beside or beneath it, made part of it."""
    found: list[Block] = []
    for block in blocks:
        twin = next(
            (other for other in reversed(found[-6:]) if other.key == block.key and _touches(other, block)), None
        )
        if twin is None:
            found.append(block)
            continue
        twin.tokens += block.tokens
        twin.rows |= block.rows
        twin.colon |= block.colon
        twin.bracket |= block.bracket
    return found


def _touches(first: Block, second: Block) -> bool:
    """Whether the second stands right beside the first, or beneath it in its column, with nothing between."""
    height = max(second.tokens[0].height, 1.0)
    left, top, right, bottom = first.box
    if second.row in first.rows:
        return not first.colon and 0 <= second.box[0] - right < WIDE * height
    return (
        not first.colon
        and second.box[1] - bottom < 0.9 * height
        and second.box[1] > top
        and min(abs(second.box[0] - left), abs(second.box[0] - first.indent)) < 3 * height
    )
