"""Keeps the tests' history away from that of whoever runs them."""

from __future__ import annotations

import os
import tempfile

_folder = tempfile.TemporaryDirectory(prefix="portal-history-")  # one for each test process; gone with it
os.environ["PORTAL_DATABASE_URL"] = f"sqlite:///{_folder.name}/history.sqlite"
