"""Puts replacement text (/ActualText) where it is printed: pdfium gives its characters the place of the first object.

"mailto:…" over an icon and an address would otherwise have the icon's place and font. Knows pdfium's text objects.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from tools.documents.quick import quick

LONGEST = 1024  # bytes of a replacement text that are compared
_POINTER, _INT, _SIZE, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t, ctypes.c_ulong
_count_marks = quick(pdfium.FPDFPageObj_CountMarks, _INT, _POINTER)
_mark = quick(pdfium.FPDFPageObj_GetMark, _SIZE, _POINTER, _LONG)
_value = quick(pdfium.FPDFPageObjMark_GetParamStringValue, _INT, _POINTER, ctypes.c_char_p, _POINTER, _LONG, _POINTER)
_bounds = quick(pdfium.FPDFPageObj_GetBounds, _INT, _POINTER, *[_POINTER] * 4)


def spread(objects: Sequence[int], pointers: Any, boxes: Any) -> None:
    """Give the characters of a replacement text the place and the looks of all objects that it stands for, in place.

    `objects` are the addresses of the page's text objects in drawing order; `pointers` says which of them each
    character has, and `boxes` (n, 4) where it is: left, top, right, bottom in PDF points.
    """
    with_characters = set(np.unique(pointers).tolist())
    owner, replacement, own_looks = 0, b"", False
    for item in objects:
        if item in with_characters:
            owner, replacement, own_looks = item, b"", False
        elif owner and (text := _replacement(item)):
            replacement = replacement or _replacement(owner)
            if text != replacement:
                continue
            places = np.flatnonzero(pointers == owner)
            if not own_looks:  # the first object may be an icon; what follows is the print
                pointers[places] = item
                with_characters.add(item)
                owner, own_looks = item, True
            _stretch(boxes, places, item)


def _replacement(item: int) -> bytes:
    """The replacement text of a text object; empty when it has none."""
    buffer, length = ctypes.create_string_buffer(LONGEST), ctypes.c_ulong()
    for index in range(_count_marks(item)):
        mark = _mark(item, index)
        found = _value(mark, b"ActualText", ctypes.addressof(buffer), LONGEST, ctypes.addressof(length))
        if found and length.value:
            return buffer.raw[: min(length.value, LONGEST)]
    return b""


def _stretch(boxes: Any, places: Any, item: int) -> None:
    """Give each of the characters the box of all of them and the object.

    Which part of the print a word stands for is not known, and a word that is covered must not show through beside it.
    """
    values = (ctypes.c_float * 4)()
    first = ctypes.addressof(values)
    if not len(places) or not _bounds(item, *(first + 4 * at for at in range(4))):
        return
    left, bottom, right, top = values
    own = boxes[places]
    boxes[places, 0] = min(left, own[:, 0].min())
    boxes[places, 1] = max(top, own[:, 1].max())
    boxes[places, 2] = max(right, own[:, 2].max())
    boxes[places, 3] = min(bottom, own[:, 3].min())
