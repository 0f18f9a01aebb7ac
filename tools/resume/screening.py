"""The whole answer for a pile of resumes: scores, ranks, and what only shows when resumes are seen together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.text import Embedder
from tools.resume.duplicates import find_duplicates
from tools.resume.score import rank_candidates
from tools.resume.types import Candidate, Job, Resume


def screen_resumes(resumes: Sequence[Resume], job: Job, embedder: Embedder) -> tuple[Candidate, ...]:
    """`rank_candidates`, with a flag on each resume that repeats another. Flags never touch a score."""
    repeats = find_duplicates(resumes)
    return tuple(
        replace(candidate, flags=(*candidate.flags, repeats[candidate.resume.file]))
        if candidate.resume.file in repeats
        else candidate
        for candidate in rank_candidates(resumes, job, embedder)
    )
