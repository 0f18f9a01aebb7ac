"""Through the states of every page, as a visitor would reach them; what is looked at in each is the caller's matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SLOW, settle
from tests.browser.test_chat_journey import finished, open_chat
from tests.browser.test_crop_journey import run_sample as run_crop
from tests.browser.test_legal_journey import run_sample as run_legal
from tests.browser.test_resume_journey import run_sample as run_resume
from tests.browser.test_stock_journey import run_sample as run_stocks

Walk = Callable[[Page], Iterator[str]]


def at(tab: Page, address: str) -> None:
    tab.goto(address)
    expect(tab.get_by_role("heading", level=1)).to_be_visible(timeout=SLOW)
    settle(tab)


def each_tab(tab: Page) -> Iterator[str]:
    """Opens the page's tabs one after the other."""
    tabs = tab.locator('[data-testid="stMain"] [role="tablist"]').first.get_by_role("tab")
    for place in range(tabs.count()):
        tabs.nth(place).click()
        expect(tabs.nth(place)).to_have_attribute("aria-selected", "true")
        settle(tab)
        yield tabs.nth(place).inner_text()


def home(tab: Page) -> Iterator[str]:
    at(tab, "/")
    yield "gallery"
    tab.get_by_role("textbox", name="Search the demos").fill("zzz")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("button", name="Show all demos")).to_be_visible()
    yield "nothing found"


def resume(tab: Page) -> Iterator[str]:
    at(tab, "/Resume_Screener")
    yield "empty"
    run_resume(tab)
    yield from each_tab(tab)


def crop(tab: Page) -> Iterator[str]:
    at(tab, "/Crop_Disease_Detector")
    yield "empty"
    run_crop(tab)
    settle(tab)
    yield "answered"


def legal(tab: Page) -> Iterator[str]:
    at(tab, "/Legal_Summariser")
    yield "empty"
    run_legal(tab, "fir_hindi.pdf")
    yield from each_tab(tab)


def stocks(tab: Page) -> Iterator[str]:
    at(tab, "/Stock_Analyser")
    yield "empty"
    run_stocks(tab)
    yield from each_tab(tab)


def chat(tab: Page) -> Iterator[str]:
    open_chat(tab)
    settle(tab)
    yield "empty"
    tab.get_by_role("button", name="Sample judgment").click()
    expect(tab.get_by_text("2 pages")).to_be_visible(timeout=SLOW)
    suggestions(tab).first.click()
    finished(tab)
    yield "answered"
    sources(tab).first.click()
    expect(tab.locator(".st-key-chat-pane img")).to_be_visible(timeout=SLOW)
    settle(tab)
    yield "source"


def my_runs(tab: Page) -> Iterator[str]:
    at(tab, "/Stock_Analyser?symbol=SAMPLE")
    tab.get_by_role("button", name="Save to my runs").click(timeout=SLOW)
    tab.get_by_role("link", name="Saved: open my runs").click()
    expect(tab.get_by_role("button", name="Close this run")).to_be_visible(timeout=SLOW)
    settle(tab)
    yield "a run opened"
    at(tab, "/My_Runs")  # anew: what is opened right after a change of the window's size may shut again
    tab.get_by_text("My data", exact=True).click()
    settle(tab)
    tab.get_by_role("button", name="Delete my data").click()
    tab.get_by_text("I understand").click()
    tab.get_by_role("button", name="Delete everything").click()
    expect(tab.get_by_text("No runs here yet")).to_be_visible(timeout=SLOW)
    settle(tab)
    yield "empty"


def status(tab: Page) -> Iterator[str]:
    at(tab, "/Status")
    yield "figures"


WALKS: tuple[Walk, ...] = (home, resume, crop, legal, stocks, chat, my_runs, status)


def suggestions(tab: Page) -> Locator:
    return tab.get_by_role("radiogroup", name="Suggestions").get_by_role("radio")


def sources(tab: Page) -> Locator:
    return tab.locator("[class*=st-key-chat-sources] button:visible")
