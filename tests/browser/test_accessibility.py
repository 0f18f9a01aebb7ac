"""Every page against axe-core, light and dark, on a desk, on a phone and in Hindi.

Each page is loaded once and walked through its states; at each one nothing serious may be wrong in either theme, one
state being reached in the light, the next in the dark.
What axe calls moderate or minor is not asserted here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DARK, DESK, PHONE, ROOT, SLOW, serving, settle, visiting
from tests.browser.walks import WALKS, Walk, at

THEMES = {"light": "rgb(255, 255, 255)", "dark": DARK}  # background of each
# rule, selector of what is excused, why
EXCUSED: tuple[tuple[str, str, str], ...] = ()
ALL = {"resultTypes": ["violations"]}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}  # all that a theme changes
TOUCH = {"runOnly": ["target-size"], "rules": {"target-size": {"enabled": True}}}
EXCUSED_OF = "([target, selector]) => Boolean(document.querySelector(target)?.closest(selector))"
CLIPPED = """() => [...document.querySelectorAll('.stApp *')].filter(part => {
  const style = getComputedStyle(part), hidden = [style.overflowX, style.overflowY].map(how => how === 'hidden');
  const words = [...part.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
  return words && part.offsetParent && part.clientWidth > 2 && !part.closest('.unseen, [data-testid=stIconMaterial]')
    && ((hidden[0] && part.scrollWidth > part.clientWidth + 1)
      || (hidden[1] && part.scrollHeight > part.clientHeight + 3));
}).map(part => part.innerText.slice(0, 60))"""


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_nothing_serious_in_either_theme_and_on_a_phone(tab: Page, walk: Walk) -> None:
    found = [wrong for state in walk(tab) for wrong in looked_at(tab, state)]
    assert not found, "\n".join(found)


def looked_at(tab: Page, state: str) -> Iterator[str]:
    """What is wrong with the page as it stands: as it is dressed, with the other theme's colours, on a phone."""
    for theme, options in zip(sorted(THEMES, key=lambda theme: not dressed(tab, theme)), (ALL, COLOURS), strict=True):
        dress(tab, theme)
        yield from (f"{state}, {theme}: {wrong}" for wrong in serious(tab, options))
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
    with serving(tmp_path, closed) as address, visiting(browser, address) as context:
        tab = context.new_page()
        at(tab, "/")
        expect(tab.get_by_role("button", name="Sign in")).to_be_visible(timeout=SLOW)
        found = list(looked_at(tab, "sign-in"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("page", ["", *(path.stem for path in sorted((ROOT / "pages").glob("*.py")))])
def test_hindi(browser: Browser, portal: str, page: str) -> None:
    with visiting(browser, portal, locale="hi-IN") as context:
        tab = context.new_page()
        at(tab, f"/{page}")
        expect(tab.locator("html")).to_have_attribute("lang", "hi")
        found = [*serious(tab), *(f"clipped: {text}" for text in tab.evaluate(CLIPPED))]
        tab.set_viewport_size(PHONE)
        settle(tab)
        found += [f"clipped on a phone: {text}" for text in tab.evaluate(CLIPPED)]
        assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert not found, "\n".join(found)
