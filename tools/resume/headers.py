"""Reads the few lines that head a role or a degree: which part is the title, which the employer, which the place.

Knows words and punctuation only; where those lines are found is the business of `roles.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tools.resume.head_labels import label_of
from tools.resume.vocabulary import LEGAL_SUFFIX, is_place, org_score, title_score

_STRONG_SEPARATOR = re.compile(
    r"\s+[-–—~]+\s+|\s*[|•·▪●‖¦]\s*|\s+@\s+|\s+at\s+(?=[A-Z])|\s{3,}|\t|\s+//\s+|\s+(?:－|ï¼)\S?\s+|\s*::\s*|\s*;\s*"
)
_WORK_PREFIX = re.compile(
    r"^(?:(?:i\s+)?(?:am\s+|have\s+|is\s+|was\s+)?(?:currently\s+|presently\s+|"
    r"previously\s+)?(?:working|worked|work|served|serving|joined|employed|associated)"
    r"(?:\s+as|\s+with|\s+at|\s+in|\s+for)?(?:\s+an?|\s+the)?\s+)",
    re.I,
)
_LINKS = re.compile(r"\s+(?:at|with|in|for|@|under)\s+(?:the\s+|m/s\.?\s+)?(?=[A-Z])")
_EDGES = " \t,;:-–—|•·●▪■□❖➢*/\\~'\"“”\uf0b7\uf0a7§»>‣◦○"
_PAREN_TAIL = re.compile(r"\s*\((?:\d[^)]*|[^)]*\b(?:years?|months?|yrs?|mos?)\b[^)]*)\)\s*$|\s*\(\s*\)?\s*$", re.I)
_DEPARTMENTS_TEXT = """
    marketing sales operations finance hr human medical clinical legal engineering research development
    communications communication corporate customer product products digital information technology it business
    quality supply production accounts accounting administration public data software credit risk credit internal
    external global regional north south east west strategy people talent design content media growth security
    infrastructure department division retail commercial science
"""
_DEPARTMENTS = frozenset(_DEPARTMENTS_TEXT.split())
_DURATION = re.compile(
    r"[\s(\[|·•,-]*(?:less than a year|(?:\d{1,2}(?:\.\d)?\+?\s*(?:years?|yrs?|"
    r"y)\b)[\s,]*(?:(?:and\s)?\d{1,2}\s*(?:months?|mos?|m)\b)?|\d{1,3}\s*(?:months?|"
    r"mos?)\b)[\s)\].]*$",
    re.I,
)
_LEGAL_THEN_PLACE = re.compile(r"^(.{2,80}?\b(?:Ltd|Limited|Inc|LLC|LLP|GmbH|Corp|Corporation)\b\.?),?\s+(\S.*)$", re.I)


@dataclass(frozen=True)
class Header:
    """What a role's head says."""

    title: str | None
    employer: str | None


def tidy(text: str) -> str:
    """`text` without bullets, dangling separators, empty parentheses and durations at its ends."""
    text = text.strip(_EDGES).rstrip("( ")
    if len(text) > 400:
        return text  # no head is that long; what follows looks at brackets one by one
    previous = None
    while previous != text:
        previous = text
        text = _PAREN_TAIL.sub("", text.strip(_EDGES)).strip(_EDGES)
        if text.count("(") > text.count(")") and text.endswith("("):
            text = text[:-1]
        if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
            text = text[1:-1]
    return text.rstrip(" .") if text.endswith(" .") else text


def is_duration(text: str) -> bool:
    """Is all of `text` a length of time, as LinkedIn writes under a company: `7 years 10 months`?"""
    return bool(text) and _DURATION.sub("", text).strip() == "" and any(character.isdigit() for character in text)


