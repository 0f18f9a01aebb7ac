"""A chat model on a cluster: the answer comes piece by piece, and who stops reading stops the model there.

Once an answer has begun it is neither asked again nor continued by another model. Knows no page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from models.language.providers.failures import BROKE_OFF
from models.language.types import Message, Outcome, Reply, Usage
from models.remote.base import Labelled
from models.remote.cluster import Stream
from models.remote.responses import Unanswered, error_of
from models.remote.switch import Switch
from models.remote.wire import ChatRequest, End, Failure, Piece, Turn, encode
from tools.errors import Outage


class RemoteChat(Labelled):
    """A chat model (`models.language.types.ChatModel`) on a cluster.

    Parameters
    ----------
    switch
        Between the cluster and the model on this machine.
    seconds
        How long an answer may take, the wait for the model included.
    """

    def __init__(self, switch: Switch[Any], seconds: float) -> None:
        super().__init__(switch)
        self._seconds = seconds

    @property
    def context(self) -> int:
        """Tokens that the model can hold, question and answer together."""
        return self._switch.told.context

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
        turns = tuple(Turn(message.role, _plain(message.content)) for message in messages)
        asked = ChatRequest(turns, max_tokens, float(temperature), tuple(map(_plain, stop)))
        if (told := self._switch.remote()) is not None:
            outcome = Outcome()
            heard = self._switch.cluster.stream(self._switch.kind, encode(asked), self._seconds, told.mark)
            try:
                first = next(heard, None)
                if isinstance(first, Failure):
                    raise error_of(first)
                if first is not None:
                    return Reply(_Pieces(first, heard, outcome, self._switch, told.name), outcome)
                self._switch.failed("network")
            except Unanswered as failure:
                self._switch.failed(failure.reason)
        reply: Reply = self._switch.local().stream(messages, max_tokens=max_tokens, temperature=temperature, stop=stop)
        return reply


class _Pieces(Iterator[str]):
    """What the model writes. Closing or dropping it hangs up."""

    def __init__(self, first: Piece | End, heard: Stream, outcome: Outcome, switch: Switch[Any], title: str) -> None:
        self._first: Piece | End | None = first
        self._heard, self._outcome, self._switch, self._title = heard, outcome, switch, title
        self._over = False

    def __next__(self) -> str:
        if self._over:
            raise StopIteration
        try:
            part = self._first or next(self._heard, None)
        except Unanswered as failure:
            self._over = True
            self._switch.failed(failure.reason)
            raise Outage(BROKE_OFF.format(title=self._title)) from failure
        self._first = None
        if isinstance(part, Piece):
            return part.text
        self._over = True
        if isinstance(part, Failure):
            raise error_of(part)
        if isinstance(part, End):
            self._outcome.ended = part.ended
            if part.prompt >= 0 and part.answer >= 0:
                self._outcome.usage = Usage(part.prompt, part.answer)
        raise StopIteration

    def close(self) -> None:
        self._over = True
        self._heard.close()

    def __del__(self) -> None:
        self._heard.close()


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
