"""A real browser before the portals behind nginx: uploads arrive, and no page needs what the headers forbid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.deploy.house import LETTERS, House
from tools.settings import DATA, ROOT

SLOW = 120_000  # milliseconds
LEAF = DATA / "samples" / "crop" / "green_leaf.jpg"
# what a page was not allowed to do; collected from its first script on
LISTEN = """
window.forbidden = [];
document.addEventListener("securitypolicyviolation", event =>
    window.forbidden.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));
"""


@pytest.fixture(scope="module")
def tab(browser: Browser, house: House) -> Iterator[Page]:
    """One for all: its visitor stays at one portal, and the other one loads no model before it must."""
    context = browser.new_context(base_url=house.address, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(SLOW)
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def allowed(tab: Page) -> None:
    assert [frame.evaluate("window.forbidden || []") for frame in tab.frames] == [[] for _ in tab.frames]


@pytest.mark.parametrize("page", ["", *sorted(path.stem for path in (ROOT / "pages").glob("*.py"))])
def test_pages_need_nothing_that_is_forbidden(tab: Page, page: str) -> None:
    tab.goto(f"/{page}")
    expect(tab.locator("h1").first).to_be_visible(timeout=SLOW)
    expect(tab.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=SLOW)
    allowed(tab)


def test_charts_are_drawn(tab: Page) -> None:
    tab.goto("/Stock_Analyser?symbol=SAMPLE")
    expect(tab.locator(".js-plotly-plot").first).to_be_visible(timeout=SLOW)
    allowed(tab)


def test_an_upload_is_answered_and_outlives_the_death_of_its_portal(tab: Page, house: House, tmp_path: Path) -> None:
    tab.goto("/Crop_Disease_Detector")
    tab.locator("input[type=file]").first.set_input_files(LEAF)
    expect(tab.locator(".verdict")).to_be_visible(timeout=SLOW)
    allowed(tab)
    served = {cookie["name"]: cookie["value"] for cookie in tab.context.cookies()}["portal_replica"]
    house.stop(LETTERS.index(served))
    try:
        tab.reload()
        other = tmp_path / "again.jpg"
        other.write_bytes(LEAF.read_bytes())
        tab.locator("input[type=file]").first.set_input_files(other)
        expect(tab.locator(".verdict")).to_be_visible(timeout=SLOW)
        moved = {cookie["name"]: cookie["value"] for cookie in tab.context.cookies()}["portal_replica"]
        assert moved != served
    finally:
        house.start(LETTERS.index(served))
