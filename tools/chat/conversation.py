"""The talk of one visit: questions, answers, and the answer that is being written. Knows no page and no model.

Every step is safe from any thread. A page may be stopped or run anew at any moment: what had been written stays, as an
answer that was stopped.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tools.chat.types import Answer, Context, Turn
from tools.errors import BadInput, Empty, TooLarge

MOST_TURNS: Final = 200
MOST_CHARACTERS: Final = 400_000  # of all questions and answers together
LONGEST_QUESTION: Final = 20_000
NO_QUESTION: Final = "The question is empty: write what you want to know."
LONG_QUESTION: Final = "The question has {count} characters; at most {most} are read. Put long texts into a document."
NOTHING_TO_CHANGE: Final = "There is no question yet that could be asked again."
UNKNOWN: Final = Answer("", "quotes", "", "", "open", ended="stopped")


class Draft:
    """An answer on its way; what was added is never lost, whoever stops."""

    def __init__(self, blank: Answer) -> None:
        self._blank, self._pieces = blank, list[str]()

    def add(self, piece: str) -> None:
        """One more piece of the answer."""
        self._pieces.append(piece)

    @property
    def answer(self) -> Answer:
        """What there is of the answer, as one that was stopped."""
        return replace(self._blank, text="".join(self._pieces), ended="stopped")


class Conversation:
    """Turns in order; only the last may be without its answer.

    Parameters
    ----------
    turns
        An earlier talk to go on with.
    contexts
        Results of other demos that questions are about.
    documents
        Names of the visitor's documents, for the record.
    """

    def __init__(
        self, turns: Sequence[Turn] = (), *, contexts: Sequence[Context] = (), documents: Sequence[str] = ()
    ) -> None:
        self._lock = threading.RLock()
        self._turns, self._draft = list(turns), Draft(UNKNOWN)
        self.contexts, self.documents = tuple(contexts), tuple(documents)
        self._bound()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """All turns; the last shows what has been written so far."""
        with self._lock:
            last = self._turns[-1:]
            if last and last[0].answer is None and (so_far := self._draft.answer).text:
                return (*self._turns[:-1], replace(last[0], answer=so_far))
            return tuple(self._turns)

    @property
    def finished(self) -> tuple[Turn, ...]:
        """The turns before the question that is being answered."""
        with self._lock:
            return tuple(turn for turn in self._turns if turn.answer is not None)

    @property
    def open(self) -> str | None:
        """The question that has no whole answer yet; None when there is none."""
        with self._lock:
            return self._turns[-1].question if self._turns and self._turns[-1].answer is None else None

    def begin(self, question: str, contexts: Sequence[Context] | None = None) -> None:
        """Ask. What was being written ends here and stays; the same question that nothing answers yet is not doubled.

        Raises
        ------
        Empty, TooLarge
            There is no question, or it is too long.
        """
        question = checked(question)
        with self._lock:
            if self.open == question and not self._draft.answer.text:
                return
            self.stop()
            self._turns.append(Turn(question, None, self.contexts if contexts is None else tuple(contexts)))
            self._draft = Draft(UNKNOWN)
            self._bound()

    def writing(self, blank: Answer) -> Draft:
        """Where the pieces of the open question's answer go; `blank` says who answers."""
        with self._lock:
            self._draft = Draft(blank)
            return self._draft

    def finish(self, answer: Answer, draft: Draft | None = None) -> None:
        """The open question is answered. An answer whose `draft` is not the one being written comes too late."""
        with self._lock:
            if self.open is not None and (draft is None or draft is self._draft):
                self._turns[-1] = replace(self._turns[-1], answer=answer)
                self._draft = Draft(UNKNOWN)

    def stop(self) -> None:
        """End what is being written; its text stays as the answer."""
        with self._lock:
            if self.open is not None:
                self._turns[-1] = replace(self._turns[-1], answer=self._draft.answer)
                self._draft = Draft(UNKNOWN)

    def regenerate(self) -> str:
        """Drop the last answer, and give the question that is open again.

        Raises
        ------
        BadInput
            Nothing was asked yet.
        """
        with self._lock:
            return self.edit_last(self._last().question)

    def edit_last(self, question: str) -> str:
        """Put another question in the last one's place, without an answer.

        Raises
        ------
        BadInput
            Nothing was asked yet, or the question is empty or too long.
        """
        question = checked(question)
        with self._lock:
            self._turns[-1:] = [replace(self._last(), question=question, answer=None)]
            self._draft = Draft(UNKNOWN)
            return question

    def clear(self) -> None:
        """Forget all turns and results; documents are not the talk's to forget."""
        with self._lock:
            self._turns, self._draft, self.contexts = [], Draft(UNKNOWN), ()

    def _last(self) -> Turn:
        if not self._turns:
            raise BadInput(NOTHING_TO_CHANGE)
        return self._turns[-1]

    def _bound(self) -> None:
        """Forget the oldest turns beyond what a visit may hold; the newest stays."""
        sizes = [len(turn.question) + len(turn.answer.text if turn.answer else "") for turn in self._turns]
        while len(self._turns) > 1 and (len(self._turns) > MOST_TURNS or sum(sizes) > MOST_CHARACTERS):
            del self._turns[0], sizes[0]


def checked(question: str) -> str:
    """The question without white space around it.

    Raises
    ------
    Empty, TooLarge
        There is no question, or it is too long.
    """
    question = question.strip()
    if not question:
        raise Empty(NO_QUESTION)
    if len(question) > LONGEST_QUESTION:
        raise TooLarge(LONG_QUESTION.format(count=f"{len(question):,}", most=f"{LONGEST_QUESTION:,}"))
    return question
