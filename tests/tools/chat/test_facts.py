"""Answers made of a result's own sentences: which are chosen, where they come from, what is said without any."""

from __future__ import annotations

from tests.support import document_from_text
from tests.tools.chat.embedders import Broken
from tools.chat.answering import ask
from tools.chat.conversation import Conversation
from tools.chat.facts import SILENT, asks_of_result, beyond, chosen, result_answer, topics_of, with_quotes
from tools.chat.library import DocumentLibrary
from tools.chat.question import in_its_language
from tools.chat.types import Answer, Citation, Context, Fact, Options

FACTS = (
    Fact({"en": "FIR number: 0031/2025.", "hi": "एफआईआर नंबर: 0031/2025।"}, ("fir_number",), 1, "0031/2025"),
    Fact({"en": "Decision: Bail granted.", "hi": "फ़ैसला: ज़मानत मिल गई।"}, ("outcome",)),
)
ORDER = Context("legal", "order.pdf", {}, FACTS)
PAPER = document_from_text(
    "order.pdf", "FIR 0031/2025 was registered at Kalpanagar.\nThe claim for interest is rejected by this court."
)


def answered(question: str, *contexts: Context, paper: bool = False, options: Options = Options()) -> Answer:  # noqa: B008
    library = DocumentLibrary(Broken())
    if paper:
        library.add(PAPER)
    stream = ask(question, Conversation(), library, None, options, contexts)
    assert "".join(stream) == stream.answer.text
    return stream.answer


def test_a_fact_is_cited_on_the_page_of_its_document() -> None:
    answer = answered("What is the FIR number?", ORDER, paper=True)
    (cited,) = answer.citations
    assert answer.text.endswith("- FIR number: 0031/2025. [1]")
    assert (cited.document, cited.page, cited.quote, cited.tool) == ("order.pdf", 1, "0031/2025", "")
    assert PAPER.pages[0].text[cited.start : cited.end] == cited.quote


def test_without_its_document_a_fact_is_cited_as_the_result() -> None:
    (cited,) = answered("What is the FIR number?", ORDER).citations
    assert (cited.document, cited.page, cited.tool) == ("order.pdf", 0, "legal")


def test_what_goes_beyond_the_result_is_quoted_from_the_document_too() -> None:
    answer = answered("What was decided about the claim for interest?", ORDER, paper=True)
    assert "Decision: Bail granted. [1]" in answer.text
    assert "The claim for interest is rejected" in answer.text
    assert [cited.number for cited in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_a_result_that_is_silent_says_so_and_the_nearest_words_are_called_that() -> None:
    assert answered("What is the weather?", ORDER).text == SILENT
    assert answered("Who is the accused?", ORDER).ground == "absent"
    near = answered("Who is the accused?", ORDER, paper=True)
    assert near.ground == "absent"
    assert not near.text.startswith("This is what the document says")


def test_the_answer_is_in_the_language_of_the_question_where_that_is_wanted() -> None:
    wanted = Options(as_asked=True)
    assert "एफआईआर नंबर" in answered("एफआईआर नंबर क्या है?", ORDER, options=wanted).text
    assert "एफआईआर नंबर" in answered("fir number kya hai", ORDER, options=wanted).text
    assert (
        "FIR number" in answered("What is the FIR number?", ORDER, options=Options(language="hi", as_asked=True)).text
    )
    assert "एफआईआर नंबर" in answered("What is the FIR number?", ORDER, options=Options(language="hi")).text
    assert in_its_language(Options(language="hi", as_asked=True), "420?").language == "hi"


def test_topics_are_met_in_both_scripts() -> None:
    for question in ("what was the decision", "फ़ैसला क्या है", "faisla batao"):
        assert "outcome" in topics_of(question, "legal")
    assert topics_of("what is the weather", "legal") == frozenset()
    assert asks_of_result("who is the judge", [ORDER])
    assert not asks_of_result("who is the judge", [Context("legal", "bare", {})])


def test_several_results_are_told_apart() -> None:
    other = Context(
        "legal", "second.pdf", {}, (Fact({"en": "Decision: Dismissed.", "hi": "फ़ैसला: ख़ारिज।"}, ("outcome",)),)
    )
    found = chosen("what was the decision", [ORDER, other])
    assert [one.context.title for one in found] == ["order.pdf", "second.pdf"]
    answer = result_answer(found, (), "en")
    assert answer.text.startswith("From the results that you brought along:")
    assert [cited.document for cited in answer.citations] == ["order.pdf", "second.pdf"]


def test_sentences_of_one_result_have_one_source() -> None:
    facts = tuple(Fact({"en": f"Risk: {number}.", "hi": f"जोखिम: {number}।"}, ("volatility",)) for number in (1, 2))
    answer = result_answer(chosen("how risky is it", [Context("stocks", "Sample", {}, facts)]), (), "en")
    (cited,) = answer.citations
    assert cited.quote == "Risk: 1. Risk: 2."
    assert answer.text.endswith("- Risk: 1. [1]\n- Risk: 2. [1]")


def test_what_is_beyond_the_result_is_seen() -> None:
    assert not beyond("what was decided?", chosen("what was decided?", [ORDER]))
    assert beyond("what was decided about interest?", chosen("what was decided?", [ORDER]))


def test_quotes_are_numbered_on() -> None:
    said = Answer("- One. [1]", "quotes", "", "cpu", "document", (Citation(1, "a", 0, "One."),))
    quoted = Answer("It says:\n\n“Two” [1]", "quotes", "", "cpu", "document", (Citation(1, "b", 3, "Two"),))
    both = with_quotes(said, quoted)
    assert both.text == "- One. [1]\n\nIt says:\n\n“Two” [2]"
    assert [(cited.number, cited.document) for cited in both.citations] == [(1, "a"), (2, "b")]
