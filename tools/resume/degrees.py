"""The names of degrees, certificates, boards and schools, and how one line holds them.

Indian ones first, American and European ones too; no list of schools. Knows single lines, not entries.
"""

from __future__ import annotations

import re

from tools.resume.degree_patterns import LEVELS
from tools.resume.headers import tidy, without_place
from tools.resume.vocabulary import is_place

DEGREE = re.compile("|".join(f"(?P<l{level}>(?<![\\w@.-])(?:{pattern}))" for level, pattern in LEVELS), re.I)


SCHOOL = re.compile(
    r"\b(?:universit\w*|univercit\w*|univ\b\.?|colleges?|collage|institut\w*|insitute|school|"
    r"schools|academy|vidyalaya\w*|vidyapeeth|vidya ?mandir|vidhyalaya|"
    r"polytechnic|faculty|gurukul|iit\b|nit\b|iiit\b|iim\b|bits\b|convent|campus|mahavidyalaya\w*|inter college|"
    r"[jp]\.?n\.?t\.?u\w?|vtu|gtu|ignou|cdac|c-dac|niit|icai|icsi|council|centre|center|"
    r"(?:gov(?:ernmen)?t\.?|private|pvt\.?) (?:i\.?t\.?i|industrial training)\b|"
    r"polytechnique|hochschule|universität|école)|विश्वविद्यालय|विद्यालय|कॉलेज|महाविद्यालय|"
    r"संस्थान|स्कूल",
    re.I,
)


_OFFICE = re.compile(r"\bm\.?\s?s\.?[\s-]*(?:office|excel|word|power\s?point|access|outlook|dos|sql|project)\b", re.I)
_TRAINING_INSTITUTE = re.compile(
    r"\b(?:gov(?:ernmen)?t\.?|private|pvt\.?) i\.?t\.?i\b", re.I
)  # called as its certificate
_NO_DEGREE = re.compile(f"{_OFFICE.pattern}|{_TRAINING_INSTITUTE.pattern}", re.I)


BOARD = re.compile(r"\b(?:board|cbse|icse|c\.b\.s\.e|i\.c\.s\.e|bseb|nios|hsc board|ssc board)\b|बोर्ड", re.I)


_DATES = re.compile(
    r"[\s(\[,|–-]*\b(?:(?:in|from|year|batch|passed|passing|completed|class of|expected|graduated|with)\s*:?\s*)*"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*)?(?:19|20)\d\d\b.*$",
    re.I,
)


_MARKS = re.compile(
    r"[\s(\[,|–:-]*(?:\b(?:with|scored|secured|aggregate|percentage|marks|c?gpa|grade|sgpa|score|"
    r"first class|distinction)\b.*|\d{1,3}(?:\.\d+)?\s?%.*|\d\.\d+\s?/\s?10.*|"
    r"\(\s*\d{1,2}\.\d+.*)$",
    re.I,
)


_FROM = re.compile(
    r"\s+(?:from|at)\s+|\s*[|•·]\s*|\s+[-–—]\s+|\s*,\s+|\s*;\s+|\s{3,}|:\s+|"
    r"\s+\((?=[A-Z][\w. ]+(?:University|College|Institute|Board))"
)


NO_SCHOOL = re.compile(
    r"(?:\W*(?:cumulative|c?gpa|grade|marks|percentage|aggregate|coursework|relevant|summa|magna|"
    r"cum laude|first class|distinction|extensive|"
    r"specializ|specialis|major|minor|thesis|score|result|division|expected|pursuing|with\b|"
    r"subjects?|honou?rs|activities))",
    re.I,
)


_COLUMN_HEAD = re.compile(
    r"(?:(?:name|of|the|or|and|year|passing|percentage|marks?|board|university|college|institute|"
    r"institution|school|examination|exam|course|degree|class|"
    r"affiliated|programme?|training|cgpa|specialization|duration)\b[\s/,&.()%'’-]*){2,}|"
    r"board|training program\w*|state",
    re.I,
)


_GENERAL_TEXT = "university technical college institute school of the and name"
_GENERAL = frozenset(_GENERAL_TEXT.split())
_NO_COLLEGE = re.compile(
    r"^(?:did|won|participated|pass(?:ed|ing)|completed|worked|secured|awarded|organi[sz]ed|attended|member)\b|"
    r"\b(?:scholarship|fellowship|scholar|award|championship|fest|events?|e-?mail)\b|@",
    re.I,
)
_GLUED_SCHOOL = re.compile(
    r"^(?P<degree>[\w.-]+(?:\s+(?!(?:in|of|degree|diploma)\b)[A-Z][^\s,]*){0,3})\s+"
    r"(?P<school>(?:University|College|Institute) of\b[^,]*)"
    r"|^(?P<short>[\w.-]+)\s+"
    r"(?P<named>(?!(?:in|of|degree|diploma)\b)(?:[A-Z][^\s,]*\s+){1,2}(?:University|College|Institute)\b[^,]*)"
)
_STUDY = re.compile(r"^(?:major|minor|majoring|speciali[sz]ation|concentration) (?:in|:) [^,]+,\s*", re.I)


