"""The text layer of PDFs: words, lines, hidden text, tables, turned pages, damaged pages."""

from __future__ import annotations

from datetime import datetime

import msgspec
import numpy as np
import pytest
from fpdf import FPDF
from fpdf.enums import TextMode

from tests.shared import shared
from tests.tools.documents import samples
from tools.documents import Document, read_document
from tools.documents.ligatures import spelled
from tools.documents.types import Page
from tools.documents.words import Glyphs, Style, clean
from tools.paper import paper, paragraph


def only_page(pdf: FPDF) -> Page:
    document = read_document("cv.pdf", bytes(pdf.output()))
    assert len(document.pages) == 1
    return document.pages[0]


def hidden(page: Page) -> list[str]:
    return [word.text for word in page.words if word.hidden]


def test_lines_words_and_looks() -> None:
    document = read_document("any name.xyz", samples.pdf_of())
    page = document.pages[0]
    assert document.kind == "pdf"
    assert page.lines == samples.SENTENCES
    assert page.source == "text"
    first = page.words[0]
    assert (first.text, first.font, first.size, first.color) == ("Asha", "Helvetica", 11.0, "#000000")
    assert first.box[0] == pytest.approx(50, abs=1)
    assert first.box[1] < 80 < first.box[3] + 3
    assert msgspec.json.decode(msgspec.json.encode(document), type=Document) == document


def test_words_are_told_apart_by_gaps_alone() -> None:
    pdf = sheet_with_words_placed_one_by_one()
    assert only_page(pdf).text == "Senior clerk in Pune"


def sheet_with_words_placed_one_by_one() -> FPDF:
    pdf = samples.sheet()
    x = 50.0
    for word in ["Senior", "clerk", "in", "Pune"]:
        pdf.text(x, 100, word)
        x += pdf.get_string_width(word) + 0.25 * 11
    return pdf


def test_letter_spaced_headings_stay_words() -> None:
    pdf = samples.sheet()
    pdf.set_char_spacing(4)
    pdf.text(50, 100, "WORK EXPERIENCE")
    pdf.set_char_spacing(0)
    pdf.text(50, 130, "S K I L L S")
    assert only_page(pdf).lines == ("WORK EXPERIENCE", "SKILLS")


def test_ligatures_and_drawn_soft_hyphens_are_spelled_out() -> None:
    assert clean("e\ufb03cient con\x1cg high\u00adend \ue0a1\uf0b7") == "efficient config high-end •"


def test_white_text_is_hidden_on_white_but_not_on_a_dark_bar() -> None:
    pdf = samples.sheet()
    pdf.text(50, 100, "Visible")
    pdf.set_fill_color(20, 40, 60)
    pdf.rect(0, 200, 200, 600, style="F")
    pdf.set_text_color(255, 255, 255)
    pdf.text(50, 140, "python java kubernetes")
    pdf.text(50, 300, "Sidebar")
    page = only_page(pdf)
    assert hidden(page) == ["python", "java", "kubernetes"]
    assert page.lines == ("Visible", "Sidebar")


def test_tiny_invisible_and_outside_text_is_hidden() -> None:
    pdf = samples.sheet()
    pdf.text(50, 100, "Visible")
    pdf.set_font_size(1)
    pdf.text(50, 120, "tiny")
    pdf.set_font_size(11)
    pdf.text(50, 1200, "below")
    pdf.text_mode = TextMode.INVISIBLE
    pdf.text(50, 140, "ghost")
    page = only_page(pdf)
    assert hidden(page) == ["tiny", "below", "ghost"]
    assert page.text == "Visible"


def test_invisible_text_over_a_scan_is_the_page_text() -> None:
    pdf = samples.sheet()
    pdf.image(samples.picture_of(), 0, 0, 595, 842)
    pdf.text_mode = TextMode.INVISIBLE
    pdf.text(50, 140, "recognised by the scanner long ago")
    page = only_page(pdf)
    assert page.text == "recognised by the scanner long ago"
    assert page.source == "text"


def test_text_that_runs_upwards_is_read_as_words() -> None:
    pdf = samples.sheet()
    with pdf.rotation(90, 100, 400):
        pdf.text(100, 400, "Curriculum vitae")
    page = only_page(pdf)
    assert page.text == "Curriculum vitae"
    left, top, right, bottom = page.words[0].box
    assert bottom - top > right - left


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_page_is_read_as_it_is_shown(quarters: int) -> None:
    import io

    import pypdfium2

    with pypdfium2.PdfDocument(samples.pdf_of()) as document:
        page = document[0]
        page.set_rotation(90 * quarters)
        page.close()
        buffer = io.BytesIO()
        document.save(buffer)
    found = read_document("cv.pdf", buffer.getvalue()).pages[0]
    assert found.lines == samples.SENTENCES
    assert all(0 <= word.box[0] < word.box[2] <= found.width for word in found.words)
    assert all(0 <= word.box[1] < word.box[3] <= found.height for word in found.words)


def test_columns_drawn_one_after_the_other_stay_apart() -> None:
    pdf = samples.sheet()
    for row in range(10):
        pdf.text(50, 100 + 14 * row, f"left column line {row} of this page")
    for row in range(10):
        pdf.text(320, 100 + 14 * row, f"right column line {row} of this page")
    lines = only_page(pdf).lines
    assert lines == tuple(f"{side} column line {row} of this page" for side in ("left", "right") for row in range(10))


