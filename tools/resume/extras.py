"""Smaller facts: certifications, notice period, where the person is. Knows how resumes state them, nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.resume.headers import tidy
from tools.resume.personal import EMAIL, LINK
from tools.resume.sections import Section
from tools.resume.vocabulary import CITIES, is_place, org_score, title_score

_NOTICE = re.compile(
    r"\bnotice(?:\s+period)?\b[\s:–—-]{0,4}(?:is\s+|of\s+|:)?(?P<text>[^\n.;|]{0,60})|"
    r"\b(?P<serving>serving (?:my )?notice)|नोटिस अवधि[\s:–-]*(?P<hindi>[^\n।|]{0,40})",
    re.I,
)
_IMMEDIATE = re.compile(
    r"\bimmediate(?:ly)?\s+(?:joine[er]|joining|available|availability)|\b(?:can|available to|"
    r"ready to|able to) join (?:immediately|at once)|\bavailable immediately|तत्काल",
    re.I,
)
_AMOUNT = re.compile(
    r"(?P<number>\d{1,3})(?:\s?[-–to]+\s?(?P<upper>\d{1,3}))?\s*(?P<unit>days?|weeks?|months?|दिन|" r"सप्ताह|महीने|माह)",
    re.I,
)
_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "fifteen": 15,
    "thirty": 30,
    "sixty": 60,
    "ninety": 90,
    "एक": 1,
    "दो": 2,
    "तीन": 3,
}
_DAYS = {"d": 1, "w": 7, "m": 30, "दिन": 1, "सप": 7, "मह": 30, "मा": 30}
_LOCATION = re.compile(
    r"^[\W_]*(?:current location|present location|location|based (?:in|at)|city|place|residence|"
    r"residing (?:in|at)|वर्तमान स्थान|स्थान|शहर)\s*[:：–-]\s*(?P<place>[^|;\n]{2,60})",
    re.I,
)
_BASED = re.compile(
    r"\b(?:based|located|residing|living)\s+(?:in|at)\s+(?P<place>[A-Z][\w ]{2,30}(?:,\s*[A-Z][\w ]{2,25})?)"
)
_CITY = re.compile(rf"\b(?:{'|'.join(sorted((c for c in CITIES if len(c) > 3), key=len, reverse=True))})\b", re.I)
_CERTIFIED = re.compile(
    r"\b(?:certified|certification|certificate|certificat\w+ in|PMP|ITIL|CCNA|CCNP|CCIE|OCA|OCP|"
    r"OCJP|SCJP|MCSE|MCSA|MCP|RHCE|RHCSA|CISA|CISSP|CISM|CEH|ISTQB|Six Sigma|PRINCE2|"
    r"CSM|PSM|AWS Certified|NISM|IRDA|JAIIB|CAIIB|CFA|FRM|Tally(?: ERP)? certif\w+|CCC)\b"
)
_BULLET = re.compile(r"^[^\w(]+")


def find_certifications(sections: Sequence[Section]) -> tuple[str, ...]:
    """Certificates by name, as written: the lines of a certifications section, else lines that name a known one."""
    found: list[str] = []
    for section in sections:
        for line in section.lines:
            text = tidy(_BULLET.sub("", line.text))
            short = 3 <= len(text) <= 120 and len(text.split()) <= 16
            listed = section.kind == "certifications" and text[:1].isupper() and not text.endswith((".", ","))
            named = (
                section.kind not in ("experience", "references", "declaration", "education")
                and _CERTIFIED.search(text)
                and len(text.split()) <= 12
            )
            if short and (listed or named):
                found.append(text)
    return tuple(dict.fromkeys(found))[:20]


def notice_days(text: str) -> int | None:
    """Days of notice as stated (a month is 30 days, an immediate joiner 0); None when nothing is said."""
    text = text[:200_000]
    for match in _NOTICE.finditer(text):
        stated = match["text"] or match["hindi"] or ""
        days = _amount(stated)
        if days is not None:
            return days
        if re.search(r"\b(?:immediate|nil|none|zero|no notice)\b", stated, re.I):
            return 0
    return 0 if _IMMEDIATE.search(text) else None


def _amount(text: str) -> int | None:
    text = re.sub(
        r"\b(\w+)\b(?=\s+(?:day|week|month|दिन|मह|माह|सप))", lambda m: str(_WORDS.get(m[1].casefold(), m[1])), text
    )
    match = _AMOUNT.search(text)
    if match is None:
        return None
    unit = match["unit"].casefold()
    factor = _DAYS.get(unit[0]) or _DAYS.get(unit[:2]) or _DAYS.get(unit) or 1
    days = int(match["upper"] or match["number"]) * factor
    return days if days <= 366 else None


def find_location(sections: Sequence[Section]) -> str | None:
    """Where the person is now: a label, a place alone in the header, or a city that the header names."""
    heads = [
        line.text
        for section in sections
        if section.kind in ("header", "personal", "summary")
        for line in section.lines[:14]
    ]
    for text in heads:
        match = _LOCATION.match(text)
        if match:
            return tidy(match["place"])
    for text in heads:
        bare = LINK.sub(" ", EMAIL.sub(" ", text))
        for piece in re.split(r"\s+[-–—]\s+|[|•·\t]|\s{3,}", bare):
            if 3 <= len(piece.strip()) <= 60 and is_place(piece) and any(character.isalpha() for character in piece):
                return tidy(piece)
    for text in heads[:10]:
        match = _BASED.search(text)
        if match and is_place(match["place"]):
            return tidy(match["place"])
        city = _CITY.search(text)
        if city and len(text) < 160 and not title_score(text) and not org_score(text):
            return city.group()
    return None
