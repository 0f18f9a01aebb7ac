"""Requirements meet skills by name, writing, implication and meaning, each with its proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tools.resume.match import match_requirements
from tools.resume.types import Identity, Job, Match, Requirement, Resume, SkillMention

EMPTY = Resume("a.pdf", "0", 1, Identity(), None, (), None, (), (), (), None, None, (), "", (), {})


def mention(skill: str, surface: str | None = None, months: int | None = None, page: int = 1) -> SkillMention:
    return SkillMention(skill, surface or skill, "exact", page, f"I know {surface or skill}", months)


def matches(
    skills: Sequence[SkillMention], requirement: Requirement, cosine: float | None = None
) -> tuple[Match | None, tuple[str, ...]]:
    def similarity(_: str, others: Sequence[str]) -> list[float]:
        return [cosine or 0.0] * len(others)

    matched, missing = match_requirements(
        replace(EMPTY, skills=tuple(skills)),
        Job("Engineer", (requirement,)),
        similarity=similarity if cosine is not None else None,
    )
    return (matched[0] if matched else None), missing


class TestByName:
    def test_exact(self) -> None:
        match, missing = matches([mention("Python", months=30, page=2)], Requirement("python", "must"))
        assert match == Match("python", 2, "I know Python", "exact", 30, "Python", 1.0)
        assert missing == ()

    def test_another_writing(self) -> None:
        match, _ = matches([mention("Microsoft Excel", "MS Excel")], Requirement("Microsoft Excel", "must"))
        assert match is not None
        assert match.kind == "alias"

    def test_the_requirement_in_another_writing(self) -> None:
        match, _ = matches([mention("Kubernetes")], Requirement("K8s", "must"))
        assert match is not None
        assert (match.kind, match.skill) == ("alias", "K8s")

    def test_unknown_to_the_taxonomy(self) -> None:
        match, _ = matches([mention("Zorblax-9")], Requirement("zorblax 9", "must"))
        assert match is not None
        assert match.kind == "exact"

    def test_implied_by_the_most_experienced(self) -> None:
        skills = [mention("Flask", months=5), mention("Django", months=20)]
        match, missing = matches(skills, Requirement("Python", "must", min_years=3))
        assert match is not None
        assert (match.kind, match.surface, match.months) == ("alias", "Django", 20)
        assert missing == ()

    def test_nothing_fits(self) -> None:
        assert matches([mention("Nursing")], Requirement("Python", "must")) == (None, ("Python",))
        assert matches([], Requirement("Python", "nice"), 1.0) == (None, ("Python",))


class TestByMeaning:
    def test_a_similar_skill_never_fills_a_must(self) -> None:
        match, missing = matches([mention("Angular")], Requirement("React", "must"), 0.7)
        assert match is not None
        assert (match.kind, match.similarity) == ("similar", 0.7)
        assert missing == ("React",)

    def test_it_fills_a_nice_to_have(self) -> None:
        match, missing = matches([mention("Angular")], Requirement("React", "nice"), 0.7)
        assert match is not None
        assert missing == ()

    def test_another_family_must_be_closer(self) -> None:
        assert matches([mention("PostgreSQL")], Requirement("React", "nice"), 0.6)[0] is None
        assert matches([mention("PostgreSQL")], Requirement("React", "nice"), 0.9)[0] is not None

    def test_another_field_is_never_similar(self) -> None:
        assert matches([mention("Nursing")], Requirement("React", "nice"), 0.99)[0] is None

    def test_a_language_stands_for_no_other(self) -> None:
        assert matches([mention("Hindi")], Requirement("Tamil", "nice"), 0.99)[0] is None

    def test_without_an_embedder_nothing_is_similar(self) -> None:
        assert matches([mention("Angular")], Requirement("React", "nice"))[0] is None
