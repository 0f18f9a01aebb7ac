"""The broken text layer of police prints, made on purpose: Hindi as glyph numbers U+1B00 to U+1CFF.

Such a file shows right Hindi, but its text is the numbers of shaped glyphs in the order they are drawn, the short i
before its consonant. Only conjuncts of the table below are shaped; others stay letters. Knows nothing of decoding.
"""

from __future__ import annotations

import os
import re
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, Final

from tools.paper import FONTS

SHAPED: Final = {
    "क्ष": 0x1B43, "ज्ञ": 0x1B44, "क्": 0x1B4D, "ख्": 0x1B4E, "ग्": 0x1B4F, "ज्": 0x1B54, "ण्": 0x1B5B, "त्": 0x1B5C,
    "थ्": 0x1B5D, "न्": 0x1B60, "प्": 0x1B61, "फ्": 0x1B62, "ब्": 0x1B63, "म्": 0x1B65, "ल्": 0x1B68, "श्": 0x1B6B,
    "स्": 0x1B6D, "क्र": 0x1B93, "ग्र": 0x1B95, "ट्र": 0x1B9D, "ड्र": 0x1B9F, "त्र": 0x1BA2, "द्र": 0x1BA4, "प्र": 0x1BA7,
    "म्र": 0x1BAB, "श्र": 0x1BB0, "हु": 0x1C5F, "हू": 0x1C60, "रु": 0x1C67, "रू": 0x1C68, "त्त": 0x1C6B, "ीं": 0x1C6D,
    "ें": 0x1C76, "ैं": 0x1C79, "ॉं": 0x1C7C, "ों": 0x1C82, "क्क": 0x1CA5, "क्त": 0x1CA6, "ग्न": 0x1CA8, "द्व": 0x1CC7,
    "द्ध": 0x1CCD, "न्न": 0x1CD6, "प्त": 0x1CD9, "व्य": 0x1CDE, "श्च": 0x1CDF, "श्व": 0x1CE1, "श्न": 0x1CE4, "ष्ट": 0x1CE5,
    "ष्ट्र": 0x1CE6, "ष्ठ": 0x1CE7,
}  # fmt: skip
SHORT_I, SHORT_I_DOT, SHORT_I_REPH, REPH = "\u1cf0", "\u1cf2", "\u1cf6", "\u1b45"
REPH_WITH: Final = {"ी": "\u1c6e", "े": "\u1c77", "ो": "\u1c83"}
_LETTER = "[\u0915-\u0939\u0958-\u095f]\u093c?"
_SYLLABLE = re.compile(
    rf"(?P<reph>र्(?={_LETTER}))?(?P<cluster>(?:{_LETTER}\u094d)*{_LETTER})(?P<signs>[\u093e-\u094c]?[\u0901-\u0903]?)"
)
_LONGEST = max(map(len, SHAPED))


def encode(text: str) -> str:
    """`text` as the broken layer has it."""
    return _SYLLABLE.sub(_syllable, text)


def _syllable(match: re.Match[str]) -> str:
    reph, cluster, signs = bool(match["reph"]), match["cluster"], match["signs"]
    if signs.startswith("ि"):
        before = SHORT_I_REPH if reph else SHORT_I_DOT if signs == "िं" else SHORT_I
        rest = signs[1:] if before != SHORT_I_DOT else ""
        return before + _shaped(cluster) + rest
    if not reph:
        return _shaped(cluster + signs)
    if signs in REPH_WITH:
        return _shaped(cluster) + REPH_WITH[signs]
    return _shaped(cluster) + signs[:1] + REPH + signs[1:]


def _shaped(text: str) -> str:
    out, at = [], 0
    while at < len(text):
        size = next((n for n in range(min(_LONGEST, len(text) - at), 0, -1) if text[at : at + n] in SHAPED), 0)
        out.append(chr(SHAPED[text[at : at + size]]) if size else text[at])
        at += size or 1
    return "".join(out)


@cache
def font_file() -> str:
    """Path of a font that draws the glyph numbers: Noto Sans Devanagari with the shaped forms at those numbers."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped,unused-ignore]

    source = FONTS / "NotoSansDevanagari-Regular.ttf"
    font: Any = TTFont(source, recalcTimestamp=False)  # the same bytes each time
    shaper = _Shaper(source, font.getGlyphOrder())
    table = {number: (form, False) for form, number in SHAPED.items()}
    table |= {ord(code): (f"र्क{sign}", False) for sign, code in REPH_WITH.items()}
    table |= {ord(REPH): ("र्क", False), ord(SHORT_I): ("ि", False)}
    table |= {ord(SHORT_I_DOT): ("किं", True), ord(SHORT_I_REPH): ("र्कि", True)}
    for number, (form, before) in table.items():
        _add(font, f"form{number:04X}", number, *shaper.parts(form, before))
    path = Path(tempfile.mkdtemp(prefix="fiction-")) / "glyphs.ttf"
    font.save(path)
    return os.fspath(path)


Part = tuple[str, int, int]
"""A glyph's name and where its origin goes, in font units."""


class _Shaper:
    """Glyphs of a form, from HarfBuzz; signs are shaped on a क that is left out again."""

    def __init__(self, path: Path, names: list[str]) -> None:
        import uharfbuzz  # type: ignore[import-untyped,unused-ignore]

        self.library: Any = uharfbuzz
        self.names = names
        self.font: Any = uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))
        self.base = self._shape("क")[0][0]

    def parts(self, form: str, before: bool) -> tuple[list[Part], int]:
        """The parts of `form` and its advance; `before` marks signs that are drawn before their consonant."""
        carried = form in ("ें", "ैं", "ों", "ॉं", "ीं", "ि")
        text = f"क{form}" if carried else form + "\u200d" if form.endswith("\u094d") else form
        parts: list[Part] = []
        x, left_out = 0, 0
        for name, dx, dy, advance in self._shape(text):
            if (carried or "र्क" in form or before) and name == self.base:
                left_out = advance
                x += advance if before else 0
                continue
            parts.append((name, x + dx, dy))
            x += advance
        return parts, x - (left_out if before else 0)

    def _shape(self, text: str) -> list[tuple[str, int, int, int]]:
        buffer = self.library.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        self.library.shape(self.font, buffer)
        return [
            (self.names[info.codepoint], place.x_offset, place.y_offset, place.x_advance)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]


def _add(font: Any, name: str, number: int, parts: list[Part], advance: int) -> None:
    """Put a glyph made of `parts` at character `number`."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped,unused-ignore]

    pen: Any = TTGlyphPen(font["glyf"])
    for part, x, y in parts:
        pen.addComponent(part, (1, 0, 0, 1, x, y))
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    glyph = font["glyf"][name] = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[number] = name
