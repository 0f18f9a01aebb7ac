"""A visitor without a browser: pages and uploads over HTTP, a session over the websocket, with one cookie jar."""

from __future__ import annotations

import uuid
from contextlib import ExitStack
from http.cookies import SimpleCookie
from types import TracebackType

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

SECONDS = 60.0


class Visitor:
    """Somebody in front of the portal at `address`."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client(base_url=address, timeout=SECONDS, trust_env=False)
        self._sockets = ExitStack()

    def __enter__(self) -> Visitor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.http.close()
        self._sockets.close()

    @property
    def replica(self) -> str:
        """Which portal the cookie names; empty before one did."""
        return self.http.cookies.get("portal_replica") or ""

    def open(self, page: str = "", query: str = "") -> str:
        """Open a page as a browser does and run it; gives the number of the session."""
        assert self.http.get(f"/{page}?{query}").status_code == 200
        for asked in ("health", "host-config"):  # as the page does: the first sets the cookie against forged uploads
            assert self.http.get("/_stcore/" + asked).status_code == 200
        return self.run(page, query)

    def run(self, page: str = "", query: str = "") -> str:
        """A new websocket, and the page run over it to its end."""
        self._sockets.close()
        address = str(self.http.base_url.join("/_stcore/stream")).replace("http", "ws", 1)
        token = self.http.cookies.get("_streamlit_xsrf") or ""
        door = connect(
            address,
            subprotocols=[Subprotocol("streamlit"), Subprotocol(token or "none")],
            additional_headers={"Cookie": "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())},
            origin=str(self.http.base_url).rstrip("/"),  # type: ignore[arg-type]
            max_size=None,
            proxy=None,
            open_timeout=SECONDS,
        )
        socket = self._sockets.enter_context(door)
        assert socket.response
        for line in socket.response.headers.get_all("Set-Cookie"):
            for name, morsel in SimpleCookie(line).items():
                self.http.cookies.set(name, morsel.value, domain=self.http.base_url.host, path="/")
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        socket.send(message.SerializeToString())
        return _session(socket)

    def upload(self, session: str, data: bytes, *, address: str = "") -> httpx.Response:
        """Send a file into a session, through the door or straight to the portal at `address`."""
        where = f"{address}/_stcore/upload_file/{session}/{uuid.uuid4()}"
        token = self.http.cookies.get("_streamlit_xsrf") or ""
        headers = {"X-Xsrftoken": token, "Cookie": f"_streamlit_xsrf={token}"} if address else {"X-Xsrftoken": token}
        return self.http.put(where, files={"file": ("leaf.jpg", data)}, headers=headers)


def _session(socket: ClientConnection) -> str:
    """The number of the session, once its page has run to the end."""
    session = ""
    while True:
        data = socket.recv(SECONDS)
        assert isinstance(data, bytes)
        message = ForwardMsg()
        message.ParseFromString(data)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            session = message.new_session.initialize.session_id or session
        elif kind == "script_finished":
            return session
