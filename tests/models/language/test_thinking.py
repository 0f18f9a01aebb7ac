"""What a model thinks is no part of its answer, however its text is cut into pieces."""

from __future__ import annotations

import pytest

from models.language.thinking import without_thoughts

THOUGHT = "<think>\nWho is meant? 3 < 4.\n</think>\n\nThe court gave bail."


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_thoughts_go_whatever_the_pieces(size: int) -> None:
    pieces = [THOUGHT[at : at + size] for at in range(0, len(THOUGHT), size)]
    assert "".join(without_thoughts(iter(pieces))) == "The court gave bail."
    opened = THOUGHT.removeprefix("<think>").splitlines(keepends=True)
    assert "".join(without_thoughts(iter(opened), begun=True)) == "The court gave bail."


@pytest.mark.parametrize("text", ["<thin ice", "< 4 weeks", "So <think> is a mark </think>.", "  yes", "<", ""])
def test_any_other_text_is_left_as_it_is(text: str) -> None:
    assert "".join(without_thoughts(iter(text))) == text


def test_the_first_word_does_not_wait_for_the_second() -> None:
    assert next(without_thoughts(iter(["The", " court"]))) == "The"


def test_thoughts_without_an_end_leave_nothing() -> None:
    assert list(without_thoughts(iter(["<think>", "and so on", "and on"]))) == []
    assert list(without_thoughts(iter([]), begun=True)) == []
