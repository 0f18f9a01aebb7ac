"""Europass forms, whose lines begin with labels, parse as other resumes do."""

from __future__ import annotations

from datetime import date

from tests.support import document_from_text
from tools.resume.europass import recast
from tools.resume.parse import parse_resume
from tools.resume.sections import split_sections
from tools.resume.skills import find_skills

FORM = """Curriculum Vitae
Surname(s) / First name(s) Kavya Iyer
Address Kochi, Kerala
E-mail kavya.iyer@example.in
Nationality Indian
Desired employment Data Analyst
Four years of reporting.
Dates March 2021 - till date
Occupation or position held Data Analyst
Main activities and
responsibilities
Built reports in Power BI.
Name and address of employer Periyar Retail Ltd, Kochi
Dates June 2019 - February 2021
Occupation or position held Reporting Assistant
Main activities and responsibilities Kept sheets in Excel.
Name and address of employer Backwater Foods Ltd, Alappuzha
Title of qualification awarded B.Sc. Statistics
Name and type of organisation Vembanad University, Kottayam, 2019
Computer skills and competences SQL, Power BI, Excel
Languages Malayalam, English"""


def test_form_parses_like_any_resume() -> None:
    document = document_from_text("form.pdf", FORM)
    resume = parse_resume(document, today=date(2026, 11, 22), find_skills=find_skills)
    assert resume.identity.name == "Kavya Iyer"
    assert [(role.title, role.start, role.end) for role in resume.roles] == [
        ("Data Analyst", "2021-03", "present"),
        ("Reporting Assistant", "2019-06", "2021-02"),
    ]
    assert resume.roles[0].employer == "Periyar Retail Ltd"
    assert resume.total_experience_months == 90
    assert resume.headline == "Data Analyst"
    assert resume.education[0].degree == "B.Sc. Statistics"
    assert {"SQL", "Power BI"} <= {mention.skill for mention in resume.skills if mention.listed}
    assert all(role.quote in document.pages[0].text for role in resume.roles)
    assert "Indian" in resume.identity.terms


def test_other_resumes_stay_as_they_are() -> None:
    sections = split_sections(
        document_from_text("cv.txt", "Asha Rao\n\nExperience\nDates of travel: any\n\nSkills\nJava")
    )
    assert recast(sections) is sections
