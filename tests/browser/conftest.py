"""A real portal on a free port and a real Chromium in front of it; skipped where no Chromium is installed.

Each visitor's window also watches its pages: a script that failed there fails the test, whatever else the test looked
at, and tests may ask what was painted twice while a page was drawn anew.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.ports import free_port

DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
DARK = "rgb(11, 18, 32)"  # the background of the dark theme
SLOW = 120_000  # milliseconds: a cold model on a busy machine
SOON = 250  # milliseconds within which a page that was touched begins to change
# nothing moves, and what is about to be replaced does not fade
STILL = """
*, *::before, *::after { transition: none !important; animation: none !important; }
[data-stale="true"] { opacity: 1 !important; }
"""
DRESS = f"""document.addEventListener('DOMContentLoaded', () => {{
  const style = document.createElement('style');
  style.textContent = `{STILL}`;
  document.head.append(style);
}});"""
# Tells of every heading and every part with a key that a painted page holds twice: the one before, and its successor.
WATCH = """
(() => {
  let due = false;
  const look = () => {
    due = false;
    const seen = new Set(), twice = new Set();
    for (const part of document.querySelectorAll('[class*="st-key-"], h1, h2')) {
      if (!part.checkVisibility()) continue;
      const keys = [...part.classList].filter(name => name.startsWith('st-key-'));
      for (const name of part.matches('h1, h2') ? [part.textContent] : keys)
        (seen.has(name) ? twice : seen).add(name);
    }
    for (const name of twice) window.paintedTwice(name);
  };
  new MutationObserver(() => { if (!due) { due = true; requestAnimationFrame(look); } })
    .observe(document, {childList: true, subtree: true});
})();
"""
ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# The last two draw suggestions below the address bar: two pages of Chromium's own with every window, which nobody sees
# and which cost as much as the portal's. The others are those of Playwright, whose list this one takes the place of.
OFF = (
    "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying",
    "OptimizationHints", "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning", "AimEnabled",
    "WebUIOmniboxAimPopup", "WebUIOmniboxPopup",
)  # fmt: skip
ARGUMENTS = [
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", f"--disable-features={','.join(OFF)}",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(600))  # a busy machine
            item.add_marker(pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"))


@dataclass(frozen=True)
class Window:
    """A visitor's browser window: what failed in its pages, and what was painted twice."""

    context: BrowserContext
    failed: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)


def opened(browser: Browser, address: str, **options: Any) -> Window:
    """Somebody at a desk, unless `options` of `new_context` say otherwise."""
    usual = {"viewport": DESK, "base_url": address, "locale": "en-IN", "reduced_motion": "reduce"}
    window = Window(browser.new_context(**usual | options))
    window.context.set_default_timeout(30_000)
    window.context.expose_binding(
        "paintedTwice", lambda source, name: window.twice.append(f"{name} at {source['page'].url}")
    )
    window.context.add_init_script(WATCH)
    window.context.add_init_script(DRESS)
    window.context.on("weberror", lambda error: window.failed.append(str(error.error)))
    return window


@contextmanager
def visiting(browser: Browser, address: str, **options: Any) -> Iterator[BrowserContext]:
    """A visitor who has never been here."""
    window = opened(browser, address, **options)
    try:
        yield window.context
    finally:
        window.context.close()
    assert not window.failed, window.failed


@pytest.fixture(scope="session")
def window(browser: Browser, portal: str) -> Iterator[Window]:
    """One for all tests of a process: Streamlit's scripts are loaded and compiled once."""
    made = opened(browser, portal)
    yield made
    made.context.close()


@pytest.fixture
def tab(window: Window) -> Iterator[Page]:
    """A page at a desk of somebody who has never been here."""
    window.context.clear_cookies()
    window.failed.clear()
    window.twice.clear()
    yield window.context.new_page()
    for page in window.context.pages:
        page.close()
    assert not window.failed, window.failed


@pytest.fixture
def dark_phone(tab: Page) -> Page:
    """A page on a phone whose owner prefers the dark."""
    tab.set_viewport_size(PHONE)
    tab.emulate_media(color_scheme="dark")
    return tab


def settle(tab: Page) -> None:
    """Until the page's script has run to its end and nothing of the run before is left."""
    tab.wait_for_timeout(SOON)
    expect(tab.locator('.stApp[data-test-script-state="notRunning"]')).to_be_visible(timeout=SLOW)
    expect(tab.locator('[data-stale="true"]')).to_have_count(0, timeout=SLOW)


def pick(tab: Page, label: str, option: str) -> None:
    """Choose from a list, once the page is at rest: an open list shuts when the page below it is scrolled."""
    box = tab.get_by_role("combobox", name=label)
    box.hover()  # scrolls as a click would
    settle(tab)
    box.click()
    tab.get_by_role("option", name=option).click()


@contextmanager
def serving(folder: Path, settings: Mapping[str, str], port: int = 0) -> Iterator[str]:
    """A portal that was started with these settings, its log in `folder`; its address, at a free port by default."""
    port, log = port or free_port(), folder / "log.txt"
    command = [sys.executable, "-m", "tools.start", f"--server.port={port}", "--server.address=127.0.0.1"]
    with log.open("w") as out:
        server = subprocess.Popen(
            command, cwd=ROOT, stdout=out, stderr=out, env=os.environ | {"PORTAL_WORKERS": "2"} | settings
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.kill()  # nothing to save, and what still waits for a network would hold it up
            server.wait(20)


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a portal that runs for the tests alone."""
    with serving(tmp_path_factory.mktemp("portal"), {}) as address:
        yield address


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the portal did not start:\n{log.read_text()}")