def without_place(text: str) -> str:
    """`Acme Ltd - Pune, Maharashtra` without its place; the text itself when nothing else is left."""
    text = tidy(text)
    for pattern in (r"\s+[-–—]\s+|\s+-(?=\s)|[|•·]|\s+(?:－|ï¼)\S?\s+", r",\s*"):
        if pattern.startswith(","):  # no sign parts the place from the name: `Acme San Francisco, CA`
            tokens = text.split()
            for at in range(1, len(tokens)):
                tail = " ".join(tokens[at:])
                glue = tokens[at - 1].casefold() in ("of", "the", "de", "in", "&")
                if "," in tail and not glue and _sure_place(tail):
                    return " ".join(tokens[:at])
        pieces = re.split(pattern, text)
        for at in range(1, len(pieces)):
            head, tail = pieces[:at], ", ".join(piece.strip() for piece in pieces[at:] if piece.strip())
            if tail and is_place(tail):
                position = 0
                for piece in head[:-1]:
                    position = text.index(piece, position) + len(piece)
                end = text.index(head[-1], position) + len(head[-1])
                return _without_town(tidy(text[:end]), tail) or text
    legal = _LEGAL_THEN_PLACE.match(text)
    return legal[1] if legal is not None and is_place(legal[2]) else text


def _without_town(name: str, place: str) -> str:
    """`Acme (Pune)` before `Pune, Maharashtra` as `Acme`."""
    town = re.search(r"[\s,(]+([^\W\d_]+)\)?$", name)
    same = town is not None and town[1].casefold() == re.split(r"[\s,]", place)[0].casefold()
    return (
        tidy(name[: town.start()]) if town is not None and same and not name[: town.start()].endswith(" of") else name
    )


def _sure_place(text: str) -> bool:
    """A place whose first word is itself known, so that no employer's last word is taken for a town."""
    return is_place(text) and is_place(text.split(",")[0])


def read_header(units: Sequence[str], title_first: bool = True, sure: bool = False) -> Header:
    """Title and employer from the lines (or pieces) that head a role, top to bottom.

    `title_first` decides when the words themselves do not; when `sure`, the words must speak loudly against it.
    """
    forced: dict[str, str] = {}
    free: list[str] = []
    for unit in units:
        label = label_of(unit)
        if label is None:
            free.append(unit)
        elif label[0] in ("title", "employer") and label[1]:
            forced.setdefault(label[0], label[1])
    parts = _parts(free)
    header = _assign(parts, title_first, 1.6 if sure else 0.35)
    if forced:
        title = tidy(forced["title"]) if "title" in forced else header.title
        employer = without_place(forced["employer"]) if "employer" in forced else header.employer
        if "title" in forced and employer is None and parts:
            employer = max(parts, key=lambda part: org_score(part.text)).text
        header = Header(title, employer)
    return _untangled(header)


def _untangled(header: Header) -> Header:
    """`Test Analyst at Acme` beside the employer `Acme Ltd`: the title loses the employer's name."""
    if not header.title or not header.employer:
        return header
    at = re.search(r"\s+(?:at|@)\s+\S.*$", header.title)
    if at is not None and title_score(header.title[: at.start()]) >= 1.3:
        return Header(tidy(header.title[: at.start()]), header.employer)
    first = re.escape(header.employer.split()[0]) if len(header.employer.split()[0]) > 2 else re.escape(header.employer)
    match = re.search(
        rf"(?:\s*[-–—,/(|@]\s*|\s+)(?:\b(?:at|in|with|for|from)\s+)?(?:M/s\.?\s*)?{first}\b.*$", header.title, re.I
    )
    if match is None or title_score(header.title[: match.start()]) < 1.3:
        return header
    return Header(tidy(header.title[: match.start()]), header.employer)


@dataclass(frozen=True)
class _Part:
    """A piece of a head; `placed` says that a place or a dangling dash followed it, as after an employer."""

    text: str
    placed: bool = False

    @property
    def lean(self) -> float:
        """Above 0: a title; below 0: an employer."""
        return _lean(self.text) - (0.8 if self.placed else 0.0)


