"""Draws the read-me's pictures anew: `python -m tests.browser.pictures`. Only samples that come out the same each time.

A portal is started for it, with a history of its own, and photographed at 1280 × 800 and on a phone.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM, PHONE, SLOW, serving, settle, visiting
from tests.browser.test_crop_journey import run_sample as run_crop
from tests.browser.test_legal_journey import run_sample as run_legal
from tests.browser.test_resume_journey import run_sample as run_resume
from tests.browser.test_stock_journey import run_sample as run_stocks
from tests.browser.walks import at, chat
from tools.settings import DATA

FOLDER = DATA / "images"
LARGEST = 150 * 1024  # bytes of one picture
# below the top bar, which would cover it
SHOW = "part => { part.style.scrollMarginTop = '72px'; part.scrollIntoView({block: 'start'}); }"
COLOURS = (256, 192, 128, 64, 32)  # fewer, until a picture is small enough


@contextmanager
def visit(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A visitor with an empty cookie jar."""
    with visiting(browser, address, **options) as context:
        yield context.new_page()


def keep(tab: Page, name: str, onto: str = "") -> None:
    """Photograph what is on the screen, from the element `onto` on."""
    settle(tab)
    tab.mouse.move(0, 0)  # no hint of what was pressed last
    if onto:
        tab.locator(onto).first.evaluate(SHOW)
    tab.wait_for_timeout(1500)  # fonts and charts
    data = small(tab.screenshot())
    (FOLDER / f"{name}.png").write_bytes(data)
    print(f"{name}.png  {len(data) / 1024:.0f} KB")


def small(png: bytes) -> bytes:
    """`png` with as many colours as fit into the size that a picture may have."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    for colours in COLOURS:
        out = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= LARGEST:
            break
    return out.getvalue()


def demos(browser: Browser, address: str) -> None:
    """The gallery, each demo with its sample answered, then what the visitor ran."""
    with visit(browser, address) as tab:
        at(tab, "/")
        keep(tab, "home")
        run_resume(tab)
        keep(tab, "resume", '[data-testid="stMain"] h2')
        run_crop(tab)
        keep(tab, "crop", ".st-key-crop-samples")
        run_legal(tab, "order_bail_hindi.pdf")
        keep(tab, "legal", ".verdict")
        run_stocks(tab)
        keep(tab, "stocks", ".stock-head")
        tab.get_by_role("button", name="Save to my runs").click()
        expect(tab.get_by_role("link", name="Saved: open my runs")).to_be_visible(timeout=SLOW)
        for _state in chat(tab):
            pass
        keep(tab, "assistant", '[data-testid="stChatMessage"]')
        at(tab, "/My_Runs")
        keep(tab, "my_runs")
        at(tab, "/Status")
        keep(tab, "status")


def looks(browser: Browser, address: str) -> None:
    """The same portal in the dark, in Hindi and on a phone."""
    with visit(browser, address, color_scheme="dark") as tab:
        run_stocks(tab)
        keep(tab, "dark", ".stock-head")
    with visit(browser, address, locale="hi-IN") as tab:
        at(tab, "/")
        keep(tab, "hindi")
    with visit(browser, address, viewport=PHONE) as tab:
        run_crop(tab)
        keep(tab, "phone", '[data-testid="stMain"] [data-testid="stImage"] >> nth=6')


def main() -> int:
    """Write every picture into the folder of the read-me's pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        own = {"PORTAL_DATABASE_URL": f"sqlite:///{folder}/history.sqlite"}
        with serving(Path(folder), own) as address:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            demos(browser, address)
            looks(browser, address)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
