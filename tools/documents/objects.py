"""A quick look at what a PDF page draws beside text: images, how much of the page they cover, ruling lines.

Knows pdfium's page objects; it draws nothing and reads no text.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from tools.documents.quick import address, quick

MOST_OBJECTS = 6000  # of one page; maps and charts have more, and no table worth the wait
DEEPEST = 3  # forms within forms
THIN = 2.0  # points
Rule = tuple[float, float, float]
Bounds = tuple[float, float, float, float]

_POINTER, _INT, _SIZE = ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t
_count = quick(pdfium.FPDFPage_CountObjects, _INT, _POINTER)
_object = quick(pdfium.FPDFPage_GetObject, _SIZE, _POINTER, _INT)
_count_in_form = quick(pdfium.FPDFFormObj_CountObjects, _INT, _POINTER)
_object_in_form = quick(pdfium.FPDFFormObj_GetObject, _SIZE, _POINTER, ctypes.c_ulong)
_kind = quick(pdfium.FPDFPageObj_GetType, _INT, _POINTER)
_bounds = quick(pdfium.FPDFPageObj_GetBounds, _INT, _POINTER, *[_POINTER] * 4)
_draw_mode = quick(pdfium.FPDFPath_GetDrawMode, _INT, _POINTER, _POINTER, _POINTER)


@dataclass
class Drawn:
    """What was seen. `image_share` is of the page's area, at most 1; rules are (position, from, to) in PDF points.

    `pictures` are the images outside forms: address, and left, bottom, right, top in PDF points; `texts` the
    addresses of the text objects outside forms.
    """

    images: int = 0
    image_share: float = 0.0
    paths: int = 0
    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    pictures: list[tuple[int, Bounds]] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)


def drawn_on(page: Any, area: float) -> Drawn:
    """Look at the objects of a raw pdfium `page` whose area is `area` square points."""
    seen = Drawn()
    _Walker(seen, area).walk(address(page), _count, _object, 0, None)
    seen.image_share = min(1.0, seen.image_share)
    return seen


class _Walker:
    def __init__(self, seen: Drawn, area: float) -> None:
        self._seen, self._area, self._left = seen, max(area, 1.0), MOST_OBJECTS
        self._values = (ctypes.c_float * 4)()
        self._places = [ctypes.addressof(self._values) + 4 * at for at in range(4)]

    def walk(self, parent: Any, count: Any, get: Any, depth: int, outer: float | None) -> None:
        """`outer` is the area of the form around: bounds inside a form are in the form's own coordinates."""
        items = list(map(get, repeat(parent), range(min(count(parent), self._left))))
        self._left -= len(items)
        for item, kind in zip(items, map(_kind, items), strict=True):
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                if outer is None:
                    self._seen.texts.append(item)
                continue
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._seen.images += 1
                self._seen.image_share += (self._size(item) if outer is None else outer) / self._area
                if outer is None:
                    self._seen.pictures.append((item, self._box(item)))
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._seen.paths += 1
                if outer is None:
                    self._rule(item)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                within = self._size(item) if outer is None else outer
                self.walk(item, _count_in_form, _object_in_form, depth + 1, within)

    def _box(self, item: Any) -> tuple[float, float, float, float]:
        _bounds(item, *self._places)
        left, bottom, right, top = self._values
        return left, bottom, right, top

    def _size(self, item: Any) -> float:
        left, bottom, right, top = self._box(item)
        return max(0.0, right - left) * max(0.0, top - bottom)

    def _rule(self, item: Any) -> None:
        left, bottom, right, top = self._box(item)
        wide, high = right - left, top - bottom
        if high < THIN and wide > 30:
            self._seen.level.append(((bottom + top) / 2, left, right))
        elif wide < THIN and high > 8:
            self._seen.upright.append(((left + right) / 2, bottom, top))
        elif wide > 20 and high > 8 and self._is_stroked(item):
            self._seen.level += [(bottom, left, right), (top, left, right)]
            self._seen.upright += [(left, bottom, top), (right, bottom, top)]

    @staticmethod
    def _is_stroked(item: Any) -> bool:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        return bool(_draw_mode(item, ctypes.addressof(fill), ctypes.addressof(stroke))) and bool(stroke.value)
