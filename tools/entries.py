"""How the command lines hand over their entries: JSON to a file or to standard output, and the exit status."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def write_entries(entries: Sequence[Mapping[str, Any]], out: str) -> int:
    """Write `entries` to the file `out` (``-`` is standard output); 1 when every one is unreadable, else 0."""
    text = json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
    if out == "-":
        sys.stdout.write(text)
    else:
        Path(out).write_text(text, encoding="utf-8")
    return 0 if any(entry["status"] != "unreadable" for entry in entries) else 1
