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
from tools.legal.order.parties import AND, FIRST, FIRST_HI, LETTERS, SECOND, SECOND_HI, VERSUS, Side
from tools.legal.types import Fact

MOST_ADVOCATES: Final = 12
_COUNSEL_LABEL: Final[dict[Side, re.Pattern[str]]] = {
    "petitioner": re.compile(
        rf"^\W*(?:(?:counsel|advocate)\s+for\s+(?:the\s+)?{FIRST}(?:\(s\)|/s)?|{FIRST}\s+counsel|"
        rf"for\s+(?:the\s+)?{FIRST}(?:\(s\)|/s)?|{FIRST_HI}\s+(?:की\s+ओर\s+से|के|द्वारा)"
        rf"(?:\s+(?:विद्वान\s+)?अधिवक्ता)?)\s*(?::-|:|-)\s*(?P<names>[^\n]*(?:\n(?!\W*(?:counsel|for\b|hon|coram|"
        rf"respondent|opposite|dated?|order|judg|the\s|आदेश|निर्णय|दिनांक|\(?आज|[^\n]*की\s+ओर)|[^\n]*:)"
        rf"[^\n]*){{0,2}})",
        re.I | re.M,
    ),
    "respondent": re.compile(
        rf"^\W*(?:(?:counsel|advocate)\s+for\s+(?:the\s+)?{SECOND}(?:\(s\)|/s)?|{SECOND}\s+counsel|"
        rf"for\s+(?:the\s+)?{SECOND}(?:\(s\)|/s)?|{SECOND_HI}\s+(?:की\s+ओर\s+से|के|द्वारा)"
        rf"(?:\s+(?:विद्वान\s+)?अधिवक्ता)?)\s*(?::-|:|-)\s*(?P<names>[^\n]*(?:\n(?!\W*(?:counsel|for\b|hon|coram|"
        rf"petitioner|applicant|dated?|order|judg|the\s|आदेश|निर्णय|दिनांक|\(?आज|[^\n]*की\s+ओर)|[^\n]*:)"
        rf"[^\n]*){{0,2}})",
        re.I | re.M,
    ),
}
_OF_STATE = re.compile(
    r"(?P<names>(?:Mr|Ms|Mrs|Shri|Sri|Sh|Smt|Dr)\b\.?\s?[A-Z][A-Za-z. ]{2,50}),\s*(?:(?:Sr|Addl)\.?\s*)?(?:DAG|AAG|"
    r"A\.A\.G|D\.A\.G|AG|A\.G|AGA|APP|"
    r"Panel\s+Lawyer|P\.?L|G\.?A|Government\s+Advocate)\b\.?,?\s*(?:[A-Z][a-z]+\W*)?$",
    re.M,
)
"""Law officers of a State, whose title says whom they speak for."""
_THROUGH = re.compile(
    r"^\W*(?:Through|THROUGH|BY\s+ADVS?\.?|By\s+Advs?\.?|\(?\s*BY(?=\s+(?:SHRI|SRI|SMT|MS|MR|KUMARI|DR)))"
    r"\s*[:.-]*\s*(?!(?:its|his|her|their|the)\b)(?P<names>[^\n]*(?:\n(?!\W*(?:versus|vs|v/s|and|coram|state|the|hon)\b|"
    r"[^\n]*[.…]{3}|[^\n]*:)[^\n]*){0,2})",
    re.M | re.I,
)
_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|dr|miss|shri|sri|smt|sh|km|kumari|ld|learned|adv|advocate|senior|sr|counsel|अधिवक्ता|विद्वान|"
    r"श्रीमती|श्री|सुश्री|डॉ|डा0)\b[.\s]*)+|"
    r"^(?:अधिवक्ता|विद्वान|श्रीमती|श्री|सुश्री)\s+(?:श्रीमती\s+|श्री\s+|सुश्री\s+)?|"
    r"(?<!govt)(?<!govt\.)(?<!government)[\s,-]+(?:sr\.?\s+adv(?:ocate)?|(?:senior\s+)?advocates?|adv|counsel|app|"
    r"aga|agp|pp|gc|dag|aag|panel\s+lawyer)\b[.\s]*$",
    re.I,
)
_OFFICE = re.compile(
    r"(?:with|and|a/w|i/b|for|the|sr|adv|advocates?|(?:ld\.?\s*)?(?:addl\.?|additional|government|govt\.?|panel|"
    r"standing)?\s*(?:counsel|lawyer|a?\.?p\.?p\.?|public|prosecutor)|g\.\s?a|app|aga|a\.g\.a|pp|p\.p|gc|agp|dag|aag|"
    r"(?:लोक|अपर\s+लोक|सहायक|शासकीय|राजकीय|जिला\s+शासकीय|अपर\s+जिला\s+शासकीय|विशेष\s+लोक)\s*(?:अभियोजक|अधिवक्ता|"
    r"अभियोजन\s+अधिकारी)?|अधिवक्ता|addl|govt|dy)[.\s]*|(?:SI|PS|IO|ASI|PSI|W/SI|in\s+person)\b.*|"
    r".*\bfor\s+(?:the\s+)?(?:state|respondent|petitioner|applicant|union).*|"
    r"(?:(?:ld|learned|senior|sr|standing|special|spl|addl|additional|asst|assistant|deputy|dy|central|govt|government|state|"
    r"panel|public|chief|legal\s+aid)\b[.\s]*){0,5}(?:counsel|advocates?|pleader|prosecutor|lawyer|solicitor|attorney|"
    r"amicus)\b.*",
    re.I,
)
_STATE = re.compile(r"\b(?:state|union\s+of|republic|CBI|NCB|government|govt)\b|राज्य|शासन|सरकार", re.I)
_COUNSEL = re.compile(
    r"(?P<names>(?:(?:Mr|Ms|Mrs|Shri|Sri|Sh|Smt|Dr|Miss|Ld|Learned|MR|MS|MRS|SHRI|SRI|SMT|DR)"
    r"\b\.?\s?){1,2}[A-Z][^\n;:]{2,160}?(?:(?<!\.)\n[^\n;:]{0,90}?)?)\s*,?\s+"
    r"(?:learned\s+|ld\.?\s+)?(?:(?:Sr\.?|Senior|Addl\.?|Additional|Public|Govt\.?|Government|State)"
    r"\s+)*(?:advocates?|counsels?|adv\.?|APP|A\.P\.P\.?|AGA|A\.G\.A\.?|PP|DAG|AAG|PL|Panel\s+Lawyer|Pleader|"
    r"Prosecutor|GP|AGP|HCGP|SPP|SC)?"
    rf"[\s,.]*(?:appearing\s+)?\bfor\s+(?:the\s+)?(?P<side>{FIRST}|{SECOND}|State|Union|UOI)",
    re.I,
)


