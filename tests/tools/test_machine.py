"""One look at this very process."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.machine import look


def test_figures_are_those_of_a_running_process(tmp_path: Path) -> None:
    found = look(tmp_path / "not" / "there" / "yet")
    assert 20 < found.process_mib < found.total_mib
    assert 0 < found.free_mib <= found.total_mib
    assert found.up_seconds > 0
    assert found.disk_free_mib > 0
    assert found.python == ".".join(map(str, sys.version_info[:3]))


def test_looking_does_not_load_torch(tmp_path: Path) -> None:
    before = "torch" in sys.modules
    found = look(tmp_path)
    assert ("torch" in sys.modules) == before == found.torch
