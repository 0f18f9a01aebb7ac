from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from tests.tools.resume.scoring import JOB, resume
from tools.resume.fit import education_fit, experience_fit, experience_months, requirement_fit
from tools.resume.types import Education, Job, Match, Requirement


def match(skill: str, kind: str = "exact", months: int | None = None, similarity: float = 1.0) -> Match:
    return Match(skill, 1, skill, kind, months, skill, similarity)  # type: ignore[arg-type]


def job(*requirements: Requirement, **options: float) -> Job:
    return Job("Accountant", requirements, **options)  # type: ignore[arg-type]


def test_musts_count_by_weight() -> None:
    assert requirement_fit(JOB, [match("Tally"), match("GST")], "must") == 1
    assert requirement_fit(JOB, [match("Tally")], "must") == pytest.approx(5 / 8)
    assert requirement_fit(job(), [], "must") == 0


def test_similar_fills_half_a_nice_to_have_and_no_must() -> None:
    assert requirement_fit(JOB, [match("Excel", "similar", similarity=0.8)], "nice") == pytest.approx(0.4)
    assert requirement_fit(JOB, [match("Tally", "similar")], "must") == 0


@pytest.mark.parametrize(("months", "credit"), [(None, 0.85), (0, 0.5), (12, 0.75), (24, 1.0), (240, 1.0)])
def test_months_of_a_skill_against_the_years_asked(months: int | None, credit: float) -> None:
    wanted = job(Requirement("Tally", "must", 3, min_years=2))
    assert requirement_fit(wanted, [match("Tally", months=months)], "must") == pytest.approx(credit)


def test_experience_rises_to_the_minimum_and_falls_gently_beyond_the_maximum() -> None:
    wanted = job(min_years=4, max_years=8)
    fits = [experience_fit(resume(months=months), wanted) for months in range(0, 49)]
    assert fits[0] == 0
    assert fits[-1] == 1
    assert all(low <= high for low, high in itertools.pairwise(fits))
    assert max(high - low for low, high in itertools.pairwise(fits)) < 0.06  # no cliff
    over = [experience_fit(resume(months=12 * years), wanted) for years in (8, 10, 30)]
    assert over == sorted(over, reverse=True)
    assert over[-1] == 0.6


def test_unknown_experience_is_neither_for_nor_against() -> None:
    assert experience_fit(resume(months=None), job(min_years=4)) == 0.5


def test_stated_experience_stands_in_for_dates() -> None:
    stated = replace(resume(), stated_experience_months=60)
    assert experience_months(stated) == 60
    assert experience_months(replace(stated, total_experience_months=12)) == 12


def test_education_by_level() -> None:
    degree = Education("B.Com", None, 2015, 3, 1, "B.Com")
    assert education_fit(resume(education=[degree]), job(min_education=3)) == 1
    assert education_fit(resume(education=[degree]), job(min_education=4)) == 0.5
    assert education_fit(resume(), job(min_education=4)) == 0.5
