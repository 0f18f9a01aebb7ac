"""Headings that a page's text layer holds before all the texts they head."""

from __future__ import annotations

import datetime

from tests.support import document_from_text
from tools.resume.detached import reunite
from tools.resume.parse import parse_resume
from tools.resume.sections import split_sections

DETACHED = """Asha Verma
Creative and Passionate Web Developer
Skills

Certifications

Summary

Experience

Education

HTML5, PHP, Python

Acme Solutions Inc.
Senior Web Developer
January 2019 to Present

Led the redesign of the shop.

Globex Ltd
Web Developer
June 2016 to December 2018

University of Somewhere
Bachelor's in Computer Science
August 2012 to May 2016
"""


def test_texts_come_back_to_their_sections() -> None:
    resume = parse_resume(
        document_from_text("a.txt", DETACHED), today=datetime.date(2026, 6, 15), find_skills=lambda *_: ()
    )
    assert [(role.title, role.employer) for role in resume.roles] == [
        ("Senior Web Developer", "Acme Solutions Inc."),
        ("Web Developer", "Globex Ltd"),
    ]
    assert resume.total_experience_months == 90 + 31
    assert [(item.degree, item.college, item.year) for item in resume.education] == [
        ("Bachelor's in Computer Science", "University of Somewhere", 2016)
    ]
    assert resume.headline == "Web Developer"


def test_ordinary_sections_are_left_alone() -> None:
    text = "Asha Verma\nSKILLS\nPython\nEXPERIENCE\nDeveloper, Acme Ltd\n2015 - 2016\nEDUCATION\nB.Tech, 2014"
    sections = split_sections(document_from_text("a.txt", text))
    assert reunite(sections) == sections
