"""From a question to its answer: what to look up, whom to ask, how the answer comes, and what may be believed of it.

Pieces come as the model gives them. Whatever ends an answer (the visitor, an error, a page that goes away), what had
come stays in the conversation. Knows no page and no provider.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from inspect import GEN_RUNNING, getgeneratorstate
from typing import Final

from models.language.types import ChatModel
from tools.chat.aids import Aids
from tools.chat.conversation import Conversation, Draft, checked
from tools.chat.question import Question, Stopped
from tools.chat.types import Answer, Context, Library, Options
from tools.translations import N_

DEFECT: Final = N_("The answer broke off because of a fault on our side: try again.")


class Answering(Iterator[str]):
    """An answer on its way: iterate over its pieces, then read `answer`; `close` stops it and keeps what has come."""

    def __init__(self, asked: Question, conversation: Conversation, draft: Draft) -> None:
        self._asked, self._conversation, self._draft = asked, conversation, draft
        self._pieces: Generator[str, None, Answer] = asked.pieces(draft)
        self._answer: Answer | None = None

    def __next__(self) -> str:
        try:
            piece = next(self._pieces)
            if self._answer is None:
                return piece
            self._pieces.close()  # stopped by another thread meanwhile
            raise StopIteration
        except StopIteration as end:
            if self._answer is None:
                self._settle(end.value)
            raise StopIteration from None
        except Exception:
            self._settle(replace(self._draft.answer, ended="error", error=DEFECT))
            raise

    def close(self) -> None:
        """Stop the model; the answer is what has come."""
        if self._answer is not None:
            return
        if getgeneratorstate(self._pieces) == GEN_RUNNING:  # another thread waits for the next piece
            self.halt()
            self._settle(None)
            return
        try:
            self._pieces.throw(Stopped)
        except StopIteration as end:
            self._settle(end.value)
        except Stopped:  # not begun yet
            self._settle(None)

    def halt(self) -> None:
        """End it from another thread than the one that reads: the reader then has what came, and its sources."""
        self._asked.halt()

    @property
    def ahead(self) -> int:
        """How many answers of a shared model come before this one; 0 once it is begun."""
        return self._asked.ahead

    @property
    def answer(self) -> Answer:
        """The whole answer after the end, before it what has come so far."""
        return self._answer or self._draft.answer

    def _settle(self, answer: Answer | None) -> None:
        self._answer = answer or self._draft.answer
        self._conversation.finish(self._answer, self._draft)


def ask(
    question: str,
    conversation: Conversation,
    library: Library | None,
    model: ChatModel | None,
    options: Options = Options(),  # noqa: B008 (frozen)
    contexts: Sequence[Context] | None = None,
    *,
    aids: Aids = Aids(),  # noqa: B008 (frozen)
) -> Answering:
    """Begin to answer; nothing is asked before the first piece is wanted.

    Parameters
    ----------
    conversation
        Takes the question, the pieces as they come and the answer. A question that is open in it already (after
        `regenerate` or `edit_last`) is answered there.
    library
        The visitor's documents; None where there are none.
    model
        Who answers; None for the documents' own words.
    contexts
        Results of other demos; None for the conversation's.

    Raises
    ------
    Empty, TooLarge
        There is no question, or it alone is more than can be read.
    """
    started = time.perf_counter()
    question = checked(question)
    conversation.begin(question, contexts)
    turns, about = conversation.finished, conversation.turns[-1].contexts
    asked = Question(question, turns, about, library, model, options, aids, started)
    draft = conversation.writing(asked.blank)
    return Answering(asked, conversation, draft)
