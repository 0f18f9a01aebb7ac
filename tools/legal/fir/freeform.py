"""Facts of a report that does not follow the form: a typed FIR, a tehrir, a press note.

Reads set phrases ("मु0अ0सं0 123/2024 धारा … थाना … जनपद …", "FIR No. 12/2024 u/s …") in running text. What the text
merely implies is left out. Knows no layout but that of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tools.documents.types import Document, Page
from tools.legal.dates import ascii_digits, dates_in, times_in
from tools.legal.evidence import fact_at, listed
from tools.legal.fir import labelled, states
from tools.legal.fir import set_phrases as phrases
from tools.legal.fir.people import UNKNOWN
from tools.legal.fir.shapes import tidy
from tools.legal.law.references import references
from tools.legal.types import Fact, SectionMention


def facts(document: Document) -> Iterator[Fact | None]:
    """What a document without the form states; the first of several facts of one key is the one to take."""
    pages = [page for page in document.pages if page.text]
    if not pages:
        return
    head = pages[0]
    number = phrases.NUMBER.search(head.text)
    if number is not None:
        value = re.sub(r"\s+", "", ascii_digits(number["number"]))
        yield fact_at("fir_number", value, head, *number.span("number"), label=_label(head, number))
    at = number.start() if number is not None else 0
    yield from _place(head, at)
    yield from _when(head, at)
    yield from _complainant(pages)
    yield from _phones(pages)
    yield labelled.place(pages)
    yield from labelled.accused(pages)
    yield labelled.accused_of_the_charge(pages)
    yield _accused(pages)
    yield from _unknown(pages)
    yield from labelled.officer(pages)
    yield from _investigator(pages)


def sections(document: Document) -> tuple[SectionMention, ...]:
    """Sections under which the report says that the case is registered."""
    return tuple(mention for mention in references(document.pages) if mention.use == "charged")


def story_spans(document: Document) -> tuple[tuple[int, int, int], ...]:
    """The report's own words: from its address, else its first long line, to the signature."""
    greeted = any(_greets(line) for page in document.pages for line in page.text.split("\n"))
    spans: list[tuple[int, int, int]] = []
    for page in document.pages:
        for start, end in _lines(page.text):
            line = page.text[start:end]
            if spans and phrases.FOOT.match(line):
                return tuple(spans)
            begins = _greets(line) if greeted else len(line) > 60
            if not (spans or begins) or phrases.FURNITURE.fullmatch(line):
                continue
            if spans and spans[-1][0] == page.number:
                spans[-1] = (page.number, spans[-1][1], end)
            else:
                spans.append((page.number, start, end))
    return tuple(spans)


def _greets(line: str) -> bool:
    """Whether a report opens with the line; a signature opens with the same words."""
    return phrases.GREETING.match(line) is not None and phrases.FOOT.match(line) is None


def offence(document: Document, spans: tuple[tuple[int, int, int], ...]) -> Iterator[Fact | None]:
    """The first day and hour that the story names as those of an event ("on 12.03.2024 at about…")."""
    pages = {page.number: page for page in document.pages}
    for number, start, end in spans:
        page = pages[number]
        text = _unwrapped(page.text[:end])
        for found in dates_in(text[start:]):
            first, last = start + found.start, start + found.end
            sentence = text[max(start, text.rfind("।", start, first)) : last + 60].partition("।")[0]
            if phrases.ON_A_DAY.search(text[:first]) and not phrases.OLD_EVENT.search(sentence):
                yield fact_at("offence_date_from", found.value, page, first, last)
                clock = next(times_in(text[last : last + 40]), None)
                if clock is not None:
                    yield fact_at("offence_time_from", clock.value, page, last + clock.start, last + clock.end)
                return


def _label(page: Page, match: re.Match[str]) -> str:
    return page.text[match.start("label") : match.end("label")].strip()


