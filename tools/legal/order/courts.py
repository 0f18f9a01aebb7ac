"""Which court made an order and who sat: from the heading, the coram, the signature, or a neutral citation's code.

Only what is printed: an order that names no court has none. Knows no case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tools.legal.evidence import listed
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.flow import Flow
from tools.legal.types import Fact

MOST_JUDGES: Final = 13
SIGNATURES: Final = 1_500  # characters at the end in which a bench signs
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
_HONOUR = (
    r"(?:the\s+)?(?:hon'?ble|hon'?able|honou?rable|hon\.?)"
    r"\s*(?:the\s+)?(?:(?:acting\s+)?chief\s+justice\s*)?(?:(?:mrs|mr|ms|dr|smt|shri|sri|kumari)\b)?\.?\s*"
    r"(?:(?:mrs|mr|ms|dr|smt|shri|sri)\b\.?\s*)?(?:justice\s+)?(?:\(?(?:smt|dr|mrs|ms|mr)\.?\)?\s*)?"
)
_NAME = r"[A-Z][A-Za-z']*(?:(?:\.[ -]{0,2}|[ -]{1,2})(?:[A-Z][A-Za-z']*|@)){0,7}\.?"
_JUDGE = re.compile(rf"(?i:{_HONOUR})(?P<name>{_NAME})")
_CORAM = re.compile(
    r"^\W*(?:C\s?O\s?R\s?A\s?M|BENCH|Before|PRESENT|BEFORE)\b\s*[:;.-]*\s*(?P<rest>[^\n]*(?:\n[^\n]*){0,5})",
    re.M | re.I,
)
_NO_JUDGE = re.compile(r"[^\n]*\b(?:tribunal|commission|adalat|forum|board|authority)\b", re.I)
"""After "before": the body that decides, whose judge is named elsewhere."""
_SIGNED = re.compile(
    rf"(?P<names>{_NAME}(?:\s?(?:,|&|and|AND)\s?{_NAME}){{0,8}})\s*,?\s*\b(?:C\.?J\.?I?|JJ|J|JUDGE)\b\.?(?=\W|$)"
)
_PRESIDING = re.compile(
    r"(?:Presiding\s+Officer|Presided\s+(?:over\s+)?by|Presiding\s+Judge|Present(?=[^\n]{4,60}\n?[^\n]{0,40}(?:Judge|"
    r"JUDGE|Magistrate|MAGISTRATE)))\s*[:;-]+\s*(?:(?:Sh|Shri|Sri|Smt|Ms|Mr|Mrs|Dr|Miss)\b\.?\s*)?"
    rf"(?P<name>{_NAME})",
)
_OF_JUDGE = re.compile(rf"\bCOURT\s+OF\s*:?\s*(?:(?:SH|SHRI|SRI|SMT|MS|MR|MRS|DR|MISS)\b\.?\s*)(?P<name>{_NAME})", re.I)
_BENCH_SIGNED = re.compile(
    rf"[.…_-]{{2,}}\s*,?\s*(?:C\.?\s?J\.?\s?I?|J)\b\.?\s*\n\W*[\[(]\s*(?P<name>{_NAME})\s*[\])]", re.M
)
_SIGNED_BELOW = re.compile(
    rf"^\W*\(?\s*(?P<name>{_NAME})\s*\)?\W*\n\W*(?:(?:\d+(?:st|nd|rd|th)\s+)?(?:Addl|Additional|Principal|Pr|Special|"
    rf"Spl|Chief|Metropolitan|Judicial|Civil|"
    r"District|Sessions|ASJ|ACMM|CMM|MM|JMFC|CJM|ACJM|Judge|JUDGE|J\.M|Sub))",
    re.M,
)
_OFFICE = re.compile(
    r"\W*(?P<office>[^\n]*(?:Judge|JUDGE|Magistrate|MAGISTRATE|ASJ|MM|CJM|JMFC)[^\n]{0,60})"
    r"(?:\n\W*(?P<place>[A-Z][A-Za-z ,]{2,40}?)(?=[/\n\d]|$))?"
)
_HINDI_TITLE = r"(?:श्री(?:मती|मति)?|सुश्री|डा0|डॉ\.?|कु0)"
_HINDI_END = r"(?=\s*(?:[,(\n।|)]|उच्च|एच|आर\.?जे|सत्र|अपर|विशेष|न्यायाधीश|मुख्य|न्यायिक|जे0|HJS|$))"
_HINDI_JUDGE = re.compile(
    r"(?:^\W*(?:पीठासीन\s+अधिकारी|समक्ष|उपस्थित)\s*[:;-]+\s*(?:माननीय\s+)?(?:न्यायमूर्ति\s+)?|माननीय\s+न्यायमूर्ति\s+|"
    rf"(?:पीठासीन\s+अधिकारी|समक्ष|उपस्थित|न्यायाधीश|न्यायमूर्ति)\s*[:;,-]*\s*(?={_HINDI_TITLE}))"
    rf"(?P<name>(?:{_HINDI_TITLE})?\s*[\u0900-\u097f. ]{{3,50}}?){_HINDI_END}",
    re.M,
)
_HINDI_SIGNED = re.compile(
    r"^\W*\(\s*(?P<name>[\u0900-\u097f. ]{4,40})\s*\)\W*\n\W*(?=[^\n]{0,60}(?:न्यायाधीश|मजिस्ट्रेट|जज|दण्डाधिकारी|"
    r"दंडाधिकारी))",
    re.M,
)
_NO_NAME = re.compile(
    r"\b(?:court|judge|state|versus|advocate|counsel|petitioner|respondent|order|judgment|dated?|appeal|appellant|"
    r"criminal|civil|bench|new\s+delhi|"
    r"jurisdiction|union|for\b|the\b|learned|application|present|police)\b|^(?:\w ){3}",
    re.I,
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
    match = _SIGNED_BELOW.search(flow.lines, anatomy.tail)
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


def bench_fact(anatomy: Anatomy) -> Fact | None:
    """The judges, without titles; each with the words that name him or her."""
    for source in (_coram, _presiding, _signed):
        if found := listed("bench", list(source(anatomy))[:MOST_JUDGES]):
            return found
    return None


def _coram(anatomy: Anatomy) -> Iterator[Fact]:
    flow = anatomy.flow
    limit = max(anatomy.body + 200, 2_500)
    for match in _CORAM.finditer(flow.lines, 0, limit):
        if match[0].strip().lower().startswith("present") and not re.search(
            r"justice|judge|,\s?J\b", match["rest"][:90], re.I
        ):
            continue
        if _NO_JUDGE.match(match["rest"]):
            continue
        block = re.split(
            r"\n(?=[^\n]*\b(?:Advocate|counsel|For\b|Present|Date|Dated|ORDER|JUDG|Reserved|Counsel)\b)|\n\s*\n",
            match["rest"],
        )[0]
        found = list(_names_in(flow, match.start("rest"), match.start("rest") + len(block)))
        if found:
            yield from found
            return
    for match in _JUDGE.finditer(flow.lines, 0, limit):
        line = flow.lines[flow.lines.rfind("\n", 0, match.start()) + 1 : flow.lines.find("\n", match.end())]
        if re.match(r"\s*(?:the\s+)?hon", line.strip(), re.I) and len(line) < 110:
            yield from _one(flow, match.start(), match.start("name"), match.end("name"))


def _names_in(flow: Flow, start: int, end: int) -> Iterator[Fact]:
    block = flow.lines[start:end]
    honoured = list(_JUDGE.finditer(block))
    for match in honoured:
        yield from _one(flow, start + match.start(), start + match.start("name"), start + match.end("name"))
    if not honoured:
        yield from _signature_names(flow, flow.text, start, end)
        if not _SIGNED.search(block):
            first = block.strip().split("\n")[0]
            for match in re.finditer(_NAME, first):
                yield from _one(
                    flow,
                    start + block.find(first) + match.start(),
                    start + block.find(first) + match.start(),
                    start + block.find(first) + match.end(),
                )


def _signature_names(flow: Flow, text: str, start: int, end: int) -> Iterator[Fact]:
    for match in _SIGNED.finditer(text, start, end):
        for name in re.finditer(_NAME, re.sub(r"\b(?:and|AND)\b", ", , ", match["names"])[: len(match["names"])]):
            yield from _one(
                flow,
                match.start("names") + name.start(),
                match.start("names") + name.start(),
                match.start("names") + name.end(),
            )


def _presiding(anatomy: Anatomy) -> Iterator[Fact]:
    flow = anatomy.flow
    window = max(anatomy.body + 200, 2_500)
    for pattern in (_PRESIDING, _OF_JUDGE, _HINDI_JUDGE):
        for match in pattern.finditer(flow.lines, 0, window):
            yield from _one(flow, match.start(), match.start("name"), match.end("name"))


def _signed(anatomy: Anatomy) -> Iterator[Fact]:
    flow, end = anatomy.flow, len(anatomy.flow.lines)
    for match in _BENCH_SIGNED.finditer(flow.lines, max(0, end - SIGNATURES)):
        yield from _one(flow, match.start("name"), match.start("name"), match.end("name"))
    for match in (*_SIGNED_BELOW.finditer(flow.lines, anatomy.tail), *_HINDI_SIGNED.finditer(flow.lines, anatomy.tail)):
        yield from _one(flow, match.start("name"), match.start("name"), match.end("name"))
    yield from _signature_names(flow, flow.lines, max(0, end - 500), end)
    yield from _signature_names(flow, flow.lines, 0, max(anatomy.body + 120, 1_500))


def _one(flow: Flow, first: int, start: int, end: int) -> Iterator[Fact]:
    name = re.split(r"\s{2,}", flow.text[start:end].strip())[0]
    name = re.sub(r"[,\s]+(?:J|JJ|CJ|CJI|C\.J|JUDGE|J\.M)\.?$", "", name).strip(" ,.-()@")
    name = re.sub(
        r"^(?:(?:Mr|Mrs|Ms|Dr|Smt|Shri|Sri|Sh|JUSTICE|Justice)\b\.?\s*|(?:श्रीमती|श्रीमति|श्री|सुश्री|डा0|डॉ\.?)"
        r"(?=[\s.])[\s.]*)+",
        "",
        name,
        flags=re.I,
    ).strip(" .")
    if 3 <= len(name) <= 60 and not _NO_NAME.search(name) and len(re.findall(r"[^\W\d_]", name)) >= 3:
        at = flow.text.find(name, start, end)
        yield flow.fact(
            "bench", flow.written(at, at + len(name)), first if start - first < 90 else start, at + len(name)
        )
