"""The numbers of an order's case: CNR, type and number of the case. Knows no FIR.

A CNR has 16 characters (eCourts): two of the state, two of the district, two of the establishment, six and four digits.
"""

from __future__ import annotations

import re
from typing import Final

from tools.legal.order.anatomy import Anatomy
from tools.legal.order.flow import Flow
from tools.legal.types import Fact

CASE_WINDOW: Final = 3_500
_CNR = re.compile(r"(?<![A-Z0-9])[A-Z]{2}[A-Z0-9]{2}\d{2}\s?-?\s?\d{6}\s?-?\s?(?:19|20)\d{2}(?!\d)")
_YEAR = r"(?:(?:19|20)\d\d|\d\d)"
_CASE = re.compile(
    r"(?P<type>[^\W\d_][^\n:;=]{0,90}?)[\s.:-]*"
    r"(?:\b(?:No|Nos|Number|NO|NOS|no)\b(?:\(s\)|/s)?|संख्या|क्रमांक|सं0|सं\.|नं0|नं\.|क्र\.|क्र0|नम्बर|नंबर)?[\s.:;,'\"-]*"
    rf"(?<!\d[/.-])(?<!\d)(?P<number>\d{{1,7}}(?:\s?(?:-|to|&|,)\s?\d{{1,7}}){{0,3}})\s*(?:/|of|OF|Of|\\|सन्?\s*|वर्ष\s|-)"
    rf"\s*(?P<year>{_YEAR})(?!\d|[/.-]\d)"
)
_TYPES = re.compile(
    r"\bAB\b|\bwrit\b|appeal|petition|application|appl\b|appln|revision|suit|trial|complaint|reference|bail|\bcase\b|W\.?\s?P|"
    r"S\.?L\.?P|C\.?R\.?R|M\.?Cr\.?C|"
    r"C\.?R\.?M\b|CRM|CRL|Cr\.?\s?(?:A|M|R|Misc)|CRA|FAO|RFA|RSA|LPA|M\.?A\.?C|O\.?A|O\.?S|C\.?S\.?|S\.?C\.?|S\.?T\.?|C\.?C\.?|"
    r"C\.?T|BLAPL|ABLAPL|B\.?A|A\.?B\.?A|MFA|CMA|"
    r"W\.?A|R\.?P|O\.?P|I\.?A|FIRST\s+APPEAL|DV|HMA|EP|M\.?P|CA\b|SB|DB|BA|MACP|MVC|GR|PCR|CONMT|COCP|CWP|CR\b|Misc|"
    r"SCA|Adalat|\bM\.?T\b|"
    r"अपील|याचिका|आवेदन|जमानत|निगरानी|पुनरीक्षण|वाद|प्रकरण|परिवाद|सत्र|मुकदमा|प्रार्थना|विविध|इजराय|रिट",
    re.I,
)
_NOT_A_CASE = re.compile(
    r"\bF\.?I\.?R|crime|\bC\.?R\.?\s*No|case\s+crime|police|P\.?\s?S\.?\s*case|(?<!NI )\bAct\b|section|dated|"
    r"order\s+no|letter|notification|court\s+no|enrol|"
    r"item|sr\.?\s?no|page|date|मु0?\s?अ|अपराध|कांड|अ0सं|धारा|थाना|प्राथमिकी|arising|against|अभियोग|माह",
    re.I,
)
_LABEL = re.compile(
    r"^\W*(?:(?:\d{1,3}\W+)?(?:in\s+)?case\s*(?::|:-|-)|in\s+the\s+matter\s+of|\(?\d{1,3}[.)]\s)\W*", re.I
)
_NUMBER_WORD = re.compile(r"\s+No(?:s|\(s\))?\b\.?\s*[A-Z/. ]*$")
_DATED = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")


def cnr_fact(flow: Flow) -> Fact | None:
    """The CNR without hyphens or spaces."""
    for page in flow.pages[:3]:
        for match in _CNR.finditer(page.text):
            value = re.sub(r"[\s-]", "", match[0])
            if len(value) == 16:
                return Fact("cnr", value, page.number, match[0], page.boxes(match.start(), match.end()))
    return None


def case_facts(anatomy: Anatomy) -> dict[str, Fact]:
    """Type and number of the case from the heading's first line that has both; the number as "123/2024"."""
    flow = anatomy.flow
    limit = min(len(flow.lines), max(anatomy.body, min(CASE_WINDOW, anatomy.body + 300), 400))
    for match in sorted(_CASE.finditer(flow.lines, 0, limit), key=_form):
        kind = match["type"]
        label = _LABEL.match(kind)
        start = match.start("type") + (label.end() if label else 0)
        name = flow.lines[start : match.end("type")].strip(" .,:;-_=*#/")
        if not _is_case(name, flow.lines, match):
            continue
        name = _NUMBER_WORD.split(name)[0] or name
        at = flow.lines.find(name, start)
        number = re.sub(r"\s+", "", match["number"]) + "/" + match["year"]
        return {
            "case_type": flow.fact("case_type", flow.written(at, at + len(name)), at, at + len(name)),
            "case_number": flow.fact("case_number", number, match.start("number"), match.end("year")),
        }
    return {}


def _form(match: re.Match[str]) -> bool:
    """Whether number and year are parted by a mere hyphen, as in the names of files."""
    return bool(re.search(r"\d\s?-\s?\d{2,4}$", match[0]))


def _is_case(name: str, lines: str, match: re.Match[str]) -> bool:
    line = lines[lines.rfind("\n", 0, match.start()) + 1 : lines.find("\n", match.end())]
    if _NOT_A_CASE.search(name) or not _TYPES.search(name) or len(name) > 80 or _DATED.search(match[0]):
        return False
    return len(re.findall(r"\b[a-z]{3,}\b", line)) < 9
