"""Reads the shape of a job description: its title, which lines are boilerplate, and how binding each clause is.

Works line by line on cues in English and Hindi; it knows nothing of skills.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tools.resume.job_cues import (
    BOILERPLATE,
    HEADING_WORDS,
    HEADINGS,
    HIRING,
    MUST,
    NICE,
    NOT_A_TITLE,
    ROLE,
    SKILL_LABEL,
    TITLE_LABEL,
    Force,
    Section,
)

_YEARS_IN_BRACKETS = re.compile(r"[(\[](\s*\d[^()\[\]]{0,20}(?:years?|yrs?)[^()\[\]]{0,10})[)\]]", re.I)
_PORTAL_ROLE = re.compile(r"^[ \t]*role\s*:\s*(?P<title>[^\n]{1,90})\n(?=\s*industry type\s*:)", re.I | re.M)
_TITLE_HEADING = re.compile(
    r"^\W*(?:job|position|role) (?:title|name)\W*$|^\W*(?:position|vacancy|designation)\W*$", re.I
)
_TALK = re.compile(
    r"\b(?:is|are|was|we|our|us|you|your|will|join|come|want|apply|if|who|following|seeking|looking|hiring)\b|[a-z]{4}\.$",
    re.I,
)
_ENOUGH = 0.35
_LONGEST_LINE = 2000  # longer lines are cut, for they are the way to make patterns slow
_LONGEST_SENTENCE = 600  # a text without line ends and full stops is no sentence that one word could condemn


@dataclass(frozen=True)
class Clause:
    """A piece of a sentence with the force that its words or its section give it; `listed` in a list of skills."""

    text: str
    force: Force
    listed: bool = False
    wanted: bool = False  # stands in a section or sentence about the candidate


def useful_lines(text: str) -> list[tuple[str, Force, bool]]:
    """(line, force of its section, is it a list of skills), without headings and boilerplate.

    Whole sections are dropped only when enough is left: in text that lost its layout their end is not to be seen.
    """
    kept = _read_lines(text, drop_sections=True)
    if sum(len(line) for line, _, _ in kept) < _ENOUGH * len(text):
        return _read_lines(text, drop_sections=False)
    return kept


def _read_lines(text: str, *, drop_sections: bool) -> list[tuple[str, Force, bool]]:
    kept: list[tuple[str, Force, bool]] = []
    force: Section = "plain"
    listed = False
    labelled = SKILL_LABEL.sub(lambda match: f"\n{match[1].strip()}: ", text)
    for raw in (piece for line in labelled.split("\n") for piece in _cut_long(line)):
        line = raw.strip()
        heading, rest = _heading(line)
        if heading is not None:
            force, listed = (
                heading,
                bool(
                    re.search(
                        r"\bskills?\b|technolog|tech stack|to have|must[ -]have|requirements?$|mandatory|desirable",
                        line[:60],
                        re.I,
                    )
                ),
            )
            line = rest
        if not line or (force == "boilerplate" and drop_sections):
            continue
        parts = re.split(r"(?<=[.!?])\s+(?=[A-Z•])", line)
        sentences = [part for part in parts if len(part) > _LONGEST_SENTENCE or not BOILERPLATE.search(part)]
        if sentences:
            kept.append(
                (
                    " ".join(sentences),
                    "plain" if force == "boilerplate" else force,
                    listed and _is_list(line, labelled=bool(rest)),
                )
            )
    return kept


def clauses(text: str) -> list[Clause]:
    """The description in clauses, each with its force."""
    found: list[Clause] = []
    for line, section, listed in useful_lines(text):
        line = _YEARS_IN_BRACKETS.sub(r": \1 ", line)
        for sentence in re.split(r"(?<=[.;!?])\s+", line):
            parts = [part for part in re.split(r"[()\[\]]", sentence) if part.strip()] if not listed else [sentence]
            for part in parts:
                found.append(Clause(part.strip(), _force(part, section), listed, section in ("must", "wanted", "nice")))
    return found


def _cut_long(line: str) -> list[str]:
    """A line in pieces of at most `_LONGEST_LINE` characters, cut at spaces where there are any."""
    pieces: list[str] = []
    while len(line) > _LONGEST_LINE:
        at = line.rfind(" ", 1, _LONGEST_LINE)
        at = at if at > 0 else _LONGEST_LINE
        pieces.append(line[:at])
        line = line[at:]
    return [*pieces, line]


def find_title(text: str) -> str | None:
    """The job's title: after a label, as a short first line, or after "hiring a"; None when none of these is there."""
    portal = _PORTAL_ROLE.search(text)
    lines = [line.strip()[:_LONGEST_LINE] for line in without_portal_role(text).split("\n") if line.strip()][:15]
    for line, after in pairwise([*lines, ""]):
        if _TITLE_HEADING.match(line) and _names_role(after) and len(after.split()) <= 14:
            return tidy_title(after) or None
        label = TITLE_LABEL.match(line)
        if label is not None and len(label["title"].split()) <= 10:
            return tidy_title(label["title"]) or None
    if lines:
        first = SKILL_LABEL.split(lines[0])[0].strip(" ,;:.-–|")
        named = _names_role(first)
        short = 0 < len(first.split()) <= (14 if named else 5)
        # a first line without a role's name is a title ("SAP FICO") unless it is written like running text
        plain = [word for word in first.split() if word.islower() and len(word) > 3]
        telling = named or not (first.islower() or (plain and len(first.split()) > 3))
        if short and telling and not _TALK.search(lines[0]) and not NOT_A_TITLE.match(first):
            return tidy_title(first) or None
    for line in lines:
        for hiring in HIRING.finditer(line):
            if _names_role(hiring["title"]):
                return tidy_title(hiring["title"]) or None
    if portal is not None and _is_borne_out(portal["title"], without_portal_role(text)):
        return tidy_title(portal["title"]) or None
    return None


