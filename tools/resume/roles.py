"""Finds the positions held: title, employer, dates and description, from the experience sections only.

Dates are the anchors; the lines around them are read by `headers.py`. Education and projects are never looked at.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tools.resume.dates import PRESENT, DateRange, find_ranges, find_single, interval, months_between, union_months
from tools.resume.headers import Header, is_duration, label_of, read_header, tidy
from tools.resume.sections import Line, Section
from tools.resume.types import Role
from tools.resume.vocabulary import is_place, org_score, title_score

_BULLET = re.compile(r"^\s*(?:[•·●▪■□❖➢➤✓✔◦○*§»\uf0b7\uf0a7\uf0d8\uf076]|[-–—](?=\s?[A-Za-z])|o\s(?=[A-Z]))")
_SENTENCE_END = re.compile(r"(?<!\bltd)(?<!\binc)(?<!\bpvt)(?<!\bco)(?<!\bcorp)(?<!\bno)(?<!\bexec)(?<!\basst)(?<!\bmgr)(?<!\bdept)(?<!\bengg)(?<!(?-i:[A-Z]))\.\s*$", re.I)
_SUBHEAD = re.compile(r"^[^:]{3,45}:\s*-?$")
_VERB = re.compile(
    r"^(?:[A-Z][a-z]+(?:ed|ing)|Led|Built|Made|Ran|Wrote|Won|Set up|Responsible|To|I|We|My|The|It|This|And|With|Using)\s+[a-z]"
)
_FRAGMENT = re.compile(
    r"^(?:as|by|on|to|and|for|from|of|in|with|since|till?|until|during|used|worked|working|responsible|is|was|were|are|i)\b(?! [A-Z]+\b)"
    r"|^(?:duration|period|dates?|joining date|company name|team size|client|location|responsibilities|role|environment|description|project|"
    r"achievements?|education|skills|the|page|resume|curriculum vitae|"
    r"(?:january|february|march|april|june|july|august|september|october|november|december)\b.*)\W*$|\b(?:i have|i am|used to|which|that is)\b",
    re.I,
)
MAX_HEADER = 4


@dataclass
class _Anchor:
    """A dated place in a section: lines first..last, what stands beside the date, and the head around it."""

    first: int
    last: int
    dates: DateRange
    rest: str
    units: list[str] = field(default_factory=list)
    top: int = 0
    bottom: int = 0
    header: Header = Header(None, None)
    grouped: bool = False


def find_roles(sections: Sequence[Section], pages: Mapping[int, str], today: datetime.date) -> tuple[Role, ...]:
    """Roles in reading order.

    Parameters
    ----------
    sections
        All sections; only those of kind "experience" are read.
    pages
        Each page's text by number: a role's quote is a verbatim piece of it.
    today
        What "present" means.
    """
    roles: list[Role] = []
    for section in sections:
        if section.kind == "experience":
            roles.extend(_section_roles(section.lines, pages, today))
    if not roles:  # no heading says "Experience": only heads that name both title and employer count
        for section in sections:
            if section.kind in ("header", "summary", "skills", "projects", "other"):
                found = _section_roles(section.lines, pages, today)
                roles.extend(role for role in found if role.title and role.employer and role.start and _sure(role))
    return tuple(roles)


def _sure(role: Role) -> bool:
    return title_score(role.title or "") >= 1.3 and (org_score(role.employer or "") >= 0.8 or "ompany" in role.quote)


def total_months(roles: Sequence[Role], today: datetime.date) -> int | None:
    """Months covered by the dated roles, overlaps counted once; None when no role is dated."""
    spans = []
    for role in roles:
        if role.start and role.end and role.months:
            first, _ = interval(role.start, role.end, today)
            spans.append((first, first + role.months - 1))
    return union_months(spans) if spans else None


def _section_roles(lines: Sequence[Line], pages: Mapping[int, str], today: datetime.date) -> list[Role]:
    anchors = _anchors(lines, today)
    _attach_heads(lines, anchors)
    _read_heads(anchors)
    for anchor in anchors:
        anchor.header = _plausible(anchor.header)
    anchors = [anchor for anchor in anchors if anchor.header.title or anchor.header.employer]
    roles: list[tuple[int, Role]] = []
    for at, anchor in enumerate(anchors):
        end = anchors[at + 1].top if at + 1 < len(anchors) else len(lines)
        roles.append((anchor.top, _role(anchor, lines, end, pages, today)))
    undated = [(top, bottom, _plausible(header)) for top, bottom, header in _undated(lines, anchors)]
    for top, bottom, header in undated:
        if not (header.title or header.employer) or bottom == top and (anchors or len(undated) > 12):
            continue
        quote = _quote(lines[top : bottom + 1], pages)
        nexts = [anchor.top for anchor in anchors if anchor.top > bottom]
        text = "\n".join(line.text for line in lines[bottom + 1 : min(nexts, default=len(lines))])
        roles.append((top, Role(header.title, header.employer, None, None, None, lines[top].page, quote, text)))
    return [role for _, role in sorted(roles, key=lambda pair: pair[0])]


def _anchors(lines: Sequence[Line], today: datetime.date) -> list[_Anchor]:
    anchors: list[_Anchor] = []
    at = 0
    while at < len(lines):
        anchor = _anchor_at(lines, at, today)
        if anchor is not None:
            anchors.append(anchor)
            at = anchor.last
        at += 1
    # a bullet or a "Duration:" among heads without them belongs to a project inside a role
    for inner in (_bulleted, _labelled):
        plain = [anchor for anchor in anchors if not inner(lines[anchor.first].text)]
        anchors = plain if len(plain) * 2 >= len(anchors) or inner is _labelled and plain else anchors
    return _consistent(lines, anchors)


def _consistent(lines: Sequence[Line], anchors: list[_Anchor]) -> list[_Anchor]:
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
        if _complete(anchor.rest) and len(anchor.rest.split()) <= 10 or (not anchor.rest and (lines[anchor.first].gap or not spaced))
    ]


def _bulleted(text: str) -> bool:
    return _BULLET.match(text) is not None


def _labelled(text: str) -> bool:
    label = label_of(text)
    return label is not None and label[0] == "date"


def _anchor_at(lines: Sequence[Line], at: int, today: datetime.date) -> _Anchor | None:
    line = lines[at]
    if len(line.text) > 220:
        return None
    ranges = find_ranges(line.text, today)
    if ranges:
        lead = "" if _labelled(line.text) else line.text[: ranges[0].span[0]]
        rest = tidy(lead + " | " + line.text[ranges[0].span[1] :])
        return _Anchor(at, at, ranges[0], rest) if _fits_head(rest, line) else None
    for extra in (1, 2):
        window = lines[at : at + extra + 1]
        if (
            len(window) == extra + 1
            and all(len(part.text) < 40 for part in window)
            and not find_single(line.text, today) is None
        ):
            joined = " ".join(part.text for part in window)
            ranges = find_ranges(joined, today)
            if ranges and ranges[0].span[1] > len(joined) - len(window[-1].text):
                rest = tidy(joined[: ranges[0].span[0]] + " | " + joined[ranges[0].span[1] :])
                return _Anchor(at, at + extra, ranges[0], rest)
    return _single_anchor(line, at, today)


def _single_anchor(line: Line, at: int, today: datetime.date) -> _Anchor | None:
    """A lone month or year counts only at the edge of a short line that reads like a head."""
    single = find_single(line.text, today) if len(line.text) < 100 and not _BULLET.match(line.text) else None
    if single is None:
        return None
    before, after = line.text[: single.span[0]].strip(), line.text[single.span[1] :].strip(" )]|,-")
    rest = tidy(f"{before} | {after}")
    edge = not before.strip("(|-– ") or not after
    alone = not rest or is_place(rest)
    headed = title_score(rest) >= 1.3 or org_score(rest) >= 1.3 or line.strong
    if not edge or _VERB.match(rest) or not (headed and len(rest.split()) <= 9 or alone and single.exact):
        return None
    return _Anchor(at, at, single, rest)


def _fits_head(rest: str, line: Line) -> bool:
    """Is a line that holds a range the head of a role rather than a sentence of its description?"""
    words = len(rest.split())
    if label_of(line.text) is not None or words <= 9:
        return not (_VERB.match(rest) and words > 6 and not re.match(r"(?:work|serv)(?:ed|ing)\b", rest, re.I))
    if re.match(r"[\W_]*(?:currently |presently |i )?(?:have )?(?:work|serv|employ)(?:ed|ing)\b", rest, re.I):
        return True
    return words <= 18 and not _SENTENCE_END.search(line.text) and (title_score(rest) > 0 or org_score(rest) > 0.7)


def _attach_heads(lines: Sequence[Line], anchors: list[_Anchor]) -> None:
    """Gives each anchor the lines that name its title and employer: before the date, beside it, or after it."""
    if not anchors:
        return
    first = anchors[0]
    before_first = [line for line in lines[: first.first] if not is_duration(line.text)]
    beside = sum(_complete(anchor.rest) for anchor in anchors) * 2 > len(anchors)
    heads_precede = 0 < len(before_first)
    floor = -1
    for at, anchor in enumerate(anchors):
        ceiling = anchors[at + 1].first if at + 1 < len(anchors) else len(lines)
        anchor.top, anchor.bottom = anchor.first, anchor.last
        rest = [anchor.rest] if anchor.rest else []
        if beside and _complete(anchor.rest):
            anchor.units = rest
        elif heads_precede:
            above, anchor.top, anchor.grouped = _above(lines, anchor, floor)
            anchor.units = above + rest if len(above) < MAX_HEADER else above
            if rest and not above or not anchor.units:
                _take_below(lines, anchor, ceiling, rest)
            if not any(title_score(unit) or org_score(unit) for unit in anchor.units):
                _take_block_top(lines, anchor, floor)
        else:
            _take_below(lines, anchor, ceiling, rest)
        floor = anchor.bottom


def _complete(rest: str) -> bool:
    header = read_header([rest]) if rest else Header(None, None)
    return header.title is not None and header.employer is not None


def _take_below(lines: Sequence[Line], anchor: _Anchor, ceiling: int, rest: list[str]) -> None:
    want = 1 if rest else 2
    units = list(rest)
    for at in range(anchor.last + 1, min(ceiling, anchor.last + 1 + want + 1)):
        line = lines[at]
        if not _head_like(line) or len(units) >= want + len(rest):
            break
        cue = title_score(line.text) or org_score(line.text) or line.strong or is_place(line.text)
        beside_title = len(units) == 1 and title_score(units[0]) >= 1.3 and len(line.text.split()) <= 7
        if units and not (cue or beside_title):
            break
        if not is_place(line.text):
            units.append(line.text)
        anchor.bottom = at
        if len(units) == 1 and _complete(units[0]):
            break
    anchor.units = units


def _take_block_top(lines: Sequence[Line], anchor: _Anchor, floor: int) -> None:
    """A date that follows the description, as a right-hand column read last: the head is the block's first line."""
    for at in range(floor + 1, anchor.first):
        line = lines[at]
        if is_duration(line.text) or is_place(line.text):
            continue
        if _head_like(line) and title_score(line.text) >= 1.3 and at < anchor.first - 1:
            beside = [unit for unit in anchor.units if unit[:1].isupper() and len(unit.split()) <= 4 and not _VERB.match(unit)]
            anchor.units, anchor.top = [line.text, *beside], at
        return


