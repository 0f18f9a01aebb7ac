"""Cuts the proof of a finding out of its line: short, verbatim, and certain to stand on the page."""

from __future__ import annotations

from tools.documents.types import Page

MAX_QUOTE = 160  # characters


def find_quote(text: str, start: int, end: int, page: Page | None) -> str | None:
    """The line that holds `text[start:end]`, or a piece of it, as it stands on the page; None when it does not."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    right = len(text) if right < 0 else right
    if right - left > MAX_QUOTE:
        left, right = _window(text, left, right, start, end)
    for candidate in (text[left:right].strip(), text[start:end]):
        if candidate and page is not None and candidate in page.text:
            return candidate
    return None


def _window(text: str, left: int, right: int, start: int, end: int) -> tuple[int, int]:
    """At most `MAX_QUOTE` characters of a long line around a surface, cut between words."""
    spare = max(0, MAX_QUOTE - (end - start)) // 2
    low, high = max(left, start - spare), min(right, end + spare)
    if low > left:
        space = text.find(" ", low, start)
        low = space + 1 if space >= 0 else start
    if high < right:
        space = text.rfind(" ", end, high)
        high = space if space >= 0 else end
    return low, high
