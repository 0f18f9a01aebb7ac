"""Facts of a report that does not follow the form: a typed FIR, a tehrir, a press note.

Reads set phrases of Indian police writing ("मु0अ0सं0 123/2024 धारा … थाना … जनपद …", "FIR No. 12/2024 u/s …") in running
text. What the text merely implies is left out. Knows no layout but that of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tools.documents.types import Document, Page
from tools.legal.dates import ascii_digits, dates_in, times_in
from tools.legal.evidence import fact_at, listed
from tools.legal.fir import states
from tools.legal.fir.people import UNKNOWN
from tools.legal.fir.shapes import tidy
from tools.legal.law.references import references
from tools.legal.types import Fact, SectionMention

_DOT = r"[\s.0०॰]{0,3}"
_ABBREVIATED = "|".join(
    _DOT.join(letters) + _DOT
    for letters in (
        ("मु", "अ", "सं"), ("मु", "अ", "स"), ("अ", "सं"), ("मु", "नं"), ("मु", "सं"), ("प्र", "सू", "रि", "सं"), ("प्र", "इ", "रि", "सं"),
        ("अप", "क्र"), ("अ", "क्र"), ("एफ", "आई", "आर", "सं"), ("एफ", "आई", "आर", "नं"), ("गु", "र", "नं"),
    )
)  # fmt: skip
_NUMBER: Final = re.compile(
    rf"(?P<label>(?<![\u0900-\u097f])(?:{_ABBREVIATED}|(?:मुकदमा\s+)?अपराध\s+(?:संख्या|क्रमांक|सं[0०.]?|क्र[0०.]?)"
    r"|(?:मुकदमा|अभियोग|प्रकरण|काण्ड|कांड|एफ\.?आई\.?आर\.?|एफआईआर|प्राथमिकी|प्रथम सूचना रिपोर्ट)\s+(?:संख्या|नम्बर|नंबर|नं[0०.]?|सं[0०.]?|क्रमांक)"
    r"|थाना\s+कांड\s+(?:संख्या|सं[0०.]?))"
    r"|\b(?:F\.?\s?I\.?\s?R\.?|Crime|Cr\.?|C\.?R\.?|Case\s+Crime|P\.?S\.?\s+Case|First\s+Information\s+Report)\s*(?:No|Number|Num)\b\.?)"
    r"[\s:.\-–=]{0,4}(?P<number>[\d०-९]{1,5}\s{0,2}[/\-]\s{0,2}(?:[\d०-९]{4}|[\d०-९]{2})|[\d०-९]{1,5})(?![\d०-९])",
    re.I,
)
_STOP: Final = (
    r"(?=\s*(?:,|;|।|\(|\)|\n\n|\.\s|\.$|$|(?<![\u0900-\u097f])(?:जिला|जिले|जनपद|ज़िला|जिल्हा|दिनांक|धारा|में|पर|के|का|की|को|से|द्वारा|राज्य|अन्तर्गत|अंतर्गत|समय|मु[0०.]|एवं|प्रांत|अपराध"
    r"|"
    + states.pattern()
    + r")(?![\u0900-\u097f])|\b(?:district|distt?|dist|under|u/s|dated?|on|in|state|where|at|has|was|by|and|vide|for|the|of|section|sections|"
    + states.pattern()
    + r")\b))"
)
_STATION: Final = re.compile(
    r"(?P<label>(?<![\u0900-\u097f])(?:पुलिस\s+थाना|थाना|थाने|कोतवाली(?=\s+थाना)|पोलीस\s+ठाणे)(?![\u0900-\u097f])"
    r"|\bP\.?\s?S\.?(?=[\s:.-])|\bPolice\s+Station\b)[\s:.\-–]{1,4}(?P<value>[^\s,;।()\d][^,;।()\n\d]{1,40}?)" + _STOP,
    re.I,
)
_DISTRICT: Final = re.compile(
    r"(?P<label>(?<![\u0900-\u097f])(?:जिला|जनपद|ज़िला|जिल्हा)(?![\u0900-\u097f])|\b(?:District|Distt|Dist)\b\.?)"
    r"[\s:.\-–]{1,4}(?P<value>[^\s,;।()\d][^,;।()\n\d]{1,30}?)" + _STOP,
    re.I,
)
_DATED: Final = re.compile(
    r"(?P<label>(?<![\u0900-\u097f])(?:दिनांक|दि[0०.]|तारीख)(?![\u0900-\u097f])|\b(?:dated?|dt)\b\.?)", re.I
)
_RELATIVE: Final = r"(?P<relation>पुत्र(?:ी)?(?:\s+श्री)?|पुत्र\s+स्व[0०.]*|पत्नी(?:\s+श्री)?|आत्मज|वल्द|पु[0०.]|S\s?/\s?o|D\s?/\s?o|W\s?/\s?o|C\s?/\s?o|son\s+of|wife\s+of|daughter\s+of)"
_HOME: Final = r"(?:निवासी|निवासिनी|नि[0०.]|साकिन|रहवासी|R\s?/\s?o|resident\s+of|residing\s+at)"
_WHO = r"[^\s,;।.()\d][^,;।()\n\d]{1,45}?"
_PERSON: Final = re.compile(
    rf"(?P<name>{_WHO})\s*,?\s+{_RELATIVE}[\s.]+(?P<relative>{_WHO})(?=\s*(?:,|\n|$|।|(?<![\u0900-\u097f])(?:जाति|उम्र|आयु|{_HOME})|\b(?:aged|age|r/o|R/o|resident)\b))",
    re.I,
)
_OPENING: Final = re.compile(
    r"(?:प्रार्थी|प्रार्थिया|प्रार्थिनी|आवेदक|आवेदिका|वादी|परिवादी|फरियादी|मैं|मेरा\s+नाम|वादिनी|सूचक|शिकायतकर्ता|\bI|complainant|applicant|informant)[\s,:]{1,4}"
    r"(?:the\s+)?(?:named\s+)?(?:श्री(?:मती)?\s+)?",
    re.I,
)
_FOOT: Final = re.compile(
    r"^\s*(?:प्रार्थी|प्रार्थिया|प्रार्थिनी|आवेदक|भवदीय|भवदीया|वादी|निवेदक|फरियादी|Complainant|Applicant|Informant|Yours\s+faithfully|Sd/?-?)\s*[:,.\-–]*\s*$",
    re.I,
)
_PHONE: Final = re.compile(
    r"(?P<label>मो(?:बाइल|बाईल)?[0०.\s]*(?:नं|न|सं|नम्बर|नंबर)?[0०.]*|दूरभाष|फोन\s*(?:नं)?[0०.]*|\bMob(?:ile)?\b\.?\s*(?:No)?\.?|\bPhone\b\.?\s*(?:No)?\.?|\bPh\b\.?|\bM\.?\s?No\b\.?)"
    r"[\s:.\-–]{0,4}(?P<value>(?:\+?91[\s-]?)?[\d०-९Xx*]{2,5}[\d०-९Xx* -]{4,9}[\d०-९Xx*])",
    re.I,
)
_ACCUSED: Final = re.compile(
    rf"(?P<label>(?<![\u0900-\u097f])(?:अभियुक्त(?:गण)?|अभियुक्ता|आरोपी(?:गण)?|विपक्षी(?:गण)?|मुलजिम(?:ान)?|मुल्जिम)|\baccused(?:\s+persons?)?)[\s:,]{{1,3}}"
    rf"(?P<names>{_WHO})(?=\s+(?:ने|द्वारा|के|को|induced|started|demanded|came|has|have|had|in\s+furtherance|assaulted|{_RELATIVE.replace('?P<relation>', '?:')}|{_HOME})(?![\u0900-\u097f\w]))"
)
_AND: Final = re.compile(r"\s+(?:व|और|एवं|तथा|and)\s+|\s*,\s*|\s*&\s*")
_FURNITURE: Final = re.compile(r"[\W\d]{0,20}|काल्पनिक.{0,60}|\s{0,3}(?:Page|पृष्ठ).{0,20}", re.I)
_GREETING: Final = re.compile(
    r"^\s*(?:सेवा\s+में|महोदय|श्रीमान|निवेदन|मैं\b|प्रार्थी|To\b|Sir\b|Respected|Madam|I\b|The\s+complainant|नकल\s+तहरीर|निवेदन\s+है)",
    re.I,
)


def facts(document: Document) -> Iterator[Fact | None]:
    """What a document without the form states; the first of several facts of one key is the one to take."""
    pages = [page for page in document.pages if page.text]
    if not pages:
        return
    head = pages[0]
    anchor = _number_at(head)
    if anchor is not None:
        yield fact_at(
            "fir_number",
            _plain_number(anchor["number"]),
            head,
            *anchor.span("number"),
            label=_printed(head, anchor, "label"),
        )
        if year := re.search(r"[/\-]\s*(?P<year>\d{4}|\d\d)$", ascii_digits(anchor["number"])):
            start = anchor.start("number")
            value = year["year"] if len(year["year"]) == 4 else f"20{year['year']}"
            yield fact_at("year", value, head, start + year.start("year"), start + year.end("year"))
    start = anchor.start() if anchor is not None else 0
    yield from _place(head, start)
    yield from _when(head, anchor.end() if anchor is not None else 0)
    yield from _complainant(pages)
    yield from _phones(pages)
    yield _accused(pages)


def sections(document: Document) -> tuple[SectionMention, ...]:
    """Sections under which the report says that the case is registered."""
    return tuple(mention for mention in references(document.pages) if mention.use == "charged")


def _number_at(page: Page) -> re.Match[str] | None:
    return _NUMBER.search(page.text)


def _plain_number(text: str) -> str:
    return re.sub(r"\s+", "", ascii_digits(text))


def _printed(page: Page, match: re.Match[str], group: str) -> str:
    return page.text[match.start(group) : match.end(group)].strip()


def _place(page: Page, start: int) -> Iterator[Fact | None]:
    """Police station, district and state that stand together, first of all in the line of the case number."""
    text = _unwrapped(page.text)
    for key, pattern in (("police_station", _STATION), ("district", _DISTRICT)):
        match = pattern.search(text, start) or pattern.search(text)
        if match:
            yield fact_at(key, tidy(match["value"]), page, *match.span("value"), label=_printed(page, match, "label"))
            if key == "district":
                state = re.compile(rf"[\s,(]{{1,3}}(?P<state>{states.pattern()})(?![\w\u0900-\u097f])", re.I).match(
                    text, match.end("value")
                )
                if state:
                    yield fact_at("state", states.usual(state["state"]), page, *state.span("state"))


def _unwrapped(text: str) -> str:
    """The text with single line breaks as spaces; its length does not change."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)