def _above(lines: Sequence[Line], anchor: _Anchor, floor: int) -> tuple[list[str], int, bool]:
    """Head lines above an anchor, top to bottom; where they begin; whether a group's duration stands among them."""
    taken: list[tuple[int, str]] = []
    grouped = False
    at = anchor.first - 1
    want = 1 if anchor.rest and not is_place(anchor.rest) else 2
    while at > floor and anchor.first - at <= MAX_HEADER + 1:
        line = lines[at]
        if is_duration(line.text) or not any(character.isalpha() for character in line.text):
            grouped = grouped or is_duration(line.text)
            at -= 1
            continue
        label = label_of(line.text)
        if label is None and (not _head_like(line) or (taken and _parted(lines, at, anchor.first))):
            break
        if taken and lines[taken[0][0]].strong and not line.strong:
            break
        if label is None and is_place(line.text):
            if taken and not line.strong:
                break
            at -= 1
            continue
        if taken and _wraps(line, lines[taken[0][0]]):
            taken[0] = (at, f"{line.text} {taken[0][1]}")
        elif len(taken) < want or label is not None:
            taken.insert(0, (at, line.text))
        else:
            break
        at -= 1
    return [text for _, text in taken], taken[0][0] if taken else anchor.first, grouped


def _parted(lines: Sequence[Line], at: int, first: int) -> bool:
    """White space below line `at`, though the lines from there to the date stand together."""
    return lines[at + 1].gap and not any(lines[below].gap for below in range(at + 2, first + 1))


