"""Every page against axe-core, light and dark, on a desk, on a phone and in Hindi; then by the keyboard alone.

Each page is loaded once and walked through its states; at each one nothing serious may be wrong in either theme, one
state being reached in the light, the next in the dark.
What axe calls moderate or minor is not asserted here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import ROOT, serving
from tests.browser.test_chat_journey import finished, open_chat
from tests.browser.test_crop_journey import SLOW
from tests.browser.test_crop_journey import run_sample as run_crop
from tests.browser.test_legal_journey import run_sample as run_legal
from tests.browser.test_resume_journey import run_sample as run_resume
from tests.browser.test_stock_journey import run_sample as run_stocks

Walk = Callable[[Page], Iterator[str]]

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
THEMES = {"light": "rgb(255, 255, 255)", "dark": "rgb(11, 18, 32)"}  # background of each
# rule, selector of what is excused, why
EXCUSED: tuple[tuple[str, str, str], ...] = ()
STILL = "*, *::before, *::after { transition: none !important; animation: none !important; }"
ALL = {"resultTypes": ["violations"]}
TOUCH = {"runOnly": ["target-size"], "rules": {"target-size": {"enabled": True}}}
EXCUSED_OF = "([target, selector]) => Boolean(document.querySelector(target)?.closest(selector))"
CLIPPED = """() => [...document.querySelectorAll('.stApp *')].filter(part => {
  const style = getComputedStyle(part), hidden = [style.overflowX, style.overflowY].map(how => how === 'hidden');
  const words = [...part.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
  return words && part.offsetParent && part.clientWidth > 2 && !part.closest('.unseen, [data-testid=stIconMaterial]')
    && ((hidden[0] && part.scrollWidth > part.clientWidth + 1)
      || (hidden[1] && part.scrollHeight > part.clientHeight + 3));
}).map(part => part.innerText.slice(0, 60))"""
FOCUS_SHOWN = """() => { const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }"""


@pytest.fixture
def tab(browser: Browser, portal: str) -> Iterator[Page]:
    page = visitor(browser, portal)
    yield page
    page.context.close()


def visitor(browser: Browser, portal: str, locale: str = "en-IN") -> Page:
    context = browser.new_context(viewport=DESK, base_url=portal, locale=locale, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    return context.new_page()


FADE = 700  # milliseconds that Streamlit takes to bring back what was stale


def settle(tab: Page) -> None:
    """Until the page's script has run to its end and nothing of the run before is left fading."""
    expect(tab.locator('.stApp[data-test-script-state="notRunning"]')).to_be_visible(timeout=SLOW)
    expect(tab.locator('[data-stale="true"]')).to_have_count(0, timeout=SLOW)
    tab.wait_for_timeout(FADE)


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


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_nothing_serious_in_either_theme_and_on_a_phone(tab: Page, walk: Walk) -> None:
    found = [wrong for state in walk(tab) for wrong in looked_at(tab, state)]
    assert not found, "\n".join(found)


def looked_at(tab: Page, state: str) -> Iterator[str]:
    """What is wrong with the page as it stands: as it is dressed, in the other theme, and there on a phone."""
    for theme in sorted(THEMES, key=lambda theme: not dressed(tab, theme)):
        dress(tab, theme)
        yield from (f"{state}, {theme}: {wrong}" for wrong in serious(tab))
    tab.set_viewport_size(PHONE)
    settle(tab)
    if (width := tab.evaluate("document.documentElement.scrollWidth")) > PHONE["width"]:
        yield f"{state}: {width} pixels wide on a phone"
    yield from (f"{state}, phone: {wrong}" for wrong in serious(tab, TOUCH))
    tab.set_viewport_size(DESK)


def dressed(tab: Page, theme: str) -> bool:
    return bool(tab.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == THEMES[theme])


def dress(tab: Page, theme: str) -> None:
    tab.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    expect(tab.locator(".stApp")).to_have_css("background-color", THEMES[theme])
    settle(tab)


def serious(tab: Page, options: dict[str, Any] = ALL) -> list[str]:
    """Rule, element and reason of each serious or critical violation that is not excused."""
    tab.add_style_tag(content=STILL)
    return [
        f"{broken['id']} {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for broken in Axe().run(tab, options=options).response["violations"]
        if broken["impact"] in ("serious", "critical")
        for node in broken["nodes"]
        if not excused(tab, broken["id"], node["target"][-1])
    ]


def excused(tab: Page, rule: str, target: str) -> bool:
    return any(rule == only and tab.evaluate(EXCUSED_OF, [target, selector]) for only, selector, _why in EXCUSED)


def test_the_check_finds_what_is_wrong(tab: Page) -> None:
    tab.set_content(
        '<html lang="en"><title>Bad</title><body><img src="x.png"><p style="color: #999">pale</p></body></html>'
    )
    assert {wrong.split()[0] for wrong in serious(tab)} == {"image-alt", "color-contrast"}


def test_sign_in_screen(browser: Browser, tmp_path: Path) -> None:
    closed = {
        "PORTAL_OIDC_CLIENT_ID": "portal",
        "PORTAL_OIDC_CLIENT_SECRET": "secret-of-the-test",
        "PORTAL_OIDC_METADATA_URL": "http://127.0.0.1:9/.well-known/openid-configuration",
        "PORTAL_OIDC_REDIRECT_URI": "http://127.0.0.1:9/oauth2callback",
        "PORTAL_COOKIE_SECRET": "only-for-tests-0123456789-0123456789",
        "PORTAL_STAFF": "@example.com",
    }
    with serving(tmp_path, closed, "tools.start") as address:
        tab = visitor(browser, address)
        at(tab, "/")
        expect(tab.get_by_role("button", name="Sign in")).to_be_visible(timeout=SLOW)
        found = list(looked_at(tab, "sign-in"))
        tab.context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("page", ["", *(path.stem for path in sorted((ROOT / "pages").glob("*.py")))])
def test_hindi(browser: Browser, portal: str, page: str) -> None:
    tab = visitor(browser, portal, "hi-IN")
    at(tab, f"/{page}")
    expect(tab.locator("html")).to_have_attribute("lang", "hi")
    found = [*serious(tab), *(f"clipped: {text}" for text in tab.evaluate(CLIPPED))]
    tab.set_viewport_size(PHONE)
    settle(tab)
    found += [f"clipped on a phone: {text}" for text in tab.evaluate(CLIPPED)]
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    tab.context.close()
    assert not found, "\n".join(found)


def suggestions(tab: Page) -> Locator:
    return tab.get_by_role("radiogroup", name="Suggestions").get_by_role("radio")


def sources(tab: Page) -> Locator:
    return tab.locator("[class*=st-key-chat-sources] button:visible")


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