def _when(page: Page, start: int) -> Iterator[Fact | None]:
    """The date beside the case number or in a line of its own, and the time that follows it."""
    for line_start, line_end in _lines(page.text):
        if line_end <= start and start:
            continue
        line = page.text[line_start:line_end]
        label = _DATED.search(line)
        found = next(dates_in(line), None)
        if label is None or found is None or not (len(line) < 70 or line_start <= start):
            if line_start > start + 600:
                return
            continue
        yield fact_at("fir_date", found.value, page, line_start + found.start, line_start + found.end, label=label[0])
        clock = next((time for time in times_in(line) if time.start > found.start), None)
        if clock is not None:
            yield fact_at("fir_time", clock.value, page, line_start + clock.start, line_start + clock.end)
        return


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _complainant(pages: list[Page]) -> Iterator[Fact | None]:
    """The complainant by "I, … son of …" or by the signature at the foot."""
    for page in pages:
        for start in _signed(page.text):
            yield from _person(page, start, page.text)
    text = _unwrapped(pages[0].text)
    for opening in _OPENING.finditer(text):
        match = _PERSON.match(text, opening.end())
        if match:
            yield from _person(pages[0], opening.end(), text)
            return


def _signed(text: str) -> Iterator[int]:
    """Where the name under a signature line starts."""
    lines = list(_lines(text))
    for (start, end), (following, _) in zip(lines, lines[1:], strict=False):
        if _FOOT.match(text[start:end]):
            yield following


