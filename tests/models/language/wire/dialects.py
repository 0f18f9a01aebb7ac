"""The wire formats as the providers send them: answers, pings, errors. Shapes and words follow the real services."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

from tests.models.language.wire.server import Script, Step, event, problem

Ended = Literal["stop", "length", "refused"]
KEY = "sk-test-Zq7-secret-0123456789abcdef"
_ERRORS = Path(__file__).with_name("errors.toml").read_text().replace("{key}", KEY)
ERRORS: dict[str, dict[str, list[Any]]] = tomllib.loads(_ERRORS)


class Dialect(Protocol):
    """One wire format."""

    name: str
    provider: str
    model: str
    path: str

    def start(self) -> list[Step]: ...
    def piece(self, text: str) -> bytes: ...
    def end(self, ended: Ended = "stop") -> list[Step]: ...
    def ping(self) -> bytes: ...
    def failure(self, kind: str, message: str = "", **headers: str) -> Script: ...
    def told(self, kind: str) -> bytes: ...
    def sent(self, body: Any) -> dict[str, Any]: ...


def answer(dialect: Dialect, texts: Sequence[str], ended: Ended = "stop") -> Script:
    """A whole answer: 11 tokens of prompt, 7 of answer."""
    return Script([*dialect.start(), *map(dialect.piece, texts), *dialect.end(ended)])


class _OpenAI:
    provider, model = "openai", "gpt-test"

    def ping(self) -> bytes:
        return b": keep-alive\n\n"

    def failure(self, kind: str, message: str = "", **headers: str) -> Script:
        status, code, type_, words = ERRORS["openai"][kind]
        error = {"message": message or words, "type": type_, "param": None, "code": code or None}
        return problem(status, {"error": error}, **headers)


class Responses(_OpenAI):
    name, path = "responses", "/v1/responses"

    def start(self) -> list[Step]:
        made = {"id": "resp_1", "object": "response", "status": "in_progress", "output": []}
        return [self._event("response.created", response=made), self._event("response.in_progress", response=made)]

    def piece(self, text: str) -> bytes:
        return self._event("response.output_text.delta", item_id="m", output_index=0, content_index=0, delta=text)

    def end(self, ended: Ended = "stop") -> list[Step]:
        usage = {"input_tokens": 11, "output_tokens": 7, "total_tokens": 18}
        made: dict[str, Any] = {"id": "resp_1", "object": "response", "output": [], "usage": usage}
        if ended == "stop":
            return [self._event("response.completed", response={**made, "status": "completed"})]
        reason = {"length": "max_output_tokens", "refused": "content_filter"}[ended]
        made |= {"status": "incomplete", "incomplete_details": {"reason": reason}}
        return [self._event("response.incomplete", response=made)]

    def told(self, kind: str) -> bytes:
        _, code, _, words = ERRORS["openai"][kind]
        return self._event("error", code=code or "server_error", message=words, param=None)

    def sent(self, body: Any) -> dict[str, Any]:
        return {
            "system": body.get("instructions"), "temperature": body.get("temperature"), "stop": None,
            "max_tokens": body["max_output_tokens"], "turns": [(one["role"], one["content"]) for one in body["input"]],
        }  # fmt: skip

    def _event(self, kind: str, **more: Any) -> bytes:
        return event({"type": kind, "sequence_number": 0, **more}, kind)


class Chat(_OpenAI):
    name, path = "chat", "/v1/chat/completions"
    limit = "max_completion_tokens"

    def start(self) -> list[Step]:
        return [self._chunk({"role": "assistant", "content": ""})]

    def piece(self, text: str) -> bytes:
        return self._chunk({"content": text})

    def end(self, ended: Ended = "stop") -> list[Step]:
        finish = {"stop": "stop", "length": "length", "refused": "content_filter"}[ended]
        usage = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
        return [self._chunk({}, finish), self._frame([], usage), event("[DONE]")]

    def told(self, kind: str) -> bytes:
        status, code, type_, words = ERRORS["openai"][kind]
        return event({"error": {"message": words, "type": type_, "param": None, "code": code or status}})

    def sent(self, body: Any) -> dict[str, Any]:
        system = next((one["content"] for one in body["messages"] if one["role"] == "system"), None)
        turns = [(one["role"], one["content"]) for one in body["messages"] if one["role"] != "system"]
        return {
            "system": system, "temperature": body.get("temperature"), "stop": body.get("stop"),
            "max_tokens": body[self.limit], "turns": turns,
        }  # fmt: skip

    def _chunk(self, delta: dict[str, Any], finish: str | None = None) -> bytes:
        return self._frame([{"index": 0, "delta": delta, "finish_reason": finish}])

    def _frame(self, choices: list[Any], usage: Any = None) -> bytes:
        made = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": self.model}
        return event({**made, "choices": choices, "usage": usage})


class Compatible(Chat):
    name, provider, model, limit = "compatible", "compatible", "llama", "max_tokens"


class Anthropic:
    name, provider, model, path = "anthropic", "anthropic", "claude-test", "/v1/messages"

    def start(self) -> list[Step]:
        usage = {"input_tokens": 11, "output_tokens": 1, "cache_read_input_tokens": 0}
        made = {"id": "m", "type": "message", "role": "assistant", "content": [], "model": self.model, "usage": usage}
        block = {"index": 0, "content_block": {"type": "text", "text": ""}}
        return [self._event("message_start", message=made), self._event("content_block_start", **block), self.ping()]

    def piece(self, text: str) -> bytes:
        return self._event("content_block_delta", index=0, delta={"type": "text_delta", "text": text})

    def end(self, ended: Ended = "stop") -> list[Step]:
        reason = {"stop": "end_turn", "length": "max_tokens", "refused": "refusal"}[ended]
        delta = {"stop_reason": reason, "stop_sequence": None}
        return [
            self._event("content_block_stop", index=0),
            self._event("message_delta", delta=delta, usage={"output_tokens": 7}),
            self._event("message_stop"),
        ]

    def ping(self) -> bytes:
        return self._event("ping")

    def failure(self, kind: str, message: str = "", **headers: str) -> Script:
        status, type_, words = ERRORS["anthropic"][kind]
        return problem(status, {"type": "error", "error": {"type": type_, "message": message or words}}, **headers)

    def told(self, kind: str) -> bytes:
        _, type_, words = ERRORS["anthropic"][kind]
        return self._event("error", error={"type": type_, "message": words})

    def sent(self, body: Any) -> dict[str, Any]:
        return {
            "system": body.get("system"), "temperature": body.get("temperature"), "stop": body.get("stop_sequences"),
            "max_tokens": body["max_tokens"], "turns": [(one["role"], one["content"]) for one in body["messages"]],
        }  # fmt: skip

    def _event(self, kind: str, **more: Any) -> bytes:
        return event({"type": kind, **more}, kind)


class Gemini:
    name, provider, model = "gemini", "gemini", "gemini-test"
    path = "/v1/models/gemini-test:streamGenerateContent?alt=sse"

    def start(self) -> list[Step]:
        return []

    def piece(self, text: str) -> bytes:
        return self._chunk({"content": {"role": "model", "parts": [{"text": text}]}, "index": 0})

    def end(self, ended: Ended = "stop") -> list[Step]:
        reason = {"stop": "STOP", "length": "MAX_TOKENS", "refused": "SAFETY"}[ended]
        usage = {"promptTokenCount": 11, "candidatesTokenCount": 5, "thoughtsTokenCount": 2, "totalTokenCount": 18}
        return [self._chunk({"finishReason": reason, "index": 0}, usage)]

    def ping(self) -> bytes:
        return event({"usageMetadata": {"promptTokenCount": 11}, "modelVersion": self.model})

    def failure(self, kind: str, message: str = "", **headers: str) -> Script:
        return problem(ERRORS["gemini"][kind][0], self._error(kind, message, headers.pop("retry_after", "")), **headers)

    def told(self, kind: str) -> bytes:
        return event(self._error(kind, retry_after="34" if kind == "rate" else ""))

    def sent(self, body: Any) -> dict[str, Any]:
        config, system = body["generationConfig"], body.get("systemInstruction")
        return {
            "system": system["parts"][0]["text"] if system else None, "temperature": config.get("temperature"),
            "stop": config.get("stopSequences"), "max_tokens": config["maxOutputTokens"],
            "turns": [(one["role"].replace("model", "assistant"), one["parts"][0]["text"]) for one in body["contents"]],
        }  # fmt: skip

    def _chunk(self, candidate: dict[str, Any], usage: Any = None) -> bytes:
        return event({"candidates": [candidate], "usageMetadata": usage or {"promptTokenCount": 11}})

    def _error(self, kind: str, message: str = "", retry_after: str = "") -> dict[str, Any]:
        status, name, words = ERRORS["gemini"][kind]
        details: list[dict[str, Any]] = []
        if kind == "key":
            details = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}]
        if retry_after:
            details = [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": f"{retry_after}s"}]
        return {"error": {"code": status, "message": message or words, "status": name, "details": details}}


DIALECTS: tuple[Dialect, ...] = (Responses(), Chat(), Compatible(), Anthropic(), Gemini())
