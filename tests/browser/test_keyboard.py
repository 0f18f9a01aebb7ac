"""Every page's whole job by the keyboard alone, the focus being seen at each stop."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SLOW, settle
from tests.browser.test_chat_journey import finished, open_chat
from tests.browser.walks import at, sources, suggestions

FOCUS_SHOWN = """() => { const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }"""


def reach(tab: Page, target: Locator, most: int = 80) -> None:
    """Press Tab until `target` has the focus, which must be seen there."""
    expect(target).to_be_visible(timeout=SLOW)
    for _ in range(most):
        tab.keyboard.press("Tab")
        if target.evaluate("part => part === document.activeElement"):
            assert tab.evaluate(FOCUS_SHOWN), "the focus cannot be seen"
            return
    pytest.fail(f"Tab does not reach {target}")


def skip_to_main(tab: Page) -> None:
    """The first stop of each page leads past the sidebar."""
    reach(tab, tab.get_by_role("link", name="Skip to main content"), 3)
    tab.keyboard.press("Enter")


def test_keyboard_home(tab: Page) -> None:
    at(tab, "/")
    skip_to_main(tab)
    reach(tab, tab.get_by_test_id("stMain").get_by_role("link", name="Open the resume screener"), 10)
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", name="Resume screener", level=1)).to_be_visible(timeout=SLOW)


def test_keyboard_resume(tab: Page) -> None:
    at(tab, "/Resume_Screener")
    skip_to_main(tab)
    reach(tab, tab.get_by_role("button", name="Java"), 10)
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("button", name="Add to shortlist")).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("resumes read")).to_have_count(0, timeout=SLOW)
    settle(tab)
    reach(tab, tab.get_by_role("tab", name="Candidate"))
    tab.keyboard.press("ArrowRight")
    expect(tab.get_by_text("Candidates to compare")).to_be_visible(timeout=SLOW)


def test_keyboard_crop(tab: Page) -> None:
    at(tab, "/Crop_Disease_Detector")
    skip_to_main(tab)
    reach(tab, tab.get_by_role("button", name="Rust pustules", exact=True), 10)
    tab.keyboard.press("Enter")
    expect(tab.locator(".verdict")).to_be_visible(timeout=SLOW)
    settle(tab)
    before = tab.locator('[data-testid="stMain"] img').last.get_attribute("src") or ""
    reach(tab, tab.get_by_role("slider"))
    tab.keyboard.press("PageUp")
    expect(tab.locator('[data-testid="stMain"] img').last).not_to_have_attribute("src", before, timeout=SLOW)


def test_keyboard_legal(tab: Page) -> None:
    at(tab, "/Legal_Summariser")
    skip_to_main(tab)
    reach(tab, tab.locator(".st-key-legal-samples button, [class*=st-key-legal-try] button").first, 10)
    tab.keyboard.press("Enter")
    expect(tab.locator(".plain-words")).to_be_visible(timeout=SLOW)
    settle(tab)
    reach(tab, tab.get_by_role("button", name="p. 1", exact=True).first)
    tab.keyboard.press("Enter")
    expect(tab.get_by_text("Highlighted:")).to_be_visible(timeout=SLOW)


def test_keyboard_stocks(tab: Page) -> None:
    at(tab, "/Stock_Analyser")
    skip_to_main(tab)
    reach(tab, tab.get_by_role("button", name="Sample (invented)"), 12)
    tab.keyboard.press("Enter")
    expect(tab.locator(".stock-head")).to_be_visible(timeout=SLOW)
    settle(tab)
    reach(tab, tab.get_by_role("tab", name="Overview"))
    tab.keyboard.press("ArrowRight")
    expect(tab.get_by_text("Daily returns").first).to_be_visible(timeout=SLOW)


def test_keyboard_chat(tab: Page) -> None:
    open_chat(tab)
    settle(tab)
    reach(tab, tab.get_by_role("button", name="Sample judgment"))
    tab.keyboard.press("Enter")
    expect(tab.get_by_text("2 pages")).to_be_visible(timeout=SLOW)
    settle(tab)
    reach(tab, suggestions(tab).first)
    tab.keyboard.press("Enter")
    finished(tab)
    settle(tab)
    expect(tab.get_by_role("button", name="Answer again")).to_be_visible()
    reach(tab, sources(tab).first)
    tab.keyboard.press("Enter")
    expect(tab.locator(".st-key-chat-pane img")).to_be_visible(timeout=SLOW)
