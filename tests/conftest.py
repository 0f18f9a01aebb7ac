"""Keeps the tests' history away from that of whoever runs them; opens the one Chromium of a test process."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_folder = tempfile.TemporaryDirectory(prefix="portal-history-")  # one for each test process; gone with it
os.environ["PORTAL_DATABASE_URL"] = f"sqlite:///{_folder.name}/history.sqlite"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium for all tests of this process: Playwright cannot be started in one twice."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import ARGUMENTS, CHROMIUM

    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()
