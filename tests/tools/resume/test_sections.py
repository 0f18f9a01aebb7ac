from __future__ import annotations

import pytest

from tests.support import document_from_text
from tools.documents import Document, Page, Word
from tools.resume.headings import find_heading, inline_split, unspace
from tools.resume.sections import read_lines, split_sections


def kinds(text: str) -> list[str]:
    return [section.kind for section in split_sections(document_from_text("a.txt", text))]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Career Objective", "summary"),
        ("ACADEMIC QUALIFICATION", "education"),
        ("Professional Qualification:", "education"),
        ("Employment History", "experience"),
        ("Work Profile", "experience"),
        ("Key Skills", "skills"),
        ("IT SKILLS :-", "skills"),
        ("Strengths", "skills"),
        ("Personal Details", "personal"),
        ("Personal Profile", "personal"),
        ("Declaration", "declaration"),
        ("Extra Curricular Activities", "interests"),
        ("Languages Known", "languages"),
        ("E X P E R I E N C E", "experience"),
        ("W O R K E X P E R I E N C E", "experience"),
        ("2. Education & Training", "education"),
        ("Education and Certifications", "education"),
        ("❖ PROJECTS", "projects"),
        ("OTHER WORK EXPERIENCE", "experience"),
        ("अनुभव", "experience"),
        ("कार्य अनुभव", "experience"),
        ("शैक्षिक योग्यता", "education"),
        ("कौशल", "skills"),
        ("व्यक्तिगत विवरण", "personal"),
        ("घोषणा", "declaration"),
    ],
)
def test_headings_are_known(line: str, kind: str) -> None:
    found = find_heading(line)
    assert found is not None
    assert found[0] == kind


@pytest.mark.parametrize(
    "line",
    [
        "Having 3.5 years of experience",
        "experience",
        "I worked on projects.",
        "Sales Executive",
        "Managed skills and training of 20 people",
        "8 Years Experience",
        "",
        "x" * 5000,
    ],
)
def test_sentences_and_titles_are_no_headings(line: str) -> None:
    assert find_heading(line) is None


def test_content_behind_a_label_belongs_to_the_section() -> None:
    sections = split_sections(document_from_text("a.txt", "Asha Verma\nSkills: Java, SQL\nEducation: B.Tech, 2015"))
    assert [(section.kind, section.text) for section in sections] == [
        ("header", "Asha Verma"),
        ("skills", "Java, SQL"),
        ("education", "B.Tech, 2015"),
    ]


def test_a_label_inside_a_role_does_not_end_the_experience() -> None:
    text = "Asha Verma\nEXPERIENCE\nDeveloper\nAcme Ltd\nSkills: Java, SQL\nMade things\nEDUCATION\nBCA"
    assert kinds(text) == ["header", "experience", "education"]


def test_a_flattened_export_is_cut_at_glued_headings() -> None:
    assert inline_split("First place in B.Tech.Education Details") == ["First place in B.Tech.", "Education Details"]
    assert inline_split("nothing here") == ["nothing here"]


def test_letter_spaced_words_are_joined() -> None:
    assert unspace("S K I L L S") == "SKILLS"
    assert unspace("Skills") == "Skills"


def styled(lines: list[tuple[str, float]]) -> Document:
    words = []
    for number, (text, size) in enumerate(lines):
        words += [
            Word(token, (10.0, 20.0 * number, 50.0, 20.0 * number + size), number, "Arial", size)
            for token in text.split()
        ]
    return Document("a.pdf", "pdf", "0", (Page(1, 595.0, 842.0, tuple(words), "text"),))


def test_the_largest_line_opens_the_header_though_a_sidebar_comes_first() -> None:
    lines = [("Contact", 13.0), ("asha@example.com", 10.5), ("Top Skills", 13.0), ("Planning and more of it", 10.5)]
    lines += [
        ("Asha Verma", 26.0),
        ("Head of Planning", 10.5),
        ("Experience", 15.0),
        ("Acme and other plain words", 10.5),
    ]
    sections = split_sections(styled(lines))
    assert [section.kind for section in sections] == ["personal", "skills", "header", "experience"]
    assert sections[2].lines[0].text == "Asha Verma"


def test_page_numbers_and_running_footers_are_left_out() -> None:
    text = "\f".join(f"Page {n} of 4\nline {'abcd'[n - 1]}\nAsha Verma resume" for n in range(1, 5))
    texts = [line.text for line in read_lines(document_from_text("a.txt", text))]
    assert "Page 2 of 4" not in texts
    assert "line c" in texts


def test_lines_are_verbatim_pieces_of_their_page() -> None:
    document = document_from_text("a.txt", "Asha  Verma\n\nEXPERIENCE\nClerk   -  Acme Ltd\f EDUCATION\nBCA")
    for line in read_lines(document):
        assert line.text in document.pages[line.page - 1].text


def test_an_empty_document_has_no_sections() -> None:
    assert split_sections(document_from_text("a.txt", "")) == ()