def _person(page: Page, start: int, text: str) -> Iterator[Fact | None]:
    match = _PERSON.match(text, start)
    if match is None:
        return
    yield fact_at("complainant_name", tidy(match["name"]), page, *match.span("name"))
    yield fact_at(
        "complainant_relative", tidy(match["relative"]), page, *match.span("relative"), label=match["relation"]
    )
    home = re.compile(
        rf"[\s,]{{0,3}}(?:जाति\s+\S+|(?:उम्र|आयु)\s+\S+\s+(?:साल|वर्ष)|aged?\s+(?:about\s+)?\d+\s+(?:years|yrs))?[\s,]{{0,3}}(?P<label>{_HOME})[\s:]+",
        re.I,
    ).match(page.text, match.end())
    if home is None:
        return
    rest = page.text[home.end() :]
    stop = re.search(
        r"।|\s(?:ने|का\s+रहने|की\s+रहने|का\s+निवासी|निवेदन|थाना\s+हाजा|हूँ|हूं|अनुसूचित|अपने|states|state\s+that|do\s+hereby|most|reported)(?![\u0900-\u097f\w])"
        r"|\n\s*(?:मो|Mob|Phone|Ph|दूरभाष|दिनांक|Date|काल्पनिक)|(?<=[a-z]{3})\.\s|\.$|\n\n",
        rest,
    )
    end = home.end() + (stop.start() if stop else min(len(rest), 200))
    end = home.end() + len(page.text[home.end() : end].rstrip(" ,.\n"))
    if end > home.end():
        yield fact_at(
            "complainant_address", tidy(page.text[home.end() : end]), page, home.end(), end, label=home["label"]
        )


