"""Recasts a Europass curriculum vitae, whose lines begin with labels, into the sections that other resumes have.

Knows the form's English labels (Europass CV template, Decision 2241/2004/EC and its successors); each line keeps a
verbatim piece of the page, without its label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tools.resume.heading_phrases import SectionKind
from tools.resume.sections import Line, Section

_LABELS: tuple[tuple[str, SectionKind, str], ...] = (
    (r"surname(?:\(s\))?\s*/\s*first name(?:\(s\))?|first name(?:\(s\))?\s*/\s*surname(?:\(s\))?", "header", "name"),
    (r"desired employment(?:\s*/\s*occupational field)?|job applied for|preferred job", "header", "wish"),
    (r"occupation or position held", "experience", "title"),
    (r"name and address of employer", "experience", "employer"),
    (r"main activities and(?: responsibilities)?", "experience", "duties"),
    (r"type of business or sector", "experience", "sector"),
    (r"(?:title of )?qualification awarded", "education", "degree"),
    (r"name and type of organi[sz]ation(?: providing education(?: and training)?)?", "education", "school"),
    (r"principal subjects(?:\s*/\s*occupational skills covered)?", "education", "subjects"),
    (r"dates", "experience", "dates"),
    (r"(?:[\w ]{1,30} )?skills(?: and competences?)?", "skills", "skills"),
    (r"(?:mother tongue|other language|language)(?:\(s\)|s)?", "languages", "languages"),
    (r"certificates?", "certifications", "certificates"),
)
_PATTERNS = [(re.compile(rf"(?:{label})(?=\s|$):?\s*", re.I), kind, name) for label, kind, name in _LABELS]
_PERSONAL = re.compile(
    r"(?:address|telephone|mobile|fax|e-?mail|date of birth|gender|sex|marital status|nationality)(?:\(.*?\)|s)?\s",
    re.I,
)
_WRAPPED = re.compile(r"responsibilities\s*", re.I)  # the second line of a label
_ORDER = {"title": 0, "employer": 1, "dates": 2, "sector": 3, "duties": 4}


def recast(sections: Sequence[Section]) -> Sequence[Section]:
    """The sections of a Europass form as header, experience, education, skills…; any other resume as it is."""
    lines = [line for section in sections for line in _with_heading(section)]
    labels = {name for line in lines for _, name, _ in [_label(line)] if name}
    if not {"title", "employer"} <= labels and not {"name", "title"} <= labels:
        return sections
    parts: dict[SectionKind, list[Line]] = {"header": []}
    role: list[tuple[int, Line]] = []
    kind: SectionKind = "header"
    name = "name"
    for line in lines:
        kind, name, rest = _next(line, kind, name)
        if kind != "experience" or (name in ("dates", "title") and any(at == _ORDER[name] for at, _ in role)):
            _close(role, parts)
        if not rest.text:
            continue
        if kind == "experience":
            role.append((_ORDER.get(name, 4), rest))
        else:
            parts.setdefault(kind, []).append(rest)
    _close(role, parts)
    return tuple(Section(kind, "", tuple(found)) for kind, found in parts.items() if found)


def _with_heading(section: Section) -> list[Line]:
    """The lines with the heading as a line again: "Languages" is a label here; its value may stand beside it."""
    if not section.heading or not section.lines:
        return list(section.lines)
    return [replace(section.lines[0], text=section.heading), *section.lines]


def _label(line: Line) -> tuple[SectionKind | None, str, Line]:
    """(kind, label, the line without its label); (None, "", line) when it has no label."""
    for pattern, kind, name in _PATTERNS:
        if match := pattern.match(line.text):
            return kind, name, replace(line, text=line.text[match.end() :].strip())
    return None, "", line


def _next(line: Line, kind: SectionKind, name: str) -> tuple[SectionKind, str, Line]:
    """What a line belongs to: its own label, or that of the line before."""
    found, label, rest = _label(line)
    if found is not None:
        return found, label, rest
    if _PERSONAL.match(line.text):
        return "personal", "personal", line
    if name == "duties" and (match := _WRAPPED.match(line.text)):
        return kind, name, replace(line, text=line.text[match.end() :].strip())
    if name == "wish":  # what follows the wish is a summary
        return "summary", "summary", line
    return kind, name, line


def _close(role: list[tuple[int, Line]], parts: dict[SectionKind, list[Line]]) -> None:
    """Put the role's lines in the order of other resumes: title, employer, dates, duties."""
    if role:
        first, *others = [line for _, line in sorted(role, key=lambda pair: pair[0])]
        parts.setdefault("experience", []).extend([replace(first, gap=True), *others])
        role.clear()
