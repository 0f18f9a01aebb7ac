"""A recruiter's whole job in a real browser: samples, upload, ranking, evidence, shortlist, download."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from tests.browser.conftest import DARK, SLOW, Window
from tools.settings import DATA

SAMPLES = DATA / "samples" / "resume"


def run_sample(tab: Page, job: str = "Java") -> None:
    tab.goto("/Resume_Screener")
    tab.get_by_role("button", name=job).click()
    expect(tab.get_by_role("button", name="Add to shortlist")).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("resumes read")).to_have_count(0, timeout=SLOW)


def test_gallery_leads_to_the_screener(tab: Page) -> None:
    tab.goto("/")
    expect(tab.get_by_text("Offline default").first).to_be_visible()
    tab.get_by_role("textbox", name="Search the demos").fill("recruitment")
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="Open the resume screener").click()
    expect(tab.get_by_role("heading", name="Resume screener")).to_be_visible()


def test_upload_to_ranking_to_evidence_to_download(tab: Page, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 cut short")
    tab.goto("/Resume_Screener")
    tab.get_by_role("textbox", name="Job description").fill((SAMPLES / "jd_java_backend_developer.txt").read_text())
    tab.keyboard.press("Control+Enter")
    files = [
        SAMPLES / name for name in ("ananya_deshmukh.pdf", "imran_qureshi.pdf", "meera_joshi.docx", "fatima_begum.txt")
    ]
    tab.locator('input[type="file"]').last.set_input_files([*files, tmp_path / "broken.pdf"])
    expect(tab.get_by_role("button", name="Add to shortlist")).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("1 file was not read")).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("broken.pdf").last).to_be_visible()
    expect(tab.get_by_role("img", name="Page 1 of the resume")).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("page 1 ·").first).to_be_visible()
    assert "Ananya" not in tab.locator('[data-testid="stMain"]').inner_text()

    tab.get_by_role("button", name="Add to shortlist").click()
    expect(tab.get_by_role("button", name="On the shortlist")).to_be_visible()
    tab.get_by_role("tab", name="Download").click()
    with tab.expect_download() as caught:
        tab.get_by_role("button", name="CSV", exact=True).click()
    rows = list(csv.DictReader(io.StringIO(caught.value.path().read_text("utf-8-sig"))))
    assert len(rows) == 4
    assert rows[0]["Candidate"].startswith("Candidate ")
    with tab.expect_download() as caught:
        tab.get_by_role("button", name="Excel", exact=True).click()
    book = openpyxl.load_workbook(io.BytesIO(caught.value.path().read_bytes()))
    assert "Ranking" in book.sheetnames
    with tab.expect_download() as caught:
        tab.get_by_role("button", name="PDF to print").click()
    assert caught.value.path().read_bytes().startswith(b"%PDF")


def test_sample_in_one_click_then_every_tab(tab: Page) -> None:
    run_sample(tab)
    for name, sign in (
        ("Compare", "Candidates to compare"),
        ("Charts", "Who covers which requirement"),
        ("Fairness", "Does the name matter?"),
    ):
        tab.get_by_role("tab", name=name).click()
        expect(tab.get_by_text(sign).first).to_be_visible()
    expect(tab.get_by_text("Something went wrong")).to_have_count(0)


def test_blind_mode_off_shows_names(tab: Page, window: Window) -> None:
    run_sample(tab, "Relationship")
    expect(tab.get_by_role("heading", name="Candidate ")).to_be_visible()
    tab.get_by_test_id("stCheckbox").get_by_text("Blind mode").click()
    expect(tab.get_by_role("heading", name="Imran Qureshi")).to_be_visible(timeout=SLOW)
    assert not window.twice


def test_a_dark_phone(dark_phone: Page) -> None:
    """No sideways scroll, and the theme follows the system."""
    tab = dark_phone
    run_sample(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    expect(tab.locator(".stApp")).to_have_css("background-color", DARK)
