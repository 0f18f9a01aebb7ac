"""Puts replacement text (/ActualText) where it is printed, once.

pdfium gives it the place of the first object alone, and repeats it where a span's objects are marked differently.

"mailto:…" over an icon and an address would otherwise have the icon's place and font; a label of a police print would
stand there twice. Knows pdfium's text objects.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from tools.documents import fonts
from tools.documents.quick import quick

LONGEST = 1024  # bytes of a replacement text that are compared
FONT_HEIGHT = 1.2  # em; how high the boxes of most fonts are
NEXT_TO = 0.3  # em between pieces of one word
ONE_COPY = 1.4  # of the width that a text should have; two copies are wider
COVERED = 0.6  # of the smaller box; such text is painted twice at one place, as bold letters are imitated
_POINTER, _INT, _SIZE, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t, ctypes.c_ulong
_count_marks = quick(pdfium.FPDFPageObj_CountMarks, _INT, _POINTER)
_mark = quick(pdfium.FPDFPageObj_GetMark, _SIZE, _POINTER, _LONG)
_value = quick(pdfium.FPDFPageObjMark_GetParamBlobValue, _INT, _POINTER, ctypes.c_char_p, _POINTER, _LONG, _POINTER)
_bounds = quick(pdfium.FPDFPageObj_GetBounds, _INT, _POINTER, *[_POINTER] * 4)


@dataclass
class _Span:
    """A replacement text that pdfium gave to the characters of one object, and where it is drawn."""

    text: bytes
    places: Any  # indices of its characters
    owner: int  # the object whose looks they have
    own_looks: bool = False
    copies: list[Any] = field(default_factory=list)  # indices of the same characters, given again


def spread(objects: Sequence[int], pointers: Any, boxes: Any) -> tuple[Any, bool]:
    """Give the characters of a replacement text the place and the looks of all objects that it stands for, in place.

    `objects` are the addresses of the page's text objects in drawing order; `pointers` says which of them each
    character has, and `boxes` (n, 4) where it is: left, top, right, bottom in PDF points. Returns which characters to
    keep (n,), because the others repeat a replacement text, and whether there is any such text.
    """
    keep = np.ones(len(pointers), bool)
    spans = _spans(objects, pointers, boxes)
    for span in _merged(spans, boxes):
        for copy in span.copies:
            keep[copy] = False
    return keep, bool(spans)


def _spans(objects: Sequence[int], pointers: Any, boxes: Any) -> list[_Span]:
    with_characters = set(np.unique(pointers).tolist())
    found: list[_Span] = []
    by_mark: dict[int, _Span] = {}
    last: _Span | None = None
    for item in objects:
        marks = _replacements(item)
        if not marks:
            last = None if item in with_characters else last
            continue
        text = marks[-1][1]
        known = next((by_mark[mark] for mark, said in marks if mark in by_mark and said == text), None)
        if item in with_characters:
            places = np.flatnonzero(pointers == item)
            if known:  # the same span once more: pdfium compares only with the object just before
                known.copies.append(places)
                _stretch(boxes, known.places, item)
                continue
            last = _Span(text, places, item)
            found.append(last)
            by_mark.update({mark: last for mark, said in marks if said == text})
        elif last and last.text == text:
            _take_in(last, item, pointers, boxes)
    return found


def _take_in(span: _Span, item: int, pointers: Any, boxes: Any) -> None:
    """`item` is drawn for the same replacement text, and pdfium gave it no characters."""
    if not span.own_looks:  # the first object may be an icon; what follows is the print
        pointers[span.places] = item
        span.owner, span.own_looks = item, True
    _stretch(boxes, span.places, item)


def _merged(spans: Sequence[_Span], boxes: Any) -> list[_Span]:
    """The spans, those put together that carry one text between them: each piece of a label names the whole label."""
    found: list[_Span] = []
    run: list[_Span] = []
    for span in [*spans, None]:
        if span and run and span.text == run[-1].text and _next_to(boxes[run[-1].places], boxes[span.places]):
            run.append(span)
            continue
        found += _as_one(run, boxes)
        run = [span] if span else []
    return found


def _as_one(run: list[_Span], boxes: Any) -> list[_Span]:
    if len(run) < 2:
        return run
    left, top, right, bottom = _around(np.concatenate([boxes[span.places] for span in run]))
    em = (top - bottom) / FONT_HEIGHT
    expected = fonts.width(_decoded(run[0].text)) * em
    if right - left > ONE_COPY * expected and not _covers(boxes[run[0].places], boxes[run[1].places]):
        return run
    first, *others = run
    boxes[first.places] = left, top, right, bottom
    first.copies += [span.places for span in others]
    return [first]


def _next_to(one: Any, other: Any) -> bool:
    if not len(one) or not len(other):
        return False
    left, top, right, bottom = _around(one)
    left_2, top_2, right_2, bottom_2 = _around(other)
    high = min(top - bottom, top_2 - bottom_2)
    if min(top, top_2) - max(bottom, bottom_2) < 0.7 * high:
        return False
    return bool(max(left, left_2) - min(right, right_2) < NEXT_TO * high)


def _covers(one: Any, other: Any) -> bool:
    """Whether two boxes on one line lie over one another."""
    left, _, right, _ = _around(one)
    left_2, _, right_2, _ = _around(other)
    return bool(min(right, right_2) - max(left, left_2) > COVERED * min(right - left, right_2 - left_2))


def _around(boxes: Any) -> tuple[float, float, float, float]:
    return boxes[:, 0].min(), boxes[:, 1].max(), boxes[:, 2].max(), boxes[:, 3].min()


def _replacements(item: int) -> list[tuple[int, bytes]]:
    """The marks of a text object that carry replacement text, outermost first: address and text."""
    buffer, length = ctypes.create_string_buffer(LONGEST), ctypes.c_ulong()
    found = []
    for index in range(_count_marks(item)):
        mark = _mark(item, index)
        has = _value(mark, b"ActualText", ctypes.addressof(buffer), LONGEST, ctypes.addressof(length))
        if has and length.value:
            found.append((mark, buffer.raw[: min(length.value, LONGEST)]))
    return found


def _decoded(text: bytes) -> str:
    """A PDF text string: UTF-16 or UTF-8 with a mark, else nearly Latin-1."""
    if text.startswith(b"\xfe\xff"):
        return text[2:].decode("utf-16-be", "ignore")
    return text.removeprefix(b"\xef\xbb\xbf").decode("utf-8" if text[:1] == b"\xef" else "latin-1", "ignore")


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
