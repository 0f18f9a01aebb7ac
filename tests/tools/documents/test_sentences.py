from __future__ import annotations

import pytest

from tests.shared import shared
from tests.support import document_from_text
from tools.documents.sentences import Span, sentences, sentences_in


def cut(text: str) -> list[str]:
    return [text[span.start : span.end].replace("\n", " ") for span in sentences_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Plea of Mr. A. K. Sample, Ld. Counsel vs. the State of U.P. under Section 439 Cr.P.C. is allowed.",
        "Crime No. 12 of 2023, P.S. Kotwali, Distt. Sampleganj was registered.",
        "He shall furnish a bond of Rs. 50,000/- with one surety.",
        "The order dated 20.06.2020 w.e.f. 1.7.2020 issued by the Addl. Sessions Judge is upheld.",
        "Hon'ble Mr. Justice K. S. Example heard the matter.",
        "अभियुक्त के विरुद्ध मु.अ.सं. 12/2023 धारा 379 भा.दं.सं. थाना कोतवाली में पंजीकृत है।",
        "डॉ. नमूना ने रु. 500 की रसीद प्रस्तुत की।",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heard. Perused the record.", ["Heard.", "Perused the record."]),
        ("The State of U.P. opposes. The bail is refused.", ["The State of U.P. opposes.", "The bail is refused."]),
        ("Heard learned A.P.P. The accused is in jail.", ["Heard learned A.P.P.", "The accused is in jail."]),
        ("1. Heard both sides.\n2. The appeal is dismissed.", ["1. Heard both sides.", "2. The appeal is dismissed."]),
        ("सुना गया। पत्रावली का अवलोकन किया।", ["सुना गया।", "पत्रावली का अवलोकन किया।"]),
        ("आवेदन निरस्त किया जाता है। 2. आदेश", ["आवेदन निरस्त किया जाता है।", "2. आदेश"]),
        ('He said "yes." The court went on.', ['He said "yes."', "The court went on."]),
        ("Is it so? It is.", ["Is it so?", "It is."]),
        ("ORDER\nThe petition is allowed.", ["ORDER", "The petition is allowed."]),
        ("Applicant :- A Sample\nOpposite Party :- State", ["Applicant :- A Sample", "Opposite Party :- State"]),
        ("released on conditions:-\n(i) He shall not leave.\n(ii) He shall appear.",
         ["released on conditions:-", "(i) He shall not leave.", "(ii) He shall appear."]),
    ],
)  # fmt: skip
def test_cut_where_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_line_breaks_inside_a_sentence_do_not_cut_it() -> None:
    text = "The writ petition is accordingly allowed by directing the respondent\nnos.1 to 3 to pay within four weeks."
    assert len(cut(text)) == 1


def test_text_without_capitals_is_cut_at_full_stops() -> None:
    text = "the appeal is without any merit and the same must fail for the reasons given.\n" * 8
    assert len(cut(text)) == 8


def test_spans_cover_everything_but_white_space() -> None:
    page = document_from_text("x", "ORDER\n\n1. Heard.  Perused.\nDated: 1.2.2023").pages[0]
    spans = sentences(page)
    assert all(isinstance(span, Span) and span.start < span.end for span in spans)
    kept = "".join(page.text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(page.text.split())


def test_nothing_in_nothing_out() -> None:
    assert sentences_in("") == []
    assert sentences_in(" \n \n") == []


def test_hostile_text_is_cut_in_linear_time() -> None:
    assert sentences_in("." * 50_000 + " A. " * 20_000)


def test_sentences_of_a_real_judgment_have_a_sensible_length() -> None:
    text = (shared("data/legal/docs/mildsum_1/EN_Judgment.txt")).read_text(encoding="utf-8")
    pieces = cut(text)
    assert 30 <= len(pieces) <= 50
    assert pieces[-1].startswith("10. The writ petition is, accordingly, allowed")
