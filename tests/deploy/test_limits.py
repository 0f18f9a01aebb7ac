"""What nginx refuses and lets through for one client, before a portal that is only a stand-in; the cluster's health."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from tests.deploy import running
from tests.deploy.running import NGINX, free_ports, nginx
from tests.models.remote.loopback import KEY, Loopback, TinyEmbedder
from tools.settings import ROOT, Settings

needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
TEXT = (ROOT / "deploy" / "nginx.conf").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())
UPLOAD = "/_stcore/upload_file/session/file"


class Portal(ThreadingHTTPServer):
    """Answers at once, but for websockets, which stay open; `taken` counts what came."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.over, self.taken = threading.Event(), 0


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Portal

    def do_GET(self) -> None:
        self.server.taken += 1
        if self.path == "/_stcore/stream":
            self.server.over.wait(60)
        self._say(b"here")

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.server.taken += 1
        self._say(b"")

    def _say(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def portal() -> Iterator[Portal]:
    with Portal() as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.over.set()
        made.shutdown()


@contextmanager
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, trust_env=False, timeout=60) as made:
        yield made


@pytest.fixture
def smaller(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Writes other numbers into the configuration, so that a limit is met soon."""
    whole = running.configuration

    def change(*pairs: tuple[str, str]) -> None:
        def write(folder: Path, listen: int, replicas: Sequence[int], *, affinity: bool = True) -> Path:
            path = whole(folder, listen, replicas, affinity=affinity)
            text = path.read_text()
            for old, new in pairs:
                assert text.count(old) == 1, old
                text = text.replace(old, new)
            path.write_text(text)
            return path

        monkeypatch.setattr(running, "configuration", write)

    return change


@needs_nginx
def test_a_pile_of_files_and_an_office_behind_one_address_pass(portal: Portal, tmp_path: Path) -> None:
    most = Settings.model_fields["max_files"].default
    with nginx(tmp_path, [portal.server_port] * 2) as address, client(address) as visitor:
        portal.taken = 0
        assert {visitor.put(UPLOAD, content=b"leaf").status_code for _ in range(most)} == {200}
        assert {visitor.get("/").status_code for _ in range(250)} == {200}
        assert {visitor.get("/static/js/a.js").status_code for _ in range(700)} == {200}  # never counted
        assert portal.taken == most + 250 + 700


@needs_nginx
@pytest.mark.parametrize(
    ("zone", "burst", "ask"),
    [
        ("pages", "burst=600 delay=300", lambda visitor: visitor.get("/Legal_Summariser")),
        ("uploads", "burst=3000 delay=1000", lambda visitor: visitor.put(UPLOAD, content=b"leaf")),
    ],
)
def test_what_runs_away_is_refused_in_words(
    zone: str, burst: str, ask: Callable[[httpx.Client], httpx.Response], portal: Portal, tmp_path: Path,
    smaller: Callable[..., None],
) -> None:  # fmt: skip
    (rate,) = re.findall(rf"zone={zone}:1m rate=\d+r/s", TEXT)
    smaller((rate, f"zone={zone}:1m rate=1r/m"), (burst, "burst=3 nodelay"))
    with nginx(tmp_path, [portal.server_port] * 2) as address, client(address) as visitor:
        answers = [ask(visitor) for _ in range(8)]
        assert [answer.status_code for answer in answers] == [200] * 4 + [429] * 4
        assert "try again in a minute" in answers[-1].text
        assert "एक मिनट बाद" in answers[-1].text
        assert answers[-1].headers["retry-after"] == "60"
        assert "content-security-policy" in answers[-1].headers
        assert "retry-after" not in answers[0].headers
        assert visitor.get("/_stcore/health").status_code == 200


@needs_nginx
def test_beyond_the_rate_pages_wait_rather_than_fail(
    portal: Portal, tmp_path: Path, smaller: Callable[..., None]
) -> None:
    smaller(("burst=600 delay=300", "burst=600 delay=2"))
    with nginx(tmp_path, [portal.server_port] * 2) as address, client(address) as visitor:
        assert {visitor.get("/").status_code for _ in range(40)} == {200}


@needs_nginx
def test_a_client_holds_so_many_websockets_and_no_more(
    portal: Portal, tmp_path: Path, smaller: Callable[..., None]
) -> None:
    smaller(("open_sockets 500", "open_sockets 3"))
    head = (
        b"GET /_stcore/stream HTTP/1.1\r\nHost: portal\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    with nginx(tmp_path, [portal.server_port] * 2) as address, ExitStack() as stack, client(address) as visitor:
        before = portal.taken
        where = ("127.0.0.1", int(address.rpartition(":")[2]))
        for _ in range(3):
            stack.enter_context(socket.create_connection(where, 20)).sendall(head)
        while portal.taken < before + 3:
            pass
        fourth = stack.enter_context(socket.create_connection(where, 20))
        fourth.sendall(head)
        assert fourth.recv(64).startswith(b"HTTP/1.1 429 ")
        assert visitor.get("/").status_code == 200  # pages are another matter
        portal.over.set()


@needs_nginx
def test_a_portal_that_never_answers_is_given_up(tmp_path: Path, smaller: Callable[..., None]) -> None:
    smaller(
        ("        proxy_read_timeout 60s;", "        proxy_read_timeout 300ms;"),
        ("proxy_next_upstream_timeout 65s;", "proxy_next_upstream_timeout 500ms;"),
    )
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with nginx(tmp_path, [port, port]) as address, client(address) as visitor:
            answer = visitor.get("/")
            assert answer.status_code == 503
            assert "try again in a minute" in answer.text


def test_websockets_outlive_every_other_wait() -> None:
    (stream,) = re.findall(r"location = /_stcore/stream \{(.*?)\}", TEXT, re.S)
    assert "proxy_read_timeout 10m;" in stream
    assert "proxy_send_timeout 10m;" in stream


@pytest.mark.parametrize(("key", "healthy"), [(KEY, True), ("another secret of the tests", False)])
def test_the_cluster_is_healthy_when_a_model_answers_to_the_key(key: str, healthy: bool) -> None:
    kind, program, *words = COMPOSE["services"]["ray"]["healthcheck"]["test"]
    assert (kind, program) == ("CMD", "python")
    served = Loopback({"embedder": TinyEmbedder()})
    environment = os.environ | {"PORTAL_CLUSTER_PORT": str(served.port), "PORTAL_ENGINE_KEY": key}
    done = subprocess.run([sys.executable, *words], env=environment, capture_output=True, timeout=60)
    served.close()
    assert (done.returncode == 0) == healthy, done.stderr
    assert served.requests == 1
    assert key.encode() not in done.stderr


def test_a_cluster_without_its_model_is_not_healthy() -> None:
    _, _, *words = COMPOSE["services"]["ray"]["healthcheck"]["test"]
    environment = os.environ | {"PORTAL_CLUSTER_PORT": str(free_ports(1)[0]), "PORTAL_ENGINE_KEY": KEY}
    assert subprocess.run([sys.executable, *words], env=environment, capture_output=True, timeout=60).returncode
