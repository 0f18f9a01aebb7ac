"""What goes wrong, as every provider tells it: one sentence each, of the right class, without the key."""

from __future__ import annotations

import importlib
import logging
import traceback
from collections.abc import Callable
from email.utils import formatdate
from time import time
from typing import Any

import pytest
from pydantic import SecretStr

from models.language.providers.failures import SENTENCES, SOON, of_status, seconds_of, without_secrets
from models.language.types import Message, Reply
from tests.models.language.providers.conftest import Connected, model_at
from tests.models.language.wire.dialects import DIALECTS, ERRORS, KEY, Dialect, answer
from tests.models.language.wire.server import Cut, Pause, Script, event, problem, serving
from tools.errors import (
    BadInput,
    ModelUnavailable,
    NoNetwork,
    Outage,
    PortalError,
    RateLimited,
    TooLarge,
    WrongKey,
)
from tools.settings import settings
from tools.translations import catalogue

Connect = Callable[..., Connected]
QUESTION = [Message("user", "Who?")]
EXPECTED: dict[str, tuple[type[PortalError], str]] = {
    "key": (WrongKey, "does not accept the key"),
    "permission": (ModelUnavailable, "does not allow this key"),
    "model": (ModelUnavailable, "has no model called"),
    "spent": (ModelUnavailable, "is used up"),
    "rate": (RateLimited, "asked less often"),
    "overloaded": (Outage, "is overloaded"),
    "late": (Outage, "said nothing for too long"),
    "long": (TooLarge, "too long"),
    "refused": (BadInput, "reasons of safety"),
    "bad": (BadInput, "does not accept this request"),
    "server": (Outage, "failure of its own"),
}


def drained(reply: Reply) -> tuple[list[str], PortalError]:
    pieces: list[str] = []
    with pytest.raises(PortalError) as caught:  # noqa: PT012
        for piece in reply:
            pieces.append(piece)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None  # the client's own error, which may hold the key, is not kept
    assert KEY not in "".join(traceback.format_exception(caught.value))
    return pieces, caught.value


@pytest.mark.parametrize("kind", EXPECTED)
def test_every_refusal_has_its_sentence(dialect: Dialect, connected: Connect, kind: str) -> None:
    headers = {"retry_after": "34"} if kind == "rate" else {}
    model, server = connected(dialect.failure(kind, **headers))
    pieces, error = drained(model.stream(QUESTION))
    assert (pieces, type(error)) == ([], EXPECTED[kind][0])
    assert EXPECTED[kind][1] in str(error)
    assert "{" not in str(error)
    assert kind != "rate" or "in 34 s" in str(error)
    assert len(server.asked) == 1  # told at once, not after retries


@pytest.mark.parametrize("kind", ["overloaded", "server", "rate"])
def test_a_failure_inside_the_stream_keeps_what_came(dialect: Dialect, connected: Connect, kind: str) -> None:
    model, _ = connected(Script([*dialect.start(), dialect.piece("so far"), dialect.told(kind)]))
    pieces, error = drained(model.stream(QUESTION))
    assert (pieces, type(error)) == (["so far"], EXPECTED[kind][0])


def test_a_stream_that_is_cut_keeps_what_came(dialect: Dialect, connected: Connect) -> None:
    model, _ = connected(Script([*dialect.start(), dialect.piece("so "), dialect.piece("far"), Cut()]))
    pieces, error = drained(model.stream(QUESTION))
    assert (pieces, type(error)) == (["so ", "far"], Outage)
    assert "broke off" in str(error)


def test_a_stream_without_its_end_is_no_whole_answer(dialect: Dialect, connected: Connect) -> None:
    model, _ = connected(Script([*dialect.start(), dialect.piece("so far")]))
    pieces, error = drained(model.stream(QUESTION))
    assert (pieces, type(error)) == (["so far"], Outage)


