"""The facts of an FIR and the sections it is registered under, from the printed form or from a document without it.

Facts are read by where labels and values stand; what the document does not state is left out. Knows no summary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from tools.documents.types import Document
from tools.legal.fir import freeform, matters, people, signature, simple_items
from tools.legal.fir.paper import Paper
from tools.legal.fir.story import StorySpan, spans_of, story_fact
from tools.legal.types import Fact, SectionMention

_YEAR: Final = re.compile(r"/((?:19|20)\d\d|\d\d)$")
LEAST_ITEMS: Final = 4  # headings of the form, for a document to be read as the form


def extract(document: Document) -> tuple[dict[str, Fact], tuple[SectionMention, ...]]:
    """Every fact of `tools.legal.keys.FIR` that the document states, and its sections, each once."""
    paper = Paper(document)
    if follows_form(paper):
        found = _first_of_each(_facts(paper))
        return _doubted(document, found), _unique(matters.sections(paper))
    spans = freeform.story_spans(document)
    told = story_fact(document, spans, "")
    found = _first_of_each((*freeform.facts(document), *freeform.offence(document, spans), told))
    return found, _unique(freeform.sections(document))


def story_spans(document: Document) -> tuple[StorySpan, ...]:
    """Where the story stands, in reading order: page number, first character, one past the last, in `Page.text`."""
    paper = Paper(document)
    return spans_of(paper) if follows_form(paper) else freeform.story_spans(document)


def follows_form(paper: Paper) -> bool:
    """Whether the document is a filled-in form rather than running text."""
    return len(paper.form.items) >= LEAST_ITEMS


def _facts(paper: Paper) -> Iterator[Fact | None]:
    items = [item for item in paper.form.items if item.number != "1"]
    yield from simple_items.head(paper, items[0].start)
    yield simple_items.state(paper)
    yield from simple_items.occurrence(paper)
    yield from simple_items.place(paper)
    yield from people.complainant(paper)
    yield from people.accused(paper)
    yield matters.goods(paper)
    yield from simple_items.one_each(paper)
    story = paper.form.get("12")
    if story is not None:
        yield story_fact(paper.document, spans_of(paper), paper.label(story.heading))
    yield from matters.action(paper)
    yield from signature.in_charge(paper)


def _first_of_each(facts: Iterable[Fact | None]) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for fact in facts:
        if fact is not None and fact.value and fact.quote:
            found.setdefault(fact.key, fact)
    if (number := found.get("fir_number")) and "year" not in found and (year := _YEAR.search(number.value)):
        value = year[1] if len(year[1]) == 4 else f"20{year[1]}"
        found["year"] = replace(number, key="year", value=value)
    return found


def _doubted(document: Document, found: dict[str, Fact]) -> dict[str, Fact]:
    """The facts; of a scan on which the year and the date of the FIR disagree, both are uncertain."""
    year, date = found.get("year"), found.get("fir_date")
    scanned = {page.number for page in document.pages if page.source == "ocr"}
    if year is None or date is None or date.value.startswith(year.value) or not {year.page, date.page} & scanned:
        return found
    return {**found, "year": replace(year, uncertain=True), "fir_date": replace(date, uncertain=True)}


def _unique(mentions: Iterable[SectionMention]) -> tuple[SectionMention, ...]:
    return tuple({(mention.act, mention.section): mention for mention in reversed(list(mentions))}.values())[::-1]
