"""The language in a real browser: its default, the switch, what a switch keeps, and the next visit."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SLOW, pick, settle, visiting
from tools.settings import DATA


def choose(tab: Page, language: str) -> None:
    tab.get_by_test_id("stSidebar").get_by_role("radio", name=language).click()


def test_the_browsers_language_is_the_default(browser: Browser, portal: str) -> None:
    with visiting(browser, portal, locale="hi-IN") as context:
        tab = context.new_page()
        tab.goto("/")
        expect(tab.get_by_role("heading", name="एआई डेमो पोर्टल")).to_be_visible()
        expect(tab.locator("html")).to_have_attribute("lang", "hi")
        assert not [cookie for cookie in context.cookies() if cookie["name"] == "portal_language"]  # nothing was chosen


def test_a_choice_holds_on_every_page_and_at_the_next_visit(tab: Page) -> None:
    tab.goto("/")
    choose(tab, "हिन्दी")
    expect(tab.get_by_role("heading", name="एआई डेमो पोर्टल")).to_be_visible()
    expect(tab.locator("html")).to_have_attribute("lang", "hi")
    tab.get_by_role("link", name="फसल रोग पहचान").first.click()
    expect(tab.get_by_role("heading", name="फसल रोग पहचान")).to_be_visible()
    (cookie,) = [cookie for cookie in tab.context.cookies() if cookie["name"] == "portal_language"]
    assert (cookie["value"], cookie["sameSite"], cookie["path"]) == ("hi", "Lax", "/")
    again = tab.context.new_page()
    again.goto("/Resume_Screener")  # a cold deep link
    expect(again.get_by_role("heading", name="रिज़्यूमे छाँटना")).to_be_visible()


def test_a_switch_keeps_files_choices_and_the_open_tab(tab: Page) -> None:
    tab.goto("/Resume_Screener")
    job = tab.get_by_role("textbox", name="Job description")
    job.fill((DATA / "samples" / "resume" / "jd_java_backend_developer.txt").read_text(encoding="utf-8"))
    job.press("Control+Enter")
    tab.locator("input[type=file]").last.set_input_files(DATA / "samples" / "resume" / "fatima_begum.txt")
    tab.get_by_role("tab", name="Charts").click(timeout=SLOW)
    expect(tab.get_by_role("figure")).to_have_count(3, timeout=SLOW)
    pick(tab, "Education, at least", "Diploma or ITI")
    expect(tab.get_by_role("combobox", name="Education, at least")).to_have_value("Diploma or ITI")
    settle(tab)
    choose(tab, "हिन्दी")
    expect(tab.get_by_role("tab", name="चार्ट")).to_have_attribute("aria-selected", "true")
    expect(tab.get_by_text("fatima_begum.txt").first).to_be_visible()
    expect(tab.get_by_role("combobox", name="पढ़ाई, कम से कम")).to_have_value("डिप्लोमा या आईटीआई")
    choose(tab, "English")
    expect(tab.get_by_role("tab", name="Charts")).to_have_attribute("aria-selected", "true")
    expect(tab.get_by_role("combobox", name="Education, at least")).to_have_value("Diploma or ITI")
