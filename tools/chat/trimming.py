"""Keeps a talk within what a model can hold: the oldest whole turns are left out first, the newest question never.

Counts tokens by the function that it is given; it knows no model.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from models.language.types import Message
from tools.chat.types import Turn
from tools.errors import TooLarge
from tools.translations import N_

Count = Callable[[str], int]
PER_MESSAGE: Final = 6  # tokens by which chat templates mark a message's beginning and end
TOO_LONG: Final = (
    "The question needs about {tokens} tokens and the model has room for {room}: shorten it, ask about fewer "
    "documents, or choose a model that holds more."
)
LEFT_OUT: Final = N_("{count} earlier questions were left out: the model cannot hold the whole talk.")
LEFT_OUT_ONE: Final = N_("The earliest question was left out: the model cannot hold the whole talk.")


@dataclass(frozen=True)
class Trimmed:
    """The messages of earlier turns that fit, and how many turns were left out."""

    messages: tuple[Message, ...]
    left_out: int

    @property
    def notice(self) -> str:
        """What the visitor must know; empty when nothing was left out."""
        if self.left_out < 2:
            return LEFT_OUT_ONE if self.left_out else ""
        return LEFT_OUT.format(count=self.left_out)


def tokens_of(messages: Sequence[Message], count: Count) -> int:
    """Tokens of messages with their marks."""
    return sum(count(message.content) + PER_MESSAGE for message in messages)


def trim(turns: Sequence[Turn], fixed: Sequence[Message], room: int, count: Count) -> Trimmed:
    """Earlier turns as messages, so that they and `fixed` fit into `room` tokens.

    Parameters
    ----------
    turns
        Answered turns, oldest first.
    fixed
        What must be sent whatever it takes: rules, evidence, the newest question.
    room
        What the model can hold, less the answer.

    Raises
    ------
    TooLarge
        `fixed` alone does not fit.
    """
    left = room - tokens_of(fixed, count)
    if left < 0:
        raise TooLarge(TOO_LONG.format(tokens=room - left, room=max(room, 0)))
    kept: list[Message] = []
    told = [turn for turn in turns if turn.answer is not None and turn.answer.text]
    for number, turn in enumerate(reversed(told)):
        assert turn.answer is not None
        pair = [Message("user", turn.question), Message("assistant", turn.answer.text)]
        left -= tokens_of(pair, count)
        if left < 0:
            return Trimmed(tuple(kept), len(told) - number)
        kept[:0] = pair
    return Trimmed(tuple(kept), 0)
