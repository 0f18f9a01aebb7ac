"""Items 6 and 7: the complainant, and the accused by name or as unknown. Knows the form's labels and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from tools.legal.dates import ascii_digits, first_date
from tools.legal.evidence import fact_of, listed
from tools.legal.fir import shapes
from tools.legal.fir.columns import Cells, Column, Header, header_in, table
from tools.legal.fir.items import Item
from tools.legal.fir.labels import fields
from tools.legal.fir.paper import Field, Paper
from tools.legal.fir.shapes import Span, span_of
from tools.legal.fir.tokens import Token, skeleton
from tools.legal.types import Fact

RELATION: Final = re.compile(
    r"(?:\b(?:[sdwch]\s?/\s?o|son of|daughter of|wife of|r\s?/\s?o|resident of|aged|age)\b|"
    r"(?<![\u0900-\u097f])(?:पुत्र(?:ी)?|सुपुत्र(?:ी)?|आत्मज|आत्मजा|पत्नी|पति|पिता|विधवा|वल्द|निवासी|नि[0०.]|साकिन|उम्र|जाति|पु[0०.]|s[0o]n)(?![\u0900-\u097f]))",
    re.I,
)
UNKNOWN: Final = re.compile(
    r"\b(?:unknown|unidentified|not known|un-known)\b|अज्ञात|अनजान|अज्ञान|नामालूम|ना मालूम|अनोळखी", re.I
)
_SERIAL: Final = re.compile(r"^\s*\(?[0-9०-९]{1,2}\s*[.)]\s*|^\s*\(?[0-9०-९]{1,2}\s+(?=\D)")
_ALIAS: Final = re.compile(r"^(?:उर्फ|alias|@)", re.I)
LEAST_CONFIDENCE: Final = 50.0  # of 100, the mean of a scanned name's words
_BEYOND: Final = ("phone", "mobile", "occupation")
_ONE: Final = {
    "nationality": "complainant_nationality", "occupation": "complainant_occupation",
}  # fmt: skip


def complainant(paper: Paper) -> Iterator[Fact | None]:
    """Item 6: who told the police."""
    item = paper.form.get("6")
    if item is None:
        return
    found = paper.fields(item)
    for field in found:
        match field.block.key:
            case "name":
                yield paper.fact_of("complainant_name", named(field.value), field.label, shapes.name_fact)
            case "relative":
                yield paper.fact("complainant_relative", field, shapes.name_fact)
            case "birth":
                yield _birth(paper, field)
            case "uid":
                yield paper.fact("complainant_uid", field, partial(shapes.digits_fact, least=4))
            case "passport":
                yield paper.fact(
                    "complainant_passport", field, partial(shapes.number_fact, pattern=r"[A-Z]{0,2}[\dXx*]{5,9}")
                )
            case key if key in _ONE:
                yield paper.fact(_ONE[key], field, shapes.name_fact)
    yield from _phones(paper, found)
    yield from _home(paper, item, found)
    heading = found[0]
    yield paper.fact_of("complainant_name", named(paper.lettered(item, "aअ")), "", shapes.name_fact)
    if not any(field.block.key == "name" and field.value.text for field in found) and heading.value.text:
        yield paper.fact_of("complainant_name", named(heading.value), heading.label)


def _birth(paper: Paper, field: Field) -> Fact | None:
    if first_date(field.value.text):
        return paper.fact("complainant_birth", field, shapes.date_fact)
    year = partial(shapes.number_fact, pattern=r"(?<!\d)(?:19|20)\d\d(?!\d)")
    return paper.fact("complainant_birth", field, year)


def _phones(paper: Paper, found: Sequence[Field]) -> Iterator[Fact | None]:
    for kind in ("mobile", "phone"):
        for field in found:
            if field.block.key == kind:
                yield paper.fact("complainant_phone", field, partial(shapes.digits_fact, least=6))


def _home(paper: Paper, item: Item, found: Sequence[Field]) -> Iterator[Fact | None]:
    """The present address, else the permanent one, else what stands at the label itself."""
    phrases = fields("6i")
    label = next((field for field in found if field.block.key == "address"), None)
    start = label.block.row if label else item.start
    header = header_in(paper.rows, start, item.stop, phrases, {"kind", "address"})
    if header is not None:
        stop = min(
            (field.block.row for field in found if field.block.key in _BEYOND and field.block.row >= header.stop),
            default=item.stop,
        )
        for cells in table(paper.rows, header, stop, phrases, (("kind",),)):
            if cells.get("address"):
                yield paper.fact_of("complainant_address", span_of(cells["address"]), label.label if label else "")
    for kind in ("present", "permanent", "address"):
        for field in found:
            if field.block.key == kind and not (header is not None and field.block is (label and label.block)):
                yield paper.fact("complainant_address", field)


def named(span: Span) -> Span:
    """The part of a span that is the person's name: before "son of", "resident of" or a comma."""
    text = ascii_digits(span.text)
    serial = _SERIAL.match(text)
    start = serial.end() if serial else 0
    ends = [match.start() for match in RELATION.finditer(text, start) if match.start() > start + 1]
    ends += [text.index(sign, start) for sign in (",", "।", ";") if sign in text[start:]]
    return shapes.trimmed(span.part(start, min(ends, default=len(text))))


