"""The answer as a Word file that can be edited: the same content as on paper. It asks no model.

Devanagari is a complex script: its font, size and language are set apart from those of Latin text, or Word and
LibreOffice take a font without its letters.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from tools.cells import plain
from tools.format import INDIA
from tools.legal.report import about, blocks, title
from tools.legal.report_blocks import Block, Box, Heading, Line, Table, Tone
from tools.legal.report_words import LANGUAGE_TAGS, say
from tools.legal.result import Result
from tools.legal.types import Language

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

LATIN, DEVANAGARI = "Noto Sans", "Noto Sans Devanagari"
TEXT: Final = 10.5  # points
TEAL, GREY, WHITE = "0F766E", "64748B", "FFFFFF"
GROUNDS: Final[dict[Tone, str]] = {"plain": "F1F5F9", "good": "ECFDF5", "bad": "FFF1F2", "note": "FFFBEB"}


def report(result: Result, language: Language = "en", *, made: datetime | None = None) -> bytes:
    """The report as a DOCX. What the caller masked in `result` stays masked."""
    now = (made or datetime.now(INDIA)).astimezone(INDIA)
    document = _paper(language, now)
    _run(document.add_paragraph(), say("title", language), size=9, bold=True, color=TEAL)
    _run(document.add_paragraph(style="Title"), title(result, language), size=18, bold=True)
    _run(document.add_paragraph(), about(result, language, now.date()), size=8.5, color=GREY)
    for block in blocks(result, language):
        _draw(document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paper(language: Language, made: datetime) -> Document:
    """An empty A4 document whose styles know both scripts."""
    from docx import Document as new_document
    from docx.shared import Mm, Pt, RGBColor

    document: Document = new_document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(18)
    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        style = document.styles[name]
        style.font.size = Pt({"Title": 18, "Heading 1": 13}.get(name, TEXT))
        style.font.color.rgb = RGBColor.from_string(TEAL if name == "Heading 1" else "0F172A")
        _script(style.element.get_or_add_rPr(), language, style.font.size.pt, style.font.bold is True)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    properties = document.core_properties
    properties.title, properties.author, properties.language = say("title", language), "", LANGUAGE_TAGS[language]
    properties.created = properties.modified = made.replace(tzinfo=None)
    _run(section.footer.paragraphs[0], say("footer", language), size=8, color=GREY)
    return document


def _draw(document: Document, block: Block) -> None:
    match block:
        case Heading():
            _run(document.add_paragraph(style="Heading 1"), block.text, size=13, bold=True, color=TEAL)
        case Line():
            made = document.add_paragraph(style="List Bullet" if block.bullet else "Normal")
            _run(made, block.text, size=8.5 if block.quiet else TEXT, color=GREY if block.quiet else "")
        case Box():
            _box(document, block)
        case Table():
            _table(document, block)


def _box(document: Document, box: Box) -> None:
    table = document.add_table(1, 1)
    cell = table.cell(0, 0)
    _ground(cell, GROUNDS[box.tone])
    _run(cell.paragraphs[0], box.text, size=TEXT + 1, bold=True)
    for detail in box.details:
        _run(cell.add_paragraph(), detail, size=TEXT - 1)
    document.add_paragraph()


def _table(document: Document, table: Table) -> None:
    from docx.shared import Mm

    made = document.add_table(0, len(table.header), style="Table Grid")
    made.autofit = False
    for number, cells in enumerate((table.header, *table.rows)):
        row = made.add_row()
        _row_marks(row, heading=number == 0)
        for cell, text, share in zip(row.cells, cells, table.widths, strict=True):
            cell.width = Mm(174 * share / sum(table.widths))
            _run(cell.paragraphs[0], text, size=9, bold=number == 0, color=WHITE if number == 0 else "")
            if number == 0:
                _ground(cell, TEAL)
    document.add_paragraph()


def _run(paragraph: Paragraph, text: str, *, size: float, bold: bool = False, color: str = "") -> None:
    """Text at the end of `paragraph`, runs of either script with the marks that its shaping needs."""
    from docx.shared import Pt, RGBColor

    language: Language = "hi" if any("\u0900" <= letter <= "\u097f" for letter in text) else "en"
    run = paragraph.add_run(plain(text))
    run.font.size = Pt(size)
    run.font.bold = bold
    if color:
        run.font.color.rgb = RGBColor.from_string(color)
    _script(run._element.get_or_add_rPr(), language, size, bold)


def _script(properties: Any, language: Language, size: float, bold: bool) -> None:
    """Fonts, size, weight and language of both scripts, in the order that the schema asks for."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(name), LATIN)
    fonts.set(qn("w:cs"), DEVANAGARI)
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    _mark(properties, "w:bCs", {} if bold else {"w:val": "0"})
    _mark(properties, "w:szCs", {"w:val": str(round(size * 2))})
    _mark(properties, "w:lang", {"w:val": LANGUAGE_TAGS[language], "w:bidi": "hi-IN"})


_ORDER: Final = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position",
    "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip


def _mark(properties: Any, name: str, values: dict[str, str]) -> None:
    """Put the element `name` into run properties at its place, instead of one that is there."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for old in properties.findall(qn(name)):
        properties.remove(old)
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(key), value)
    rank = _ORDER.index(name.removeprefix("w:"))
    later = {qn(f"w:{each}") for each in _ORDER[rank + 1 :]}
    at = next((number for number, child in enumerate(properties) if child.tag in later), len(properties))
    properties.insert(at, element)


def _ground(cell: Any, color: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", color)):
        shade.set(qn(key), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _row_marks(row: Any, *, heading: bool) -> None:
    """A row stays on one page; the heading row is repeated on each."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if heading:
        properties.append(OxmlElement("w:tblHeader"))
