"""Which model the visitor chose, with which key; also asked by the other demos. Draws nothing.

A typed key lives in the session's memory alone: not in the address, not in a log, not in a field once it was taken.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, TypeVar, cast

import streamlit as st
from pydantic import SecretStr

from models import cached
from models.language.providers import Provider, connect, has_key, providers
from models.language.types import ChatModel
from models.loading import waited
from tools.chat.types import Answer, Engine
from tools.settings import settings
from tools.translations import N_

KEY: Final = "chat.choice"
QUOTES: Final = "quotes"
LOCAL: Final = "local"
OWN: Final = "compatible"
Loaded = TypeVar("Loaded")
QUOTES_TITLE: Final = N_("Quotes, no model")


@dataclass
class Choice:
    """Who shall answer: `quotes`, `local`, or a provider with a model and, for a server of one's own, its address."""

    provider: str = QUOTES
    models: dict[str, str] = field(default_factory=dict)  # by provider
    address: str = ""
    typed: dict[str, SecretStr] = field(default_factory=dict, repr=False)  # keys for this visit, by provider

    @property
    def hosted(self) -> Provider | None:
        """The provider's entry; None for the portal's own engines."""
        return next((entry for entry in providers() if entry.key == self.provider), None)

    @property
    def model(self) -> str:
        """The model's name at the provider; empty for its default."""
        return self.models.get(self.provider, "")

    @property
    def where(self) -> str:
        """The address of a server of one's own; empty for everybody else, and where the settings name it."""
        return self.address if self.provider == OWN else ""

    def forget_key(self) -> None:
        """Drop the typed key of who answers now."""
        self.typed.pop(self.provider, None)

    def move(self, address: str) -> None:
        """Ask another server of one's own: the model's name and the key were the last one's."""
        if address != self.address:
            self.address = address
            self.models.pop(OWN, None)
            self.typed.pop(OWN, None)

    def forget_keys(self) -> None:
        """Drop every typed key."""
        self.typed.clear()


def choice() -> Choice:
    """This visitor's choice; at first the local model where one is configured, else quotes."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Choice(LOCAL if settings().language_model else QUOTES)
    return cast(Choice, st.session_state[KEY])


def engines() -> tuple[str, ...]:
    """What can be chosen, in the order to offer it."""
    own = (QUOTES, LOCAL) if settings().language_model else (QUOTES,)
    return own + tuple(entry.key for entry in providers())


def key_for(made: Choice) -> SecretStr | None:
    """The key to hand over: a typed one, else one of `st.secrets`; the environment's is looked up by `connect`."""
    entry = made.hosted
    if entry is None:
        return None
    return made.typed.get(entry.key) or (None if entry.key == OWN else _secret(entry))


def server_key(entry: Provider) -> str:
    """The name under which whoever runs the portal has set a key; empty for none."""
    if entry.key == OWN:
        return entry.variables[0] if settings().compatible_key else ""
    if _secret(entry) is None and not has_key(entry.key):
        return ""
    return next((name for name in entry.variables if os.environ.get(name)), entry.variables[0])


def hosted() -> tuple[tuple[str, str], ...]:
    """Title and address of every provider that whoever runs the portal has set up."""
    return tuple(
        (entry.title, entry.default_address) for entry in providers() if entry.default_address and server_key(entry)
    )


def _secret(entry: Provider) -> SecretStr | None:
    if not st.secrets.load_if_toml_exists():
        return None
    values = (str(st.secrets.get(name, "")).strip() for name in entry.variables)
    return next((SecretStr(value) for value in values if value), None)


def missing() -> str:
    """What the chosen provider still needs: "key", "address", "model" or nothing."""
    made = choice()
    entry = made.hosted
    if entry is None:
        return ""
    if entry.key == OWN and not (made.address or entry.default_address):
        return "address"
    if not (made.model or entry.default_model):
        return "model"
    return "key" if entry.key != OWN and not (entry.key in made.typed or server_key(entry)) else ""


def chosen_model() -> ChatModel | None:
    """The model that the visitor chose in the assistant, else the local one of the settings; None for neither.

    Raises
    ------
    PortalError
        It cannot be used; the sentence says what to do.
    """
    made = choice()
    return cached.language() if made.hosted is None or missing() else _connected(made)


def answering_model() -> Callable[[], ChatModel | None]:
    """The assistant's model, to be had later in a thread without a session; it gives None for quotes.

    Raises
    ------
    PortalError
        It cannot be used; the sentence says what to do.
    """
    made = choice()
    if made.hosted is not None:
        model = _connected(made)
        return lambda: model
    return partial(waited, loading(cached.preload_language)) if made.provider == LOCAL else lambda: None


def loading(preload: cached.Preload[Loaded]) -> Future[Loaded]:
    """What `preload` loads, begun anew where it failed the last time."""
    begun = preload()
    if begun.done() and begun.exception() is not None:
        preload.clear()
        begun = preload()
    return begun


def _connected(made: Choice) -> ChatModel:
    return connect(made.provider, made.model, key_for(made), made.where)


def model_name() -> str:
    """What `chosen_model` would be called, without connecting or loading anything; empty for none."""
    made = choice()
    entry = made.hosted
    if entry is None or missing():
        return local_name()
    return f"{made.model or entry.default_model} ({entry.title})"


def local_name() -> str:
    """What the model of the settings is called: of a folder its last part, where it lies is nobody's business."""
    wanted = settings().language_model
    return Path(wanted).name if wanted and Path(wanted).is_dir() else wanted


def sent_to() -> str:
    """Who would be sent what `chosen_model` is asked; empty where everything stays on this machine."""
    made = choice()
    entry = made.hosted
    if entry is None or missing():
        return ""
    return made.where or entry.default_address if entry.key == OWN else entry.title


def blank_answer() -> Answer:
    """An answer without words by whoever is chosen."""
    made = choice()
    entry = made.hosted
    if entry is not None:
        return Answer("", cast(Engine, entry.key), made.model or entry.default_model, "api", "open")
    if made.provider == LOCAL:
        return Answer("", "local", local_name(), "cpu", "open")
    return Answer("", "quotes", QUOTES_TITLE, "cpu", "document")
