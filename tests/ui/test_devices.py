"""Devices and times in tables are written as people write them."""

from __future__ import annotations

import pytest

from tools.ui import devices
from tools.ui.devices import device_name, moment_format


@pytest.mark.parametrize(
    ("code", "name"),
    [("cpu", "CPU"), ("cuda", "GPU"), ("cuda:0 float16", "GPU float16"), ("cpu (cluster)", "CPU (cluster)"), ("", "")],
)
def test_devices_have_names(code: str, name: str) -> None:
    assert device_name(code) == name


def test_months_are_named_only_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "language", lambda: "en")
    assert moment_format(seconds=True) == "D MMM YYYY, HH:mm:ss"
    monkeypatch.setattr(devices, "language", lambda: "hi")
    assert moment_format() == "DD/MM/YYYY, HH:mm"
