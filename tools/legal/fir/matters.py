"""Items 2, 9, 13 and 14: sections of law, property, what the police did, the officers. Knows the form's labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tools.documents.types import Page, Word
from tools.legal.evidence import fact_of, listed, runs
from tools.legal.fir import scanned_acts, shapes
from tools.legal.fir.columns import header_in, table
from tools.legal.fir.items import Item
from tools.legal.fir.labels import fields, vocabulary
from tools.legal.fir.paper import Field, Paper
from tools.legal.fir.shapes import Span, span_of
from tools.legal.fir.tokens import Token, skeleton
from tools.legal.law.acts import act_code, acts, acts_in
from tools.legal.law.numbering import for_act
from tools.legal.law.numbers import sections_in
from tools.legal.types import Fact, SectionMention

_OR: Final = frozenset(("or", "या", "किंवा"))
_HINDI: Final = re.compile(r"[\u0904-\u0939]")
REGISTERED: Final = "Registered the case and took up the investigation", "प्रकरण दर्ज किया गया और जाँच के लिए लिया गया"
DIRECTED: Final = "Registered; {} directed to take up the investigation", "प्रकरण दर्ज; जाँच के लिए नियुक्त: {}"
REFUSED: Final = "Refused investigation: {}", "जाँच से इंकार: {}"
TRANSFERRED: Final = "Transferred to P.S. {}", "हस्तांतरित, थाना {}"
RANK: Final = re.compile(
    r"\(?\b(?:(?:asst\.?|assistant)\s?sub[ -]?inspector|sub[ -]?inspector|inspector|head\s?constable|constable"
    r"|asi|psi|api|pi|si|hc|dy\.?\s?sp|dsp|acp|sho|circle officer|co)\b\.?\)?"
    r"|सहायक\s?उप\s?-?निरीक्षक|उप\s?-?निरीक्षक|निरीक्षक|प्रधान\s?आरक्षक|प्रधान\s?सिपाही|मुख्य\s?आरक्षी|आरक्षी"
    r"|हेड\s?कानि\S*|हैड\s?कानि\S*|(?:सहाय्यक\s|सहा[.०0]?\s?)?पोलीस\s?(?:उप\s?-?निरीक्षक|\S+)",
    re.I,
)


def sections(paper: Paper) -> Iterator[SectionMention]:
    """Item 2: the acts and sections of the case; of a scan, known acts and their sections alone."""
    found = list(_sections(paper))
    item, after = paper.form.get("2"), paper.form.get("3")
    start, stop = (max(0, item.start - 2), item.stop) if item else (0, after.start if after else 0)
    if not any(row.page.source == "ocr" for row in paper.rows[start:stop]):
        yield from found
        return
    found = [each for each in found if each.act in acts() and scanned_acts.exists(each.act, each.section)]
    placed = [
        mention
        for code, act, section in scanned_acts.pairs(paper, start, stop)
        for mention in _of_act(paper, code, act, section)
        if scanned_acts.exists(mention.act, mention.section)
    ]
    yield from placed if len(placed) > len(found) else found


def _sections(paper: Paper) -> Iterator[SectionMention]:
    item = paper.form.get("2")
    if item is None:
        return
    phrases = fields("2")
    found = paper.fields_between(item.start, item.stop, "2")
    pairs = _pairs(found)
    if not any(_beside(field) for field in found):
        header = header_in(paper.rows, item.start, item.stop, phrases, {"acts", "sections"})
        if header is not None:
            rows = table(paper.rows, header, item.stop, phrases, (("acts", "sections"), ("sections",)))
            pairs = [(span_of(cells.get("acts", [])), span_of(cells.get("sections", []))) for cells in rows]
    if not any(section.tokens for _, section in pairs):
        pairs = [(span_of([]), field.value) for field in found if field.value.tokens]
    yield from _mentions(paper, pairs)


def _beside(field: Field) -> bool:
    """Whether an act is printed right of its label rather than in a column beneath."""
    _, top, right, bottom = field.block.box
    return field.block.key == "acts" and any(
        token.box[0] >= right and top <= (token.box[1] + token.box[3]) / 2 <= bottom and len(token.skeleton) > 1
        for token in field.value.tokens
    )


def _pairs(found: Sequence[Field]) -> list[tuple[Span, Span]]:
    """Values printed beside "Act" and "Section", pair by pair."""
    pairs: list[tuple[Span, Span]] = []
    act = span_of([])
    for field in found:
        if field.block.key == "acts":
            act = field.value
        elif field.block.key == "sections" and field.value.tokens:
            pairs.append((act, field.value))
        elif field.block.key == "other_acts" and field.value.tokens:
            pairs.append((span_of([]), field.value))
    return pairs


def _mentions(paper: Paper, pairs: Sequence[tuple[Span, Span]]) -> Iterator[SectionMention]:
    last: Span = span_of([])
    for act, section in pairs:
        act = shapes.trimmed(act)
        last = act if act.tokens else last
        if not section.tokens:
            continue
        if act.tokens:
            yield from _of_act(paper, _code(act.text), act, section)
        else:
            yield from _of_text(paper, last, section)


def _code(text: str) -> str:
    """The act that a cell names, also where something else stands in the cell; the cell as written for another act."""
    if code := act_code(text):
        return code
    named = {mention.code for mention in acts_in(text)}
    return named.pop() if len(named) == 1 else shapes.tidy(text)


def _of_text(paper: Paper, act: Span, section: Span) -> Iterator[SectionMention]:
    """Sections of a text that names its acts itself: "379, 411 IPC and 25 Arms Act"."""
    named = list(acts_in(section.text))
    start = 0
    for mention in named:
        yield from _of_act(paper, mention.code, span_of([]), section.part(start, mention.start))
        start = mention.end
    rest = section.part(start, len(section.text))
    if named and not any(sections_in(section.text[: named[0].start])):
        yield from _of_act(paper, named[-1].code, span_of([]), rest)
    elif not named and act.tokens:
        yield from _of_act(paper, _code(act.text), span_of([]), rest)


def _of_act(paper: Paper, code: str, act: Span, section: Span) -> Iterator[SectionMention]:
    section = shapes.trimmed(section)
    if not section.tokens or not code:
        return
    page = paper.page_of(section.tokens[0].word)
    own = list(dict.fromkeys(token.word for token in section.tokens))
    words = [*dict.fromkeys(token.word for token in act.tokens), *own]
    quote = _quote(page, [word for word in words if paper.page_of(word) is page], section)
    for number in sections_in(section.text):
        yield SectionMention(
            code,
            for_act(code, number),
            page.number,
            quote,
            tuple(word.box for word in own),
            uncertain=any(word.uncertain for word in own),
        )


def _quote(page: Page, words: Sequence[Word], section: Span) -> str:
    """The printed words, or those of the section where the act does not stand beside it in the text."""
    pieces = runs(page, words)
    first = section.tokens[0].word.text
    return max((piece for piece in pieces if first in piece), key=len, default=max(pieces, key=len, default=""))


def goods(paper: Paper) -> Fact | None:
    """Item 9: the property, by its description, else its kind."""
    item = paper.form.get("9")
    if item is None:
        return None
    phrases = fields("9")
    heading = paper.fields(item)[0]
    header = header_in(paper.rows, item.start, item.stop, phrases, {"value"}) or header_in(
        paper.rows, item.start, item.stop, phrases, {"description"}
    )
    spans = []
    if header is not None:
        for cells in table(paper.rows, header, item.stop, phrases, (("value",), ("description",))):
            spans.append(span_of(cells.get("description") or cells.get("type") or cells.get("category") or []))
    elif heading.value.tokens:
        spans.append(heading.value)
    facts = [paper.fact_of("property", span, heading.label) for span in spans if skeleton(span.text)]
    return listed("property", [fact for fact in facts if fact is not None and re.search(r"[^\W\d_]", fact.value)])


def action(paper: Paper) -> Iterator[Fact | None]:
    """Item 13: who investigates, or why nobody does, or where the case went."""
    item = paper.form.get("13")
    if item is None:
        return
    found = [replace(field, value=_without_or(field.value)) for field in paper.fields(item)]
    printed = vocabulary("13")
    filled = {field.block.key: field for field in reversed(found) if not shapes.only_printed(field.value, printed)}
    if field := filled.get("transferred"):
        yield _taken(paper, field, *TRANSFERRED)
    elif (field := filled.get("refused")) and len(skeleton(field.value.text)) > 3:
        yield _taken(paper, field, *REFUSED)
    elif field := filled.get("officer"):
        yield _taken(paper, field, *DIRECTED)
    elif field := next((field for field in found if field.block.key == "registered"), None):
        page = paper.page_of(field.block.tokens[0].word)
        words = list(dict.fromkeys(token.word for token in field.block.tokens))
        value = REGISTERED[not re.search("[A-Za-z]", field.label)]
        yield fact_of("action_taken", value, page, words, label=field.label)
    elif len(found[0].value.text) > 15:
        yield _taken(paper, found[0], "{}", "{}")
    yield from _officer(paper, found)


def _taken(paper: Paper, field: Field, english: str, hindi: str) -> Fact | None:
    """What was filled in, said in the language in which it was."""
    fact = paper.fact("action_taken", field)
    if fact is None:
        return None
    return replace(fact, value=(hindi if _HINDI.search(fact.value) else english).format(fact.value))


def _officer(paper: Paper, found: Sequence[Field]) -> Iterator[Fact | None]:
    for field in found:
        if field.block.key in ("officer", "registered") and not shapes.only_printed(field.value, vocabulary("13")):
            name, rank = _parted(field.value)
            yield paper.fact_of("investigating_officer", name, field.label, shapes.name_fact)
            yield paper.fact_of("investigating_officer_rank", rank, field.label)
        elif field.block.key == "rank":
            yield paper.fact("investigating_officer_rank", field)


def _parted(span: Span) -> tuple[Span, Span]:
    """A name and the rank printed with it."""
    span = _without_or(span)
    match = next((m for m in RANK.finditer(span.text) if m.start() > 0), None)
    if match is None:
        return span, span_of([])
    return span.part(0, match.start()), span.part(match.start(), len(span.text))


def _without_or(span: Span) -> Span:
    """The span without the "or" that leads to the next printed alternative."""
    tokens = list(span.tokens)
    lettered = [at for at, token in enumerate(tokens) if token.skeleton]
    while lettered and tokens[lettered[-1]].skeleton in _OR:
        tokens = tokens[: lettered.pop()]
    return shapes.trimmed(span_of(tokens))


def tokens_of(item: Item, paper: Paper) -> list[Token]:
    """Every token of an item's rows but its heading."""
    heading = {id(token) for token in item.heading.tokens}
    return [token for row in paper.rows[item.start : item.stop] for token in row.tokens if id(token) not in heading]
