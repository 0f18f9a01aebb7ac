"""Ruled tables of a PDF page through pdfplumber. Slow, so the caller asks only where a grid of rules was seen."""

from __future__ import annotations

import io
import logging
from bisect import bisect
from collections.abc import Sequence

from tools.documents.types import Word

Rows = tuple[tuple[str, ...], ...]
LEAST_FILLED = 0.4  # of the cells; a grid with fewer is decoration


def holds_table(xs: Sequence[float], ys: Sequence[float], words: Sequence[Word]) -> bool:
    """Whether the cells between rules at `xs` and `ys` (points, from the page's top) mostly hold words."""
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 2 or rows < 2:
        return False
    filled = set()
    for word in words:
        left, top, right, bottom = word.box
        column, row = bisect(xs, (left + right) / 2), bisect(ys, (top + bottom) / 2)
        if 0 < column <= columns and 0 < row <= rows:
            filled.add((row, column))
    full_rows = sum(len([1 for at, _ in filled if at == row]) >= 2 for row in range(1, rows + 1))
    return full_rows >= 2 and len(filled) >= LEAST_FILLED * columns * rows


def tables_of(data: bytes, number: int) -> tuple[Rows, ...]:
    """Tables of page `number` (from 1) with at least two rows and two columns; empty when pdfplumber fails."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns about every odd font
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as document:
            found = document.pages[0].extract_tables() if document.pages else []
    except Exception:  # tables are extra: whatever pdfplumber stumbles over, the page's text is there
        return ()
    tables = (tuple(tuple((cell or "").strip() for cell in row) for row in table) for table in found)
    return tuple(table for table in tables if _is_table(table))


def _is_table(rows: Rows) -> bool:
    cells = [cell for row in rows for cell in row]
    return len(rows) > 1 and len(rows[0]) > 1 and sum(map(bool, cells)) >= LEAST_FILLED * len(cells)
