"""The assistant's page without any key, with an embedder that counts letters."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from models import cached
from tests.ui.chat.driving import KEYS, PAGE, Meanings
from tools.settings import settings


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    for name in KEYS:
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    ready: Future[Any] = Future()
    ready.set_result(Meanings())
    monkeypatch.setattr(cached, "preload_embedder", lambda: ready)
    yield AppTest.from_file(PAGE, default_timeout=60).run()
    st.cache_data.clear()
    settings.cache_clear()
