"""Which model would answer, said without loading it; and which settings are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models import readiness
from models.readiness import (
    Readiness,
    chat_readiness,
    language_readiness,
    leaf_readiness,
    names_readiness,
    sentiment_readiness,
    text_readiness,
    translation_readiness,
)
from tools.errors import UnsafeSettings
from tools.settings import read_settings, settings

ALL = pytest.mark.parametrize(
    ("kind", "ask"), [("TEXT", text_readiness), ("LEAF", leaf_readiness), ("NAMES", names_readiness)]
)


@pytest.fixture(autouse=True)
def fresh_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in (
        "PORTAL_ALLOW_HUB",
        "PORTAL_TEXT_MODEL",
        "PORTAL_LEAF_MODEL",
        "PORTAL_NAMES_MODEL",
        "PORTAL_ENVIRONMENT",
    ):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "leaf.safetensors").write_bytes(b"")
    monkeypatch.setattr(readiness, "LEAF_WEIGHTS", tmp_path / "leaf.safetensors")
    monkeypatch.setattr(readiness, "NAMES_WEIGHTS", tmp_path / "leaf.safetensors")
    settings.cache_clear()
    yield
    settings.cache_clear()


@ALL
def test_the_default_needs_nothing(kind: str, ask: Callable[[], Readiness]) -> None:
    assert ask().word == "offline default"


@ALL
def test_a_folder_or_hub_model_is_named(
    kind: str, ask: Callable[[], Readiness], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(f"PORTAL_{kind}_MODEL", str(tmp_path))
    settings.cache_clear()
    assert ask() == Readiness("ready", f"Uses the model in the folder {tmp_path.name}.")
    monkeypatch.setenv(f"PORTAL_{kind}_MODEL", "owner/name")
    settings.cache_clear()
    assert ask().word == "offline default"
    monkeypatch.setenv("PORTAL_ALLOW_HUB", "true")
    settings.cache_clear()
    assert "owner/name" in ask().detail


@pytest.mark.parametrize(
    ("weights", "ask"),
    [("LEAF_WEIGHTS", leaf_readiness), ("NAMES_WEIGHTS", names_readiness), ("SENTIMENT_WEIGHTS", sentiment_readiness)],
)
def test_missing_weights_are_said_so(
    weights: str, ask: Callable[[], Readiness], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(readiness, weights, tmp_path / "none.safetensors")
    assert ask().word == "not ready"


@pytest.mark.parametrize(("kind", "ask"), [("LANGUAGE", language_readiness), ("TRANSLATION", translation_readiness)])
def test_a_language_model_is_optional(
    kind: str, ask: Callable[[], Readiness], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words = []
    for model, hub in (("", "false"), ("owner/name", "false"), ("owner/name", "true"), (str(tmp_path), "false")):
        monkeypatch.setenv(f"PORTAL_{kind}_MODEL", model)
        monkeypatch.setenv("PORTAL_ALLOW_HUB", hub)
        settings.cache_clear()
        words.append(ask().word)
    assert words == ["offline default", "not ready", "ready", "ready"]


@pytest.mark.parametrize("kind", ["TEXT", "LEAF", "NAMES", "LANGUAGE", "TRANSLATION", "SENTIMENT"])
def test_an_unpinned_hub_model_is_unsafe_in_production(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_ENVIRONMENT", "production")
    monkeypatch.setenv("PORTAL_ALLOW_HUB", "true")
    monkeypatch.setenv(f"PORTAL_{kind}_MODEL", "owner/name")
    with pytest.raises(UnsafeSettings, match=f"PORTAL_{kind}_REVISION"):
        read_settings()
    monkeypatch.setenv(f"PORTAL_{kind}_REVISION", "0123abc")
    assert read_settings().environment == "production"


def test_the_assistant_needs_no_model_and_names_who_could_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "OPENAI_API_KEY",
        "ANTHROPIC_API_KEY",
        "GEMINI_API_KEY",
        "GOOGLE_API_KEY",
        "PORTAL_COMPATIBLE_ADDRESS",
    ):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    assert chat_readiness().word == "offline default"
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    assert chat_readiness().word == "ready"
    assert "OpenAI" in chat_readiness().detail
    monkeypatch.setenv("PORTAL_LANGUAGE_MODEL", "owner/name")
    settings.cache_clear()
    assert chat_readiness() == language_readiness()
