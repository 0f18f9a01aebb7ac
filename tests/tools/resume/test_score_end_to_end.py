"""From text to ranking through the real parser and job reader; only the embedder is a fake."""

from __future__ import annotations

import datetime

import pytest

from tests.support import document_from_text
from tests.tools.resume.scoring import HashEmbedder
from tools.resume.fairness import largest_change
from tools.resume.job import read_job
from tools.resume.parse import parse_resume
from tools.resume.score import rank_candidates
from tools.resume.skills import find_skills
from tools.resume.types import Resume

JOB = read_job(
    "We are hiring a Java developer for our Pune office.\nMust have: Java, Spring Boot, SQL\n"
    "Good to have: Docker, AWS\n3 to 6 years of experience.\nB.E. or B.Tech required.",
    title="Java Developer",
)
DEVELOPER = """Meera Kolhatkar
Java Developer
meera.k@example.org | +91 98200 00000

Summary
Java developer with five years of experience in Spring Boot services.

Skills
Java, Spring Boot, SQL, Hibernate, Docker

Experience
Java Developer, Sample Softworks Pvt Ltd
January 2021 - Present
Built REST services in Java and Spring Boot with SQL databases.

Education
B.E. Computer Engineering, Example University, 2020
"""
COOK = """Ravindra Solanke
Sous Chef
ravindra@example.org

Experience
Sous Chef, Sample Grand Hotel
March 2018 - Present
Ran the kitchen, planned the menu and trained commis cooks in food safety.

Education
Diploma in Hotel Management, Example Institute, 2017
"""


def parse(text: str, name: str = "resume.txt") -> Resume:
    return parse_resume(document_from_text(name, text), today=datetime.date(2026, 11, 1), find_skills=find_skills)


def test_the_developer_is_above_the_cook() -> None:
    ranked = rank_candidates([parse(COOK, "cook.txt"), parse(DEVELOPER, "dev.txt")], JOB, HashEmbedder())
    assert [candidate.resume.file for candidate in ranked] == ["dev.txt", "cook.txt"]
    assert ranked[0].score > 70
    assert ranked[1].score < 30
    for candidate in ranked:
        assert sum(candidate.parts.values()) == pytest.approx(candidate.score, abs=1e-9)


def test_a_missing_must_is_named_and_caps() -> None:
    without = DEVELOPER.replace("Spring Boot", "PL/SQL")
    candidate = rank_candidates([parse(without)], JOB, HashEmbedder())[0]
    assert "Spring Boot" in candidate.missing
    assert candidate.score < 60


def test_swapped_names_and_pronouns_change_no_score() -> None:
    text = DEVELOPER.replace("Summary\n", "Summary\nMeera is known for her calm. ")
    named = [
        text.replace("Meera Kolhatkar", new).replace("Meera", new.split()[0])
        for new in ("Imtiaz Shaikh", "Gurpreet Singh")
    ]
    versions = [parse(version) for version in (*named, text.replace("her calm", "his calm"))]
    assert largest_change(parse(text), versions, JOB, HashEmbedder()) == 0


def test_the_same_batch_ranks_the_same_twice() -> None:
    batch = [parse(COOK, "cook.txt"), parse(DEVELOPER, "dev.txt")]
    first, second = rank_candidates(batch, JOB, HashEmbedder()), rank_candidates(batch[::-1], JOB, HashEmbedder())
    assert [(c.resume.file, c.parts) for c in first] == [(c.resume.file, c.parts) for c in second]
