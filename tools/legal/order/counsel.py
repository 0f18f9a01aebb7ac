"""Who spoke for either side of a case, from the roll of appearances. Titles and offices are left off a name.

Knows no party: which side the State is on comes from `parties`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tools.legal.evidence import listed
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.flow import Flow
from tools.legal.order.parties import AND, FIRST, FIRST_HI, LABELS, LETTERS, SECOND, SECOND_HI, VERSUS, Side
from tools.legal.types import Fact

MOST_ADVOCATES: Final = 12
LINES: Final = 14  # lines that one side's roll of advocates may have
_PERSON = r"(?:mr|mrs|ms|dr|miss|shri|sri|smt|sh|km|kumari|ld|learned)\b\.?\s?|श्री|सुश्री"
_OFFICER = r"(?:govt|government|addl|additional|asst|assistant|public|standing|special|spl|senior|sr|state|central)\b"
_COUNSEL_OF = r"(?P<role>(?:counsel|advocates?)\s+for)"


def _label(role: str, role_hindi: str) -> re.Pattern[str]:
    """A label such as "Counsel for Applicant :-", "For Petitioner(s)", "आवेदक की ओर से :"; its names follow it."""
    end = (
        rf"(?:\(s\)|/s)?(?:\s*/\s*[A-Za-z]+)?\s*(?:No\.?\s?[\d, &-]+)?(?:[^\S\n]*(?::-|:|-)|(?=[^\S\n]+(?:{_PERSON})))"
    )
    return re.compile(
        rf"^\W*(?:(?:{_COUNSEL_OF}|for)\s+(?:the\s+)?{role}{end}|{role}\s+counsel\s*(?::-|:|-)|"
        rf"{role_hindi}\s+(?:की\s+ओर\s+से|के|द्वारा)(?:\s+(?:विद्वान\s+)?अधिवक्ता)?\s*(?::-|:|-))"
        rf"[^\S\n]*(?P<names>[^\n]*)",
        re.I | re.M,
    )


_COUNSEL_LABEL: Final[dict[Side, re.Pattern[str]]] = {
    "petitioner": _label(FIRST, FIRST_HI),
    "respondent": _label(SECOND, SECOND_HI),
}
_STATE_LABEL = re.compile(
    r"^\W*for\s+(?:the\s+)?(?:state|union\s+of\s+india|UOI|CBI|NCB|ED)\b[^:\n]{0,20}:-?[^\S\n]*(?P<names>[^\n]*)(?P<role>)",
    re.I | re.M,
)
_BELOW_ROLE = re.compile(
    rf"[.…]{{2,}}\s*(?P<side>{FIRST}|{SECOND})[^\n]{{0,20}}\n[^\S\n]*(?P<names>(?:Mr|Ms|Mrs|Dr|Miss|Shri|Sri|Smt)\b[^\n]{{3,80}}?),\s*"
    rf"(?:Sr\.?\s*|Senior\s*)?(?:Advocates?|Adv|ASC|AGA|AGP|APP|PP|GA|DAG|AAG)\b[^\n]{{0,20}}$",
    re.M | re.I,
)
"""Advocates below the party, as in Orissa."""
_NEXT_NAME = re.compile(rf"\W*(?:{_PERSON}|{_OFFICER})", re.I)
_UNFINISHED = re.compile(r"(?:[,&-]|\b(?:with|and|a/w|i/b)\.?)\s*$", re.I)
_ROLL_ENDS = re.compile(
    r"\W*(?:counsel|for\b|hon|coram|respondent|petitioner|applicant|opposite|dated?|order|judg|the\s|upon|आदेश|निर्णय|"
    r"दिनांक|\(?आज|[^\n]*की\s+ओर)|[^\n]*:|\W*$",
    re.I,
)
_HINDI_NAMES = r"(?P<names>(?:श्री(?:मती|मति)?|सुश्री|डा0|डॉ\.?)\s[\u0900-\u097f. ]{3,50}?)"
_HINDI_COUNSEL = (
    re.compile(
        rf"^\W*(?:\d{{1,2}}\W+)?(?P<side>{FIRST_HI}|{SECOND_HI})(?:/\S+)?\s+(?:की\s+ओर\s+से|द्वारा)\s+"
        rf"(?:विद्वान\s+)?(?:अधिवक्ता\s+)?{_HINDI_NAMES}\s*,?\s*(?:विद्वान\s+|अपर\s+|सहायक\s+|विशेष\s+)*"
        rf"(?:अधिवक्ता|एडवोकेट|लोक\s+अभियोजक|अभियोजन\s+अधिकारी)",
        re.M,
    ),
    re.compile(
        rf"^\W*(?:\d{{1,2}}\W+)?{_HINDI_NAMES}\s*,?\s*(?:विद्वान\s+|अपर\s+|विशेष\s+)*(?:अधिवक्ता|एडवोकेट|लोक\s+अभियोजक)\s*,?\s*(?:वास्ते\s+)?"
        rf"(?P<side>{FIRST_HI}|{SECOND_HI}|राज्य|शासन)(?=[\s।,]|$)",
        re.M,
    ),
)
_OF_STATE = re.compile(
    r"(?P<names>(?:Mr|Ms|Mrs|Shri|Sri|Sh|Smt|Dr)\b\.?\s?[A-Z][A-Za-z. ]{2,50}),\s*(?:(?:Sr|Addl)\.?\s*)?(?:DAG|AAG|"
    r"A\.A\.G|D\.A\.G|AG|A\.G|AGA|APP|"
    r"Panel\s+Lawyer|P\.?L|G\.?A|Government\s+Advocate)\b\.?,?\s*(?:[A-Z][a-z]+\W*)?$",
    re.M,
)
"""Law officers of a State, whose title says whom they speak for."""
_THROUGH = re.compile(
    r"^\W*(?:Through|THROUGH|BY\s+ADVS?\.?|By\s+Advs?\.?|\(?\s*BY(?=\s+(?:SHRI|SRI|SMT|MS|MR|KUMARI|DR)))"
    r"\s*[:.-]*\s*(?!\s*(?:its|his|her|their|the)\b)(?P<names>[^\n]*(?:\n(?!\W*(?:versus|vs|v/s|and|coram|state|the|this|these|having|heard|hon)\b|"
    r"[^\n]*[.…]{3}|[^\n]*:)[^\n]*){0,2})",
    re.M | re.I,
)
_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|dr|miss|shri|sri|smt|sh|km|kumari|ld|learned|adv|advocate|senior|sr|counsel|अधिवक्ता|विद्वान|"
    r"श्रीमती|श्री|सुश्री|डॉ|डा0)\b[.\s]*)+|"
    r"^(?:अधिवक्ता|विद्वान|श्रीमती|श्री|सुश्री)\s+(?:श्रीमती\s+|श्री\s+|सुश्री\s+)?|"
    r"(?<!govt)(?<!govt\.)(?<!government)[\s,-]+(?:sr\.?\s+adv(?:ocate)?|(?:senior\s+)?advocates?|adv|aor|counsel|app|"
    r"aga|agp|pp|gc|dag|aag|asc|hcgp|panel\s+lawyer)\b[.\s]*$",
    re.I,
)
_OFFICE = re.compile(
    r"(?:with|and|a/w|i/b|for|the|sr|advs?|advocates?|(?:ld\.?\s*)?(?:addl\.?|additional|government|govt\.?|panel|"
    r"standing)?\s*(?:counsel|lawyer|a?\.?p\.?p\.?|public|prosecutor)|g\.\s?a|app|aga|aor|hcgp|cgc|spp|asg|asc|spl|a\.g\.a|pp|p\.p|gc|agp|dag|aag|"
    r"(?:लोक|अपर\s+लोक|सहायक|शासकीय|राजकीय|जिला\s+शासकीय|अपर\s+जिला\s+शासकीय|विशेष\s+लोक)\s*(?:अभियोजक|अधिवक्ता|"
    r"अभियोजन\s+अधिकारी)?|अधिवक्ता|addl|govt|dy)[.\s]*|(?:SI|PS|IO|ASI|PSI|W/SI|in\s+person)\b.*|"
    r".*\bfor\s+(?:the\s+)?(?:state|respondent|petitioner|applicant|union).*|"
    r"(?:(?:ld|learned|senior|sr|standing|special|spl|addl|additional|asst|assistant|deputy|dy|central|govt|government|state|"
    r"panel|public|chief|legal\s+aid)\b[.\s]*){0,5}(?:counsel|advocates?|p\.?p\b|pleader|prosecutor|lawyer|solicitor|attorney|"
    r"amicus)\b.*",
    re.I | re.S,
)
_AROUND: Final = " \n.,:;-()_=*…"
_STATE = re.compile(r"\b(?:state|union\s+of|republic|CBI|NCB|government|govt)\b|राज्य|शासन|सरकार", re.I)
_COUNSEL = re.compile(
    r"(?P<names>(?:(?:Mr|Ms|Mrs|Shri|Sri|Sh|Smt|Dr|Miss|Ld|Learned|MR|MS|MRS|SHRI|SRI|SMT|DR)"
    rf"\b\.?\s?){{1,2}}[A-Z][^\n;:]{{2,160}}?(?:\n(?={_PERSON})[^\n;:]{{0,90}}?){{0,5}}(?:(?<!\.)\n[^\n;:]{{0,90}}?)?)"
    r"[\s,–-]+(?:learned\s+|ld\.?\s+)?(?:(?:Sr\.?|Senior|Addl\.?|Additional|Public|Govt\.?|Government|State)"
    r"\s+)*(?:advocates?|counsels?|adv\.?|APP|A\.P\.P\.?|AGA|A\.G\.A\.?|PP|DAG|AAG|PL|Panel\s+Lawyer|Pleader|"
    r"Prosecutor|GP|AGP|HCGP|SPP|SC|G\.?A\.?)?"
    rf"[\s,.…]*(?:appearing\s+)?\bfor\s+(?:the\s+)?(?P<side>{FIRST}|{SECOND}|State|Union|UOI)",
    re.I,
)
_NOT_A_ROLL = re.compile(r"\b(?:justice|hon'?ble|coram)\b|\n\W*For\b|\n\W*FOR\b")
_PIECES = re.compile(
    rf"(,|;|\s&\s|\bwith\b|\ba/w\.?|\band\b|\bi/b\.?|\sएवं\s|\sतथा\s|\s-\s?|\n(?=\W*(?:{_PERSON}|{_OFFICER})))", re.I
)
_ENROLMENT = re.compile(r"\s?\(\d+\)?$")
_OTHERS_COUNSEL = re.compile(r"\W*for\s+(?:the\s+)?(?:complainant|informant|victim|caveator|intervenor)", re.I)
_STATE_OFFICE = re.compile(r"(?:DAG|AAG|A\.A\.G|D\.A\.G|AG|A\.G|AGA|APP|GA|G\.A)\.?", re.I)


def counsel(anatomy: Anatomy, sides: Mapping[str, Fact]) -> dict[str, Fact]:
    """Advocates of both sides, as the roll of appearances prints them; who speaks for the State depends on `sides`."""
    found: dict[Side, list[Fact]] = {"petitioner": [], "respondent": []}
    flow = anatomy.flow
    limit = anatomy.body if anatomy.body > 150 else 600
    for side, pattern in _COUNSEL_LABEL.items():
        for match in pattern.finditer(flow.lines, 0, limit):
            end = _end_of_roll(flow.lines, match, limit)
            found[side].extend(_advocates(flow, side, match.start("names"), end))
    state: Side = "petitioner" if "petitioner" in sides and _STATE.search(sides["petitioner"].value) else "respondent"
    for match in _STATE_LABEL.finditer(flow.lines, 0, limit):
        found[state].extend(_advocates(flow, state, match.start("names"), _end_of_roll(flow.lines, match, limit)))
    for match in _BELOW_ROLE.finditer(flow.lines, 0, limit):
        side = "respondent" if re.fullmatch(SECOND, match["side"], re.I) else "petitioner"
        found[side].extend(_advocates(flow, side, *match.span("names")))
    for side, start, end in _through(flow, limit):
        if not found[side]:
            found[side].extend(_advocates(flow, side, start, end, one_a_line=True))
    for match in (match for pattern in _HINDI_COUNSEL for match in pattern.finditer(flow.lines, 0, limit)):
        side = "petitioner" if re.fullmatch(FIRST_HI, match["side"]) else "respondent"
        side = state if match["side"] in ("राज्य", "शासन") else side
        found[side].extend(_advocates(flow, side, *match.span("names")))
    _add_named(flow, limit, sides, found)
    facts = {side: listed(f"{side}_counsel", items[:MOST_ADVOCATES]) for side, items in found.items()}
    return {f"{side}_counsel": fact for side, fact in facts.items() if fact}


def _add_named(flow: Flow, limit: int, sides: Mapping[str, Fact], found: dict[Side, list[Fact]]) -> None:
    """Adds those whose own line says whom they speak for, to a side for which no label named anyone."""
    labelled = {side for side, items in found.items() if items}
    named = [m for m in _COUNSEL.finditer(flow.lines, 0, limit) if not _NOT_A_ROLL.search(m[0])]
    asks = any(re.match(r"applicant|petitioner|appellant|revisionist", match["side"], re.I) for match in named)
    for_state = any(re.fullmatch(r"State|Union|UOI", match["side"], re.I) for match in named)
    accuser = "petitioner" in sides and bool(_STATE.search(sides["petitioner"].value)) and (for_state or not asks)
    for match in named:
        side = _side_of(match["side"], accuser)
        if side not in labelled and len(re.findall(r"\b[a-z]{5,}\b", match["names"])) < 4:
            found[side].extend(_advocates(flow, side, *match.span("names")))
    state: Side = "petitioner" if accuser else "respondent"
    if state not in labelled:
        for match in _OF_STATE.finditer(flow.lines, 0, limit):
            found[state].extend(_advocates(flow, state, *match.span("names")))


def _end_of_roll(lines: str, label: re.Match[str], limit: int) -> int:
    """Where the names after `label` end: a name may stand on a line of its own, or go on on the next."""
    at, before = label.end("names"), label["names"]
    free = 2 if label["role"] else 0
    for count, line in enumerate(lines[at + 1 : limit].split("\n")):
        goes_on = _NEXT_NAME.match(line) or (_UNFINISHED.search(before) and not _ROLL_ENDS.match(line))
        if not goes_on and (count >= free or _ROLL_ENDS.match(line)):
            break
        if count >= LINES or re.match(r"\W*(?:hon|coram|the\s+hon)", line, re.I):
            break
        at, before = at + 1 + len(line), line
    return at


def _side_of(word: str, accuser: bool) -> Side:
    if re.fullmatch(r"State|Union|UOI|complainant", word, re.I):
        return "petitioner" if accuser or word.lower() == "complainant" else "respondent"
    if accuser and re.match(r"applicant|petitioner|bail", word, re.I):
        return "respondent"  # in "State v. X" whoever applies is X
    return "respondent" if re.fullmatch(SECOND, word, re.I) else "petitioner"


def _through(flow: Flow, limit: int) -> Iterator[tuple[Side, int, int]]:
    """Counsel after "Through:" (Delhi) or "By" (Kerala, Karnataka, Madhya Pradesh): of the side named last before."""
    cut = VERSUS.search(flow.lines, 0, limit) or AND.search(flow.lines, 0, limit)
    cut = cut or LABELS["respondent"].search(flow.lines, 0, limit)
    if cut is None:
        return
    for match in _THROUGH.finditer(flow.lines, 0, limit):
        yield ("petitioner" if match.start() < cut.start() else "respondent"), *match.span("names")


def _advocates(flow: Flow, side: Side, start: int, end: int, *, one_a_line: bool = False) -> Iterator[Fact]:
    """The names of a roll; with `one_a_line` a line of two or three capitalised words is a name, as in Kerala."""
    pieces = _PIECES.split(flow.lines[start:end])
    if one_a_line and not re.search(r"[,;]", flow.lines[start:end]):
        pieces = re.split(r"(\n|\s-\s)", flow.lines[start:end])
    at, office = start, ""
    for number, piece in enumerate(pieces):
        rest = re.split(r"\bfor\b", piece, maxsplit=1, flags=re.I)[0]
        untitled = rest.strip(_AROUND)
        name = _ENROLMENT.sub("", _TITLES.sub("", untitled).strip(_AROUND)).strip(_AROUND)
        others = number + 2 < len(pieces) and _OTHERS_COUNSEL.match(pieces[number + 2])
        of_office = bool(_STATE_OFFICE.fullmatch(office)) and name == untitled  # "DAG, Punjab"
        if (
            LETTERS.search(name)
            and 3 <= len(name) <= 80
            and not (_OFFICE.fullmatch(name) or _OFFICE.fullmatch(untitled) or others or of_office)
        ):
            first = at + piece.find(name)
            yield flow.fact(f"{side}_counsel", flow.written(first, first + len(name)), first, first + len(name))
        office = untitled if untitled else office
        at += len(piece)
