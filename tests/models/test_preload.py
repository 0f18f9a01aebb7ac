"""What is fetched before a first visitor comes, and what is said when a model cannot be had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import huggingface_hub
import pytest

from models import preload, registry
from models.weights import FILES, LANGUAGE_FILES
from tools.settings import read_settings, settings

COMMIT = "a" * 40


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(registry, "_begun", {})
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[dict[str, Any]]:
    """A Hub that has every model, and what it was asked for."""
    asked: list[dict[str, Any]] = []

    def download(name: str, **options: Any) -> str:
        asked.append({"name": name, **options})
        (tmp_path / "model.safetensors").write_bytes(b"")
        return str(tmp_path)

    monkeypatch.setattr(huggingface_hub, "snapshot_download", download)
    monkeypatch.setenv("PORTAL_ALLOW_HUB", "true")
    return asked


def test_nothing_is_fetched_when_nothing_is_named(
    hub: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    preload.main(["--fetch"])
    assert not hub
    assert capsys.readouterr().out == "nothing to fetch\n"


def test_named_models_are_fetched_at_their_commits(
    hub: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORTAL_TEXT_MODEL", "lab/sentences")
    monkeypatch.setenv("PORTAL_TEXT_REVISION", COMMIT)
    monkeypatch.setenv("PORTAL_LANGUAGE_MODEL", "lab/chat")
    preload.main(["--fetch"])
    assert [(asked["name"], asked["revision"]) for asked in hub] == [("lab/sentences", COMMIT), ("lab/chat", None)]
    assert [tuple(asked["allow_patterns"]) for asked in hub] == [FILES, LANGUAGE_FILES]
    assert "embedder: lab/sentences is here" in capsys.readouterr().out


def test_folders_of_this_machine_are_not_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PORTAL_LEAF_MODEL", str(tmp_path))
    assert preload.named(read_settings()) == ()


def test_build_fails_where_a_named_model_cannot_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TEXT_MODEL", "lab/sentences")
    with pytest.raises(SystemExit, match="PORTAL_ALLOW_HUB is off"):
        preload.main(["--fetch"])


def test_build_fails_where_production_names_no_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("ENVIRONMENT", "production"), ("ALLOW_HUB", "true"), ("TEXT_MODEL", "lab/sentences")):
        monkeypatch.setenv(f"PORTAL_{name}", value)
    with pytest.raises(SystemExit, match="PORTAL_TEXT_REVISION"):
        preload.main(["--fetch"])


class Small:
    label, device, closed = "small model", "CPU", False

    def close(self) -> None:
        self.closed = True


def test_each_model_is_tried_and_told_of() -> None:
    said: list[str] = []
    model = Small()
    assert preload.try_all([("names", lambda: model), ("language", lambda: None)], said.append)
    assert said[0].startswith("names: small model, ready, CPU, ")
    assert said[1].startswith("language: not configured")
    assert model.closed


def test_a_model_that_fails_is_told_of_and_the_others_are_tried() -> None:
    def fails() -> None:
        raise RuntimeError("its weights are damaged")

    said: list[str] = []
    assert not preload.try_all([("leaf", fails), ("names", Small)], said.append)
    assert "its weights are damaged" in said[0]
    assert "small model" in said[1]


def test_models_that_ship_with_the_portal_answer() -> None:
    said: list[str] = []
    assert preload.try_all([("leaf", preload.leaf), ("names", preload.names)], said.append)
    assert all("ready" in line for line in said)
    assert preload.language() is None
    assert preload.translator() is None
