from __future__ import annotations

import datetime

import pytest

from tests.support import document_from_text
from tools.resume.head_labels import label_of
from tools.resume.headers import Header, is_duration, read_header, without_place
from tools.resume.roles import find_roles, stated_months, total_months
from tools.resume.sections import split_sections
from tools.resume.types import Role
from tools.resume.vocabulary import is_place, org_score, title_score

TODAY = datetime.date(2026, 11, 22)


def roles_of(experience: str, *, gaps: bool = True) -> tuple[Role, ...]:
    document = document_from_text(
        "a.txt", f"Asha Verma\nEXPERIENCE\n{experience}\nEDUCATION\nBCA\n2001 - 2004", gaps=gaps
    )
    pages = {page.number: page.text for page in document.pages}
    roles = find_roles(split_sections(document), pages, TODAY)
    assert all(role.quote in pages[role.page] for role in roles)
    return roles


def heads(experience: str, *, gaps: bool = True) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(role.title, role.employer, role.start, role.end) for role in roles_of(experience, gaps=gaps)]


FIRST = ("Staff Nurse", "Sunrise Hospital", "2019-03", "present")
SECOND = ("Trainee Nurse", "City Care Clinic", "2017-01", "2019-02")


@pytest.mark.parametrize(
    "text",
    [
        "Staff Nurse\nSunrise Hospital\n03/2019 – Present\n• Wards.\nTrainee Nurse\n"
        "City Care Clinic\nJan 2017 to Feb 2019\n• Wards.",
        "Sunrise Hospital\nStaff Nurse\n03/2019 – Present\n• Wards.\nCity Care Clinic\n"
        "Trainee Nurse\nJan 2017 to Feb 2019",
        "03/2019 – Present\nStaff Nurse\nSunrise Hospital\n• Cared.\n"
        "Jan 2017 to Feb 2019\nTrainee Nurse\nCity Care Clinic\n• Cared.",
        "Staff Nurse - Sunrise Hospital - Pune 03/2019 – Present\n• Wards.\n"
        "Trainee Nurse - City Care Clinic - Pune Jan 2017 - Feb 2019",
        "Staff Nurse | Sunrise Hospital | March 2019 - till date\n"
        "Trainee Nurse | City Care Clinic | Jan 2017 - Feb 2019",
        "Sunrise Hospital, Pune — Staff Nurse\nMar 2019 - now\n• Wards.\n"
        "City Care Clinic, Pune — Trainee Nurse\nJan 2017 - Feb 2019",
        "Staff Nurse, Sunrise Hospital (Mar 2019 - Present)\nWard duty.\n"
        "Trainee Nurse, City Care Clinic (Jan 2017 - Feb 2019)",
        "Worked as Staff Nurse at Sunrise Hospital from March 2019 to till date.\n"
        "Worked as Trainee Nurse at City Care Clinic from Jan 2017 to Feb 2019.",
        "Company: Sunrise Hospital\nDesignation: Staff Nurse\nDuration: 03/2019 – Present\n"
        "Company: City Care Clinic\nDesignation: Trainee Nurse\nDuration: Jan 2017 to Feb 2019",
        "Sunrise Hospital Pune, Maharashtra\nStaff Nurse Mar 2019 - Present\n• Wards.\n"
        "City Care Clinic Pune, Maharashtra\nTrainee Nurse Jan 2017 - Feb 2019",
    ],
)
@pytest.mark.parametrize("gaps", [True, False])
def test_layouts(text: str, gaps: bool) -> None:
    assert heads(text, gaps=gaps) == [FIRST, SECOND]


def test_an_indeed_export_with_an_undated_role() -> None:
    text = (
        "Senior Analyst\n\nAcme Systems -  Pune, Maharashtra -\n\nJuly 2016 to Present\n\nDid this and that.\n\n"
        "Junior Analyst\n\nOther Works Ltd -  Nashik, Maharashtra\n\nDid other things for customers."
    )
    assert heads(text) == [
        ("Senior Analyst", "Acme Systems", "2016-07", "present"),
        ("Junior Analyst", "Other Works Ltd", None, None),
    ]


def test_titles_grouped_under_one_employer() -> None:
    text = (
        "Acme Research Institute\n7 years 10 months\nPrincipal Engineer\n"
        "November 2024 - Present (8 months)\nSenior Engineer\n"
        "September 2017 - November 2024 (7 years 3 months)\nPune, Maharashtra, India\n"
        "Other Works\nWeb Developer\nMay 2010 - August 2012 (2 years 4 months)"
    )
    assert heads(text) == [
        ("Principal Engineer", "Acme Research Institute", "2024-11", "present"),
        ("Senior Engineer", "Acme Research Institute", "2017-09", "2024-11"),
        ("Web Developer", "Other Works", "2010-05", "2012-08"),
    ]


