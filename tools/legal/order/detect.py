"""How much a document looks like a court's order or judgment. Knows nothing of other kinds of document."""

from __future__ import annotations

import re
from typing import Final

from tools.documents.types import Document
from tools.legal.order.flow import flow_of

START: Final = 4_000
SIGNS: Final[tuple[tuple[float, re.Pattern[str]], ...]] = (
    (0.25, re.compile(r"^\W*(?:present|appearance)\s*:", re.I | re.M)),
    (
        0.45,
        re.compile(
            r"\b(?:in\s+the\s+)?(?:supreme\s+court\s+of\s+india|high\s+court\s+(?:of|at|for)|"
            r"court\s+of\s+(?:the\s+)?(?:\w+\s+){0,4}(?:judge|magistrate|session))|\bin\s+the\s+court\s+of\b|"
            r"\bhigh\s+court\b\s*(?:-\s*orders)?$|\bcourt\s+no\.\s*-|"
            r"न्यायालय\s*[:,-]*\s*\S+(?:\s\S+){0,6}?\s*(?:न्यायाधीश|मजिस्ट्रेट|दण्डाधिकारी|दंडाधिकारी)|"
            r"उच्च\s+न्यायालय",
            re.I,
        ),
    ),
    (
        0.2,
        re.compile(
            r"\bcoram\b|hon'?ble\s+(?:mr|ms|mrs|shri|the)?\.?\s*(?:chief\s+)?justice|,\s?J\.|presiding\s+officer|"
            r"पीठासीन\s+अधिकारी|neutral\s+citation",
            re.I,
        ),
    ),
    (0.2, re.compile(r"\bversus\b|\bv/?s\b\.?|बनाम|विरुद्ध|विरूद्ध|opposite\s+party\s*:", re.I)),
    (
        0.2,
        re.compile(
            r"^\W*(?:o\s?r\s?d\s?e\s?r|j\s?u\s?d\s?g\s?e?\s?m\s?e\s?n\s?t|आदेश|निर्णय)\W*(?:\(oral\)\W*)?$", re.I | re.M
        ),
    ),
    (
        0.15,
        re.compile(
            r"\b(?:learned|ld\.?)\s+(?:\w+\s+){0,3}(?:counsel|advocate|app|public\s+prosecutor)|"
            r"विद्वान\s+(?:\S+\s+){0,2}अधिवक्ता|heard\b|पत्रावली|केस\s+डायरी",
            re.I,
        ),
    ),
    (
        0.15,
        re.compile(
            r"\b(?:petitioner|appellant|applicant|respondent|plaintiff|defendant)s?\b|प्रार्थी|आवेदक|याची|अपीलार्थी|"
            r"परिवादी|अनावेदक",
            re.I,
        ),
    ),
)
DECIDES: Final = re.compile(
    r"\b(?:is|are|stands?|be)\s+(?:\w+\s+){0,3}(?:allowed|dismissed|rejected|disposed|quashed|granted|convicted|"
    r"acquitted|adjourned|discharged|remanded|framed|cancelled)|\bappeals?\s+(?:dismissed|allowed)|set\s+aside|"
    r"enlarged\s+on\s+bail|released\s+on\s+bail|issue\s+notice|put\s+up\s+on|list\s+on|किया\s+जाता\s+है|दोषमुक्त|"
    r"दोषसिद्ध|पत्रावली",
    re.I,
)
FIR_FORM: Final = re.compile(
    r"first\s+information\s+report\s*\n|\(under\s+section\s+(?:154|173)|I\.?\s?I\.?\s?F|एकीकृत\s+जां?च\s+फार्म|"
    r"प्रथम\s+सूचना\s+(?:रिपोर्ट|तथ्य)\s*\n|general\s+diary\s+reference|रोजनामचा",
    re.I,
)
PLEADING: Final = re.compile(
    r"most\s+respectfully\s+show|humble\s+(?:petition|application)\s+of|सविनय\s+निवेदन|shall\s+ever\s+pray|"
    r"duty\s+bound\s+shall",
    re.I,
)
"""What a request to a court says, and no court."""


def looks_like_order(document: Document) -> float:
    """0 to 1: from 0.5 on a document is likely a court's order or judgment."""
    flow = flow_of(document)
    start, end = flow.lines[:START], flow.lines[-3_000:]
    score = sum(weight for weight, pattern in SIGNS if pattern.search(start))
    score += 0.25 if DECIDES.search(end) else 0.0
    if (
        len(
            re.findall(
                r"\b(?:learned|petitioner|appellant|respondent|court|judgment|plaintiff|defendant|accused)\b", flow.text
            )
        )
        >= 25
    ):
        score += 0.25
    score -= 0.7 * len({match[0].lower()[:12] for match in FIR_FORM.finditer(flow.lines[:2_500])}) / 2
    if PLEADING.search(flow.lines):
        score -= 0.8
    return round(min(1.0, max(0.0, score)), 3)
