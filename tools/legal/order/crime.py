"""The police case behind an order: FIR number and date, police station, district, and since when someone is held.

The first FIR that the heading or the body names is the one of the case; those of antecedents come later.
"""

from __future__ import annotations

import re
from typing import Final

from tools.legal.dates import dates_in
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.flow import Flow
from tools.legal.types import Fact

BODY: Final = 1_200  # characters of the body in which the case's sections and police station are named
HEADING_LINE: Final = 45  # characters that a line of a heading has at most
AROUND: Final = 320  # characters around the FIR's number in which its station, district and date stand
_NUMBER = (
    r"(?P<number>[IVX]{0,3}-?\s?\d{1,14}(?:\s?(?:/|of\s|OF\s|सन्?\s|वर्ष\s|\\|[Yy][Ee][Aa][Rr][\s-]{0,3})\s?(?:19|"
    r"20)?\d{2})?)(?![\d/])"
)
_FIR = re.compile(
    r"(?:\bF\.?\s?I\.?\s?R\.?|\b(?:case\s+)?crime|\bC\.?\s?R\.?|\bfirst\s+information\s+report|\bP\.?\s?S\.?\s+case|"
    r"\bpolice\s+station\s+case|\bP\.?S\.?\s+[A-Z][A-Za-z]+(?:\s+[A-Z][A-Za-z]+)?\s+case|"
    r"\bpolice\s+case|मु(?:कदमा)?0?\.?\s?अ(?:पराध)?0?\.?\s?(?:सं(?:ख्या|0)?)?|मु0\s?नं?0?|अपराध|अप\.?|अ0\s?सं|कांड|"
    r"काण्ड|प्राथमिकी|प्रथम\s+सूचना\s+रिपोर्ट|एफ\.?\s?आई\.?\s?आर\.?|मुकदमा)"
    r"[\s.:-]*(?:bearing\s+)?(?:registration\s+)?(?:\b(?:number|nos?|NO|No)\b|संख्या|क्रमांक|क्र0|सं0|नं0|सं|नं|क्र|"
    r"नम्बर|नंबर)?[\s.:-]{0,4}" + _NUMBER,
    re.I,
)
_DATED = re.compile(
    r"^[\s,)]*(?:,?\s*(?:registered|lodged))?\s*(?:dated|dt|dtd|date|on|दिनांक|दिनांकित|दि0)\W{0,4}$", re.I
)
_REGISTERED = re.compile(r"\b(?:registered|lodged|dated)\b[^.;]{0,60}$|(?:पंजीकृत|दर्ज)[^।]{0,30}दिनांक\s*$", re.I)
_OTHER_PAPER = re.compile(r"\b(?:order|vide|notice|charge|judg|bail|arrest)", re.I)
_NAME = r"[A-Z][A-Za-z.']*(?:[ \n-]+(?:[A-Z][A-Za-z.']*|of|and|\d{1,3})){0,5}?"
_END = (
    r"(?=\s*(?:[,;:()।|]|\.\s|\.$|\bin\b|\bfor\b|\b[Uu]nder\b|\b[Uu]/[Ss]|\bDist|\bdist|\bDISTRICT|\bregistered|"
    r"\bwhich|\bwherein|\bdated|\bof\b|\bwith\b|\bon\b|\bat\b|\bis\b|\bwas\b|\band\b|\bvide\b|-\s|[=_*]{2}|\n|$))"
)
_STATIONS = (
    re.compile(
        rf"\b(?:Police\s+Station|POLICE\s+STATION|Thana|THANA|P\.\s?S\.(?=\W|[A-Z])|P\.?\s?S\b\.?|police\s+station)"
        rf"\s*[:\-.–]*\s*(?:-\s*)?(?P<name>(?!Case|No\b|State){_NAME}){_END}"
    ),
    re.compile(
        r"(?P<name>[A-Z][A-Za-z.'()-]*(?:[ \n](?:\(?[A-Z][A-Za-z.'()-]*)){0,3})[ \n](?:Police\s+Station|P\.\s?S\.|PS\b|"
        r"police\s+station)"
    ),
    re.compile(
        r"(?P<name>(?!के\s|की\s|में\s|से\s|अन्तर्गत|अंतर्गत|एवं\s|तथा\s)[\u0900-\u097f]+(?:\s[\u0900-\u097f]+)?)\s+थाना\s+का(?:ण्|ं)ड"
    ),
    re.compile(
        r"(?:थाना|पुलिस\s+थाना|आरक्षी\s+केन्द्र|आरक्षी\s+केंद्र)\s*[:-]*\s*(?P<name>(?!प्रभारी|हाजा|काण्ड|कांड|पुलिस|द्वारा|पर|"
        r"में)[\u0900-\u097f0.]+(?:\s(?!जिला|जनपद|में|के|द्वारा|की|को|पर|धारा|अंतर्गत|अन्तर्गत|दिनांक|से|का|ने|तहसील|"
        r"मु0|अपराध)[\u0900-\u097f0.]+){0,2})"
    ),
)
_DISTRICTS = (
    re.compile(
        rf"\b(?:District|Distt?\.?|DISTRICT|DISTT\.?|Dist\.)\s*[:\-,.–]*\s*(?P<name>(?!Court|Judge|and|Magistrate|"
        rf"Jail|Attorney|&){_NAME}){_END}"
    ),
    re.compile(
        r"(?:जिला|जनपद)\s*[:-]*\s*(?P<name>(?!न्यायालय|एवं|कारागार|न्यायाधीश|मजिस्ट्रेट|शासकीय|जेल|अभियोजन|मुख्यालय)"
        r"[\u0900-\u097f.]{2,20}(?:\s(?:नगर|देहात|शहर|ग्रामीण)|\s(?!का\s|के\s|की\s|में\s|को\s|से\s|ने\s|दिनांक|धारा|"
        r"थाना|द्वारा|तथा|एवं|राज्य)[\u0900-\u097f]{2,16}(?=\s*[,।()|:-]|\s(?:का|के|की|में|को)\s|\s*$))?)"
    ),
)
_CHARGED = re.compile(r"\bsections?\b|\bu/s|धारा", re.I)
_ADDRESS = re.compile(r"\br/o\b|\bresid|निवासी|\bs/o\b|पुत्र", re.I)
_NO_NAME = re.compile(r"\b(?:Act|I\.?P\.?C|B\.?N\.?S|Cr\.?P\.?C|Section|FIR|Case|Courts?|COURTS?|CASE|State|Code)\b")
_HELD = re.compile(
    r"\b(?:in\s+(?:judicial\s+|jail\s+|actual\s+)?(?:custody|jail|detention)|incarcerated|behind\s+(?:the\s+)?bars|"
    r"languishing\s+in\s+jail|lodged\s+in\s+jail|confined)\b[^.;]{0,40}?\b(?:since|from|w\.?e\.?f\.?)"
    r"\W{1,3}(?:the\s+)?(?:last\s+)?$|"
    r"\b(?:arrested|apprehended|taken\s+into\s+custody|date\s+of\s+(?:his\s+)?arrest|surrendered|"
    r"remanded(?:\s+to\s+\w+\s+custody)?)\b[^.;]{0,50}?(?:\bon|\bsince|\bis|[:-])\s*(?:the\s+)?$|"
    r"(?:गिरफ्तार|निरुद्ध|अभिरक्षा|हिरासत|रिमाण्ड)[^।]{0,50}(?:दिनांक|दि0|ता0|तारीख)?\s*$|दिनांक\s*$",
    re.I,
)
_HELD_AFTER = re.compile(r"^\s*(?:से|को)\s+[^।)\d]{0,40}?(?:निरुद्ध|अभिरक्षा|हिरासत|जेल|कारागार|गिरफ्तार)")
_OTHERS = re.compile(r"\b(?:co-?accused|deceased|complainant|witness|informant)\b[^.;]{0,60}$|सह-?अभियुक्त", re.I)


