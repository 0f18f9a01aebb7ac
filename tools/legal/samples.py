"""The sample documents that ship with the portal: fictional, see `data/samples/legal/README.md`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tools.settings import DATA

FOLDER = DATA / "samples" / "legal"


@dataclass(frozen=True)
class Sample:
    """A fictional document to try: what it is, and the file's name and bytes."""

    title: str
    name: str
    data: bytes
