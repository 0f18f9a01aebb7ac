"""From an answer to my runs and back in a real browser: thumb, save, open, delete; a forged address on a phone."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

WAIT = 60_000  # milliseconds


def opened(browser: Browser, address: str, width: int = 1280) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    page.set_default_timeout(WAIT)
    page.goto(address)
    return page


def tick(page: Page, row: int) -> None:
    """Choose a row: the table is one canvas, its boxes are at the left edge."""
    table = page.locator("[data-testid=stDataFrame]").first
    table.scroll_into_view_if_needed()
    table.click(position={"x": 17, "y": 36 + 35 * row + 17})


def test_save_open_and_delete(browser: Browser, portal: str) -> None:
    page = opened(browser, f"{portal}/Stock_Analyser?symbol=SAMPLE")
    expect(page.get_by_text("Was this useful?")).to_be_visible(timeout=WAIT)
    page.get_by_role("radio", name="Thumbs up").click()
    page.get_by_role("button", name="Save to my runs").click()
    page.get_by_role("link", name="Saved: open my runs").click()
    expect(page.get_by_role("heading", name="Sample Industries")).to_be_visible(timeout=WAIT)
    page.get_by_role("button", name="Close this run").click()
    expect(page.get_by_role("heading", name="Sample Industries")).to_be_hidden(timeout=WAIT)
    tick(page, 0)
    page.get_by_role("button", name="Delete 1 run").click()
    page.get_by_role("button", name="Yes, delete").click()
    expect(page.get_by_role("heading", name="Sample Industries")).to_be_hidden(timeout=WAIT)
    page.close()


def test_a_forged_address_on_a_phone_is_one_sentence(browser: Browser, portal: str) -> None:
    page = opened(browser, f"{portal}/My_Runs?run={'0' * 32}", width=390)
    expect(page.get_by_text("There is no such run of yours")).to_be_visible(timeout=WAIT)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.close()