def _wraps(upper: Line, lower: Line) -> bool:
    """Does `upper` run on into `lower`, as a long title over two lines does?"""
    if upper.size != lower.size or upper.bold != lower.bold or lower.gap or upper.size == 0:
        return False
    open_end = upper.text.rstrip().endswith((",", "&", " and", " of", "-", "/", "(")) or upper.text.count(
        "("
    ) > upper.text.count(")")
    return len(upper.text) > 40 and (open_end or upper.strong and len(upper.text) > 55)


def _head_like(line: Line) -> bool:
    text = line.text.strip()
    first = next((character for character in text if character.isalpha()), "")
    if not first or len(text) > 110 or len(text.split()) > 14 or _BULLET.match(text):
        return False
    if first.islower() and not (line.gap and len(text.split()) <= 6) and not line.strong:
        return False
    return not ((_SENTENCE_END.search(text) and not line.strong) or _SUBHEAD.match(text) or _VERB.match(text))


def _read_heads(anchors: Sequence[_Anchor]) -> None:
    """Reads the heads; those whose words decide set the order for those whose words do not."""
    title_first = employer_first = 0
    for anchor in anchors:
        if len(anchor.units) < 2:
            continue
        there, back = read_header(anchor.units, True), read_header(anchor.units, False)
        if there == back and there.title and there.employer:
            joined = " ".join(anchor.units)
            ahead = joined.find(there.title) <= joined.find(there.employer)
            title_first, employer_first = title_first + ahead, employer_first + (not ahead)
    order = title_first >= employer_first
    sure = max(title_first, employer_first) >= 3 and min(title_first, employer_first) * 4 <= max(title_first, employer_first)
    group: str | None = None  # LinkedIn: one employer, its total duration, then several titles
    for anchor in anchors:
        if group and not anchor.grouped and len(anchor.units) == 1:
            anchor.header = Header(tidy(anchor.units[0]), group)
            continue
        anchor.header = read_header(anchor.units, order, sure)
        if anchor.header.employer:
            group = anchor.header.employer if anchor.grouped else None


