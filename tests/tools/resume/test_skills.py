"""Skills are found where the resume claims them, with proof, and nowhere else."""

from __future__ import annotations

import pytest

from tests.support import document_from_text
from tools.documents.types import Document, Page, Word
from tools.resume.listed import list_items
from tools.resume.quotes import MAX_QUOTE
from tools.resume.sections import split_sections
from tools.resume.skills import find_skills
from tools.resume.types import Role, SkillMention

RESUME = """Ruby Sharma
ruby@java.com +91 98765 43210

SUMMARY
Backend developer, fluent in Python. No experience in Kotlin or Scala.

WORK EXPERIENCE
Developer, Neelam Softworks
Built Django services on AWS with PostgreSQL.

SKILLS
Java (3 years), Spring, Go, Zorblax; C/C++ • Tally
Databases: MySQL, Oracle
Office (Word, Excel)
"""


def skills_of(text: str, roles: tuple[Role, ...] = ()) -> dict[str, SkillMention]:
    document = document_from_text("resume.txt", text)
    return {mention.skill: mention for mention in find_skills(document, split_sections(document), roles)}


def items(text: str) -> list[str]:
    return [text[item.start : item.end] for item in list_items(text) if not item.prose]


def role(text: str, start: str | None, end: str | None, months: int | None) -> Role:
    return Role("Developer", "Neelam Softworks", start, end, months, 1, "Developer", text)


class TestFindSkills:
    def test_listed_and_mentioned(self) -> None:
        found = skills_of(RESUME)
        assert {"Java", "Spring Framework", "Go", "C", "C++", "Tally", "MySQL", "Oracle Database"} <= found.keys()
        assert {"Microsoft Word", "Microsoft Excel", "Python", "Django", "AWS", "PostgreSQL"} <= found.keys()
        assert found["Java"].listed
        assert not found["Django"].listed

    def test_an_unknown_item_of_a_list_is_kept_as_written(self) -> None:
        assert skills_of(RESUME)["Zorblax"].surface == "Zorblax"

    def test_names_contacts_and_negations_are_no_skills(self) -> None:
        assert {"Ruby", "Kotlin", "Scala"}.isdisjoint(skills_of(RESUME))

    @pytest.mark.parametrize(
        "sentence",
        [
            "I have no experience in Java.",
            "Not familiar with Java yet",
            "Never worked with Java",
            "Without any knowledge of SQL or Java",
            "I don't know Java",
        ],
    )
    def test_denied(self, sentence: str) -> None:
        assert "Java" not in skills_of(f"Asha Rao\n\nSUMMARY\n{sentence}\n")

    @pytest.mark.parametrize(
        "sentence", ["Not only Java but SQL", "No degree, but 5 years of Java", "I don't know Go, but Java well"]
    )
    def test_not_denied(self, sentence: str) -> None:
        assert "Java" in skills_of(f"Asha Rao\n\nSUMMARY\n{sentence}\n")

    def test_every_quote_is_verbatim_short_and_holds_the_surface(self) -> None:
        text = (
            RESUME + "\f" + "EXPERIENCE\n" + "We sold many things in many towns. " * 20 + "Then Salesforce came. " * 9
        )
        document = document_from_text("resume.txt", text)
        pages = {page.number: page.text for page in document.pages}
        mentions = find_skills(document, split_sections(document), ())
        assert "Salesforce" in {mention.skill for mention in mentions}
        for mention in mentions:
            assert mention.quote in pages[mention.page]
            assert mention.surface in mention.quote
            assert len(mention.quote) <= MAX_QUOTE

    def test_hidden_words_are_not_read(self) -> None:
        words = [
            Word(word, (0, 0, 1, 1), line)
            for line, text in enumerate(("Asha Rao", "SKILLS", "Java"))
            for word in text.split()
        ]
        hidden = [Word("Python", (0, 0, 1, 1), 2, hidden=True)]
        document = Document("a.pdf", "pdf", "0", (Page(1, 595, 842, (*words, *hidden), "text"),))
        found = {mention.skill for mention in find_skills(document, split_sections(document), ())}
        assert "Python" not in found
        assert "Java" in found

    def test_programming_languages_under_languages(self) -> None:
        found = skills_of("Asha Rao\n\nSKILLS\nLinux\n\nLANGUAGES\nJava, Perl, Zorblax\n")
        assert found["Zorblax"].listed

    def test_spoken_languages_are_not_kept_as_unknown_skills(self) -> None:
        assert "Klingon" not in skills_of("Asha Rao\n\nLANGUAGES\nHindi, English, Klingon\n")

    def test_praise_makes_no_new_skill(self) -> None:
        found = skills_of("Asha Rao\n\nSKILLS\nExcellent customer service, QuickBooks expert\n")
        assert found.keys() == {"Customer Service", "QuickBooks"}
        assert found["QuickBooks"].surfaces == ("QuickBooks expert",)

    def test_tools_of_a_project_are_not_listed_as_the_persons_own(self) -> None:
        found = skills_of(
            "Asha Rao\n\nTECHNICAL SKILLS\nJava, MySQL\n\nPROJECTS\nPayroll for a bank\n\nTOOLS\nMaven, Zorblax\n"
        )
        assert [name for name, mention in found.items() if mention.listed] == ["Java", "MySQL"]
        assert "Zorblax" not in found

    def test_tools_among_skills_are_listed(self) -> None:
        found = skills_of("Asha Rao\n\nSKILLS\nJava, MySQL\n\nTOOLS\nMaven, Zorblax\n")
        assert all(found[name].listed for name in ("Java", "Maven", "Zorblax"))

    def test_short_lists_stand_under_technical_experience(self) -> None:
        found = skills_of("Asha Rao\n\nTECHNICAL EXPERIENCE\nJava, MySQL, Zorblax\n")
        assert found["Java"].listed

    def test_statements_name_skills_but_list_none(self) -> None:
        bullets = "".join(f"• Handled the quarterly Excel plans of branch {town}\n" for town in "ABCDEF")
        found = skills_of(f"Asha Rao\n\nSKILLS\n{bullets}")
        assert not any(mention.listed for mention in found.values())

    @pytest.mark.parametrize(
        "prose",
        [
            "Supported the production line and its policies and procedures.",
            "Job description: reporting to the director, flexible and responsible.",
            "Kept the inventory of printers and the balance sheet of the architecture firm.",
            "Degree in business administration and life sciences.",
        ],
    )
    def test_everyday_words_of_running_text_are_no_skills(self, prose: str) -> None:
        assert skills_of(f"Asha Rao\n\nEXPERIENCE\n{prose}\n") == {}

    def test_everyday_words_count_in_a_list(self) -> None:
        found = skills_of("Asha Rao\n\nSKILLS\nReporting, Inventory, Documentation\n")
        assert found.keys() == {"Reporting", "Inventory Management", "Documentation"}

    def test_nothing_in_nothing(self) -> None:
        assert skills_of("") == {}


