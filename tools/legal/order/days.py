"""The days of an order: when it was made, reserved and heard, and when the case goes on and what for.

A date belongs to the label before it. Dates of impugned orders, of FIRs and of digital signatures are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from tools.legal.dates import Found, dates_in, parsed
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.flow import Flow
from tools.legal.order.outcome import clause_around
from tools.legal.types import Fact

NEAR: Final = 60  # characters between the words that announce a next date and the date
AFTER_TITLE: Final = 110  # characters after "JUDGMENT" in which its day may stand
PURPOSE_AT_MOST: Final = 120
_SURE = re.compile(
    r"(?:order\s+date|order\s+no\.?\s*\d{1,4}\s*,?\s*(?:dated|dt\.?)|date\s+of\s+(?:the\s+)?(?:order|decision|judge?ment|pronouncement|delivery)|(?:judge?ment\s+|"
    r"order\s+)?(?:pronounced|decided|announced|dictated)\s+"
    r"(?:\w+\s+){0,4}?(?:on|this)|pronounced|decided\s+on|delivered\s+(?:in\s+(?:the\s+)?open\s+court\s+)?on|(?:आदेश|निर्णय)\s+(?:की\s+)?(?:दिनांक|तिथि|तारीख|दि0)|"
    r"(?:घोषित|उद्घोषित|पारित|सुनाया)\s+(?:करने\s+की\s+)?(?:दिनांक|तिथि)|"
    r"निर्णय\s+घोषित)[\s:.,=\-–%)]*(?:the\s+|on\s+|this\s+)*(?:\w+day\s*,?\s*(?:the\s+)?)?$",
    re.I,
)
_PLAIN = re.compile(
    r"\n\W*(?:\(?(?:[Nn][Ee][Ww]\s+[Dd][Ee][Ll][Hh][Ii]|[A-Z][A-Za-z]+)\)?\s*[;,]\s*)?(?:Dated?|DATED?|Dt|DT|ON|"
    r"दिनांक|दिनाँक|दिनांकित|दि0|ता0|तारीख)(?:\s+(?:[Tt]his|[Tt]he|is|at|THIS|THE)\b)*"
    r"[^\S\n]*(?:[A-Za-z]{3,15}[^\S\n]*)?[\s:.,;=\-–]*(?:this\s+|the\s+|on\s+|THE\s+|THIS\s+)*(?:\w+(?:day|DAY)"
    r"\s*,?\s*(?:the\s+|THE\s+)?)?$"
)
_WEEKDAY = re.compile(r"\n\W*(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\W{1,3}(?:THE\s+)?$", re.I)
"""The weekday that opens a dated line of its own, as in the headings of Kerala."""
_TOLD = re.compile(r"\s*को\s+(?:घोषित|पारित|उद्घोषित|सुनाया|खुले)")
_GOES_ON = re.compile(r"[\s,]*(?:को\s+(?!घोषित|पारित|उद्घोषित|सुनाया)|के\s|से\s|द्वारा|तक\s|[a-z]{2,}\s+[a-z]{2,})")
_RESERVED = re.compile(
    r"(?:c\.?\s?a\.?\s?v\.?\s+on|reserved\s+(?:for\s+\w+\s+)?(?:on)?|date\s+of\s+reserv\w+|सुरक्षित[^।\n]{0,25})"
    r"[\s:.,=\-–]*(?:the\s+)?(?:\w+day\s*,?\s*)?$",
    re.I,
)
_HEARD = re.compile(
    r"(?:heard\s+on|date\s+of\s+(?:last\s+)?(?:hearing|arguments?)|arguments?\s+(?:\w+\s+)?(?:heard|concluded)\s+on|"
    r"hearing\s+date|सुनवाई\s+(?:की\s+)?(?:दिनांक|तिथि)|बहस\s+(?:की\s+)?(?:दिनांक|तिथि))[\s:.,=\-–]*$",
    re.I,
)
_NEXT = re.compile(
    r"\b(?:list(?:ed)?|next\s+date|put\s+up|re-?notif(?:y|ied)|adjourned|fixed|post(?:ed)?|n\.?d\.?o\.?h|"
    r"relist(?:ed)?|stands?\s+over|returnable|come\s+up|"
    r"to\s+appear|(?:custody|remand(?:ed)?)\b[^.]{0,40}\b(?:till|until|up\s?to)|produced?\s+on|appear\s+before|"
    r"next\s+(?:hearing|listing)|re-?listed|placed?|be\s+heard)\b|आगामी|अगली|नियत|पेशी|पेश\s+हो|वास्ते|प्रस्तुत\s+हो|को\s+पेश",
    re.I,
)
_AFTER_HI = re.compile(
    r"^\s*तक\s+[^।]{0,30}(?:स्वीकार|रिमाण्ड|अभिरक्षा|बढाई|भेजा)|^\s*(?:को|के\s+लिए)?\s*(?:वास्ते|पेश|नियत|हेतु|"
    r"प्रस्तुत)"
)
_PURPOSE = re.compile(
    r"\s*(?:at\s+[\d.:]+\s*[AaPp]\.?[Mm]\.?\s*)?(?:,\s*)?(?P<purpose>(?:for|before)\s+[^.;\n]{2,120})", re.I
)
_PURPOSE_HI = re.compile(
    r"(?:वास्ते|हेतु|के\s+लिए)\s+(?P<after>[^।,.\n]{3,60})|(?P<before>[^।,.\n]{3,60}?)\s+(?:हेतु|के\s+लिए)\s"
)
_PURPOSE_BEFORE_HI = re.compile(
    r"(?:वास्ते\s+(?P<after>[^।,.]{3,50}?)|(?P<purpose>\S+(?:\s\S+){0,2}?)\s+(?:हेतु|के\s+लिए))\s*(?:दिनांक|दि0|ता0|"
    r"तारीख)?\s*$"
)
_ALONE = re.compile(
    r"[\W\d]*(?:[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){0,2}|"
    r"[\u0900-\u097f]{2,12}(?:\s[\u0900-\u097f]{2,12})?)?\W*(?:/\s?[a-zA-Z]{1,8})?\W*"
)
_UNFINISHED = re.compile(
    r"\b(?:dated|dt|on|order|judge?ment|from|since|of|to|till|until|and|the|vide|by|w\.e\.f)\W{0,2}$|दिनांक\W{0,2}$"
)
_FOREIGN = re.compile(
    r"\b(?:FIR|F\.I\.R|impugned|registered|arrested|against|vide|letter|notification|incident|born|signed|signing)"
    r"\b[^.\n]{0,40}$|विरुद्ध|मु0?अ0?",
    re.I,
)


def order_date(anatomy: Anatomy) -> Fact | None:
    """The day on which the order was made."""
    flow = anatomy.flow
    end = _dates(flow, anatomy.tail, len(flow.lines))
    for accept in (_SURE, _PLAIN, _WEEKDAY):
        for found in (*_dates(flow, 0, anatomy.body + (AFTER_TITLE if accept is _SURE else 40)), *end):
            before = "\n" + flow.lines[_two_lines_up(flow.lines, found.start) : found.start][-160:]
            told = accept is _SURE and _TOLD.match(flow.lines[found.end : found.end + 30])
            prose = _FOREIGN.search(before) or _GOES_ON.match(flow.lines[found.end : found.end + 30])
            foreign = (accept is _PLAIN and prose) or _RESERVED.search(before)
            if (told or accept.search(before)) and not foreign:
                return flow.fact("order_date", found.value, found.start, found.end)
    for found in (*reversed(_dates(flow, anatomy.tail, len(flow.lines))), *_dates(flow, 0, anatomy.body + 40)):
        if _stands_alone(flow, found) or _in_title(flow, found):
            return flow.fact("order_date", found.value, found.start, found.end)
    return None


def _two_lines_up(lines: str, position: int) -> int:
    """Where the line before the one that holds `position` begins."""
    return lines.rfind("\n", 0, max(0, lines.rfind("\n", 0, position))) + 1


def _dates(flow: Flow, start: int, end: int) -> list[Found]:
    return [Found(f.value, f.start + start, f.end + start) for f in dates_in(flow.lines[start:end])]


def _stands_alone(flow: Flow, found: Found) -> bool:
    """A date that is its line's only content, but for a serial number or a place."""
    start = flow.lines.rfind("\n", 0, found.start) + 1
    end = flow.lines.find("\n", found.end)
    rest = flow.lines[start : found.start] + flow.lines[found.end : end if end >= 0 else len(flow.lines)]
    above = flow.lines[max(0, start - 40) : start].rstrip("\n")
    return bool(_ALONE.fullmatch(rest)) and not _UNFINISHED.search(above)


