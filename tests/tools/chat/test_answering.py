from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from models.language.types import Usage
from tests.tools.chat.fake_models import ORDER, Broken, FakeLibrary, FakeModel
from tools.chat.aids import Aids
from tools.chat.answering import Answering, ask
from tools.chat.checks import NO_MARKER, NOT_ASKED
from tools.chat.conversation import Conversation
from tools.chat.help import NOTHING
from tools.chat.quotes import ABSENT
from tools.chat.rules import NOT_IN_DOCUMENT
from tools.chat.types import Answer, Context, Options
from tools.errors import Empty

ONLY = Options(document_only=True)
COSTS = "What costs shall the applicant pay?"


def answered(answering: Answering) -> Answer:
    list(answering)
    return answering.answer


def test_pieces_come_as_they_are_and_the_answer_is_whole() -> None:
    talk, model = Conversation(), FakeModel("He shall pay ", "Rs. 15,000 [1].", usage=Usage(120, 9))
    answering = ask(COSTS, talk, FakeLibrary(ORDER), model, ONLY)
    assert list(answering) == ["He shall pay ", "Rs. 15,000 [1]."]
    answer = answering.answer
    assert (answer.text, answer.ended, answer.engine, answer.ground) == (
        "He shall pay Rs. 15,000 [1].", "stop", "local", "document",
    )  # fmt: skip
    (citation,) = answer.citations
    assert citation.quote == "The applicant shall pay costs of Rs. 15,000/- within four weeks."
    assert FakeLibrary(ORDER).documents[0].pages[0].text[citation.start : citation.end] == citation.quote
    assert (answer.prompt_tokens, answer.answer_tokens, answer.estimated) == (120, 9, False)
    assert answer.first_token_ms is not None
    assert answer.first_token_ms <= answer.milliseconds
    assert not answer.notice
    assert talk.turns[-1].answer == answer
    assert talk.open is None


def test_a_page_that_dies_in_the_middle_keeps_what_came() -> None:
    talk = Conversation()
    answering = ask(COSTS, talk, FakeLibrary(ORDER), FakeModel("He shall ", "pay"))
    next(answering)
    (turn,) = talk.turns
    assert turn.answer is not None
    assert (turn.answer.text, turn.answer.ended, turn.answer.model) == ("He shall ", "stopped", "fake-1 (here)")
    del answering
    ask("And then?", talk, None, FakeModel("Nothing."))
    assert [turn.answer.text for turn in talk.turns if turn.answer] == ["He shall "]


def test_stopping_closes_the_model_and_keeps_the_citations() -> None:
    talk, model = Conversation(), FakeModel("He shall pay costs [1].", " More")
    answering = ask(COSTS, talk, FakeLibrary(ORDER), model)
    next(answering)
    answering.close()
    answering.close()
    assert model.closed == 1
    assert (answering.answer.ended, answering.answer.text) == ("stopped", "He shall pay costs [1].")
    assert answering.answer.citations
    assert talk.turns[-1].answer == answering.answer
    assert list(answering) == []


def test_stopped_before_it_began() -> None:
    talk = Conversation()
    answering = ask(COSTS, talk, None, FakeModel("no"))
    answering.close()
    assert (answering.answer.ended, answering.answer.text) == ("stopped", "")
    assert talk.open is None


def test_an_error_keeps_the_part_and_says_why() -> None:
    talk = Conversation()
    answer = answered(ask(COSTS, talk, None, FakeModel("He sh", Broken("The line broke: ask again."))))
    assert (answer.text, answer.ended, answer.error) == ("He sh", "error", "The line broke: ask again.")
    assert talk.turns[-1].answer == answer


def test_a_defect_is_raised_and_the_part_stays() -> None:
    talk = Conversation()
    answering = ask(COSTS, talk, None, FakeModel("He sh", ZeroDivisionError()))
    next(answering)
    with pytest.raises(ZeroDivisionError):
        next(answering)
    assert talk.turns[-1].answer is not None
    assert (talk.turns[-1].answer.text, talk.turns[-1].answer.ended) == ("He sh", "error")


def test_an_answer_cut_at_its_longest_says_so() -> None:
    model = FakeModel("He")
    make = model.stream

    def cut(*args: object, **more: object) -> object:
        reply = make(*args, **more)  # type: ignore[arg-type]
        reply.ended = "length"
        return reply

    model.stream = cut  # type: ignore[assignment, method-assign]
    assert answered(ask("Who?", Conversation(), None, model)).ended == "length"


