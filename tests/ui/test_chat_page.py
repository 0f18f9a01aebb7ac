"""The assistant's page driven without a browser: every state it can be in, with a small model of the test's own."""

from __future__ import annotations

import html
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from typing import Any

import numpy as np
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from models import cached
from models.language.providers import provider
from models.language.types import Message, Reply
from models.text import EmbedderInfo
from tools.chat.types import Answer, Context, Options
from tools.errors import Outage
from tools.settings import ROOT, settings
from tools.ui.chat import models, state
from tools.ui.chat.documents import SAMPLE
from tools.ui.chat.models import Choice
from tools.ui.chat.state import Visit

PAGE = str(ROOT / "pages" / "Assistant.py")
KEYS = ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY", "GOOGLE_API_KEY", "PORTAL_COMPATIBLE_ADDRESS")


class Meanings:
    """An embedder that counts letters: enough for words to be near themselves."""

    info = EmbedderInfo("letters", "embedded", "cpu", "float32", 26)

    def embed(self, texts: Sequence[str]) -> Any:
        counted = np.array([[text.casefold().count(chr(97 + at)) + 1e-3 for at in range(26)] for text in texts])
        return (counted / np.linalg.norm(counted, axis=1, keepdims=True)).astype(np.float32)


class Model:
    """Says its pieces; may fail after them, or wait for the test before the second."""

    label, device, context = "Small test model", "api", 8192

    def __init__(self, *pieces: str, error: str = "", wait: threading.Event | None = None) -> None:
        self.pieces, self.error, self.wait = pieces, error, wait
        self.asked: list[Sequence[Message]] = []

    def stream(self, messages: Sequence[Message], **_options: Any) -> Reply:
        self.asked.append(messages)
        return Reply(self._say())

    def _say(self) -> Iterator[str]:
        for place, piece in enumerate(self.pieces):
            if place and self.wait:
                self.wait.wait(20)
            yield piece
        if self.error:
            raise Outage(self.error)


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    for name in KEYS:
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    ready: Future[Any] = Future()
    ready.set_result(Meanings())
    monkeypatch.setattr(cached, "preload_embedder", lambda: ready)
    yield AppTest.from_file(PAGE, default_timeout=60).run()
    st.cache_data.clear()
    settings.cache_clear()


def use(monkeypatch: pytest.MonkeyPatch, model: Model) -> Model:
    monkeypatch.setattr(state, "answering_model", lambda: lambda: model)
    return model


def visit(app: AppTest) -> Visit:
    found: Visit = app.session_state[state.KEY]
    return found


def chosen(app: AppTest) -> Choice:
    found: Choice = app.session_state[models.KEY]
    return found


def ask(app: AppTest, question: str) -> AppTest:
    app.chat_input[0].set_value(question).run()
    assert not app.exception
    return app


def with_sample(app: AppTest) -> AppTest:
    app.button(key="chat.sample").click().run()
    assert visit(app).attachments.wait(60)
    return app.run()


def told(app: AppTest) -> str:
    """All texts of the page as one, without escapes."""
    kinds = ("markdown", "caption", "text", "html", "warning", "error", "info", "badge")
    texts = (
        getattr(found, "value", None) or getattr(found.proto, "body", "") for kind in kinds for found in app.get(kind)
    )
    return html.unescape(" ".join(str(text) for text in texts)).replace("\\", "")


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


def test_a_streamed_answer_has_its_badges(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Model("Two ", "words."))
    ask(app, "How many?")
    answer = visit(app).turns[0].answer
    assert answer is not None
    assert (answer.text, answer.ended) == ("Two words.", "stop")
    assert "Small test model" in told(app)
    assert "first word" in told(app)
    assert " tokens" in told(app)


def test_no_remote_picture_reaches_the_page(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Model("See ", "![x](htt", "p://example.org/?q=secret) and <img src=http://example.org>"))
    ask(app, "**Show** <b>me</b>")
    shown = [part.value for part in app.markdown]
    assert not any("![" in text or "<img" in text for text in shown)
    assert [part.value for part in app.text] == ["**Show** <b>me</b>"]


def test_an_error_midway_keeps_what_came_and_can_be_tried_again(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Model("Half an ", "answer", error="The provider did not answer in time: try again."))
    ask(app, "Well?")
    assert "Half an answer" in told(app)
    assert [error.value for error in app.error] == ["The provider did not answer in time: try again."]
    use(monkeypatch, Model("A whole one."))
    app.button(key="chat.retry").click().run()
    assert [turn.answer.text for turn in visit(app).turns if turn.answer] == ["A whole one."]
    assert not app.error


