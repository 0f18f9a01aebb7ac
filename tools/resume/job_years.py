"""Years of experience and degrees that a job description asks for. Knows numbers and their wording, no sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.resume.job_text import Clause
from tools.resume.taxonomy import Taxonomy

MOST_YEARS = 40.0
_WORDS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen"],
        (*range(1, 11), 12, 15),
        strict=True,
    )
)
_NUMBER = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(_WORDS)})"
_YEARS = re.compile(
    rf"(?<![\w.$₹])(?P<low>{_NUMBER})\s*(?:\(\s*\d+\s*\))?\s*(?:\+|plus)?\s*(?:(?:-|–|—|to|"
    rf"or)\s*(?P<high>{_NUMBER})\s*)?\+?\s*"
    r"[-]?(?:(?:years?|yrs?)\b\.?|वर्षों?|साल)(?!\s*(?:old|ago|of age|degree|diploma|program|course|contract|bond|"
    r"history|in business)\b)",
    re.I,
)
_LABELLED = re.compile(rf"\bexp(?:erience)?\s*[:\-–]\s*(?P<low>{_NUMBER})\s*(?:-|–|to)\s*(?P<high>{_NUMBER})\b", re.I)
_COMPANY_AGE = re.compile(
    r"\b(?:in business|serving|established|over the (?:last|past)|heritage|legacy|founded|our|age|aged|contract|"
    r"bond|term)\b",
    re.I,
)
_UP_TO = re.compile(r"\b(?:up ?to|max(?:imum)?|less than|not more than|below)\s*$", re.I)
_FRESHER = re.compile(
    r"\bfreshers?\b|\bno (?:prior |previous )?experience (?:is )?(?:required|needed|necessary)\b|\bentry[- ]level\b",
    re.I,
)
_ABOUT_SKILL = re.compile(
    r"^\s*(?:of\s+)?(?:\w+[\w-]*\s+){0,4}?(?:experience|exp\.?|knowledge|expertise|work|hands[- ]on)?\s*"
    r"(?:in|of|with|using|on|as|working (?:with|on|in|as))?\s*",
    re.I,
)
_DEGREES: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern, re.I))
    for level, pattern in (
        (
            1,
            r"\b(?:10th|12th|x(?:th|ii)(?:th)?|ssc|hsc|sslc|ssl?c|high school|ged|matric(?:ulation)?|"
            r"intermediate|10\+2|higher secondary)\b|दसवीं|बारहवीं",
        ),
        (2, r"\b(?:diploma|iti|polytechnic|associate.?s? degree|anm|gnm|d\.? ?pharm|dmlt)\b|डिप्लोमा|आईटीआई"),
        (
            3,
            r"\b(?:bachelor'?s?|graduates?|graduation|undergraduate|degree|b\.? ?tech|b\.?e\.?(?=[\s,/).]|$)|"
            r"b\.? ?sc|b\.? ?com|bba|bca|"
            r"b\.? ?a\.?(?=[\s,/).]|$)|mbbs|b\.? ?ed|b\.? ?pharm|ll\.?b|ug)\b|स्नातक",
        ),
        (
            4,
            r"\b(?:master'?s?|post ?-?graduat(?:e|ion)s?|m\.? ?tech|m\.? ?sc|m\.? ?com|mba|mca|pgdm|"
            r"m\.? ?a\.?(?=[\s,/).]|$)|"
            r"m\.? ?ed|m\.? ?pharm|ll\.?m|md|chartered accountant|ca(?=[\s,/).]|$)|pg)\b|स्नातकोत्तर|परास्नातक",
        ),
        (5, r"\b(?:ph\.? ?d|doctora(?:te|l))\b"),
    )
)


def total_years(clauses: Sequence[Clause]) -> tuple[float, float | None]:
    """(at least, at most or None) years of experience in all: the first statement that sounds like it."""
    for clause in clauses:
        labelled = _LABELLED.search(clause.text)
        if labelled is not None:
            return _number(labelled["low"]), _number(labelled["high"])
    best: tuple[float, float | None] | None = None
    for clause in clauses:
        for match in _YEARS.finditer(clause.text):
            if clause.force == "nice" or _COMPANY_AGE.search(clause.text[max(0, match.start() - 40) : match.start()]):
                continue
            low, high = _range(match)
            if low > MOST_YEARS:
                continue
            if _UP_TO.search(clause.text[: match.start()]):
                low, high = 0.0, low
            if best is None or (high is not None and best[1] is None and high >= best[0]):
                best = (low, high)
    if best is None and any(_FRESHER.search(clause.text) for clause in clauses):
        return 0.0, None
    return best or (0.0, None)


def skill_years(clause: Clause, taxonomy: Taxonomy) -> list[tuple[str, float]]:
    """(skill, years) where a clause ties years to skills: "3+ years in Java", "Java (3 years)", "Java: 3 yrs"."""
    found: list[tuple[str, float]] = []
    matches = list(_YEARS.finditer(clause.text))
    hits = taxonomy.find(clause.text) if matches else []
    for index, match in enumerate(matches):
        low, _ = _range(match)
        if not 0 < low <= MOST_YEARS or _COMPANY_AGE.search(clause.text[max(0, match.start() - 40) : match.start()]):
            continue
        until = matches[index + 1].start() if index + 1 < len(matches) else len(clause.text)
        reach = _ABOUT_SKILL.match(clause.text[match.end() : until])
        begin = match.end() + (reach.end() if reach else 0)
        after = _run(
            clause.text, [(hit.start, hit.end, hit.skill) for hit in hits if match.end() <= hit.start < until], begin
        )
        before = [
            hit.skill
            for hit in hits
            if hit.end <= match.start() and not clause.text[hit.end : match.start()].strip(" :-–(")
        ]
        found.extend((skill, low) for skill in after or before)
    return found


def _run(text: str, hits: Sequence[tuple[int, int, str]], begin: int) -> list[str]:
    """The skills that follow `begin` in one enumeration."""
    named: list[str] = []
    at = begin
    for start, end, skill in hits:
        between = text[at:start].strip()
        allowed = len(between) <= 25 if not named else re.fullmatch(r"(?:[,/&]|and|or|with|,\s*and)?", between)
        if not allowed:
            break
        named.append(skill)
        at = end
    return named


def min_education(clauses: Sequence[Clause]) -> int:
    """The lowest level of `Education` that the text accepts; 0 when it names none, or only as preferred."""
    levels: list[int] = []
    for clause in clauses:
        if clause.force == "nice" and not re.search(r"\b(?:related|relevant)\b.*preferred", clause.text, re.I):
            continue
        levels.extend(_levels(clause.text))
    return min(levels, default=0)


def _levels(text: str) -> list[int]:
    found = [level for level, pattern in _DEGREES if pattern.search(text)]
    if 1 in found and 2 in found and re.search(r"high school diploma", text, re.I):
        found.remove(2)
    if 3 in found and 4 in found and re.search(r"post ?-?graduat|master'?s? degree", text, re.I):
        rest = re.sub(r"post ?-?graduat\w*(?: degree)?|master'?s? degree|pg\b[^,;]*", " ", text, flags=re.I)
        if not _DEGREES[2][1].search(rest):
            found.remove(3)
    return found


def _range(match: re.Match[str]) -> tuple[float, float | None]:
    low = _number(match["low"])
    if not match["high"]:
        tens, ones = divmod(int(low), 10)
        # "2–3 years" whose dash was lost on the way reads "23 years"
        return (float(tens), float(ones)) if 2 <= tens < ones else (low, None)
    high = _number(match["high"])
    return (low, high) if high >= low else (high, low)


def _number(text: str) -> float:
    return float(_WORDS[text.casefold()]) if text.isalpha() else float(text)
