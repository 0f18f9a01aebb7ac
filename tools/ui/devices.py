"""What a device and a moment in a table are called on a page. Knows no hardware."""

from __future__ import annotations

from typing import Final

from tools.ui.language import language

NAMES: Final = {"cpu": "CPU", "cuda": "GPU", "mps": "GPU", "api": "API"}


def device_name(code: str) -> str:
    """A device's code as people write it: "cpu" is CPU, "cuda float16" GPU float16; others stay as they are."""
    first, space, rest = code.partition(" ")
    return f"{NAMES.get(first.partition(':')[0], first)}{space}{rest}"


def moment_format(*, seconds: bool = False) -> str:
    """How a table writes a time: month names only in English, since tables know no other's."""
    day = "DD/MM/YYYY" if language() == "hi" else "D MMM YYYY"
    return f"{day}, HH:mm{':ss' if seconds else ''}"
