"""Small resumes, jobs and a fake embedder for the tests of the score."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.text.types import EmbedderInfo
from tools.resume.lexical import count_stems, stems
from tools.resume.types import Education, Identity, Job, Requirement, Resume, Role, SkillMention


class HashEmbedder:
    """Each stem is a fixed random direction and a text their sum: texts that share words lie near each other."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    @property
    def info(self) -> EmbedderInfo:
        return EmbedderInfo("hash", "embedded", "cpu", "float32", 64)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen.extend(texts)
        return np.stack([self._vector(text) for text in texts]) if texts else np.zeros((0, 64), np.float32)

    def _vector(self, text: str) -> NDArray[np.float32]:
        total = sum((_direction(word) for word in stems(text)), np.full(64, 1e-3))
        return np.asarray(total / np.linalg.norm(total), dtype=np.float32)


def _direction(word: str) -> NDArray[np.float64]:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).standard_normal(64)


def role(title: str, start: str = "2020-01", end: str = "present", months: int | None = 36, text: str = "") -> Role:
    return Role(title, "Example Traders", start, end, months, 1, title, text)


def skill(name: str, months: int | None = None) -> SkillMention:
    return SkillMention(name, name, "exact", 1, name, months)


def resume(
    file: str = "a.pdf",
    *,
    roles: Sequence[Role] = (),
    text: str = "",
    skills: Sequence[SkillMention] = (),
    months: int | None = None,
    headline: str | None = None,
    education: Sequence[Education] = (),
    identity: Identity | None = None,
) -> Resume:
    titles = ". ".join(title for title in [headline, *(item.title for item in roles)] if title)
    words = f"{titles} {text} {' '.join(item.skill for item in skills)}"
    return Resume(
        file=file,
        sha256=hashlib.sha256(words.encode()).hexdigest(),
        pages=1,
        identity=identity or Identity(),
        headline=headline,
        roles=tuple(roles),
        total_experience_months=months,
        education=tuple(education),
        skills=tuple(skills),
        certifications=(),
        notice_period_days=None,
        location=None,
        flags=(),
        profile=words,
        chunks=(text,) if text else (),
        terms=count_stems(words),
    )


ACCOUNTANT = resume(
    "accountant.pdf",
    roles=[role("Senior Accountant"), role("Accounts Executive", "2016-01", "2019-12", 48)],
    text="Prepared journal entries, bank reconciliation, general ledger, GST and TDS returns in Tally.",
    skills=[skill("Tally", 60), skill("GST", 60)],
    months=84,
)
NURSE = resume(
    "nurse.pdf",
    roles=[role("Staff Nurse")],
    text="Gave medications, recorded vital signs, wound care and IV therapy on the ward.",
    skills=[skill("Nursing", 36)],
    months=36,
)
JOB = Job(
    title="Accountant",
    requirements=(Requirement("Tally", "must", 5), Requirement("GST", "must", 3), Requirement("Excel", "nice", 2)),
    min_years=3,
    text="Maintain the general ledger, reconcile bank accounts and file GST returns.",
)
