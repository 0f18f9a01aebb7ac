"""Keeps the tests' history away from that of whoever runs them; opens the one Chromium of a test process.

What takes longest begins first, so that no process is left alone with it at the end.
"""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE = 30_000  # milliseconds that a browser test waits for what it expects: a busy machine

_folder = tempfile.TemporaryDirectory(prefix="portal-history-")  # one for each test process; gone with it
os.environ["PORTAL_DATABASE_URL"] = f"sqlite:///{_folder.name}/history.sqlite"
os.environ.setdefault("OMP_NUM_THREADS", "1")  # the processes of a run share the cores already

# how fast examples are made says how busy the machine is
settings.register_profile("portal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("portal")

# longest first, by processor seconds; within these, and among all others, as collected
LONG = (
    "browser/test_accessibility.py",
    "models/test_serve.py",
    "browser/test_sign_in.py",
    "load/test_shutdown.py",
    "deploy/",
    "browser/",
    "load/",
    "ui/",
    "models/",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files go to the processes in the order in which they stand here."""
    items.sort(key=lambda item: next((place for place, part in enumerate(LONG) if f"tests/{part}" in item.nodeid), 99))


def pytest_collection_finish() -> None:
    """What was imported by now stays: it need not be looked through each time garbage is collected."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium for all tests of this process: Playwright cannot be started in one twice."""
    from playwright.sync_api import expect, sync_playwright

    from tests.browser.conftest import ARGUMENTS, CHROMIUM

    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()
