"""DOCX and text files: reading order, looks, hidden text, pages and the boxes that they are given."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor

from tests.tools.documents import samples
from tools.documents import read_document, tesseract
from tools.documents.types import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(document: object) -> Document:
    return read_document("cv", samples.docx_bytes(document))


def test_paragraphs_tables_and_paragraphs_in_body_order() -> None:
    word = docx.Document()
    word.add_paragraph("Before")
    table = word.add_table(2, 2)
    for row, cells in enumerate((("Employer", "Years"), ("Small Books Ltd", "2019"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    word.add_paragraph("After")
    page = read(word).pages[0]
    assert [line for line in page.lines if line] == ["Before", "Employer Years", "Small Books Ltd 2019", "After"]
    assert page.tables == ((("Employer", "Years"), ("Small Books Ltd", "2019")),)


def test_cells_of_several_paragraphs_are_read_one_after_the_other() -> None:
    word = docx.Document()
    table = word.add_table(1, 2)
    for column, texts in enumerate((("Skills", "Tally"), ("Experience", "Clerk"))):
        table.cell(0, column).text = texts[0]
        table.cell(0, column).add_paragraph(texts[1])
    assert read(word).pages[0].lines == ("Skills", "Tally", "Experience", "Clerk")


def test_runs_inside_a_word_do_not_split_it_and_keep_their_look() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph()
    bold = paragraph.add_run("Acc")
    bold.bold, bold.font.name, bold.font.size = True, "Arial", Pt(14)
    paragraph.add_run("ountant ")
    paragraph.add_run("in Pune").font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    words = read(word).pages[0].words
    assert [item.text for item in words] == ["Accountant", "in", "Pune"]
    assert (words[0].font, words[0].size) == ("Arial-Bold", 14.0)
    assert words[2].color == "#123456"


def test_hidden_runs_are_marked() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Visible ")
    paragraph.add_run("white ").font.color.rgb = RGBColor(255, 255, 255)
    paragraph.add_run("tiny ").font.size = Pt(1)
    paragraph.add_run("vanished").font.hidden = True
    page = read(word).pages[0]
    assert page.text == "Visible"
    assert [item.text for item in page.words if item.hidden] == ["white", "tiny", "vanished"]


def test_white_text_in_a_dark_cell_is_visible() -> None:
    word = docx.Document()
    cell = word.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].add_run("Heading").font.color.rgb = RGBColor(255, 255, 255)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd xmlns:w="{W}" w:val="clear" w:fill="203040"/>'))
    assert read(word).pages[0].text == "Heading"


def test_headers_text_boxes_footers_and_page_breaks() -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Asha Verma"
    word.sections[0].footer.paragraphs[0].text = "End"
    paragraph = word.add_paragraph("First")
    inside = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
    box = f'<w:r xmlns:w="{W}"><w:pict>{inside}</w:pict></w:r>'
    paragraph._p.append(parse_xml(box))
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    word.add_paragraph("Second")
    document = read(word)
    assert len(document.pages) == 2
    assert document.pages[0].lines[0] == "Asha Verma"
    assert "In a box" in document.text
    assert document.text.count("In a box") == 1
    assert document.pages[1].lines[-1] == "End"


def test_a_long_word_file_flows_over_pages_with_boxes_on_them() -> None:
    word = docx.Document()
    for number in range(120):
        word.add_paragraph(f"Line {number} of a long file")
    pages = read(word).pages
    assert len(pages) == 3
    assert all(word.box[3] <= page.height and word.box[2] <= page.width for page in pages for word in page.words)


@pytest.mark.ocr
@pytest.mark.skipif(not tesseract.available(), reason="Tesseract is not installed")
def test_a_scan_pasted_into_word_is_read() -> None:
    word = docx.Document()
    word.add_picture(io.BytesIO(samples.image_bytes(samples.picture_of())))
    assert "Asha Verma" in read(word).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_in_the_usual_encodings(encoding: str) -> None:
    document = read_document("cv.pdf", "Résumé of Asha Verma\nClerk – Pune".encode(encoding))
    assert document.kind == "txt"
    assert document.pages[0].lines == ("Résumé of Asha Verma", "Clerk – Pune")


def test_form_feeds_part_the_pages_of_a_text() -> None:
    document = read_document("cv.txt", "one\ntwo\fतीन".encode())
    assert [page.text for page in document.pages] == ["one\ntwo", "तीन"]
    assert document.text == "one\ntwo\fतीन"


def test_a_wrapped_line_is_still_one_line() -> None:
    page = read_document("cv.txt", ("word " * 60).encode()).pages[0]
    assert len(page.lines) == 1
    assert len({item.box[1] for item in page.words}) > 1
