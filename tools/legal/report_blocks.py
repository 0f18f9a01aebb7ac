"""The plain blocks that a printed report is made of, whatever it is printed on. Knows no result and no paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "good", "bad", "note"]


@dataclass(frozen=True)
class Heading:
    """A section's heading."""

    text: str


@dataclass(frozen=True)
class Line:
    """A paragraph; `bullet` puts a dot before it, `quiet` prints it small and grey."""

    text: str
    bullet: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class Box:
    """A sentence that must not be missed, with what proves it."""

    text: str
    details: tuple[str, ...] = ()
    tone: Tone = "plain"


@dataclass(frozen=True)
class Table:
    """Rows of cells; `widths` are shares of the text's width."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


Block = Heading | Line | Box | Table
