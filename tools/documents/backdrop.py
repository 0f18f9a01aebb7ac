"""Draws small parts of a PDF page in grey, to see whether words stand out from what is behind them.

Leaves out what cannot matter to those words, dark text and pictures elsewhere, because drawing it takes longest. Knows
pdfium; what is suspicious is decided in `hidden`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from tools.documents.quick import quick
from tools.documents.types import Box

_set_active = quick(pdfium.FPDFPageObj_SetIsActive, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
Placed = tuple[int, Box]
"""The address of a page object and its bounds in points from the page's top left."""


class Backdrop:
    """Draws parts of one opened page.

    Parameters
    ----------
    page
        As opened by pypdfium2.
    dark_text
        Addresses of text objects that nobody asks about.
    images
        The images that are drawn only where a word stands on them.
    """

    def __init__(self, page: Any, dark_text: Iterable[int], images: Sequence[Placed]) -> None:
        self._page, self._dark_text, self._images = page, list(dark_text), images

    def draw(self, area: Box, boxes: Sequence[Box]) -> Any:
        """The part `area` (whole points) at one pixel a point, as a numpy array of grey levels.

        `boxes` are the words that will be looked at; elsewhere the picture may lack things.
        """
        width, height = self._page.get_size()
        left, top, right, bottom = area
        crop = (left, max(0.0, height - bottom), max(0.0, width - right), top)
        idle = [address for address, place in self._images if not any(_meet(place, box) for box in boxes)]
        with _switched_off(self._dark_text + idle):
            bitmap = self._page.render(scale=1, crop=crop, grayscale=True, may_draw_forms=False)
        return bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width].copy()


@contextmanager
def _switched_off(objects: Sequence[int]) -> Iterator[None]:
    for item in objects:
        _set_active(item, 0)
    try:
        yield
    finally:
        for item in objects:  # the page may be drawn once more, for OCR
            _set_active(item, 1)


def _meet(one: Box, other: Box) -> bool:
    margin = 2.0  # points: the pixels of a word's box are rounded outwards
    return (
        one[0] < other[2] + margin
        and other[0] < one[2] + margin
        and one[1] < other[3] + margin
        and other[1] < one[3] + margin
    )
