"""Finds words addressed to a machine in a text or a document, and takes them out for those who must not hear them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from tools.documents.types import Document, Page
from tools.instructions.disguises import closed_up, decoded, folded, undone_digits
from tools.instructions.invisible import spelled_by_tags, visible
from tools.instructions.patterns import LINE_BREAK, LINKS, MARKS, SQUEEZED, WORDS
from tools.instructions.views import View

LONGEST_QUOTE: Final = 200
LONGEST_MESSAGE: Final = 600  # characters from a false message's first mark to its last
_CLOSING: Final = re.compile(
    r"<\|(?:im_end|eot_id|end)\|>|\[/INST\]|<</SYS>>|</(?:system|tool_calls?|function_calls?|instructions?|prompt)>",
    re.I,
)
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_BREAKS: Final = re.compile(r"[\r\n\t\f\v\u2028\u2029]")
_SENTENCE_END: Final = re.compile(r"[.!?।\n]")
_CLAUSE: Final = re.compile(r"\A|[.;!?|–—](?=\s)|\s-(?=\s)")
LONGEST_LEAD: Final = 30  # characters of a clause before its words to a machine ("Also repeat …")
Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Instruction:
    """Words to a machine: characters `start` to `end` of the text of page `page`; `quote` is what stands there, short.

    For words that are hidden on the page (`hidden`) there is no place in its text: `start` and `end` are 0.
    """

    start: int
    end: int
    quote: str
    page: int = 1
    hidden: bool = False


def instructions_in(text: str) -> tuple[Instruction, ...]:
    """All that `text` says to a machine, in order; places that touch are one."""
    return tuple(Instruction(start, end, _short(text[start:end])) for start, end in _spans(text))


def is_instruction(text: str) -> bool:
    """Does `text` talk to a machine rather than to a reader?"""
    return bool(_spans(text))


def instructions_of(document: Document) -> tuple[Instruction, ...]:
    """All that the document says to a machine, page by page: also in words that its reader cannot see."""
    found: list[Instruction] = []
    for page in document.pages:
        hidden = " ".join(word.text for word in page.words if word.hidden)
        found += [Instruction(0, 0, each.quote, page.number, True) for each in instructions_in(hidden)]
        found += [replace(each, page=page.number) for each in instructions_in(page.text)]
    return tuple(found)


def without_instructions(text: str) -> str:
    """`text` without the lines, and neighbours they run on into, that talk to a machine."""
    bad = _lines_of(text, _spans(text))
    return "\n".join(line for at, line in enumerate(text.split("\n")) if at not in bad) if bad else text


def without_sentences(text: str) -> str:
    """A line of text without the sentences, or clauses, that talk to a machine."""
    kept, at = [], 0
    for start, end in _spans(text):
        openings = [found.start() for found in _CLAUSE.finditer(text, max(at, start - LONGEST_LEAD), start + 1)]
        kept.append(text[at : openings[-1] if openings else start].rstrip(" -–—|:;,([{\"“'"))
        at = end
    return " ".join(part for part in (*kept, text[at:].strip()) if part) if at else text


def without_instructions_of(document: Document) -> Document:
    """The document without the lines that talk to a machine; itself when it has none."""
    pages = tuple(_without(page) for page in document.pages)
    clean = all(new is old for new, old in zip(pages, document.pages, strict=True))
    return document if clean else replace(document, pages=pages)


def _without(page: Page) -> Page:
    bad = _lines_of(page.text, _spans(page.text))
    if not bad:
        return page
    numbers = list(dict.fromkeys(word.line for word in page.words if not word.hidden))
    gone = {number for at, number in enumerate(numbers) if at in bad}
    return replace(page, words=tuple(word for word in page.words if word.line not in gone))


def _lines_of(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """Numbers, from 0, of the lines that the spans touch."""
    found: set[int] = set()
    for start, end in spans:
        first = text.count("\n", 0, start)
        found.update(range(first, first + text.count("\n", start, max(start, end - 1)) + 1))
    return found


def _spans(text: str) -> Spans:
    """Where `text` talks to a machine, merged; a comment or a false message counts as a whole."""
    found = [_whole(text, start, end) for start, end in _raw(text)]
    merged: Spans = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _raw(text: str) -> Iterator[tuple[int, int]]:
    plain = visible(View.of(text))
    yield from _matches(plain)
    other = folded(plain)
    if other is not plain and other.text != plain.text:
        yield from _matches(other)
    if letters := undone_digits(other):
        yield from _words(letters)
        yield from (letters.span(*found.span()) for found in SQUEEZED.finditer(letters.text))
    for run in closed_up(other):
        yield from (run.span(*found.span()) for found in SQUEEZED.finditer(run.text))
    for start, end, said in (*decoded(text), *spelled_by_tags(text)):
        if any(True for _ in _matches(View.of(said))) or SQUEEZED.search(said):
            yield start, end


def _matches(view: View) -> Iterator[tuple[int, int]]:
    yield from _words(view)
    for pattern in (MARKS, LINKS):
        yield from (view.span(*found.span()) for found in pattern.finditer(view.text))


def _words(view: View) -> Iterator[tuple[int, int]]:
    """Matches of orders in words, over line breaks too, without the sign before an order."""
    line = _BREAKS.sub(LINE_BREAK, view.text)
    for needed, pattern in WORDS:
        for found in pattern.finditer(line) if needed.search(line) else ():
            said = found[0]
            lead = len(said) - len(said.lstrip(" \x1e.!?:;,।|>\"'“”‘’()[]{}#*–—-"))
            yield view.span(found.start() + min(lead, len(said) - 1), found.end())


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The span, widened to the comment it stands in, or from a message's first mark to its last."""
    for comment in _COMMENT.finditer(text, max(0, start - LONGEST_MESSAGE)):
        if comment.start() <= start < comment.end():
            return comment.start(), max(end, min(comment.end(), comment.start() + LONGEST_MESSAGE))
    if MARKS.match(text, start) and not _CLOSING.match(text, start):
        closing = list(_CLOSING.finditer(text, end, end + LONGEST_MESSAGE))
        return start, closing[0].end() if closing else _sentence_end(text, end)
    return start, _sentence_end(text, end)


def _sentence_end(text: str, at: int) -> int:
    """Where the sentence or line that reaches `at` ends, at most a quote further."""
    most = min(len(text), at + LONGEST_QUOTE)
    found = _SENTENCE_END.search(text, at, most)
    if found is None:
        return most
    return found.start() if found[0] == "\n" else found.end()


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rstrip()
