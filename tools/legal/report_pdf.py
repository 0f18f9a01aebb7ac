"""The answer on paper: A4, one language, the decision first and the proof after it. It asks no model."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from tools.format import INDIA
from tools.legal.report import about, blocks, title
from tools.legal.report_blocks import Block, Box, Heading, Line, Table, Tone
from tools.legal.report_words import LANGUAGE_TAGS, say
from tools.legal.result import Result
from tools.legal.types import Language
from tools.paper import (
    AMBER,
    GREY,
    INK,
    MARGIN,
    RED,
    TEAL,
    WIDTH,
    drawable,
    grid,
    ink,
    keep_together,
    paper,
    paragraph,
)

if TYPE_CHECKING:
    from fpdf import FPDF

TEXT, LARGE = 10.5, 17  # points
INDENT: Final = 5.0  # millimetres from a bullet to its text
BAR: Final = 1.6  # millimetres, the coloured edge of a box
FILLS: Final[dict[Tone, tuple[str, str]]] = {  # edge and ground
    "plain": (GREY, "#F1F5F9"),
    "good": (TEAL, "#ECFDF5"),
    "bad": (RED, "#FFF1F2"),
    "note": (AMBER, "#FFFBEB"),
}


def report(result: Result, language: Language = "en", *, made: datetime | None = None) -> bytes:
    """The report as a PDF. What the caller masked in `result` stays masked."""
    now = (made or datetime.now(INDIA)).astimezone(INDIA)
    pdf = paper(
        say("footer", language), say("title", language), now, language=LANGUAGE_TAGS[language],
        pages=say("pages", language),
    )  # fmt: skip
    pdf.add_page()
    paragraph(pdf, drawable(say("title", language)), 9, bold=True, color=TEAL)
    paragraph(pdf, drawable(title(result, language)), LARGE, bold=True)
    paragraph(pdf, drawable(about(result, language, now.date()), 160), 8.5, color=GREY)
    for block in blocks(result, language):
        _draw(pdf, block)
    return bytes(pdf.output())


def _draw(pdf: FPDF, block: Block) -> None:
    match block:
        case Heading():
            pdf.ln(3)
            keep_together(pdf, 22)
            paragraph(pdf, drawable(block.text), 12, bold=True, color=TEAL)
            pdf.ln(0.8)
        case Line():
            _line(pdf, block)
        case Box():
            _box(pdf, block)
        case Table():
            rows = [[drawable(cell) for cell in row] for row in block.rows]
            grid(pdf, [drawable(cell) for cell in block.header], rows, block.widths, 9)


def _line(pdf: FPDF, line: Line) -> None:
    size, color = (8.5, GREY) if line.quiet else (TEXT, INK)
    if line.bullet:
        keep_together(pdf, size * 0.5)
        ink(pdf, size, color=TEAL)
        top = pdf.get_y()
        pdf.set_x(MARGIN + 1)
        pdf.cell(INDENT - 1, size * 0.5, "•")
        pdf.set_y(top)
    paragraph(pdf, drawable(line.text), size, color=color, indent=INDENT if line.bullet else 0)
    pdf.ln(0.9)


def _box(pdf: FPDF, box: Box) -> None:
    """A ground of its own with a coloured edge; kept on one page."""
    edge, ground = FILLS[box.tone]
    parts = [(drawable(box.text), TEXT + 1, True)]
    parts += [(drawable(detail), TEXT - 1, False) for detail in box.details]
    height = sum(_words(pdf, text, size, bold, dry=True) + 1.2 for text, size, bold in parts) + 4.8
    pdf.ln(1)
    keep_together(pdf, min(height, 200))
    top = pdf.get_y()
    pdf.set_fill_color(ground)
    pdf.rect(MARGIN, top, WIDTH, height, style="F")
    pdf.set_fill_color(edge)
    pdf.rect(MARGIN, top, BAR, height, style="F")
    pdf.set_fill_color(0)  # fpdf2's own: a table takes any other for the ground of its cells
    pdf.set_y(top + 3)
    for text, size, bold in parts:
        _words(pdf, text, size, bold)
        pdf.ln(1.2)
    pdf.set_y(top + height + 1.5)


def _words(pdf: FPDF, text: str, size: float, bold: bool, *, dry: bool = False) -> float:
    """Wrapped text inside a box; its height in millimetres."""
    ink(pdf, size, bold)
    pdf.set_x(MARGIN + BAR + 3.4)
    height = pdf.multi_cell(
        WIDTH - BAR - 6.8, size * 0.5, text, align="L", new_x="LMARGIN", new_y="NEXT", dry_run=dry, output="HEIGHT"
    )
    return float(height)  # type: ignore[arg-type]  # fpdf2 types every kind of output together
