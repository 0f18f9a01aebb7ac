"""Facts with their proof, from characters or from words of a page. Knows nothing of law.

A quote is always cut out of the page's own text, so that it can be found there again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from tools.documents.types import Box, Page, Word
from tools.legal.types import Fact


def fact_at(key: str, value: str, page: Page, start: int, end: int, *, label: str = "") -> Fact:
    """The fact that the characters `start` to `end` of the page's text state."""
    return Fact(
        key, value, page.number, page.text[start:end], page.boxes(start, end), label, uncertain_at(page, start, end)
    )


def fact_of(key: str, value: str, page: Page, words: Sequence[Word], *, label: str = "") -> Fact:
    """The fact that `words` of the page state: found by their place, so they need not follow one another.

    The quote is the longest run of them that does.
    """
    quote = max(runs(page, words), key=len, default="")
    boxes = tuple(word.box for word in words)
    return Fact(key, value, page.number, quote, boxes, label, any(word.uncertain for word in words))


def listed(key: str, items: Iterable[Fact]) -> Fact | None:
    """Several values of one key as one fact, proven by the first; None without any, the same value only once."""
    found = tuple({item.value: item for item in items}.values())
    if not found:
        return None
    first = found[0]
    return Fact(
        key, "; ".join(item.value for item in found), first.page, first.quote, first.boxes, first.label,
        any(item.uncertain for item in found), found,
    )  # fmt: skip


def runs(page: Page, words: Sequence[Word]) -> list[str]:
    """Pieces of the page's text, each of words among `words` that follow one another in reading order."""
    wanted = {id(word) for word in words}
    visible = [word for word in page.words if not word.hidden]
    pieces = []
    for chosen, group in groupby(visible, key=lambda word: id(word) in wanted):
        if chosen:
            lines = groupby(group, key=lambda word: word.line)
            pieces.append("\n".join(" ".join(word.text for word in line) for _, line in lines))
    return pieces


def uncertain_at(page: Page, start: int, end: int) -> bool:
    """Whether a number among the characters `start` to `end` was read in two ways."""
    return any(word.uncertain for word in page.words_between(start, end))


def union(boxes: Sequence[Box]) -> Box:
    """The smallest box around all `boxes`."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)
