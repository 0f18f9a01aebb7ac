"""Gathers the lines that name a role's title and employer around its date, and reads them.

Knows layouts (head before, beside or after the date; groups under one employer), not calendars.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.resume.anchors import Anchor, ends_sentence, is_bullet, is_complete, is_prose
from tools.resume.head_labels import label_of
from tools.resume.headers import Header, is_duration, read_header, tidy
from tools.resume.sections import Line
from tools.resume.vocabulary import is_place, org_score, title_score

_SUBHEAD = re.compile(r"^[^:]{3,45}:\s*-?$")


MAX_HEADER = 4


def attach_heads(lines: Sequence[Line], anchors: list[Anchor]) -> None:
    """Gives each anchor the lines that name its title and employer: before the date, beside it, or after it."""
    if not anchors:
        return
    first = anchors[0]
    before_first = [line for line in lines[: first.first] if not is_duration(line.text)]
    beside = sum(is_complete(anchor.rest) for anchor in anchors) * 2 > len(anchors)
    heads_precede = len(before_first) > 0
    floor = -1
    for at, anchor in enumerate(anchors):
        ceiling = anchors[at + 1].first if at + 1 < len(anchors) else len(lines)
        anchor.top, anchor.bottom = anchor.first, anchor.last
        rest = [anchor.rest] if anchor.rest else []
        if beside and is_complete(anchor.rest):
            anchor.units = rest
        elif heads_precede:
            above, anchor.top, anchor.grouped = _above(lines, anchor, floor)
            anchor.units = above + rest if len(above) < MAX_HEADER else above
            if (rest and not above) or not anchor.units:
                _take_below(lines, anchor, ceiling, rest)
            if not any(title_score(unit) or org_score(unit) for unit in anchor.units):
                _take_block_top(lines, anchor, floor)
        else:
            _take_below(lines, anchor, ceiling, rest)
        floor = anchor.bottom


def _take_below(lines: Sequence[Line], anchor: Anchor, ceiling: int, rest: list[str]) -> None:
    want = 1 if rest else 2
    units = list(rest)
    for at in range(anchor.last + 1, min(ceiling, anchor.last + 1 + want + 1)):
        line = lines[at]
        if not is_head_like(line) or len(units) >= want + len(rest):
            break
        cue = title_score(line.text) or org_score(line.text) or line.strong or is_place(line.text)
        beside_title = len(units) == 1 and title_score(units[0]) >= 1.3 and len(line.text.split()) <= 7
        if units and not (cue or beside_title):
            break
        if not is_place(line.text):
            units.append(line.text)
        anchor.bottom = at
        if len(units) == 1 and is_complete(units[0]):
            break
    anchor.units = units


def _take_block_top(lines: Sequence[Line], anchor: Anchor, floor: int) -> None:
    """A date that follows the description, as a right-hand column read last: the head is the block's first line."""
    for at in range(floor + 1, anchor.first):
        line = lines[at]
        if is_duration(line.text) or is_place(line.text):
            continue
        if is_head_like(line) and title_score(line.text) >= 1.3 and at < anchor.first - 1:
            beside = [
                unit for unit in anchor.units if unit[:1].isupper() and len(unit.split()) <= 4 and not is_prose(unit)
            ]
            anchor.units, anchor.top = [line.text, *beside], at
        return


def _above(lines: Sequence[Line], anchor: Anchor, floor: int) -> tuple[list[str], int, bool]:
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
        if label is None and (not is_head_like(line) or (taken and _parted(lines, at, anchor.first))):
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
    return len(upper.text) > 40 and (open_end or (upper.strong and len(upper.text) > 55))


def is_head_like(line: Line) -> bool:
    """Short, capitalised, no bullet, no sentence: may the line name a title or an employer?"""
    text = line.text.strip()
    first = next((character for character in text if character.isalpha()), "")
    if not first or len(text) > 110 or len(text.split()) > 14 or is_bullet(text):
        return False
    if first.islower() and not (line.gap and len(text.split()) <= 6) and not line.strong:
        return False
    small = sum(word[0].islower() and len(word) > 2 for word in text.split())
    sentence = ends_sentence(text) and (not line.strong or (small >= 3 and not title_score(text)))
    return not (sentence or _SUBHEAD.match(text) or is_prose(text))


def read_heads(anchors: Sequence[Anchor]) -> None:
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
    sure = max(title_first, employer_first) >= 3 and min(title_first, employer_first) * 4 <= max(
        title_first, employer_first
    )
    group: str | None = None  # LinkedIn: one employer, its total duration, then several titles
    for anchor in anchors:
        if group and not anchor.grouped and len(anchor.units) == 1:
            anchor.header = Header(tidy(anchor.units[0]), group)
            continue
        anchor.header = read_header(anchor.units, order, sure)
        if anchor.header.employer:
            group = anchor.header.employer if anchor.grouped else None
