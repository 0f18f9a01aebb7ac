"""An answer in the background: it ends, whatever the model does."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from tools.chat.types import Answer
from tools.ui.chat.writer import Writer

BLANK = Answer("", "compatible", "Small test model", "api", "open")


class Endless:
    """A model that says one word, then neither speaks nor ends."""

    answer = BLANK

    def __init__(self) -> None:
        self.hold = threading.Event()
        self.ahead = 0

    def __iter__(self) -> Iterator[str]:
        yield "So far"
        self.hold.wait(20)
        yield " and more"

    def close(self) -> None:
        self.hold.set()

    def halt(self) -> None:
        self.hold.set()


def test_an_answer_that_does_not_end_is_ended_with_a_sentence() -> None:
    endless = Endless()
    writer = Writer(lambda: endless, BLANK, 0.2)
    text = ""
    while not writer.finished:
        text = writer.wait(len(text), 0.05)
    assert text == writer.answer.text == "So far"
    assert writer.answer.ended == "error"
    assert writer.answer.error.startswith("The answer took longer than 0.2 s and was ended")
    endless.hold.set()


def test_waiting_for_what_comes_before_the_answer_is_not_its_time() -> None:
    hold, endless = threading.Event(), Endless()
    endless.hold.set()

    def begin() -> Endless:
        hold.wait(20)
        return endless

    writer = Writer(begin, BLANK, 20)
    assert writer.wait(0, 0.01) == ""
    hold.set()
    writer.rest(20)
    assert writer.finished
