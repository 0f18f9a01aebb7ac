"""Finds the dated lines that roles hang on, and tells them from dates inside a description.

Knows dates and the look of a line; who was employed where is read by `heads.py`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tools.resume.dates import DateRange, find_ranges, find_single
from tools.resume.head_labels import label_of
from tools.resume.headers import Header, read_header, tidy
from tools.resume.sections import Line
from tools.resume.vocabulary import is_place, org_score, title_score

_BULLET = re.compile(r"^\s*(?:[•·●▪■□❖➢➤✓✔◦○*§»\uf0b7\uf0a7\uf0d8\uf076]|[-–—](?=\s?[A-Za-z])|o\s(?=[A-Z]))")


_SENTENCE_END = re.compile(
    r"(?<!\bltd)(?<!\binc)(?<!\bpvt)(?<!\bco)(?<!\bcorp)(?<!\bno)(?<!\bexec)(?<!\basst)(?<!\bmgr)(?<!\bdept)(?<!\bengg)(?<!(?-i:[A-Z]))\.\s*$",
    re.I,
)


_VERB = re.compile(
    r"^(?:(?:Co-)?[A-Z][a-z]+(?:ed|ing)|Led|Built|Made|Ran|Wrote|Won|Set up|Responsible|To|I|We|My|The|It|"
    r"This|And|With|Using)\s+[a-z]"
)


@dataclass
class Anchor:
    """A dated place in a section: lines first..last, what stands beside the date, and the head around it."""

    first: int
    last: int
    dates: DateRange
    rest: str
    units: list[str] = field(default_factory=list)
    top: int = 0
    bottom: int = 0
    header: Header = field(default_factory=lambda: Header(None, None))
    grouped: bool = False


def find_anchors(lines: Sequence[Line], today: datetime.date) -> list[Anchor]:
    """The dated lines of an experience section that may head a role, top to bottom."""
    anchors: list[Anchor] = []
    at = 0
    while at < len(lines):
        anchor = _anchor_at(lines, at, today)
        if anchor is not None:
            anchors.append(anchor)
            at = anchor.last
        at += 1
    # a bullet or a "Duration:" among heads without them belongs to a project inside a role
    for inner in (is_bullet, is_labelled_date):
        plain = [anchor for anchor in anchors if not inner(lines[anchor.first].text)]
        anchors = plain if len(plain) * 2 >= len(anchors) or (inner is is_labelled_date and plain) else anchors
    return _consistent(lines, anchors)


def _consistent(lines: Sequence[Line], anchors: list[Anchor]) -> list[Anchor]:
    """When heads keep their dates on a line of their own, a range inside other text is part of a description."""
    if len(anchors) < 2 or anchors[0].rest:
        return anchors
    spaced = lines[anchors[0].first].gap
    alone = [anchor for anchor in anchors if not anchor.rest]
    if len(alone) * 2 < len(anchors):
        return anchors
    return [
        anchor
        for anchor in anchors
        if (is_complete(anchor.rest) and len(anchor.rest.split()) <= 10)
        or (not anchor.rest and (lines[anchor.first].gap or not spaced))
    ]


def is_bullet(text: str) -> bool:
    """Does the line begin with a bullet?"""
    return _BULLET.match(text) is not None


def is_labelled_date(text: str) -> bool:
    """Does the line begin with `Duration:` or the like?"""
    label = label_of(text)
    return label is not None and label[0] == "date"


def is_complete(rest: str) -> bool:
    """Does what stands beside a date name both a title and an employer?"""
    header = read_header([rest]) if rest else Header(None, None)
    return header.title is not None and header.employer is not None


def _anchor_at(lines: Sequence[Line], at: int, today: datetime.date) -> Anchor | None:
    line = lines[at]
    if len(line.text) > 220:
        return None
    ranges = find_ranges(line.text, today)
    if ranges:
        rest = _beside(line.text, ranges[0].span, is_labelled_date(line.text))
        return Anchor(at, at, ranges[0], rest) if _fits_head(rest, line) else None
    for extra in (1, 2):
        window = lines[at : at + extra + 1]
        if (
            len(window) == extra + 1
            and all(len(part.text) < 40 for part in window)
            and find_single(line.text, today) is not None
        ):
            joined = " ".join(part.text for part in window)
            ranges = find_ranges(joined, today)
            if ranges and ranges[0].span[1] > len(joined) - len(window[-1].text):
                rest = _beside(joined, ranges[0].span)
                return Anchor(at, at + extra, ranges[0], rest)
    return _single_anchor(line, at, today)


def _beside(text: str, span: tuple[int, int], labelled: bool = False) -> str:
    """What stands on a line beside its date, brackets round the date dropped."""
    before = "" if labelled else tidy(text[: span[0]].rstrip(" (["))
    after = tidy(text[span[1] :].lstrip(" )]"))
    return tidy(f"{before} | {after}") if before and after else before or after


def _single_anchor(line: Line, at: int, today: datetime.date) -> Anchor | None:
    """A lone month or year counts only at the edge of a short line that reads like a head."""
    single = find_single(line.text, today) if len(line.text) < 100 and not _BULLET.match(line.text) else None
    if single is None:
        return None
    before, after = line.text[: single.span[0]].strip(), line.text[single.span[1] :].strip(" )]|,-")
    rest = _beside(line.text, single.span)
    edge = not before.strip("(|-– ") or not after
    alone = not rest or is_place(rest)
    headed = title_score(rest) >= 1.3 or org_score(rest) >= 1.3 or line.strong
    if not edge or _VERB.match(rest) or not ((headed and len(rest.split()) <= 9) or (alone and single.exact)):
        return None
    return Anchor(at, at, single, rest)


def _fits_head(rest: str, line: Line) -> bool:
    """Is a line that holds a range the head of a role rather than a sentence of its description?"""
    words = len(rest.split())
    if label_of(line.text) is not None or words <= 9:
        return not (_VERB.match(rest) and words > 6 and not re.match(r"(?:work|serv)(?:ed|ing)\b", rest, re.I))
    if re.match(r"[\W_]*(?:currently |presently |i )?(?:have )?(?:work|serv|employ)(?:ed|ing)\b", rest, re.I):
        return True
    return words <= 18 and not _SENTENCE_END.search(line.text) and (title_score(rest) > 0 or org_score(rest) > 0.7)


def is_prose(text: str) -> bool:
    """Does `text` begin as a sentence of a description does: a verb, then small letters?"""
    if len(text.split()) <= 2 or (len(text.split()) <= 5 and title_score(text) >= 1.3):
        return False  # `Marketing manager`, `Typing work`
    return _VERB.match(text) is not None


def ends_sentence(text: str) -> bool:
    """A full stop at the end that is no abbreviation's."""
    return _SENTENCE_END.search(text) is not None
