"""What an uploaded file is, told from its first bytes and never from its name. Decodes nothing.

Refuses, with a sentence that helps, whatever is not a photo: people send PDFs, videos and iPhone photos by mistake.
"""

from __future__ import annotations

from typing import Literal

from tools.errors import Empty, TooLarge, WrongType
from tools.settings import settings
from tools.translations import N_

Kind = Literal["JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF", "AVIF"]

ADVICE = "Add a photo of one leaf as JPEG or PNG."
CONVERT = (
    "On an iPhone choose Settings > Camera > Formats > Most Compatible and take it again, "
    "or send a screenshot or a JPEG copy of it."
)
BLANK = b"\x00 \t\r\n\f"
STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),  # BigTIFF
    (b"MM\x00+", "TIFF"),
)
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
AVIF_BRANDS = (b"avif", b"avis")
OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"PK", N_("a ZIP archive or an Office file")),
    (b"\xd0\xcf\x11\xe0", N_("an old Office file")),
    (b"{\\rtf", N_("a text document")),
    (b"Rar!", N_("a compressed archive")),
    (b"7z\xbc\xaf", N_("a compressed archive")),
    (b"\x1f\x8b", N_("a compressed archive")),
    (b"MZ", N_("a program")),
    (b"\x7fELF", N_("a program")),
    (b"\x00\x00\x00\x0cjP  ", N_("a JPEG 2000 picture, which is not read here")),
    (b"8BPS", N_("a Photoshop file, which is not read here")),
    (b"\x1aE\xdf\xa3", N_("a video")),
)


def kind_of(name: str, data: bytes) -> Kind:
    """The format that the bytes are, if it is one that is read here.

    Raises
    ------
    Empty, TooLarge, WrongType
        Nothing in it, more than `Settings.max_upload_mb`, or not a photo; the sentence says what to do.
    """
    if not data[:4096].strip(BLANK) and not data.strip(BLANK):
        raise Empty(f"{name} is empty: there is no photo in it. Take or export the photo again and add the new file.")
    most = settings().max_upload_mb
    if len(data) > most << 20:
        raise TooLarge(
            f"{name} is {len(data) / 2**20:.0f} MB; at most {most} MB are read. Send it in a smaller size, or crop it."
        )
    for start, kind in STARTS:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        return _film_box(name, data)
    raise WrongType(f"{name} is {_described(data)}, not a photo. {ADVICE}")


def _film_box(name: str, data: bytes) -> Kind:
    """HEIC, AVIF and films share one container and differ in the brands it names."""
    from PIL import features

    size = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[at : at + 4] for at in range(8, size, 4)}
    if brands.intersection(AVIF_BRANDS):
        if features.check("avif"):
            return "AVIF"
        raise WrongType(f"{name} is an AVIF picture, which cannot be read here. {CONVERT}")
    if brands.intersection(HEIC_BRANDS):
        raise WrongType(f"{name} is an iPhone photo in HEIC format, which cannot be read here. {CONVERT}")
    raise WrongType(f"{name} is a video, not a photo. {ADVICE}")


def _described(data: bytes) -> str:
    """What a file that is no photo probably is, with its article."""
    if b"%PDF-" in data[:1024]:
        return N_("a PDF")
    for start, what in OTHERS:
        if data.startswith(start):
            return what
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<svg") or (head.startswith(b"<?xml") and b"<svg" in head):
        return N_("an SVG drawing")
    if head.startswith((b"<!doctype", b"<html")):
        return N_("a web page")
    printable = sum(byte >= 32 or byte in b"\t\r\n" for byte in data[:4096])
    plain = b"\x00" not in data[:4096] and printable > 0.97 * len(data[:4096])
    return N_("a text file") if plain else N_("an unknown file")
