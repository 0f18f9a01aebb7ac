"""Item 14: the officer in charge who signs, by the label of the name or by the rank that stands beneath it.

Knows the form's labels and how ranks are written, no signature itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tools.legal.dates import ascii_digits
from tools.legal.fir import shapes
from tools.legal.fir.labels import vocabulary
from tools.legal.fir.matters import RANK
from tools.legal.fir.paper import Paper
from tools.legal.fir.rows import Row
from tools.legal.fir.shapes import Span, span_of
from tools.legal.types import Fact

MOST_WORDS: Final = 4  # of a name without a label
RIGHT_HALF: Final = 0.45  # of the page's width, from which the officer signs
_NAME: Final = re.compile(r"\(?\s?[^\W\d_][^\d:/,]{2,45}")


def in_charge(paper: Paper) -> Iterator[Fact | None]:
    """The officer in charge of the police station."""
    item = paper.form.get("14")
    if item is None:
        return
    for field in paper.fields(item):
        if field.block.key == "name" and re.search(r"[^\W\d_]", ascii_digits(field.value.text)):
            yield paper.fact("officer_in_charge", field, shapes.name_fact)
    rows = paper.rows[item.start : item.stop]
    if all(row.page.source == "text" for row in rows):
        yield from (paper.fact_of("officer_in_charge", name) for name in _above_rank(rows))


def _above_rank(rows: list[Row]) -> Iterator[Span]:
    """What stands right above a rank on the side where the officer signs: "(R. Kumar)" over "Inspector"."""
    printed = vocabulary("14")
    for row, following in pairwise(rows):
        name, below = _right(row), _right(following)
        fine = _NAME.fullmatch(name.text) and len(name.text.split()) <= MOST_WORDS
        if fine and RANK.match(below.text) and not any(token.skeleton in printed for token in name.tokens):
            yield span_of([token for token in name.tokens if token.text not in "()"])


def _right(row: Row) -> Span:
    return span_of([token for token in row.tokens if token.box[0] > RIGHT_HALF * row.page.width])
