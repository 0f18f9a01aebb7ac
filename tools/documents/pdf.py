"""PDF files: opening them safely, the text layer of each page, and OCR for the pages that have none.

Knows pdfium; what makes a word, a line or a hidden word is decided in `words`, `lines` and `hidden`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from tools.documents import bombs, tesseract
from tools.documents.backdrop import Backdrop
from tools.documents.glyphs import glyphs_of
from tools.documents.hidden import hidden_words, is_light
from tools.documents.ligatures import spelled
from tools.documents.limits import Limits
from tools.documents.lines import lines_of
from tools.documents.mend import mark_legacy, mended
from tools.documents.objects import Drawn, drawn_on
from tools.documents.pages import words_of
from tools.documents.quality import usable
from tools.documents.scans import Scanner
from tools.documents.tables import Rows, tables_of
from tools.documents.types import Box, Decoding, Page, Word
from tools.documents.words import Glyphs, fragments_of
from tools.errors import Corrupt, Empty, Encrypted, TooLarge

PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
OUTLINED_TEXT = 30  # paths; a page with that many and no text may have its text as outlines


@contextmanager
def opened(name: str, data: bytes) -> Iterator[Any]:
    """The pdfium document of `data`, closed afterwards. Raises Encrypted or Corrupt."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD_ERROR or "assword" in str(error):
            raise Encrypted(
                f"{name} is protected by a password. Save it without the password and add it again."
            ) from error
        raise Corrupt(f"{name} is damaged or cut short and cannot be opened. Send the file again.") from error
    try:
        yield document
    finally:
        document.close()


def count_pdf(name: str, data: bytes, limits: Limits) -> int:
    """How many pages a PDF has. Raises as `read_pdf` does."""
    bombs.check_pdf(name, data, limits)
    with opened(name, data) as document:
        return _count(name, document, limits)


def read_pdf(name: str, data: bytes, limits: Limits, first: int = 1, last: int | None = None) -> tuple[Page, ...]:
    """Pages `first` to `last` of a PDF (from 1; to the end without `last`).

    Raises
    ------
    Encrypted, Corrupt, Empty, TooLarge
        See `tools.errors`; each sentence says what to do.
    """
    bombs.check_pdf(name, data, limits)
    with opened(name, data) as document:
        count = _count(name, document, limits)
        reader = _Reader(limits)
        return tuple(reader.read(document, number) for number in range(first, min(last or count, count) + 1))


def _count(name: str, document: Any, limits: Limits) -> int:
    count = len(document)
    if count == 0:
        raise Empty(f"{name} has no pages. Export it again and add the new file.")
    if count > limits.max_pages:
        raise TooLarge(f"{name} has {count:,} pages; at most {limits.max_pages:,} are read. Split it.")
    return count


class _Reader:
    """Reads the pages of one document; remembers the font names."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._fonts: dict[int, str] = {}
        self._characters = 0
        self._scanner = Scanner(limits)

    def read(self, document: Any, number: int) -> Page:
        """Page `number`, from 1. A page that pdfium cannot load is an empty page."""
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            return Page(number, 595.0, 842.0, (), "blank", problem="damaged")
        try:
            return self._read(page, number)
        finally:
            page.close()

    def _read(self, page: Any, number: int) -> Page:
        width, height = page.get_size()
        drawn = drawn_on(page.raw, width * height)
        words, codes, decoding = self._text(page, width, height, drawn)
        if usable(words, codes, drawn.image_share):
            tables = _tables(_bounds(page.raw), page.get_rotation(), drawn, words)
            return Page(number, width, height, words, "text", tables, drawn.images, decoding)
        if not drawn.images and drawn.paths < OUTLINED_TEXT and not len(codes):
            return Page(number, width, height, words, "blank", (), drawn.images)
        scanned = self._scanner.read(_picture(page, self._limits), number, width, height, drawn.images)
        if scanned.words or not words:
            return scanned
        return Page(number, width, height, words, "text", (), drawn.images, decoding)  # little, but all there is

    def _text(self, page: Any, width: float, height: float, drawn: Drawn) -> tuple[tuple[Word, ...], Any, Decoding]:
        """The words of the text layer, the code points that it draws and what was done to make it Unicode."""
        rotation = page.get_rotation()
        page.set_rotation(0)  # pdfium guesses the order of a turned page's lines wrongly
        glyphs = glyphs_of(page.raw, _bounds(page.raw), rotation // 90, self._fonts, drawn.texts)
        page.set_rotation(rotation)
        spelled(glyphs)
        mark_legacy(glyphs)
        self._characters += len(glyphs.codes)
        if self._characters > self._limits.max_characters:
            raise TooLarge(f"The file has more than {self._limits.max_characters:,} characters of text. Split it.")
        fragments = fragments_of(glyphs, height)
        decoding = mended(fragments, glyphs.codes) or ("actual_text" if glyphs.replaced else "")
        lines = [[word for piece in line for word in piece.words] for line in lines_of(fragments)]
        flat = [word for line in lines for word in line]

        def draw(area: Box, boxes: Sequence[Box]) -> Any:
            return _backdrop(page, glyphs, drawn, rotation).draw(area, boxes)

        flags = hidden_words(flat, width, height, drawn.image_share, draw)
        hidden = {id(word): flag for word, flag in zip(flat, flags, strict=True)}
        return words_of(lines, hidden), glyphs.codes, decoding


def _tables(bounds: Box, rotation: int, drawn: Drawn, words: tuple[Word, ...]) -> tuple[Rows, ...]:
    """Tables of a page that is not turned."""
    if rotation:
        return ()
    offset, _, _, height = bounds
    upright = [(x - offset, height - top, height - bottom) for x, bottom, top in drawn.upright]
    level = [(height - y, left - offset, right - offset) for y, left, right in drawn.level]
    return tables_of(upright, level, words)


def _bounds(page: Any) -> Box:
    """Left, bottom, right, top of the visible page in PDF coordinates."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top


def _backdrop(page: Any, glyphs: Glyphs, drawn: Drawn, rotation: int) -> Backdrop:
    """What draws the parts of the page behind suspicious words. Where images lie is not worked out for turned pages."""
    suspicious = np.array([is_light(style.color) for style in glyphs.styles], bool)[glyphs.which]
    dark = np.setdiff1d(glyphs.objects[~suspicious], glyphs.objects[suspicious]).tolist()
    if rotation:
        return Backdrop(page, dark, ())
    offset, _, _, height = _bounds(page.raw)
    placed = [
        (item, (left - offset, height - top, right - offset, height - bottom))
        for item, (left, bottom, right, top) in drawn.pictures
    ]
    return Backdrop(page, dark, placed)


def _picture(page: Any, limits: Limits) -> Any:
    """The page in grey for OCR, at 300 dots an inch unless it is huge."""
    width, height = page.get_size()
    most = min(tesseract.MOST_PIXELS, limits.max_pixels)
    scale = min(tesseract.DPI / 72, (most / max(1.0, width * height)) ** 0.5)
    return page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil().convert("L")
