from __future__ import annotations

import datetime

import pytest

from tests.support import document_from_text
from tools.resume.education import degree_level, find_education
from tools.resume.sections import split_sections
from tools.resume.types import Education

TODAY = datetime.date(2026, 11, 22)


def education_of(text: str) -> tuple[Education, ...]:
    document = document_from_text("a.txt", f"Asha Verma\nEDUCATION\n{text}")
    pages = {page.number: page.text for page in document.pages}
    found = find_education(split_sections(document), pages, TODAY)
    assert all(item.quote in pages[item.page] for item in found)
    return found


@pytest.mark.parametrize(
    ("text", "degree", "college", "year", "level"),
    [
        (
            "B.Tech in Computer Science\n\nLakeside Institute of Technology -  Pune, Maharashtra\n\n2016",
            "B.Tech in Computer Science",
            "Lakeside Institute of Technology",
            2016,
            3,
        ),
        ("MBA (Finance), Riverside University, 2019", "MBA (Finance)", "Riverside University", 2019, 4),
        ("B.Com from Hilltop College, Nagpur in 2012", "B.Com", "Hilltop College", 2012, 3),
        ("Ph.D. in Chemistry\nRiverside University\n2020", "Ph.D. in Chemistry", "Riverside University", 2020, 5),
        ("12th (HSC) - State Board - 2010 - 78%", "12th (HSC)", "State Board", 2010, 1),
        ("SSLC\n\nLittle Flower High School\n\n2008", "SSLC", "Little Flower High School", 2008, 1),
        (
            "Diploma in Mechanical Engineering | Government Polytechnic, Nashik | 2014",
            "Diploma in Mechanical Engineering",
            "Government Polytechnic",
            2014,
            2,
        ),
        ("ITI Fitter, 2011", "ITI Fitter", None, 2011, 2),
        (
            "Riverside University\nBachelor of Science in Nursing\n2015",
            "Bachelor of Science in Nursing",
            "Riverside University",
            2015,
            3,
        ),
        (
            "Electrical engineering\n\nLakeside Institute of Technology",
            "Electrical engineering",
            "Lakeside Institute of Technology",
            None,
            0,
        ),
    ],
)
def test_entries(text: str, degree: str, college: str | None, year: int | None, level: int) -> None:
    (found,) = education_of(text)
    assert (found.degree, found.college, found.year, found.level) == (degree, college, year, level)


def test_several_entries_with_a_board_each() -> None:
    text = "BCA\nHilltop College\n2015\nHSC\nState Board\n2012\nSSC\nState Board\n2010"
    found = education_of(text)
    assert [(item.degree, item.year) for item in found] == [("BCA", 2015), ("HSC", 2012), ("SSC", 2010)]
    assert found[1].college == "State Board"


def test_a_school_whose_name_holds_a_certificate_is_a_school() -> None:
    (found,) = education_of("Sunrise Matriculation Higher Secondary School\n2009")
    assert (found.degree, found.college) == (None, "Sunrise Matriculation Higher Secondary School")


def test_a_degree_broken_over_lines_is_joined() -> None:
    (found,) = education_of("Post Graduate Diploma in Marketing and\nHuman Resource\nHilltop College\n2011")
    assert found.degree == "Post Graduate Diploma in Marketing and Human Resource"


def test_without_a_section_a_line_must_name_degree_and_school() -> None:
    document = document_from_text("a.txt", "Asha Verma\nB.Sc, Hilltop College, 2014\nI will be sure to work hard")
    (found,) = find_education(split_sections(document), {1: document.pages[0].text}, TODAY)
    assert (found.degree, found.college, found.year) == ("B.Sc", "Hilltop College", 2014)


def test_prose_and_column_heads_are_no_education() -> None:
    assert education_of("Board/University\nYear of passing") == ()
    assert education_of("this is to be sub-categorised if it is required by anyone") == ()


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Graduate in any stream", 3),
        ("B.E./B.Tech", 3),
        ("MCA or MBA", 4),
        ("10th pass", 1),
        ("ITI", 2),
        ("PhD preferred", 5),
        ("none", 0),
        ("be kind to me", 0),
    ],
)
def test_degree_level_for_job_requirements(text: str, level: int) -> None:
    assert degree_level(text) == level


def test_a_school_right_behind_its_degree() -> None:
    (first,) = education_of("PhD Acme University, Computer Science\n2023")
    assert (first.degree, first.college) == ("PhD", "Acme University")
    (second,) = education_of("M.Sc. Digital Media University of Acme 2015")
    assert (second.degree, second.college) == ("M.Sc. Digital Media", "University of Acme")


def test_the_school_may_stand_first_with_the_year() -> None:
    found = education_of("Acme University 2018 - 2023\nPhD in Physics\nGlobex University 2014 - 2018\nBS in Physics")
    assert [(item.degree, item.college) for item in found] == [
        ("PhD in Physics", "Acme University"),
        ("BS in Physics", "Globex University"),
    ]


def test_a_prize_is_no_school_and_an_office_suite_no_degree() -> None:
    (only,) = education_of("B.A. in History\nAcme Scholarship\nM.S. Office")
    assert (only.degree, only.college) == ("B.A. in History", None)
