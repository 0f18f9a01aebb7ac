"""What has to be suffered or paid under an order: prison terms, fine, and sums such as compensation or costs.

A term or sum that stands only in default of another is none. `label` of a sum is the word that says what it is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tools.documents.sentences import Span
from tools.legal.money import plain_amount, sums_in
from tools.legal.order.bail_terms import BOND
from tools.legal.order.flow import Flow
from tools.legal.order.outcome import clause_around
from tools.legal.types import Fact

_PRISON = re.compile(
    r"\b(?:sentenced|sentence|undergo|imprisonment|R\.?I\.?|S\.?I\.?)\b[^.;]{0,60}?(?:imprisonment|R\.?I\.?|S\.?I\.?|"
    r"life|death|till\s+(?:the\s+)?rising)|\b(?:rigorous|simple)\s+imprisonment|imprisonment\s+for|"
    r"(?:सश्रम|साधारण|सादा|कठोर|आजीवन)\s+कारावास|कारावास\s+(?:की\s+सजा|से\s+दण्डित)|न्यायालय\s+उठने\s+तक",
    re.I,
)
_SPAN = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty)"
    r"(?:\s*\([^)]{1,20}\))?\s+(?:years?|months?|days?)"
)
_SPAN_HI = (
    r"(?:\d{1,2}|एक|दो|तीन|चार|पांच|छह|छः|सात|आठ|नौ|दस|बारह|चौदह|बीस)(?:\s*-\s*(?:एक|दो|तीन|चार|पांच|छह|सात|दस)"
    r")?(?:\s*\([^)]{1,15}\))?\s+(?:वर्ष|साल|माह|महीने|दिन|दिवस)"
)
_TERM = re.compile(
    rf"\b(?:(?:rigorous|simple)\s+imprisonment|imprisonment|R\.?I\.?|S\.?I\.?)(?:\s*\([RS]\.?I\.?\))?"
    rf"\s+for\s+(?:a\s+)?(?:the\s+)?(?:(?:term|period)\s+of\s+)?(?:{_SPAN}(?:\s+and\s+{_SPAN})?|life)|"
    rf"\b(?:rigorous\s+|simple\s+)?imprisonment\s+(?:till|until)\s+(?:the\s+)?rising\s+of\s+(?:the\s+)?court|"
    rf"\blife\s+imprisonment|\bdeath\s+(?:sentence|penalty)|{_SPAN}(?:['’]s?)?\s+(?:of\s+)?(?:rigorous\s+|simple\s+)"
    rf"?(?:imprisonment|R\.?I|S\.?I)\b|{_SPAN_HI}\s*(?:के|का|की|तक\s+के)?\s*(?:सश्रम|साधारण|सादा|सादे|कठोर)"
    rf"\s+कारावास|आजीवन\s+(?:सश्रम\s+)?कारावास|न्यायालय\s+उठने\s+तक",
    re.I,
)
_DEFAULT = re.compile(
    r"in\s+default|failing\s+which|further|additional|default\s+of|अदा\s+न|व्यतिक्रम|चूक|अतिरिक्त|अदायगी", re.I
)
_FINE = re.compile(r"\bfine\b|अर्थदण्ड|अर्थदंड|अर्थ\s+दण्ड|जुर्मान", re.I)
_PAY: Final = (
    re.compile(r"compensation|प्रतिकर|मुआवज|क्षतिपूर्ति", re.I),
    re.compile(r"alimony|स्थायी\s+भरण", re.I),
    re.compile(r"maintenance|भरण\s*-?\s*पोषण|गुजारा", re.I),
    re.compile(r"damages|हर्जान", re.I),
    re.compile(r"reimburs|प्रतिपूर्ति", re.I),
    re.compile(r"refund|वापस", re.I),
    re.compile(r"\bcosts?\b|वाद\s*व्यय|परिव्यय|खर्च", re.I),
    re.compile(r"litigation\s+expenses?", re.I),
    re.compile(r"\bfees?\b", re.I),
    re.compile(r"balance\s+amount|differential\s+amount", re.I),
    re.compile(r"\bdeposit\b|जमा\s+कर", re.I),
)
_ORDERS = re.compile(
    r"\b(?:pay|paid|paying|award(?:ed|s)?|grant|deposit(?:ed)?|directed|shall|assessed|recover(?:ed)?|decree|costs?|"
    r"entitled|liable|reimburse|refund|release|disburse)\b|अदा|भुगतान|दिलाया|देय|जमा|देगा|दिलाई",
    re.I,
)
NOT_OURS = re.compile(
    r"\b(?:prayed|prays|submitted|contended|seeks?|sought|argued|was\s+directed|were\s+directed|had\s+directed|"
    r"has\s+directed)\b|निवेदन|तर्क|कथन",
    re.I,
)


def sentences_passed(flow: Flow, spans: list[Span]) -> Iterator[Fact]:
    """The prison terms that the sentences impose."""
    for span in spans:
        sentence = flow.text[span.start : span.end]
        if (
            _PRISON.search(sentence)
            and not NOT_OURS.search(sentence)
            and not re.search(r"\bpunishable\s+with\b|maximum|minimum", sentence)
        ):
            yield from _prison_terms(flow, span)


def _prison_terms(flow: Flow, span: Span) -> Iterator[Fact]:
    """Each term of imprisonment that a sentence imposes, without those in default of a fine."""
    for match in _TERM.finditer(flow.text, span.start, span.end):
        before = flow.text[max(span.start, match.start() - 110) : match.start()]
        if _DEFAULT.search(before) or _DEFAULT.search(match[0]):
            continue
        clause = clause_around(flow, match.start(), match.end(), 220)
        yield flow.fact("sentence", flow.written(match.start(), match.end()), clause.start, clause.end)


def fine(flow: Flow, spans: list[Span]) -> Fact | None:
    """The fine, in rupees."""
    for span in spans:
        sentence = flow.text[span.start : span.end]
        mark = _FINE.search(sentence)
        amount = next((a for a in sums_in(sentence) if mark and abs(a.start - mark.start()) < 80), None)
        if amount and not re.search(r"punishable\s+with|extend\s+to", sentence):
            clause = clause_around(flow, span.start + amount.start, span.start + amount.end, 220)
            return flow.fact("fine", plain_amount(amount.rupees), clause.start, clause.end)
    return None


def money(flow: Flow, spans: list[Span]) -> Iterator[Fact]:
    """The sums that the court orders to be paid, in rupees."""
    for span in spans:
        sentence = flow.text[span.start : span.end]
        if NOT_OURS.search(sentence) or not _ORDERS.search(sentence):
            continue
        for amount in sums_in(sentence):
            around = sentence[max(0, amount.start - 140) : amount.end + 140]
            close = sentence[max(0, amount.start - 70) : amount.end + 40]
            if BOND.search(close) or _FINE.search(close) or re.search(r"already\s+paid|suret|प्रतिभू", close):
                continue
            purpose = next((match[0] for pattern in _PAY if (match := pattern.search(around))), "")
            if not purpose and not re.search(
                r"\b(?:pay|paid|award|recover|releas|disburs|remit)|अदा|भुगतान", around, re.I
            ):
                continue
            clause = clause_around(flow, span.start + amount.start, span.start + amount.end, 260)
            fact = flow.fact("money", plain_amount(amount.rupees), clause.start, clause.end)
            yield replace(fact, label=purpose)
