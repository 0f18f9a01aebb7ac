"""Which judges made an order: from the coram, the name of the presiding officer, or the signature.

Names stand without titles and offices. Knows no court.
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
SIGNED_BELOW = re.compile(
    rf"^\W*\(?\s*(?P<name>{_NAME})\s*\)?\W*\n\W*(?:(?:\d+(?:st|nd|rd|th)\s+)?(?:Addl|Additional|Principal|Pr|Special|"
    rf"Spl|Chief|Metropolitan|Judicial|Civil|"
    r"District|Sessions|ASJ|ACMM|CMM|MM|JMFC|CJM|ACJM|Judge|JUDGE|J\.M|Sub))",
    re.M,
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
    for match in (*SIGNED_BELOW.finditer(flow.lines, anatomy.tail), *_HINDI_SIGNED.finditer(flow.lines, anatomy.tail)):
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
