"""Finds the data that is shared between checkouts and never part of the repository; tests without it are skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("PORTAL_SHARED") or Path(__file__).resolve().parents[2] / "shared")


def shared(path: str) -> Path:
    """`path` within the shared folder; the calling test is skipped when it is not there."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"needs the shared data: {path}")
    return found
