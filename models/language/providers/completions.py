"""The chat completions format by OpenAI's official client: OpenAI's own, and that of every server that speaks it.

https://platform.openai.com/docs/api-reference/chat-streaming
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Literal

from models.language.providers.failures import BrokeOff, Failure, Told, of_status, seconds_of
from models.language.providers.turns import Ask
from models.language.types import Outcome, Usage

if TYPE_CHECKING:
    import httpx2
    from openai import OpenAI

MOST_STOPS: Final = 4  # the format's limit; those beyond are looked for here alone
LIMITED: Final = ("length", "max_tokens")
THOUGHTS: Final = ("reasoning_content", "reasoning")  # as vLLM and others name them; the format has no name for them
UNLISTED: Final = (404, 405, 501)  # statuses of a server without a list of models


def client(key: str, address: str, http: httpx2.Client) -> OpenAI:
    """The official client, without retries and without what the environment says of OpenAI."""
    from openai import OpenAI

    made = OpenAI(api_key=key, base_url=address, http_client=http, max_retries=0)
    made.organization = made.project = None  # the environment's are nobody else's business
    return made


def pieces(
    client: OpenAI, ask: Ask, outcome: Outcome, *, limit: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
) -> Iterator[str]:
    """The answer's text as it comes; thoughts as empty pieces."""
    finish = ""
    for chunk in client.chat.completions.create(**request_of(ask, limit)):
        outcome.usage = _usage(chunk.usage) or outcome.usage
        if not chunk.choices:
            continue
        choice = chunk.choices[0]
        if choice.finish_reason:
            finish = choice.finish_reason
        delta = choice.delta
        if delta is None:
            continue
        if delta.content:
            yield delta.content
        elif delta.refusal:
            outcome.ended = "refused"
            yield delta.refusal
        elif any(getattr(delta, name, None) for name in THOUGHTS):
            yield ""
    if not finish:
        raise BrokeOff
    if finish == "content_filter":
        outcome.ended = "refused"
    elif finish in LIMITED:
        outcome.ended = "length"


def _usage(told: Any) -> Usage | None:
    """The count of tokens; None where a server sends none, or an empty one."""
    prompt, answer = getattr(told, "prompt_tokens", None), getattr(told, "completion_tokens", None)
    return None if prompt is None and answer is None else Usage(prompt or 0, answer or 0)


def request_of(ask: Ask, limit: str) -> dict[str, Any]:
    """The request as chat completions want it, `limit` being this server's name for the most tokens."""
    turns = [{"role": turn.role, "content": turn.content} for turn in ask.turns]
    request: dict[str, Any] = {
        "model": ask.model,
        "messages": [{"role": "system", "content": ask.system}, *turns] if ask.system else turns,
        limit: ask.limit,
        "stream": True,
    }
    if ask.usage:
        request["stream_options"] = {"include_usage": True}
    if ask.temperature is not None:
        request["temperature"] = ask.temperature
    if ask.stop:
        request["stop"] = list(ask.stop[:MOST_STOPS])
    if ask.effort:
        request["reasoning_effort"] = ask.effort
    return request


def failure(error: Exception) -> Failure | None:
    """What an error of the client means; None for one that is not its own, or that only wraps the network's."""
    import openai

    if isinstance(error, Told):
        return of_status(0, error.words)
    if isinstance(error, openai.APIStatusError):
        return of_status(error.status_code, _words(error), seconds_of(error.response.headers))
    if isinstance(error, openai.APITimeoutError):
        return None if error.__cause__ else Failure("late")
    if isinstance(error, openai.APIConnectionError):
        return None if error.__cause__ else Failure("network")
    if isinstance(error, openai.APIError):  # told inside the stream
        status = int(error.code) if error.code and error.code.isdigit() else 0
        return of_status(status, _words(error))
    return Failure("malformed") if isinstance(error, openai.OpenAIError) else None


def _words(error: Any) -> str:
    """Code, type, parameter and message of an error's body, which with some servers (TGI, Ollama) is the message."""
    if isinstance(error.body, str):
        return error.body
    body = error.body if isinstance(error.body, dict) else {}
    nested = body.get("error")
    body = nested if isinstance(nested, dict) else body
    message = body.get("message") or nested or body.get("detail") or ""
    parts = (body.get("code"), body.get("type"), body.get("param"), message)
    return ": ".join(str(part) for part in parts if part)


def served(client: OpenAI) -> tuple[str, ...]:
    """The models that the server names (``GET /models``); none where it keeps no such list, or an empty one."""
    import openai

    try:
        listed = client.models.list().data
    except openai.APIStatusError as error:
        if error.status_code in UNLISTED:
            return ()
        raise
    return tuple(dict.fromkeys(str(one.id) for one in listed or ()))
