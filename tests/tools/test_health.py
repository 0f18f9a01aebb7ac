"""Outside services, asked through real connections on loopback."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.ports import free_port
from tools import health
from tools.health import Service, ask, services
from tools.settings import Settings


class _Answer(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.send_response(STATUS[0])
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


STATUS = [401]


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answer) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_address[1]}"
        http.shutdown()


@pytest.mark.parametrize(("status", "reachable"), [(200, True), (401, True), (503, False)])
def test_any_answer_but_a_failure_counts(server: str, status: int, reachable: bool) -> None:
    STATUS[0] = status
    (found,) = ask([Service("it", server + "/v1/account", "chat")])
    assert (found.status, found.reachable) == (status, reachable)


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}", "not an address", "http://[bad"])
def test_no_answer_is_named(address: str) -> None:
    (found,) = ask([Service("it", address.format(port=free_port()), "chat")], seconds=1)
    assert found.status is None
    assert found.failure
    assert not found.reachable


def test_an_answer_that_drips_in_holds_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "GRACE", 0.2)
    over = threading.Event()

    def drip(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            while not over.wait(0.05):  # never silent for long, and never done
                connection.sendall(b"H")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=lambda: drip(listening.accept()[0]), daemon=True).start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        (found,) = ask([Service("it", address, "chat")], seconds=0.2)
        over.set()
    assert (found.status, found.failure, found.reachable) == (None, "TimeoutError", False)


def test_only_what_the_settings_lean_on_is_asked() -> None:
    assert [service.name for service in services(Settings(allow_hub=False))] == ["Yahoo Finance"]
    listed = services(Settings(allow_hub=True), [("A model", "http://model.example")])
    assert [service.used_by for service in listed] == ["stocks", "models", "chat"]
    assert ask([]) == ()
