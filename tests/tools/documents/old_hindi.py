"""PDFs whose text layer is not Unicode Hindi, drawn on the spot: glyph numbers, pre-Unicode fonts, replacement text.

The pages are drawn with a real font, so that they can be looked at and read by OCR; the text layer is made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import uharfbuzz

from tools.settings import DATA

FONT = DATA / "fonts" / "NotoSansDevanagari-Regular.ttf"
LATIN_FONT = DATA / "fonts" / "NotoSans-Regular.ttf"


@dataclass(frozen=True)
class Piece:
    """One thing that is drawn: what is seen, what the text layer says, where (points from the page's top left)."""

    shown: str
    stored: str
    x: float
    y: float
    font: str = "ArialUnicodeMS"
    size: float = 11.0
    before: bytes = b""  # operators of marked content around it
    after: bytes = b""
    parts: int = 1  # text objects that it is cut into


class _Shaper:
    def __init__(self, path: Path) -> None:
        self.data = path.read_bytes()
        self._font = uharfbuzz.Font(uharfbuzz.Face(self.data))

    def glyphs(self, text: str) -> list[tuple[int, float]]:
        """Glyph numbers and advances in em."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer)
        upem = self._font.face.upem
        pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        return [(info.codepoint, place.x_advance / upem) for info, place in pairs]


def pdf(pages: Sequence[Sequence[Piece]]) -> bytes:
    """Pages of A4. Every piece has its own codes, because what one glyph means differs from piece to piece."""
    shapers = {False: _Shaper(FONT), True: _Shaper(LATIN_FONT)}
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    for shaper in shapers.values():
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(shaper.data), shaper.data))
    kids: list[int] = []
    for pieces in pages:
        contents, fonts = [], []
        for number, piece in enumerate(pieces):
            latin = piece.shown.isascii()
            font, operators = _drawn(piece, number, shapers[latin], 3 + latin, objects)
            fonts.append(font)
            contents.append(operators)
        stream = b"\n".join(contents)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        resources = b"<</Font<<%s>>>>" % b" ".join(b"/F%d %d 0 R" % pair for pair in enumerate(fonts))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources%s>>" % (len(objects), resources)
        )
        kids.append(len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    return _file(objects)


def _drawn(piece: Piece, number: int, shaper: _Shaper, file: int, objects: list[bytes]) -> tuple[int, bytes]:
    """A Type 0 font in which code n draws the piece's n-th glyph and stands for its n-th stored character."""
    glyphs = shaper.glyphs(piece.shown)
    stored = list(piece.stored)
    slots = max(len(glyphs), len(stored))
    total = sum(advance for _, advance in glyphs) * 1000
    glyphs = glyphs if len(stored) <= len(glyphs) else [*glyphs, *[(3, 0.0)] * (len(stored) - len(glyphs))]
    widths = [total / slots] * slots  # even, so that every stored character has a place of its own
    to_unicode = b"\n".join(
        b"<%04x> <%s>" % (at + 1, letter.encode("utf-16-be").hex().encode()) for at, letter in enumerate(stored)
    )
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
        b"1 begincodespacerange <0000> <ffff> endcodespacerange %d beginbfchar\n%s\nendbfchar endcmap end end"
        % (len(stored), to_unicode)
    )
    mapping = bytes(2) + b"".join(glyph.to_bytes(2, "big") for glyph, _ in glyphs)
    name = piece.font.encode()
    first = len(objects) + 1
    objects += [
        b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
        b"<</Length %d>>stream\n%s\nendstream" % (len(mapping), mapping),
        b"<</Type/FontDescriptor/FontName/ABCDEF+%s/Flags 4/FontBBox[-500 -500 1500 1500]/ItalicAngle 0/Ascent 900"
        b"/Descent -300/CapHeight 700/StemV 80/FontFile2 %d 0 R>>" % (name, file),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor %d 0 R/DW 1000/W[1[%s]]/CIDToGIDMap %d 0 R>>"
        % (name, first + 2, b" ".join(b"%.1f" % width for width in widths), first + 1),
        b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (name, first + 3, first),
    ]
    edges = [round(part * len(stored) / piece.parts) for part in range(piece.parts + 1)]
    shown = b"".join(
        b"BT /F%d %.1f Tf %.2f %.2f Td <%s> Tj ET\n"
        % (
            number, piece.size, piece.x + sum(widths[:start]) / 1000 * piece.size, 842 - piece.y,
            b"".join(b"%04x" % (at + 1) for at in range(start, stop)),
        )
        for start, stop in pairwise(edges)
    )  # fmt: skip
    return first + 4, piece.before + b"\n" + shown + piece.after


def _file(objects: Sequence[bytes]) -> bytes:
    body, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def actual_text(text: str) -> bytes:
    """The operator that starts a span with replacement text."""
    return b"/Span <</ActualText <feff%s>>> BDC" % text.encode("utf-16-be").hex().encode()
