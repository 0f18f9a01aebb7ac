"""What a chat model and a translator are, without how they work. Loads nothing heavy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True)
class Message:
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


class ChatModel(Protocol):
    """A model that answers messages.

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

    def stream(self, messages: Sequence[Message], *, max_tokens: int = 512, temperature: float = 0.0) -> Iterator[str]:
        """The answer, piece by piece.

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
