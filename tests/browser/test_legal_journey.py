"""A paralegal in a real browser: sample, a fact on its page, Hindi, paper, phone, a broken file beside a good one."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DARK, SLOW
from tools.legal.phrases import OUTCOMES, TEXTS
from tools.legal.samples import FOLDER, TITLES


def answered(tab: Page) -> None:
    expect(tab.locator(".plain-words")).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("Something went wrong")).to_have_count(0)


def run_sample(tab: Page, name: str) -> None:
    tab.goto("/Legal_Summariser")
    tab.get_by_role("button", name=TITLES[name]["en"], exact=True).click()
    answered(tab)


def picture(tab: Page) -> str:
    shown = tab.locator(".st-key-legal-document img")
    expect(shown).to_be_visible(timeout=SLOW)
    return shown.get_attribute("src") or ""


def test_gallery_leads_to_the_summariser(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("textbox", name="Search the demos").fill("kanoon")
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="Open the legal summariser").click()
    expect(tab.get_by_role("heading", name="Legal summariser")).to_be_visible()
    expect(tab.get_by_text(TEXTS["empty"][0])).to_be_visible(timeout=SLOW)


def test_a_fact_turns_the_document_to_its_page_and_highlights_it(tab: Page) -> None:
    run_sample(tab, "fir_hindi.pdf")
    before = picture(tab)
    tab.get_by_role("button", name="p. 2", exact=True).first.click()
    expect(tab.locator(".st-key-legal-document img")).not_to_have_attribute("src", before, timeout=SLOW)
    expect(tab.get_by_text("Highlighted:")).to_be_visible(timeout=SLOW)
    tab.get_by_role("tab", name=TEXTS["sections"][0]).click()
    expect(tab.locator(".section-card").first).to_be_visible(timeout=SLOW)
    tab.get_by_role("tab", name=TEXTS["dates"][0]).click()
    expect(tab.locator(".js-plotly-plot")).to_be_visible(timeout=SLOW)


def test_hindi_in_place_then_paper(tab: Page) -> None:
    run_sample(tab, "order_bail_hindi.pdf")
    expect(tab.locator(".verdict")).to_contain_text(OUTCOMES["bail_granted"][0])
    tab.get_by_role("radio", name="हिन्दी").first.click()
    expect(tab.locator(".verdict")).to_contain_text(OUTCOMES["bail_granted"][1], timeout=SLOW)
    with tab.expect_download() as caught:
        tab.get_by_role("button", name=TEXTS["pdf"][1]).click()
    with pypdfium2.PdfDocument(caught.value.path().read_bytes()) as document:
        text = " ".join(document[0].get_textpage().get_text_range().split())
        assert "ज़मानत" in text
    with tab.expect_download() as caught:
        tab.get_by_role("button", name=TEXTS["docx"][1]).click()
    paper = docx.Document(io.BytesIO(caught.value.path().read_bytes()))
    assert any("ज़मानत" in paragraph.text for paragraph in paper.paragraphs)
    with tab.expect_download() as caught:
        tab.get_by_role("button", name=TEXTS["json"][1]).click()
    assert json.loads(caught.value.path().read_text("utf-8"))["outcome"]["kind"] == "bail_granted"


@pytest.mark.ocr
def test_a_scan_and_a_broken_file_beside_it(tab: Page, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes((FOLDER / "order_daily.pdf").read_bytes()[:700])
    tab.goto("/Legal_Summariser")
    tab.locator('input[type="file"]').set_input_files([FOLDER / "fir_hindi_scan.pdf", tmp_path / "broken.pdf"])
    answered(tab)
    expect(tab.get_by_text("broken.pdf").first).to_be_visible()
    expect(tab.get_by_text("a scan, read by OCR")).to_be_visible()


def test_a_dark_phone(dark_phone: Page) -> None:
    tab = dark_phone
    run_sample(tab, "judgment_high_court.pdf")
    expect(tab.locator(".verdict")).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    expect(tab.locator(".stApp")).to_have_css("background-color", DARK)
