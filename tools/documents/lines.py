"""Fragments to lines in reading order.

A page is read in the order in which it draws its text, which keeps columns apart better than geometry does; that order
is changed only where two columns visibly take turns. Knows nothing of PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from tools.documents.words import BASELINE_SHIFT, Fragment

Line = list[Fragment]
OVERLAP = 0.3  # em by which fragments of one line may overlap
LEAST_ROWS = 4  # in which two columns take turns; fewer rows are a coincidence
LEAST_WIDTH = 8.0  # em; a narrower column holds labels or dates, which belong to the row they stand in
LEAST_ALIGNED = 0.6  # of a column's rows that start at the same place; dates at the right margin do not
MOST_LEADING = 3.0  # em between rows of one column; titles with their dates stand further apart
DEEPEST = 3  # columns within columns


def lines_of(fragments: Sequence[Fragment]) -> list[Line]:
    """The lines of a page; each holds the fragments that follow one another on one baseline."""
    lines: list[Line] = []
    for fragment in fragments:
        if lines and _continues(lines[-1], fragment):
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    return _untangled(lines, DEEPEST)


def _continues(line: Line, fragment: Fragment) -> bool:
    last = line[-1]
    em = max(last.size, fragment.size)
    return (
        fragment.angle == last.angle
        and abs(fragment.baseline - last.baseline) <= BASELINE_SHIFT * em
        and fragment.left >= last.right - OVERLAP * em
    )


class _Gap(NamedTuple):
    """White space between two neighbours on one line."""

    left: float
    right: float
    before: Fragment
    after: Fragment


def _untangled(lines: list[Line], depth: int) -> list[Line]:
    """The lines with columns that take turns put one after the other."""
    gutter = _gutter(lines) if depth else None
    if gutter is None:
        return lines
    result: list[Line] = []
    block: list[Line] = []
    for line in [*lines, None]:
        if line is not None and (_side(line, gutter) or _split(line, gutter)):
            block.append(line)
            continue
        result += _by_column(block, gutter, depth)
        block = []
        if line is not None:
            result.append(line)
    return result


def _by_column(block: list[Line], gutter: float, depth: int) -> list[Line]:
    """Left column, then right column; a block in which no line spans the gutter is in order already."""
    if not any(_split(line, gutter) for line in block):
        return block
    left: list[Line] = []
    right: list[Line] = []
    for line in block:
        for column, piece in (
            (left, [fragment for fragment in line if fragment.right <= gutter]),
            (right, [fragment for fragment in line if fragment.left >= gutter]),
        ):
            if piece:
                column.append(piece)
    return _untangled(left, depth - 1) + _untangled(right, depth - 1)


def _side(line: Line, gutter: float) -> bool:
    """Whether the line stands on one side of the gutter."""
    return line[-1].right <= gutter or line[0].left >= gutter


def _split(line: Line, gutter: float) -> bool:
    """Whether the gutter runs through one of the line's gaps."""
    return any(before.right <= gutter <= after.left for before, after in pairwise(line))


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a gap goes down through enough rows of running text on both sides; None on most pages."""
    gaps = [
        _Gap(before.right, after.left, before, after)
        for line in lines
        if line[0].angle == 0
        for before, after in pairwise(line)
        if after.left > before.right
    ]
    if len(gaps) < LEAST_ROWS:
        return None
    best: list[_Gap] = []
    at = None
    for candidate in {round(gap.right) - 1.0 for gap in gaps}:
        through = [gap for gap in gaps if gap.left <= candidate <= gap.right]
        if len(through) > len(best) and _are_columns(through):
            best, at = through, candidate
    return at


def _are_columns(gaps: Sequence[_Gap]) -> bool:
    if len(gaps) < LEAST_ROWS:
        return False
    em = median([gap.after.size for gap in gaps]) or 1.0
    starts = [gap.after.left for gap in gaps]
    usual = median(starts)
    leading = median([abs(second.after.baseline - first.after.baseline) for first, second in pairwise(gaps)])
    return (
        median([gap.before.right - gap.before.left for gap in gaps]) >= LEAST_WIDTH * em
        and median([gap.after.right - gap.after.left for gap in gaps]) >= LEAST_WIDTH * em
        and sum(abs(start - usual) < 0.5 * em for start in starts) >= LEAST_ALIGNED * len(starts)
        and leading <= MOST_LEADING * em
    )
