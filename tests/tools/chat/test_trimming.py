from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.language.types import Message
from tools.chat.trimming import PER_MESSAGE, tokens_of, trim
from tools.chat.types import Answer, Turn
from tools.errors import TooLarge


def turn(question: str, text: str) -> Turn:
    return Turn(question, Answer(text, "local", "m", "cpu", "open"))


def words(text: str) -> int:
    return len(text.split())


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(1, 30)), max_size=12), st.integers(20, 400))
def test_whole_turns_leave_oldest_first_and_the_rest_fits(sizes: list[tuple[int, int]], room: int) -> None:
    turns = [turn("q " * question, "a " * answer) for question, answer in sizes]
    fixed = [Message("system", "rules " * 5), Message("user", "newest")]
    trimmed = trim(turns, fixed, room, words)
    kept = len(turns) - trimmed.left_out
    assert tokens_of([*fixed, *trimmed.messages], words) <= room
    assert [message.role for message in trimmed.messages] == ["user", "assistant"] * kept
    assert [message.content for message in trimmed.messages[::2]] == [
        each.question for each in turns[trimmed.left_out :]
    ]
    if trimmed.left_out:
        left = turns[trimmed.left_out - 1]
        assert left.answer is not None
        more = words(left.question) + words(left.answer.text) + 2 * PER_MESSAGE
        assert tokens_of([*fixed, *trimmed.messages], words) + more > room


def test_the_notice_counts() -> None:
    turns, fixed = [turn("q " * 40, "a " * 40)] * 3, [Message("user", "new")]
    assert trim(turns, fixed, 1_000, words).notice == ""
    assert trim(turns, fixed, 150, words).notice.startswith("2 earlier questions")
    assert trim(turns, fixed, 250, words).notice.startswith("The earliest question")


def test_a_question_that_is_too_long_alone() -> None:
    with pytest.raises(TooLarge, match="shorten it"):
        trim([], [Message("user", "word " * 50)], 20, words)


def test_turns_without_an_answer_are_not_sent() -> None:
    assert trim([Turn("q", None), turn("q", "")], [Message("user", "new")], 100, words).messages == ()
