"""Item 12, the story: the first information in the complainant's or the police's words, over as many pages as it takes.

Headers and footers of the pages it runs over are left out. Knows nothing of what the story says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tools.documents.types import Document, Page
from tools.legal.fir.matters import tokens_of
from tools.legal.fir.paper import Paper, offsets
from tools.legal.types import Fact

StorySpan = tuple[int, int, int]
"""Page number from 1, first character, one past the last, in the page's text."""
QUOTED: Final = 240  # characters of the story that its fact quotes
_SENTENCE: Final = re.compile(r"[।.?!](?=\s|$)")


def spans_of(paper: Paper) -> tuple[StorySpan, ...]:
    """Where the story of the form stands, in reading order; nothing when it has no such item."""
    item = paper.form.get("12")
    if item is None:
        return ()
    words = {id(token.word): token.word for token in tokens_of(item, paper)}
    heading = {id(token.word) for token in item.heading.tokens}
    chosen = {key for key in words if key not in heading}
    return tuple(
        (page.number, start, end) for page in paper.document.pages for start, end in _runs(page, chosen) if end > start
    )


def _runs(page: Page, chosen: set[int]) -> list[tuple[int, int]]:
    """Character spans of the page's text made of chosen words that follow one another."""
    found: list[tuple[int, int]] = []
    follows = False
    for word, start in offsets(page):
        if id(word) not in chosen:
            follows = False
            continue
        end = start + len(word.text)
        if follows:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        follows = True
    return found


def story_fact(document: Document, spans: Sequence[StorySpan], label: str) -> Fact | None:
    """The whole story, proven by its first sentences."""
    if not spans:
        return None
    pages = {page.number: page for page in document.pages}
    text = " ".join(" ".join(pages[number].text[start:end].split()) for number, start, end in spans)
    if len(text) < 3:
        return None
    number, start, end = spans[0]
    page = pages[number]
    stop = _first_sentences(page.text, start, end)
    return Fact("story", text, number, page.text[start:stop], page.boxes(start, stop), label)


def _first_sentences(text: str, start: int, end: int) -> int:
    """Where the quoted sentences end: the last full stop within the quote's length, else a word's end."""
    if end - start <= QUOTED:
        return end
    stops = [match.end() for match in _SENTENCE.finditer(text, start, start + QUOTED) if match.end() > start + 40]
    if stops:
        return stops[-1]
    return max(text.rfind(" ", start, start + QUOTED), text.rfind("\n", start, start + QUOTED), start + 1)
