"""A model of a provider as a `ChatModel`: asks it, reads its stream, tells failures. Knows no wire format.

What a model refuses to be told (a temperature, a level of effort) is left out from then on.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Generator, Iterator, Sequence
from itertools import chain
from typing import Any, Final, Protocol, TypeVar, cast
from urllib.parse import urlsplit

from pydantic import SecretStr

from models.language.providers.clients import Connection, lease
from models.language.providers.failures import Failure, error_of, of_transport
from models.language.providers.table import Provider
from models.language.providers.transport import Leave, Watch, watching
from models.language.providers.turns import Ask, Part, system_and_turns
from models.language.stopping import until
from models.language.thinking import without_thoughts
from models.language.types import Message, Outcome, Reply
from tools.settings import settings

Answer = TypeVar("Answer")
# how a refusal names what it refuses
NAMES: Final[dict[Part, re.Pattern[str]]] = {
    "temperature": re.compile(r"temperature|sampling param"),
    "effort": re.compile(r"reasoning|effort|thinking"),
    "stop": re.compile(r"\bstop(?:_sequences|sequences)?\b"),
    "usage": re.compile(r"stream_options|include_usage"),
    "system": re.compile(r"system (?:role|message|instruction)|developer instruction|role.{0,40}system"),
}


class Wire(Protocol):
    """A wire format: a module of this package."""

    def client(self, key: str, address: str, http: Any) -> Any:
        """The provider's official client over our HTTP client, without retries of its own."""
        ...

    def pieces(self, client: Any, ask: Ask, outcome: Outcome) -> Iterator[str]:
        """Ask and give the answer's text as it comes, a thought as an empty piece; ends with `outcome` filled in."""
        ...

    def failure(self, error: Exception) -> Failure | None:
        """What an error of the client means; None for one that is not its own."""
        ...


class HostedChat:
    """A model that runs elsewhere (`models.language.types.ChatModel`).

    Parameters
    ----------
    provider
        Whose model it is.
    key
        Shown by no method and in no error.
    address
        Where it is asked.
    """

    def __init__(self, provider: Provider, model: str, key: SecretStr | None, address: str) -> None:
        self.provider, self.model = provider, model
        self._key, self._address = key, address
        self._wire = cast("Wire", importlib.import_module(f"models.language.providers.{provider.key}"))

    def __repr__(self) -> str:
        return f"HostedChat({self.provider.key!r}, {self.model!r})"

    @property
    def label(self) -> str:
        """The model's name and whose it is."""
        host = urlsplit(self._address).hostname
        return f"{self.model} ({host if self.provider.key == 'compatible' else self.provider.title})"

    @property
    def device(self) -> str:
        """``api``: it runs elsewhere."""
        return "api"

    @property
    def context(self) -> int:
        """Tokens that the model can hold at least, question and answer together."""
        return self.provider.context or settings().compatible_context

    def stream(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int = 512,
        temperature: float = 0.0,
        stop: Sequence[str] = (),
    ) -> Reply:
        """The answer, piece by piece; the model is asked when the first piece is wanted, and stops when nobody reads.

        A model that thinks first has some room for that beyond `max_tokens`.

        Raises
        ------
        WrongKey, ModelUnavailable, RateLimited, NoNetwork, Outage, TooLarge, BadInput
            While it is read; pieces that came before are the answer so far.
        """
        system, turns = system_and_turns(messages)
        effort = settings().chat_effort if self.provider.key != "compatible" else ""
        ask = Ask(self.model, system, turns, max_tokens, temperature, tuple(filter(None, stop)), effort)
        outcome = Outcome()
        leave = Leave()
        pieces = self._read(ask, outcome, leave)
        if self.provider.key == "compatible":  # servers of one's own give thoughts as text
            pieces = without_thoughts(pieces)
        return Reply(until(pieces, ask.stop) if ask.stop else pieces, outcome, halt=leave.now)

    def once(self, call: Callable[[Any], Answer], seconds: float) -> Answer:
        """What `call` gets from the provider's client within so many seconds.

        Raises
        ------
        PortalError
            As `stream`.
        """
        failure = None
        with lease(self._wire, self.provider.key, self._address, self._key) as connection:
            try:
                with watching(Watch(seconds)):  # from here: importing the client does not count
                    return call(connection.client)
            except Exception as error:
                if (failure := self._failure(error, began=False)) is None:
                    raise
        if failure.kind == "model":  # none was named: the address is wrong
            failure = Failure("malformed")
        raise self._error(failure)  # out here, so that the client's error is not kept with this one

    def _read(self, ask: Ask, outcome: Outcome, leave: Leave) -> Iterator[str]:
        with lease(self._wire, self.provider.key, self._address, self._key) as connection:
            refused = connection.refused[ask.model]
            while not leave.over:
                told = ask.without(frozenset(refused))
                failure = yield from self._attempt(connection, told, outcome, leave)
                if failure is None:
                    return
                if (name := refusal(failure, told)) is None:
                    raise self._error(failure)
                refused.add(name)

    def _attempt(
        self, connection: Connection, ask: Ask, outcome: Outcome, leave: Leave
    ) -> Generator[str, None, Failure | None]:
        """The answer's pieces; returns what went wrong, None when nothing did."""
        watch = Watch(settings().chat_seconds, settings().answer_seconds, leave)
        began = False
        try:
            pieces = self._wire.pieces(connection.client, ask, outcome)
            with watching(watch):
                first = next(pieces, None)
            if first is None:
                return None
            for piece in chain((first,), pieces):
                watch.heard = True
                if piece:  # else it thinks
                    began = True
                    yield piece
                if watch.over:
                    outcome.ended = "length"  # of time: a model that never ends would hold the page for ever
                    return None
        except Exception as error:
            if leave.over:
                return None
            if (failure := self._failure(error, began=began)) is None:
                raise
            # once words came there is no asking again
            return Failure("cut") if began and failure.kind in ("bad", "malformed") else failure
        finally:
            watch.close()
        return None

    def _failure(self, error: Exception, *, began: bool) -> Failure | None:
        found = self._wire.failure(error)
        if found is not None:
            return found
        cause = error.__cause__ if isinstance(error.__cause__, Exception) else None
        return (of_transport(cause, began=began) if cause else None) or of_transport(error, began=began)

    def _error(self, failure: Failure) -> Exception:
        return error_of(failure, self.provider, self.model, self._address, self._key)


def refusal(failure: Failure, ask: Ask) -> Part | None:
    """The part of a request that a model refuses to be told, where the request had it; None for another failure."""
    if failure.kind != "bad":
        return None
    words, told = failure.reason.lower(), ask.told()
    return next((name for name, pattern in NAMES.items() if name in told and pattern.search(words)), None)