def _plausible(header: Header) -> Header:
    """The header without what is a piece of a sentence or a bare label."""
    title, employer = header.title, header.employer
    if title and (_FRAGMENT.match(title) or len(title.split()) > 14 or title.endswith(",")):
        title = None
    if employer and (_FRAGMENT.match(employer) or len(employer.split()) > 12 or not any(c.isalpha() for c in employer)):
        employer = None
    return Header(title, employer)


def _role(anchor: _Anchor, lines: Sequence[Line], end: int, pages: Mapping[int, str], today: datetime.date) -> Role:
    dates, header = anchor.dates, anchor.header
    months = months_between(dates.start, dates.end, today, dates.exact) if dates.end else None
    bottom = max(anchor.bottom, anchor.last)
    text = "\n".join(line.text for line in lines[bottom + 1 : end] if not is_duration(line.text))
    quote = _quote(lines[anchor.top : bottom + 1], pages)
    return Role(header.title, header.employer, dates.start, dates.end, months, lines[anchor.first].page, quote, text)


def _quote(lines: Sequence[Line], pages: Mapping[int, str]) -> str:
    """The head as it stands on the page; when lines between were left out, the last of its lines."""
    last = lines[-1]
    same = [line.text for line in lines if line.page == last.page]
    whole = "\n".join(same)
    return whole if whole in pages[last.page] else last.text


