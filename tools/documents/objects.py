"""A quick look at what a PDF page draws beside text: images, how much of the page they cover, ruling lines.

Knows pdfium's page objects; it draws nothing and reads no text.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

MOST_OBJECTS = 6000  # of one page; maps and charts have more, and no table worth the wait
DEEPEST = 3  # forms within forms
THIN = 2.0  # points
MOST_RULES = 300  # compared with one another
Rule = tuple[float, float, float]


@dataclass
class Drawn:
    """What was seen. `image_share` is of the page's area, at most 1; rules are (position, from, to) in PDF points."""

    images: int = 0
    image_share: float = 0.0
    paths: int = 0
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)

    def grid(self) -> tuple[list[float], list[float]]:
        """Positions (x, then y, both in PDF points, rising) of the rules that cross at least two others."""
        upright, level = self.vertical[:MOST_RULES], self.horizontal[:MOST_RULES]
        if len(upright) < 3 or len(level) < 3:
            return [], []
        xs = {round(rule[0]) for rule in upright if sum(_cross(rule, other) for other in level) >= 2}
        ys = {round(rule[0]) for rule in level if sum(_cross(other, rule) for other in upright) >= 2}
        return _apart(xs), _apart(ys)


def _cross(upright: Rule, level: Rule) -> bool:
    x, low, high = upright
    y, left, right = level
    return low - THIN <= y <= high + THIN and left - THIN <= x <= right + THIN


def _apart(values: set[int]) -> list[float]:
    """The values in rising order without those that nearly repeat the one before: a thick rule has two edges."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > 2 * THIN:
            kept.append(float(value))
    return kept


def drawn_on(page: Any, area: float) -> Drawn:
    """Look at the objects of a raw pdfium `page` whose area is `area` square points."""
    seen = Drawn()
    _Walker(seen, area).walk(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, 0, None)
    seen.image_share = min(1.0, seen.image_share)
    return seen


class _Walker:
    def __init__(self, seen: Drawn, area: float) -> None:
        self._seen, self._area, self._left = seen, max(area, 1.0), MOST_OBJECTS
        self._bounds = [ctypes.c_float() for _ in range(4)]

    def walk(self, parent: Any, count: Any, get: Any, depth: int, outer: float | None) -> None:
        """`outer` is the area of the form around: bounds inside a form are in the form's own coordinates."""
        for index in range(min(count(parent), self._left)):
            self._left -= 1
            item = get(parent, index)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._seen.images += 1
                self._seen.image_share += (self._size(item) if outer is None else outer) / self._area
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._seen.paths += 1
                if outer is None:
                    self._rule(item)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                within = self._size(item) if outer is None else outer
                self.walk(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, depth + 1, within)

    def _box(self, item: Any) -> tuple[float, float, float, float]:
        pdfium.FPDFPageObj_GetBounds(item, *self._bounds)
        left, bottom, right, top = (value.value for value in self._bounds)
        return left, bottom, right, top

    def _size(self, item: Any) -> float:
        left, bottom, right, top = self._box(item)
        return max(0.0, right - left) * max(0.0, top - bottom)

    def _rule(self, item: Any) -> None:
        left, bottom, right, top = self._box(item)
        wide, high = right - left, top - bottom
        if high < THIN and wide > 30:
            self._seen.horizontal.append(((bottom + top) / 2, left, right))
        elif wide < THIN and high > 8:
            self._seen.vertical.append(((left + right) / 2, bottom, top))
        elif wide > 20 and high > 8 and self._is_stroked(item):
            self._seen.horizontal += [(bottom, left, right), (top, left, right)]
            self._seen.vertical += [(left, bottom, top), (right, bottom, top)]

    @staticmethod
    def _is_stroked(item: Any) -> bool:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        return bool(pdfium.FPDFPath_GetDrawMode(item, fill, stroke)) and bool(stroke.value)
