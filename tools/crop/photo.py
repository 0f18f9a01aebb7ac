"""Uploaded bytes in, `Photo` out: upright RGB of bounded size, whatever the camera or the scanner wrote.

Runs in a worker process (`tools.workers`); knows nothing of leaves. Sizes are checked from the header before anything
is decoded, and a photo is reduced before its colours are converted, so that memory stays bounded.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from typing import TYPE_CHECKING

from tools.crop import colours
from tools.crop.kinds import Kind, kind_of
from tools.crop.types import Photo
from tools.errors import BadInput, Corrupt, PortalError, TooLarge
from tools.settings import settings
from tools.translations import N_

if TYPE_CHECKING:
    from PIL import Image as Pillow

LONGEST = 1024  # pixels on the longer side of what is handed on
NARROWEST = 10  # the longer side is at most this many times the shorter one
ORIENTATION = 0x0112  # the EXIF tag
SMALLER = "Send it in a smaller size, or crop it to the leaf, and add it again."


def read_photo(name: str, data: bytes) -> Photo:
    """Read a JPEG, PNG, WebP, BMP, TIFF, GIF or (where Pillow can) AVIF picture; the first one of several.

    Parameters
    ----------
    name
        Shown in messages and kept in the photo; the format is told from `data` alone.

    Raises
    ------
    Empty, WrongType, TooLarge, BadInput, Corrupt
        All are `PortalError`s; each message names the file and says what to do.
    """
    from PIL import Image

    kind = kind_of(name, data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own bomb warning: `_check` is stricter
            with Image.open(io.BytesIO(data), formats=(kind, "MPO") if kind == "JPEG" else (kind,)) as picture:
                return _read(name, data, kind, picture)
    except (PortalError, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        most = settings().max_pixels / 1e6
        raise TooLarge(f"{name} has more pixels than the {most:,.0f} million that are read. {SMALLER}") from error
    except Exception as error:  # on hostile input Pillow lets struct, index, type and many other errors through
        raise Corrupt(
            f"{name} is a damaged or incomplete {kind} picture. Send the photo again, or take a new one."
        ) from error


def _read(name: str, data: bytes, kind: Kind, picture: Pillow.Image) -> Photo:
    _check(name, picture.size)
    width, height = picture.size
    notes = []
    if picture.format != "MPO" and getattr(picture, "is_animated", False):  # an MPO's others are previews
        notes.append(
            N_("Only the first page was read." if kind == "TIFF" else "Only the first picture of it was read.")
        )
    if kind == "JPEG":
        picture.draft(None, _reduced(picture.size))  # decodes at 1/2, 1/4 or 1/8: quick, and little memory
    picture.load()
    orientation = _orientation(picture)  # after loading: Pillow turns TIFF and AVIF itself, and says so only then
    if kind in ("TIFF", "AVIF"):
        width, height = picture.size
    picture, more = colours.to_rgb(picture, _reduced(picture.size))
    picture = _turned(picture, orientation)
    if orientation >= 5:
        width, height = height, width
    return Photo(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        width=width,
        height=height,
        shape=(picture.height, picture.width),
        pixels=picture.tobytes(),
        notes=(*notes, *more),
    )


def _check(name: str, size: tuple[int, int]) -> None:
    """Refuse a picture by what its header says of its size."""
    width, height = size
    most = settings().max_pixels
    if width * height > most:
        raise TooLarge(
            f"{name} has {width:,} × {height:,} pixels; at most {most / 1e6:,.0f} million are read. {SMALLER}"
        )
    if max(size) > NARROWEST * max(1, min(size)):
        raise BadInput(
            f"{name} is a strip of {width:,} × {height:,} pixels, too narrow to show a leaf. Add the whole photo."
        )


def _reduced(size: tuple[int, int]) -> tuple[int, int]:
    """The size at which a picture is handed on; never larger than it is."""
    factor = min(1.0, LONGEST / max(size))
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))


def _orientation(picture: Pillow.Image) -> int:
    """The EXIF orientation, 1 to 8; 1 when it is missing or its block is broken."""
    try:
        value = picture.getexif().get(ORIENTATION, 1)
    except Exception:  # a broken EXIF block is no reason to refuse a photo that decodes
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _turned(picture: Pillow.Image, orientation: int) -> Pillow.Image:
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(turns[orientation]) if orientation in turns else picture
