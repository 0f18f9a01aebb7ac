"""A document as the readers of its items see it: rows, the items of the form, labels with their values, proven facts.

Brings rows, labels and values together; knows no item by number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tools.documents.types import Document, Page, Word
from tools.legal.fir import shapes
from tools.legal.fir.blocks import Words, blocks_in
from tools.legal.fir.items import Form, Item, form_of
from tools.legal.fir.labels import boilerplate, fields, spellings, vocabulary
from tools.legal.fir.matching import Block
from tools.legal.fir.rows import Row, rows_of
from tools.legal.fir.shapes import Span, span_of
from tools.legal.fir.values import values_of
from tools.legal.types import Fact

Shape = Callable[[str, Page, Span, str], Fact | None]


@dataclass(frozen=True)
class Field:
    """A label in print and its value; the value is empty where nothing is filled in.

    `label` are the label's words as they stand in the page's text, without item number and colon.
    """

    block: Block
    value: Span
    label: str = ""


def offsets(page: Page) -> list[tuple[Word, int]]:
    """The visible words of a page and where each starts in its text."""
    found: list[tuple[Word, int]] = []
    at = 0
    for word in page.words:
        if not word.hidden:
            found.append((word, at))
            at += len(word.text) + 1
    return found


class Paper:
    """The rows of a document, its items and what stands in them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.rows: list[Row] = rows_of(document)

    @cached_property
    def form(self) -> Form:
        """The items of the form."""
        return form_of(self.rows)

    @cached_property
    def _pages(self) -> Mapping[int, Page]:
        return {id(word): page for page in self.document.pages for word in page.words}

    @cached_property
    def _offsets(self) -> Mapping[int, int]:
        """Where each word starts in the text of its page."""
        return {id(word): start for page in self.document.pages for word, start in offsets(page)}

    def page_of(self, word: Word) -> Page:
        """The page on which a word stands."""
        return self._pages[id(word)]

    def fields(self, item: Item, number: str = "", stop: int | None = None) -> list[Field]:
        """Labels within an item with their values, top to bottom; the heading is the first."""
        stop = item.stop if stop is None else stop
        return self.fields_between(item.start, stop, number or item.number, (item.heading,))

    def fields_between(self, start: int, stop: int, number: str, known: Sequence[Block] = ()) -> list[Field]:
        """Labels of item `number` in the rows from `start` to before `stop`."""
        words = Words(boilerplate(), vocabulary(number), spellings(number), frozenset(p.text for p in fields(number)))
        found = [*known, *blocks_in(self.rows, start, stop, fields(number), words, known)]
        values = values_of(self.rows, start, stop, found)
        return [Field(block, span_of(values.get(block, [])), self.label(block)) for block in found]

    def lettered(self, item: Item, letters: str) -> Span:
        """What stands after "(a):" in a row of a scan that lost the label's words; empty where they were read."""
        for row in self.rows[item.start : item.stop]:
            signs = [token.text for token in row.tokens[:4]]
            if row.page.source == "ocr" and len(signs) == 4 and signs[1] in letters and signs[::2] == ["(", ")"]:
                return span_of(row.tokens[4:] if signs[3] == ":" else [])
        return span_of([])

    def label(self, block: Block) -> str:
        """The longest piece of a label that stands in the page's text in one go."""
        pieces: list[tuple[int, int]] = []
        for token in block.tokens[block.numbered :]:
            start = self._offsets[id(token.word)] + token.start
            page = self.page_of(token.word)
            if pieces and not page.text[pieces[-1][1] : start].strip() and pieces[-1][1] <= start:
                pieces[-1] = (pieces[-1][0], start + len(token.text))
            else:
                pieces.append((start, start + len(token.text)))
        start, end = max(pieces, key=lambda piece: piece[1] - piece[0])
        text = self.page_of(block.tokens[0].word).text[start:end].strip(" \n:-–—")
        return text if text.count("(") == text.count(")") else text.strip("() ")

    def fact(self, key: str, field: Field, shape: Shape = shapes.fact) -> Fact | None:
        """The field's value as a fact."""
        return self.fact_of(key, field.value, field.label, shape)

    def fact_of(self, key: str, span: Span, label: str = "", shape: Shape = shapes.fact) -> Fact | None:
        """A span as a fact. What goes on over a page break is proven by its first page."""
        span = shapes.trimmed(span)
        if not span.tokens:
            return None
        if self.page_of(span.tokens[0].word).source == "ocr":
            span = shapes.trimmed(shapes.before_lost_label(span))
        pages = [self.page_of(token.word) for token in span.tokens]
        here = span_of([token for token, page in zip(span.tokens, pages, strict=True) if page is pages[0]])
        if len(here.tokens) == len(span.tokens) or shape is not shapes.fact:
            return shape(key, pages[0], here if shape is not shapes.fact else span, label)
        return shapes.fact(key, pages[0], here, label, shapes.tidy(span.text))