def _is_borne_out(category: str, text: str) -> bool:
    """Does the description itself hold a telling word of the category that a portal filed it under?"""
    telling = [word for word in re.findall(r"[^\W\d_]{4,}", category) if not ROLE.search(word)]
    return any(re.search(rf"\b{re.escape(word)}", text, re.I) for word in telling)


def without_portal_role(text: str) -> str:
    """`text` without a job portal's own category (`Role: Database Administrator`, above `Industry Type:`)."""
    return _PORTAL_ROLE.sub("", text)


def _names_role(text: str) -> bool:
    """Does one of the words name a person at work (`manager`, `accountant`, `nurse`)?"""
    return any(ROLE.search(word) for word in re.findall(r"[^\W\d_]+", text))


def tidy_title(title: str) -> str:
    """A title without markup, years in brackets and places after a dash; at most 90 characters."""
    title = re.sub(
        r"\s*[(\[][^)\]]{0,60}(?:yrs?|years?|location|openings?|immediate|wfh|remote|batch|required)[^)\]]{0,60}[)\]]?",
        "",
        title,
        flags=re.I,
    )
    title = re.sub(
        r"^\W*(?:urgent(?:ly)?|hiring|required|wanted|job opening|"
        r"opening|requirements? for|job description for|description of)\b[\s:!-]*(?:for\s+)?",
        "",
        title,
        flags=re.I,
    )
    title = " ".join(title.split()).strip(" ,;:.-–|*#")
    return (title + "]" if title.count("[") > title.count("]") else title)[:90]


def _heading(line: str) -> tuple[Section | None, str]:
    """(section, what follows on the line) when `line` is or begins with a heading."""
    label, colon, rest = line.partition(":")
    bare = label.strip(" \t*#•-–—_=>.").strip()
    words = bare.split()
    if not words or len(words) > 7 or (not colon and (len(bare) > 60 or line.endswith((".", ",", ";")))):
        return None, line
    if not colon and len(words) > 4 and not bare.istitle() and not bare.isupper():
        return None, line
    for pattern, force in HEADINGS:
        if pattern.search(bare):
            if force == "plain" and rest.strip():
                return None, line
            if not colon and force in ("wanted", "must", "nice") and not _bare_heading(words):
                return None, line
            return force, rest.strip(" -\t")
    return None, line


def _bare_heading(words: list[str]) -> bool:
    """A heading without a colon holds only words that headings are made of."""
    plain = {word.casefold().strip(",&/") for word in words}
    return plain <= HEADING_WORDS


def _is_list(line: str, *, labelled: bool) -> bool:
    pieces = [piece for piece in re.split(r"[,;|•]", line) if piece.strip()]
    average = sum(len(piece.split()) for piece in pieces) / max(1, len(pieces))
    return average <= 3.5 and (len(pieces) > 1 or labelled or len(line.split()) <= 4)


def _force(clause: str, section: Section) -> Force:
    if NICE.search(clause):
        return "nice"
    if section == "nice":
        return "nice"
    if section == "must" or (MUST.search(clause) and section != "duty"):
        return "must"
    return section if section != "boilerplate" else "plain"
