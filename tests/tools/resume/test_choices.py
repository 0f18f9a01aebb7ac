"""Requirements of which one will do."""

from __future__ import annotations

import pytest

from tests.tools.resume.scoring import resume, skill
from tools.resume.choices import alternatives, choices
from tools.resume.job import read_job
from tools.resume.match import match_requirements
from tools.resume.taxonomy import load_taxonomy
from tools.resume.types import Job, Requirement

JOB = Job("Developer", (Requirement("MySQL or Oracle Database", "must"),))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Java", ("Java",)),
        ("MySQL or Oracle", ("MySQL", "Oracle")),
        ("MySQL OR Oracle or DB2", ("MySQL", "Oracle", "DB2")),
        ("टैली या एक्सेल", ("टैली", "एक्सेल")),
        ("Oracle", ("Oracle",)),
        (" or ", (" or ",)),
    ],
)
def test_parts(text: str, parts: tuple[str, ...]) -> None:
    assert choices(text) == parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SQL with PostgreSQL, MySQL or MongoDB", [("PostgreSQL", "MySQL", "MongoDB")]),
        ("Docker and Kubernetes", []),
        ("Java, Python", []),
        ("Java or work with Python", []),
    ],
)
def test_offered_for_choice(text: str, found: list[tuple[str, ...]]) -> None:
    assert alternatives(text, load_taxonomy().find(text)) == found


def test_a_choice_in_the_description_is_one_row() -> None:
    job = read_job("Java Developer\nMust have\n- Java\n- PostgreSQL, MySQL or MongoDB\n- Git")
    assert {row.skill: row.kind for row in job.requirements} == {
        "Java": "must",
        "PostgreSQL or MySQL or MongoDB": "must",
        "Git": "must",
    }


def test_one_or_more_of_is_a_must_of_any() -> None:
    job = read_job("Software Engineer\nProficient in one or more of Java or Python\nin our office")
    assert ("Java or Python", "must") in [(row.skill, row.kind) for row in job.requirements]


def test_a_skill_asked_for_by_itself_keeps_its_row() -> None:
    job = read_job("Developer\nMust have\n- MySQL\n- MySQL or MongoDB\n- Git")
    assert "MySQL" in {row.skill for row in job.requirements}


def test_either_fills_the_must_with_its_own_proof() -> None:
    matched, missing = match_requirements(resume(skills=[skill("Oracle Database", 20)]), JOB, similarity=None)
    assert [(match.skill, match.quote, match.months) for match in matched] == [
        ("MySQL or Oracle Database", "Oracle Database", 20)
    ]
    assert not missing


def test_neither_leaves_it_missing() -> None:
    matched, missing = match_requirements(resume(skills=[skill("Java")]), JOB, similarity=None)
    assert (matched, missing) == ((), ("MySQL or Oracle Database",))