def _unwrapped(text: str) -> str:
    """The text with single line breaks as spaces; its length does not change."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _place(page: Page, at: int) -> Iterator[Fact | None]:
    """Police station, district and state nearest to the case number, for "PS Sadar Case No." right before it."""
    text = labelled.paragraphs(page)
    before = phrases.STATION_BEFORE.search(text, max(0, at - 60), at + 30)
    if before is not None:
        yield fact_at("police_station", before["value"], page, *before.span("value"), label=_label(page, before))
    for key, pattern in (("police_station", phrases.STATION), ("district", phrases.DISTRICT)):
        match = min(pattern.finditer(text), key=lambda found: abs(found.start() - at), default=None)
        if match is None:
            continue
        yield fact_at(key, tidy(match["value"]), page, *match.span("value"), label=_label(page, match))
        if key == "district" and (state := phrases.STATE.match(text, match.end("value"))):
            yield fact_at("state", states.usual(state["state"]), page, *state.span("state"))


def _when(page: Page, at: int) -> Iterator[Fact | None]:
    """The date beside the case number or in a short line of its own, and the time that follows it."""
    for start, end in _lines(page.text):
        line = page.text[start:end]
        label, found = phrases.DATED.search(line), next(dates_in(line), None)
        if label is None or found is None or not (len(line) < 70 or start <= at <= end):
            continue
        clock = next((time for time in times_in(line) if time.start > found.start), None)
        offence = phrases.OF_OFFENCE.search(line[: label.start()])
        keys = ("offence_date_from", "offence_time_from") if offence else ("fir_date", "fir_time")
        yield fact_at(keys[0], found.value, page, start + found.start, start + found.end, label=label["label"])
        if clock is not None:
            yield fact_at(keys[1], clock.value, page, start + clock.start, start + clock.end)
        if not offence:
            return


def _complainant(pages: list[Page]) -> Iterator[Fact | None]:
    """The complainant by a label, by the signature at the foot or by "I, … son of …"."""
    for page, start in labelled.complainants(pages):
        yield from _person(page, start, page.text)
    for page in pages:
        for start in _signed(page.text):
            yield from _person(page, start, page.text)
    text = _unwrapped(pages[0].text)
    for opening in phrases.OPENING.finditer(text):
        if phrases.PERSON.match(text, opening.end()):
            yield from _person(pages[0], opening.end(), text)
            return


def _signed(text: str) -> Iterator[int]:
    """Where the name under a signature line starts."""
    for (start, end), (following, _) in pairwise(_lines(text)):
        if phrases.FOOT.match(text[start:end]):
            yield following


def _person(page: Page, start: int, text: str) -> Iterator[Fact | None]:
    match = phrases.PERSON.match(text, start)
    if match is None:
        return
    yield fact_at("complainant_name", tidy(match["name"]), page, *match.span("name"))
    relation = page.text[match.start("relation") : match.end("relation")]
    yield fact_at("complainant_relative", tidy(match["relative"]), page, *match.span("relative"), label=relation)
    home = phrases.BEFORE_HOME.match(page.text, match.end())
    if home is None:
        return
    rest = page.text[home.end() : home.end() + 300]
    stop = phrases.AFTER_HOME.search(rest)
    rest = rest[: stop.start() if stop else 200].rstrip(" ,.\n")
    if rest:
        end = home.end() + len(rest)
        yield fact_at("complainant_address", tidy(rest), page, home.end(), end, label=home["label"])


def _phones(pages: list[Page]) -> Iterator[Fact | None]:
    for page in pages:
        for start in _signed(page.text):
            if match := phrases.PHONE.search(page.text, start, start + 400):
                value = ascii_digits(match["value"])
                yield fact_at("complainant_phone", value, page, *match.span("value"), label=_label(page, match))


def _accused(pages: list[Page]) -> Fact | None:
    """Accused that the text calls so by name."""
    found: list[Fact] = []
    for page in pages:
        for match in phrases.ACCUSED.finditer(_unwrapped(page.text)):
            at = match.start("names")
            for part in phrases.AND.split(match["names"]):
                start = match.string.index(part, at)
                at = start + len(part)
                if 1 <= len(part.split()) <= 4 and len(part) > 2 and not UNKNOWN.search(part):
                    found.append(fact_at("accused", tidy(part), page, start, at, label=match["label"]))
    return listed("accused", found)


def _unknown(pages: list[Page]) -> Iterator[Fact | None]:
    for page in pages:
        if match := phrases.UNKNOWN_PERSON.search(_unwrapped(page.text)):
            yield fact_at("accused_unknown", match["value"], page, *match.span("value"))
            return


def _investigator(pages: list[Page]) -> Iterator[Fact | None]:
    """The officer to whom the report says that the investigation was given."""
    for page in pages:
        for match in phrases.INVESTIGATOR.finditer(_unwrapped(page.text)):
            group = "name" if match["name"] else "english"
            yield fact_at("investigating_officer", tidy(match[group]), page, *match.span(group))
            if match["rank"]:
                yield fact_at("investigating_officer_rank", tidy(match["rank"]), page, *match.span("rank"))
