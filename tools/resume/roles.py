"""Finds the positions held: title, employer, dates and description, from the experience sections only.

Dates are the anchors (`anchors.py`); the lines around them are read by `heads.py`. Education is never looked at.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from tools.resume.anchors import Anchor, find_anchors
from tools.resume.dates import interval, months_between, union_months
from tools.resume.head_labels import label_of
from tools.resume.headers import Header, is_duration, read_header
from tools.resume.heads import attach_heads, is_head_like, read_heads
from tools.resume.plausible import plausible, without_repeats
from tools.resume.sections import Line, Section
from tools.resume.types import Role
from tools.resume.vocabulary import org_score, title_score

_STATED = re.compile(
    r"(?<![\d.])(?P<years>\d{1,2}(?:\.\d{1,2})?)\s?\+?\s?(?:years?|"
    r"yrs?\.?)(?:\s?\+)?(?:\s(?:and\s)?(?P<months>\d{1,2})\s?months?)?"
    r"(?:\sof)?(?:\s[\w/&,-]+){0,5}?\s(?:experience|exp\b|expertise)"
    r"|(?:experience|exp\.?|अनुभव)\s?(?:of|:|-|is)?\s{0,2}(?:over|around|about|"
    r"more than)?\s?(?P<years_b>\d{1,2}(?:\.\d)?)\s?\+?\s?(?:years?|yrs?|वर्ष|साल)",
    re.I,
)


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
    return without_repeats([*_headline_role(sections, roles, pages), *roles])


def _headline_role(sections: Sequence[Section], roles: Sequence[Role], pages: Mapping[int, str]) -> list[Role]:
    """The current role when only the header states it: `Program Coordinator - Acme India Limited` under the name."""
    known = {role.employer.casefold().split()[0] for role in roles if role.employer}
    for line in sections[0].lines[1:4] if sections and sections[0].kind == "header" else ():
        if not _HEADLINE.match(line.text) or len(line.text) > 90:
            continue
        header = plausible(read_header([line.text]))
        if header.title and header.employer and title_score(header.title) >= 1.3:
            if header.employer.casefold().split()[0] in known or title_score(header.employer):
                return []
            quote = _quote([line], pages)
            return [Role(header.title, header.employer, None, None, None, line.page, quote)]
    return []


_HEADLINE = re.compile(r"^[A-Z][^@|:;]{3,60}\s(?:[-–—]|at|@)\s[A-Z][^@|:;]{1,40}$", re.I)


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
    anchors = find_anchors(lines, today)
    attach_heads(lines, anchors)
    read_heads(anchors)
    for anchor in anchors:
        anchor.header = plausible(anchor.header)
    anchors = [anchor for anchor in anchors if anchor.header.title or anchor.header.employer]
    roles: list[tuple[int, Role]] = []
    for at, anchor in enumerate(anchors):
        end = anchors[at + 1].top if at + 1 < len(anchors) else len(lines)
        roles.append((anchor.top, _role(anchor, lines, end, pages, today)))
    undated = [(top, bottom, plausible(header)) for top, bottom, header in _undated(lines, anchors)]
    for top, bottom, header in undated:
        if (
            not header.employer
            or (bottom > top and not header.title)
            or (bottom == top and (anchors or len(undated) > 12))
        ):
            continue
        quote = _quote(lines[top : bottom + 1], pages)
        nexts = [anchor.top for anchor in anchors if anchor.top > bottom]
        text = "\n".join(line.text for line in lines[bottom + 1 : min(nexts, default=len(lines))])
        roles.append((top, Role(header.title, header.employer, None, None, None, lines[bottom].page, quote, text)))
    return [role for _, role in sorted(roles, key=lambda pair: pair[0])]


def _role(anchor: Anchor, lines: Sequence[Line], end: int, pages: Mapping[int, str], today: datetime.date) -> Role:
    dates, header = anchor.dates, anchor.header
    months = months_between(dates.start, dates.end, today, dates.exact) if dates.end else None
    bottom = max(anchor.bottom, anchor.last)
    text = "\n".join(line.text for line in lines[bottom + 1 : end] if not is_duration(line.text))
    quote = _quote(lines[anchor.top : bottom + 1], pages)
    return Role(header.title, header.employer, dates.start, dates.end, months, lines[bottom].page, quote, text)


def _quote(lines: Sequence[Line], pages: Mapping[int, str]) -> str:
    """The head as it stands on the page; when lines between were left out, the last of its lines."""
    last = lines[-1]
    same = [line.text for line in lines if line.page == last.page]
    whole = "\n".join(same)
    if whole in pages[last.page]:
        return whole
    return next((text for text in (last.text, *same) if text in pages[last.page]), "")


def _undated(lines: Sequence[Line], anchors: Sequence[Anchor]) -> list[tuple[int, int, Header]]:
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
            and is_head_like(upper)
            and is_head_like(lower)
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
