"""A job description becomes a title and requirements that its words support."""

from __future__ import annotations

import json

import pytest

from tests.shared import shared
from tools.errors import BadInput, TooLarge
from tools.resume.job import read_job
from tools.resume.job_rows import MAX_REQUIREMENTS
from tools.resume.types import Job, Requirement

FULL = """Job Title: Backend Engineer
About us
We are a leading provider of everything, founded in 1990. We love Kotlin.
Responsibilities
Write REST APIs and review code.
Requirements
3+ years of experience in Java and Spring Boot
Must have SQL
Working knowledge of Docker
Bachelor's degree in engineering
Good to have
Kubernetes, Zorblax
Strong communication skills
Benefits
Free lunch and Python snacks. CTC 12 LPA.
"""


def kinds(job: Job) -> dict[str, str]:
    return {requirement.skill: requirement.kind for requirement in job.requirements}


def row(job: Job, skill: str) -> Requirement:
    return next(requirement for requirement in job.requirements if requirement.skill == skill)


class TestRequirements:
    def test_a_full_post(self) -> None:
        job = read_job(FULL)
        assert job.title == "Backend Engineer"
        assert kinds(job)["SQL"] == "must"
        assert kinds(job)["Docker"] == kinds(job)["Kubernetes"] == kinds(job)["Zorblax"] == "nice"
        assert row(job, "Java").min_years == row(job, "Spring Boot").min_years == 3
        assert row(job, "Communication") == Requirement("Communication", "nice", 1, 0.0)
        assert (job.min_years, job.max_years, job.min_education) == (3, None, 3)
        assert {"Kotlin", "Python"}.isdisjoint(kinds(job))

    def test_boilerplate_is_gone_from_the_text(self) -> None:
        text = read_job(FULL).text
        assert "REST APIs" in text
        assert "lunch" not in text
        assert "leading provider" not in text

    def test_title_only(self) -> None:
        job = read_job("Java Developer, skills: JMS, Hibernate, Zorblax")
        assert job.title == "Java Developer"
        assert kinds(job) == {"Java": "must", "JMS": "nice", "Hibernate": "nice", "Zorblax": "nice"}

    def test_a_title_given_wins(self) -> None:
        assert read_job("Java Developer\nSQL needed", title="Tally Operator").title == "Tally Operator"
        assert kinds(read_job("", title="Java Developer")) == {"Java": "must"}

    def test_the_occupation_in_a_title_is_no_must(self) -> None:
        assert kinds(read_job("Data Analyst\nskills: Excel, SQL"))["Data Analysis"] == "nice"

    @pytest.mark.parametrize(
        ("sentence", "kind"),
        [
            ("Java is mandatory", "must"),
            ("Candidate should have Java", "must"),
            ("Proficient in Java", "must"),
            ("Java अनिवार्य है", "must"),
            ("Java preferred", "nice"),
            ("Java is a plus.", "nice"),
            ("Java is not mandatory", "nice"),
            ("Java वांछनीय", "nice"),
            ("We write Java all day", "nice"),
        ],
    )
    def test_cues(self, sentence: str, kind: str) -> None:
        assert kinds(read_job(f"Software Engineer\n{sentence}\nin our office"))["Java"] == kind

    def test_what_is_waived_is_not_asked(self) -> None:
        assert "Java" not in kinds(read_job("Tester wanted\nNo Java required for this job"))

    def test_no_more_rows_than_a_recruiter_reads(self) -> None:
        many = "Java, Python, SQL, AWS, Docker, Kubernetes, Git, Jenkins, Linux, Perl, Scala, Kotlin, PHP, "
        many += "HTML, CSS, React, Go, Rust"
        job = read_job(f"Engineer of everything\nKey skills: {many}")
        assert len(job.requirements) == MAX_REQUIREMENTS

    def test_text_without_capitals(self) -> None:
        job = read_job(
            "staff accountant\n solid accounting excel and erp skills required\n month end closing and journal entries"
        )
        assert {"Microsoft Excel", "ERP", "Month-End Closing", "Journal Entries"} <= kinds(job).keys()
        assert job.title == "staff accountant"

    def test_skills_tagged_without_spaces_are_not_one_skill(self) -> None:
        assert kinds(read_job("Python Developer\nKey Skills\nPythonDjangoFlaskRestSqlServer")) == {"Python": "must"}


