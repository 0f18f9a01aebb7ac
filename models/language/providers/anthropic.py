"""Anthropic's wire format: Messages.

https://platform.claude.com/docs/en/build-with-claude/streaming
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from models.language.providers.failures import BrokeOff, Failure, of_status, seconds_of
from models.language.providers.turns import Ask
from models.language.types import Outcome, Usage

if TYPE_CHECKING:
    import httpx2
    from anthropic import Anthropic

LIMITED = ("max_tokens", "model_context_window_exceeded")


def client(key: str, address: str, http: httpx2.Client) -> Anthropic:
    """The official client, without retries."""
    from anthropic import Anthropic

    return Anthropic(api_key=key, base_url=address, http_client=http, max_retries=0)


def pieces(client: Anthropic, ask: Ask, outcome: Outcome) -> Iterator[str]:
    """The answer's text as it comes; thoughts as empty pieces."""
    prompt, reason = 0, ""
    for event in client.messages.create(**request_of(ask)):
        kind = getattr(event, "type", None)
        if kind == "content_block_delta":
            if getattr(event.delta, "type", None) == "text_delta":
                yield event.delta.text or ""
            else:
                yield ""
        elif kind == "message_start":
            prompt = _prompt_tokens(event.message.usage)
        elif kind == "message_delta":
            reason = event.delta.stop_reason or reason
            if event.usage is not None:
                outcome.usage = Usage(_prompt_tokens(event.usage) or prompt, event.usage.output_tokens)
    if not reason:
        raise BrokeOff
    if reason == "refusal":
        outcome.ended = "refused"
    elif reason in LIMITED:
        outcome.ended = "length"


def request_of(ask: Ask) -> dict[str, Any]:
    """The request as Messages want it."""
    request: dict[str, Any] = {
        "model": ask.model,
        "messages": [{"role": turn.role, "content": turn.content} for turn in ask.turns],
        "max_tokens": ask.limit,
        "stream": True,
    }
    if ask.system:
        request["system"] = ask.system
    if ask.temperature is not None:  # older models take it, the client has no name for it any more
        request["extra_body"] = {"temperature": min(1.0, ask.temperature)}
    if stops := [text for text in ask.stop if text.strip()]:  # blank ones are refused, and looked for here alone
        request["stop_sequences"] = stops
    if ask.effort:
        request["output_config"] = {"effort": "low" if ask.effort == "none" else ask.effort}
    return request


def _prompt_tokens(usage: Any) -> int:
    names = ("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")
    return sum(getattr(usage, name, None) or 0 for name in names)


def failure(error: Exception) -> Failure | None:
    """What an error of the client means; None for one that is not its own, or that only wraps the network's."""
    import anthropic

    if isinstance(error, anthropic.APIStatusError):
        # an error inside the stream comes with the status of the stream, which was well
        status = error.status_code if error.status_code >= 300 else 0
        return of_status(status, _words(error), seconds_of(error.response.headers))
    if isinstance(error, anthropic.APITimeoutError):
        return None if error.__cause__ else Failure("late")
    if isinstance(error, anthropic.APIConnectionError):
        return None if error.__cause__ else Failure("network")
    return Failure("malformed") if isinstance(error, anthropic.AnthropicError) else None


def _words(error: Any) -> str:
    """Type and message of an error's body."""
    body = error.body if isinstance(error.body, dict) else {}
    told = body.get("error")
    told = told if isinstance(told, dict) else {}
    return ": ".join(str(part) for part in (told.get("type"), told.get("message")) if part)
