"""Words to a machine change nothing that the screener says of anyone, and are shown."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.attacks.attacks import Attack, attacked, attacks
from tests.tools.resume.scoring import HashEmbedder
from tools.documents import Document, read_document
from tools.resume.job import read_job
from tools.resume.parse import parse_resume
from tools.resume.samples import sample_jobs, sample_resumes
from tools.resume.screening import screen_resumes
from tools.resume.skills import find_skills
from tools.resume.types import Candidate

TODAY = datetime.date(2026, 11, 22)
SAMPLE = "fatima_begum.txt"
TEXT = dict(sample_resumes())[SAMPLE].decode()
JOB = read_job(sample_jobs()[1].text)


def screened(document: Document) -> tuple[Candidate, ...]:
    """The document among another resume, as the page screens them."""
    rival = read_document(
        "rival.txt", TEXT.replace("FATIMA BEGUM", "RAVI SAMPLE").replace("02/2023", "06/2021").encode()
    )
    parsed = [parse_resume(each, today=TODAY, find_skills=find_skills) for each in (rival, document)]
    return screen_resumes(parsed, JOB, HashEmbedder())


def read(text: str) -> Document:
    return read_document(SAMPLE, text.encode())


@pytest.fixture(scope="module")
def honest() -> tuple[Candidate, ...]:
    return screened(read(TEXT))


def same(found: tuple[Candidate, ...], honest: tuple[Candidate, ...]) -> None:
    """Scores, ranks, parts, matches and every fact are equal; flags and the bytes' hash are not compared."""
    assert [each.resume.file for each in found] == [each.resume.file for each in honest]
    for new, old in zip(found, honest, strict=True):
        assert (new.score, new.parts, new.matched, new.missing) == (old.score, old.parts, old.matched, old.missing)
        assert replace(new.resume, sha256="", flags=()) == replace(old.resume, sha256="", flags=())


@pytest.mark.parametrize("attack", attacks("resumes"), ids=str)
def test_at_the_end_of_the_page(attack: Attack, honest: tuple[Candidate, ...]) -> None:
    found = screened(attacked(read(TEXT), attack))
    same(found, honest)
    (mine,) = (each for each in found if each.resume.file == SAMPLE)
    assert "ai_instruction" in {flag.kind for flag in mine.flags}


@pytest.mark.parametrize("attack", [each for each in attacks("resumes") if not each.hidden], ids=str)
@pytest.mark.parametrize("before", ["OBJECTIVE", "Staff Nurse, Charminar", "EDUCATION"])
def test_among_the_lines(attack: Attack, before: str, honest: tuple[Candidate, ...]) -> None:
    same(screened(read(TEXT.replace(before, f"{attack.text}\n{before}"))), honest)
