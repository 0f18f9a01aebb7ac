"""What servers that speak "as OpenAI's" do otherwise: vLLM, Ollama, TGI, llama.cpp, and proxies before them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from models.language.providers import clients
from models.language.types import Message, Usage
from tests.models.language.providers.conftest import Connected, model_at
from tests.models.language.wire.dialects import Compatible, Gemini
from tests.models.language.wire.server import Script, Step, event, problem, serving
from tools.errors import BadInput, ModelUnavailable, Outage, PortalError, RateLimited, TooLarge

Connect = Callable[..., Connected]
QUESTION = [Message("user", "Who?")]
OWN = Compatible()


@pytest.fixture
def connect() -> Iterator[Connect]:
    with ExitStack() as stack:

        def make(*steps: Step | Script) -> Connected:
            script = steps[0] if isinstance(steps[0], Script) else Script([each for each in steps if each])  # type: ignore[misc]
            server = stack.enter_context(serving(script))
            return model_at(OWN, server), server

        yield make
        clients.close_all()


def chunk(delta: Any, finish: str | None = None, **more: Any) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return event({"id": "c", "object": "chat.completion.chunk", "choices": [choice], **more})


ROLE, WORDS, END = chunk({"role": "assistant"}), chunk({"content": "The court."}), chunk({}, "stop")
DONE = event("[DONE]")


@pytest.mark.parametrize(
    "steps",
    [
        (ROLE, WORDS, END, DONE),
        (chunk({"role": "assistant", "content": None, "refusal": None}), WORDS, END, DONE),
        (event({"choices": [], "prompt_filter_results": []}), WORDS, END, DONE),
        (b": OPENROUTER PROCESSING\n\n", WORDS, b":\n\n", END, DONE),
        (b"event: ping\ndata: {}\n\n", WORDS, END, DONE),
        (b"id: 7\nretry: 100\n", WORDS, END, DONE),
        (chunk({"role": "assistant", "reasoning_content": "Hm."}), chunk({"reasoning": "Hm."}), WORDS, END, DONE),
        (chunk({"content": "<thi"}), chunk({"content": "nk>\nHm.</think>\n\n"}), WORDS, END, DONE),
        (WORDS, chunk({"content": None}, "eos_token"), DONE),
        (WORDS, chunk(None, "stop"), DONE),
        (WORDS, END),  # no mark after the last chunk
        (WORDS, chunk({}, "stop", usage={}), DONE),
        (WORDS, chunk({}, "stop", usage=None, timings={"predicted_n": 3}), DONE),
        (WORDS, chunk({}, "stop", usage={"prompt_tokens": None, "completion_tokens": None}), DONE),
    ],
    ids=[
        "role alone", "nothing said yet", "no choice", "comments", "pings", "event fields", "reasoning",
        "thoughts as text", "another word for the end", "no delta", "no mark", "empty usage", "no usage",
        "usage of nothing",
    ],
)  # fmt: skip
def test_the_answer_is_the_same_without_a_count(connect: Connect, steps: tuple[bytes, ...]) -> None:
    model, _ = connect(*steps)
    reply = model.stream(QUESTION)
    assert "".join(reply) == "The court."
    assert (reply.usage, reply.ended) == (None, "stop")


def test_lines_may_end_as_on_windows_and_come_in_any_pieces(connect: Connect) -> None:
    whole = b"".join((ROLE, WORDS, END, DONE)).replace(b"\n", b"\r\n")
    for size in (1, 7, 64):
        model, _ = connect(*(whole[at : at + size] for at in range(0, len(whole), size)))
        assert "".join(model.stream(QUESTION)) == "The court."


def test_a_count_in_every_chunk_is_the_last_one(connect: Connect) -> None:
    def counted(answer: int) -> dict[str, int]:
        return {"prompt_tokens": 9, "completion_tokens": answer, "total_tokens": 9 + answer}

    pieces = (chunk({"content": f"{number} "}, usage=counted(number)) for number in (1, 2))
    model, _ = connect(*pieces, chunk({}, "stop", usage=counted(3)), DONE)
    reply = model.stream(QUESTION)
    assert "".join(reply) == "1 2 "
    assert reply.usage == Usage(9, 3)


def test_a_half_count_is_taken(connect: Connect) -> None:
    model, _ = connect(WORDS, chunk({}, "stop", usage={"completion_tokens": 3}), DONE)
    reply = model.stream(QUESTION)
    list(reply)
    assert reply.usage == Usage(0, 3)


def test_thoughts_that_reach_the_limit_leave_an_empty_answer_that_says_so(connect: Connect) -> None:
    model, _ = connect(chunk({"content": "<think>On and on"}), chunk({}, "length"), DONE)
    reply = model.stream(QUESTION)
    assert (list(reply), reply.ended) == ([], "length")


TGI_LONG = "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 4000 and 1024"
VLLM_LONG = (
    "This model's maximum context length is 4096 tokens. However, you requested 5024 tokens (4000 in the messages, "
    "1024 in the completion). Please reduce the length of the messages or completion."
)


@pytest.mark.parametrize(
    ("status", "body", "kind", "words"),
    [
        (422, {"error": TGI_LONG, "error_type": "validation"}, TooLarge, "too long for llama"),
        (400, {"object": "error", "message": VLLM_LONG, "type": "BadRequestError", "code": 400}, TooLarge, "too long"),
        (400, {"error": {"message": VLLM_LONG, "type": "BadRequestError", "code": 400}}, TooLarge, "too long"),
        (429, {"error": "Model is overloaded", "error_type": "overloaded"}, Outage, "overloaded"),
        (404, {"error": "model 'llama' not found, try pulling it first"}, ModelUnavailable, "no model called llama"),
        (404, {"object": "error", "message": "The model `llama` does not exist."}, ModelUnavailable, "no model called"),
        (404, {"detail": "Not Found"}, Outage, "check the address"),
        (503, {"error": {"code": 503, "message": "Loading model", "type": "unavailable_error"}}, Outage, "overloaded"),
        (422, {"error": "temperature must be strictly positive"}, BadInput, "temperature must be strictly positive"),
        (429, b"slow down", RateLimited, "asked less often"),
    ],
)
def test_errors_in_their_own_shapes(
    connect: Connect, status: int, body: Any, kind: type[PortalError], words: str
) -> None:
    model, _ = connect(problem(status, body))
    with pytest.raises(kind, match=words):
        list(model.stream(QUESTION, temperature=0.0 if "temperature" not in str(body) else 0.5))


def test_an_error_as_text_inside_the_stream_keeps_what_came(connect: Connect) -> None:
    model, _ = connect(WORDS, event({"error": "Request failed during generation: Server error", "error_type": "x"}))
    reply = model.stream(QUESTION)
    assert next(reply) == "The court."
    with pytest.raises(Outage, match="failure of its own"):
        next(reply)


def test_a_block_for_safety_in_the_middle_keeps_what_came() -> None:
    gemini = Gemini()
    with serving(Script([gemini.piece("So far"), *gemini.end("refused")])) as server:
        reply = model_at(gemini, server).stream(QUESTION)
        assert (list(reply), reply.ended) == (["So far"], "refused")
    clients.close_all()