def test_a_date_broken_over_lines() -> None:
    text = "Clerk\nAcme Bank\nOctober 2011\nto\nAugust 2015\n• Counting."
    assert heads(text) == [("Clerk", "Acme Bank", "2011-10", "2015-08")]


def test_dates_inside_a_description_make_no_role() -> None:
    text = (
        "Clerk\nAcme Bank\n2011-03 - 2015-02\n"
        "• Moved the archive of 2005 - 2009 to disks.\n"
        "Grew deposits from 2012 to 2014 by 30%, with the whole branch team taking part in it."
    )
    assert len(roles_of(text)) == 1


def test_description_text_goes_to_its_role() -> None:
    first, second = roles_of(
        "Clerk\nAcme Bank\nMar 2011 - Feb 2015\n• Counting.\nTeller\nOther Bank\nMar 2009 - Feb 2011\n• Paying."
    )
    assert first.text.strip() == "• Counting."
    assert second.text.strip() == "• Paying."


def test_education_does_not_count_as_experience() -> None:
    roles = roles_of("Clerk\nAcme Bank\nJan 2020 - Dec 2020")
    assert total_months(roles, TODAY) == 12


def test_overlaps_are_merged_in_the_total() -> None:
    text = "Clerk\nAcme Bank\nJan 2020 - Dec 2020\nTutor\nEvening School\nJul 2020 - Jun 2021"
    assert total_months(roles_of(text), TODAY) == 18
    assert total_months((), TODAY) is None


def test_roles_without_an_experience_heading_need_a_whole_head() -> None:
    document = document_from_text(
        "a.txt", "Asha Verma\nCompany: Acme Ltd\nDesignation: Clerk\nDuration: Jan 2020 - Dec 2020"
    )
    roles = find_roles(split_sections(document), {1: document.pages[0].text}, TODAY)
    assert [(role.title, role.employer) for role in roles] == [("Clerk", "Acme Ltd")]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("8+ years of experience in sales", 96),
        ("having 3.5 Years of IT experience", 42),
        ("Total experience: 5 years", 60),
        ("2 years 6 months of experience", 30),
        ("10 years old company", None),
        ("experience", None),
    ],
)
def test_stated_experience(text: str, months: int | None) -> None:
    assert stated_months(text) == months


@pytest.mark.parametrize(
    ("units", "header"),
    [
        (["Amazon Web House", "Head Of Science, HIL team"], Header("Head Of Science, HIL team", "Amazon Web House")),
        (["Test Analyst at Acme", "Acme Ltd - Pune, Maharashtra -"], Header("Test Analyst", "Acme Ltd")),
        (["Fullstack Engineer University of Somewhere"], Header("Fullstack Engineer", "University of Somewhere")),
        (["Research Intern, Nimbus Labs"], Header("Research Intern", "Nimbus Labs")),
        (["Director, Marketing"], Header("Director, Marketing", None)),
        (["Acme -"], Header(None, "Acme")),
        ([], Header(None, None)),
    ],
)
def test_header(units: list[str], header: Header) -> None:
    assert read_header(units) == header


def test_words() -> None:
    assert title_score("Senior Sales Executive") > org_score("Senior Sales Executive")
    assert org_score("Verma Traders Pvt. Ltd.") > title_score("Verma Traders Pvt. Ltd.")
    assert is_place("Pune, Maharashtra")
    assert is_place("Sangli, Maharashtra, India")
    assert not is_place("Acme Ltd, Pune")
    assert without_place("Acme Ltd - Pune, Maharashtra -") == "Acme Ltd"
    assert without_place("Bank of Baroda") == "Bank of Baroda"
    assert is_duration("7 years 10 months")
    assert not is_duration("7 years in Pune")
    assert label_of("Designation : Clerk") == ("title", "Clerk")
    assert label_of("Clerk") is None


def test_a_current_role_that_only_the_header_states() -> None:
    text = "Asha Verma\nProgram Coordinator - Acme India Limited\nEXPERIENCE\nClerk\nOther Bank\nJan 2015 - Dec 2016"
    document = document_from_text("a.txt", text)
    roles = find_roles(split_sections(document), {1: document.pages[0].text}, TODAY)
    assert [(role.title, role.employer, role.start) for role in roles] == [
        ("Program Coordinator", "Acme India Limited", None),
        ("Clerk", "Other Bank", "2015-01"),
    ]
    assert roles[0].quote == "Program Coordinator - Acme India Limited"
