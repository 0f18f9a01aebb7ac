"""A dialect, a server that speaks it, and a model that is connected to it."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import httpcore2
import pytest
from pydantic import SecretStr

from models.language.providers import clients, connect
from models.language.providers.hosted import HostedChat
from tests.models.language.wire.dialects import DIALECTS, KEY, Dialect
from tests.models.language.wire.server import Script, Server, serving
from tools.settings import settings

Connected = tuple[HostedChat, Server]


@pytest.fixture(scope="session", autouse=True)
def certificates_read_once() -> Iterator[None]:
    """Each client reads every certificate that the machine trusts, and the servers here do not even encrypt."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        patch.setattr(httpcore2, "default_ssl_context", cache(httpcore2.default_ssl_context))
        yield


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "GEMINI_API_KEY", "GOOGLE_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    yield
    clients.close_all()
    settings.cache_clear()


@pytest.fixture(params=DIALECTS, ids=lambda dialect: dialect.name)
def dialect(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Dialect:
    if request.param.name == "chat":
        monkeypatch.setenv("PORTAL_OPENAI_API", "chat")
        settings.cache_clear()
    return request.param


@pytest.fixture
def connected(dialect: Dialect) -> Iterator[Callable[..., Connected]]:
    """A function from scripts to a model and the server that answers it with them."""
    with ExitStack() as stack:

        def make(*scripts: Script) -> Connected:
            server = stack.enter_context(serving(*scripts))
            return model_at(dialect, server), server

        yield make
        clients.close_all()


def model_at(dialect: Dialect, server: Server, key: str = KEY) -> HostedChat:
    suffix = "/v1" if dialect.provider in ("openai", "compatible") else ""
    return connect(dialect.provider, dialect.model, SecretStr(key), server.address + suffix)