def accused(paper: Paper) -> Iterator[Fact | None]:
    """Item 7: the accused."""
    item = paper.form.get("7")
    if item is None:
        return
    phrases = tuple(phrase for phrase in fields("7") if phrase.key != "more_than")
    header = header_in(paper.rows, item.start + 1, item.stop, phrases, {"name"}) or _nameless(paper, item)
    found = paper.fields(item, stop=header.row if header else None)
    for field in found:
        if field.block.key == "more_than":
            yield paper.fact("accused_more_than", field, partial(shapes.number_fact, pattern=r"\d{1,4}"))
    heading = found[0]
    if header is not None:
        known = [
            _row(paper, cells, heading.label) for cells in table(paper.rows, header, item.stop, phrases, (("name",),))
        ]
    else:
        known = [_free(paper, span, heading.label) for span in entries(heading.value)]
    facts = [fact for fact in known if fact is not None]
    yield listed("accused", [fact for fact in facts if fact.key == "accused"])
    yield next((fact for fact in facts if fact.key == "accused_unknown"), None)


def _nameless(paper: Paper, item: Item) -> Header | None:
    """The header of a scan on which "Name" was lost: its column is the one before alias, relative and address."""
    for needed in ({"relative", "address"}, {"alias", "address"}):
        header = header_in(paper.rows, item.start + 1, item.stop, fields("7"), needed)
        if header is None or paper.rows[header.row].page.source != "ocr":
            continue
        serial = [column for column in header.columns if column.key == "serial"]
        others = [column for column in header.columns if column.key != "serial"]
        left = serial[0].right + 2 if serial else 0.0
        right = max(left + 2, others[0].left - 3 * paper.rows[header.row].height)
        return replace(header, columns=(*serial, Column("name", left, right), *others))
    return None


def _row(paper: Paper, cells: Cells, label: str) -> Fact | None:
    name = shapes.trimmed(span_of(cells.get("name", [])))
    if not name.tokens:
        return None
    if UNKNOWN.search(name.text):
        return unknown(paper, name, label)
    alias = shapes.trimmed(span_of(cells.get("alias", [])))
    return _accused(paper, named(name), alias, label)


def _free(paper: Paper, span: Span, label: str) -> Fact | None:
    """One accused of a list without columns."""
    if UNKNOWN.search(span.text):
        return unknown(paper, shapes.trimmed(span), label)
    name = named(span)
    return _accused(paper, name, span_of([]), label) if len(skeleton(name.text)) > 1 else None


def _accused(paper: Paper, name: Span, alias: Span, label: str) -> Fact | None:
    if name.tokens and (RELATION.match(name.text) or _noise(paper, name)):
        return None
    fact = paper.fact_of("accused", name, label)
    if fact is None or shapes.is_nothing(alias.text):
        return fact
    page = paper.page_of(name.tokens[0].word)
    words = [token.word for token in (*name.tokens, *alias.tokens) if paper.page_of(token.word) is page]
    joint = "" if _ALIAS.match(alias.text) else "उर्फ " if re.search(r"[\u0900-\u097f]", alias.text) else "alias "
    value = f"{fact.value} {joint}{shapes.tidy(alias.text)}"
    return fact_of("accused", value, page, list(dict.fromkeys(words)), label=label)


def _noise(paper: Paper, name: Span) -> bool:
    """Whether a scan's words are hardly a name: small Latin letters, or read without any confidence."""
    words = list(dict.fromkeys(token.word for token in name.tokens))
    if paper.page_of(words[0]).source != "ocr":
        return False
    small = re.search(r"[A-Z\u0904-\u0939]", name.text) is None
    return small or sum(word.confidence for word in words) < LEAST_CONFIDENCE * len(words)


def unknown(paper: Paper, span: Span, label: str) -> Fact | None:
    """Unknown accused, with how many there are where that is stated."""
    match = UNKNOWN.search(span.text)
    if match is None:
        return None
    count = re.search(r"(?<!\d)\d{1,3}(?!\d)", ascii_digits(span.text[match.end() :]))
    if count is None:
        return paper.fact_of("accused_unknown", span.part(*match.span()), label)
    return paper.fact_of("accused_unknown", span.part(match.start(), match.end() + count.end()), label)


def entries(span: Span) -> list[Span]:
    """A list "1. … 2. …" cut at its numbers; one entry when it has none."""
    starts = []
    wanted = 1
    for at, token in enumerate(span.tokens):
        following = span.tokens[at + 1].text if at + 1 < len(span.tokens) else ""
        if ascii_digits(token.text) == str(wanted) and (following in (".", ")", "-") or _opens_line(span, at)):
            starts.append(at)
            wanted += 1
    if not starts:
        return [span] if span.tokens else []
    ends = [*starts[1:], len(span.tokens)]
    return [span_of(span.tokens[first:last]) for first, last in zip(starts, ends, strict=True)]


def _opens_line(span: Span, at: int) -> bool:
    """Whether a token begins a printed line."""
    token: Token = span.tokens[at]
    return at > 0 and token.box[1] > span.tokens[at - 1].box[3] - 0.3 * token.height
