"""What the start makes of an environment: sign-in for Streamlit, a Space's defaults, one sentence for the unsafe."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tools.access_rules import NO_SIGN_IN, check
from tools.errors import UnsafeSettings
from tools.settings import ROOT, settings
from tools.start import __main__ as start

OIDC = {
    "PORTAL_OIDC_CLIENT_ID": "portal",
    "PORTAL_OIDC_CLIENT_SECRET": "a-long-client-secret",
    "PORTAL_OIDC_METADATA_URL": "https://login.example.org/.well-known/openid-configuration",
    "PORTAL_OIDC_REDIRECT_URI": "https://portal.example.org/oauth2callback",
    "PORTAL_STAFF": "@example.org",
}
SPACE = {
    "SPACE_ID": "krishi-lab/portal",
    "SPACE_HOST": "krishi-lab-portal.hf.space",
    "OAUTH_CLIENT_ID": "space-client",
    "OAUTH_CLIENT_SECRET": "the-secret-of-the-space",
    "OAUTH_SCOPES": "openid profile email",
    "OPENID_PROVIDER_URL": "https://huggingface.co",
}


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in [name for name in os.environ if name.startswith(("PORTAL_", "SPACE_", "OAUTH_", "STREAMLIT_"))]:
        monkeypatch.delenv(name)
    for name in ("PORTAL_ENVIRONMENT", "PORTAL_ADMINS", "PORTAL_STAFF"):  # the start may set them
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setattr(start, "_files", lambda environment: (tmp_path / "secrets.toml",))
    settings.cache_clear()
    yield
    settings.cache_clear()


def prepared(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *options: str) -> start.Launch:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    return start.prepare(options, environment)


def test_a_laptop_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    launch = prepared(monkeypatch, {}, "--server.port=8501")
    assert launch == start.Launch(("--server.port=8501",), {}, None)


def test_oidc_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    auth = prepared(monkeypatch, OIDC | {"PORTAL_ENVIRONMENT": "production"}).auth
    assert auth
    assert auth["client_id"] == "portal"
    assert auth["redirect_uri"] == "https://portal.example.org/oauth2callback"
    again = prepared(monkeypatch, OIDC).auth
    assert again
    assert auth["cookie_secret"] == again["cookie_secret"]  # stays over restarts
    assert "a-long-client-secret" not in auth["cookie_secret"]
    other = prepared(monkeypatch, OIDC | {"PORTAL_OIDC_CLIENT_SECRET": "another-client-secret"}).auth
    assert other
    assert other["cookie_secret"] != auth["cookie_secret"]


def test_named_provider_and_own_cookie_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    auth = prepared(monkeypatch, OIDC | {"PORTAL_OIDC_NAME": "Krishi ID", "PORTAL_COOKIE_SECRET": "k" * 40}).auth
    assert auth
    assert auth["krishi-id"]["client_id"] == "portal"
    assert auth["cookie_secret"] == "k" * 40


def test_space_with_its_own_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    launch = prepared(monkeypatch, SPACE, "--server.port=7860")
    assert launch.options == ("--server.xsrfCookieSameSite=none", "--server.port=7860")
    assert launch.environment["PORTAL_ENVIRONMENT"] == "production"
    assert launch.environment["PORTAL_ADMINS"] == "user:krishi-lab"
    assert launch.environment["PORTAL_STAFF"] == "org:krishi-lab"
    assert launch.auth
    assert launch.auth["redirect_uri"] == "https://krishi-lab-portal.hf.space/oauth2callback"
    assert launch.auth["huggingface"]["server_metadata_url"] == (
        "https://huggingface.co/.well-known/openid-configuration"
    )
    assert launch.auth["huggingface"]["client_kwargs"] == {"scope": "openid profile email"}


def test_space_keeps_what_its_owner_set(monkeypatch: pytest.MonkeyPatch) -> None:
    launch = prepared(monkeypatch, SPACE | {"PORTAL_STAFF": "*"})
    assert launch.environment["PORTAL_STAFF"] == "*"
    assert "PORTAL_ADMINS" not in launch.environment


def test_space_without_sign_in_is_not_open_by_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = {name: value for name, value in SPACE.items() if not name.startswith("O")}
    with pytest.raises(UnsafeSettings, match="In production visitors must sign in"):
        prepared(monkeypatch, alone)
    assert prepared(monkeypatch, alone | {"PORTAL_OPEN": "true"}).auth is None


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"PORTAL_OIDC_CLIENT_SECRET": ""}, "client_secret"),
        ({"PORTAL_OIDC_METADATA_URL": ""}, "server_metadata_url"),
        ({"PORTAL_OIDC_REDIRECT_URI": ""}, "/oauth2callback"),
        ({"PORTAL_OIDC_REDIRECT_URI": "http://portal.example.org/oauth2callback"}, "https://"),
        ({"PORTAL_COOKIE_SECRET": "short"}, "PORTAL_COOKIE_SECRET"),
        ({"PORTAL_STAFF": ""}, "nobody may come in"),
        ({"PORTAL_OIDC_NAME": "a_b"}, "PORTAL_OIDC_NAME"),
    ],
)
def test_unsafe_environment(monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], word: str) -> None:
    with pytest.raises(UnsafeSettings, match=word):
        prepared(monkeypatch, OIDC | {"PORTAL_ENVIRONMENT": "production"} | changed)


def test_secrets_file_with_a_section_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    written = '[auth]\nredirect_uri = "https://p.example.org/oauth2callback"\ncookie_secret = "' + "c" * 32 + '"\n'
    provider = 'client_id = "a"\nclient_secret = "b"\nserver_metadata_url = "https://x.example.org/"\n'
    (tmp_path / "secrets.toml").write_text(written + provider)
    assert prepared(monkeypatch, SPACE).auth is None
    with pytest.raises(UnsafeSettings, match="twice"):
        prepared(monkeypatch, OIDC)


def test_broken_secrets_file_does_not_open_the_portal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secrets.toml").write_text("[auth\n")
    with pytest.raises(UnsafeSettings, match="cannot be read"):
        prepared(monkeypatch, {})


def test_written_file_is_private_and_says_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(start.os, "access", lambda path, mode: False)
    monkeypatch.setattr(start.tempfile, "gettempdir", lambda: str(tmp_path))
    left = tmp_path / f"{start.PREFIX}999999999-x"
    left.mkdir()
    auth: dict[str, Any] = {
        "cookie_secret": 'quote " backslash \\ line\nend', "redirect_uri": "https://हिन्दी.example/😀",
        "huggingface": {"client_id": "x", "client_kwargs": {"scope": "openid"}},
    }  # fmt: skip
    path = start._write(auth)
    assert tomllib.loads(path.read_text("utf-8")) == {"auth": auth}
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert not left.exists()
    start._tidy(tmp_path)
    assert path.exists()  # this process still runs


def test_unsafe_start_prints_one_sentence_and_fails(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "SPACE_"))}
    done = subprocess.run(
        [sys.executable, "-m", "tools.start"],
        cwd=ROOT,
        env=environment | {"PORTAL_ENVIRONMENT": "production", "STREAMLIT_SECRETS_FILES": str(tmp_path / "none.toml")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, "", NO_SIGN_IN)


def test_what_is_written_passes_the_check_on_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    launch = prepared(monkeypatch, SPACE)
    check(settings(), launch.auth)
