"""The guard rails on the Assistant: a refused question or file waits to be sent again, and no answer is lost."""

from __future__ import annotations

import threading

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.chat.driving import Model, use
from tests.ui.limits.driving import AGAIN, Clock, page, shown, told
from tools.chat.types import Options
from tools.errors import TooOften
from tools.guard import Guard
from tools.ui.limits import HELD


def talk(app: AppTest) -> list[str]:
    return [turn.answer.text for turn in app.session_state["chat.visit"].turns if turn.answer]


def test_a_refused_question_waits_and_is_sent_again(
    strict: Guard, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Model("One."))
    app = page("Assistant")
    app.chat_input[0].set_value("First question").run()
    assert talk(app) == ["One."]
    app.chat_input[0].set_value("Second question").run()
    assert told(app) == [AGAIN]
    assert talk(app) == ["One."]
    assert "Second question" in shown(app)
    app.button(key="chat.send_again").click().run()
    assert told(app) == [AGAIN]
    clock.now += 61
    app.button(key="chat.send_again").click().run()
    assert not told(app)
    assert [turn.question for turn in app.session_state["chat.visit"].turns] == ["First question", "Second question"]


def test_a_refusal_ends_no_answer_and_drops_none(strict: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Model("One."))
    app = page("Assistant")
    app.chat_input[0].set_value("First question").run()
    seen = app.session_state["chat.visit"]
    key = seen.entries[-1].key
    app.button(key=f"chat.again.{key}").click().run()
    assert told(app) == [AGAIN]
    assert talk(app) == ["One."]
    app.button(key=f"chat.change.{key}").click().run()
    app.text_area(key=f"chat.edited.{key}").set_value("Better question")
    next(button for button in app.button if button.label == "Ask again").click().run()
    assert told(app) == [AGAIN]
    assert app.text_area(key=f"chat.edited.{key}").value == "Better question"  # nothing typed is lost
    assert talk(app) == ["One."]
    app.run()
    assert not told(app)  # nothing waits to be sent: it is said once


def test_what_is_being_written_goes_on(strict: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    hold = threading.Event()
    use(monkeypatch, Model("So far", " and more.", wait=hold))
    seen = page("Assistant").session_state["chat.visit"]
    seen.ask("Go on?", Options())
    with pytest.raises(TooOften):
        seen.ask("Another?", Options())
    assert not seen.writer.finished
    hold.set()
    seen.writer.rest(20)
    seen.collect()
    assert [(turn.question, turn.answer.text) for turn in seen.turns] == [("Go on?", "So far and more.")]


def test_the_assistant_s_files_count_and_are_kept_when_refused(strict: Guard, clock: Clock) -> None:
    app = page("Assistant")
    field = app.chat_input[0]
    field.upload("first.txt", b"The court allowed the claim for interest.")
    app.run()
    seen = app.session_state["chat.visit"]
    assert seen.attachments.wait(60)
    assert app.session_state[HELD] == {"chat.files": 41}
    field = app.chat_input[0].set_value("What was allowed?")
    field.upload("second.txt", b"The costs were not allowed.")
    app.run()
    assert told(app) == [AGAIN]
    assert [item.name for item in seen.attachments.items] == ["first.txt"]
    assert not seen.turns
    clock.now += 61
    app.button(key="chat.send_again").click().run()  # the files are one run, the question is the next
    assert told(app) == [AGAIN]
    assert [item.name for item in seen.attachments.items] == ["first.txt", "second.txt"]
    clock.now += 61
    app.button(key="chat.send_again").click().run()
    assert not told(app)
    assert [turn.question for turn in seen.turns] == ["What was allowed?"]
    assert app.session_state[HELD] == {"chat.files": 41 + 27}
    app.button(key=f"chat.remove.{seen.attachments.items[0].key}").click().run()
    assert app.session_state[HELD] == {"chat.files": 27}


def test_the_assistant_s_sample_counts(strict: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Model("One."))
    app = page("Assistant")
    app.chat_input[0].set_value("First question").run()
    app.button(key="chat.sample").click().run()
    assert told(app) == [AGAIN]
    assert not app.session_state["chat.visit"].attachments.items


def test_a_search_of_documents_waits_for_its_turn(strict: Guard, clock: Clock) -> None:
    app = page("Assistant")
    app.chat_input[0].upload("first.txt", b"The court allowed the claim for interest.")
    app.run()
    seen = app.session_state["chat.visit"]
    assert seen.attachments.wait(60)
    clock.now += 61
    with strict.turn("somebody else"):
        app.chat_input[0].set_value("What was allowed?").run()
    (turn,) = seen.turns
    assert turn.answer.ended == "error"
    assert turn.answer.error == "The portal is busy and 1 others are ahead of you: try again in a moment."
    clock.now += 61
    app.button(key="chat.retry").click().run()
    assert "interest" in talk(app)[0]
