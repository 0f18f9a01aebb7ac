"""Ruled tables: rules that cross one another make a grid, and the words between them fill its cells.

Knows rules and words in points; nothing of PDF. pdfplumber finds the same tables, but takes a hundred times longer.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from typing import NamedTuple

from tools.documents.types import Word

Rows = tuple[tuple[str, ...], ...]
Rule = tuple[
    float, float, float
]  # position, from, to: x, top, bottom of an upright rule; y, left, right of a level one
LEAST_FILLED = 0.5  # of the cells; a grid with fewer is decoration
REACH = 1.0  # points by which crossing rules may miss one another
MOST_RULES = 300  # compared with one another


class Grid(NamedTuple):
    """Rising positions of the rules of one table, in points from the page's top left."""

    xs: list[float]
    ys: list[float]


def tables_of(upright: Sequence[Rule], level: Sequence[Rule], words: Sequence[Word]) -> tuple[Rows, ...]:
    """The tables of a page with at least two rows and two columns, as rows of cells."""
    if len(upright) < 3 or len(level) < 3:
        return ()
    visible = [word for word in words if not word.hidden]
    grids = _grids(upright[:MOST_RULES], level[:MOST_RULES])
    filled = (_fill(grid, visible) for grid in grids if len(grid.xs) > 2 and len(grid.ys) > 2)
    return tuple(rows for rows in filled if _is_table(rows))


def _grids(upright: Sequence[Rule], level: Sequence[Rule]) -> list[Grid]:
    """Groups of rules that cross one another, directly or through others."""
    groups: list[tuple[set[int], set[int]]] = []
    for at, rule in enumerate(upright):
        crossed = {index for index, other in enumerate(level) if _cross(rule, other)}
        if len(crossed) < 2:
            continue
        joined = [group for group in groups if group[1] & crossed]
        groups = [group for group in groups if not group[1] & crossed]
        groups.append(({at}.union(*(group[0] for group in joined)), crossed.union(*(group[1] for group in joined))))
    return [
        Grid(_apart([upright[at][0] for at in across]), _apart([level[at][0] for at in down]))
        for across, down in groups
    ]


def _cross(upright: Rule, level: Rule) -> bool:
    x, top, bottom = upright
    y, left, right = level
    return top - REACH <= y <= bottom + REACH and left - REACH <= x <= right + REACH


def _apart(values: Sequence[float]) -> list[float]:
    """The values in rising order without those that nearly repeat the one before: a thick rule has two edges."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > 4 * REACH:
            kept.append(value)
    return kept


def _fill(grid: Grid, words: Sequence[Word]) -> Rows:
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    cells: list[list[list[str]]] = [[[] for _ in range(columns)] for _ in range(rows)]
    for word in words:
        left, top, right, bottom = word.box
        column, row = bisect(grid.xs, (left + right) / 2) - 1, bisect(grid.ys, (top + bottom) / 2) - 1
        if 0 <= column < columns and 0 <= row < rows:
            cells[row][column].append(word.text)
    return tuple(tuple(" ".join(cell) for cell in row) for row in cells)


def _is_table(rows: Rows) -> bool:
    """Whether at least two rows have two filled cells, and not too many cells are empty."""
    cells = [cell for row in rows for cell in row]
    full = sum(sum(map(bool, row)) >= 2 for row in rows)
    return full >= 2 and sum(map(bool, cells)) >= LEAST_FILLED * len(cells)