def _phones(pages: list[Page]) -> Iterator[Fact | None]:
    for page in pages:
        for start in _signed(page.text):
            match = _PHONE.search(page.text, start, start + 400)
            if match:
                yield fact_at(
                    "complainant_phone",
                    ascii_digits(match["value"]),
                    page,
                    *match.span("value"),
                    label=_printed(page, match, "label"),
                )


def _accused(pages: list[Page]) -> Fact | None:
    """Accused that the text calls so by name."""
    found: list[Fact] = []
    for page in pages:
        text = _unwrapped(page.text)
        for match in _ACCUSED.finditer(text):
            if UNKNOWN.search(match["names"]):
                continue
            at = match.start("names")
            for part in _AND.split(match["names"]):
                start = text.index(part, at)
                at = start + len(part)
                if 1 <= len(part.split()) <= 4 and len(part) > 2:
                    found.append(fact_at("accused", tidy(part), page, start, at, label=match["label"]))
    return listed("accused", found)


def story_spans(document: Document) -> tuple[tuple[int, int, int], ...]:
    """The report's own words: from its address or first full sentence to the signature."""
    spans: list[tuple[int, int, int]] = []
    for page in document.pages:
        for start, end in _lines(page.text):
            line = page.text[start:end]
            if spans and _FOOT.match(line):
                return tuple(spans)
            if not (spans or _begins(line)) or _FURNITURE.fullmatch(line):
                continue
            if spans and spans[-1][0] == page.number:
                spans[-1] = (page.number, spans[-1][1], end)
            else:
                spans.append((page.number, start, end))
    return tuple(spans)


def _begins(line: str) -> bool:
    """Whether the report itself begins with a line: an address to the police, or a long line that is no heading."""
    return bool(_GREETING.match(line)) or (len(line) > 60 and not _NUMBER.search(line) and not _STATION.match(line))
