"""A real portal on a free port and a real Chromium in front of it; skipped where no Chromium is installed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

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


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path, settings: Mapping[str, str], *module: str) -> Iterator[str]:
    """A portal that was started with these settings, its log in `folder`; its address."""
    port, log = free_port(), folder / "log.txt"
    start = module or ("streamlit", "run", "Home.py")
    command = [sys.executable, "-m", *start, f"--server.port={port}", "--server.address=127.0.0.1"]
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
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the portal did not start:\n{log.read_text()}")