def _in_title(flow: Flow, found: Found) -> bool:
    line = flow.lines[flow.lines.rfind("\n", 0, found.start) + 1 : found.start]
    return bool(re.search(r"\bv(?:s|ersus)?\.?\s.+\son\s+$", line, re.I))


def labelled_dates(anatomy: Anatomy) -> dict[str, Fact]:
    """The days on which the order was reserved and the case heard."""
    flow = anatomy.flow
    found: dict[str, Fact] = {}
    for day in _dates(flow, 0, max(anatomy.body + 150, 1_500)):
        before = flow.text[max(0, day.start - 60) : day.start]
        for key, pattern in (("reserved_date", _RESERVED), ("hearing_date", _HEARD)):
            if pattern.search(before):
                found.setdefault(key, flow.fact(key, day.value, day.start, day.end))
    return found


def next_date(anatomy: Anatomy, made: Fact | None) -> dict[str, Fact]:
    """The day on which the case goes on, and what for; only what follows a phrase that announces it."""
    flow = anatomy.flow
    since = parsed(made.value) if made else None
    found: dict[str, Fact] = {}
    for day in _dates(flow, anatomy.body, len(flow.lines)):
        if not _announced(anatomy, day) or not _later(day, since):
            continue
        sentence = clause_around(flow, day.start, day.end, 260)
        fact = flow.fact("next_date", day.value, sentence.start, sentence.end)
        found = {"next_date": fact}
        if purpose := _purpose(flow, day):
            found["next_purpose"] = purpose
    return found


