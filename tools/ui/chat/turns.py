"""The visitor's documents searched in turn with every other heavy computation: it is what the assistant works out here.

A hosted model's answer costs this machine nothing, and a local model has a queue of its own.
"""

from __future__ import annotations

from tools.chat.types import Evidence, Library
from tools.documents import Document
from tools.ui.limits import Turns


class InTurn:
    """A `tools.chat.types.Library` that waits for the visitor's turn; `ahead` is how many come before, 0 for none.

    Parameters
    ----------
    library
        What is searched.
    turns
        Gives a turn on whatever thread asks.
    """

    def __init__(self, library: Library, turns: Turns) -> None:
        self._library, self._turns = library, turns
        self.ahead = 0

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, in the order they came."""
        return self._library.documents

    def find(self, question: str, count: int = 6) -> Evidence:
        """The passages nearest to `question`.

        Raises
        ------
        QueueFull
            No turn came in time.
        """
        try:
            with self._turns(self._hear):
                self.ahead = 0
                return self._library.find(question, count)
        finally:
            self.ahead = 0

    def _hear(self, ahead: int) -> None:
        self.ahead = ahead
