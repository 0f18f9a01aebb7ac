"""Which weights answer: folder, Hub, embedded default."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import device as device_module
from models.weights import resolve
from tools.errors import ModelUnavailable, UnsafeSettings
from tools.settings import read_settings, settings


@pytest.fixture(autouse=True)
def fresh_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("PORTAL_ALLOW_HUB", "PORTAL_DEVICE"):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    device_module.device.cache_clear()
    yield
    settings.cache_clear()
    device_module.device.cache_clear()


def test_default_when_nothing_is_wanted(tmp_path: Path) -> None:
    found = resolve("", "", lambda: tmp_path, "small")
    assert (found.source, found.name, found.notice) == ("embedded", "small", "")


def test_local_folder_comes_first(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"")
    assert resolve(str(tmp_path), "", Path, "small").source == "local"


def test_local_folder_without_safetensors_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"")
    with pytest.raises(ModelUnavailable, match="safetensors"):
        resolve(str(tmp_path), "", Path, "small")


def test_hub_switched_off_falls_back_with_notice(tmp_path: Path) -> None:
    found = resolve("owner/name", "", lambda: tmp_path, "small")
    assert found.source == "embedded"
    assert "PORTAL_ALLOW_HUB" in found.notice


def test_unreachable_hub_falls_back_with_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import huggingface_hub

    def refuse(*_: object, **__: object) -> str:
        raise OSError("no network")

    monkeypatch.setenv("PORTAL_ALLOW_HUB", "true")
    monkeypatch.setattr(huggingface_hub, "snapshot_download", refuse)
    found = resolve("owner/name", "", lambda: tmp_path, "small")
    assert found.source == "embedded"
    assert "could not be fetched" in found.notice


def test_hub_model_is_used_when_it_has_safetensors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import huggingface_hub

    (tmp_path / "model.safetensors").write_bytes(b"")
    monkeypatch.setenv("PORTAL_ALLOW_HUB", "true")
    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda *_, **__: str(tmp_path))
    found = resolve("owner/name", "abc", Path, "small")
    assert (found.source, found.name) == ("hub", "owner/name")


def test_cuda_wanted_but_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setenv("PORTAL_DEVICE", "cuda")
    with pytest.raises(ModelUnavailable, match="no CUDA device"):
        device_module.device()


def test_unpinned_hub_model_is_unsafe_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_ENVIRONMENT", "production")
    monkeypatch.setenv("PORTAL_ALLOW_HUB", "true")
    monkeypatch.setenv("PORTAL_TEXT_MODEL", "owner/name")
    with pytest.raises(UnsafeSettings, match="PORTAL_TEXT_REVISION"):
        read_settings()


def test_malformed_setting_names_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_MAX_PAGES", "many")
    with pytest.raises(UnsafeSettings, match="PORTAL_MAX_PAGES"):
        read_settings()
