"""The names of degrees, certificates, boards and schools, and how one line holds them.

Indian ones first, American and European ones too; no list of schools. Knows single lines, not entries.
"""

from __future__ import annotations

import re

from tools.resume.headers import tidy, without_place
from tools.resume.vocabulary import is_place

_LEVELS: tuple[tuple[int, str], ...] = (
    (
        5,
        r"ph\.?\s?d\b\.?|d\.?\s?phil\b\.?|doctorate\b|doctor of (?:philosophy|science|business)|"
        r"d\.?sc\b\.?|post[- ]?doc\w*|d\.?litt\b\.?|"
        r"doctoral\b|पी\.?एच\.?डी",
    ),
    (
        4,
        r"m\.?\s?b\.?\s?a\b\.?|m\.?\s?c\.?\s?a\b\.?|m\.?\s?-?tech\b\.?|m\.?\s?sc\b\.?|m\.?\s?com\b\.?|"
        r"m\.\s?e\b\.?|(?-i:ME)\b(?=[\s(,:–-]|$)|m\.?\s?phil\b\.?|m\.?\s?pharm\w*\.?|m\.?\s?ed\b\.?|"
        r"m\.?s\.?w\b\.?|m\.?\s?arch\b\.?|m\.?\s?des\b\.?|m\.?d\.?s\b\.?|m\.?p\.?t\b\.?|"
        r"m\.?f\.?a\b\.?|m\.?p\.?h\b\.?|m\.?p\.?a\b\.?|ll\.?m\b\.?|m\.?\s?d\b\.?(?=[\s,(-]|$)|"
        r"m\.?lis\w*\.?|m\.?b\.?e\b|"
        r"m\.s\b\.?|(?-i:MS)\b(?= in\b| \(|,|$)|m\.a\b\.?|(?-i:MA)\b(?= in\b| \(|,|$)|meng\b|"
        r"m\.?p\.?ed\b\.?|m\.?h\.?m\b\.?|m\.?m\.?s\b\.?|m\.?f\.?c\b\.?|m\.?b\.?m\b\.?|m\.?p\.?m\b\.?|"
        r"p\.?\s?g\.?\s?d\.?\s?m\b\.?|p\.?\s?g\.?\s?d\.?\s?b\.?\s?[am]\b\.?|p\.?g\.?p\.?m?\b\.?|"
        r"p\.?g\.?d\.?h\.?r\.?m\b\.?|post[- ]?graduat\w*(?: degree| diploma| program\w*)?|"
        r"master(?:['’]?s)?(?: of| in| degree| studies|'s)?\b(?! project| thesis| the\b)|"
        r"executive mba\b|e\.?p\.?g\.?p\b|chartered accountan\w+|cost accountan\w+|"
        r"company secretary\b|c\.a\.?(?=[\s,(-]|$)|i\.?c\.?w\.?a\w*|c\.?m\.?a\b|f\.?c\.?a\b|"
        r"परास्नातक|स्नातकोत्तर|एम\.? ?ए\.?|एम\.?बी\.?ए",
    ),
    (
        3,
        r"b\.?\s?-?tech\b\.?|b\.\s?e\b\.?|(?-i:B\.? ?E)\b(?=[\s(,.:/–-]|$)|b\.?\s?sc\b\.?|"
        r"b\.?\s?com\b\.?|b\.?\s?c\.?\s?a\b\.?|b\.?\s?b\.?\s?a\b\.?|b\.?\s?b\.?\s?m\b\.?|b\.?b\.?s\b|"
        r"b\.?m\.?s\b\.?|b\.?\s?pharm\w*\.?|pharm\.?\s?d\b\.?|"
        r"b\.?\s?ed\b\.?|b\.?\s?arch\b\.?|b\.?\s?des\b\.?|b\.?d\.?s\b\.?|m\.?b\.?b\.?s\b\.?|"
        r"b\.?a\.?m\.?s\b\.?|b\.?h\.?m\.?s\b\.?|b\.?h\.?m\b\.?|b\.?p\.?t\b\.?|b\.?v\.?sc\b\.?|"
        r"ll\.?b\b\.?|b\.?l\b\.(?=\s|$)|"
        r"b\.?f\.?a\b\.?|b\.?s\.?w\b\.?|b\.?lis\w*\.?|b\.?voc\b\.?|b\.?p\.?ed\b\.?|b\.?m\.?m\b\.?|"
        r"b\.?a\.?f\b|b\.a\b\.?|(?-i:BA)\b(?= in\b| \(|,|$)|b\.s\b\.?|(?-i:BS)\b(?! degree)|beng\b|"
        r"bcs\b|"
        r"bachelor(?:['’]?s?)?(?: of| in| degree|'s)?\b(?! project| thesis| the\b)|graduat(?:e|"
        r"ion)\b(?! year| research| level| student| assistant)|a\.?m\.?i\.?e\b\.?|honou?rs degree\b|"
        r"licence\b(?= in)|undergraduate\b|juris doctor\b|b\.?n\b\.(?=\s)|"
        r"स्नातक|बी\.? ?ए\.?|बी\.?कॉम|बी\.?एस\.?सी|बी\.?टेक|बी\.?एड",
    ),
    (
        2,
        r"advanced? diploma\b|diploma\b|polytechnic\b|p\.?\s?g\.?\s?d\.?\s?c\.?\s?a\b\.?|"
        r"d\.?\s?c\.?\s?a\b\.?|d\.?\s?el\.?\s?ed\b\.?|d\.?\s?ed\b\.?|d\.?\s?pharm\w*\.?|"
        r"i\.?\s?t\.?\s?i\b\.?|g\.?n\.?m\b\.?|a\.?n\.?m\b\.?|n\.?t\.?t\b|"
        r"b\.?t\.?c\b\.?|d\.?m\.?l\.?t\b\.?|p\.?g\.?[ -]?diploma\b|pg-?dac\b|associate(?:'s)? (?:of|"
        r"in|degree)\b|associates? degree\b|a\.?d\.?c\.?a\b\.?|h\.?n\.?[cd]\b|dca\b|dce\b|dme\b|dee\b|"
        r"['’‘]?[oa]['’] level\b|"
        r"डिप्लोमा|आई\.?टी\.?आई",
    ),
    (
        1,
        r"(?:10|12|x|xii|\+ ?2|10 ?\+ ?2)\s?(?:th|st)?\s?(?:standard|std\b\.?|class|grade|board|"
        r"pass(?:ed)?|cbse|icse)|(?:class|std\.?|standard)[\s:-]{0,2}(?:10|12|x|xii)(?:\s?th)?\b|"
        r"(?<![\w.])(?:10|12)\s?th\b|(?<![\w.+])(?:xii?|x)\s?th\b|10\s?\+\s?2\b|\+2\b|"
        r"s\.?\s?s\.?\s?l\.?\s?c\b\.?|s\.?\s?s\.?\s?c\b\.?|h\.?\s?s\.?\s?c\b\.?|h\.?s\.?l\.?c\b\.?|"
        r"h\.?s\b(?=\s*[,(.-])|"
        r"p\.?\s?u\.?\s?c\b\.?|pre[- ]?university\b(?: course| education)?|matric\w*|intermediate\b|"
        r"(?:senior |higher )?secondary(?: school)?(?: certificate| education| examination)?\b|"
        r"high school(?: diploma| degree)?\b|plus two\b|pre[- ]degree\b|"
        r"all india (?:senior )?(?:secondary|school)\w*|c\.?b\.?s\.?e\b\.?|i\.?c\.?s\.?e\b\.?|"
        r"i\.?s\.?c\b\.(?=\s|$)|state board\b|g\.?e\.?d\b\.?|a[- ]levels?\b|"
        r"o[- ]levels?\b|h\.?s\.?e\b|board of (?:secondary|intermediate|higher)[\w ]*|दसवीं|बारहवीं|"
        r"हाई ?स्कूल|इंटर(?:मीडिएट)?|मैट्रिक|10वीं|12वीं",
    ),
)


