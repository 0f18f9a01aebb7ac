"""A visit to the stock page in a real browser, without a network: sample, tabs, downloads, phone, dark, no prices."""

from __future__ import annotations

import csv
import io
import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import DARK, SLOW

SAMPLE = "Sample (invented)"


def run_sample(tab: Page) -> None:
    tab.goto("/Stock_Analyser")
    tab.get_by_role("button", name=SAMPLE).click()
    expect(tab.locator(".stock-head")).to_be_visible(timeout=SLOW)
    expect(tab.locator(".js-plotly-plot").first).to_be_visible(timeout=SLOW)


def test_gallery_leads_to_the_analyser(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("textbox", name="Search the demos").fill("nifty")
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="Open the stock analyser").click()
    expect(tab.get_by_role("heading", name="Stock analyser")).to_be_visible()
    expect(tab.get_by_text("try the sample")).to_be_visible(timeout=SLOW)


def test_sample_through_every_tab_to_the_downloads(tab: Page) -> None:
    run_sample(tab)
    for name, sign in (
        ("Risk", "Daily returns"),
        ("Forecast", "Trials on this series"),
        ("Back-test", "trades"),
        ("News", "positive"),
        ("Compare", "Beside it"),
        ("Data quality", "looked wrong"),
    ):
        tab.get_by_role("tab", name=name, exact=True).click()
        expect(tab.get_by_text(sign).first).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("Something went wrong")).to_have_count(0)
    with tab.expect_download() as caught:
        tab.get_by_role("button", name="CSV", exact=True).click()
    rows = list(csv.reader(io.StringIO(caught.value.path().read_text("utf-8-sig"))))
    assert len(rows) > 1000
    with tab.expect_download() as caught:
        tab.get_by_role("button", name="PDF report").click()
    assert caught.value.path().read_bytes().startswith(b"%PDF")


def test_the_address_names_the_symbol_and_opens_it_again(tab: Page) -> None:
    run_sample(tab)
    expect(tab).to_have_url(re.compile("symbol=SAMPLE"))
    other = tab.context.new_page()
    other.goto(tab.url)
    expect(other.locator(".stock-head")).to_be_visible(timeout=SLOW)


def test_former_names_are_found_while_typing_and_no_network_is_told(tab: Page) -> None:
    tab.goto("/Stock_Analyser")
    tab.get_by_role("combobox").first.fill("TATAMOTORS")
    tab.get_by_role("option", name=re.compile("TMPV")).first.click()
    expect(tab.get_by_text("You can still use a file")).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("Something went wrong")).to_have_count(0)


def test_a_dark_phone(dark_phone: Page) -> None:
    tab = dark_phone
    run_sample(tab)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    expect(tab.locator(".stApp")).to_have_css("background-color", DARK)
