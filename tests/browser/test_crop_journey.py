"""A farmer's visit in a real browser: sample, evidence, Hindi, paper, a broken file beside a good one.

Needs the model that ships (or the one that the settings name); without weights these tests are skipped.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from models.readiness import leaf_readiness
from tests.browser.conftest import DARK, SLOW, pick
from tools.crop.phrases import TEXTS
from tools.settings import DATA

pytestmark = pytest.mark.skipif(leaf_readiness().word == "not ready", reason="the leaf model's weights are missing")

SAMPLES = DATA / "samples" / "crop"


def answered(tab: Page) -> None:
    expect(tab.locator(".verdict")).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("photos answered")).to_have_count(0, timeout=SLOW)
    expect(tab.get_by_text("Something went wrong")).to_have_count(0)


def run_sample(tab: Page, title: str = "Rust pustules") -> None:
    tab.goto("/Crop_Disease_Detector")
    tab.get_by_role("button", name=title, exact=True).click()
    answered(tab)


def upload(tab: Page, *files: Path) -> None:
    tab.locator('input[type="file"]').first.set_input_files(list(files))
    answered(tab)


def large_picture(tab: Page) -> tuple[str, float]:
    """Address and height of the opened photo."""
    picture = tab.locator('[data-testid="stMain"] img').last
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box
    return picture.get_attribute("src") or "", box["height"]


def test_gallery_leads_to_the_detector(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("textbox", name="Search the demos").fill("kisan")
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="Open the crop disease detector").click()
    expect(tab.get_by_role("heading", name="Crop disease detector")).to_be_visible()
    expect(tab.get_by_text("the answer appears here")).to_be_visible(timeout=SLOW)


def test_sample_to_evidence_to_hindi_to_paper(tab: Page) -> None:
    run_sample(tab)
    before, height = large_picture(tab)
    slider = tab.get_by_role("slider")
    slider.focus()
    for _ in range(6):
        slider.press("ArrowRight")
    expect(tab.locator('[data-testid="stMain"] img').last).not_to_have_attribute("src", before, timeout=SLOW)
    assert large_picture(tab)[1] == height  # the same frame: nothing jumps
    tab.get_by_role("radio", name="हिन्दी").last.click()  # the first is the portal's own
    expect(tab.get_by_text(TEXTS["chances"][1])).to_be_visible()
    with tab.expect_download() as caught:
        tab.get_by_role("button", name="PDF to print").click()
    with pypdfium2.PdfDocument(caught.value.path().read_bytes()) as document:
        assert len(document) == 1
        assert TEXTS["drawn"][1] in " ".join(document[0].get_textpage().get_text_range().split())
    with tab.expect_download() as caught:
        tab.get_by_role("button", name="CSV", exact=True).click()
    (row,) = csv.DictReader(io.StringIO(caught.value.path().read_text("utf-8-sig")))
    assert row["File"] == "rust_on_maize.jpg"
    assert row["Status"] in ("diagnosed", "unsure")


def test_broken_file_beside_good_ones(tab: Page, tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes((SAMPLES / "green_leaf.jpg").read_bytes()[:900])
    (tmp_path / "again.jpg").write_bytes((SAMPLES / "toy_robot.jpg").read_bytes())
    tab.goto("/Crop_Disease_Detector")
    names = ("blurred.jpg", "toy_robot.jpg", "green_leaf.jpg")
    upload(tab, *(SAMPLES / name for name in names), tmp_path / "broken.jpg", tmp_path / "again.jpg")
    expect(tab.get_by_text("1 photo has no answer")).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("is the same photo as toy_robot.jpg")).to_be_visible()
    expect(tab.get_by_role("heading", name="3 photos")).to_be_visible()
    expect(tab.get_by_role("heading", name="Please take this photo again")).to_be_visible()
    tab.locator(".st-key-crop-gallery").get_by_role("button", name="Open", exact=True).first.click()
    expect(tab.get_by_role("heading", name="This does not look like a crop leaf.")).to_be_visible()
    with tab.expect_download() as caught:
        tab.get_by_role("button", name="CSV", exact=True).click()
    assert len(list(csv.DictReader(io.StringIO(caught.value.path().read_text("utf-8-sig"))))) == 3


def test_other_crop_names_no_disease_and_reads_nothing_again(tab: Page) -> None:
    run_sample(tab)
    pick(tab, "Crop", "Other crop")
    expect(tab.get_by_role("heading", name="This crop is not one of the 15")).to_be_visible(timeout=SLOW)
    expect(tab.locator(".js-plotly-plot")).to_have_count(0)
    tab.get_by_role("button", name="Start again").click()
    expect(tab.get_by_text("the answer appears here")).to_be_visible(timeout=SLOW)


def test_a_dark_phone(dark_phone: Page) -> None:
    tab = dark_phone
    run_sample(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    expect(tab.locator(".stApp")).to_have_css("background-color", DARK)