def test_columns_drawn_in_turns_are_put_in_order() -> None:
    pdf = samples.sheet()
    pdf.text(50, 60, "A heading that is set right across both of the columns below it, from edge to edge")
    for row in range(10):
        pdf.text(50, 100 + 14 * row, f"left column line {row} of this page")
        pdf.text(320, 100 + 14 * row, f"right column line {row} of this page")
    lines = only_page(pdf).lines[1:]
    assert lines == tuple(f"{side} column line {row} of this page" for side in ("left", "right") for row in range(10))


def test_a_date_at_the_right_margin_belongs_to_its_line() -> None:
    pdf = samples.sheet()
    for row in range(4):
        pdf.text(50, 100 + 60 * row, f"Accountant {row}")
        pdf.text(450, 100 + 60 * row, "2019 to 2021")
        for more in range(3):
            pdf.text(
                50, 114 + 60 * row + 14 * more, "Kept the books of a small company and all that belongs to it, " * 1
            )
    assert only_page(pdf).lines[0] == "Accountant 0 2019 to 2021"


def test_a_label_column_belongs_to_its_rows() -> None:
    pdf = samples.sheet()
    for row in range(8):
        pdf.text(50, 100 + 14 * row, f"Label {row}")
        pdf.text(180, 100 + 14 * row, f"value number {row} with a few more words")
    assert only_page(pdf).lines[3] == "Label 3 value number 3 with a few more words"


def test_ruled_tables_become_rows_of_cells() -> None:
    pdf = samples.sheet()
    rows = (("Course", "Year", "Marks"), ("B.Com", "2016", "71 %"), ("Class XII", "2013", "80 %"))
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            pdf.rect(50 + 120 * x, 100 + 24 * y, 120, 24)
            pdf.text(56 + 120 * x, 116 + 24 * y, cell)
    assert only_page(pdf).tables == (rows,)


def test_a_damaged_page_is_noted_and_the_others_are_read() -> None:
    data = samples.pdf_of(pages=3)
    second = [at for at in range(len(data)) if data.startswith(b"/Type /Page\n", at)][1]
    broken = data[:second] + b"/Type /Pxge\n" + data[second + 12 :]
    document = read_document("cv.pdf", broken)
    assert len(document.pages) >= 2
    assert "Asha Verma" in document.pages[0].text


def test_linkedin_exports_are_read_in_order() -> None:
    folder = shared("data/resume/linkedin")
    for path in sorted(folder.glob("*.pdf"))[:4]:
        text = read_document(path.name, path.read_bytes()).text
        assert text.index("Experience") < text.index("Education")


def drawn(text: str, widths: dict[str, float]) -> Glyphs:
    """Glyphs of one font, side by side, whose widths in em are given for some characters."""
    advance = np.array([10 * widths.get(letter, 0.5) for letter in text])
    right = np.cumsum(advance)
    level = np.zeros(len(text))
    style = Style("Serif", 10.0, "#000000", False, 0)
    codes = np.array([ord(letter) for letter in text], np.uint32)
    places = np.stack([right - advance, level, right, level + 10])
    return Glyphs(codes, places, [style], np.zeros(len(text), np.int32), level, np.ones(len(text), np.uint64))


@pytest.mark.parametrize(
    ("text", "width", "word"),
    [
        ("if con\x1cg", 0.55, "if config"),  # the usual number
        ("if con\x1bg", 0.57, "if config"),  # as wide as "fi", so not "ff"
        ("if \x1eexible", 0.58, "if flexible"),
        ("if o\x1bce", 0.92, "if office"),
        ("if e\x1ecient", 0.73, "if efficient"),  # set tightly
        ("if e\x0ecient", 0.90, "if efficient"),
    ],
)
def test_ligatures_of_tex_fonts_are_told_by_their_width(text: str, width: float, word: str) -> None:
    code = next(letter for letter in text if letter < " ")
    glyphs = drawn(text, {code: width, "f": 0.35, "i": 0.22, "l": 0.23})
    spelled(glyphs)
    assert clean("".join(map(chr, glyphs.codes.tolist()))) == word


def test_replacement_text_has_the_place_of_all_that_it_replaces() -> None:
    pdf = samples.sheet()
    pdf._out("/Span <</ActualText (mailto:asha@example.in)>> BDC")
    pdf.text(50, 100, "#")
    pdf.text(70, 100, "asha@example.in")
    pdf._out("EMC")
    pdf.text(50, 130, "Nagpur")
    page = only_page(pdf)
    assert page.lines == ("mailto:asha@example.in", "Nagpur")
    left, top, right, bottom = page.words[0].box
    assert left == pytest.approx(50, abs=2)
    assert right == pytest.approx(70 + pdf.get_string_width("asha@example.in"), abs=2)
    assert top < 94 < bottom


def test_a_sign_under_a_letter_does_not_tear_the_word() -> None:
    """Its box ends before its letter's does, which looks like a gap to the next letter."""
    pdf = paper("", "", datetime(2026, 1, 1))
    pdf.add_page()
    paragraph(pdf, "राजकुमार प्रकृति कुरैशी केश", 11)
    text = read_document("words.pdf", bytes(pdf.output())).text
    assert text.split()[:4] == ["राजकुमार", "प्रकृति", "कुरैशी", "केश"]
