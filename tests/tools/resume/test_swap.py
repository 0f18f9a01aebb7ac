"""A name swap changes who it is and nothing else: the same profile, chunks, terms and score."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tools.resume.scoring import HashEmbedder
from tools.documents import read_document
from tools.resume.job import read_job
from tools.resume.parse import parse_resume
from tools.resume.samples import sample_jobs, sample_resumes
from tools.resume.score import rank_candidates
from tools.resume.skills import find_skills
from tools.resume.swap import OTHER_NAMES, parse_renamed, renamed

TODAY = date(2026, 11, 22)
TEXTS = [(name, data) for name, data in sample_resumes() if "scan" not in name]


def test_renaming_reaches_mail_addresses_and_gendered_words() -> None:
    text = b"Amit Rao\namit.rao@example.in\n\nExperience\nMr Rao led his team. AMIT RAO\n"
    document = read_document("cv.txt", text)
    resume = parse_resume(document, today=TODAY, find_skills=find_skills)
    told = renamed(document, resume.identity, "Fatima Sheikh").text
    assert "Fatima Sheikh" in told
    assert "FATIMA SHEIKH" in told
    assert "fatima.sheikh@example.in" in told
    assert "Ms Sheikh led her team." in told
    assert "amit" not in told.casefold()


@pytest.mark.parametrize(("name", "data"), TEXTS, ids=[name for name, _ in TEXTS])
def test_no_score_moves(name: str, data: bytes) -> None:
    document = read_document(name, data)
    resume = parse_resume(document, today=TODAY, find_skills=find_skills)
    job, embedder = read_job(sample_jobs()[0].text), HashEmbedder()
    score = rank_candidates([resume], job, embedder)[0].score
    for other in OTHER_NAMES:
        swapped = parse_renamed(document, other, TODAY.isoformat())
        assert (swapped.profile, swapped.chunks, swapped.terms) == (resume.profile, resume.chunks, resume.terms), other
        assert rank_candidates([swapped], job, embedder)[0].score == score, other
