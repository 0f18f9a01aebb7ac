"""What the page shows: an empty chat, documents, results of other demos, both languages, two visitors."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.chat.driving import PAGE, Model, ask, told, use, visit, with_sample
from tools.chat.types import Context
from tools.ui.chat.documents import SAMPLE


def test_an_empty_chat_offers_questions_and_says_who_answers(app: AppTest) -> None:
    assert not app.exception
    assert "What would you like to know?" in told(app)
    assert len(app.get("pills")[0].options) >= 3
    assert "Nothing leaves this machine" in told(app)
    assert not app.chat_input[0].disabled


def test_without_a_model_the_portals_help_answers(app: AppTest) -> None:
    ask(app, "Is anything I upload stored?")
    answer = visit(app).turns[0].answer
    assert answer is not None
    assert answer.engine == "quotes"
    assert "Quotes, no generation" in told(app)


def test_without_a_model_a_document_answers_in_its_own_words(app: AppTest) -> None:
    with_sample(app)
    ask(app, "What was decided about the claim for interest?")
    answer = visit(app).turns[0].answer
    assert answer is not None
    assert answer.citations
    document = visit(app).library.documents[0]
    for each in answer.citations:
        page = document.pages[each.page - 1]
        assert page.text[each.start : each.end] == each.quote
    app.button(key="chat.cite.0.0").click().run()
    assert not app.exception
    assert app.get("image")
    assert f"Page {answer.citations[0].page} of 2" in told(app)
    app.button(key="chat.pane.close").click().run()
    assert visit(app).look is None


def test_a_result_of_another_demo_is_a_chip_that_can_be_taken_away(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = use(monkeypatch, Model("The court allowed it."))
    visit(app).contexts = (Context("legal", "order.pdf", {"outcome": "allowed"}),)
    app.run()
    chip = app.button(key="chat.about.0")
    assert "order.pdf" in chip.label.replace("\\", "")
    assert len(app.get("pills")[0].options) >= 2
    ask(app, "What was decided?")
    assert "allowed" in str(model.asked)
    app.button(key="chat.about.0").click().run()
    assert not visit(app).contexts
    assert visit(app).turns[0].contexts


def test_a_broken_file_never_stops_the_others(app: AppTest) -> None:
    field = app.chat_input[0]
    field.upload("broken.pdf", SAMPLE.read_bytes()[:300])
    field.upload("good.pdf", SAMPLE.read_bytes())
    app.run()
    assert visit(app).attachments.wait(60)
    app.run()
    assert not app.exception
    assert [item.state for item in visit(app).attachments.items] == ["failed", "ready"]
    assert "broken.pdf" in told(app)
    assert "2 pages" in told(app)
    app.button(key=f"chat.remove.{visit(app).attachments.items[1].key}").click().run()
    assert not visit(app).library.documents


def test_a_document_and_its_question_in_one_go(app: AppTest) -> None:
    field = app.chat_input[0].set_value("What was decided about the claim for interest?")
    field.upload("judgment.pdf", SAMPLE.read_bytes())
    app.run()
    answer = visit(app).turns[0].answer
    assert answer is not None
    assert answer.citations
    assert answer.citations[0].document == "judgment.pdf"


def test_hindi_from_the_portals_language(app: AppTest) -> None:
    app.session_state["portal.language"] = "hi"
    app.run()
    assert not app.exception
    assert "आप क्या जानना चाहते हैं?" in told(app)
    ask(app, "क्या मेरी फ़ाइलें कहीं रखी जाती हैं?")
    assert visit(app).turns[0].answer is not None


def test_two_visitors_do_not_see_each_other(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Model("One."))
    ask(app, "A question")
    other = AppTest.from_file(PAGE, default_timeout=60).run()
    assert not visit(other).turns
