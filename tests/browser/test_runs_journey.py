"""From an answer to my runs and back in a real browser: thumb, save, open, delete; a forged address on a phone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import SLOW, settle


def tick(page: Page, row: int) -> None:
    """Choose a row: the table is one canvas, its boxes are at the left edge."""
    settle(page)
    table = page.locator("[data-testid=stDataFrame]").first
    table.scroll_into_view_if_needed()
    table.click(position={"x": 17, "y": 36 + 35 * row + 17})


def test_save_open_and_delete(tab: Page) -> None:
    page = tab
    page.goto("/Stock_Analyser?symbol=SAMPLE")
    expect(page.get_by_text("Was this useful?")).to_be_visible(timeout=SLOW)
    page.get_by_role("radio", name="Thumbs up").click()
    page.get_by_role("button", name="Save to my runs").click()
    page.get_by_role("link", name="Saved: open my runs").click()
    expect(page.get_by_role("heading", name="Sample Industries")).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="Close this run").click()
    expect(page.get_by_role("heading", name="Sample Industries")).to_be_hidden(timeout=SLOW)
    tick(page, 0)
    page.get_by_role("button", name="Delete 1 run").click()
    page.get_by_role("button", name="Yes, delete").click()
    expect(page.get_by_role("heading", name="Sample Industries")).to_be_hidden(timeout=SLOW)


def test_a_forged_address_on_a_phone_is_one_sentence(dark_phone: Page) -> None:
    page = dark_phone
    page.goto(f"/My_Runs?run={'0' * 32}")
    expect(page.get_by_text("There is no such run of yours")).to_be_visible(timeout=SLOW)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
