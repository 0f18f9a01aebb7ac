"""The texts that scoring may see: a short profile, the most telling passages, and stemmed words.

All of them are redacted, and none holds the contact lines or the personal section. Lines that talk to a machine are
gone by then: `parse.py` takes them out of the document first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.resume.lexical import count_stems
from tools.resume.redact import redact
from tools.resume.sections import Section
from tools.resume.types import Education, Identity, Role
from tools.resume.vocabulary import title_score

PROFILE_WORDS = 120
CHUNK_WORDS = 120
MAX_CHUNKS = 6
PRIVATE = frozenset({"personal", "references", "declaration", "interests", "languages"})


class Cleaner:
    """Redacts any text of one resume: the person, the employers' and schools' names."""

    def __init__(self, identity: Identity, roles: Sequence[Role], education: Sequence[Education]) -> None:
        self._identity = identity
        names = {name.strip() for name in [*(r.employer for r in roles), *(e.college for e in education)] if name}
        # an employer can carry a person's name (`Sharma & Sons`): without employers nothing hangs on who asks
        usable = sorted(
            (name for name in names if 2 < len(name) <= 100 and title_score(name) < 1.3), key=len, reverse=True
        )
        joined = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in usable[:80])
        self._names = re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.I) if joined else None

    def __call__(self, text: str) -> str:
        """`text` as scoring may see it."""
        if self._names is not None:
            text = self._names.sub(" ", text)
        return redact(text, self._identity)


def profile_text(sections: Sequence[Section], roles: Sequence[Role], headline: str | None, clean: Cleaner) -> str:
    """Latest titles, summary, skill lines: at most `PROFILE_WORDS` words."""
    titles = dict.fromkeys(title for title in [headline, *(role.title for role in roles[:3])] if title)
    parts = [". ".join(titles), _cut(_summary(sections), 60), _kind_text(sections, "skills")]
    return _cut(" ".join(clean("\n".join(part for part in parts if part)).split()), PROFILE_WORDS)


def chunk_texts(sections: Sequence[Section], roles: Sequence[Role], clean: Cleaner) -> tuple[str, ...]:
    """Up to `MAX_CHUNKS` passages of at most `CHUNK_WORDS` words: latest roles first, then what else tells of work."""
    passages = [f"{role.title or ''}. {role.text}" for role in roles[:4]]
    passages += [_kind_text(sections, "summary"), _kind_text(sections, "skills"), _kind_text(sections, "projects")]
    if not roles:
        passages.insert(0, _kind_text(sections, "experience"))
    if not any(passage.strip(" .") for passage in passages):
        passages = [
            section.text for section in sections if section.kind not in PRIVATE and section.kind != "header"
        ] or [_summary(sections)]
    cut = (_cut(" ".join(clean(passage).split()), CHUNK_WORDS) for passage in passages)
    kept = dict.fromkeys(chunk for chunk in cut if len(chunk.split()) >= 5)
    return tuple(kept)[:MAX_CHUNKS]


def term_counts(sections: Sequence[Section], headline: str | None, clean: Cleaner) -> dict[str, int]:
    """Stemmed words of the visible resume and how often each stands; stop words, dates and the person left out."""
    parts = [headline or ""] + [_public(section) for section in sections if section.kind not in PRIVATE]
    return count_stems("\n".join(clean(part)[:200_000] for part in parts))


def _public(section: Section) -> str:
    """A header keeps only its sentences and titles: contact lines and the name are no matter of work."""
    if section.kind != "header":
        return section.text
    return "\n".join(line.text for line in section.lines if _sentence(line.text))


def _sentence(text: str) -> bool:
    return len(text.split()) >= 9 and "@" not in text and not re.search(r"\d{5}", text)


def _summary(sections: Sequence[Section]) -> str:
    return _kind_text(sections, "summary") or "\n".join(
        _public(section) for section in sections if section.kind == "header"
    )


def _kind_text(sections: Sequence[Section], kind: str) -> str:
    return "\n".join(section.text for section in sections if section.kind == kind and section.text)


def _cut(text: str, words: int) -> str:
    pieces = text.split()
    return " ".join(pieces[:words])