def crime_facts(anatomy: Anatomy, *, before_arrest: bool = False) -> dict[str, Fact]:
    """Number and date of the FIR, police station, district, first day in custody.

    `before_arrest` is for requests for anticipatory bail: whoever makes one is not in custody.
    """
    flow = anatomy.flow
    found: dict[str, Fact | None] = {}
    numbers = [match for match in _FIR.finditer(flow.text) if _plausible(match)]
    if numbers:
        value = _normal(numbers[0]["number"])
        found["fir_number"] = flow.fact("fir_number", value, numbers[0].start(), numbers[0].end())
        same = [match for match in numbers if _normal(match["number"]) == value]
        found["fir_date"] = next((day for match in same if (day := _fir_date(flow, match))), None)
    for key, patterns in (("police_station", _STATIONS), ("district", _DISTRICTS)):
        found[key] = _near(flow, key, patterns, numbers[0]) if numbers else _in_heading(anatomy, key, patterns)
    found["arrest_date"] = None if before_arrest else _arrest(anatomy)
    return {key: fact for key, fact in found.items() if fact}


def _plausible(match: re.Match[str]) -> bool:
    """A number without a year needs the word "No." or a date after it, and is no account's or telephone's."""
    if re.fullmatch(r"\D*\d{7,}", match["number"]):
        return False
    if re.search(r"/|of|year|सन|वर्ष|\\", match["number"], re.I):
        return True
    return (
        bool(re.search(r"\b(?:nos?|number)\b|संख्या|क्रमांक|सं|नं|क्र", match[0], re.I))
        and int(re.sub(r"\D", "", match["number"]) or 0) > 0
    )


