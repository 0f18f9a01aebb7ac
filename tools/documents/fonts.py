"""Fonts for measuring and drawing text: the system's Noto fonts when present, else Pillow's own. Knows no documents."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import ImageFont

FOLDERS = (Path("/usr/share/fonts/truetype/noto"), Path("/usr/share/fonts/noto"), Path("/usr/local/share/fonts"))
FILES = {"latin": "NotoSans-Regular.ttf", "devanagari": "NotoSansDevanagari-Regular.ttf"}


def script_of(text: str) -> str:
    """The script whose font shows `text`: "devanagari" or "latin"."""
    return "devanagari" if any("\u0900" <= letter <= "\u097f" for letter in text) else "latin"


@lru_cache(maxsize=64)
def font(script: str, size: int) -> Any:
    """A Pillow font of `size` pixels for a script of `script_of`."""
    for folder in FOLDERS:
        path = folder / FILES[script]
        if path.is_file():
            return ImageFont.truetype(path, size)
    return ImageFont.load_default(size)


@lru_cache(maxsize=20_000)
def width(text: str) -> float:
    """Width of `text` in em."""
    try:
        return float(font(script_of(text), 100).getlength(text)) / 100
    except RuntimeError:  # the layout engine gives up on control characters
        return 0.5 * len(text)