DEGREE = re.compile("|".join(f"(?P<l{level}>(?<![\\w@.-])(?:{pattern}))" for level, pattern in _LEVELS), re.I)


SCHOOL = re.compile(
    r"\b(?:universit\w*|univercit\w*|univ\b\.?|colleges?|collage|institut\w*|insitute|school|"
    r"schools|academy|vidyalaya\w*|vidyapeeth|vidya ?mandir|vidhyalaya|"
    r"polytechnic|faculty|gurukul|iit\b|nit\b|iiit\b|iim\b|bits\b|convent|campus|mahavidyalaya\w*|inter college|"
    r"[jp]\.?n\.?t\.?u\w?|vtu|gtu|ignou|cdac|c-dac|niit|icai|icsi|council|centre|center|"
    r"polytechnique|hochschule|universität|école)|विश्वविद्यालय|विद्यालय|कॉलेज|महाविद्यालय|"
    r"संस्थान|स्कूल",
    re.I,
)


_OFFICE = re.compile(r"\bm\.?\s?s\.?[\s-]*(?:office|excel|word|power\s?point|access|outlook|dos|sql|project)\b", re.I)


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


_BULLET = re.compile(r"^[^\w'’+\u0900-\u097F]+")


def degree_level(text: str) -> int:
    """The highest level that `text` names (1 school … 5 doctorate), 0 for none: for job requirements too."""
    return max((int((match.lastgroup or "l0")[1:]) for match in DEGREE.finditer(text[:20_000])), default=0)


def read_line(text: str) -> tuple[str | None, str | None, int]:
    """(degree, college, level) that one line of an education section names; a degree keeps its field of study."""
    bare = _BULLET.sub("", text.strip())
    match = DEGREE.search(_OFFICE.sub(lambda found: " " * len(found[0]), bare))
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
    found = without_place(pieces[0] if pieces else text)
    return found if 1 < len(found) <= 120 and not _COLUMN_HEAD.fullmatch(found) else None


def strip_facts(text: str) -> str:
    """`text` without bullets, years and marks."""
    return tidy(_MARKS.sub("", _DATES.sub("", _BULLET.sub("", text.strip()))))
