"""Scans and images: read by OCR, turned upright, or honestly called a picture. And pages drawn with marks on them."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.shared import shared
from tests.tools.documents import samples
from tools.documents import Limits, fonts, read_document, render_page, tesseract
from tools.documents.images import page_scale
from tools.documents.ocr_words import mended
from tools.documents.types import Word
from tools.errors import BadInput, PortalError, Unreadable

needs_tesseract = pytest.mark.skipif(not tesseract.available(), reason="Tesseract is not installed")


@needs_tesseract
@pytest.mark.ocr
def test_a_scanned_page_is_read_with_boxes_in_points() -> None:
    page = read_document("scan.pdf", samples.scanned_pdf(samples.picture_of())).pages[0]
    assert page.source == "ocr"
    assert samples.SENTENCES[0] in page.text
    (first, *_) = page.locate("Asha")
    assert first[0] == pytest.approx(150 * 595 / 1654, abs=3)
    assert first[1] == pytest.approx(212 * 842 / 2339, abs=6)
    assert page.words[0].confidence > 60


@needs_tesseract
@pytest.mark.ocr
@pytest.mark.parametrize("turned", [90, 180])
def test_a_turned_photo_is_read_and_its_boxes_stay_where_the_words_are(turned: int) -> None:
    picture = samples.picture_of(turned=turned)
    page = read_document("scan.png", samples.image_bytes(picture)).pages[0]
    assert samples.SENTENCES[1] in page.text
    left, top, right, bottom = page.locate("accountant")[0]
    scale = page_scale(picture)
    ink = np.asarray(picture)[int(top / scale) : int(bottom / scale), int(left / scale) : int(right / scale)]
    assert ink.size
    assert ink.min() < 100


@needs_tesseract
@pytest.mark.ocr
def test_two_pages_of_a_tiff_and_the_camera_orientation() -> None:
    picture = samples.picture_of()
    tiff = samples.image_bytes(picture, "TIFF", save_all=True, append_images=[Image.new("L", (800, 900), 255)])
    document = read_document("scan", tiff)
    assert [page.source for page in document.pages] == ["ocr", "blank"]


@needs_tesseract
@pytest.mark.ocr
def test_noise_is_called_a_picture_and_never_words() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (900, 700), dtype=np.uint8)
    with pytest.raises(Unreadable, match="could not be read"):
        read_document("photo.png", samples.image_bytes(Image.fromarray(noise)))


@needs_tesseract
@pytest.mark.ocr
def test_the_shared_scans_are_read_or_called_unreadable() -> None:
    for path in sorted(shared("data/resume/scanned").glob("*.pdf"))[-1:]:
        document = read_document(path.name, path.read_bytes())
        assert all(page.source in ("ocr", "picture") for page in document.pages)


def test_without_tesseract_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "available", lambda: False)
    with pytest.raises(Unreadable, match="tesseract-ocr"):
        read_document("scan.pdf", samples.scanned_pdf(samples.picture_of()))


def test_a_picture_page_among_text_pages_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "available", lambda: False)
    pdf = samples.sheet()
    pdf.text(50, 100, "Asha Verma, accountant")
    pdf.add_page()
    pdf.image(samples.picture_of(), 0, 0, 595, 842)
    document = read_document("cv.pdf", bytes(pdf.output()))
    assert [page.source for page in document.pages] == ["text", "picture"]
    assert document.notes == (f"Page 2: only a picture. {tesseract.MISSING}",)


def test_when_the_time_is_up_the_sentence_says_so() -> None:
    if not tesseract.available():
        pytest.skip("Tesseract is not installed")
    with pytest.raises(Unreadable, match="took too long"):
        read_document("s.pdf", samples.scanned_pdf(samples.picture_of()), limits=Limits(ocr_seconds=0))


def test_exif_orientation_is_followed() -> None:
    picture = Image.new("RGB", (300, 200), "white")
    exif = Image.Exif()
    exif[0x0112] = 6
    drawn = render_page("photo", samples.image_bytes(picture, "JPEG", exif=exif), 1)
    width, height = Image.open(io.BytesIO(drawn)).size
    assert height > width


@pytest.mark.parametrize("kind", ["pdf", "docx", "txt", "png"])
def test_pages_are_drawn_with_highlights_and_bars(kind: str) -> None:
    import docx

    word = docx.Document()
    word.add_paragraph("Asha Verma")
    data = {
        "pdf": samples.pdf_of(),
        "docx": samples.docx_bytes(word),
        "txt": b"Asha Verma",
        "png": samples.image_bytes(samples.picture_of()),
    }[kind]
    plain = _pixels(render_page("cv", data, 1))
    box = (200.0, 300.0, 260.0, 312.0)
    marked = _pixels(render_page("cv", data, 1, highlights=[box], boxes_to_hide=[(200.0, 400.0, 260.0, 412.0)]))
    assert plain.shape == marked.shape
    assert plain.min() < 120
    red, _, blue = marked[459, 345].tolist()
    assert red > blue + 40
    assert marked[609, 345].tolist() == [120, 124, 130]


def _pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def test_a_page_that_is_not_there_is_an_error_with_a_sentence() -> None:
    for number in (0, 9):
        with pytest.raises(BadInput, match=f"no page {number}"):
            render_page("cv.pdf", samples.pdf_of(), number)


def test_devanagari_is_drawn() -> None:
    drawn = _pixels(render_page("a.txt", "नमस्ते दुनिया".encode(), 1))
    assert drawn.min() < 120


def test_render_of_a_refused_file_raises_a_portal_error() -> None:
    with pytest.raises(PortalError):
        render_page("a", b"", 1)


def read_word(text: str, left: float, width: float, confidence: float = 90.0, line: int = 0) -> Word:
    return Word(text, (left, 0, left + width, 30), line, "", 30.0, None, confidence)


def test_addresses_in_two_pieces_are_joined_only_when_they_are_near() -> None:
    near = mended([read_word("asha.verma", 0, 100), read_word("@example.in", 110, 100)])
    assert [(word.text, word.box) for word in near] == [("asha.verma@example.in", (0, 0, 210, 30))]
    assert len(mended([read_word("asha.verma", 0, 100), read_word("@example.in", 160, 100)])) == 2
    assert len(mended([read_word("meet", 0, 50), read_word("@noon", 60, 50)])) == 2


def test_doubtful_bullets_are_bullets_and_stray_marks_are_dropped() -> None:
    line = [read_word("e", 0, 9, 41.0), read_word("Kept", 20, 60), read_word("|", 90, 3, 35.0)]
    assert [word.text for word in mended(line)] == ["•", "Kept"]
    sure = [read_word("e", 0, 9, 95.0), read_word("is", 20, 30), read_word("&", 60, 9, 92.0)]
    assert [word.text for word in mended(sure)] == ["e", "is", "&"]


@needs_tesseract
@pytest.mark.ocr
def test_one_line_of_hindi_on_an_english_page_is_read_with_both_scripts() -> None:
    picture = samples.picture_of()
    draw = ImageDraw.Draw(picture)
    draw.text((150, 1800), "मेरा नाम आशा है और मैं काम करती हूँ", fill=0, font=fonts.font("devanagari", 48))
    page = read_document("scan.png", samples.image_bytes(picture)).pages[0]
    if "Devanagari" not in tesseract.languages("eng+Devanagari"):
        pytest.skip("Tesseract lacks Devanagari")
    assert samples.SENTENCES[1] in page.text
    assert sum("\u0900" <= letter <= "\u097f" for letter in page.text) > 12
