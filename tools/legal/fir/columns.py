"""Tables of the form by position: header cells give the columns, serial numbers the rows; cells wrap, pages break.

Works on visual rows; knows no label by name but that of the serial number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tools.legal.dates import ascii_digits
from tools.legal.fir.labels import Phrase
from tools.legal.fir.matching import matches_in
from tools.legal.fir.rows import Row
from tools.legal.fir.tokens import Token, text_of

HEADER_LIKE: Final = 0.6  # share of a row's words that header cells are made of, for it to be part of the header
TALLEST_HEADER: Final = 5  # rows
LONGEST_GAP: Final = 12.0  # heights between two lines of a table on one page
ALIKE: Final = 0.15  # heights by which gaps between lines may differ and still be alike
Cells = dict[str, list[Token]]


@dataclass(frozen=True)
class Column:
    """A column by its header cell: what it is called and where the header stands, in points."""

    key: str
    left: float
    right: float


@dataclass(frozen=True)
class Header:
    """The header of a table: its first row, the row after it, its columns from left to right."""

    row: int
    stop: int
    columns: tuple[Column, ...]


def header_in(rows: Sequence[Row], start: int, stop: int, phrases: Sequence[Phrase], needed: set[str]) -> Header | None:
    """The first table header in which all columns of `needed` stand."""
    for at in range(start, stop):
        if len({match.key for match in matches_in(rows[at], at, phrases)}) < 2:
            continue
        end = at + 1
        while end < min(stop, at + TALLEST_HEADER) and _header_like(rows[end], phrases):
            end += 1
        first = at
        while first > max(0, at - 2) and _header_like(rows[first - 1], phrases) and ":" not in rows[first - 1].text:
            first -= 1
        columns = _columns(rows, (at, *range(first, at), *range(at + 1, end)), phrases)
        if needed <= {column.key for column in columns}:
            return Header(at, end, columns)
    return None


def table(
    rows: Sequence[Row], header: Header, stop: int, phrases: Sequence[Phrase], leads: Sequence[Sequence[str]]
) -> list[Cells]:
    """The table's rows from top to bottom, each a column's tokens in reading order; empty cells are missing.

    Where serial numbers are missing, lines with something in all columns of the first of `leads` that
    has any begin the rows.
    """
    body = [at for at in range(header.stop, stop) if not _header_like(rows[at], phrases)]
    edges = _edges(rows, header, body)
    keys = [column.key for column in header.columns]
    lines: list[tuple[float, Cells]] = []
    for at in body:
        cells: Cells = {}
        for token in rows[at].tokens:
            middle = (token.word.box[0] + token.word.box[2]) / 2
            cells.setdefault(keys[bisect_right(edges, middle)], []).append(token)
        lines.append((_place(rows[at]), cells))
    scanned = rows[header.row].page.source == "ocr"
    return _joined(lines, _anchors(lines, leads, scanned=scanned), rows[header.row].height)


def _place(row: Row) -> float:
    """How far down the document the row stands, in points."""
    return row.page.number * max(2000.0, row.page.height) + row.middle


def _header_like(row: Row, phrases: Sequence[Phrase]) -> bool:
    words = {word for phrase in phrases for word in (*phrase.words, phrase.text)} | {
        "s",
        "no",
        "sl",
        "in",
        "rs",
        "का",
        "के",
        "में",
        "रु",
    }
    lettered = [token.skeleton for token in row.tokens if token.skeleton]
    return bool(lettered) and sum(word in words for word in lettered) >= HEADER_LIKE * len(lettered)


def _columns(rows: Sequence[Row], places: Iterable[int], phrases: Sequence[Phrase]) -> tuple[Column, ...]:
    """The columns that the header's rows name; the first of `places` is the row that says where they stand."""
    found: dict[str, Column] = {}
    for at in places:
        for match in matches_in(rows[at], at, phrases):
            left, _, right, _ = match.box
            if (other := found.get(match.key)) is not None:
                if left > other.right + rows[at].height or right < other.left - rows[at].height:
                    continue
                left, right = min(left, other.left), max(right, other.right)
            found[match.key] = Column(match.key, left, right)
    return tuple(sorted(found.values(), key=lambda column: column.left))


def _edges(rows: Sequence[Row], header: Header, body: Sequence[int]) -> list[float]:
    """Where one column ends and the next begins: the widest strip between two header cells that no word crosses."""
    boxes = {id(token.word): token.word.box for at in body for token in rows[at].tokens}
    spans = sorted((box[0], box[2]) for box in boxes.values())
    scanned = rows[header.row].page.source == "ocr"
    return [
        _edge(first.right, second.left, spans, narrow=scanned and first.key == "serial")
        for first, second in pairwise(header.columns)
    ]


def _edge(low: float, high: float, spans: Sequence[tuple[float, float]], *, narrow: bool = False) -> float:
    """The middle of the strip; beside the narrow column of a scan, whose next header may have lost its first words,
    the first strip."""
    if high <= low:
        return (low + high) / 2
    points = sorted({low, high, *(x for span in spans for x in span if low < x < high)})
    gaps = [(sum(left < (a + b) / 2 < right for left, right in spans), a - b, (a + b) / 2) for a, b in pairwise(points)]
    return min(gaps, key=lambda gap: (gap[0], gap[2]) if narrow else gap)[2]


def _anchors(lines: Sequence[tuple[float, Cells]], leads: Sequence[Sequence[str]], *, scanned: bool) -> list[float]:
    """Where each row of the table has its serial number, or what begins it; a scan may lose some of the numbers."""
    numbered = [
        place
        for place, cells in lines
        if re.fullmatch(r"\(?\d{1,3}[.)]*", ascii_digits(text_of(cells.get("serial", [])).strip()))
    ]
    led = [[place for place, cells in lines if all(cells.get(key) for key in lead)] for lead in leads]
    begun = next((places for places in led if places), [])
    return begun if not numbered or (scanned and len(begun) > len(numbered)) else numbered


def _joined(lines: Sequence[tuple[float, Cells]], anchors: Sequence[float], height: float) -> list[Cells]:
    """Lines of one table row put together: those from an anchor on, or round it where cells are centred."""
    if not anchors:
        return []
    places = [place for place, _ in lines]
    starts = [_start(places, before, after, height) for before, after in pairwise(anchors)]
    found: list[Cells] = [{} for _ in anchors]
    for place, cells in lines:
        at = bisect_right(starts, place)
        for key, tokens in cells.items():
            found[at].setdefault(key, []).extend(tokens)
    return found


def _start(places: Sequence[float], before: float, after: float, height: float) -> float:
    """Where the later of two table rows begins: at the widest gap between the lines from one anchor to the next.

    Lines of one row stand evenly, and the next row a little farther off, be the cells centred or not. A line over a
    page break belongs to the row that it goes on; of gaps alike, the last counts.
    """
    between = [place for place in places if before <= place <= after]
    gaps = [(last - first, first, last) for first, last in pairwise(between) if last - first < LONGEST_GAP * height]
    if not gaps:
        return after - 0.5 * height
    widest = max(gap for gap, _, _ in gaps)
    _, first, last = next(gap for gap in reversed(gaps) if gap[0] >= widest - ALIKE * height)
    return (first + last) / 2
