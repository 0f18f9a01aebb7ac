"""Finds resumes of the same person among many: same bytes, same contacts, or nearly the same text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tools.resume.types import Flag, Resume
from tools.translations import N_

SAME = {
    "file": N_("Same file as {file}."),
    "e-mail": N_("Same e-mail as {file}."),
    "phone": N_("Same phone as {file}."),
    "text": N_("Same text as {file}."),
}
NEAR = 0.9  # shared share of the stemmed words that makes two resumes the same


def find_duplicates(resumes: Sequence[Resume]) -> dict[str, Flag]:
    """A "duplicate" flag for each file that repeats an earlier one, by file name."""
    found: dict[str, Flag] = {}
    keys: dict[tuple[str, str], str] = {}
    for at, resume in enumerate(resumes):
        mine = contacts_of(resume)
        match = next(((kind, keys[kind, value]) for kind, value in mine if (kind, value) in keys), None)
        if match is None:
            near = next((other.file for other in resumes[:at] if is_near(resume.terms, other.terms)), None)
            match = ("text", near) if near is not None else None
        if match is not None and match[1] != resume.file:
            found[resume.file] = Flag("duplicate", None, SAME[match[0]].format(file=match[1]))
        for key in mine:
            keys.setdefault(key, resume.file)
    return found


def contacts_of(resume: Resume) -> list[tuple[str, str]]:
    """What no two people share, by kind: the file's bytes, the e-mail address, the telephone number."""
    values = (
        ("file", resume.sha256),
        ("e-mail", (resume.identity.email or "").casefold()),
        ("phone", resume.identity.phone or ""),
    )
    return [(kind, value) for kind, value in values if value]


def is_near(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    """Weighted Jaccard of at least `NEAR` over counts of stemmed words; short texts say too little."""
    total_one, total_other = sum(one.values()), sum(other.values())
    if min(total_one, total_other) < 80 or min(total_one, total_other) < NEAR * max(total_one, total_other):
        return False
    shared = sum(min(count, other.get(term, 0)) for term, count in one.items())
    return shared >= NEAR * (total_one + total_other - shared)
