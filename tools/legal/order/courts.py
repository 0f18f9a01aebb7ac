"""Which court made an order: from the heading, a neutral citation's code, or the office below the signature.

Only what is printed: an order that names no court has none. Knows no case and no judge.
"""

from __future__ import annotations

import re
from typing import Final

from tools.legal.order.anatomy import Anatomy
from tools.legal.order.bench import SIGNED_BELOW
from tools.legal.order.flow import Flow
from tools.legal.types import Fact

CITATION_COURTS: Final = {
    "AHC": "Allahabad High Court", "AHC-LKO": "Allahabad High Court, Lucknow Bench", "INSC": "Supreme Court of India",
    "DHC": "Delhi High Court", "PHHC": "Punjab and Haryana High Court", "BHC": "Bombay High Court",
    "KER": "Kerala High Court", "KHC": "Karnataka High Court", "MPHC": "Madhya Pradesh High Court",
    "RJ": "Rajasthan High Court", "GUJHC": "Gujarat High Court", "CGHC": "Chhattisgarh High Court",
    "JHHC": "Jharkhand High Court", "UHC": "Uttarakhand High Court", "HHC": "Himachal Pradesh High Court",
    "CHC": "Calcutta High Court", "TSHC": "Telangana High Court", "APHC": "Andhra Pradesh High Court",
    "GAU": "Gauhati High Court", "MHC": "Madras High Court",
}  # fmt: skip
"""Codes of neutral citations, from the High Courts' notifications of 2023."""
CITATION: Final = re.compile(
    r"(?<![\w/:])(?:19|20)\d\d\s?[:/]\s?(?P<code>[A-Z]{2,6}(?:-[A-Z]{1,5})?)\s?[:/]\s?\d{1,7}(?:-(?:DB|FB|LB)"
    r")?(?![\w/])|"
    r"(?<![\w/:])20\d\d\s?INSC\s?\d{1,5}(?!\d)"
)
_PLACE = r"[A-Z][A-Za-z.,&()/ '-]{2,70}"
_COURT = re.compile(
    r"^\W*(?P<court>(?:IN\s+THE\s+)?(?:HON'?BLE\s+)?S\s?U\s?P\s?R\s?E\s?M\s?E\s*C\s?O\s?U\s?R\s?T\s*O\s?F\s*I\s?N\s?D\s?I\s?A"
    rf"|(?:IN\s+)?(?:THE\s+)?(?:HON'?BLE\s+)?HIGH\s+COURT\s+(?:OF|AT|FOR)\s+{_PLACE}(?:\n\W*(?:AT\s|BENCH|CIRCUIT|"
    rf"\(?(?:LUCKNOW|NAGPUR|AURANGABAD|JAIPUR|INDORE|GWALIOR))"
    r"[A-Z .,()-]{2,50})?"
    r"|IN\s+THE\s+COURTS?\s+OF\s*:?\s*[^\n]{4,140}(?:(?<=[,:-])\n[^\n]{3,80}|\n\W*(?:AT\s|DISTRICT|DISTT|"
    r"[A-Z ]+COURTS?,|[A-Z-]+\s+DISTRICT)[^\n]{2,70})?"
    r"|(?:BEFORE|IN)\s+THE\s+[^\n]{0,80}?(?:TRIBUNAL|COMMISSION|LOK\s+ADALAT|JUDGE|MAGISTRATE|FAMILY\s+COURT|"
    r"JUSTICE\s+BOARD|COMMISSIONER|FORUM|COURT\b)[^\n]{0,90}"
    r"|COURT\s+OF\s+[^\n]{6,110}"
    rf"|(?-i:[A-Z])[A-Za-z&-]+(?:[^\S\n]+(?:and|&|(?-i:[A-Z])[A-Za-z&-]+)){{0,4}}[^\S\n]+High[^\S\n]+Court(?=\s*(?:$|-|,|at\b))"
    r"|[\u0900-\u097f ]{3,30}\s+उच्च\s+न्यायालय(?:[^\S\n]*[,:-]?[^\S\n]*[\u0900-\u097f ]{2,40})?"
    r"|(?:न्यायालय|समक्ष\s+न्यायालय|मा(?:ननी|0)य\s+उच्च\s+न्यायालय)\s*[:;,-]*\s*[^\n]{6,120})",
    re.M | re.I,
)
_IN_THE = re.compile(
    r"^(?:in\s+|before\s+)?(?:the\s+)?(?:hon'?ble\s+)?(?:courts?\s+of\s*:?\s*(?:the\s+)?)?|^(?:समक्ष\s+)?न्यायालय\s*[:;,-]*\s*",
    re.I,
)
_HINDI_COURT = re.compile(
    r"न्यायाधीश|मजिस्ट्रेट|दण्डाधिकारी|दंडाधिकारी|अधिकारी|जज|न्यायालय\s*,|सत्र|कुटुम्ब|परिवार|उच्च|अधिकरण|न्यायिक|सिविल"
)
_OFFICE_WORDS = re.compile(r"\b(?:judge|magistrate|ASJ|CJM|JMFC|munsif)\b", re.I)
_A_NAME = re.compile(
    r"(?:in\s+the\s+)?court\s+of\s*:?\s*(?:SH|SHRI|SRI|SMT|MS|MR|MRS|DR|MISS)\b\.?\s[A-Z. ]{3,45}\W*", re.I
)
_WHOSE = re.compile(
    r"^(?:(?:SH|SHRI|SRI|SMT|MS|MR|MRS|DR|MISS|HON'?BLE|KUM|KM|LD)\b\.?\s*)*"
    r"(?!(?:[^,:;-]*\b(?:judge|magistrate|sessions?|court|district|tribunal|commission|munsiff?|civil|family|special|"
    r"principal|chief|board|forum|additional|addl|ASJ|CJM|ACJM|JMFC|MM)\b))[A-Z][A-Za-z. ()]{2,45}\s*[,:;-]+\s*"
    r"(?:(?:[DH]?HJS|[A-Z]{0,2}PCS|RHJS|JMIC)\W+)?(?=[^\n]*(?:judge|magistrate|court|ASJ|CJM|JMFC|\bMM\b|munsif))",
    re.I,
)
"""The judge's name before the office in "the court of Sh. A B, Additional Sessions Judge"."""
_SENTENCE = re.compile(
    r"\b(?:has|have|had|was|were|that|which|held|submitted|passed|filed|by)\b|किया\s+गया|गया\s+(?:है|था|कि)|द्वारा\s|"
    r"\sहै(?:\s|$)"
)
_OFFICE = re.compile(
    r"\W*(?P<office>[^\n]*(?:Judge|JUDGE|Magistrate|MAGISTRATE|ASJ|MM|CJM|JMFC)[^\n]{0,60})"
    r"(?:\n\W*(?P<place>[A-Z][A-Za-z ,]{2,40}?)(?=[/\n\d]|$))?"
)


