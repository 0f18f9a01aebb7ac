"""Text layers that are not Unicode Hindi: glyph numbers of police prints, pre-Unicode fonts, replacement text."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest

from tests.tools.documents import samples
from tests.tools.documents.old_hindi import Piece, actual_text, pdf
from tools.documents import cctns, krutidev, read_document
from tools.documents.devanagari import is_malformed, normalised, reordered
from tools.documents.quality import usable
from tools.documents.types import Page, Word

POLICE = (
    ("जिला/इकाई", "िजला/इकाई"),
    ("प्रथम सूचना रिपोर्ट", "ᮧथम सूचना ᳯरपोटᭅ"),
    ("शिकायतकर्ता", "िशकायतकताᭅ"),
    ("न्यायालय", "᭠यायालय"),
)
TYPED = (
    ("प्रथम सूचना रिपोर्ट", "izFke lwpuk fjiksVZ"),
    ("थाना कोतवाली", "Fkkuk dksrokyh"),
    ("दिनांक 12/03/2015 को", "fnukad 12@03@2015 dks"),
)


def page_of(*pieces: Piece) -> Page:
    return read_document("fir.pdf", pdf([pieces])).pages[0]


def column(rows: tuple[tuple[str, str], ...], font: str) -> list[Piece]:
    return [Piece(shown, stored, 50, 80 + 20 * at, font) for at, (shown, stored) in enumerate(rows)]


@pytest.mark.parametrize(
    ("drawn", "written"),
    [
        ("ᮧथम", "प्रथम"),
        ("वषᭅ", "वर्ष"),
        ("ᳯरपोटᭅ", "रिपोर्ट"),
        ("आᳶथक", "आर्थिक"),
        ("ᳲहदी", "हिंदी"),
        ("कायᲄ", "कार्यों"),
        ("नहᱭ", "नहीं"),
        ("दुकानᲂ", "दुकानों"),
        ("िव᳡िव᳒ालय", "विश्वविद्यालय"),
        ("रा᳦ीय", "राष्ट्रीय"),
        ("म᭟य", "मध्य"),
        ("कायᭅवाही", "कार्यवाही"),
        ("िजला/इकाई", "जिला/इकाई"),
        ("थाना", "थाना"),
        ("FIR", "FIR"),
        ("ᱧपए", "रुपए"),
    ],
)
def test_glyph_numbers_become_letters_in_spoken_order(drawn: str, written: str) -> None:
    assert cctns.decode(drawn) == written


def test_a_glyph_number_that_is_not_known_stays_visible() -> None:
    word = cctns.decode("प\u1c99ा")
    assert word == "प\u1c99ा"
    assert cctns.unread(word)
    assert not cctns.unread("पट्टा")


def test_a_police_print_is_read_and_its_boxes_stay() -> None:
    page = page_of(*column(POLICE, "ArialUnicodeMS"), Piece("FIR No. 0123", "FIR No. 0123", 300, 80, "ArialMT"))
    assert page.lines == (*(written for written, _ in POLICE), "FIR No. 0123")
    assert (page.source, page.decoding) == ("text", "cctns")
    assert page.locate("शिकायतकर्ता")[0][:2] == pytest.approx((50, 110), abs=1.5)


def test_the_note_says_which_pages_were_decoded() -> None:
    police, plain = column(POLICE, "ArialUnicodeMS"), [Piece("Order", "Order", 50, 80, "ArialMT")]
    document = read_document("fir.pdf", pdf([police, police, plain]))
    assert document.notes == ("Pages 1–2: the text layer was in police glyph numbers and was decoded.",)


def test_signs_in_drawn_order_are_put_right_without_glyph_numbers() -> None:
    page = page_of(*column((("जिला", "िजला"), ("किया", "िकया"), ("परिवार", "पिरवार")), "Mangal"))
    assert page.lines == ("जिला", "किया", "परिवार")
    spoken = page_of(*column((("जिला", "जिला"), ("परिवार", "परिवार")), "Mangal"))
    assert spoken.lines == ("जिला", "परिवार")


def test_pages_of_numbers_that_nobody_knows_are_for_ocr() -> None:
    good = [Word(word, (0, 0, 1, 1), 0) for word in ["प्रथम", "सूचना"] * 10]
    bad = [Word("\u1c99\u1c9a", (0, 0, 1, 1), 0)] * 6
    codes = np.array([0x0915, 0x1C99])
    assert usable(good, codes, 0)
    assert not usable(good + bad, codes, 0)


def test_pages_in_an_old_font_of_another_layout_are_for_ocr() -> None:
    words = [Word("Hkkjr", (0, 0, 1, 1), 0, "Chanakya")] * 10
    assert not usable(words, np.array([72, 107]), 0)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("fgUnh", "हिन्दी"),
        ("deZ", "कर्म"),
        ("dk;ksZa", "कार्यों"),
        ("fuekZ.k", "निर्माण"),
        ("fufeZr", "निर्मित"),
        ("O;fä", "व्यक्ति"),
        ("ea=h", "मंत्री"),
        ("i=kyh", "पत्राली"),
        ("if=dk", "पत्रिका"),
        ("if=kdk", "पत्रिका"),
        ("Jheku~", "श्रीमान्"),
        ("U;k;ky;", "न्यायालय"),
        ("dksbZ", "कोई"),
        ("vkSj", "और"),
        ("vkWfQl", "ऑफिस"),
        ("lM+d", "सड़क"),
        ("[k+kyh", "ख़ाली"),
        ("gSA", "है।"),
        ("¼vfHk;qDr½", "(अभियुक्त)"),
        ("fnukad%", "दिनांक:"),
        ("vr%", "अतः"),
        ("ƒ„@åƒ@„å", "१२/०१/२०"),
        ("{ks=", "क्षेत्र"),
        ("jk\"Vªh;", "राष्ट्रीय"),
        ("fo'ofo|ky;", "विश्वविद्यालय"),
        ("mÙkj", "उत्तर"),
        ("fLFkfr", "स्थिति"),
        ("izfØ;k", "प्रक्रिया"),
        ("x`g", "गृह"),
        ("Øekad", "क्रमांक"),
        ("fo:)", "विरूद्ध"),
        ("379@411", "379/411"),
    ],
)  # fmt: skip
def test_typed_hindi_becomes_unicode(typed: str, written: str) -> None:
    assert krutidev.to_unicode(typed) == unicodedata.normalize("NFC", written)


def test_only_words_in_the_old_font_are_converted() -> None:
    english = Piece("IPC Section 420", "IPC Section 420", 300, 80, "ArialMT")
    page = page_of(*column(TYPED, "KrutiDev010"), english)
    assert page.lines == (*(written for written, _ in TYPED), "IPC Section 420")
    assert page.decoding == "krutidev"
    assert page_of(*column(TYPED[:1], "DevLys010")).text == TYPED[0][0]


def test_old_hindi_in_a_font_without_a_telling_name_is_known_by_its_words() -> None:
    typed = "og Fkkuk dksrokyh ds iqfyl ds lkFk esa x;k Fkk vkSj fd og ogk¡ ij Fkk rFkk mlds dks tkuk gS"
    words = typed.split(" ")
    assert krutidev.looks_legacy(words)
    assert not krutidev.looks_legacy(["he", "was", "there", "with", "the", "police", "for", "us", "all", "ls"] * 3)
    places = [(word, 40 + 60 * (at % 8), 80 + 20 * (at // 8)) for at, word in enumerate(words)]
    page = page_of(*[Piece("x" * len(word), word, x, y, "TT1") for word, x, y in places])
    assert "थाना कोतवाली के पुलिस के साथ में" in page.text.replace("\n", " ")


def test_word_files_in_an_old_font() -> None:
    import docx

    word = docx.Document()
    paragraph = word.add_paragraph()
    for text, font in (("fgU", "Kruti Dev 010"), ("nh esa ", "Kruti Dev 010"), ("IPC 420", "Arial")):
        paragraph.add_run(text).font.name = font
    table = word.add_table(2, 2)
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.paragraphs[0].add_run("Fkkuk").font.name = "Kruti Dev 010"
    page = read_document("a.docx", samples.docx_bytes(word)).pages[0]
    assert page.lines == ("हिन्दी में IPC 420", "थाना थाना", "थाना थाना")
    assert page.tables == ((("थाना", "थाना"), ("थाना", "थाना")),)
    assert page.decoding == "krutidev"


def spans(*pieces: Piece) -> tuple[str, ...]:
    end = Piece("the end", "the end", 50, 200, "ArialMT")
    page = page_of(*pieces, end)
    assert page.decoding == "actual_text"
    return page.lines[:-1]


def span(shown: str, x: float, says: str = "", *, before: bytes = b"", after: bytes = b"EMC", parts: int = 1) -> Piece:
    return Piece(shown, shown, x, 80, before=before + (actual_text(says) if says else b""), after=after, parts=parts)


def test_replacement_text_stands_once_however_its_objects_are_marked() -> None:
    whole = "जिलाइकाई"
    assert spans(span(whole, 50, whole, parts=3)) == (whole,)
    twice = actual_text(whole) + b" "
    assert spans(span("जिला", 50, whole, before=twice), span("इकाई", 70)) == (whole,)
    assert spans(span("जिला", 50, whole), span("इकाई", 68, whole)) == (whole,)
    assert spans(span("जिला", 50, "जिला"), span("जिला", 52, "जिला")) == ("जिला",)
    between = Piece("x", "x", 90, 80, before=b"/Artifact BMC", after=b"EMC")
    assert spans(span("जिला", 50, whole, after=b""), between, span("इकाई", 70)) == (whole,)


def test_what_is_honestly_printed_twice_stands_twice() -> None:
    assert spans(span("हाँ", 50, "हाँ"), span("हाँ", 75, "हाँ")) == ("हाँ हाँ",)
    assert spans(span("हाँ", 50, "हाँ"), span("हाँ", 58.6, "हाँ")) in (("हाँहाँ",), ("हाँ हाँ",))


def test_one_way_to_write_each_letter() -> None:
    assert normalised("स\u095cक") == "स\u0921\u093cक"
    assert normalised("क्\u200dष नमस्\u200cते") == "क्ष नमस्ते"
    assert normalised("१२ 12") == "१२ 12"
    assert reordered("िक") == "कि"
    assert reordered("अाैर कंी") == "और कीं"
    assert is_malformed("ाम")
    assert is_malformed("काी")
    assert not any(is_malformed(word) for word in ("हाँ", "कि", "प्रथम", "अतः", "ऊँचा", "ज़िला"))
