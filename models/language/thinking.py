"""Leaves out what a model thinks before it answers, where a server or a template gives it as part of the text.

Thoughts stand between ``<think>`` and ``</think>`` at the very beginning (DeepSeek-R1, Qwen3 and their kin); the same
marks further on are words like others. Knows no model.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

OPEN: Final = "<think>"
CLOSE: Final = "</think>"


def without_thoughts(pieces: Iterator[str], *, begun: bool = False) -> Iterator[str]:
    """The pieces after the thoughts; all of them where the text does not begin with any.

    Parameters
    ----------
    begun
        Whether the prompt itself opened the thoughts, so that the text begins within them.
    """
    held = OPEN if begun else ""
    for piece in pieces:
        held += piece
        start = held.lstrip()
        if start.startswith(OPEN):
            yield from _after(start[len(OPEN) :], pieces)
            return
        if not OPEN.startswith(start):
            yield held
            yield from pieces
            return
    if held and held != OPEN:
        yield held


def _after(held: str, pieces: Iterator[str]) -> Iterator[str]:
    """What follows the mark that ends the thoughts, without the blank lines between; nothing when it never comes."""
    while CLOSE not in held:
        held = held[-len(CLOSE) :]  # more of them is no longer needed
        if (piece := next(pieces, None)) is None:
            return
        held += piece
    text = held.partition(CLOSE)[2].lstrip()
    while not text:
        if (piece := next(pieces, None)) is None:
            return
        text = piece.lstrip()
    yield text
    yield from pieces