@pytest.mark.parametrize("garbage", ["{not json", '"text"', "[]", "null", '{"unknown": 1}', "<html>"])
def test_garbage_is_ignored_or_an_outage(dialect: Dialect, connected: Connect, garbage: str) -> None:
    step = event(garbage, "content_block_delta" if dialect.name == "anthropic" else "")
    model, _ = connected(Script([*dialect.start(), step, dialect.piece("x"), *dialect.end()]))
    reply, said = model.stream(QUESTION), ""
    try:
        said = "".join(reply)
    except Outage as error:
        said = str(error)
    assert said == "x" or "not an answer" in said or "broke off" in said


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"", b"{}", b"\xff\xfe\x00"])
def test_another_kind_of_server_is_told(dialect: Dialect, connected: Connect, body: bytes) -> None:
    model, _ = connected(Script((), body=body, kind="text/html"))
    _, error = drained(model.stream(QUESTION))
    assert isinstance(error, Outage)
    assert "not an answer" in str(error)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        *[(400, "bad"), (401, "key"), (404, "malformed"), (418, "bad"), (429, "rate")],
        *[(500, "server"), (502, "server"), (503, "overloaded")],
    ],
)
def test_a_proxy_without_json_is_judged_by_its_status(
    dialect: Dialect, connected: Connect, status: int, kind: str
) -> None:
    model, _ = connected(problem(status, b"<html>Bad Gateway</html>"))
    pieces, error = drained(model.stream(QUESTION))
    expected, words = (EXPECTED | {"malformed": (Outage, "not an answer")})[kind]
    assert (pieces, type(error)) == ([], expected)
    assert words in str(error)


