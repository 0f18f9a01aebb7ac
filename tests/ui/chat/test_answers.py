"""Answers while they are written: badges, what came before an error or a stop, again, edited, cleared."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.chat.driving import Model, ask, chosen, told, use, visit
from tests.ui.kept import assert_nothing_personal, history_in, outcomes
from tools.chat.types import Answer, Options
from tools.errors import Outage
from tools.ui.chat import models, state


def test_a_streamed_answer_has_its_badges(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Model("Two ", "words."))
    ask(app, "How many?")
    answer = visit(app).turns[0].answer
    assert answer is not None
    assert (answer.text, answer.ended) == ("Two words.", "stop")
    assert "Small test model" in told(app)
    assert "first word" in told(app)
    assert " tokens" in told(app)


def test_answers_are_noted_by_what_came_of_them(app: AppTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with history_in(tmp_path, monkeypatch):
        use(monkeypatch, Model("The petitioner is Kalpana Fictional."))
        ask(app, "Who is Kalpana?")
        app.run()
        use(monkeypatch, Model("It ", Outage("The server broke off.")))
        ask(app, "And then?")
        assert outcomes(app) == [("chat", "answered"), ("chat", "failed")]
        assert_nothing_personal(app, "Kalpana", "petitioner")


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


def begun(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> state.Visit:
    """An answer is being written while no script runs."""
    seen = visit(app)
    monkeypatch.setattr(state, "blank_answer", lambda: Answer("", "compatible", "Small test model", "api", "open"))
    seen.ask("Go on?", Options())
    return seen


def test_a_stopped_answer_keeps_what_came(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    hold = threading.Event()
    use(monkeypatch, Model("So far", " and more", wait=hold))
    seen = begun(app, monkeypatch)
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
    seen = begun(app, monkeypatch)
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