def test_nothing_said_is_an_error() -> None:
    answer = answered(ask("Who?", Conversation(), None, FakeModel(" ")))
    assert answer.ended == "error"
    assert answer.error


def test_document_only_without_evidence_asks_no_model() -> None:
    model = FakeModel("I would guess.")
    answer = answered(ask("Who won the match?", Conversation(), FakeLibrary(ORDER, answers=False), model, ONLY))
    assert not model.asked
    assert answer.text.startswith(ABSENT)
    assert (answer.ground, answer.engine) == ("absent", "quotes")
    assert answer.notice == NOT_ASKED
    assert answer.citations  # the nearest passages, to look at


def test_document_only_model_that_finds_nothing() -> None:
    answer = answered(ask(COSTS, Conversation(), FakeLibrary(ORDER), FakeModel(NOT_IN_DOCUMENT["en"]), ONLY))
    assert (answer.ground, answer.notice) == ("absent", "")


def test_document_only_names_figures_and_quotes_that_stand_nowhere() -> None:
    said = 'He shall pay Rs. 25,000 "within six days of this order" by 11 April 2025.'
    answer = answered(ask(COSTS, Conversation(), FakeLibrary(ORDER), FakeModel(said), ONLY))
    assert "25,000" in answer.notice
    assert "11 April 2025" in answer.notice
    assert "“within six days of this order”" in answer.notice
    assert NO_MARKER in answer.notice


def test_without_a_model_the_documents_own_words() -> None:
    talk = Conversation()
    answer = answered(ask(COSTS, talk, FakeLibrary(ORDER), None))
    assert (answer.engine, answer.ground) == ("quotes", "document")
    assert any("15,000" in citation.quote for citation in answer.citations)
    for citation in answer.citations:
        assert " ".join(citation.quote.split()) in answer.text


def test_without_a_model_or_anything_else() -> None:
    assert answered(ask("Who?", Conversation(), None, None)).text == NOTHING
    told = answered(ask("कौन?", Conversation(), FakeLibrary(ORDER, answers=False), None, Options(language="hi")))
    assert told.ground == "absent"


def test_a_question_about_the_whole_gets_key_sentences() -> None:
    model = FakeModel("It refuses bail.")
    answered(ask("Summarise this document", Conversation(), FakeLibrary(ORDER, answers=False), model, ONLY))
    assert "The application is dismissed" in model.asked[0][-1].content


def test_help_comes_before_nothing_and_after_documents() -> None:
    told = Answer("Open the page.", "quotes", "help", "cpu", "help")
    aids = Aids(help=lambda question, language: told)
    assert answered(ask("How?", Conversation(), None, None, aids=aids)).ground == "help"
    assert answered(ask(COSTS, Conversation(), FakeLibrary(ORDER), None, aids=aids)).ground == "document"


def test_results_of_other_demos_are_cited_with_their_tool() -> None:
    context = Context("stocks", "SAMPLE", {"symbol": "SAMPLE", "risk": {"sharpe": 1.25, "beta": 0.9}})
    model = FakeModel("The Sharpe ratio is 1.25 [1].")
    answer = answered(ask("What is the Sharpe ratio?", Conversation(), None, model, ONLY, [context]))
    (citation,) = answer.citations
    assert (citation.tool, citation.document, citation.page) == ("stocks", "SAMPLE", 0)
    assert "sharpe 1.25" in citation.quote
    assert not answer.notice
    alone = answered(ask("What is the sharpe?", Conversation(), None, None, contexts=[context]))
    assert "1.25" in alone.text
    assert alone.citations


def test_a_short_question_is_looked_up_with_the_one_before() -> None:
    talk, library = Conversation(), FakeLibrary(ORDER)
    answered(ask("When was the applicant arrested by the police?", talk, library, FakeModel("On 12.03.2025 [1].")))
    answered(ask("And the costs?", talk, library, FakeModel("Rs. 15,000 [1].")))
    assert library.asked[1] == "When was the applicant arrested by the police? And the costs?"


def test_earlier_turns_are_sent_without_their_old_numbers() -> None:
    talk, model = Conversation(), FakeModel("Fine.")
    answered(ask("When was he arrested by the police station?", talk, FakeLibrary(ORDER), FakeModel("12.03.2025 [1].")))
    answered(ask("Thank you for telling me about all of it", talk, None, model))
    assert [message.content for message in model.asked[0][1:]] == [
        "When was he arrested by the police station?", "12.03.2025.", "Thank you for telling me about all of it",
    ]  # fmt: skip


