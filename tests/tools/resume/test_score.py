from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from tests.tools.resume.scoring import ACCOUNTANT, JOB, NURSE, HashEmbedder, resume, role, skill
from tools.resume.score import CAP_PART, DEFAULT, PARTS, Weights, capped, rank_candidates
from tools.resume.types import Identity, Job, Requirement, Resume


def score_of(one: Resume, job: Job = JOB, **options: Weights) -> float:
    return rank_candidates([one], job, HashEmbedder(), **options)[0].score


def test_the_fitting_resume_comes_first() -> None:
    ranked = rank_candidates([NURSE, ACCOUNTANT], JOB, HashEmbedder())
    assert [candidate.resume.file for candidate in ranked] == ["accountant.pdf", "nurse.pdf"]
    assert [candidate.rank for candidate in ranked] == [1, 2]
    assert ranked[0].score > 60 > ranked[1].score


@pytest.mark.parametrize("job", [JOB, replace(JOB, requirements=()), Job("", ()), replace(JOB, min_years=0, title="")])
def test_parts_add_up_to_the_score(job: Job) -> None:
    for candidate in rank_candidates([ACCOUNTANT, NURSE, resume("empty.pdf")], job, HashEmbedder()):
        assert sum(candidate.parts.values()) == pytest.approx(candidate.score, abs=1e-9)
        assert 0 <= candidate.score <= 100


def test_a_missing_must_caps_the_score_and_says_so() -> None:
    without = replace(ACCOUNTANT, skills=(skill("GST", 60),))
    candidate = rank_candidates([without], JOB, HashEmbedder())[0]
    assert "Tally" in candidate.missing
    assert candidate.score < DEFAULT.cap
    assert candidate.parts[CAP_PART] < 0
    assert any("Tally" in sentence for sentence in candidate.explanation)


def test_the_cap_keeps_the_order() -> None:
    bent = [capped(total / 10, 60) for total in range(1001)]
    assert all(low < high for low, high in itertools.pairwise(bent))
    assert bent[-1] < 60
    assert capped(30, 60) == 30
    assert capped(50, 0) == 0


def test_likeness_alone_never_fills_a_must() -> None:
    alike = replace(ACCOUNTANT, skills=(skill("Tallly ledger Tally suite", 60),))
    candidate = rank_candidates([alike], JOB, HashEmbedder())[0]
    assert candidate.parts["must"] == 0
    assert {"Tally", "GST"} <= set(candidate.missing)


def test_points_of_parts_that_are_not_asked_go_to_the_others() -> None:
    points = DEFAULT.points(Job("Accountant", ()))
    assert points["must"] == points["nice"] == points["experience"] == 0
    assert sum(points.values()) == pytest.approx(100)
    assert points["meaning"] / points["title"] == pytest.approx(DEFAULT.meaning / DEFAULT.title)
    assert sum(DEFAULT.points(JOB).values()) == pytest.approx(100)


def test_weights_of_zero_and_below_are_harmless() -> None:
    nothing = Weights(must=0, nice=0, experience=0, title=0, meaning=0)
    assert score_of(ACCOUNTANT, weights=nothing) == 0
    assert sum(Weights(must=-5).points(JOB).values()) == pytest.approx(100)


def test_a_requirement_of_weight_zero_is_ignored() -> None:
    job = replace(JOB, requirements=(*JOB.requirements, Requirement("Welding", "must", 0)))
    assert score_of(ACCOUNTANT, job) == pytest.approx(score_of(ACCOUNTANT), abs=1.0)
    assert CAP_PART not in rank_candidates([ACCOUNTANT], job, HashEmbedder())[0].parts


def test_the_score_does_not_hang_on_who_else_applied() -> None:
    alone = rank_candidates([ACCOUNTANT], JOB, HashEmbedder())[0]
    crowd = [replace(NURSE, file=f"{number}.pdf") for number in range(20)]
    among = rank_candidates([*crowd, ACCOUNTANT], JOB, HashEmbedder())[0]
    assert among.parts == alone.parts


def test_ties_are_broken_by_file_name_whatever_the_order() -> None:
    twins = [replace(ACCOUNTANT, file=name) for name in ("c.pdf", "a.pdf", "b.pdf")]
    for order in itertools.permutations(twins):
        ranked = rank_candidates(order, JOB, HashEmbedder())
        assert [candidate.resume.file for candidate in ranked] == ["a.pdf", "b.pdf", "c.pdf"]


def test_identity_is_neither_scored_nor_embedded() -> None:
    named = replace(ACCOUNTANT, identity=Identity(name="Zorawar Quill", email="z@example.org", terms=("Zorawar",)))
    embedder = HashEmbedder()
    assert rank_candidates([named], JOB, embedder)[0].parts == rank_candidates([ACCOUNTANT], JOB, embedder)[0].parts
    assert not any("Zorawar" in text for text in embedder.seen)


def test_no_resumes_give_no_candidates() -> None:
    assert rank_candidates([], JOB, HashEmbedder()) == ()


def test_an_empty_resume_scores_low_with_sentences() -> None:
    candidate = rank_candidates([resume("blank.pdf")], JOB, HashEmbedder())[0]
    assert candidate.score < 15
    assert set(candidate.parts) <= {*PARTS, CAP_PART}
    assert any("could not be read" in sentence for sentence in candidate.explanation)


def test_more_of_what_is_asked_never_lowers_the_score() -> None:
    bare = resume("x.pdf", roles=[role("Accountant")], months=12)
    more = replace(bare, skills=(skill("Tally", 12),))
    most = replace(more, skills=(skill("Tally", 12), skill("GST", 12)), total_experience_months=48)
    assert score_of(bare) < score_of(more) < score_of(most)


def test_explanations_are_whole_sentences() -> None:
    for candidate in rank_candidates([ACCOUNTANT, NURSE], JOB, HashEmbedder()):
        assert candidate.explanation
        assert all(
            (sentence.endswith(".") and sentence[0].isupper()) or sentence[0].isdigit()
            for sentence in candidate.explanation
        )
