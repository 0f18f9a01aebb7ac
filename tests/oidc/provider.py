"""An OpenID Connect provider with a login form: discovery, keys, code flow with PKCE, user info, sign-out.

It follows OpenID Connect Core 1.0, Discovery 1.0 and RFC 7636, and can be told to misbehave in one way at a time.
"""

from __future__ import annotations

import base64
import hashlib
import html
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT = "portal-under-test"
SECRET = "a-client-secret-for-tests-only"
Fault = Literal[
    "",
    "audience",
    "authorized_party",
    "issuer",
    "expired",
    "signature",
    "nonce",
    "denied",
    "down",
    "token_down",
    "nobody",
]


@dataclass
class Provider:
    """People sign in by pressing the button with their name."""

    address: str
    people: dict[str, dict[str, Any]]
    fault: Fault = ""
    seen: list[str] = field(default_factory=list)  # the paths that were asked for
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)
    _tokens: dict[str, str] = field(default_factory=dict)
    _key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "ours"}))
    _foreign: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "ours"}))

    @property
    def metadata_url(self) -> str:
        return f"{self.address}/.well-known/openid-configuration"

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.discovery),
                Route("/keys", self.keys),
                Route("/authorize", self.authorize, methods=["GET", "POST"]),
                Route("/token", self.token, methods=["POST"]),
                Route("/userinfo", self.userinfo),
                Route("/end", self.end),
            ]
        )

    async def discovery(self, request: Request) -> Response:
        self.seen.append("discovery")
        if self.fault == "down":
            return Response("out of order", 503)
        return JSONResponse(
            {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "userinfo_endpoint": f"{self.address}/userinfo",
                "jwks_uri": f"{self.address}/keys",
                "end_session_endpoint": f"{self.address}/end",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    async def keys(self, request: Request) -> Response:
        return JSONResponse({"keys": [self._key.as_dict(private=False)]})

    async def authorize(self, request: Request) -> Response:
        """The login form; with a name chosen, back to the client with a code."""
        asked = dict(request.query_params)
        self.seen.append("authorize")
        problem = _unfit(asked)
        if problem:
            return Response(problem, 400)
        if self.fault == "denied":
            return _back(asked, error="access_denied", error_description="the person said no")
        if request.method == "GET":
            buttons = "".join(
                f'<button name="who" value="{html.escape(key)}">{html.escape(key)}</button>' for key in self.people
            )
            return HTMLResponse(f'<!doctype html><title>Who are you?</title><form method="post">{buttons}</form>')
        who = str((await request.form())["who"])
        code = secrets.token_urlsafe()
        self._codes[code] = asked | {"who": who}
        return _back(asked, code=code)

    async def token(self, request: Request) -> Response:
        """A code for tokens: once, to the client that asked, with the verifier of its challenge."""
        if self.fault == "token_down":
            return Response("out of order", 503)
        form = {name: str(value) for name, value in (await request.form()).items()}
        asked = self._codes.pop(form.get("code", ""), None)
        given = base64.b64decode(request.headers.get("authorization", "").removeprefix("Basic ") or "Og==").decode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if given != f"{CLIENT}:{SECRET}" or not asked or form.get("redirect_uri") != asked["redirect_uri"]:
            return JSONResponse({"error": "invalid_client"}, 401)
        if challenge.decode().rstrip("=") != asked["code_challenge"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        access = secrets.token_urlsafe()
        self._tokens[access] = asked["who"]
        claims = self.claims(asked["who"], nonce=asked["nonce"])
        return JSONResponse(
            {"access_token": access, "token_type": "Bearer", "expires_in": 300, "id_token": self.signed(claims)}
        )

    def claims(self, who: str, nonce: str) -> dict[str, Any]:
        """What the identity token says, wrong in the way that was asked for."""
        now = int(time.time())
        claims = {
            "iss": self.address, "aud": CLIENT, "sub": who, "iat": now, "exp": now + 300, "nonce": nonce,
            **self.people[who],
        }  # fmt: skip
        wrong: Mapping[str, dict[str, Any]] = {
            "audience": {"aud": "another-application"},
            "authorized_party": {"aud": "another-application", "azp": CLIENT},
            "issuer": {"iss": "https://login.example.com"},
            "expired": {"iat": now - 7200, "exp": now - 3600},
            "nonce": {"nonce": "somebody-else's"},
            "nobody": {"sub": ""},
        }
        return claims | wrong.get(self.fault, {})

    def signed(self, claims: dict[str, Any]) -> str:
        key = self._foreign if self.fault == "signature" else self._key
        return jwt.encode({"alg": "RS256", "kid": "ours"}, claims, key)

    async def userinfo(self, request: Request) -> Response:
        who = self._tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        return JSONResponse({"sub": who, **self.people[who]}) if who else Response(status_code=401)

    async def end(self, request: Request) -> Response:
        """Sign-out, begun by the client."""
        self.seen.append("end")
        return RedirectResponse(request.query_params["post_logout_redirect_uri"], 302)


def _unfit(asked: Mapping[str, str]) -> str:
    """What is wrong with a request to sign in."""
    if asked.get("client_id") != CLIENT or asked.get("response_type") != "code":
        return "unknown client"
    if not asked.get("redirect_uri", "").endswith("/oauth2callback"):
        return "unregistered address"
    if "openid" not in asked.get("scope", "").split() or asked.get("code_challenge_method") != "S256":
        return "no OpenID Connect with PKCE"
    return "" if asked.get("state") and asked.get("nonce") and asked.get("code_challenge") else "incomplete"


def _back(asked: Mapping[str, str], **answer: str) -> Response:
    return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer | {'state': asked['state']})}", 302)


@contextmanager
def serve(people: dict[str, dict[str, Any]], port: int) -> Iterator[Provider]:
    """A provider on 127.0.0.1 while the block lasts."""
    provider = Provider(f"http://127.0.0.1:{port}", people)
    server = uvicorn.Server(
        uvicorn.Config(provider.app(), "127.0.0.1", port, log_level="error", ws="none", lifespan="off")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.02)
        yield provider
    finally:
        server.should_exit = True
        thread.join(10)
