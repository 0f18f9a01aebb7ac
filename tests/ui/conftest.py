"""What tests of pages without a browser share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner

from tests.ui.market import Market, opened
from tools.guard import guard


@pytest.fixture(scope="session", autouse=True)
def components_found_once() -> Iterator[None]:
    """Each `AppTest` reads all installed packages' metadata in search of components: 0.4 s for the same answer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(autouse=True)
def runs_counted_from_none() -> None:
    """All tests are one visitor, who may start only so many runs within a minute."""
    guard.cache_clear()


@pytest.fixture
def market(monkeypatch: pytest.MonkeyPatch) -> Market:
    return opened(monkeypatch)