def counsel(anatomy: Anatomy, sides: Mapping[str, Fact]) -> dict[str, Fact]:
    """Advocates of both sides, as the roll of appearances prints them; who speaks for the State depends on `sides`."""
    found: dict[Side, list[Fact]] = {"petitioner": [], "respondent": []}
    flow = anatomy.flow
    limit = anatomy.body if anatomy.body > 150 else 600
    for side, pattern in _COUNSEL_LABEL.items():
        for match in pattern.finditer(flow.lines, 0, limit):
            found[side].extend(_advocates(flow, side, *match.span("names")))
    for side, start, end in _through(flow, limit):
        if not found[side]:
            found[side].extend(_advocates(flow, side, start, end))
    labelled = {side for side, items in found.items() if items}
    named = list(_COUNSEL.finditer(flow.lines, 0, limit))
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
    facts = {side: listed(f"{side}_counsel", items[:MOST_ADVOCATES]) for side, items in found.items()}
    return {f"{side}_counsel": fact for side, fact in facts.items() if fact}


def _side_of(word: str, accuser: bool) -> Side:
    if re.fullmatch(r"State|Union|UOI|complainant", word, re.I):
        return "petitioner" if accuser or word.lower() == "complainant" else "respondent"
    if accuser and re.match(r"applicant|petitioner|bail", word, re.I):
        return "respondent"  # in "State v. X" whoever applies is X
    return "respondent" if re.fullmatch(SECOND, word, re.I) else "petitioner"


def _through(flow: Flow, limit: int) -> Iterator[tuple[Side, int, int]]:
    """Counsel after "Through:" (Delhi) or "By" (Kerala, Karnataka, Madhya Pradesh): of the side named last before."""
    cut = VERSUS.search(flow.lines, 0, limit) or AND.search(flow.lines, 0, limit)
    for match in _THROUGH.finditer(flow.lines, 0, limit):
        if cut:
            yield (
                ("petitioner" if match.start() < cut.start() else "respondent"),
                match.start("names"),
                match.end("names"),
            )


def _advocates(flow: Flow, side: Side, start: int, end: int) -> Iterator[Fact]:
    block = flow.lines[start:end]
    at = 0
    for piece in re.split(r"(,|;|\s&\s|\bwith\b|\ba/w\.?|\band\b|\bi/b\.?|\sएवं\s|\sतथा\s)", block):
        name = _TITLES.sub("", piece.strip(" \n.,:;-()")).strip(" \n.,:;-()")
        if LETTERS.search(name) and 3 <= len(name) <= 80 and not _OFFICE.fullmatch(name):
            first = start + at + piece.find(name)
            yield flow.fact(f"{side}_counsel", flow.written(first, first + len(name)), first, first + len(name))
        at += len(piece)
