"""Which settings are refused, and with which sentence; what the lists of the settings become."""

from __future__ import annotations

from typing import Any

import pytest

from tools.access_rules import (
    CLAIM_WITHOUT_ROLES,
    DEFAULT,
    NO_PROVIDER,
    NO_SIGN_IN,
    NOBODY,
    OPEN_AND_CLOSED,
    ROLES_WITHOUT_CLAIM,
    Rules,
    check,
    providers,
)
from tools.errors import UnsafeSettings
from tools.settings import Settings

PROVIDER = {
    "client_id": "portal",
    "client_secret": "secret",
    "server_metadata_url": "https://login.example.org/.well-known/openid-configuration",
}
AUTH: dict[str, Any] = {
    "redirect_uri": "https://portal.example.org/oauth2callback",
    "cookie_secret": "c" * 32,
    **PROVIDER,
}


def chosen(**values: Any) -> Settings:
    return Settings(_env_file=None, **({"staff": "@example.org"} | values))  # type: ignore[call-arg]


def refusal(settings: Settings, auth: object) -> str:
    with pytest.raises(UnsafeSettings) as caught:
        check(settings, auth)
    return str(caught.value)


def test_what_is_safe() -> None:
    check(chosen(environment="production"), AUTH)
    check(chosen(environment="production", open=True), None)
    check(chosen(), None)
    check(chosen(), AUTH | {"redirect_uri": "http://localhost:8501/oauth2callback"})
    check(chosen(staff="*", admins="asha@example.org, @it.example.org, org:krishi-lab, user:asha"), AUTH)
    check(chosen(staff="", roles_claim="realm_access.roles", staff_roles="ai"), AUTH)


@pytest.mark.parametrize(
    ("settings", "auth", "sentence"),
    [
        ({"environment": "production"}, None, NO_SIGN_IN),
        ({"open": True}, AUTH, OPEN_AND_CLOSED),
        ({"roles_claim": "roles"}, AUTH, CLAIM_WITHOUT_ROLES),
        ({"staff_roles": "ai"}, AUTH, ROLES_WITHOUT_CLAIM),
        ({"staff": ""}, AUTH, NOBODY),
        ({}, {**AUTH, "client_id": ""}, NO_PROVIDER),
        ({}, "yes", NO_PROVIDER),
    ],
)
def test_refused(settings: dict[str, Any], auth: object, sentence: str) -> None:
    assert refusal(chosen(**settings), auth) == sentence


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"cookie_secret": None}, "cookie_secret"),
        ({"cookie_secret": "short"}, "at least 32"),
        ({"redirect_uri": ""}, "/oauth2callback"),
        ({"redirect_uri": "https://portal.example.org/"}, "/oauth2callback"),
        ({"redirect_uri": "javascript:alert(1)/oauth2callback"}, "/oauth2callback"),
        ({"redirect_uri": "http://portal.example.org/oauth2callback"}, "redirect_uri must begin with https://"),
        ({"server_metadata_url": "http://login.example.org/"}, "server_metadata_url must begin with https://"),
        ({"client_secret": ""}, "lacks client_secret"),
        ({"two_words": PROVIDER}, "underscore"),
        ({"google": {"client_id": "x"}}, "google in [auth] lacks client_secret"),
    ],
)
def test_section_that_is_not_safe_in_production(changed: dict[str, Any], word: str) -> None:
    assert word in refusal(chosen(environment="production"), AUTH | changed)


@pytest.mark.parametrize("setting", ["staff", "admins"])
@pytest.mark.parametrize("entry", ["asha", "@", "a@b@c", "team:x", "org:", "a b@example.org"])
def test_entry_that_nobody_can_match(setting: str, entry: str) -> None:
    assert entry in refusal(chosen(**{setting: f"asha@example.org,{entry}"}), AUTH)


def test_not_everybody_can_be_an_admin() -> None:
    assert "PORTAL_ADMINS" in refusal(chosen(admins="*"), AUTH)


def test_rules_of_settings() -> None:
    rules = Rules.of(
        chosen(
            staff=" Asha@Example.org ,, @LAB.example ,", roles_claim=" roles ", staff_roles="AI,ml", session_hours=1.5
        )
    )
    assert rules.staff == {"asha@example.org", "@lab.example"}
    assert rules.staff_roles == {"AI", "ml"}
    assert (rules.claim, rules.hours) == ("roles", 1.5)


def test_providers_by_name() -> None:
    assert list(providers(AUTH | {"client_kwargs": {"scope": "openid"}})) == [DEFAULT]
    assert list(providers({"cookie_secret": "c", "google": PROVIDER, "okta": PROVIDER})) == ["google", "okta"]