def _later(day: Found, since: date | None) -> bool:
    when = parsed(day.value)
    return bool(when and since and when > since)


def _announced(anatomy: Anatomy, day: Found) -> bool:
    text = anatomy.flow.text
    before = text[max(anatomy.body, day.start - NEAR) : day.start]
    before = re.split(r"[.;।]\s(?=[A-Z\u0904-\u0939])", before)[-1]
    if re.search(r"cancelled|stands?\s+vacated", text[day.end : day.end + 40]) or re.search(
        r"\b(?:was|were|had|dated)\b[^.]{0,40}$", before
    ):
        return False
    return bool(_NEXT.search(before) or _AFTER_HI.match(text[day.end : day.end + 30]))


def _purpose(flow: Flow, day: Found) -> Fact | None:
    after = flow.text[day.end : day.end + PURPOSE_AT_MOST + 30]
    if match := _PURPOSE.match(after):
        return flow.fact(
            "next_purpose", *_trimmed(flow, day.end + match.start("purpose"), day.end + match.end("purpose"))
        )
    if match := _PURPOSE_HI.search(after[:90]):
        group = "after" if match["after"] else "before"
        start, end = day.end + match.start(group), day.end + match.end(group)
        return flow.fact("next_purpose", *_trimmed(flow, start, end))
    sentence = flow.sentence_at(day.start)
    if match := _PURPOSE_BEFORE_HI.search(flow.text, sentence.start, day.start):
        return flow.fact("next_purpose", *_trimmed(flow, *match.span("after" if match["after"] else "purpose")))
    before = flow.text[sentence.start : day.start]
    if match := re.search(
        r"\b(?P<purpose>for\s+(?!the\s+(?:petitioner|respondent|state))[^.;,]{2,70}?)\s+(?:on|to|for)\s+$", before
    ):
        start = sentence.start + match.start("purpose")
        return flow.fact("next_purpose", *_trimmed(flow, start, sentence.start + match.end("purpose")))
    return None


_NOT_A_PURPOSE = re.compile(r"^.*(?:^|\s)(?:प्रकरण|पत्रावली|वाद|मामला|मिसल|को|में|है)\s+")


def _trimmed(flow: Flow, start: int, end: int) -> tuple[str, int, int]:
    piece = flow.text[start:end]
    start += len(piece) - len(piece.lstrip(" ,"))
    lead = re.match(r"(?:for|हेतु|को)\s+", flow.text[start:end], re.I)
    start += lead.end() if lead else 0
    end -= len(piece) - len(piece.rstrip(" ,"))
    if other := _NOT_A_PURPOSE.match(flow.text[start:end]):
        start += other.end()
    return flow.written(start, end), start, end


def months_and_weeks(flow: Flow, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every period "within …" between `start` and `end`."""
    yield from _WITHIN.finditer(flow.text, start, end)


_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|thirty|sixty|ninety|एक|दो|तीन|"
    r"चार|पांच|छः|छह|सात|दस|पन्द्रह|तीस)"
)
_WITHIN = re.compile(
    rf"\b(?:within|not\s+later\s+than)\s+(?:an?\s+|the\s+)?(?:outer\s+limit\s+of\s+|"
    rf"further\s+)?(?:period\s+of\s+)?{_COUNT}(?:\s*\([^)]{{1,15}}\))?\s+(?:working\s+)?(?:days?|weeks?|months?|"
    rf"years?|hours?)\b"
    rf"(?:['’]?\s+(?:time\s+)?(?:from\s+(?:the\s+date\s+(?:of|when)\s+)?[^.,;]{{3,60}}|from\s+today))?|"
    rf"{_COUNT}\s+(?:दिवस|दिन|माह|सप्ताह|महीने|वर्ष)\s+(?:के\s+)?(?:भीतर|अंदर|अन्दर)",
    re.I,
)
