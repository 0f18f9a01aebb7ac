"""Ruled tables of a PDF page through pdfplumber. Slow, so the caller asks only where a grid of rules was seen."""

from __future__ import annotations

import io

Rows = tuple[tuple[str, ...], ...]
LEAST_FILLED = 0.4  # of the cells; a grid with fewer is decoration


def tables_of(data: bytes, number: int) -> tuple[Rows, ...]:
    """Tables of page `number` (from 1) with at least two rows and two columns; empty when pdfplumber fails."""
    import pdfplumber

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
