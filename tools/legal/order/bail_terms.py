"""The terms on which someone is released: conditions, bond, sureties. Knows no other term of an order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tools.documents.sentences import Span
from tools.legal.money import plain_amount, sums_in
from tools.legal.order.flow import Flow
from tools.legal.order.outcome import clause_around
from tools.legal.types import Fact

CLAUSE: Final = 340
_ANNOUNCE = re.compile(
    r"\b(?:following|further|below|these)\s+(?:\w+\s+){0,2}?(?:conditions?|terms?)\b|\bconditions?\s*(?:that|"
    r"as\s+under|as\s+follows|:)|subject\s+to\s+(?:the\s+)?(?:\w+\s+){0,3}conditions?|"
    r"निम्न(?:लिखित|ांकित)?\s+शर्त|शर्तों\s+(?:के\s+अधीन|पर|के\s+साथ)|शर्त\s+(?:के\s+साथ|पर\s*,?\s*कि)",
    re.I,
)
_ITEM = re.compile(
    r"^\W{0,3}(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-k]|[A-K]|[\u0905-\u0939])[.)\]]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])\)|[•●▪➢-])"
    r"\s*(?=\S)",
    re.I,
)
_MARK = re.compile(r"(?<=[\s;,:-])\(?(?:(?:[ivx]{1,4}|[a-h]|[\u0905-\u0939]|\d{1,2})\)|\d{1,2}[.)-])\s*(?=[^\W\d_])")
_FIRST = re.compile(r"\(?(?:1|i|a|क|अ)[.)-]")
_SHALL = re.compile(
    r"\b(?:he|she|they|applicants?|petitioners?|accused|appellants?)(?:\s+\w+)?\s+(?:shall|will)"
    r"\s+(?:\w+\s+){0,6}?(?:tamper|leave|commit|threaten|influence|induce|"
    r"co-?operate|appear|attend|report|surrender|join|make|furnish|inform|change|pressuri|intimidate|contact|remain|"
    r"be\s+(?:available|present)|seek|indulge|provide|keep|mark|misuse|deposit)|"
    r"(?:साक्ष्य|साक्षी|गवाह|विवेचना|अनुसंधान)[^।]{0,90}(?:नहीं\s+कर|करेगा|करेंगे|न\s+कर)|(?:उपस्थित|सहयोग)"
    r"\s+(?:होगा|करेगा|रहेगा|होंगे|करेंगे)",
    re.I,
)
BOND = re.compile(
    r"\b(?:bonds?|P\.?\s?R\.?|recogni[sz]ance|personal\s+bond|bail\s+bonds?)\b|बंधपत्र|बन्धपत्र|बंध\s*-?\s*पत्र|"
    r"बन्ध\s*-?\s*पत्र|मुचलक|मुचल",
    re.I,
)
_SURETY = re.compile(
    r"(?:with\s+)?(?:\b(?:one|two|three|a|an|\d)\b(?:\s*\([^)]{1,12}\))?\s+)(?:or\s+(?:more|two)\s+)?(?:(?:local|"
    r"solvent|sound|reliable|heavy|such|more|like|adequate|independent)\s+){0,3}(?:suret(?:y|ies))\b"
    r"(?:\s+(?:each\s+)?(?:(?:of|in|for)\s+)?(?:the\s+)?(?:like|same|said)\s+(?:amount|sum)(?:\s+each)?)?|(?:एक|दो|"
    r"तीन|\d)(?:\s*-\s*(?:एक|दो))?\s+(?:\S+\s+){0,3}?(?:प्रतिभू(?:ति(?:यां|यों|याँ)?|ओं|गण|यों)?|"
    r"जमानतदार(?:ों)?|जमानतें?|जामिन(?:दार)?(?:ों)?)",
    re.I,
)
RELEASE = re.compile(r"\b(?:released|enlarged|admitted)\b[^.;]{0,60}\bbail\b|जमानत\s+पर\s+(?:रिहा|मुक्त)", re.I)


def conditions(flow: Flow, spans: list[Span]) -> Iterator[Fact]:
    """Every condition of the release: listed ones, and what the released person shall or shall not do."""
    announced, items = False, 0
    for span in spans:
        sentence = flow.text[span.start : span.end]
        if announced and _ITEM.match(sentence):
            if re.search(r"\b(?:disposed|allowed|dismissed)\b[^.]{0,20}\.$", sentence) or (
                items and re.match(r"\W{0,3}\d{1,2}\s?\.\s", sentence) and _looks_done(sentence)
            ):
                break
            items += 1
            if len(re.findall(r"[^\W\d_]\S{2,}", sentence)) < 3:
                continue
            yield clause_item(flow, "conditions", span)
        elif announced and items and not _SHALL.search(sentence):
            break
        elif (
            _SHALL.search(sentence)
            and not re.search(r"\bif\b|breach|violat|उल्लंघन", sentence, re.I)
            and not _ANNOUNCE.search(sentence)
            and not RELEASE.search(sentence)
        ):
            yield clause_item(flow, "conditions", span)
        if _ANNOUNCE.search(sentence):
            announced = True
            yield from _inline(flow, span)


def clause_item(flow: Flow, key: str, span: Span, value: str = "") -> Fact:
    """One clause as an item of a list: without its number, cut to a reasonable length."""
    start, end = span.start, span.end
    if number := _ITEM.match(flow.text[start:end]):
        start += number.end()
    if end - start > CLAUSE:
        cut = max(flow.text.rfind(sign, start + 80, start + CLAUSE) for sign in (";", ",", " "))
        end = cut if cut > start else start + CLAUSE
    return flow.fact(key, value or flow.written(start, end).strip(" ;,.।"), start, end)


def _looks_done(sentence: str) -> bool:
    return bool(
        re.search(
            r"\b(?:observation|nothing\s+(?:stated|expressed|observed)|copy\s+of|disposed|accordingly|breach|"
            r"violation|registry|opinion\s+on)\b|उल्लंघन|प्रतिलिपि",
            sentence,
            re.I,
        )
    )


def _inline(flow: Flow, span: Span) -> Iterator[Fact]:
    """Conditions that the announcing sentence itself carries: "on conditions that (a) …, (b) …"."""
    sentence = flow.text[span.start : span.end]
    since = max(match.end() for match in _ANNOUNCE.finditer(sentence))
    marks = list(_MARK.finditer(sentence))
    if len(marks) < 2:
        marks = [mark for mark in marks if mark.start() >= since and _FIRST.match(mark[0])]
    if marks:
        for mark, following in zip(marks, [*(m.start() for m in marks[1:]), len(sentence)], strict=True):
            yield clause_item(flow, "conditions", Span(span.start + mark.end(), span.start + following))
        return
    match = re.search(r"\bconditions?\s+that\s+|शर्त(?:ों)?\s+(?:के\s+साथ|पर|के\s+अधीन)\s*,?\s*कि\W+(?=\w)", sentence, re.I)
    if match and len(sentence) - match.end() > 15:
        yield clause_item(flow, "conditions", Span(span.start + match.end(), span.end))


def bond(flow: Flow, spans: list[Span]) -> Fact | None:
    """The bond, in rupees."""
    for span in spans:
        sentence = flow.text[span.start : span.end]
        marks = [match.start() for match in BOND.finditer(sentence)]
        for amount in sums_in(sentence):
            if any(abs(mark - amount.start) < 90 for mark in marks):
                clause = clause_around(flow, span.start + amount.start, span.start + amount.end, 220)
                return flow.fact("bond", plain_amount(amount.rupees), clause.start, clause.end)
    return None


def surety(flow: Flow, spans: list[Span]) -> Fact | None:
    """How many sureties, in the order's words."""
    for span in spans:
        if match := _SURETY.search(flow.text, span.start, span.end):
            start = match.start() + (5 if match[0].lower().startswith("with ") else 0)
            return flow.fact("surety", flow.written(start, match.end()), start, match.end())
    return None
