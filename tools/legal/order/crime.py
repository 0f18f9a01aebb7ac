"""The police case behind an order: FIR number and date, police station, district, and since when someone is held.

The first FIR that the heading or the body names is the one of the case; those of antecedents come later. Knows no section.
"""

from __future__ import annotations

import re
from typing import Final

from tools.legal.dates import dates_in
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.flow import Flow
from tools.legal.types import Fact

AROUND: Final = 320  # characters around the FIR's number in which its station, district and date stand
_NUMBER = r"(?P<number>[IVX]{0,3}-?\s?\d{1,6}(?:\s?(?:/|of\s|OF\s|सन्?\s|वर्ष\s|\\)\s?(?:19|20)?\d{2})?)(?![\d/])"
_FIR = re.compile(
    r"(?:\bF\.?\s?I\.?\s?R\.?|\b(?:case\s+)?crime|\bC\.?\s?R\.?|\bfirst\s+information\s+report|\bP\.?\s?S\.?\s+case|\bpolice\s+station\s+case|\bP\.?S\.?\s+[A-Z][A-Za-z]+(?:\s+[A-Z][A-Za-z]+)?\s+case|"
    r"\bpolice\s+case|मु(?:कदमा)?0?\.?\s?अ(?:पराध)?0?\.?\s?(?:सं(?:ख्या|0)?)?|मु0\s?नं?0?|अपराध|अप\.?|अ0\s?सं|कांड|काण्ड|प्राथमिकी|प्रथम\s+सूचना\s+रिपोर्ट|एफ\.?\s?आई\.?\s?आर\.?|मुकदमा)"
    r"[\s.:-]*(?:bearing\s+)?(?:registration\s+)?(?:\b(?:number|nos?|NO|No)\b|संख्या|क्रमांक|क्र0|सं0|नं0|सं|नं|क्र|नम्बर|नंबर)?[\s.:-]{0,4}"
    + _NUMBER,
    re.I,
)
_DATED = re.compile(
    r"^[\s,)]*(?:,?\s*(?:registered|lodged))?\s*(?:dated|dt|dtd|date|on|दिनांक|दिनांकित|दि0)\W{0,4}$", re.I
)
_NAME = r"[A-Z][A-Za-z.']*(?:[ \n-]+(?:[A-Z(][A-Za-z.')]*|of|and|\d{1,3}))*?"
_END = r"(?=\s*(?:[,;:()।|]|\.\s|\.$|\bin\b|\bfor\b|\b[Uu]nder\b|\b[Uu]/[Ss]|\bDist|\bdist|\bDISTRICT|\bregistered|\bwhich|\bwherein|\bdated|\bof\b|\bwith\b|\bon\b|\bat\b|\bis\b|\bwas\b|\band\b|\bvide\b|-\s|\n|$))"
_STATIONS = (
    re.compile(
        rf"\b(?:Police\s+Station|POLICE\s+STATION|P\.?\s?S\.?|PS|police\s+station)\s*[:\-,.–]*\s*(?:-\s*)?(?P<name>(?!Case|No\b|State){_NAME}){_END}"
    ),
    re.compile(
        r"(?P<name>[A-Z][A-Za-z.'()-]*(?:[ \n](?:[A-Z][A-Za-z.'()-]*)){0,3})[ \n](?:Police\s+Station|P\.\s?S\.|PS\b|police\s+station)"
    ),
    re.compile(
        r"(?:थाना|पुलिस\s+थाना|आरक्षी\s+केन्द्र|आरक्षी\s+केंद्र)\s*[:-]*\s*(?P<name>(?!प्रभारी|हाजा|पुलिस|द्वारा|पर|में)[\u0900-\u097f0.]+(?:\s(?!जिला|जनपद|में|के|द्वारा|की|को|पर|धारा|अंतर्गत|अन्तर्गत|से|का|ने|तहसील|मु0|अपराध)[\u0900-\u097f0.]+){0,2})"
    ),
)
_DISTRICTS = (
    re.compile(
        rf"\b(?:District|Distt?\.?|DISTRICT|DISTT\.?|Dist\.)\s*[:\-,.–]*\s*(?P<name>(?!Court|Judge|and|Magistrate|Jail|Attorney|&){_NAME}){_END}"
    ),
    re.compile(
        r"(?:जिला|जनपद)\s*[:-]*\s*(?P<name>(?!न्यायालय|एवं|कारागार|न्यायाधीश|मजिस्ट्रेट|शासकीय|जेल|अभियोजन)[\u0900-\u097f.]{2,20}(?:\s(?:नगर|देहात|शहर|ग्रामीण))?)"
    ),
)
_HELD = re.compile(
    r"\b(?:in\s+(?:judicial\s+|jail\s+|actual\s+)?(?:custody|jail|detention)|incarcerated|behind\s+(?:the\s+)?bars|languishing\s+in\s+jail|lodged\s+in\s+jail|confined)\b[^.;]{0,40}?\b(?:since|from|w\.?e\.?f\.?)\W{1,3}(?:the\s+)?(?:last\s+)?$|"
    r"\b(?:arrested|apprehended|taken\s+into\s+custody|date\s+of\s+(?:his\s+)?arrest|surrendered|remanded(?:\s+to\s+\w+\s+custody)?)\b[^.;]{0,50}?(?:\bon|\bsince|\bis|[:-])\s*(?:the\s+)?$|"
    r"(?:गिरफ्तार|निरुद्ध|अभिरक्षा|हिरासत|रिमाण्ड)[^।]{0,50}(?:दिनांक|दि0|ता0|तारीख)?\s*$|दिनांक\s*$",
    re.I,
)
_HELD_AFTER = re.compile(r"^\s*(?:से|को)\s+[^।]{0,40}?(?:निरुद्ध|अभिरक्षा|हिरासत|जेल|कारागार|गिरफ्तार)")
_OTHERS = re.compile(r"\b(?:co-?accused|deceased|complainant|witness|informant)\b[^.;]{0,60}$|सह-?अभियुक्त", re.I)