def test_silence_is_bounded_before_the_first_word_and_after(
    dialect: Dialect, connected: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_CHAT_SECONDS", "0.3")
    settings.cache_clear()
    model, server = connected(
        Script([Pause(20)]), Script([*dialect.start(), dialect.piece("one"), Pause(20), *dialect.end()])
    )
    pieces, error = drained(model.stream(QUESTION))
    assert (pieces, "too long" in str(error)) == ([], True)
    pieces, error = drained(model.stream(QUESTION))
    assert (pieces, "too long" in str(error)) == (["one"], True)
    assert server.left.wait(5)


def test_signs_of_life_are_no_words(dialect: Dialect, connected: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_CHAT_SECONDS", "0.4")
    settings.cache_clear()
    steps = [step for _ in range(100) for step in (dialect.ping(), Pause(0.05))]
    model, _ = connected(Script([*dialect.start(), *steps, dialect.piece("late"), *dialect.end()]))
    _, error = drained(model.stream(QUESTION))
    assert "too long" in str(error)


@pytest.mark.parametrize("dialect_", DIALECTS, ids=lambda one: one.name)
def test_nobody_listens(dialect_: Dialect) -> None:
    with serving(answer(dialect_, ["x"])) as server:
        model = model_at(dialect_, server)
    _, error = drained(model.stream(QUESTION))
    assert isinstance(error, NoNetwork)
    assert server.address in str(error)


def test_no_redirect_takes_the_key_along(dialect: Dialect, connected: Connect) -> None:
    with serving(answer(dialect, ["x"])) as other:
        model, _ = connected(problem(307, b"", location=other.address + dialect.path))
        _, error = drained(model.stream(QUESTION))
        assert "sends requests elsewhere" in str(error)
        assert other.asked == []


def test_the_key_is_in_no_log_and_no_error(
    dialect: Dialect, connected: Connect, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("openai", "anthropic", "google_genai", "httpx2", "httpcore2"):
        monkeypatch.setattr(logging.getLogger(name), "level", logging.DEBUG)
    caplog.set_level(logging.DEBUG)
    model, server = connected(dialect.failure("bad"), dialect.failure("key"), answer(dialect, ["x"]))
    said = [str(drained(model.stream(QUESTION))[1]) for _ in range(2)]
    list(model.stream(QUESTION))
    shown = [caplog.text, *said, repr(model), str(vars(model)), repr(caplog.records)]
    assert KEY not in "".join(shown)
    assert KEY[:14] not in "".join(shown)
    assert any(KEY in told for told in server.asked[0].headers.values())  # it was sent all the same


def test_the_words_of_a_bad_request_are_short_and_hold_no_key() -> None:
    key = SecretStr("plain-own-key")
    shown = without_secrets(
        f"no\n{key.get_secret_value()} or sk-abc123456*** or Bearer abc.def or https://me:pw@host/x " + "y" * 300, key
    )
    assert shown.startswith("no … or … or … or https://host/x yyy")
    assert len(shown) <= 160


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({"retry-after": "7"}, 7), ({"retry-after-ms": "1500"}, 1.5), ({}, None), ({"retry-after": "soon"}, None)],
)
def test_the_wait_that_a_server_tells(headers: dict[str, str], seconds: float | None) -> None:
    assert seconds_of(headers) == seconds


def test_the_wait_may_be_a_date() -> None:
    assert seconds_of({"retry-after": formatdate(time() + 60, usegmt=True)}) == pytest.approx(60, abs=5)
    assert seconds_of({"retry-after": formatdate(time() - 60, usegmt=True)}) == 0


@pytest.mark.parametrize(
    ("status", "words", "kind"),
    [
        (400, "This model's maximum context length is 4096 tokens", "long"),  # vLLM
        (500, "the request exceeds the available context size", "long"),  # llama.cpp
        (429, "Request too large for gpt-x on tokens per min (TPM)", "long"),
        (404, 'model "llama" not found, try pulling it first', "model"),  # Ollama
        (413, "", "long"),
        (402, "", "spent"),
        (400, "unknown", "bad"),
        (302, "", "redirect"),
        (404, "Not Found", "malformed"),  # an address without its /v1
        (0, "server_error: something", "server"),
    ],
)
def test_other_servers_words(status: int, words: str, kind: str) -> None:
    assert of_status(status, words).kind == kind


def test_a_template_without_a_system_role_gets_it_in_the_first_turn() -> None:
    dialect = next(one for one in DIALECTS if one.name == "compatible")
    refusal = dialect.failure("bad", "System role not supported")
    with serving(refusal, answer(dialect, ["x"])) as server:
        reply = model_at(dialect, server).stream([Message("system", "Be brief."), *QUESTION])
        assert list(reply) == ["x"]
        assert dialect.sent(server.asked[1].body)["turns"] == [("user", "Be brief.\n\nWho?")]


def test_every_sentence_is_translated() -> None:
    hindi = catalogue("hi")
    connecting = importlib.import_module("models.language.providers.connect")
    others = [told for told in vars(connecting).values() if isinstance(told, str) and "{title}" in told]
    assert len(others) == 6
    for template in [*(template for _, template in SENTENCES.values()), SOON, *others]:
        assert hindi.text(template) != template, template
    shown = hindi.sentence(SENTENCES["rate"][1].format(title="OpenAI", seconds="7"))
    assert "7 सेकंड" in shown


def test_a_refusal_after_words_came_asks_nothing_again() -> None:
    dialect = next(one for one in DIALECTS if one.name == "compatible")
    told = event({"error": {"message": "temperature is not supported", "code": 400}})
    with serving(Script([*dialect.start(), dialect.piece("so far"), told])) as server:
        pieces, error = drained(model_at(dialect, server).stream(QUESTION))
        assert (pieces, len(server.asked)) == (["so far"], 1)
        assert "broke off" in str(error)


def test_each_dialect_has_every_error() -> None:
    assert all(set(EXPECTED) <= set(kinds) for kinds in ERRORS.values())


def test_a_prompt_that_is_blocked_is_a_refusal() -> None:
    dialect = next(one for one in DIALECTS if one.name == "gemini")
    blocked: dict[str, Any] = {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": {}}
    with serving(Script([event(blocked)])) as server:
        reply = model_at(dialect, server).stream(QUESTION)
        assert (list(reply), reply.ended) == ([], "refused")


def test_a_refusal_in_words_is_shown_as_one() -> None:
    dialect = next(one for one in DIALECTS if one.name == "responses")
    step = event({"type": "response.refusal.delta", "delta": "I cannot.", "sequence_number": 1})
    with serving(Script([*dialect.start(), step, *dialect.end()])) as server:
        reply = model_at(dialect, server).stream(QUESTION)
        assert (list(reply), reply.ended) == (["I cannot."], "refused")


def test_a_failed_response_is_told() -> None:
    dialect = next(one for one in DIALECTS if one.name == "responses")
    told = {"code": "rate_limit_exceeded", "message": "Rate limit reached"}
    failed = {
        "type": "response.failed",
        "sequence_number": 1,
        "response": {"id": "r", "status": "failed", "error": told},
    }
    with serving(Script([*dialect.start(), event(failed, "response.failed")])) as server:
        _, error = drained(model_at(dialect, server).stream(QUESTION))
        assert isinstance(error, RateLimited)
