from __future__ import annotations

from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.chat import conversation as module
from tools.chat.conversation import Conversation
from tools.chat.types import Answer, Context, Turn
from tools.errors import BadInput, Empty, TooLarge


def answer(text: str) -> Answer:
    return Answer(text, "local", "m", "cpu", "open")


def talk_of(*pairs: tuple[str, str]) -> Conversation:
    return Conversation([Turn(question, answer(text)) for question, text in pairs])


def test_a_question_and_its_answer() -> None:
    talk = Conversation(contexts=[Context("legal", "a", {})])
    talk.begin("  One? ")
    assert talk.open == "One?"
    talk.finish(answer("1"))
    assert talk.turns == (Turn("One?", answer("1"), (Context("legal", "a", {}),)),)
    assert talk.open is None


def test_the_partial_answer_is_seen_and_kept() -> None:
    talk = Conversation()
    talk.begin("One?")
    draft = talk.writing(answer(""))
    draft.add("half ")
    draft.add("an answer")
    assert talk.turns[-1].answer == Answer("half an answer", "local", "m", "cpu", "open", ended="stopped")
    assert talk.finished == ()
    talk.begin("Two?")
    assert [turn.answer.text for turn in talk.finished if turn.answer] == ["half an answer"]


def test_an_answer_that_comes_too_late_is_not_taken_for_the_next() -> None:
    talk = Conversation()
    talk.begin("One?")
    late = talk.writing(answer(""))
    talk.begin("Two?")
    talk.writing(answer(""))
    talk.finish(answer("of one"), late)
    assert talk.open == "Two?"


def test_again_otherwise_and_clear() -> None:
    talk = talk_of(("One?", "1"), ("Two?", "2"))
    assert talk.regenerate() == "Two?"
    assert talk.open == "Two?"
    assert talk.edit_last("Three?") == "Three?"
    talk.begin("Three?")
    assert len(talk.turns) == 2
    talk.clear()
    assert talk.turns == ()
    with pytest.raises(BadInput):
        talk.regenerate()


def test_what_is_no_question() -> None:
    with pytest.raises(Empty):
        Conversation().begin(" \n")
    with pytest.raises(TooLarge, match="at most"):
        Conversation().begin("x" * (module.LONGEST_QUESTION + 1))


@given(st.lists(st.tuples(st.text(min_size=1, max_size=50), st.text(max_size=50)), max_size=30))
def test_the_oldest_leave_first(pairs: list[tuple[str, str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST_TURNS", 5)
        patch.setattr(module, "MOST_CHARACTERS", 200)
        kept = talk_of(*pairs).turns
    assert len(kept) <= 5
    assert [turn.question for turn in kept] == [question for question, _ in pairs][len(pairs) - len(kept) :]
    assert len(kept) <= 1 or sum(len(turn.question) + len(turn.answer.text) for turn in kept if turn.answer) <= 200


def test_many_threads_lose_nothing() -> None:
    talk = Conversation()
    talk.begin("One?")
    draft = talk.writing(answer(""))
    threads = [Thread(target=lambda: [(draft.add("x"), talk.turns) for _ in range(200)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert draft.answer.text == "x" * 800