def crime_facts(anatomy: Anatomy) -> dict[str, Fact]:
    """Number and date of the FIR, police station, district, first day in custody."""
    flow = anatomy.flow
    found: dict[str, Fact] = {}
    number = next((m for m in _FIR.finditer(flow.text) if _plausible(flow, m)), None)
    near = (0, max(anatomy.body, 1_500))
    if number:
        near = (max(0, number.start() - AROUND), min(len(flow.text), number.end() + AROUND))
        value = _normal(number["number"])
        found["fir_number"] = flow.fact("fir_number", value, number.start(), number.end())
        if day := _fir_date(flow, number):
            found["fir_date"] = day
    for key, patterns in (("police_station", _STATIONS), ("district", _DISTRICTS)):
        if fact := _named(flow, key, patterns, near, number.end() if number else 0):
            found[key] = fact
    if held := _arrest(anatomy):
        found["arrest_date"] = held
    return found


def _plausible(flow: Flow, match: re.Match[str]) -> bool:
    """A number without a year needs the word "No." or a date after it."""
    if re.search(r"/|of|सन|वर्ष|\\", match["number"], re.I):
        return True
    return (
        bool(re.search(r"\b(?:nos?|number)\b|संख्या|क्रमांक|सं|नं|क्र", match[0], re.I))
        and int(re.sub(r"\D", "", match["number"]) or 0) > 0
    )


def _normal(number: str) -> str:
    number = re.sub(r"\s*(?:of|OF|Of|/|\\|सन्?|वर्ष)\s*(?=\d)", "/", number.strip())
    return re.sub(r"\s+", "", number).strip("-")


def _fir_date(flow: Flow, number: re.Match[str]) -> Fact | None:
    after = flow.text[number.end() : number.end() + 90]
    for day in dates_in(after):
        if _DATED.match(after[: day.start]) or re.search(
            r"\b(?:registered|lodged|dated)\b[^.;]{0,60}$|दिनांक\s*$", after[: day.start], re.I
        ):
            return flow.fact("fir_date", day.value, number.end() + day.start, number.end() + day.end)
        break
    return None


def _named(
    flow: Flow, key: str, patterns: tuple[re.Pattern[str], ...], near: tuple[int, int], after: int
) -> Fact | None:
    """The name nearest to the FIR's number; without a number the heading's first."""
    windows = (near, (0, 3_000)) if after else (near,)
    matches: list[re.Match[str]] = []
    for window in windows:
        found = (match for pattern in patterns for match in pattern.finditer(flow.text, *window))
        matches = matches or [match for match in found if len(match["name"].strip(" .,-()")) > 1]
    if not matches:
        return None
    best = min(matches, key=lambda match: abs(match.start() - after)) if after else matches[0]
    start, end = best.span("name")
    name = flow.text[start:end].rstrip(" .,-(")
    name = re.split(r"(?<=[^\W\d_]{4})\.\s", name)[0].rstrip(".")
    name = re.sub(r"^(?:the|with|at|in|of|The)\s+", "", name)
    start = flow.text.find(name, start)
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
