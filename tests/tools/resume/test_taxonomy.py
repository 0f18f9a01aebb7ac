"""The taxonomy's data is sound, and it finds skills in text where a reader would."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tools.resume.surfaces import key_of
from tools.resume.taxonomy import Taxonomy, load_taxonomy, read_taxonomy
from tools.settings import DATA

DOMAINS = {
    "it", "data", "cloud", "office", "banking", "finance & accounts", "sales & marketing", "hr", "health", "teaching",
    "construction & civil", "mechanical, electrical & manufacturing", "logistics", "hospitality", "legal",
    "media & design", "agriculture", "soft", "languages", "services", "government & social sector",
}  # fmt: skip


def rows() -> list[list[str]]:
    files = sorted((DATA / "skills").glob("*.tsv"))
    return [line.split("\t") for file in files for line in file.read_text("utf-8").splitlines()[1:]]


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


def found(text: str, *, listed: bool = False) -> list[str]:
    return [hit.skill for hit in load_taxonomy().find(text, listed=listed)]


class TestData:
    def test_every_row_has_the_six_columns_of_the_header(self) -> None:
        for file in (DATA / "skills").glob("*.tsv"):
            lines = file.read_text("utf-8").splitlines()
            assert lines[0].split("\t") == ["skill", "aliases", "group", "domain", "ambiguous", "implies"]
            assert all(len(line.split("\t")) == 6 for line in lines), file.name

    def test_it_is_as_large_as_promised(self) -> None:
        assert len(rows()) >= 3000
        assert sum(len(row[1].split("|")) for row in rows() if row[1]) >= 3000

    def test_no_writing_belongs_to_two_skills(self) -> None:
        claims: Counter[str] = Counter()
        for skill, aliases, *_ in rows():
            claims.update({key_of(term) for term in [skill, *aliases.split("|")] if term})
        assert [key for key, count in claims.items() if count > 1] == []

    def test_groups_and_domains_are_known(self) -> None:
        assert {row[3] for row in rows()} == DOMAINS
        sizes = Counter(row[2] for row in rows())
        assert all(group and group == group.strip() for group in sizes)
        assert min(sizes.values()) >= 2, "a group of one is no family"

    def test_ambiguous_writings_are_the_rows_own(self) -> None:
        for skill, aliases, _, _, ambiguous, _ in rows():
            own = {skill, *aliases.split("|")}
            assert set(ambiguous.split("|")) - {""} <= own, skill

    def test_implications_are_known_and_run_in_no_circle(self, taxonomy: Taxonomy) -> None:
        for skill, *_, implies in rows():
            for general in implies.split("|") if implies else ():
                assert general in taxonomy.skills, (skill, general)
                assert skill not in taxonomy.implied(general), (skill, general)

    def test_reading_the_files_again_gives_the_same(self, taxonomy: Taxonomy) -> None:
        assert read_taxonomy(sorted((DATA / "skills").glob("*.tsv"))).skills == taxonomy.skills


class TestCanonical:
    @pytest.mark.parametrize(
        ("term", "skill"),
        [
            ("node js", "Node.js"), ("NodeJS", "Node.js"), ("C Sharp", "C#"), ("c#", "C#"), ("C++", "C++"), ("c", "C"),
            ("golang", "Go"), ("GO", "Go"), ("ms-excel", "Microsoft Excel"), ("टैली", "Tally"),
            ("कंप्यूटर", "Computer Skills"),
            ("Data Modelling", "Data Modeling"), ("paediatrics", "Pediatrics"), ("Web Service", "Web Services"),
            ("GSTR-3B", "GST"), ("know your customer", "KYC"), ("CNC Operator", "CNC"), ("asp.net mvc", "ASP.NET MVC"),
            (".NET", ".NET"), ("pl/sql", "PL/SQL"), ("Sales & Operations Planning", "Demand Planning"),
        ],
    )  # fmt: skip
    def test_other_writings(self, taxonomy: Taxonomy, term: str, skill: str) -> None:
        assert taxonomy.canonical(term) == skill

    @pytest.mark.parametrize("term", ["", "  ", "net", "blockchained", "!!!", "zorblax 9"])
    def test_what_is_not_known(self, taxonomy: Taxonomy, term: str) -> None:
        assert taxonomy.canonical(term) is None


class TestFind:
    def test_the_longest_name_wins(self) -> None:
        assert found("Wrote Spring Boot services and Azure Data Factory pipelines") == [
            "Spring Boot",
            "Azure Data Factory",
        ]

    def test_a_hit_points_into_the_text(self, taxonomy: Taxonomy) -> None:
        text = "Knows core  Java, Node.js and C++."
        for hit in taxonomy.find(text):
            assert text[hit.start : hit.end] == hit.surface

    def test_exact_and_alias(self, taxonomy: Taxonomy) -> None:
        kinds = {hit.skill: hit.kind for hit in taxonomy.find("PYTHON, k8s")}
        assert kinds == {"Python": "exact", "Kubernetes": "alias"}

    @pytest.mark.parametrize(
        "text",
        [
            "Please go and excel at what you spring on us",
            "I have access to the rest of the word on the street",
            "In the spring of May the swift pig had a spark",
            "R&D head, H.R. manager, AM&C",
            "Provost Marshall Office",
            "Worked at Oracle India Pvt Ltd",
            "Ruby Sharma walked home",
            "a safe place with less noise",
        ],
    )
    def test_everyday_words_are_no_skills(self, text: str) -> None:
        everyday = {"Go", "Microsoft Excel", "Spring Framework", "Microsoft Access", "Microsoft Word", "R", "Swift",
                    "REST API", "Apache Pig", "Apache Spark", "Microsoft Office", "Oracle Database", "Ruby", "SAFe",
                    "Less CSS", "C", "HR Operations"}  # fmt: skip
        assert everyday.isdisjoint(found(text))

    def test_everyday_words_count_in_lists_and_beside_skills(self) -> None:
        assert found("Skills: R, Go, C, Excel") == ["R", "Go", "C", "Microsoft Excel"]
        assert found("Proficient in Java and Spring") == ["Java", "Spring Framework"]
        assert found("We need a Go developer") == ["Go"]

    def test_a_listed_text_needs_no_case(self) -> None:
        assert found("go, excel, r", listed=True) == ["Go", "Microsoft Excel", "R"]
        assert "Go" not in found("he had to go, fast")

    def test_addresses_hold_no_skills(self) -> None:
        assert found("java@python.com https://github.com/react/django www.angular.io") == []

    def test_names_do_not_cross_list_signs_or_sentences(self) -> None:
        assert "Spring Boot" not in found("Spring, Boot")
        assert "Power BI" not in found("Full power. BI is next")

    def test_a_name_may_run_over_a_line_end(self) -> None:
        line = "Eight years of audits, budgets and ledgers with Microsoft"
        assert "Microsoft Access" in found(f"{line}\nAccess and others")
        assert "Power BI" not in found("Power\nBI")

    def test_text_without_capitals(self) -> None:
        assert found("solid accounting excel and erp skills", listed=False)[0] == "Accounting"
        assert "Spring Framework" not in found("internship for fall spring and summer, apply by phone\n" * 3)

    def test_hostile_text_names_one_language_at_the_most(self) -> None:
        assert set(found("a@" * 20_000 + "C " * 20_000 + "\n" * 20_000)) <= {"C"}


class TestRelations:
    def test_groups(self, taxonomy: Taxonomy) -> None:
        assert taxonomy.related("React", "Angular") == "group"
        assert taxonomy.related("React", "PostgreSQL") == "domain"
        assert taxonomy.related("React", "Nursing") is None
        assert taxonomy.related("React", "Unheard Of") is None
        assert taxonomy.skills["Finacle"].group == taxonomy.skills["Flexcube"].group == "core banking software"

    def test_implied_goes_all_the_way(self, taxonomy: Taxonomy) -> None:
        assert {"Django", "Python"} <= taxonomy.implied("Django REST Framework")
        assert taxonomy.implied("Python") == frozenset()
        assert taxonomy.implied("Unheard Of") == frozenset()

    def test_a_small_table(self, tmp_path: Path) -> None:
        file = tmp_path / "a.tsv"
        file.write_text(
            "skill\taliases\tgroup\tdomain\tambiguous\timplies\nKiln\tFurnace Work\tpots\tcraft\t\t\n", encoding="utf-8"
        )
        assert read_taxonomy([file]).canonical("furnace works") == "Kiln"
