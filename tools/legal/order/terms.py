"""The terms of an order: conditions, bond and sureties, sentence and fine, sums to be paid, directions and time allowed.

Only the operative part is read, and only what the court itself orders there. Knows no case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tools.legal.evidence import listed
from tools.legal.money import plain_amount, sums_in
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.days import months_and_weeks
from tools.legal.order.flow import Flow
from tools.legal.order.outcome import clause_around
from tools.legal.sentences import Span
from tools.legal.types import Fact, Outcome, OutcomeKind

CLAUSE: Final = 340
MOST_ITEMS: Final = 25
GRANTS: Final[frozenset[OutcomeKind]] = frozenset(("bail_granted", "anticipatory_bail_granted"))
PUNISHES: Final[frozenset[OutcomeKind]] = frozenset(("convicted", "partly_convicted", "sentenced"))
_ANNOUNCE = re.compile(
    r"\b(?:following|further|below|these)\s+(?:\w+\s+){0,2}?(?:conditions?|terms?)\b|\bconditions?\s*(?:that|as\s+under|as\s+follows|:)|subject\s+to\s+(?:the\s+)?(?:\w+\s+){0,3}conditions?|"
    r"निम्न(?:लिखित|ांकित)?\s+शर्त|शर्तों\s+(?:के\s+अधीन|पर|के\s+साथ)|शर्त\s+के\s+साथ",
    re.I,
)
_ITEM = re.compile(
    r"^\W{0,3}(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-k]|[A-K]|[\u0905-\u0939])[.)]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])\)|[•●▪➢-])\s*(?=\S)",
    re.I,
)
_SHALL = re.compile(
    r"\b(?:he|she|they|applicants?|petitioners?|accused|appellants?)(?:\s+\w+)?\s+(?:shall|will)\s+(?:\w+\s+){0,6}?(?:tamper|leave|commit|threaten|influence|induce|"
    r"co-?operate|appear|attend|report|surrender|join|make|furnish|inform|change|pressuri|intimidate|contact|remain|be\s+(?:available|present)|seek|indulge|provide|keep|mark|misuse|deposit)|"
    r"(?:साक्ष्य|साक्षी|गवाह|विवेचना|अनुसंधान)[^।]{0,90}(?:नहीं\s+कर|करेगा|करेंगे|न\s+कर)|(?:उपस्थित|सहयोग)\s+(?:होगा|करेगा|रहेगा|होंगे|करेंगे)",
    re.I,
)
_BOND = re.compile(
    r"\b(?:bonds?|P\.?\s?R\.?|recogni[sz]ance|personal\s+bond|bail\s+bonds?)\b|बंधपत्र|बन्धपत्र|बंध\s*-?\s*पत्र|बन्ध\s*-?\s*पत्र|मुचलक|मुचल",
    re.I,
)
_SURETY = re.compile(
    r"(?:with\s+)?(?:\b(?:one|two|three|a|an|\d)\b(?:\s*\([^)]{1,12}\))?\s+)(?:or\s+(?:more|two)\s+)?(?:(?:local|solvent|sound|reliable|heavy|such|more|like|adequate|independent)\s+){0,3}(?:suret(?:y|ies))\b"
    r"(?:\s+(?:each\s+)?(?:(?:of|in|for)\s+)?(?:the\s+)?(?:like|same|said)\s+(?:amount|sum)(?:\s+each)?)?|(?:एक|दो|तीन|\d)(?:\s*-\s*(?:एक|दो))?\s+(?:\S+\s+){0,3}?(?:प्रतिभू\S*|जमानतदार\S*|जमानतें?|प्रतिभूति\S*|जामिन\S*)",
    re.I,
)
_PRISON = re.compile(
    r"\b(?:sentenced|sentence|undergo|imprisonment|R\.?I\.?|S\.?I\.?)\b[^.;]{0,60}?(?:imprisonment|R\.?I\.?|S\.?I\.?|life|death|till\s+(?:the\s+)?rising)|\b(?:rigorous|simple)\s+imprisonment|imprisonment\s+for|"
    r"(?:सश्रम|साधारण|सादा|कठोर|आजीवन)\s+कारावास|कारावास\s+(?:की\s+सजा|से\s+दण्डित)|न्यायालय\s+उठने\s+तक",
    re.I,
)
_FINE = re.compile(r"\bfine\b|अर्थदण्ड|अर्थदंड|अर्थ\s+दण्ड|जुर्मान", re.I)
_PAY: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("compensation", re.compile(r"compensation|प्रतिकर|मुआवज|क्षतिपूर्ति", re.I)),
    ("alimony", re.compile(r"alimony|स्थायी\s+भरण", re.I)),
    ("maintenance", re.compile(r"maintenance|भरण\s*-?\s*पोषण|गुजारा", re.I)),
    ("damages", re.compile(r"damages|हर्जान", re.I)),
    ("reimbursement", re.compile(r"reimburs|प्रतिपूर्ति", re.I)),
    ("refund", re.compile(r"refund|वापस", re.I)),
    ("costs", re.compile(r"\bcosts?\b|वाद\s*व्यय|परिव्यय|खर्च", re.I)),
    ("litigation expenses", re.compile(r"litigation\s+expenses?", re.I)),
    ("fee", re.compile(r"\bfees?\b", re.I)),
    ("balance amount", re.compile(r"balance\s+amount|differential\s+amount", re.I)),
    ("deposit", re.compile(r"\bdeposit\b|जमा\s+कर", re.I)),
)
_ORDERS = re.compile(
    r"\b(?:pay|paid|paying|award(?:ed|s)?|grant|deposit(?:ed)?|directed|shall|assessed|recover(?:ed)?|decree|costs?|entitled|liable|reimburse|refund)\b|अदा|भुगतान|दिलाया|देय|जमा|देगा|दिलाई",
    re.I,
)
_DIRECTS = re.compile(
    r"\b(?:is|are|stand|stands|be)\s+(?:hereby\s+|also\s+|further\s+|accordingly\s+)*(?:directed|commanded|requested|required|ordered)\s+(?:to|not\s+to|that)\b|\b(?:we|i|court)\s+(?:hereby\s+|also\s+|further\s+|therefore\s+|accordingly\s+|,\s*)*direct\b|"
    r"\bby\s+directing\b|\bwith\s+(?:a|the)\s+direction\b|\bit\s+is\s+(?:hereby\s+|further\s+|also\s+)?(?:directed|ordered)\s+that\b|\bdirections?\s+(?:is|are)\s+issued|"
    r"(?:निर्देशित|आदेशित)\s+(?:किया|किये|की)\s+जा|निर्देश\s+(?:दिया|दिये|दिए)\s+जा|आदेश\s+(?:दिया|दिये)\s+जा",
    re.I,
)
_RELEASE = re.compile(r"\b(?:released|enlarged|admitted)\b[^.;]{0,60}\bbail\b|जमानत\s+पर\s+(?:रिहा|मुक्त)", re.I)
_NOT_OURS = re.compile(
    r"\b(?:prayed|prays|submitted|contended|seeks?|sought|argued|was\s+directed|were\s+directed|had\s+directed|has\s+directed)\b|निवेदन|तर्क|कथन",
    re.I,
)


def terms(anatomy: Anatomy, outcome: Outcome | None) -> dict[str, Fact]:
    """Every term that the operative part states."""
    kinds = {outcome.kind, *(also.kind for also in outcome.also)} if outcome else set()
    found: dict[str, Fact | None] = {}
    start = _operative_start(anatomy, outcome)
    spans = [s for s in anatomy.flow.sentences if s.end > start and not anatomy.quoted(s.start)]
    if kinds & GRANTS:
        found["conditions"] = listed("conditions", list(_conditions(anatomy.flow, spans))[:MOST_ITEMS])
        found["bond"] = _bond(anatomy.flow, spans)
        found["surety"] = _surety(anatomy.flow, spans)
    if kinds & PUNISHES:
        found["sentence"] = listed("sentence", list(_sentences_passed(anatomy.flow, spans))[:MOST_ITEMS])
        found["fine"] = _fine(anatomy.flow, spans)
    found["money"] = listed("money", list(_money(anatomy.flow, spans))[:MOST_ITEMS])
    found["directions"] = listed("directions", list(_directions(anatomy.flow, spans))[:MOST_ITEMS])
    found["compliance"] = listed("compliance", list(_compliance(anatomy.flow, spans))[:MOST_ITEMS])
    return {key: fact for key, fact in found.items() if fact}


def _operative_start(anatomy: Anatomy, outcome: Outcome | None) -> int:
    """Where the court begins to order: not after the sentence that decides, which may stand before its terms."""
    if outcome is None:
        return anatomy.operative
    at = anatomy.flow.lines.find("\n".join(outcome.quote.split("\n")[:1])[:60])
    return min(anatomy.operative, at) if at > anatomy.body else anatomy.operative


def _item(flow: Flow, key: str, span: Span, value: str = "") -> Fact:
    """One clause as an item of a list: without its number, cut to a reasonable length."""
    start, end = span.start, span.end
    if number := _ITEM.match(flow.text[start:end]):
        start += number.end()
    if end - start > CLAUSE:
        cut = max(flow.text.rfind(sign, start + 80, start + CLAUSE) for sign in (";", ",", " "))
        end = cut if cut > start else start + CLAUSE
    return flow.fact(key, value or flow.written(start, end).strip(" ;,"), start, end)


def _conditions(flow: Flow, spans: list[Span]) -> Iterator[Fact]:
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
            yield _item(flow, "conditions", span)
        elif announced and items and not _SHALL.search(sentence):
            break
        elif (
            _SHALL.search(sentence)
            and not re.search(r"\bif\b|breach|violat|उल्लंघन", sentence, re.I)
            and not _ANNOUNCE.search(sentence)
        ):
            yield _item(flow, "conditions", span)
        if _ANNOUNCE.search(sentence):
            announced = True
            yield from _inline(flow, span)


def _looks_done(sentence: str) -> bool:
    return bool(
        re.search(
            r"\b(?:observation|nothing\s+(?:stated|expressed|observed)|copy\s+of|disposed|accordingly|breach|violation|registry|opinion\s+on)\b|उल्लंघन|प्रतिलिपि",
            sentence,
            re.I,
        )
    )


def _inline(flow: Flow, span: Span) -> Iterator[Fact]:
    """Conditions that the announcing sentence itself carries: "on conditions that (a) …, (b) …"."""
    sentence = flow.text[span.start : span.end]
    marks = list(re.finditer(r"(?<=[\s;,:])\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})\)\s", sentence))
    if len(marks) >= 2:
        for mark, following in zip(marks, [*(m.start() for m in marks[1:]), len(sentence)], strict=True):
            yield _item(flow, "conditions", Span(span.start + mark.end(), span.start + following))
        return
    match = re.search(r"\bconditions?\s+that\s+", sentence, re.I)
    if match and len(sentence) - match.end() > 15:
        yield _item(flow, "conditions", Span(span.start + match.end(), span.end))


def _bond(flow: Flow, spans: list[Span]) -> Fact | None:
    for span in spans:
        sentence = flow.text[span.start : span.end]
        marks = [match.start() for match in _BOND.finditer(sentence)]
        for amount in sums_in(sentence):
            if any(abs(mark - amount.start) < 90 for mark in marks):
                clause = clause_around(flow, span.start + amount.start, span.start + amount.end, 220)
                return flow.fact("bond", plain_amount(amount.rupees), clause.start, clause.end)
    return None


def _surety(flow: Flow, spans: list[Span]) -> Fact | None:
    for span in spans:
        if match := _SURETY.search(flow.text, span.start, span.end):
            start = match.start() + (5 if match[0].lower().startswith("with ") else 0)
            return flow.fact("surety", flow.written(start, match.end()), start, match.end())
    return None


def _sentences_passed(flow: Flow, spans: list[Span]) -> Iterator[Fact]:
    for span in spans:
        sentence = flow.text[span.start : span.end]
        if (
            _PRISON.search(sentence)
            and not _NOT_OURS.search(sentence)
            and not re.search(r"\bpunishable\b|maximum|minimum|दण्डनीय", sentence)
        ):
            yield _item(flow, "sentence", span)


def _fine(flow: Flow, spans: list[Span]) -> Fact | None:
    for span in spans:
        sentence = flow.text[span.start : span.end]
        mark = _FINE.search(sentence)
        amount = next((a for a in sums_in(sentence) if mark and abs(a.start - mark.start()) < 80), None)
        if amount and not re.search(r"punishable|extend\s+to", sentence):
            clause = clause_around(flow, span.start + amount.start, span.start + amount.end, 220)
            return flow.fact("fine", plain_amount(amount.rupees), clause.start, clause.end)
    return None


def _money(flow: Flow, spans: list[Span]) -> Iterator[Fact]:
    for span in spans:
        sentence = flow.text[span.start : span.end]
        if _NOT_OURS.search(sentence) or not _ORDERS.search(sentence):
            continue
        for amount in sums_in(sentence):
            around = sentence[max(0, amount.start - 140) : amount.end + 140]
            close = sentence[max(0, amount.start - 70) : amount.end + 40]
            if _BOND.search(close) or _FINE.search(close) or re.search(r"already\s+paid|suret|प्रतिभू", close):
                continue
            purpose = next((name for name, pattern in _PAY if pattern.search(around)), "payment")
            if purpose == "payment" and not re.search(r"\b(?:pay|paid|award|recover)|अदा|भुगतान", around, re.I):
                continue
            clause = clause_around(flow, span.start + amount.start, span.start + amount.end, 260)
            yield flow.fact("money", f"{plain_amount(amount.rupees)} ({purpose})", clause.start, clause.end)


def _directions(flow: Flow, spans: list[Span]) -> Iterator[Fact]:
    for span in spans:
        match = _DIRECTS.search(flow.text, span.start, span.end)
        if match and _RELEASE.search(flow.text, match.start(), span.end):
            continue
        if match and not _NOT_OURS.search(flow.text[span.start : match.start()]):
            clause = clause_around(flow, match.start(), match.end(), CLAUSE) if span.end - span.start > CLAUSE else span
            yield _item(flow, "directions", clause)


def _compliance(flow: Flow, spans: list[Span]) -> Iterator[Fact]:
    for span in spans:
        sentence = flow.text[span.start : span.end]
        if _NOT_OURS.search(sentence) or re.search(r"\bago\b|appeal\s+may\s+be|limitation", sentence):
            continue
        for match in months_and_weeks(flow, span.start, span.end):
            if re.match(r"in\s", match[0], re.I) and not re.search(r"\b(?:shall|direct|pay|file|deposit)", sentence):
                continue
            clause = clause_around(flow, match.start(), match.end(), 220)
            yield flow.fact("compliance", flow.written(match.start(), match.end()), clause.start, clause.end)
