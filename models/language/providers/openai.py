"""OpenAI's wire formats: Responses, and chat completions where the settings or a model ask for them.

https://platform.openai.com/docs/api-reference/responses-streaming
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from models.language.providers import completions
from models.language.providers.completions import failure as failure
from models.language.providers.failures import BrokeOff, Told
from models.language.providers.turns import Ask
from models.language.types import Outcome, Usage
from tools.settings import settings

if TYPE_CHECKING:
    import httpx2
    from openai import OpenAI

THOUGHTS: Final = ("response.reasoning_text.delta", "response.reasoning_summary_text.delta")
LEAST_TOKENS: Final = 16  # Responses accepts no smaller limit
CHAT_ONLY: Final = re.compile(r"search-preview|audio|^gpt-3\.5")


def client(key: str, address: str, http: httpx2.Client) -> OpenAI:
    """The official client, without retries."""
    return completions.client(key, address, http)


def pieces(client: OpenAI, ask: Ask, outcome: Outcome) -> Iterator[str]:
    """The answer's text as it comes. OpenAI keeps neither question nor answer (``store``)."""
    if settings().openai_api == "chat" or CHAT_ONLY.search(ask.model):
        yield from completions.pieces(client, ask, outcome, limit="max_completion_tokens")
        return
    ended = False
    for event in client.responses.create(**request_of(ask)):
        kind = getattr(event, "type", None)
        if kind == "response.output_text.delta":
            if event.delta:
                yield event.delta
        elif kind == "response.refusal.delta":
            outcome.ended = "refused"
            yield event.delta
        elif kind in THOUGHTS:
            yield ""
        elif kind in ("response.completed", "response.incomplete"):
            _end(event.response, outcome)
            ended = True  # reading on to the end of the stream leaves the connection for the next question
        elif kind == "response.failed":
            problem = event.response.error
            raise Told(f"{problem.code}: {problem.message}" if problem else "")
        elif kind == "error":
            raise Told(f"{event.code}: {event.message}")
    if not ended:
        raise BrokeOff


def request_of(ask: Ask) -> dict[str, Any]:
    """The request as Responses wants it; a text to stop at is not part of that format."""
    request: dict[str, Any] = {
        "model": ask.model,
        "input": [{"role": turn.role, "content": turn.content} for turn in ask.turns],
        "max_output_tokens": max(LEAST_TOKENS, ask.limit),
        "stream": True,
        "store": False,
    }
    if ask.system:
        request["instructions"] = ask.system
    if ask.temperature is not None:
        request["temperature"] = ask.temperature
    if ask.effort:
        request["reasoning"] = {"effort": ask.effort}
    return request


def _end(response: Any, outcome: Outcome) -> None:
    if (usage := response.usage) is not None:
        outcome.usage = Usage(usage.input_tokens, usage.output_tokens)
    reason = response.incomplete_details.reason if response.incomplete_details else ""
    if reason == "content_filter":
        outcome.ended = "refused"
    elif reason:
        outcome.ended = "length"
