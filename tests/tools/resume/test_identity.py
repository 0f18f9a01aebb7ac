from __future__ import annotations

import pytest

from tests.support import document_from_text
from tools.resume.identity import agrees, find_identity
from tools.resume.personal import find_phones
from tools.resume.sections import split_sections
from tools.resume.types import Identity


def identity_of(text: str) -> Identity:
    document = document_from_text("a.txt", text)
    return find_identity(document, split_sections(document))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Asha Verma\nSales Executive", "Asha Verma"),
        ("CURRICULUM VITAE\nASHA VERMA\nasha@example.com", "ASHA VERMA"),
        ("Resume of Asha Verma", "Asha Verma"),
        ("RESUME\nName: Smt. Asha R. Verma\nObjective\nTo work", "Asha R. Verma"),
        ("Asha Verma, MBA, PMP\nConsultant", "Asha Verma"),
        ("Asha Verma | asha@example.com | 98200 12345", "Asha Verma"),
        ("Dr. Asha V.\nDentist", "Asha V."),
        ("asha verma\nclerk", "asha verma"),
        ("आशा वर्मा\nलेखाकार", "आशा वर्मा"),
        (
            "Contact\nasha.verma@example.com\nTop Skills\nPlanning\nAsha Verma\nHead of Planning\nExperience\nAcme",
            "Asha Verma",
        ),
        ("Objective\nTo grow\nPersonal Details\nName : Asha Verma\nFather's Name : Mohan Verma", "Asha Verma"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert identity_of(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "CURRICULUM VITAE",
        "SENIOR ACCOUNTANT\nSummary\nHighly motivated person",
        "Summary\nSkills\nExperience\nAccountant\n2010 - 2012",
        "Pune, Maharashtra\n98200 12345",
        "12 Gandhi Road\nSector 5",
        "Bank Of Somewhere Ltd",
        "xq zrt\n%% ~~ 11",
        "Microsoft Excel\nJava Developer",
    ],
)
def test_no_person_is_invented(text: str) -> None:
    assert identity_of(text).name is None


def test_contacts() -> None:
    found = identity_of(
        "Asha Verma\nEmail: asha.verma@example.com\nMobile: +91-98200 12345 / 022-2345 6789\nlinkedin.com/in/ashaverma"
    )
    assert found.email == "asha.verma@example.com"
    assert found.phone == "+919820012345"
    assert found.links == ("linkedin.com/in/ashaverma",)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("98200 12345", "+919820012345"),
        ("(+91) 9820012345", "+919820012345"),
        ("+1 (415) 555-2671", "+14155552671"),
        ("0091 98200 12345", "+919820012345"),
    ],
)
def test_phones(text: str, number: str) -> None:
    assert find_phones(text)[0][0] == number


@pytest.mark.parametrize("text", ["2015 - 2018", "12/05/1990", "560001", "12345678901234567890"])
def test_numbers_that_are_no_phones(text: str) -> None:
    assert find_phones(text) == []


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("Father's Name: Mohan Verma", "Mohan Verma"),
        ("Husband Name - Ravi Verma", "Ravi Verma"),
        ("Date of Birth : 12 May 1990", "12 May 1990"),
        ("DOB: 12/05/1990", "12/05/1990"),
        ("Gender: Female", "Female"),
        ("Marital Status : Unmarried", "Unmarried"),
        ("Religion: Hindu", "Hindu"),
        ("Caste: General", "General"),
        ("Nationality: Indian", "Indian"),
        ("Passport No: K1234567", "K1234567"),
        ("Permanent Address: 12, MG Road, Pune 411001", "12, MG Road, Pune 411001"),
        ("पिता का नाम: मोहन वर्मा", "मोहन वर्मा"),
        ("जन्म तिथि : 12 मई 1990", "12 मई 1990"),
        ("वैवाहिक स्थिति: अविवाहित", "अविवाहित"),
        ("लिंग: महिला", "महिला"),
    ],
)
def test_personal_facts_are_terms(line: str, term: str) -> None:
    assert term in identity_of(f"Asha Verma\nPERSONAL DETAILS\n{line}\nHobbies\nChess").terms


def test_address_lines_and_name_parts_are_terms() -> None:
    terms = identity_of("Asha Verma\nFlat 4, Lotus Apartments, Near Station Road\nPune 411001").terms
    assert {"Asha Verma", "Asha", "Verma", "Flat 4, Lotus Apartments, Near Station Road"} <= set(terms)


def test_agreement_with_handles() -> None:
    assert agrees("Asha Verma", ["averma90@example.com"])
    assert not agrees("Asha Verma", ["info@example.com"])


@pytest.mark.parametrize(
    "text",
    [
        "YOUR NAME HERE\nYour Tagline\nSKILLS\nC++\nREFERENCES\nf Books Prof. Alpha Beta\nalpha@example.org",
        "First Name Last Name\nEngineer",
        "Firstname Lastname\nEngineer",
        "Name Surname\nEngineer",
        "ROVER RESUME\nMG rover.resume@example.org",
        "myhomepage.com github.com/me\nEngineer",
    ],
)
def test_templates_and_titles_name_nobody(text: str) -> None:
    assert identity_of(text).name is None


def test_a_degree_behind_the_name_is_left_out() -> None:
    assert identity_of("ASHA VERMA M.SC.\nEngineer").name == "ASHA VERMA"
    assert identity_of("Resume of Asha Verma").name == "Asha Verma"
