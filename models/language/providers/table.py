"""The providers: what each is called, where its key is looked for, which models to offer. Imports no client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from tools.errors import ModelUnavailable
from tools.settings import settings

ProviderKey = Literal["openai", "anthropic", "gemini", "compatible"]
UNKNOWN: Final = "The portal knows no provider of models called {name}: choose another."


@dataclass(frozen=True)
class Provider:
    """A provider of language models.

    Parameters
    ----------
    key
        Its name in settings and results.
    title
        Its name for the user.
    variables
        Environment variables that may hold its key, the first that is set counts.
    models
        Models to offer, the default first.
    context
        Tokens that each of its models holds at least.
    package
        What to import.
    extra
        The optional dependency of the portal that brings the package.
    address
        Where it is asked unless the settings say otherwise; empty where only they can.
    """

    key: ProviderKey
    title: str
    variables: tuple[str, ...]
    models: tuple[str, ...]
    context: int
    package: str
    extra: str
    address: str

    @property
    def default_model(self) -> str:
        """The model of the settings, else the first of the table; empty where neither names one."""
        return self.setting("model") or next(iter(self.models), "")

    @property
    def default_address(self) -> str:
        """The address of the settings, else the provider's own; empty where neither names one."""
        return self.setting("address") or self.address

    def setting(self, name: str) -> str:
        """What the settings say of this provider, for example its ``model``."""
        found: str = getattr(settings(), f"{self.key}_{name}")
        return found


TABLE: Final = (
    Provider(
        "openai", "OpenAI", ("OPENAI_API_KEY",), ("gpt-6.2-sol", "gpt-6.1-terra", "gpt-6-luna"), 128_000, "openai",
        "openai", "https://api.openai.com/v1",
    ),
    Provider(
        "anthropic", "Anthropic", ("ANTHROPIC_API_KEY",), ("claude-sonnet-5-5", "claude-haiku-5-5", "claude-opus-5-5"),
        200_000, "anthropic", "anthropic", "https://api.anthropic.com",
    ),
    Provider(
        "gemini", "Google Gemini", ("GEMINI_API_KEY", "GOOGLE_API_KEY"),
        ("gemini-3.8-flash", "gemini-3.1-flash-lite", "gemini-4-argon"), 1_000_000, "google.genai", "gemini",
        "https://generativelanguage.googleapis.com",
    ),
    Provider("compatible", "OpenAI-compatible server", ("PORTAL_COMPATIBLE_KEY",), (), 0, "openai", "openai", ""),
)  # fmt: skip


def providers() -> tuple[Provider, ...]:
    """All providers, in the order to offer them."""
    return TABLE


def provider(key: str) -> Provider:
    """The provider of that key.

    Raises
    ------
    ModelUnavailable
        There is none.
    """
    if found := next((one for one in TABLE if one.key == key), None):
        return found
    raise ModelUnavailable(UNKNOWN.format(name=key))
