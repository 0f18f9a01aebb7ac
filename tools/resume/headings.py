"""Which words head a section of a resume, in English and Hindi. Knows single lines only, not their place or style."""

from __future__ import annotations

import re
from functools import lru_cache

from tools.resume.heading_phrases import PHRASES, SectionKind

_KIND: dict[str, SectionKind] = {
    " ".join(phrase.split()): kind
    for kind, phrases in PHRASES.items()
    for phrase in phrases.split("|")
    if phrase.strip()
}
_TAILS: tuple[tuple[re.Pattern[str], SectionKind], ...] = (
    (re.compile(r"\b(?:projects?)$"), "projects"),
    (re.compile(r"\b(?:experiences?|employment|work history|internships?)$"), "experience"),
    (
        re.compile(
            r"^(?:experience|employment|work experience|professional experience) (?:with|at|in|and|details|summary)\b"
        ),
        "experience",
    ),
    (
        re.compile(
            r"^acad\w* (?:credentials?|details?|background|profile|records?)$|^educ\w* (?:details?|"
            r"qualif\w*|background)$"
        ),
        "education",
    ),
    (re.compile(r"\b(?:education|qualifications?|academics|academic credentials)$"), "education"),
    (re.compile(r"\b(?:skills?|skill ?set|expertise|competenc(?:ies|e)|proficienc(?:y|ies))$"), "skills"),
    (re.compile(r"\b(?:certifications?|trainings?|courses)$"), "certifications"),
    (re.compile(r"\b(?:personal (?:details|information|profile))$"), "personal"),
    (re.compile(r"\b(?:objectives?|summary)$"), "summary"),
    (re.compile(r"\b(?:achievements?|awards?|honou?rs|publications?|activities)$"), "other"),
)
_SPACED = re.compile(r"^(?:\S ){3,}\S$")
_EDGE = re.compile(r"^[^\w\u0900-\u097F'’]+|[^\w\u0900-\u097F'’)]+$")
_LABEL = re.compile(
    r"^[\W_]{0,6}([A-Za-z\u0900-\u097F][A-Za-z\u0900-\u097F &/,'’.-]{2,45}?)\s*(?::-?|:–|\s[-–—]{1,2}\s)\s*(?=\S)"
)
_GLUED = re.compile(
    r"(?<=[\w.)%;])\s{0,3}(?=(?:Education|Company|Skill|Project) Details\b)|(?<=\bCompany Details)\s+(?=\S)"
)


@lru_cache(maxsize=4096)
def find_heading(text: str) -> tuple[SectionKind, str, str, bool] | None:
    """(kind, heading, rest of the line, is the phrase known as it stands) when `text` reads like a heading."""
    if not 2 <= len(text) <= 400:
        return None
    if len(text) <= 90:
        joined = unspace(text)
        kind = _KIND.get(_plain(joined)) or _composite(joined)
        if kind is not None:
            return (kind, text.strip(), "", True) if _starts_like_heading(joined) else None
        kind = _by_tail(joined)
        if kind is not None:
            return kind, text.strip(), "", False
    label = _LABEL.match(text)
    if label is not None:
        kind = _KIND.get(_plain(label[1]))
        if kind is not None and _starts_like_heading(label[1]):
            return kind, label[1].strip(), text[label.end() :], True
    return None


def is_heading_like(text: str) -> bool:
    """Does a line without known style look like a heading: upper case or a trailing colon?"""
    stripped = text.strip()
    return (stripped.isupper() and len(stripped) > 3) or stripped.endswith((":", ":-"))


def unspace(text: str) -> str:
    """`E X P E R I E N C E` as one word; double spaces or an ampersand part the words. Other text as it is."""
    stripped = text.strip()
    if not _SPACED.match(stripped):
        return stripped
    words = re.split(r"\s{2,}|\s&\s", stripped)
    if len(words) > 1:
        return " and ".join(word.replace(" ", "") for word in words)
    return _segment(stripped.replace(" ", ""))


def inline_split(text: str) -> list[str]:
    """A flattened line cut where a heading is glued into it (`… B.Tech.Education Details`)."""
    return [piece for piece in (part.strip() for part in _GLUED.split(text)) if piece] or [text]


def _segment(letters: str) -> str:
    """`WORKEXPERIENCE` to `WORK EXPERIENCE` when the two halves make a known heading."""
    low = letters.lower()
    for at in range(3, len(low) - 2):
        if f"{low[:at]} {low[at:]}" in _KIND:
            return f"{letters[:at]} {letters[at:]}"
    return letters


def _plain(text: str) -> str:
    text = _EDGE.sub("", text.strip()).casefold().replace("&", " and ").replace("/", " and ")
    text = re.sub(r"^(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s+|^(?:my|the|your)\s+", "", text)
    text = re.sub(r"[-–—_,()\[\]|.]+", " ", text.replace("’s", "").replace("'s", ""))
    return " ".join(text.split())


def _composite(text: str) -> SectionKind | None:
    """The first part's kind when a heading joins known headings: `Education & Certifications`."""
    parts = [part for part in re.split(r"\s+and\s+|\s*[,&/|+]\s*", _EDGE.sub("", text.casefold())) if part]
    if not 2 <= len(parts) <= 4:
        return None
    kinds = [_KIND.get(_plain(part)) for part in parts]
    return kinds[0] if all(kinds) else None


def _by_tail(text: str) -> SectionKind | None:
    plain = _plain(text)
    words = plain.split()
    if (
        not 1 < len(words) <= 5
        or any(character.isdigit() for character in plain)
        or text.rstrip().endswith((".", ",", ";"))
    ):
        return None
    if not (text.isupper() or text.istitle() or text.rstrip().endswith(":") or _title_case(text)):
        return None
    if words[0] in (
        "years",
        "having",
        "with",
        "have",
        "good",
        "hands",
        "no",
        "excellent",
        "strong",
        "total",
        "overall",
        "over",
    ):
        return None
    return next((kind for pattern, kind in _TAILS if pattern.search(plain)), None)


def _title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


def _starts_like_heading(text: str) -> bool:
    first = next((character for character in text if character.isalpha()), "")
    return bool(first) and (first.isupper() or not first.islower() or text.strip().endswith(":"))
