"""Image files (PNG, JPEG, TIFF, WEBP): sizes checked before decoding, turned as the camera says, read by OCR."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from tools.documents import tesseract
from tools.documents.limits import Limits
from tools.documents.scans import Scanner
from tools.documents.types import Page
from tools.errors import Corrupt, TooLarge

A4_SHORT_SIDE = 8.27  # inches; a picture without a believable resolution is taken for a sheet of A4
FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "MPO")
SHARPEST = 1.5  # enlarge a small picture so that its letters are as high as at 300 dpi, but no more than this


def frames(name: str, data: bytes, limits: Limits, first: int = 1, last: int | None = None) -> Iterator[Any]:
    """The pictures `first` to `last` (from 1) in an image file, upright and in grey.

    Raises
    ------
    TooLarge, Corrupt
        More pixels or pages than the limits allow; damaged or cut short.
    """
    with _refusing(name, limits):
        for number, image in enumerate(_opened(name, data, limits), start=1):
            if number >= first and (last is None or number <= last):
                yield _upright(image)


def _opened(name: str, data: bytes, limits: Limits) -> Iterator[Any]:
    """The image at each of its pictures in turn, before any is decoded."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        if count > limits.max_pages:
            raise TooLarge(f"{name} has {count:,} pages; at most {limits.max_pages:,} are read. Split it.")
        for index in range(count):
            image.seek(index)
            _check(name, image.size, limits)
            yield image


@contextmanager
def _refusing(name: str, limits: Limits) -> Iterator[None]:
    """Turns what Pillow raises on broken and hostile files into sentences."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own bomb warning: `_check` is stricter
            yield
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError) as error:
        raise Corrupt(f"{name} is a damaged or incomplete image. Send the file again.") from error
    except Image.DecompressionBombError as error:
        raise TooLarge(
            f"{name} has more than {limits.max_pixels / 1e6:,.0f} million pixels. Scan it at 300 dots an inch."
        ) from error


def _check(name: str, size: tuple[int, int], limits: Limits) -> None:
    pixels = size[0] * size[1]
    if pixels > limits.max_pixels:
        most = limits.max_pixels / 1e6
        raise TooLarge(
            f"{name} has {pixels / 1e6:,.0f} million pixels; at most {most:,.0f} million are read. "
            "Scan it at 300 dots an inch and add it again."
        )


def _upright(image: Any) -> Any:
    """A grey copy, turned as EXIF says, transparent parts on white, with its resolution kept."""
    turned = ImageOps.exif_transpose(image)
    if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        layer = turned.convert("RGBA")
        turned = Image.new("RGBA", layer.size, "white")
        turned.alpha_composite(layer)
    grey = turned.convert("L")
    grey.info["dpi"] = image.info.get("dpi")
    return grey


def page_scale(picture: Any) -> float:
    """Points for each pixel: by the resolution that the file states if it is believable, else as a sheet of A4."""
    stated = picture.info.get("dpi") or (0, 0)
    try:
        dpi = float(stated[0])
    except (TypeError, ValueError, ZeroDivisionError):
        dpi = 0.0
    if not 100 <= dpi <= 1200:
        dpi = min(picture.size) / A4_SHORT_SIDE
    return 72 / max(dpi, 1.0)


def count_pictures(name: str, data: bytes, limits: Limits) -> int:
    """How many pictures an image file holds. Raises as `read_image` does."""
    with _refusing(name, limits):
        return sum(1 for _ in _opened(name, data, limits))


def read_image(name: str, data: bytes, limits: Limits, first: int = 1, last: int | None = None) -> tuple[Page, ...]:
    """Pages `first` to `last` (from 1) of an image file, one for each picture in it.

    Raises
    ------
    TooLarge, Corrupt
        See `tools.errors`.
    """
    return scanned_pages(frames(name, data, limits, first, last), Scanner(limits), first)


def scanned_pages(pictures: Iterable[Any], scanner: Scanner, first: int = 1) -> tuple[Page, ...]:
    """The pages that `pictures` show, numbered from `first`."""
    pages = []
    for number, picture in enumerate(pictures, start=first):
        scale = page_scale(picture)
        wide, high = picture.width * scale, picture.height * scale
        pages.append(scanner.read(_at_reading_size(picture, scale), number, wide, high))
    return tuple(pages)


def _at_reading_size(picture: Any, scale: float) -> Any:
    """The picture at about 300 dots an inch: small ones are enlarged a little, huge ones made smaller."""
    most = (tesseract.MOST_PIXELS / (picture.width * picture.height)) ** 0.5
    factor = min(tesseract.DPI / 72 * scale, SHARPEST, most)
    if 0.9 < factor < 1.15:
        return picture
    size = max(1, round(picture.width * factor)), max(1, round(picture.height * factor))
    return picture.resize(size, Image.Resampling.LANCZOS)
