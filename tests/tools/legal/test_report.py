"""The printed report: what it says, that it can be read back, and what it never shows."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from tests.tools.legal.samples import fact, fir_result, order_result
from tools.legal import report_docx, report_pdf
from tools.legal.keys import KEYS
from tools.legal.report import blocks, decided, shown
from tools.legal.report_blocks import Block, Box, Heading, Line, Table
from tools.legal.report_words import TEXTS
from tools.legal.result import PageReading, Result
from tools.legal.types import Extract, Fact, Language, Outcome

MADE = datetime(2026, 11, 25, 12, tzinfo=UTC)
BOTH = pytest.mark.parametrize("language", ["en", "hi"])


def words(found: Iterator[Block]) -> str:
    parts: list[str] = []
    for block in found:
        match block:
            case Heading() | Line():
                parts.append(block.text)
            case Box():
                parts += [block.text, *block.details]
            case Table():
                parts += [*block.header, *(cell for row in block.rows for cell in row)]
    return "\n".join(parts)


def pdf_text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def docx_text(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


@BOTH
def test_every_text_is_there_in_both_languages(language: Language) -> None:
    assert all(text[language == "hi"] for text in TEXTS.values())
    assert all(decided(Outcome(kind, 1, ""), language) for kind in ("bail_granted", "compromise", "reserved"))


def test_an_order_says_the_decision_first() -> None:
    found = list(blocks(order_result(), "en"))
    assert found[0] == Heading("What the court decided")
    assert isinstance(found[1], Box)
    assert (found[1].text, found[1].tone) == ("The court granted bail.", "good")
    assert "(page 2)" in found[1].details[-1]
    headings = [block.text for block in found if isinstance(block, Heading)]
    assert headings == [
        "What the court decided", "What it says", "Next steps", "Facts", "Sections of law, old and new",
        "Key sentences, in the document's own words", "How each page was read", "Please note",
    ]  # fmt: skip


def test_next_steps_name_date_bond_conditions_and_the_clock() -> None:
    text = words(blocks(order_result(), "en"))
    assert "Next date in court: 10 April 2025 (page 2)." in text
    assert "Bond: ₹25,000 (page 2)." in text
    assert "last day 3 May 2025; from 4 May 2025" in text
    assert "NALSA at 15100" in text
    assert "not legal advice" in text


def test_a_clock_without_a_start_gives_no_date() -> None:
    result = order_result()
    assert result.clock is not None
    clock = replace(result.clock, start=None, due=None, bail_from=None)
    text = words(blocks(replace(result, clock=clock), "en"))
    assert "cannot be counted" in text
    assert "last day 3 May" not in text


def test_what_is_not_stated_is_said_so() -> None:
    result = order_result()
    assert result.extract is not None
    bare = replace(result, extract=Extract("order", "en", {}), summary_en=(), cards=())
    text = words(blocks(bare, "en"))
    assert "not found clearly" in text
    assert "not stated in this document" in text
    assert "No summary could be written" in text
    assert "None of the facts" in text


def test_a_struck_sentence_is_left_out_and_counted() -> None:
    text = words(blocks(order_result(), "en"))
    assert "90,000" not in text
    assert "Left out: 1 sentence(s)" in text


def test_facts_follow_the_form_of_their_kind() -> None:
    table = next(block for block in blocks(fir_result(), "hi") if isinstance(block, Table))
    assert [row[0] for row in table.rows[:3]] == ["एफआईआर नंबर", "वर्ष", "ज़िला"]
    assert ("एफआईआर की तारीख़", "3 मार्च 2025", "1") in table.rows


def test_values_are_shown_as_people_write_them() -> None:
    assert shown(fact("fir_date", "2025-03-03"), "hi") == "3 मार्च 2025"
    assert shown(fact("bond", "1693880"), "en") == "₹16.9 lakh (₹16,93,880)"
    assert shown(fact("fir_date", "soon"), "en") == "soon"
    assert shown(Fact("bond", "500", 1, "500", uncertain=True), "en") == "₹500 (check: hard to read in the scan)"
    many = tuple(fact("accused", f"Person {number}") for number in range(40))
    assert shown(Fact("accused", "…", 1, "…", items=many), "en").endswith("Person 24; + 15")


def test_a_long_value_is_cut() -> None:
    assert len(shown(fact("story", "word " * 900), "en")) <= 700


def test_sections_stand_beside_their_partner() -> None:
    tables = [block for block in blocks(order_result(), "en") if isinstance(block, Table)]
    first, other = tables[1].rows
    assert first[:3] == ("BNS 303(2)", "IPC 379", "BNS 303(2)")
    assert first[3] == "Taking someone's thing without asking. Punishment: Up to 3 years, or fine, or both"
    assert other[:4] == ("Arms Act 25 (only mentioned)", "–", "–", "Not in the table; see the act")


def test_pages_read_alike_are_said_together() -> None:
    readings = (PageReading(1, "ocr"), PageReading(2, "ocr"), PageReading(3, "blank"))
    text = words(blocks(replace(order_result(), readings=readings), "en"))
    assert "Pages 1–2: a scan, read by OCR" in text
    assert "Page 3: blank" in text


def test_an_unreadable_file_says_why() -> None:
    result = Result("scan.pdf", "unreadable", "The file needs a password: send it without one.")
    for text in (pdf_text(report_pdf.report(result, "en")), docx_text(report_docx.report(result, "en"))):
        assert "needs a password" in text


@BOTH
@pytest.mark.parametrize("make", [order_result, fir_result])
def test_the_pdf_can_be_read_back(make: object, language: Language) -> None:
    result = make()  # type: ignore[operator]
    data = report_pdf.report(result, language, made=MADE)
    assert data.startswith(b"%PDF")
    text = "".join(pdf_text(data).split())  # pdfium loses some spaces after vowel signs
    for sentence in result.summary(language):
        assert ("".join(sentence.text.split()) in text) == (not sentence.struck)
    assert "15100" in text


@BOTH
def test_the_word_file_can_be_read_back(language: Language) -> None:
    result = order_result()
    data = report_docx.report(result, language, made=MADE)
    text = docx_text(data)
    for sentence in result.summary(language):
        assert (sentence.text in text) == (not sentence.struck)
    assert "IPC 379" in text


def test_the_word_file_knows_the_font_and_language_of_devanagari() -> None:
    document = docx.Document(io.BytesIO(report_docx.report(order_result(), "hi", made=MADE)))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    runs += [r for t in document.tables for row in t.rows for cell in row.cells for r in cell.paragraphs[0].runs]
    hindi = [run for run in runs if any("\u0900" <= letter <= "\u097f" for letter in run.text)]
    assert len(hindi) > 20
    for run in hindi:
        properties = run._element.rPr
        assert properties.find(qn("w:rFonts")).get(qn("w:cs")) == "Noto Sans Devanagari"
        assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "hi-IN"
        assert properties.find(qn("w:lang")).get(qn("w:val")) == "hi-IN"
        assert properties.find(qn("w:szCs")).get(qn("w:val")) == properties.find(qn("w:sz")).get(qn("w:val"))


def test_run_properties_stand_in_the_order_of_the_schema() -> None:
    document = docx.Document(io.BytesIO(report_docx.report(fir_result(), "hi", made=MADE)))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            ranks = [report_docx._ORDER.index(child.tag.rpartition("}")[2]) for child in run._element.rPr]
            assert all(first < second for first, second in pairwise(ranks))


@BOTH
def test_hostile_text_does_no_harm(language: Language) -> None:
    nasty = "<b>\x00\x0b\u202e😀 தமிழ் " + "ा" * 50 + " {page} " + "x" * 900
    result = order_result()
    assert result.extract is not None
    facts = {key: Fact(key, nasty, 1, nasty) for key in list(KEYS)[::16]}
    hostile = replace(result, file=nasty, extract=replace(result.extract, facts=facts), notes=(nasty,), engine=nasty)
    assert "xxxxxxxxx" in pdf_text(report_pdf.report(hostile, language))
    assert "<b>" in docx_text(report_docx.report(hostile, language))  # as it was written, not as markup


def test_what_is_masked_stays_masked() -> None:
    assert "▮▮▮▮▮▮" in words(blocks(fir_result(), "hi"))
    assert "▮" in pdf_text(report_pdf.report(fir_result(), "hi"))
