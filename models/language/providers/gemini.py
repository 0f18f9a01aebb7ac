"""Google's wire format: streamGenerateContent of the Gemini API.

https://ai.google.dev/api/generate-content
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from models.language.providers.failures import BrokeOff, Failure, of_status, seconds_of
from models.language.providers.turns import Ask
from models.language.types import Outcome, Usage

if TYPE_CHECKING:
    import httpx2
    from google.genai import Client

MOST_STOPS: Final = 5  # the format's limit; those beyond are looked for here alone
STOPPED: Final = ("STOP", "FINISH_REASON_UNSPECIFIED")
LIMITED: Final = ("MAX_TOKENS", "CONTINUATION")
_DELAY: Final = re.compile(r"(\d+(?:\.\d+)?)s")


def client(key: str, address: str, http: httpx2.Client) -> Client:
    """The official client, without retries and without what the environment says of Google's cloud."""
    from google.genai import Client
    from google.genai.types import HttpOptions

    return Client(vertexai=False, api_key=key, http_options=HttpOptions(base_url=address, httpx_client=http))


def pieces(client: Client, ask: Ask, outcome: Outcome) -> Iterator[str]:
    """The answer's text as it comes; thoughts as empty pieces."""
    reason, usage = "", None
    contents: Any = [
        {"role": "model" if turn.role == "assistant" else "user", "parts": [{"text": turn.content}]}
        for turn in ask.turns
    ]
    for chunk in client.models.generate_content_stream(model=ask.model, contents=contents, config=config_of(ask)):
        usage = chunk.usage_metadata or usage
        if chunk.prompt_feedback is not None and chunk.prompt_feedback.block_reason is not None:
            reason = "PROMPT"
        if not chunk.candidates:
            continue
        candidate = chunk.candidates[0]
        if candidate.finish_reason is not None:
            reason = candidate.finish_reason.value
        for part in (candidate.content.parts if candidate.content else None) or ():
            if part.text:
                yield "" if part.thought else part.text
    if usage is not None:
        answer = (usage.candidates_token_count or 0) + (usage.thoughts_token_count or 0)
        outcome.usage = Usage(usage.prompt_token_count or 0, answer)
    if not reason:
        raise BrokeOff
    if reason in LIMITED:
        outcome.ended = "length"
    elif reason not in STOPPED:  # safety, recitation, a list of words: each way it will not answer
        outcome.ended = "refused"


def config_of(ask: Ask) -> Any:
    """The request's options as the client wants them."""
    config: dict[str, Any] = {
        "max_output_tokens": ask.limit,
        "automatic_function_calling": {"disable": True},
        "automatic_continuation": False,
    }
    if ask.system:
        config["system_instruction"] = ask.system
    if ask.temperature is not None:
        config["temperature"] = ask.temperature
    if ask.stop:
        config["stop_sequences"] = list(ask.stop[:MOST_STOPS])
    if ask.effort:
        config["thinking_config"] = {"thinking_level": "MINIMAL" if ask.effort == "none" else ask.effort.upper()}
    return config


def failure(error: Exception) -> Failure | None:
    """What an error of the client means; None for one that is not its own."""
    from google.genai import errors

    if isinstance(error, errors.APIError):
        words = ": ".join(str(part) for part in (error.status, error.message, _reason(error.details)) if part)
        return of_status(error.code or 0, words, _seconds(error))
    return None


def _seconds(error: Any) -> float | None:
    """The wait that Google tells in the body (``RetryInfo``) or a header."""
    for one in _details(error.details):
        if found := _DELAY.fullmatch(str(one.get("retryDelay", ""))):
            return float(found[1])
    return seconds_of(getattr(error.response, "headers", {}))


def _reason(body: Any) -> str:
    """Google's code for the reason, ``API_KEY_INVALID`` for example."""
    return next((str(one["reason"]) for one in _details(body) if "reason" in one), "")


def _details(body: Any) -> list[dict[str, Any]]:
    told = body.get("error", body) if isinstance(body, dict) else {}
    details = told.get("details") if isinstance(told, dict) else None
    return [one for one in details if isinstance(one, dict)] if isinstance(details, list) else []
