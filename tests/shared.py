"""Finds the data that is shared between checkouts and never part of the repository; tests without it are skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared_root() -> Path | None:
    """The shared folder (`PORTAL_SHARED`, else beside the repository), or None."""
    folder = Path(os.environ.get("PORTAL_SHARED") or ROOT.parent / "shared")
    return folder if folder.is_dir() else None


def shared(path: str) -> Path:
    """`path` within the shared folder; the calling test is skipped when it is not there."""
    root = shared_root()
    if root is None or not (root / path).exists():
        pytest.skip(f"needs the shared data: {path}")
    return root / path