def _normal(number: str) -> str:
    number = re.sub(r"\s*(?:of|OF|Of|/|\\|सन्?|वर्ष|[Yy][Ee][Aa][Rr][\s-]*)\s*(?=\d)", "/", number.strip())
    return re.sub(r"\s+", "", number).strip("-")


def _fir_date(flow: Flow, number: re.Match[str]) -> Fact | None:
    after = flow.text[number.end() : number.end() + 90]
    for day in dates_in(after):
        before = after[: day.start]
        if _DATED.match(before) or (_REGISTERED.search(before) and not _OTHER_PAPER.search(before)):
            return flow.fact("fir_date", day.value, number.end() + day.start, number.end() + day.end)
        break
    return None


def _near(flow: Flow, key: str, patterns: tuple[re.Pattern[str], ...], number: re.Match[str]) -> Fact | None:
    """The name nearest to the FIR's number, else the first of the document's beginning."""
    near = max(0, number.start() - AROUND), min(number.end() + AROUND, len(flow.text))
    for text, (start, end) in ((flow.text, near), (flow.lines, near), (flow.text, (0, min(3_000, len(flow.text))))):
        for pattern in patterns:
            matches = [
                match
                for match in pattern.finditer(text, start, end)
                if _is_name(match) and (text is flow.text or _ends_line(flow, match))
            ]
            if matches:
                return _name_fact(flow, key, min(matches, key=lambda match: abs(match.start() - number.end())))
    return None


def _ends_line(flow: Flow, match: re.Match[str]) -> bool:
    """Whether a name is its line's last and the next line begins anew, as in a heading."""
    line = flow.lines[flow.lines.rfind("\n", 0, match.start()) + 1 : match.end()]
    return len(line) < HEADING_LINE and flow.lines[match.end() : match.end() + 1] in ("\n", "")


def _in_heading(anatomy: Anatomy, key: str, patterns: tuple[re.Pattern[str], ...]) -> Fact | None:
    """Without an FIR the name counts beside the sections, or on a heading's line of its own: parties have addresses."""
    flow = anatomy.flow
    for match in patterns[0].finditer(flow.text, 0, anatomy.body + BODY):
        line = flow.lines[flow.lines.rfind("\n", 0, match.start()) + 1 : match.start()]
        before = flow.text[max(0, match.start() - 160) : match.start()]
        charged = _CHARGED.search(before) and not _ADDRESS.search(before)
        titled = (
            not line.strip()
            and match.start() < anatomy.body
            and key == "police_station"
            and not _ADDRESS.search(before)
        )
        if _is_name(match) and (charged or titled):
            return _name_fact(flow, key, match)
    return None


def _is_name(match: re.Match[str]) -> bool:
    name = match["name"].strip(" .,-()")
    return len(name) > 1 and not _NO_NAME.search(name)


def _name_fact(flow: Flow, key: str, match: re.Match[str]) -> Fact:
    name = match["name"].split("।")[0].rstrip(" .,-(")
    name = re.split(r"(?<=[^\W\d_]{4})\.\s", name)[0].rstrip(".")
    name = re.sub(r"^(?:the|with|at|in|of|The)\s+", "", name)
    start = flow.text.find(name, match.start("name"))
    if row := re.search(r"\n\d{1,2}$", flow.lines[start : start + len(name)]):  # the number of a table's next row
        name = name[: row.start()]
    return flow.fact(key, flow.written(start, start + len(name)), start, start + len(name))


def _arrest(anatomy: Anatomy) -> Fact | None:
    flow = anatomy.flow
    limit = len(flow.text)
    for day in dates_in(flow.text[:limit]):
        before = flow.text[max(0, day.start - 110) : day.start]
        before = re.split(r"[.;।]\s(?=[A-Z\u0904-\u0939])", before)[-1]
        match = _HELD.search(before)
        if not match or _OTHERS.search(before) or anatomy.quoted(day.start):
            continue
        if match[0].startswith("दिनांक") and not _HELD_AFTER.match(flow.text[day.end : day.end + 70]):
            continue
        return flow.fact("arrest_date", day.value, day.start, day.end)
    return None
