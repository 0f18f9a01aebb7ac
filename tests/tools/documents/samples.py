"""Small files made on the spot for the tests of document reading: good ones, odd ones and hostile ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

from fpdf import FPDF
from PIL import Image, ImageDraw

from tools.documents import fonts

SENTENCES = (
    "Asha Verma is a fictional accountant from Nagpur.",
    "She kept the books of three small companies.",
    "Her tools were spreadsheets and patience.",
)


def sheet(unit: str = "pt") -> FPDF:
    pdf = FPDF(unit=unit, format="A4")
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    return pdf


def pdf_of(lines: Any = SENTENCES, pages: int = 1, **encryption: str) -> bytes:
    pdf = sheet()
    if encryption:
        pdf.set_encryption(**encryption)
    for number in range(pages):
        if number:
            pdf.add_page()
        for at, line in enumerate(lines):
            pdf.text(50, 80 + 16 * at, line)
    return bytes(pdf.output())


def picture_of(lines: Any = SENTENCES, turned: int = 0, size: int = 44) -> Image.Image:
    picture = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate([*lines] * 6):
        draw.text((150, 200 + 80 * at), line, fill=0, font=fonts.font("latin", size))
    return picture.rotate(-turned, expand=True)


def image_bytes(picture: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def scanned_pdf(picture: Image.Image) -> bytes:
    pdf = sheet()
    pdf.image(picture, 0, 0, 595, 842)
    return bytes(pdf.output())


def raw_pdf(stream: bytes, filters: bytes = b"/FlateDecode", extra: bytes = b"") -> bytes:
    """A one-page PDF around a content stream, without the library's good manners."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>" + extra + b">>",
        b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(stream), filters, stream),
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 5\n0000000000 65535 f \n" + table + trailer


def stream_bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()
    return raw_pdf(packed)


def image_bomb() -> bytes:
    """A PNG of a few hundred bytes that says it is 60,000 pixels wide and high."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\x00" * 1000)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def docx_bytes(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def docx_with(data: bytes, member: str, content: bytes) -> bytes:
    """A copy of a DOCX in which one member is replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == member else old.read(name))
    return buffer.getvalue()
