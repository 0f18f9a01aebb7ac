"""One page of a file as a PNG, with quotes marked in amber and identity covered in grey.

PDF and image pages are drawn as they are; DOCX and TXT as a plain text view of the words that were read.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageChops, ImageDraw

from tools.documents import fonts
from tools.documents.images import frames, page_scale
from tools.documents.limits import Limits
from tools.documents.pdf import opened
from tools.documents.sniff import kind_of
from tools.documents.text_file import read_text
from tools.documents.types import Box, Page
from tools.documents.word_file import read_word_file
from tools.errors import BadInput, Corrupt

AMBER = (255, 221, 110)
GREY = (120, 124, 130)
INK = (32, 33, 36)
PADDING = 1.5  # points around a highlighted word
MOST_PIXELS = 20_000_000  # of the drawn page


def render_page(
    name: str,
    data: bytes,
    number: int,
    *,
    scale: float = 1.5,
    highlights: Sequence[Box] = (),
    boxes_to_hide: Sequence[Box] = (),
    without_pictures: bool = False,
) -> bytes:
    """Page `number` (from 1) as PNG, `scale` pixels a point.

    `highlights` are marked in amber, `boxes_to_hide` as opaque grey bars over them; both in points.
    `without_pictures` leaves out a PDF's embedded images (a photo, say); a scan, all picture, would be blank: use
    `render_words` for it.

    Raises
    ------
    BadInput, Unreadable
        The page does not exist, or the file cannot be read.
    """
    limits = Limits.default()
    kind = kind_of(name, data, limits)
    if number < 1:
        raise _no_page(name, number)
    if kind == "pdf":
        picture, drawn = _pdf(name, data, number, scale, without_pictures)
    elif kind == "image":
        picture, drawn = _image(name, data, number, scale, limits)
    else:
        pages = read_text(name, data, limits) if kind == "txt" else read_word_file(name, data, limits)
        if number > len(pages):
            raise _no_page(name, number)
        picture, drawn = _text_view(pages[number - 1], scale), scale
    return _png(_marked(picture, drawn, highlights, boxes_to_hide))


def render_words(
    page: Page, *, scale: float = 1.5, highlights: Sequence[Box] = (), boxes_to_hide: Sequence[Box] = ()
) -> bytes:
    """The words of `page` alone, each where it stands, as PNG: a scan without its picture."""
    return _png(_marked(_text_view(page, scale), _bounded(scale, page.width, page.height), highlights, boxes_to_hide))


def _no_page(name: str, number: int) -> BadInput:
    return BadInput(f"{name} has no page {number}.")


def _bounded(scale: float, width: float, height: float) -> float:
    return float(min(scale, (MOST_PIXELS / max(1.0, width * height)) ** 0.5))


def _pdf(name: str, data: bytes, number: int, scale: float, without_pictures: bool) -> tuple[Any, float]:
    import pypdfium2

    with opened(name, data) as document:
        if number > len(document):
            raise _no_page(name, number)
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise Corrupt(f"Page {number} of {name} is damaged and cannot be shown.") from error
        if without_pictures:
            _remove_pictures(page)
        scale = _bounded(scale, *page.get_size())
        picture = page.render(scale=scale).to_pil().convert("RGB")
        page.close()
    return picture, scale


def _remove_pictures(page: Any) -> None:
    """Take the images out of an opened page; one inside a form cannot be taken out alone, so its form goes."""
    import pypdfium2.raw as pdfium

    for item in list(page.get_objects(max_depth=1)):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE or (item.type == pdfium.FPDF_PAGEOBJ_FORM and _holds_image(item.raw)):
            page.remove_obj(item)


def _holds_image(form: Any) -> bool:
    import pypdfium2.raw as pdfium

    children = (pdfium.FPDFFormObj_GetObject(form, at) for at in range(pdfium.FPDFFormObj_CountObjects(form)))
    kinds = ((child, pdfium.FPDFPageObj_GetType(child)) for child in children)
    return any(
        kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind == pdfium.FPDF_PAGEOBJ_FORM and _holds_image(child))
        for child, kind in kinds
    )


def _image(name: str, data: bytes, number: int, scale: float, limits: Limits) -> tuple[Any, float]:
    for at, picture in enumerate(frames(name, data, limits), start=1):
        if at == number:
            points = page_scale(picture)
            wide, high = picture.width * points, picture.height * points
            scale = _bounded(scale, wide, high)
            size = max(1, round(wide * scale)), max(1, round(high * scale))
            return picture.resize(size, Image.Resampling.LANCZOS).convert("RGB"), scale
    raise _no_page(name, number)


def _text_view(page: Page, scale: float) -> Any:
    scale = _bounded(scale, page.width, page.height)
    picture = Image.new("RGB", (round(page.width * scale), round(page.height * scale)), "white")
    draw = ImageDraw.Draw(picture)
    for word in page.words:
        if word.hidden:
            continue
        left, top, _, _ = word.box
        size = max(4, round(word.size * scale))
        draw.text((left * scale, top * scale), word.text, fill=INK, font=fonts.font(fonts.script_of(word.text), size))
    return picture


def _marked(picture: Any, scale: float, highlights: Sequence[Box], boxes_to_hide: Sequence[Box]) -> Any:
    """Highlights multiply what is there, as a marker pen does, so that the ink stays dark; bars cover it."""
    paper = Image.new("RGB", picture.size, "white")
    _fill(paper, scale, highlights, AMBER)
    picture = ImageChops.multiply(picture.convert("RGB"), paper)
    _fill(picture, scale, boxes_to_hide, GREY)
    return picture


def _fill(picture: Any, scale: float, boxes: Sequence[Box], color: tuple[int, int, int]) -> None:
    draw = ImageDraw.Draw(picture)
    for left, top, right, bottom in boxes:
        corners = (left - PADDING, top - PADDING, right + PADDING, bottom + PADDING)
        draw.rectangle([value * scale for value in corners], fill=color)


def _png(picture: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=3)
    return buffer.getvalue()
