"""What a file is, told from its first bytes and never from its name. Knows nothing of how each kind is read."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from tools.documents.limits import Limits
from tools.errors import Corrupt, Empty, Encrypted, TooLarge, WrongType
from tools.translations import N_

Kind = Literal["pdf", "docx", "txt", "image"]

BLANK = b"\x00 \t\r\n\f"
ADVICE = "Save it as PDF or DOCX and add it again."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
IMAGE_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
EXECUTABLE_STARTS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
ARCHIVE_STARTS = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
OTHER_IMAGES = (b"GIF8", b"BM", b"\x00\x00\x00\x0cjP  ")
HTML = re.compile(
    rb"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|script|div|meta)\b", re.I | re.S
)
BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def kind_of(name: str, data: bytes, limits: Limits) -> Kind:
    """The kind that the bytes are.

    Raises
    ------
    Empty, TooLarge, WrongType, Encrypted, Corrupt
        The file is not one that can be read; the sentence says what to do.
    """
    if not data[:4096].strip(BLANK) and not data.strip(BLANK):  # the start alone spares a copy of most files
        raise Empty(f"{name} is empty: it has no content. Export it again and add the new file.")
    if len(data) > limits.max_bytes:
        megabytes, most = len(data) / 2**20, limits.max_bytes / 2**20
        raise TooLarge(f"{name} is {megabytes:.0f} MB; at most {most:.0f} MB are read. Compress it or split it.")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(IMAGE_STARTS) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "image"
    if data.startswith(b"PK"):
        return _zip_kind(name, data)
    _refuse_known(name, data)
    if decode_text(data) is None:
        raise WrongType(f"{name} is not a PDF, DOCX, text or image file. {ADVICE}")
    return "txt"


def _zip_kind(name: str, data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
    except Exception as error:  # zipfile lets struct, value and key errors through on hostile input
        raise Corrupt(f"{name} is damaged or cut short and cannot be opened. Send the file again.") from error
    if "word/document.xml" in members:
        return "docx"
    for folder, what in (("xl/", N_("an Excel workbook")), ("ppt/", N_("a PowerPoint file"))):
        if any(member.startswith(folder) for member in members):
            raise WrongType(f"{name} is {what}, which is not read here. {ADVICE}")
    if "content.xml" in members:
        raise WrongType(f"{name} is an OpenDocument file, which is not read here. {ADVICE}")
    raise WrongType(f"{name} is a ZIP archive. Unpack it and add the files in it.")


def _refuse_known(name: str, data: bytes) -> None:
    """Refuse, by name, the kinds that people send by mistake."""
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Encrypted(f"{name} is protected by a password. Save it without the password and add it again.")
        raise WrongType(f"{name} is an old Word or Office file (before 2007), which is not read here. {ADVICE}")
    if data.startswith(b"{\\rtf"):
        raise WrongType(f"{name} is an RTF file, which is not read here. {ADVICE}")
    if HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        raise WrongType(f"{name} is a web page (HTML), not a document. Open it, print it to PDF and add that.")
    if data.startswith(EXECUTABLE_STARTS):
        raise WrongType(f"{name} is a program, not a document. {ADVICE}")
    if data.startswith(ARCHIVE_STARTS):
        raise WrongType(f"{name} is a compressed archive. Unpack it and add the files in it.")
    if data.startswith(OTHER_IMAGES):
        raise WrongType(f"{name} is an image of a kind that is not read here. Save it as PNG, JPEG or PDF.")


def decode_text(data: bytes) -> str | None:
    """`data` as text, or None when it is binary: byte order mark, UTF-8, UTF-16 without a mark, then cp1252."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return _plausible(data, encoding)
    half = len(data) // 2 or 1
    if data[1::2].count(0) > 0.4 * half:
        return _plausible(data, "utf-16-le")
    if data[0::2].count(0) > 0.4 * half:
        return _plausible(data, "utf-16-be")
    return _plausible(data, "utf-8") or _plausible(data, "cp1252")


def _plausible(data: bytes, encoding: str) -> str | None:
    """Text with hardly any control characters; anything else is a binary file that happens to decode."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    controls = sum(1 for letter in text[:20_000] if ord(letter) < 32 and letter not in "\t\r\n\f\v")
    if "\x00" in text[:20_000] or controls > 0.01 * len(text[:20_000]):
        return None
    if encoding == "cp1252":
        letters = sum(1 for letter in text[:20_000] if letter.isascii())
        if letters < 0.7 * len(text[:20_000]):
            return None
    return text