class TestMonths:
    def test_union_of_roles_and_what_they_imply(self) -> None:
        roles = (
            role("Django sites", "2018-01", "2018-12", 12),
            role("Django and Java", "2018-07", "2019-06", 12),
            role("Sold shoes", "2020-01", "2020-12", 12),
        )
        found = skills_of("Asha Rao\n\nSKILLS\nDjango, Python, Java, SQL\n", roles)
        assert (found["Django"].months, found["Django"].last_used) == (18, "2019-06")
        assert found["Python"].months == 18
        assert found["Java"].months == 12
        assert (found["SQL"].months, found["SQL"].last_used) == (None, None)

    def test_present_undated_and_unknown(self) -> None:
        roles = (role("Zorblax and Java", "2024-01", "present", 10), role("Zorblax", None, None, None))
        found = skills_of("Asha Rao\n\nSKILLS\nZorblax, Java\n", roles)
        assert (found["Zorblax"].months, found["Zorblax"].last_used) == (10, "present")

    def test_a_denied_skill_earns_no_months(self) -> None:
        found = skills_of("Asha Rao\n\nSKILLS\nJava\n", (role("No experience in Java", "2020-01", "2020-12", 12),))
        assert found["Java"].months is None


class TestListItems:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Java, C++; SQL | Go", ["Java", "C++", "SQL", "Go"]),
            ("Java (Less than 1 year), C (3 years)", ["Java", "C"]),
            ("• Tally ERP 9\n• GST returns", ["Tally ERP 9", "GST returns"]),
            ("Languages: Java, C\nTools - Git", ["Java", "C", "Git"]),
            ("Office (Word, Excel)", ["Office", "Word", "Excel"]),
            ("Proficient in Java and etc.", ["Java and"]),
            ("Windows. Linux", ["Windows", "Linux"]),
            ("invoice training.sap posting, asp.net", ["invoice training", "sap posting", "asp.net"]),
            (
                "DPM, EMC Legato Networker & Symantec Backup Exec",
                ["DPM", "EMC Legato Networker & Symantec Backup Exec"],
            ),
            ("Java, SQL\nWilling to relocate to: Pune - Delhi", ["Java", "SQL"]),
            ("Java, SQL\nAnalyst\nNeelam Softworks\nJanuary 2013 to June 2015\nExcel", ["Java", "SQL"]),
            ("Java, SQL\nAnalyst\nNeelam Softworks - Pune, Maharashtra -\nExcel", ["Java", "SQL"]),
            ("Node.js, .NET, M.S. Office", ["Node.js", ".NET", "M.S. Office"]),
            ("Python - Advanced, SQL 80%", ["Python", "SQL"]),
            ("Research &amp; Writing", ["Research &amp; Writing"]),
            ("", []),
        ],
    )
    def test_layouts(self, text: str, expected: list[str]) -> None:
        assert items(text) == expected

    def test_a_wrapped_list_goes_on(self) -> None:
        text = "DATABASE (1 year), HTML (1 year), Linux (Less than 1 year), MICROSOFT\nACCESS (Less than 1 year), SQL"
        assert items(text) == ["DATABASE", "HTML", "Linux", "MICROSOFT\nACCESS", "SQL"]

    @pytest.mark.parametrize(
        "text",
        [
            "Developed and tested many things for many clients",
            "Project: Payroll\nJava, SQL",
            "Java, SQL since Jan 2015 to Present",
            "I have always been good at making tea for others",
        ],
    )
    def test_prose_lists_nothing(self, text: str) -> None:
        assert items(text) == []

    @pytest.mark.parametrize("piece", ["( ", "[", "((a ))", "a - ", "(1", "19 to ", "a: ", ", "])
    def test_hostile_text_ends(self, piece: str) -> None:
        assert len(list_items(piece * (8_000 // len(piece)))) <= 8_000

    def test_no_contacts_numbers_or_periods(self) -> None:
        assert items("a@b.in, 98765, www.x.in, 2015 to 2017, ---") == []
