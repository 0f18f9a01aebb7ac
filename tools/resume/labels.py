"""What a candidate is called on screen and in exports, and how identity is covered in blind mode.

Everything that leaves the screener passes through `covered`, so blindness is decided in one place.
It covers what `Identity.terms` lists; it does not search a text for names itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import PurePath
from typing import Any

from tools.documents import Box, Page
from tools.resume.types import Candidate, Identity, Resume
from tools.translations import N_

BAR = "▮▮▮"
_CODE_LENGTH = 4
_FACTS = frozenset({"file", "identity", "sha256", "kind", "skill", "missing", "start", "end", "last_used"})
_SHORTEST_TERM = 2  # a single letter covers too much ("C", "R") and says too little


def label_for(candidate: Candidate, blind: bool) -> str:
    """What to call one candidate: "Candidate 7F3A" (from the file's hash) when blind, else the name, else the file."""
    if blind:
        return _blind_label(candidate.resume, _CODE_LENGTH)
    return candidate.resume.identity.name or PurePath(candidate.resume.file).name


def labels_for(candidates: Sequence[Candidate], blind: bool) -> tuple[str, ...]:
    """One label each, no two alike: a chart or a table would merge namesakes into one row.

    Blind codes grow until they differ; namesakes get their file's name; the same file twice gets a number.
    """
    labels = [label_for(candidate, blind) for candidate in candidates]
    length = _CODE_LENGTH
    while blind and length < 16 and _clashes(labels):
        length += 2
        clashing = _clashes(labels)
        pairs = zip(labels, candidates, strict=True)
        labels = [_blind_label(who.resume, length) if label in clashing else label for label, who in pairs]
    if not blind:
        clashing = _clashes(labels)
        pairs = zip(labels, candidates, strict=True)
        labels = [f"{label} ({PurePath(who.resume.file).name})" if label in clashing else label for label, who in pairs]
    return tuple(_numbered(labels))


def identity_boxes(page: Page, identity: Identity) -> tuple[Box, ...]:
    """Where on the page the identity terms stand, every time they do."""
    pattern = _pattern(identity)
    found = pattern.finditer(page.text) if pattern else ()
    named = tuple(box for match in found for box in page.boxes(*match.span()))
    return named + _monogram(page, identity.name)


def _monogram(page: Page, name: str | None) -> tuple[Box, ...]:
    """The initials alone on a line, as in a round badge where others put a photo."""
    initials = "".join(part[0] for part in (name or "").split())
    alone = Counter(word.line for word in page.words)
    return tuple(
        word.box for word in page.words if len(initials) > 1 and word.text == initials and alone[word.line] == 1
    )


def covered(candidate: Candidate, blind: bool, files: Mapping[str, str] | None = None) -> Candidate:
    """`candidate` as it may be shown.

    Parameters
    ----------
    candidate
        A scored candidate.
    blind
        When false the candidate comes back as it is.
    files
        File name → label of everyone in the ranking: a flag such as "same e-mail as amit_rao.pdf" names others.
    """
    if not blind:
        return candidate
    pattern, names = _pattern(candidate.resume.identity), _file_labels(candidate, files or {})

    def cover(text: str) -> str:
        for file, label in names:
            text = text.replace(file, label)
        return pattern.sub(BAR, text) if pattern else text

    shown: Candidate = _each_text(candidate, cover)
    label = (files or {}).get(candidate.resume.file) or label_for(candidate, blind)
    return replace(shown, resume=replace(shown.resume, file=label, identity=Identity(), location=None))


def _each_text(value: Any, cover: Callable[[str], str]) -> Any:
    """`value` with every text in it covered, however deep; fields of `_FACTS` stay, so a new field is covered."""
    if isinstance(value, str):
        return cover(value)
    if isinstance(value, tuple):
        return tuple(_each_text(item, cover) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in _FACTS}
        return replace(value, **{name: _each_text(item, cover) for name, item in kept.items()})
    return value


def _file_labels(candidate: Candidate, files: Mapping[str, str]) -> list[tuple[str, str]]:
    """(file name, label), with and without the folder, longest first."""
    known = {candidate.resume.file: label_for(candidate, blind=True), **files}
    bare = {PurePath(file).name: label for file, label in known.items()}
    return sorted({**bare, **known}.items(), key=lambda pair: -len(pair[0]))


def _pattern(identity: Identity) -> re.Pattern[str] | None:
    stated = (identity.name, identity.email, identity.phone, *identity.links, *identity.terms)
    terms = {" ".join(term.split()) for term in stated if term and len(term.strip()) >= _SHORTEST_TERM}
    if not terms:
        return None
    written = [_written_anyhow(identity.phone)] if identity.phone else []
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    choices = "|".join([*written, *(r"\s+".join(map(re.escape, term.split())) for term in longest_first)])
    # Not \b: it fails beside "+91" and inside Devanagari, whose vowel signs are no word characters.
    return re.compile(rf"(?<![\w\u0900-\u097F])(?:{choices})(?![\w\u0900-\u097F])", re.IGNORECASE)


def _written_anyhow(phone: str) -> str:
    """A pattern for the telephone's last ten digits however they are spaced, with or without +91 or 0."""
    digits = re.sub(r"\D", "", phone)[-10:]
    return r"(?:\+?\d{1,3}[\s().-]*)?" + r"[\s().-]*".join(digits) if len(digits) >= 7 else re.escape(phone)


def _blind_label(resume: Resume, length: int) -> str:
    code = resume.sha256[:length].upper()
    return N_(f"Candidate {code}")


def _clashes(labels: Sequence[str]) -> set[str]:
    return {label for label, count in Counter(labels).items() if count > 1}


def _numbered(labels: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    numbered = []
    for label in labels:
        seen[label] += 1
        numbered.append(label if seen[label] == 1 else f"{label} · {seen[label]}")
    return numbered
