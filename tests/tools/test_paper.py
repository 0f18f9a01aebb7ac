import io
from collections.abc import Callable
from datetime import UTC, datetime

import pdfplumber
import pypdfium2
import pytest
from fpdf import FPDF

from tools.paper import bar, drawable, grid, keep_together, paper, paragraph

MADE = datetime(2026, 11, 22, tzinfo=UTC)


def text_of(draw: Callable[[FPDF], None]) -> list[str]:
    pdf = paper("The footer", "Title", MADE)
    pdf.add_page()
    draw(pdf)
    with pypdfium2.PdfDocument(bytes(pdf.output())) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize(
    "word", ["शिक्षिका", "प्रशिक्षित", "गणित", "विद्यार्थी", "स्त्री", "र्कि", "ज्ञान", "श्री", "हिन्दी", "क्ष्म्य", "ट्रॉली"]
)
def test_shaped_words_read_back_letter_by_letter(word: str) -> None:
    (text,) = text_of(lambda pdf: paragraph(pdf, word))
    assert word in text
    assert not any(ord(sign) < 32 for sign in text.replace("\r\n", ""))


def test_the_font_comes_back_after_hindi() -> None:
    def draw(pdf: FPDF) -> None:
        for text in ("Latin then हिन्दी", "Plain Latin", "ends with ✓", "Plain again"):
            paragraph(pdf, text)

    (text,) = text_of(draw)
    assert "Plain Latin" in text
    assert "Plain again" in text


def test_footer_counts_the_pages() -> None:
    pages = text_of(lambda pdf: [paragraph(pdf, "line") for _ in range(90)] and None)
    assert len(pages) == 2
    assert all(f"The footer Page {number} of 2" in " ".join(page.split()) for number, page in enumerate(pages, 1))


def test_table_repeats_its_header() -> None:
    pages = text_of(lambda pdf: grid(pdf, ("Rank", "Name"), [(str(row), "कविता") for row in range(80)], (1, 4)))
    assert len(pages) > 1
    assert all("Rank" in page for page in pages)


def test_keep_together_turns_the_page() -> None:
    assert len(text_of(lambda pdf: keep_together(pdf, 400))) == 2


def test_bar_never_leaves_the_paper() -> None:
    pdf = paper("f", "t", MADE)
    pdf.add_page()
    bar(pdf, [(80, "#0F766E"), (70, "#D97706"), (-5, "#000000")])
    with pdfplumber.open(io.BytesIO(bytes(pdf.output()))) as read:
        assert max(rect["x1"] for rect in read.pages[0].rects) <= read.pages[0].width - 40


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asha 🙂🇮🇳 Rao", "Asha □ Rao"),
        ("தமிழ்", "□"),
        ("₹ 5 लाख ✓ ▮▮▮", "₹ 5 लाख ✓ ▮▮▮"),
        ("a\x00\u202e\tb\n", "a b"),
        (None, "None"),
    ],
)
def test_drawable(text: object, expected: str) -> None:
    assert drawable(text) == expected


def test_drawable_cuts() -> None:
    assert drawable("abcdef", 4) == "abc…"
