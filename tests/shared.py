"""Where the measured data lies on a developer's machine; tests that need it are skipped elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("PORTAL_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def shared(path: str) -> Path:
    """`path` inside the shared data; skips the calling test when it is not there."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"needs the shared data: {path}")
    return found
