"""Glyphs out of a PDF page through pdfium's C interface, called in bulk because the wrapper costs ten times more.

Knows pdfium; nothing of words or lines. Style is asked once per text object, not once per character.
"""

from __future__ import annotations

import ctypes
import re
import struct
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from math import atan2, degrees, hypot
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from tools.documents.actual_text import spread
from tools.documents.quick import quick
from tools.documents.types import Box
from tools.documents.words import Glyphs, Style

INVISIBLE_MODES = frozenset({3, 7})  # "neither fill nor stroke", "clip only"
FAINT = 13  # of 255: less opaque than this is not a colour
SAME = 0.01  # points
TOUCHING = 0.06  # of the height of the box
SPACE, RETURN, NEW_LINE, LAST_ASCII = 32, 13, 10, 126
BULLET = ord("•")
LOOKS, PLACE = struct.Struct("@6ff4I"), struct.Struct("@2f")  # matrix, font size, colour; the matrix's x and y
# Letters of these fonts are drawn as icons: as text they would put an "f" or a "mailto" before an address.
ICON_FONTS = re.compile(
    r"awesome|icon|phosphor|fontello|marvosym|typicons|material(design|symbols)|simple-line|webdings|symbols-?nerd",
    re.I,
)
BULLET_FONTS = re.compile(r"wingdings|dingbats", re.I)


