from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.resume.scoring import ACCOUNTANT, HashEmbedder, resume, role
from tools.resume.families import prototypes, title_profile
from tools.resume.titles import held_titles, title_fit, word_overlap
from tools.resume.types import Resume


def nearness(person: Resume, job_title: str) -> float:
    embedder, held = HashEmbedder(), held_titles(person)
    texts = [job_title, *(item.text for item in held)]
    vectors = dict(zip(texts, embedder.embed(texts), strict=True))
    families = prototypes(embedder)
    return title_fit(
        held, job_title, title_profile(job_title, vectors[job_title], families), vectors, families
    ).nearness


def test_weights_sum_to_one_and_fall_with_age() -> None:
    held = held_titles(ACCOUNTANT)
    assert [item.text for item in held] == ["Senior Accountant", "Accounts Executive"]
    assert sum(item.weight for item in held) == pytest.approx(1)
    assert held[0].weight > held[1].weight


def test_the_latest_role_leads_whatever_the_order_in_the_file() -> None:
    turned = replace(ACCOUNTANT, roles=ACCOUNTANT.roles[::-1])
    assert held_titles(turned) == held_titles(ACCOUNTANT)


def test_a_headline_that_repeats_the_latest_role_counts_once() -> None:
    assert len(held_titles(replace(ACCOUNTANT, headline="SENIOR ACCOUNTANT"))) == 2
    assert len(held_titles(replace(ACCOUNTANT, headline="Chartered Accountant"))) == 3


def test_short_roles_count_less() -> None:
    long, short = role("Cook", months=48), role("Clerk", months=2)
    held = {item.text: item.weight for item in held_titles(resume(roles=[short, long]))}
    assert held["Clerk"] < 0.6


def test_nearness_orders_same_related_and_other_work() -> None:
    same, related, other = (
        nearness(ACCOUNTANT, title) for title in ("Senior Accountant", "Tax Consultant", "Line Cook")
    )
    assert 1 >= same > related > other >= 0


def test_recent_work_counts_more_than_old() -> None:
    now, then = role("Staff Nurse", "2022-01", "present"), role("Line Cook", "2012-01", "2014-12")
    nurse = resume(roles=[now, then])
    cook = resume(roles=[replace(now, title="Line Cook"), replace(then, title="Staff Nurse")])
    assert nearness(nurse, "Nurse") > nearness(cook, "Nurse") > 0


def test_no_titles_no_nearness() -> None:
    assert nearness(resume(), "Accountant") == 0


def test_word_overlap() -> None:
    assert word_overlap("Java Developer", "Developer, Java") == pytest.approx(1)
    assert word_overlap("", "Cook") == word_overlap("Nurse", "Cook") == 0