def _parts(units: Sequence[str]) -> list[_Part]:
    whole: list[_Part] = []
    for unit in units:
        raw = _WORK_PREFIX.sub("", unit.strip(_EDGES[:2])).strip()
        text = without_place(tidy(raw))
        if text and not is_place(text):
            whole.append(_Part(text, raw.endswith(("-", "–")) or len(text) < len(tidy(raw))))
    if len(whole) >= 2 and not any(_holds_both(part.text) for part in whole):
        return whole
    parts: list[_Part] = []
    for part in whole:
        pieces = split_unit(part.text)
        parts.extend([part] if len(pieces) == 1 else [_Part(piece) for piece in pieces])
    return [part for part in parts if part.text and not is_place(part.text)]


def _holds_both(text: str) -> bool:
    pieces = [piece for piece in _STRONG_SEPARATOR.split(text) if piece.strip()]
    if re.search(r"\S\s+at\s+[A-Z]", text) and len(pieces) == 2 and _lean(pieces[0]) > 0.9:
        return True
    return (
        len(pieces) > 1 and any(_lean(piece) > 0.9 for piece in pieces) and any(_lean(piece) < -0.5 for piece in pieces)
    )


def split_unit(text: str) -> list[str]:
    """One line cut into title, employer and the rest, where signs or words allow it."""
    pieces = [tidy(piece) for piece in _STRONG_SEPARATOR.split(text) if piece and piece.strip(_EDGES)]
    pieces = [piece for piece in pieces if not is_place(piece)]
    if len(pieces) > 1:
        return [without_place(piece) for piece in pieces]
    for cut in (_LINKS, re.compile(r"\s*[,/]\s+|\s*,\s*")):
        for match in cut.finditer(text):
            left, right = text[: match.start()].strip(), text[match.end() :].strip()
            if left and right and _lean(left) * _lean(right) < 0 and abs(_lean(left)) > 0.4 and abs(_lean(right)) > 0.4:
                return [left, without_place(right)]
            if cut is _LINKS and _lean(left) > 0.9 and not title_score(right) and right[:1].isupper():
                return [left, without_place(right)]
    both = re.fullmatch(r"([^,()]{3,60}),\s+([^,()]{2,50})", text)
    if both is not None:
        ahead, behind = title_score(both[1]) >= 1.3, title_score(both[2]) >= 1.3
        other = both[2] if ahead else both[1]
        words = [word.casefold() for word in other.split()]
        if ahead != behind and len(words) <= 5 and other[:1].isupper() and words[0] not in _DEPARTMENTS:
            return [both[1], both[2]]
    return _cut_after_title(text)


def _cut_after_title(text: str) -> list[str]:
    """`Fullstack Engineer University of Somewhere`: a title runs into an employer without any sign."""
    tokens = text.split()
    for at in range(len(tokens) - 1, 0, -1):
        left, right = " ".join(tokens[:at]), " ".join(tokens[at:])
        if (
            title_score(tokens[at - 1])
            and org_score(right) >= 0.8
            and not title_score(right)
            and tokens[at][:1].isupper()
        ):
            return [left, right]
    return [text]


def _lean(text: str) -> float:
    """Above 0: a title; below 0: an employer."""
    legal = LEGAL_SUFFIX.search(text.rstrip(" .,)"))
    return title_score(text) - org_score(text) - (1.0 if legal else 0.0)


def _assign(parts: Sequence[_Part], title_first: bool, margin: float) -> Header:
    parts = [part for part in parts if any(character.isalpha() for character in part.text)]
    if not parts:
        return Header(None, None)
    leans = [part.lean for part in parts[:4]]
    if len(parts) == 1:
        is_employer = leans[0] < -0.3 or (leans[0] <= 0 and not title_first)
        return Header(None, parts[0].text) if is_employer else Header(parts[0].text, None)
    best_title = max(range(len(leans)), key=lambda at: leans[at])
    best_org = min(range(len(leans)), key=lambda at: leans[at])
    expected = best_title < best_org if title_first else best_org < best_title
    if leans[best_title] - leans[best_org] < (0.35 if expected else margin):
        best_title, best_org = (0, 1) if title_first else (1, 0)
    return Header(parts[best_title].text, parts[best_org].text)
