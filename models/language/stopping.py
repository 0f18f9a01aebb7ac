"""Ends a stream of text before a stop text, also when that is cut over pieces. Knows no model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def until(pieces: Iterator[str], stop: Sequence[str]) -> Iterator[str]:
    """The pieces up to the first of the texts in `stop`, without it.

    What might still become a stop text is held back until it cannot any more.
    """
    signs = [sign for sign in stop if sign]
    if not signs:
        yield from pieces
        return
    held = ""
    for piece in pieces:
        held += piece
        if found := [at for sign in signs if (at := held.find(sign)) >= 0]:
            if min(found):
                yield held[: min(found)]
            return
        keep = _beginning(held, signs)
        if keep < len(held):
            yield held[: len(held) - keep]
            held = held[len(held) - keep :]
    if held:
        yield held


def _beginning(text: str, signs: Sequence[str]) -> int:
    """How many of the last characters of `text` begin one of `signs`."""
    longest = min(len(text), max(map(len, signs)) - 1)
    return next((size for size in range(longest, 0, -1) if any(sign.startswith(text[-size:]) for sign in signs)), 0)