def _undated(lines: Sequence[Line], anchors: Sequence[_Anchor]) -> list[tuple[int, int, Header]]:
    """Roles without dates: a title alone on its line, set off by white space, and an employer alone on the next."""
    if any(not lines[anchor.first].gap for anchor in anchors):
        return []  # heads here are not set off by white space, so two short lines say nothing
    taken = {at for anchor in anchors for at in range(anchor.top, max(anchor.bottom, anchor.last) + 1)}
    found: list[tuple[int, int, Header]] = []
    at = 0
    while at < len(lines) - 1:
        upper, lower = lines[at], lines[at + 1]
        beyond = at + 2 >= len(lines) or lines[at + 2].gap
        if (
            not {at, at + 1} & taken
            and (at == 0 or upper.gap)
            and lower.gap
            and beyond
            and _head_like(upper)
            and _head_like(lower)
            and len(lower.text) < 90
        ):
            header = read_header([upper.text, lower.text])
            if header.title and header.employer and (title_score(upper.text) + title_score(lower.text) >= 1 or at == 0):
                found.append((at, at + 1, header))
                at += 1
        elif not {at} & taken and len(upper.text) < 160:
            label = label_of(upper.text)
            worked = re.match(
                r"^[\W_]*(?:currently |presently |i )?(?:have |am )?work(?:ed|ing) (?:as|with|at|in|for)\b",
                upper.text,
                re.I,
            )
            if worked or (label is not None and label[0] == "employer" and label[1].strip("-: ")):
                header = read_header([upper.text])
                if header.employer and (header.title or label is not None):
                    found.append((at, at, header))
        at += 1
    return found


def stated_months(text: str) -> int | None:
    """Months of "8+ years of experience" as the text itself states them; the largest of several statements."""
    best = 0.0
    for match in _STATED.finditer(text[:200_000]):
        years = float(match["years"] or match["years_b"] or 0)
        months = float(match["months"] or 0)
        if years <= 50:
            best = max(best, years * 12 + months)
    return round(best) or None


_STATED = re.compile(
    r"(?<![\d.])(?P<years>\d{1,2}(?:\.\d{1,2})?)\s?\+?\s?(?:years?|yrs?\.?)(?:\s?\+)?(?:\s(?:and\s)?(?P<months>\d{1,2})\s?months?)?"
    r"(?:\sof)?(?:\s[\w/&,-]+){0,5}?\s(?:experience|exp\b|expertise)"
    r"|(?:experience|exp\.?|अनुभव)\s?(?:of|:|-|is)?\s{0,2}(?:over|around|about|more than)?\s?(?P<years_b>\d{1,2}(?:\.\d)?)\s?\+?\s?(?:years?|yrs?|वर्ष|साल)",
    re.I,
)
__all__ = ["PRESENT", "find_roles", "stated_months", "total_months"]
