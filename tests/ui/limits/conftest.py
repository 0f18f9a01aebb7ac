"""A guard that lets one run a minute through, and a clock that a test moves."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import pytest
import streamlit as st

from models import cached
from tests.ui.chat.driving import KEYS, Meanings
from tests.ui.limits.driving import Clock
from tools.guard import Guard


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def strict(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Guard]:
    """One run within a minute, one computation at a time."""
    made = Guard(1, 1, 1, 0.3, clock)
    for module in ("tools.ui.limits", "tools.closing"):
        monkeypatch.setattr(f"{module}.guard", lambda: made)
    ready: Future[Any] = Future()
    ready.set_result(Meanings())
    monkeypatch.setattr(cached, "preload_embedder", lambda: ready)
    for name in KEYS:
        monkeypatch.delenv(name, raising=False)
    yield made
    st.cache_data.clear()
