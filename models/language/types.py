"""What a chat model and a translator are, without how they work. Loads nothing heavy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Ended = Literal["stop", "length", "refused"]


@dataclass(frozen=True)
class Message:
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Usage:
    """Tokens of a request and its answer, as the model itself counts them."""

    prompt: int
    answer: int


@dataclass
class Outcome:
    """What is known of an answer once it has ended; the model fills it in."""

    usage: Usage | None = None
    ended: Ended = "stop"


class Reply(Iterator[str]):
    """An answer that comes piece by piece; closing it stops the model.

    After the last piece `usage` holds the model's own count (None when it gives none) and `ended` says how the answer
    ended: by itself, at a limit of tokens or time, or because the model refuses to answer.

    Parameters
    ----------
    pieces
        The answer. It must not refer to this object, so that an answer that nobody reads any more stops at once.
    outcome
        Where `pieces` writes what it learns.
    ahead
        Says how many answers come before this one; None where nobody waits in a line.
    halt
        Ends `pieces` from any thread, also while another waits for the next piece; None where that cannot be done.
    """

    def __init__(
        self,
        pieces: Iterator[str],
        outcome: Outcome | None = None,
        *,
        ahead: Callable[[], int] | None = None,
        halt: Callable[[], object] | None = None,
    ) -> None:
        self._pieces = pieces
        self._outcome = outcome or Outcome()
        self._ahead, self._halt = ahead, halt

    @property
    def usage(self) -> Usage | None:
        """Tokens as the model counts them; None until the end, or when it gives no count."""
        return self._outcome.usage

    @usage.setter
    def usage(self, usage: Usage | None) -> None:
        self._outcome.usage = usage

    @property
    def ended(self) -> Ended:
        """How the answer ended."""
        return self._outcome.ended

    @ended.setter
    def ended(self, ended: Ended) -> None:
        self._outcome.ended = ended

    @property
    def ahead(self) -> int:
        """How many answers the model writes before this one; 0 once it is begun."""
        return self._ahead() if self._ahead else 0

    def halt(self) -> None:
        """Stop the model, from any thread: who waits for the next piece learns that there is none."""
        if self._halt:
            self._halt()

    def __iter__(self) -> Iterator[str]:
        return self._pieces  # a loop takes the pieces without a step through this object

    def __next__(self) -> str:
        return next(self._pieces)

    def close(self) -> None:
        """Stop the model; nothing more will come."""
        if close := getattr(self._pieces, "close", None):
            close()


class ChatModel(Protocol):
    """A model that answers messages. Safe to use from many threads.

    `label` names the model for the user; `device` is ``cpu``, ``cuda`` or ``api``.
    """

    @property
    def label(self) -> str:
        """The model's name and where it runs."""
        ...

    @property
    def device(self) -> str:
        """``cpu``, ``cuda`` or ``api``."""
        ...

    @property
    def context(self) -> int:
        """Tokens that the model can hold, question and answer together."""
        ...

    def stream(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int = 512,
        temperature: float = 0.0,
        stop: Sequence[str] = (),
    ) -> Reply:
        """The answer, piece by piece; it ends before any of the texts in `stop`.

        Raises
        ------
        PortalError
            The model cannot answer; the message says why and what to do.
        """
        ...


class Translator(Protocol):
    """A model that translates sentences from English into Hindi."""

    @property
    def label(self) -> str:
        """The model's name and where its weights came from."""
        ...

    @property
    def device(self) -> str:
        """``cpu`` or ``cuda``."""
        ...

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Each sentence in Hindi, in order.

        Raises
        ------
        PortalError
            The model cannot answer; the message says why and what to do.
        """
        ...