_POINTER, _INT, _UINT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint
_unicode = quick(pdfium.FPDFText_GetUnicode, _UINT, _POINTER, _INT)
_text = quick(pdfium.FPDFText_GetText, _INT, _POINTER, _INT, _INT, _POINTER)
_text_object = quick(pdfium.FPDFText_GetTextObject, ctypes.c_size_t, _POINTER, _INT)
_loose_box = quick(pdfium.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
_is_generated = quick(pdfium.FPDFText_IsGenerated, _INT, _POINTER, _INT)
_matrix = quick(pdfium.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
_font_size = quick(pdfium.FPDFTextObj_GetFontSize, _INT, _POINTER, _POINTER)
_fill_color = quick(pdfium.FPDFText_GetFillColor, _INT, _POINTER, _INT, *[_POINTER] * 4)
_render_mode = quick(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
_font = quick(pdfium.FPDFTextObj_GetFont, ctypes.c_size_t, _POINTER)
_font_name = quick(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, _POINTER, ctypes.c_char_p, ctypes.c_size_t)


def glyphs_of(page: Any, bounds: Box, quarters: int, fonts: dict[int, str], texts: Sequence[int]) -> Glyphs:
    """All drawn characters of a raw pdfium `page`, in content order.

    `bounds` is the page box in PDF coordinates (left, bottom, right, top), `quarters` the quarter turns clockwise with
    which the page is shown, `fonts` a cache of font names for one document, `texts` the page's text objects in
    drawing order.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return Glyphs.none()
    try:
        found = _collect(text_page, bounds, fonts, texts)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return _rotate(found, bounds, quarters) if quarters else found


def _collect(text_page: Any, bounds: Box, fonts: dict[int, str], texts: Sequence[int]) -> Glyphs:
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return Glyphs.none()
    handle = ctypes.cast(text_page, ctypes.c_void_p).value or 0
    codes = _codes(handle, count)
    gaps = np.flatnonzero((codes == SPACE) | (codes == RETURN) | (codes == NEW_LINE))
    pointers = _text_objects(handle, gaps, count)
    kept = np.flatnonzero(pointers != 0)
    boxes = np.zeros((len(kept), 4), np.float32)
    address = boxes.ctypes.data
    deque(map(_loose_box, repeat(handle), kept.tolist(), range(address, address + 16 * len(kept), 16)), maxlen=0)
    _fill_empty(text_page, boxes, kept, codes[kept] != SPACE)
    pointers = pointers[kept]
    once, replaced = spread(texts, pointers, boxes)
    if not once.all():
        kept, boxes, pointers = kept[once], np.ascontiguousarray(boxes[once]), pointers[once]
    starts = _style_starts(kept, pointers, boxes.T)
    styles, which, baseline = _styles(handle, kept, pointers, starts, bounds, fonts)
    left, top, right, bottom = boxes.astype(np.float64).T
    offset, _, _, height = bounds
    places = np.stack([left - offset, height - top, right - offset, height - bottom])
    return _without_icons(Glyphs(codes[kept], places, styles, which, baseline, pointers, replaced))


def _text_objects(handle: int, gaps: Any, count: int) -> Any:
    """The text object that draws each character; 0 for a gap that pdfium guesses: ours are made from the boxes.

    The characters between two gaps are asked for one by one only when the first and the last have different objects.
    """
    firsts = np.concatenate([[0], gaps + 1])
    lengths = np.diff(firsts, append=count + 1)  # each with the gap after it
    full = lengths > 1
    ends = (firsts + lengths - 2)[full]
    first, last = (
        np.fromiter(map(_text_object, repeat(handle), at.tolist()), np.uint64, len(at)) for at in (firsts[full], ends)
    )
    per_run = np.zeros(len(firsts), np.uint64)
    per_run[full] = first
    changes = np.zeros(len(firsts), bool)
    changes[full] = first != last
    pointers = np.repeat(per_run, lengths)[:count]
    mixed = np.flatnonzero(np.repeat(changes, lengths)[:count])
    pointers[mixed] = np.fromiter(map(_text_object, repeat(handle), mixed.tolist()), np.uint64, len(mixed))
    pointers[gaps] = [
        0 if generated else _text_object(handle, at)
        for at, generated in zip(gaps.tolist(), map(_is_generated, repeat(handle), gaps.tolist()), strict=True)
    ]
    return pointers


def _codes(handle: int, count: int) -> Any:
    """Code points of all characters: plain ASCII in one call, the others one by one.

    The one call drops some control characters and replaces others, so it is used only where nothing was dropped.
    """
    buffer = np.zeros(count + 1, np.uint16)
    if _text(handle, 0, count, buffer.ctypes.data) != count + 1:
        return np.fromiter(map(_unicode, repeat(handle), range(count)), np.uint32, count)
    codes = buffer[:count].astype(np.uint32)
    for index in np.flatnonzero((codes < SPACE) | (codes > LAST_ASCII)).tolist():
        codes[index] = _unicode(handle, index)
    return codes


def _without_icons(glyphs: Glyphs) -> Glyphs:
    """Leave out the glyphs of icon fonts; those of ornament fonts are bullets."""
    icons = np.array([bool(ICON_FONTS.search(style.font)) for style in glyphs.styles], bool)
    bullets = np.array([bool(BULLET_FONTS.search(style.font)) for style in glyphs.styles], bool)
    if bullets.any():
        glyphs.codes[bullets[glyphs.which] & (glyphs.codes != SPACE)] = BULLET
    if not icons.any():
        return glyphs
    keep = ~icons[glyphs.which]
    codes, boxes, styles, which, baseline, objects, replaced = glyphs
    return Glyphs(codes[keep], boxes[:, keep], styles, which[keep], baseline[keep], objects[keep], replaced)


def _fill_empty(text_page: Any, boxes: Any, kept: Any, wanted: Any) -> None:
    """Take the ink's left and right where a font gives no advance width."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in np.flatnonzero(wanted & (boxes[:, 2] <= boxes[:, 0])).tolist():
        pdfium.FPDFText_GetCharBox(text_page, int(kept[index]), left, right, bottom, top)
        if right.value > left.value:
            boxes[index] = left.value, max(top.value, boxes[index, 1]), right.value, min(bottom.value, boxes[index, 3])


def _style_starts(kept: Any, pointers: Any, boxes: Any) -> Any:
    """Indices of the glyphs whose style has to be asked for: a new text object that does not merely go on.

    Some files draw one object a letter. A letter that touches the one before and is exactly as high goes on.
    """
    if not len(kept):
        return kept
    left, top, right, bottom = boxes
    goes_on = (
        (np.abs(np.diff(top)) < SAME)
        & (np.abs(np.diff(bottom)) < SAME)
        & (np.abs(left[1:] - right[:-1]) < TOUCHING * (top[1:] - bottom[1:]))
        & (np.diff(kept) == 1)
    )
    return np.flatnonzero(np.concatenate([[True], ~(goes_on | (pointers[1:] == pointers[:-1]))]))


def _styles(
    handle: int, kept: Any, pointers: Any, starts: Any, bounds: Box, fonts: dict[int, str]
) -> tuple[list[Style], Any, Any]:
    """The styles met, for each glyph which one it has, and its baseline (x of upright text, else y from the top)."""
    if not len(kept):
        return [], np.zeros(0, np.int32), np.zeros(0)
    asker = _Styles(handle, bounds, fonts)
    found = [
        asker.of(index, pointer)
        for index, pointer in zip(kept[starts].tolist(), pointers[starts].tolist(), strict=True)
    ]
    lengths = np.diff(np.append(starts, len(kept)))
    which = np.repeat(np.array([which for which, _ in found], np.int32), lengths)
    return asker.styles, which, np.repeat(np.array([baseline for _, baseline in found]), lengths)


class _Styles:
    """Asks for the style of a text object. Some files draw one object a letter, so the C buffers are made once."""

    def __init__(self, handle: int, bounds: Box, fonts: dict[int, str]) -> None:
        self.styles: list[Style] = []
        self._handle, self._fonts = handle, fonts
        self._offset, self._height = bounds[0], bounds[3]
        self._answers = ctypes.create_string_buffer(LOOKS.size)
        first = ctypes.addressof(self._answers)
        self._at_transform, self._at_size = first, first + 24
        self._at_channels = [first + 28 + 4 * channel for channel in range(4)]
        self._known: dict[tuple[Any, ...], int] = {}

    def of(self, index: int, pointer: int) -> tuple[int, float]:
        """Which of `styles` character `index` has, and its baseline."""
        _matrix(self._handle, index, self._at_transform)
        _font_size(pointer, self._at_size)
        has_color = _fill_color(self._handle, index, *self._at_channels)
        font, mode = _font(pointer), _render_mode(pointer)
        answers = self._answers.raw
        key = (font, mode, has_color, answers[:16], answers[24:])
        which = self._known.get(key)
        if which is None:
            which = self._known[key] = len(self.styles)
            self.styles.append(self._build(font, mode, has_color))
        x, y = PLACE.unpack_from(answers, 16)
        return which, x - self._offset if self.styles[which].angle in (90, 270) else self._height - y

    def _build(self, font: int, mode: int, has_color: int) -> Style:
        """The style that the C buffer holds just now."""
        a, b, c, d, _, _, points, red, green, blue, alpha = LOOKS.unpack(self._answers.raw)
        # pdfium reports patterns and exotic colour spaces as fully transparent: the colour is then not known.
        color = f"#{red:02x}{green:02x}{blue:02x}" if has_color and alpha >= FAINT else None
        size = round(abs(points) * hypot(c, d), 2) or 1.0
        return Style(self._name(font), size, color, mode in INVISIBLE_MODES, _quarter(degrees(atan2(b, a))))

    def _name(self, font: int) -> str:
        if font not in self._fonts:
            buffer = ctypes.create_string_buffer(128)
            length = _font_name(font, buffer, 128) if font else 0
            name = buffer.value.decode("utf-8", "replace") if length else ""
            self._fonts[font] = name[7:] if name[6:7] == "+" else name  # a subset's tag says nothing
        return self._fonts[font]


def _quarter(angle: float) -> int:
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) < 10 else -1


def _rotate(glyphs: Glyphs, bounds: Box, quarters: int) -> Glyphs:
    """The glyphs as they stand on the page as shown, `quarters` quarter turns clockwise."""
    left, top, right, bottom = glyphs.boxes
    baseline = glyphs.baseline
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    angles = np.array([style.angle for style in glyphs.styles])[glyphs.which] if len(glyphs.which) else glyphs.which
    level = ~np.isin(angles, (90, 270))
    for _ in range(quarters):
        left, top, right, bottom = height - bottom, left, height - top, right
        baseline = np.where(level, height - baseline, baseline)
        level, width, height = ~level, height, width
    styles = [
        style._replace(angle=style.angle if style.angle < 0 else (style.angle - 90 * quarters) % 360)
        for style in glyphs.styles
    ]
    return glyphs._replace(boxes=np.stack([left, top, right, bottom]), styles=styles, baseline=baseline)