def test_a_long_talk_is_trimmed_with_a_notice() -> None:
    talk = Conversation()
    for number in range(6):
        answered(ask(f"Question {number} " + "word " * 120, talk, None, FakeModel("Answer. " * 60)))
    model = FakeModel("Yes.", context=1_900)
    answer = answered(ask("The newest?", talk, None, model, Options(max_tokens=200)))
    assert "left out" in answer.notice
    assert model.asked[0][-1].content == "The newest?"
    assert model.asked[0][1].role == "user"


def test_a_question_that_alone_is_too_long_says_what_to_do() -> None:
    answer = answered(
        ask("word " * 2_000, Conversation(), None, FakeModel("x", context=1_500), Options(max_tokens=100))
    )
    assert answer.ended == "error"
    assert "shorten it" in answer.error


def test_the_price_is_asked_for_the_provider_and_model() -> None:
    class Price:
        def cost(self, usage: Usage) -> float:
            return usage.prompt / 1000

    asked: list[tuple[str, str]] = []

    def price(provider: str, model: str) -> Price:
        asked.append((provider, model))
        return Price()

    answer = answered(ask("Who?", Conversation(), None, FakeModel("Me.", usage=Usage(500, 1)), aids=Aids(price=price)))
    assert answer.cost_usd == 0.5
    assert asked == [("local", "fake-1 (here)")]


def test_an_empty_question() -> None:
    with pytest.raises(Empty):
        ask("  ", Conversation(), None, None)


def test_asking_again_and_otherwise() -> None:
    talk = Conversation()
    answered(ask("One?", talk, None, FakeModel("A")))
    assert talk.regenerate() == "One?"
    answered(ask("One?", talk, None, FakeModel("B")))
    talk.edit_last("Two?")
    answered(ask("Two?", talk, None, FakeModel("C")))
    assert [(turn.question, turn.answer and turn.answer.text) for turn in talk.turns] == [("Two?", "C")]


def test_another_thread_stops_an_answer_that_waits() -> None:
    talk, waiting, go = Conversation(), threading.Event(), threading.Event()

    class Slow(FakeModel):
        def _told(self) -> Iterator[str]:
            yield "He shall "
            waiting.set()
            go.wait(10)
            yield "pay"

    answering, read = ask(COSTS, talk, None, Slow()), list[str]()
    reader = threading.Thread(target=lambda: read.extend(answering))
    reader.start()
    waiting.wait(10)
    answering.close()
    go.set()
    reader.join(10)
    assert read == ["He shall "]
    assert (answering.answer.text, answering.answer.ended) == ("He shall ", "stopped")


def test_a_small_model_keeps_room_for_the_question() -> None:
    model = FakeModel("Yes.", context=900)
    assert answered(ask("Is it so?", Conversation(), None, model, Options(max_tokens=2_000))).text == "Yes."


def test_a_model_that_counts_its_own_tokens_is_believed() -> None:
    class Own(FakeModel):
        def count(self, text: str) -> int:
            return 3 * len(text)

    talk = Conversation()
    answered(ask("Question one?", talk, None, FakeModel("One. " * 20)))
    answer = answered(ask("And now?", talk, None, Own("Yes.", context=3_150), Options(max_tokens=100)))
    assert (answer.prompt_tokens, answer.answer_tokens) > (1_000, 11)
    assert "left out" in answer.notice
    assert "left out" not in answered(ask("And now?", talk, None, FakeModel("Yes."), Options(max_tokens=100))).notice


@pytest.mark.parametrize(
    "said", ["The documents do not say.", "**The documents do not say** [1]", "दस्तावेज़ों में यह नहीं लिखा है।"]
)
def test_not_in_the_documents_in_either_language_and_dressed_up(said: str) -> None:
    answer = answered(ask(COSTS, Conversation(), FakeLibrary(ORDER), FakeModel(said), ONLY))
    assert (answer.ground, answer.notice) == ("absent", "")


def test_who_says_that_nothing_is_said_and_guesses_on_is_checked() -> None:
    said = f"{NOT_IN_DOCUMENT['en']} Usually it is Rs. 25,000."
    answer = answered(ask(COSTS, Conversation(), FakeLibrary(ORDER), FakeModel(said), ONLY))
    assert answer.ground == "document"
    assert "25,000" in answer.notice
    assert NO_MARKER in answer.notice
