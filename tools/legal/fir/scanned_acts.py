"""Item 2 on a scan: acts by their names wherever they stand, sections right of them at about the same height.

For tables of which OCR lost serial numbers or laid header and cells on one row. A section counts only if its act has
it. Knows no labels but "Section".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tools.legal.dates import ascii_digits
from tools.legal.fir.paper import Paper
from tools.legal.fir.rows import Row
from tools.legal.fir.shapes import Span, span_of
from tools.legal.law.acts import acts_in
from tools.legal.law.numbers import sections_in
from tools.legal.law.table import listing, row

FARTHEST: Final = 2.0  # heights by which a section may stand higher or lower than its act
NEVER_CHARGED: Final = ("1", "2")  # short title and definitions
_LABEL: Final = re.compile(r"(?:sections?|धाराएं|धारा|कलम)")
_SIGNS: Final = re.compile(r"[\d\s(),./;:|&\-]|(?<=\d)[A-Z](?![a-z])|[ivx](?=\))|[a-h](?=\))")


@dataclass(frozen=True)
class Placed:
    """A piece of print with its place: the height of its middle on its page, its left and right edge, in points."""

    code: str
    span: Span
    page: int
    middle: float
    left: float
    right: float


def pairs(paper: Paper, start: int, stop: int) -> Iterator[tuple[str, Span, Span]]:
    """Short name of an act, its print and the print of its sections."""
    rows = paper.rows[start:stop]
    acts = [act for line in rows for act in _acts(line)]
    if not acts or any(line.page.source != "ocr" for line in rows):
        return
    numbers = [found for line in rows if (found := _numbers(line, acts)) is not None]
    if len(numbers) == len(acts):
        chosen = list(zip(acts, numbers, strict=True))
    else:
        chosen = [(min(acts, key=lambda act: _distance(act, number)), number) for number in numbers]
    for act, number in chosen:
        if _distance(act, number) < FARTHEST * rows[0].height:
            yield act.code, act.span, number.span


def exists(act: str, section: str) -> bool:
    """Whether the act has the section and one may be charged with it; true of acts whose sections are not known."""
    base = re.split(r"[(\-]", section)[0]
    return base not in NEVER_CHARGED and (row(act, section) is not None or next(listing(act), None) is None)


def _acts(line: Row) -> Iterator[Placed]:
    whole = span_of(line.tokens)
    for mention in acts_in(whole.text):
        part = whole.part(mention.start, mention.end)
        yield _placed(mention.code, part, line)


def _numbers(line: Row, acts: Sequence[Placed]) -> Placed | None:
    """What is right of the nearest act in a row, when it is nothing but numbers of sections."""
    near = [act for act in acts if act.page == line.page.number]
    if not near:
        return None
    edge = min(near, key=lambda act: abs(act.middle - line.middle)).right
    tokens = [token for token in line.tokens if token.box[0] >= edge]
    for at, token in enumerate(tokens):
        if _LABEL.fullmatch(token.skeleton):
            tokens = tokens[at + 1 :]
            while tokens and not tokens[0].skeleton.isdigit():
                tokens = tokens[1:]
            break
    span = span_of(tokens)
    text = ascii_digits(span.text)
    if not sections_in(text) or _SIGNS.sub("", text) or re.search(r"\d{4}|\d/\d\d/\d|\d:\d", text):
        return None
    return _placed("", span, line)


def _placed(code: str, span: Span, line: Row) -> Placed:
    boxes = [token.box for token in span.tokens]
    middle = sum((box[1] + box[3]) / 2 for box in boxes) / len(boxes)
    return Placed(code, span, line.page.number, middle, boxes[0][0], boxes[-1][2])


def _distance(act: Placed, number: Placed) -> float:
    return abs(act.middle - number.middle) if act.page == number.page else float("inf")
