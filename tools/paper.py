"""A4 paper to write on: fonts for Latin and Devanagari, colours, tables, a footer on each page. Knows no demo."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tools.cells import plain
from tools.settings import DATA

if TYPE_CHECKING:
    from fpdf import FPDF

FONTS = DATA / "fonts"
TEAL, AMBER, INK, GREY, PALE, RED = "#0F766E", "#B45309", "#0F172A", "#64748B", "#E2E8F0", "#9F1239"
MARGIN = 15.0  # millimetres
WIDTH = 210 - 2 * MARGIN
_UNKNOWN = "□"


class _Glyph(NamedTuple):
    """What fpdf2 reads of a shaped glyph: its number in the font and the index of its first letter."""

    codepoint: int
    cluster: int


def paper(
    footer: str, title: str, made: datetime, *, language: str = "en-IN", pages: str = "Page {page} of {pages}"
) -> FPDF:
    """An empty A4 document whose pages end with `footer` and, in the words of `pages`, their number and how many."""
    from fpdf import FPDF

    class Paper(FPDF):
        def footer(self) -> None:
            self.set_y(-14)
            ink(self, 7.5, color=GREY)
            self.cell(WIDTH - 24, 4, drawable(footer))
            ink(self, 7.5, color=GREY)
            self.cell(24, 4, pages.format(page=self.page_no(), pages="{nb}"), align="R")

    pdf = Paper(format="A4")
    pdf.set_margins(MARGIN, MARGIN)
    pdf.set_auto_page_break(True, 20)
    for family, file in (("Sans", "NotoSans"), ("Deva", "NotoSansDevanagari")):
        pdf.add_font(family, "", str(FONTS / f"{file}-Regular.ttf"))
        pdf.add_font(family, "B", str(FONTS / f"{file}-Bold.ttf"))
    pdf.add_font("Signs", "", str(FONTS / "NotoSansSymbols2-Regular.ttf"))
    pdf.set_fallback_fonts(["Deva", "Signs"], exact_match=False)
    pdf.set_text_shaping(True)
    searchable(pdf)
    pdf.c_margin = 0  # text starts where bars and tables do
    pdf.set_title(drawable(title))
    pdf.set_creation_date(made)
    pdf.set_lang(language)
    return pdf


def searchable(pdf: FPDF) -> None:
    """Make shaped text in `pdf` come out letter by letter when it is copied, searched or read by a program.

    fpdf2 gives all letters of a cluster to its first glyph and none to the others, so the two glyphs of "णि" read as
    "णि" and a control character. Here each glyph of a cluster carries one letter, the last one what is left.
    """
    from fpdf.fonts import TTFFont

    widths: dict[tuple[str, str, float, str], tuple[int, float]] = {}

    class Searchable(TTFFont):  # type: ignore[misc,unused-ignore]
        __slots__ = ()

        def perform_harfbuzz_shaping(
            self, text: str, font_size_pt: float, text_shaping_params: dict[str, Any] | None
        ) -> tuple[Sequence[Any], Sequence[Any]]:
            glyphs, positions = super().perform_harfbuzz_shaping(text, font_size_pt, text_shaping_params)
            return _spread(glyphs, len(text)), positions

        def shaped_text_width(
            self, text: str, font_size_pt: float, text_shaping_params: dict[str, Any] | None
        ) -> tuple[int, float]:
            # fpdf2 asks for every piece of a line again with each letter that it adds
            key = (self.fontkey, text, font_size_pt, str(text_shaping_params))
            if key not in widths:
                widths[key] = super().shaped_text_width(text, font_size_pt, text_shaping_params)
            return widths[key]

    for font in pdf.fonts.values():
        if type(font) is TTFFont:
            font.__class__ = Searchable


def _spread(glyphs: Sequence[Any], letters: int) -> list[_Glyph]:
    """`glyphs` with clusters split: the k-th glyph of a cluster starts at the cluster's k-th letter."""
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], letters], strict=False))  # no text, no clusters
    used: Counter[int] = Counter()
    spread = []
    for glyph in glyphs:
        start = glyph.cluster
        spread.append(_Glyph(glyph.codepoint, min(start + used[start], ends[start] - 1)))
        used[start] += 1
    return spread


def drawable(text: object, longest: int = 0) -> str:
    """`text` as the fonts can draw it: a run of other characters (emoji, Tamil, Arabic) becomes one □.

    With `longest`, cut to so many characters, ending in an ellipsis.
    """
    characters = _characters()
    out: list[str] = []
    for character in unicodedata.normalize("NFC", plain(text)):
        if character in characters:
            out.append(character)
        elif unicodedata.category(character) not in ("Cf", "Mn", "Me") and (not out or out[-1] != _UNKNOWN):
            out.append(_UNKNOWN)
    drawn = " ".join("".join(out).split())
    return drawn if not longest or len(drawn) <= longest else drawn[: longest - 1].rstrip() + "…"


def ink(pdf: FPDF, size: float, bold: bool = False, color: str = INK) -> None:
    """Choose the font's size in points, weight and colour."""
    pdf.font_family = ""  # else set_font may do nothing, and fpdf2 does not come back from a fallback font by itself
    pdf.set_font("Sans", "B" if bold else "", size)
    pdf.set_text_color(color)


def paragraph(
    pdf: FPDF, text: str, size: float = 9, *, bold: bool = False, color: str = INK, indent: float = 0
) -> None:
    """Wrapped text from the left margin, then a new line. `indent` in millimetres."""
    ink(pdf, size, bold, color)
    pdf.set_x(MARGIN + indent)
    pdf.multi_cell(WIDTH - indent, size * 0.5, text, align="L", new_x="LMARGIN", new_y="NEXT")


def keep_together(pdf: FPDF, height: float) -> None:
    """Start a new page when fewer than `height` millimetres are left."""
    if pdf.will_page_break(height):
        pdf.add_page()


def bar(pdf: FPDF, pieces: Sequence[tuple[float, str]], height: float = 4) -> None:
    """A horizontal stacked bar: (points of 100, colour) each, on a pale track as wide as the text."""
    top, left = pdf.get_y(), MARGIN
    pdf.set_fill_color(PALE)
    pdf.rect(left, top, WIDTH, height, style="F")
    for points, color in pieces:
        width = min(WIDTH * max(points, 0.0) / 100, MARGIN + WIDTH - left)
        pdf.set_fill_color(color)
        pdf.rect(left, top, width, height, style="F")
        left += width
    pdf.set_y(top + height + 1.5)


def grid(
    pdf: FPDF, header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], size: float = 8
) -> None:
    """A table with its header repeated on each page; `widths` are shares of the text's width."""
    from fpdf.enums import TableBordersLayout
    from fpdf.fonts import FontFace

    ink(pdf, size)
    pdf.set_draw_color(PALE)
    heading: Any = FontFace(emphasis="BOLD", color="#FFFFFF", fill_color=TEAL)
    with pdf.table(
        col_widths=tuple(widths),
        width=WIDTH,
        align="LEFT",
        text_align="LEFT",
        line_height=size * 0.5,
        headings_style=heading,
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        padding=1,
    ) as table:
        for cells in (header, *rows):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    pdf.ln(3)


@cache
def _characters() -> frozenset[str]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped,unused-ignore]

    found: set[str] = set()
    for name in ("NotoSans-Regular", "NotoSansDevanagari-Regular", "NotoSansSymbols2-Regular"):
        with TTFont(FONTS / f"{name}.ttf") as font:
            found.update(map(chr, font.getBestCmap()))
    return frozenset(found)