def court_fact(anatomy: Anatomy) -> Fact | None:
    """The court as its heading prints it; else what the neutral citation's code stands for."""
    flow = anatomy.flow
    window = flow.lines[: max(anatomy.body, 1_500)]
    for match in _COURT.finditer(window):
        words = " ".join(match["court"].split())
        hindi = "\u0904" <= words[0] <= "\u0939"
        if (
            _SENTENCE.search(words.lower())
            or (hindi and not _HINDI_COURT.search(words))
            or not _is_title(window, match)
        ):
            continue
        start, end = match.span("court")
        following = window[end + 1 :].split("\n")[0]
        if _A_NAME.fullmatch(words) and not hindi and _OFFICE_WORDS.search(following):  # name above, office below
            return flow.fact(
                "court", flow.written(end + 1, end + 1 + len(following)).strip(" ,:;"), start, end + 1 + len(following)
            )
        value = _IN_THE.sub("", flow.written(start, end).strip(" ,:;-।"))
        value = "SUPREME COURT OF INDIA" if re.sub(r"\s", "", value) == "SUPREMECOURTOFINDIA" else value
        return flow.fact("court", _WHOSE.sub("", value), start, end)
    return _by_citation(anatomy) or _by_signature(anatomy)


def _is_title(text: str, match: re.Match[str]) -> bool:
    """A heading stands on lines of its own; "the High Court of X dismissed" is a sentence."""
    after = text[match.end() : match.end() + 12]
    return not re.match(r"\s?[a-z]{2}", after.replace("\n", " ")) or after.startswith("\n")


def _by_signature(anatomy: Anatomy) -> Fact | None:
    """The office below the signature of an order sheet without a heading, with its place when that stands there."""
    flow = anatomy.flow
    match = SIGNED_BELOW.search(flow.lines, anatomy.tail)
    if match is None:
        return None
    start = flow.lines.find("\n", match.end("name")) + 1
    office = _OFFICE.match(flow.lines, start)
    if office is None:
        return None
    value = ", ".join(part for part in (flow.written(*office.span("office")), (office["place"] or "").strip()) if part)
    return flow.fact(
        "court",
        value.strip(" ,"),
        office.start("office"),
        office.end("place") if office["place"] else office.end("office"),
    )


def _by_citation(anatomy: Anatomy) -> Fact | None:
    found = neutral_citation(anatomy.flow)
    if found is None:
        return None
    match = CITATION.search(found.value)
    code = (match["code"] or "INSC") if match else ""
    court = CITATION_COURTS.get(code) or CITATION_COURTS.get(code.split("-")[0])
    return Fact("court", court, found.page, found.quote, found.boxes) if court else None


def neutral_citation(flow: Flow) -> Fact | None:
    """The neutral citation, without spaces but for the Supreme Court's; running heads count."""
    for page in flow.pages[:3]:
        for match in CITATION.finditer(page.text):
            line = page.text[page.text.rfind("\n", 0, match.start()) + 1 : match.end() + 60].split("\n")[0]
            if len(line) - len(match[0]) < 60 and not re.search(r"\bv(?:s|ersus)?\.?\s", line):
                value = " ".join(match[0].split()) if "INSC" in match[0] else "".join(match[0].split())
                return Fact("neutral_citation", value, page.number, match[0], page.boxes(match.start(), match.end()))
    return None