class TestYearsAndDegrees:
    @pytest.mark.parametrize(
        ("text", "low", "high"),
        [
            ("Experience: 2-5 Yrs", 2, 5),
            ("minimum 3 years of experience", 3, None),
            ("2 to 5 years experience", 2, 5),
            ("five years of experience", 5, None),
            ("up to 2 years of experience", 0, 2),
            ("23 years of experience in sales", 2, 3),
            ("Freshers may apply", 0, None),
            ("We have been in business for over 20 years", 0, None),
            ("must be 18 years old", 0, None),
            ("4 year degree", 0, None),
            ("न्यूनतम 3 साल का अनुभव", 3, None),
        ],
    )
    def test_total(self, text: str, low: float, high: float | None) -> None:
        job = read_job(f"Sales Executive\n{text}")
        assert (job.min_years, job.max_years) == (low, high)

    @pytest.mark.parametrize("text", ["3+ years in Java", "Java (3 years)", "3 years of hands-on experience with Java"])
    def test_years_of_a_skill(self, text: str) -> None:
        assert row(read_job(f"Software Engineer\n{text}"), "Java").min_years == 3

    @pytest.mark.parametrize(
        ("text", "level"),
        [
            ("10th pass", 1),
            ("High school diploma or GED", 1),
            ("ITI or diploma", 2),
            ("Any graduate", 3),
            ("Bachelor's or Master's degree", 3),
            ("MBA required", 4),
            ("Post graduate degree in physics", 4),
            ("PhD in chemistry", 5),
            ("MBA preferred", 0),
            ("No paper asked", 0),
        ],
    )
    def test_degree(self, text: str, level: int) -> None:
        assert read_job(f"Clerk wanted\n{text}").min_education == level


class TestTitle:
    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("Position: Staff Nurse\nICU", "Staff Nurse"),
            ("Senior Accountant (5-7 yrs)\nTally", "Senior Accountant"),
            ("Job description\nWe are hiring a Sales Manager for our Pune branch", "Sales Manager"),
            ("We are looking for an experienced Python Developer to join us.", "Python Developer"),
            ("Our people are nice and the weather is good, so come to us for a while.", ""),
        ],
    )
    def test_title(self, text: str, title: str) -> None:
        assert read_job(text).title == title


class TestBadInput:
    @pytest.mark.parametrize("text", ["", "   \n", "job", "!!! ??? ...", "12 34 56"])
    def test_too_little(self, text: str) -> None:
        with pytest.raises(BadInput, match="fewer than three words"):
            read_job(text)

    def test_too_much(self) -> None:
        with pytest.raises(TooLarge):
            read_job("word " * 50_000)

    @pytest.mark.timeout(20)
    @pytest.mark.parametrize("piece", ["a", "a ", "1 ", "(", "years ", "skills: ", "\n", ", ", "hiring a ", "3-", ". "])
    def test_hostile_text_ends_in_time(self, piece: str) -> None:
        job = read_job("A fine job " + piece * (90_000 // len(piece)))
        assert len(job.requirements) <= MAX_REQUIREMENTS


def test_real_posts_give_sensible_rows() -> None:
    posts = json.loads(shared("data/resume/jds_naukri_short.json").read_text("utf-8"))
    posts = [post for post in posts if len(post["skills"].split(",")) >= 4]
    rows = [
        read_job(f"{post['title']}\nExperience: {post['experience']}\nKey skills: {post['skills']}") for post in posts
    ]
    assert sum(len(job.requirements) >= 3 for job in rows) >= 0.97 * len(rows)
    assert all(job.title for job in rows)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("robert and sons is seeking a staff accountant for our pune office\nledgers", "staff accountant"),
        ("requirements for senior accountant\nfive years with tally", "senior accountant"),
        ("position overview\nwe keep the books of small firms", ""),
        ("Job Title\nProject Manager\nHandles budgets and plans", "Project Manager"),
        ("Build web shops in Python\nRole: Other\nIndustry Type: IT\nEducation: any", ""),
        ("we build shops for clients in python\nRole: Blockchain Engineer\nIndustry Type: IT", ""),
        ("we build data shops for clients\nRole: Data Engineer\nIndustry Type: IT", "Data Engineer"),
    ],
)
def test_a_title_is_no_sentence_and_no_category_of_the_portal(text: str, title: str) -> None:
    assert read_job(text).title == title


def test_words_that_ask_for_nothing_are_no_rows() -> None:
    job = read_job(
        "Python Developer\nRequirements:\nStrong understanding of Python principles, patterns, and practices.\n"
        "Databases (MySQL, PostgreSQL, or similar)\nSkills: Django, tools, analysis, Zorblax"
    )
    assert {row.skill for row in job.requirements} <= {
        "Python",
        "MySQL",
        "PostgreSQL",
        "Django",
        "Zorblax",
        "Database Management",
    }


def test_another_trade_in_passing_is_no_row() -> None:
    job = read_job(
        "Python Developer\nThe customers of the team come from nursing, payroll and catering.\n"
        "Required skills: Python, Django, Flask, PostgreSQL, Docker"
    )
    assert [row.skill for row in job.requirements] == ["Python", "Django", "Flask", "PostgreSQL", "Docker"]
