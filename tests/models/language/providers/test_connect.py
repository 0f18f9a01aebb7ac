"""Keys, addresses, packages and names: what is missing is said exactly, and no key goes astray."""

from __future__ import annotations

import importlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from models.language.providers import clients, connect, has_key, models, providers
from models.language.providers.hosted import HostedChat
from models.language.types import Message
from tests.models.language.providers.conftest import model_at
from tests.models.language.wire.dialects import DIALECTS, KEY, answer
from tests.models.language.wire.server import Pause, Script, problem, serving
from tools.errors import ModelUnavailable, NoNetwork, Outage, PortalError, WrongKey
from tools.settings import settings

QUESTION = [Message("user", "Who?")]
BY_NAME = {one.name: one for one in DIALECTS}
HOSTED = [one.key for one in providers() if one.key != "compatible"]


@pytest.fixture
def set_to(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    settings.cache_clear()


@pytest.mark.parametrize("provider", HOSTED)
def test_a_missing_key_says_what_to_set(provider: str) -> None:
    variables = next(one for one in providers() if one.key == provider).variables
    assert not has_key(provider)
    with pytest.raises(WrongKey) as error:
        connect(provider)
    assert all(name in str(error.value) for name in variables)
    assert "Assistant page" in str(error.value)


@pytest.mark.parametrize("provider", HOSTED)
def test_a_key_of_the_environment_is_found(provider: str, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = next(one for one in providers() if one.key == provider)
    monkeypatch.setenv(chosen.variables[-1], f" {KEY} ")
    assert has_key(provider)
    model = connect(provider)
    assert isinstance(model, HostedChat)
    assert (model.model, model.label) == (chosen.models[0], f"{chosen.models[0]} ({chosen.title})")
    assert model._key == SecretStr(KEY)


def test_the_environments_key_is_sent_to_no_address_that_somebody_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("PORTAL_COMPATIBLE_KEY", KEY)
    monkeypatch.setenv("OPENAI_ORG_ID", "org-secret")
    settings.cache_clear()
    with pytest.raises(WrongKey, match="sent to no address"):
        connect("openai", address="https://proxy.example/v1")
    with serving(answer(BY_NAME["compatible"], ["x"])) as server:
        list(connect("compatible", "llama", None, server.address + "/v1").stream(QUESTION))
        sent = " ".join(server.asked[0].headers.values())
    assert KEY not in sent
    assert "org-secret" not in sent


def test_the_settings_name_model_and_address(set_to: pytest.MonkeyPatch) -> None:
    with serving(answer(BY_NAME["anthropic"], ["x"])) as server:
        set_to.setenv("PORTAL_ANTHROPIC_ADDRESS", server.address + "/")
        set_to.setenv("PORTAL_ANTHROPIC_MODEL", "claude-own")
        set_to.setenv("ANTHROPIC_API_KEY", KEY)
        settings.cache_clear()
        assert list(connect("anthropic").stream(QUESTION)) == ["x"]
        assert server.asked[0].body["model"] == "claude-own"
    assert models("anthropic")[0] == "claude-own"


def test_a_server_of_ones_own_needs_an_address_and_a_model(set_to: pytest.MonkeyPatch) -> None:
    assert not has_key("compatible")
    with pytest.raises(ModelUnavailable, match="PORTAL_COMPATIBLE_ADDRESS"):
        connect("compatible", "llama")
    for wrong in ("localhost:8000", "ftp://host", "http://", "http://host:port/v1", "http://a b", "http://[::1"):
        with pytest.raises(ModelUnavailable, match="not an address"):
            connect("compatible", "llama", address=wrong)
    with pytest.raises(ModelUnavailable, match="PORTAL_COMPATIBLE_MODEL"):
        connect("compatible", address="http://localhost:8000/v1")
    set_to.setenv("PORTAL_COMPATIBLE_ADDRESS", "http://localhost:8000/v1")
    set_to.setenv("PORTAL_COMPATIBLE_MODEL", "llama")
    set_to.setenv("PORTAL_COMPATIBLE_CONTEXT", "4096")
    set_to.setenv("PORTAL_COMPATIBLE_KEY", KEY)
    settings.cache_clear()
    model = connect("compatible")
    assert has_key("compatible")
    assert (model.label, model.context, model._key) == ("llama (localhost)", 4096, SecretStr(KEY))
    assert KEY not in repr(settings())


def test_what_a_server_serves() -> None:
    listed = {"object": "list", "data": [{"id": "llama", "object": "model"}, {"id": "gemma", "object": "model"}]}
    with serving(problem(200, listed)) as server:
        assert models("compatible", address=server.address + "/v1") == ("llama", "gemma")
        assert server.asked[0].path == "/v1/models"


@pytest.mark.parametrize(
    "script", [problem(404, b""), problem(405, {}), problem(200, {"object": "list", "data": None})]
)
def test_a_server_without_a_list_of_models_names_none(script: Script) -> None:
    with serving(script) as server:
        assert models("compatible", address=server.address + "/v1") == ()


def test_a_server_that_lists_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.import_module("models.language.providers.connect"), "LIST_SECONDS", 0.2)
    for script in (Script([Pause(20)]), problem(200, b"<html>"), problem(500, b"")):
        with serving(script) as server, pytest.raises(PortalError) as error:
            models("compatible", address=server.address + "/v1")
        assert isinstance(error.value, (Outage, ModelUnavailable))
    with pytest.raises(NoNetwork):
        models("compatible", address=server.address)


def test_a_hosted_providers_models_are_the_tables() -> None:
    for key in HOSTED:
        assert models(key) == next(one for one in providers() if one.key == key).models


@pytest.mark.parametrize("key", ["sk-\u0915", "two words", "a\nb"])
def test_what_can_be_no_key_is_told_before_it_is_sent(key: str) -> None:
    with pytest.raises(WrongKey, match="copy it again") as error:
        connect("openai", "gpt-test", SecretStr(key))
    assert key not in str(error.value)


def test_an_unknown_provider_is_told() -> None:
    with pytest.raises(ModelUnavailable, match="no provider"):
        connect("acme")


@pytest.mark.parametrize("provider", [one.key for one in providers()])
def test_a_missing_package_names_the_extra(provider: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    extra = next(one for one in providers() if one.key == provider).extra
    with pytest.raises(ModelUnavailable, match=f"--extra {extra}"):
        connect(provider, "x", SecretStr(KEY), "http://localhost")


def test_importing_the_providers_loads_no_client() -> None:
    heavy = ("openai", "anthropic", "google.genai", "httpx2", "torch", "streamlit")
    ours = "models.language.providers, models.language.prices, models.language.tokens"
    code = f"import sys, {ours}; print([name for name in {heavy} if name in sys.modules])"
    root = Path(__file__).resolve().parents[4]
    found = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_clients_are_shared_by_key_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "MOST", 2)
    with serving(answer(BY_NAME["compatible"], ["x"])) as server:
        for key in ("one", "two", "one", "three", "four"):
            list(model_at(BY_NAME["compatible"], server, key).stream(QUESTION))
        assert len(clients._open) == 2
        assert not any(b"one" in mark[2] or b"four" in mark[2] for mark in clients._open)
        sent = [asked.headers["authorization"] for asked in server.asked]
    assert sent == [f"Bearer {key}" for key in ("one", "two", "one", "three", "four")]


def test_a_client_that_is_pushed_out_finishes_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "MOST", 1)
    dialect = BY_NAME["compatible"]
    with serving(answer(dialect, ["a", "b"])) as server:
        first = model_at(dialect, server, "one").stream(QUESTION)
        assert next(first) == "a"
        held = next(iter(clients._open.values()))
        list(model_at(dialect, server, "two").stream(QUESTION))
        assert held.out
        assert not held.http.is_closed
        assert list(first) == ["b"]
        assert held.http.is_closed


def test_threads_that_meet_make_one_client() -> None:
    dialect, gate = BY_NAME["anthropic"], threading.Barrier(6)
    with serving(answer(dialect, ["x"])) as server:
        model = model_at(dialect, server)

        def ask() -> None:
            gate.wait()
            list(model.stream(QUESTION))

        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        assert len(clients._open) == 1
        assert next(iter(clients._open.values())).readers == 0
        assert len(server.asked) == 6
