"""Questions about a form get the field with its value, never a label alone; prose is told from labels."""

from __future__ import annotations

import pytest

from tests.support import document_from_text
from tools.chat.quotes_forms import best_fields, fields_in, is_label

FORM = """FIRST INFORMATION REPORT
1. District: South P.S.: Kalpanagar Year: 2025
FIR No.: 0511 Date: 24/01/2025 21:18 hrs
2. (i) Act: Bharatiya Nyaya Sanhita (BNS), 2023 Section(s): 318(4), 316(2)
(c) In case, outside the limit of this Police Station, then:
Name of P.S.: District(State):
6. Complainant / Informant (शिकायतकर्ता/सूचनाकर्ता):
(a) Name: Imran Ansari
(b) Father's/Husband's Name: Salim Khan
(h) Occupation: Driver
8. Reasons for delay in reporting by the complainant /
informant:
As the complainant was searching on
his own
10. Total value of property (In Rs/-): 382500.00
11. Inquest Report / U.D. case No., if any:
S.No. UIDB Number
(2) Directed (Name of I.O.): Dharmendra Kushwaha Rank: ASI
When the complainant asked for his money the accused kept putting him off.
"""
PAPER = document_from_text("fir.pdf", FORM, gaps=False)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("What is the FIR number?", "FIR No.: 0511"),
        ("fir number kya hai", "FIR No.: 0511"),
        ("Who is the complainant?", "(a) Name: Imran Ansari"),
        ("शिकायतकर्ता कौन है?", "(a) Name: Imran Ansari"),
        ("Which police station?", "P.S.: Kalpanagar"),
        ("Which sections are named?", "Section(s): 318(4), 316(2)"),
        ("What is the total value of the property?", "382500.00"),
        ("Who is the investigating officer?", "Dharmendra Kushwaha"),
        ("What are the reasons for the delay in reporting?", "searching on"),
    ],
)
def test_a_field_answers(question: str, field: str) -> None:
    (found,) = best_fields(question, [PAPER])
    assert field in found.text
    assert PAPER.pages[0].text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "question",
    ["Who is the judge?", "What was the argument of the accused?", "What is it?", "Was bail granted on the FIR?"],
)
def test_what_no_field_is_called_finds_none(question: str) -> None:
    assert not best_fields(question, [PAPER])


def test_labels_without_a_value_are_no_fields() -> None:
    page = PAPER.pages[0].text
    told = [page[field.start : field.end] for field in fields_in(page)]
    assert not any(text.startswith(("Name of P.S.", "11. Inquest", "(c) In case")) for text in told)


def test_labels_are_told_from_what_is_said() -> None:
    page = PAPER.pages[0].text
    for label in ("11. Inquest Report / U.D. case No., if any: S.No. UIDB Number", "FIRST INFORMATION REPORT"):
        assert is_label(label, page)
    assert not is_label("When the complainant asked for his money the accused kept putting him off.", page)
    assert not is_label("CORAM: The Judge", "CORAM: The Judge\nThe appeal is allowed.")
