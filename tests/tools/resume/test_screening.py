"""The pile as a whole: repeats are flagged, scores stay as they are."""

from __future__ import annotations

from dataclasses import replace

from tests.tools.resume.scoring import HashEmbedder, resume
from tools.resume.score import rank_candidates
from tools.resume.screening import screen_resumes
from tools.resume.types import Identity, Job, Requirement

JOB = Job("Java Developer", (Requirement("Java", "must"),))


def test_a_repeat_is_flagged_and_scores_as_before() -> None:
    first = replace(resume("a.pdf"), sha256="1" * 64, identity=Identity("Asha Verma", "asha@example.in"))
    again = replace(resume("b.pdf"), sha256="2" * 64, identity=Identity("A Verma", "ASHA@example.in"))
    other = replace(resume("c.pdf"), sha256="3" * 64, identity=Identity("Ravi Rao", "ravi@example.in"))
    pile, embedder = [first, again, other], HashEmbedder()
    screened = {candidate.resume.file: candidate for candidate in screen_resumes(pile, JOB, embedder)}
    assert [flag.kind for flag in screened["b.pdf"].flags] == ["duplicate"]
    assert "a.pdf" in screened["b.pdf"].flags[0].detail
    assert not screened["a.pdf"].flags
    assert not screened["c.pdf"].flags
    plain = {candidate.resume.file: candidate.score for candidate in rank_candidates(pile, JOB, embedder)}
    assert {file: candidate.score for file, candidate in screened.items()} == plain
