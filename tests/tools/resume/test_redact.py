from __future__ import annotations

import pytest

from tools.resume.redact import redact
from tools.resume.types import Identity

ASHA = Identity(
    "Asha R. Verma",
    "asha.verma@example.com",
    "+919820012345",
    (),
    ("Asha R. Verma", "Asha", "Verma", "12, MG Road, Pune"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Asha R. Verma",
        "ASHA VERMA",
        "Verma, Asha",
        "A. R. Verma",
        "Asha V.",
        "ashaverma90",
        "asha.verma@example.com",
        "https://www.linkedin.com/in/asha-verma-1a2b",
        "github.com/ashaverma",
        "+91 98200 12345",
        "12, MG Road, Pune",
        "Gender: Female",
        "Father's Name: Mohan Verma",
        "Date of Birth: 12 May 1990",
        "she/her",
        "Mrs.",
        "लिंग: महिला",
    ],
)
def test_the_person_leaves_nothing(text: str) -> None:
    assert redact(text, ASHA).strip(" .,:-") == ""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("She led her team; Asha's plan won.", "led team; plan won."),
        ("He led his team; plan won.", "led team; plan won."),
        ("Salesman of the year", "Salesperson of the year"),
        ("Saleswoman of the year", "Salesperson of the year"),
        ("Worked as waitress", "Worked as waiter"),
        ("MS Office, C++, R and Node.js", "MS Office, C++, R and Node.js"),
        ("B.E. in Computer Science", "B.E. in Computer Science"),
        ("Grew sales by 30% in 2015-2018", "Grew sales by 30% in 2015-2018"),
    ],
)
def test_what_stays(text: str, left: str) -> None:
    assert redact(text, ASHA) == left


def test_a_name_that_is_also_a_word_stays_as_the_word() -> None:
    cook = Identity("Rose Cook", None, None, (), ("Rose Cook", "Rose", "Cook"))
    assert redact("Rose Cook\nwas a cook and rose to head chef", cook) == "\nwas a cook and rose to head chef"


def test_without_a_name_only_contacts_and_gender_go() -> None:
    assert redact("Write to me@example.com, he said", Identity()) == "Write to , said"


def test_lines_stay_lines() -> None:
    assert redact("Asha Verma\nClerk\n\nshe", ASHA).count("\n") == 3
