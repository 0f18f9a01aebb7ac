"""The embedded answer: verbatim, with the right sentence, honest when there is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import document_from_text
from tests.tools.chat.test_library import ORDER, POLICY
from tools.chat.library import DocumentLibrary
from tools.chat.quotes import Quoted, quoted_answer
from tools.chat.quotes_question import Kind, has_sign, is_overview, kind_of
from tools.chat.quotes_summary import key_sentences
from tools.chat.types import Evidence


def library_of(**texts: str) -> DocumentLibrary:
    library = DocumentLibrary()
    for name, text in texts.items():
        library.add(document_from_text(name, text))
    return library


def ask(library: DocumentLibrary, question: str, language: str = "en") -> Quoted:
    answer = quoted_answer(
        question, library.find(question), library.documents, language="hi" if language == "hi" else "en"
    )
    check(answer, library)
    return answer


def check(answer: Quoted, library: DocumentLibrary) -> None:
    pages = {(document.name, page.number): page.text for document in library.documents for page in document.pages}
    for citation in answer.citations:
        assert pages[citation.document, citation.page][citation.start : citation.end] == citation.quote
        assert f"“{' '.join(citation.quote.split())}” [{citation.number}]" in answer.text
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))


@pytest.mark.parametrize(
    ("question", "part", "page"),
    [
        ("How many days of casual leave are there?", "twelve days", 1),
        ("How much is refunded for a hotel?", "Rs. 4,500", 2),
        ("Within how many days must a claim reach accounts?", "within 15 days", 2),
        ("नियम तोड़ने पर कितना जुर्माना लगेगा?", "पाँच सौ", 3),
        ("Who must approve journeys by air?", "head of department", 2),
    ],
)
def test_the_sentence_that_answers_comes_first(question: str, part: str, page: int) -> None:
    answer = ask(library_of(policy=POLICY), question)
    assert answer.ground == "document"
    assert part in answer.citations[0].quote
    assert answer.citations[0].page == page
    assert len(answer.citations) <= 3


def test_what_is_not_there_is_said_with_the_nearest_passages() -> None:
    answer = ask(library_of(policy=POLICY), "How long is the notice period for hotel managers in Japan?")
    assert answer.ground == "absent"
    assert "did not find" in answer.pieces[0]
    assert len(answer.citations) <= 2
    answer = ask(library_of(policy=POLICY), "zebra xylophone", "hi")
    assert answer.ground == "absent"
    assert "नहीं मिला" in answer.text
    assert not answer.citations


def test_a_pronoun_brings_its_sentence_before() -> None:
    answer = ask(library_of(order=ORDER), "Without what may he not leave the country?")
    assert "Bail is granted" in answer.citations[0].quote


def test_a_colon_brings_what_it_announces() -> None:
    text = "The term “premises” is defined in the deed as under:\nAny part of a building in Sample Street.\nThe end."
    answer = ask(library_of(deed=text), "How does the deed define premises?")
    assert "part of a building" in answer.citations[0].quote


def test_of_several_documents_the_name_is_said() -> None:
    answer = ask(library_of(policy=POLICY, order=ORDER), "Was bail granted on a personal bond?")
    assert "(order, page 1)" in answer.text
    assert (
        "(order, पेज 1)"
        in ask(library_of(policy=POLICY, order=ORDER), "Was bail granted on a personal bond?", "hi").text
    )


def test_a_summary_quotes_key_sentences_in_order() -> None:
    answer = ask(library_of(policy=POLICY), "What is this document about?")
    assert answer.ground == "document"
    assert "policy has 3 pages" in answer.pieces[0]
    places = [(citation.page, citation.start) for citation in answer.citations]
    assert places == sorted(places)
    assert 3 <= len(places) <= 6
    both = ask(library_of(policy=POLICY, order=ORDER), "सारांश दीजिए", "hi")
    assert {citation.document for citation in both.citations} == {"policy", "order"}


def test_a_document_without_text_is_named_as_such() -> None:
    answer = ask(library_of(blank="\f\f"), "What is the date?")
    assert answer.ground == "absent"
    assert "no text" in answer.text


def test_no_documents_no_quotes() -> None:
    assert quoted_answer("What?", Evidence((), False, 0.0), ()).ground == "absent"


def test_it_streams_in_pieces_and_becomes_an_answer() -> None:
    answer = ask(library_of(policy=POLICY), "How many days of casual leave are there?")
    assert "".join(answer) == answer.text == answer.answer().text
    assert len(answer.pieces) == 1 + len(answer.citations)
    assert answer.answer().engine == "quotes"
    assert answer.answer().device == "cpu"


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=120), st.text(max_size=400))
def test_any_question_of_any_text(question: str, text: str) -> None:
    library = library_of(any=f"{POLICY}\f{text}")
    check(quoted_answer(question, library.find(question), library.documents), library)


def test_a_very_long_sentence_is_quoted_in_part() -> None:
    text = (
        "The tenant, "
        + ", ".join(f"who lives in room {room} of the house" for room in range(200))
        + ", pays the rent in May."
    )
    answer = ask(library_of(deed=text), "When does the tenant pay the rent?")
    assert "May" in answer.citations[0].quote
    assert len(answer.citations[0].quote) < 1000


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who was the judge?", "who"),
        ("When was it signed?", "when"),
        ("कब गिरफ़्तार हुआ?", "when"),
        ("How much is the fine?", "amount"),
        ("How many weeks?", "count"),
        ("Under which section is he accused?", "section"),
        ("किस धारा में?", "section"),
        ("Why was it refused?", "why"),
        ("summarise", "summary"),
        ("What is this document?", "summary"),
        ("इस फ़ाइल में क्या है?", "summary"),
        ("Was bail granted?", ""),
    ],
)
def test_the_kind_of_a_question(question: str, kind: Kind) -> None:
    assert kind_of(question) == kind


def test_signs_of_an_answer() -> None:
    assert has_sign("amount", "He paid Rs. 4,500 in all.")
    assert has_sign("when", "It was signed on 22.03.2012.")
    assert has_sign("section", "punishable under section 420")
    assert has_sign("who", "said that Ravi Menon came")
    assert not has_sign("when", "It was signed.")
    assert not has_sign("", "anything")


def test_only_a_question_about_everything_is_an_overview() -> None:
    assert is_overview("Please summarise this document in five bullet points")
    assert is_overview("इस दस्तावेज़ का सारांश सरल हिंदी में लिखिए")
    assert not is_overview("Summarise the rules about hotel bills")
    assert not is_overview("What is the fine?")


def test_key_sentences_of_a_list_and_of_nothing() -> None:
    assert key_sentences(document_from_text("a", "")) == ()
    assert key_sentences(document_from_text("a", "one\n\ntwo\n\nthree"))
    assert len(key_sentences(document_from_text("a", POLICY * 300), 4)) == 4


def test_heads_feet_and_rows_of_names_are_no_key_sentences() -> None:
    head = "Fictional Sample of an order for the tests, Page {} of 2"
    counsel = "Through: Mr. Vikram Kalpit, Senior Government Counsel."
    body = (
        "The petitioner asks that the arrears of pension be paid to him with interest.",
        "The respondents say that the claim was made too late and should be dismissed.",
    )
    text = "\f".join(f"{head.format(number)}\n\n{counsel}\n\n{said}" for number, said in enumerate(body, 1))
    found = key_sentences(document_from_text("order.txt", text))
    assert [" ".join(one.text.split()) for one in found] == list(body)
