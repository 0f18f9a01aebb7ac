"""An HTTP server that answers each request with a script of steps: bytes, pauses, an abrupt end."""

from __future__ import annotations

import json
import select
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Pause:
    """Say nothing for so long, or until the client hangs up."""

    seconds: float


class Cut:
    """Close the connection in the middle of the stream."""


Step = bytes | Pause | Cut


@dataclass(frozen=True)
class Script:
    """An answer: `steps` as a chunked stream, or `body` whole."""

    steps: Sequence[Step] = ()
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    kind: str = "text/event-stream; charset=utf-8"


def problem(status: int, body: Any, **headers: str) -> Script:
    """An error with a JSON body, or the text itself; underscores of header names are dashes."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Script(
        (), status, {name.replace("_", "-"): told for name, told in headers.items()}, data, "application/json"
    )


@dataclass
class Asked:
    """What a client sent."""

    path: str
    headers: dict[str, str]
    body: Any
    port: int


class Server(ThreadingHTTPServer):
    """Answers with `scripts` in turn; the last one stays. `left` is set when a client hangs up before the end."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.scripts: list[Script] = []
        self.asked: list[Asked] = []
        self.left = threading.Event()
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def next_script(self, asked: Asked) -> Script:
        with self._lock:
            self.asked.append(asked)
            return self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no error here."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        self._answer(json.loads(self.rfile.read(length) or b"null"))

    def do_GET(self) -> None:
        self._answer(None)

    def _answer(self, body: Any) -> None:
        asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, body, self.client_address[1])
        script = self.server.next_script(asked)
        self.send_response(script.status)
        for name, told in script.headers.items():
            self.send_header(name, told)
        self.send_header("content-type", script.kind)
        if script.body is not None:
            self.send_header("content-length", str(len(script.body)))
            self.end_headers()
            self.wfile.write(script.body)
            return
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        try:
            self._stream(script.steps)
        except OSError:
            self._gone()

    def _stream(self, steps: Sequence[Step]) -> None:
        for step in steps:
            if isinstance(step, Cut):
                self.close_connection = True
                return
            if isinstance(step, Pause):
                if self._hung_up(step.seconds):
                    self._gone()
                    return
            else:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(step), step))
        self.wfile.write(b"0\r\n\r\n")

    def _hung_up(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self.connection], [], [], min(left, 0.05))[0]:
                return True
        return False

    def _gone(self) -> None:
        self.close_connection = True
        self.server.left.set()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@contextmanager
def serving(*scripts: Script) -> Iterator[Server]:
    """A server that answers with these scripts in turn."""
    server = Server()
    server.scripts = list(scripts)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def event(data: Any, name: str = "") -> bytes:
    """One server-sent event."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return (f"event: {name}\n" if name else "").encode() + f"data: {text}\n\n".encode()
