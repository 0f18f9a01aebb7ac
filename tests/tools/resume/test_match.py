"""Requirements meet skills by name, writing, implication and meaning, each with its proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tools.resume.match import match_requirements, names_to_compare
from tools.resume.taxonomy import load_taxonomy
from tools.resume.types import Identity, Job, Match, Requirement, Resume, SkillMention
from tools.settings import DATA

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

    def test_products_that_stand_for_one_another_need_no_cosine(self) -> None:
        pairs = [("MySQL", "PostgreSQL"), ("Kubernetes", "Docker"), ("Power BI", "Tableau"), ("Azure", "AWS")]
        assert all(matches([mention(held)], Requirement(asked, "nice"), 0.1)[0] is not None for held, asked in pairs)

    def test_what_a_recruiter_would_not_take_for_it(self) -> None:
        pairs = [
            ("JavaScript", "Java", 0.7),
            ("Oracle Fusion", "Oracle Database", 0.99),
            ("SAP MM", "SAP FICO", 0.99),
            ("Onboarding", "Recruitment", 0.9),
            ("PostgreSQL", "React", 0.9),
        ]
        assert all(matches([mention(held)], Requirement(asked, "nice"), at)[0] is None for held, asked, at in pairs)

    def test_a_family_needs_a_high_cosine(self) -> None:
        assert matches([mention("TIG Welding")], Requirement("Arc Welding", "nice"), 0.74)[0] is None
        assert matches([mention("TIG Welding")], Requirement("Arc Welding", "nice"), 0.75)[0] is not None

    def test_an_unknown_skill_shares_a_word(self) -> None:
        asked = Requirement("Zorblax Pro", "nice")
        assert matches([mention("Zorblax")], asked, 0.85)[0] is not None
        assert matches([mention("Blorzax")], asked, 0.99)[0] is None

    def test_every_listed_alternative_is_a_skill_of_the_taxonomy(self) -> None:
        lines = (DATA / "resume" / "skill_alternatives.txt").read_text("utf-8").splitlines()
        assert all(name in load_taxonomy().skills for line in lines for name in line.split("|"))

    def test_only_names_that_could_be_alike_are_compared(self) -> None:
        resume = replace(
            EMPTY, skills=(mention("TIG Welding"), mention("Python"), mention("Nursing"), mention("Tally"))
        )
        job = Job("Welder", (Requirement("Arc Welding", "must"), Requirement("Python", "must")))
        assert names_to_compare([resume], job) == ["Arc Welding", "TIG Welding"]

    def test_another_field_is_never_similar(self) -> None:
        assert matches([mention("Nursing")], Requirement("React", "nice"), 0.99)[0] is None

    def test_a_language_stands_for_no_other(self) -> None:
        assert matches([mention("Hindi")], Requirement("Tamil", "nice"), 0.99)[0] is None

    def test_without_an_embedder_nothing_is_similar(self) -> None:
        assert matches([mention("Angular")], Requirement("React", "nice"))[0] is None
