"""Settings of their own for each test, and the tiny models, made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import device as device_module
from tests.models.language import tiny
from tools.settings import settings


@pytest.fixture(autouse=True)
def fresh_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("ALLOW_HUB", "DEVICE", "LANGUAGE_MODEL", "TRANSLATION_MODEL", "LANGUAGE_SECONDS", "ENVIRONMENT"):
        monkeypatch.delenv(f"PORTAL_{name}", raising=False)
    monkeypatch.setenv("PORTAL_DEVICE", "cpu")
    settings.cache_clear()
    device_module.device.cache_clear()
    yield
    settings.cache_clear()
    device_module.device.cache_clear()


@pytest.fixture(scope="session")
def checkpoints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {"marian": tiny.marian, "madlad": tiny.madlad, "nllb": tiny.nllb, "chat": tiny.chat}
    return {name: make(tmp_path_factory.mktemp(name)) for name, make in made.items()}