def test_a_stopped_answer_keeps_what_came(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    hold = threading.Event()
    use(monkeypatch, Model("So far", " and more", wait=hold))
    seen = visit(app)
    monkeypatch.setattr(state, "blank_answer", lambda: Answer("", "compatible", "Small test model", "api", "open"))
    seen.ask("Go on?", Options())
    assert seen.writer is not None
    assert seen.writer.wait(0, 20) == "So far"
    seen.stop()
    hold.set()
    app.run()
    assert "So far" in told(app)
    assert "and more" not in told(app)
    assert "You stopped the answer here." in told(app)


def test_an_answer_goes_on_while_another_page_is_open(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    hold = threading.Event()
    use(monkeypatch, Model("First", " and last.", wait=hold))
    seen = visit(app)
    monkeypatch.setattr(state, "blank_answer", lambda: Answer("", "compatible", "Small test model", "api", "open"))
    seen.ask("Go on?", Options())
    hold.set()
    app.run()
    assert [turn.answer.text for turn in seen.turns if turn.answer] == ["First and last."]


def test_regenerate_and_edit_replace_the_last_answer(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Model("One."))
    ask(app, "First question")
    ask(app, "Second question")
    use(monkeypatch, Model("Two."))
    app.button(key=f"chat.again.{visit(app).entries[-1].key}").click().run()
    assert [turn.answer.text for turn in visit(app).turns if turn.answer] == ["One.", "Two."]
    model = use(monkeypatch, Model("Three."))
    entry = visit(app).entries[-1].key
    app.button(key=f"chat.change.{entry}").click().run()
    app.text_area(key=f"chat.edited.{entry}").set_value("Better question")
    next(button for button in app.button if button.label == "Ask again").click().run()
    assert [turn.question for turn in visit(app).turns] == ["First question", "Better question"]
    assert "Better question" in model.asked[0][-1].content
    assert "Second question" not in str(model.asked)


def test_clear_can_be_undone_and_forgets_a_typed_key(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Model("One."))
    ask(app, "A question")
    chosen(app).typed["openai"] = models.SecretStr("sk-typed")
    app.button(key="chat.clear").click().run()
    assert not visit(app).turns
    assert not chosen(app).typed
    assert "The chat was cleared." in told(app)
    app.button(key="chat.undo").click().run()
    assert [turn.question for turn in visit(app).turns] == ["A question"]


def test_a_provider_without_a_key_says_what_to_set(app: AppTest) -> None:
    app.selectbox(key="chat.provider.en").set_value("openai").run()
    assert "OpenAI needs a key: set OPENAI_API_KEY" in app.warning[0].value.replace("\\", "")
    assert app.chat_input[0].disabled
    app.button(key="chat.quotes").click().run()
    assert not app.warning
    assert chosen(app).provider == "quotes"


def test_a_typed_key_leaves_no_trace_in_widgets_or_the_address(app: AppTest) -> None:
    app.selectbox(key="chat.provider.en").set_value("openai").run()
    field = next(each for each in app.text_input if each.label == "Key, for this visit only")
    field.set_value("sk-secret-key").run()
    assert chosen(app).typed["openai"].get_secret_value() == "sk-secret-key"
    kept = {key: value for key, value in app.session_state.to_dict().items() if key != models.KEY}
    assert "sk-secret-key" not in repr(kept)
    assert "sk-secret-key" not in repr(chosen(app))
    assert "sk-secret-key" not in told(app) + repr(app.query_params)
    assert "Key typed for this visit." in told(app)
    assert not app.chat_input[0].disabled


def test_a_key_of_the_server_is_named_but_not_shown(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-of-the-server")
    app.selectbox(key="chat.provider.en").set_value("anthropic").run()
    assert "Key from the server's environment (ANTHROPIC_API_KEY)." in told(app)
    assert "sk-of-the-server" not in told(app)


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


def test_the_chosen_model_serves_the_other_demos() -> None:
    """A server of one's own: it is named, and where it is."""

    def draw() -> None:
        import streamlit as st

        from tools.ui.chat.models import Choice, chosen_model, model_name, sent_to

        st.session_state["chat.choice"] = Choice("compatible", {"compatible": "small"}, "http://127.0.0.1:9/v1")
        model = chosen_model()
        assert model is not None
        st.text(f"{model.device}|{model_name()}|{sent_to()}")

    title = provider("compatible").title
    made = AppTest.from_function(draw).run()
    assert not made.exception
    assert made.text[0].value == f"api|small ({title})|http://127.0.0.1:9/v1"