_BULLET = re.compile(r"^[^\w'’+\u0900-\u097F]+")


def degree_level(text: str) -> int:
    """The highest level that `text` names (1 school … 5 doctorate), 0 for none: for job requirements too."""
    return max((int((match.lastgroup or "l0")[1:]) for match in DEGREE.finditer(text[:20_000])), default=0)


def read_line(text: str) -> tuple[str | None, str | None, int]:
    """(degree, college, level) that one line of an education section names; a degree keeps its field of study."""
    bare = _BULLET.sub("", text.strip())
    match = DEGREE.search(_NO_DEGREE.sub(lambda found: " " * len(found[0]), bare))
    prose = (bare[:1].islower() and len(bare.split()) > 6) or (bare.endswith(".") and len(bare.split()) > 12)
    if match is None or (prose and match.start() > 0):
        college = college_in(bare)
        return None, college, 0
    level = int((match.lastgroup or "l0")[1:])
    if (
        SCHOOL.search(bare)
        and level == 1
        and match.end() < len(bare)
        and SCHOOL.match(bare, match.end() - len("school"))
    ):
        return None, college_in(bare), 0  # "S.R High School" is a school, not a certificate
    inside = match.start() > 0 or re.match(r"polytechnic\s+college", bare[match.start() :], re.I)
    if level in (1, 2) and inside and _names_school(bare, match):
        return None, college_in(bare), 0
    pieces = _pieces(bare)
    at = next((at for at, (start, end) in enumerate(pieces) if start <= match.start() < end), 0)
    start, end = pieces[at]
    lead = bare[start : match.start()].strip()
    degree = bare[match.start() if len(lead) > 12 or not lead.replace(".", "").isalpha() else start : end]
    for next_start, next_end in pieces[at + 1 : at + 2]:
        piece = bare[next_start:next_end]
        if bare[end:next_start].strip() in (",", "-", "–", ":") and _is_field(piece):
            degree = bare[bare.index(degree) : next_end]
    others = [bare[s:e] for s, e in pieces if not s <= match.start() < e]
    college = next((found for piece in others if (found := college_in(piece))), None)
    glued = _GLUED_SCHOOL.match(degree) if college is None and level >= 2 else None
    if glued is not None:  # `PhD Acme University`, `M.Sc. Digital Media University of Acme`
        degree, college = glued["degree"] or glued["short"], college_in(glued["school"] or glued["named"])
    return _clean_degree(degree) or None, college, level


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces, start = [], 0
    for match in _FROM.finditer(text):
        if match.start() > start:
            pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(text)))
    return [piece for piece in pieces if piece[1] > piece[0]] or [(0, len(text))]


def _names_school(text: str, match: re.Match[str]) -> bool:
    """`Little Flower Secondary School`, `Government Polytechnic`: the degree's word is part of a school's name."""
    around = text[match.start() : match.end() + 12]
    if re.search(r"certificate|diploma in|examination", around, re.I):
        return False
    tail = re.search(r"\b(?:school|college|vidyalaya|academy)\W*$", without_place(text), re.I)
    return tail is not None or re.search(r"school|polytechnic|college", around, re.I) is not None


def _is_field(piece: str) -> bool:
    words = piece.split()
    return (
        0 < len(words) <= 5
        and not SCHOOL.search(piece)
        and not BOARD.search(piece)
        and not re.search(r"\d", piece)
        and not is_place(piece)
    )


def _clean_degree(text: str) -> str:
    text = strip_facts(text)
    if SCHOOL.search(text) and (cut := re.search(r"\s+(?:from|at|,)\s+|,\s+", text)):
        text = text[: cut.start()]
    return tidy(text)


def college_in(text: str) -> str | None:
    """The school, college, university or board that `text` names, without its town."""
    if not (SCHOOL.search(text) or BOARD.search(text)) or len(text.split()) > 18:
        return None
    text = re.sub(r"^.*?\bfrom\s+(?=[A-Za-z])", "", strip_facts(text))
    text = re.sub(
        r"^(?:college|university|institute|institution|school|board|name of (?:the )?\w+)\s*[:–-]\s*",
        "",
        text,
        flags=re.I,
    )
    pieces = [
        piece for piece in re.split(r"\s+[-–—|]\s+|\s*[|•]\s*", text) if SCHOOL.search(piece) or BOARD.search(piece)
    ]
    found = without_place(_STUDY.sub("", pieces[0] if pieces else text)).rstrip(" ,")
    return found if 1 < len(found) <= 120 and names_something(found) else None


def names_something(college: str) -> bool:
    """Is there more to `college` than the head of a column, general words, a prize or a sentence?"""
    words = re.findall(r"[^\W\d_]+", college.casefold())
    general = all(word in _GENERAL for word in words)
    return not (_COLUMN_HEAD.fullmatch(college) or general or _NO_COLLEGE.search(college) or _OFFICE.search(college))


def strip_facts(text: str) -> str:
    """`text` without bullets, years and marks."""
    return tidy(_MARKS.sub("", _DATES.sub("", _BULLET.sub("", text.strip()))))
