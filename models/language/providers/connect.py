"""From a provider's name, a model and a key to a chat model. Says exactly what is missing; imports no client itself."""

from __future__ import annotations

import importlib.util
import os
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pydantic import SecretStr

from models.language.providers.failures import without_secrets
from models.language.providers.table import Provider, provider
from tools.errors import ModelUnavailable, WrongKey
from tools.settings import settings

if TYPE_CHECKING:
    from models.language.providers.hosted import HostedChat

NO_KEY: Final = (
    "{title} needs a key: set {variables} before the portal starts, or type one beside the model on the Assistant page."
)
NO_KEY_THERE: Final = (
    "{title} at {address} needs its own key: type one, for the portal's key is sent to no address that was typed."
)
NOT_A_KEY: Final = "This is not a key of {title}: copy it again, without spaces or other signs in it."
NO_PACKAGE: Final = "{title} needs a package that is not installed: uv pip install -r pyproject.toml --extra {extra}"
NO_ADDRESS: Final = "{title} needs an address: set PORTAL_COMPATIBLE_ADDRESS or type it on the Assistant page."
NOT_AN_ADDRESS: Final = "{address} is not an address of a server: it begins with http:// or https://."
NO_MODEL: Final = "{title} needs the name of a model: set PORTAL_{name}_MODEL or choose one that it serves."
LIST_SECONDS: Final = 3.0


def connect(provider_key: str, model: str = "", key: SecretStr | None = None, address: str = "") -> HostedChat:
    """A chat model of a provider. Asks nothing yet.

    Parameters
    ----------
    model
        Empty for the provider's default.
    key
        None for the one in the environment, which is only ever sent to the provider or to the address of the settings.
    address
        The server to ask instead; empty for the settings' or the provider's own.

    Raises
    ------
    WrongKey
        A key is needed and there is none.
    ModelUnavailable
        The package, the address or the model is missing.
    """
    chosen = provider(provider_key)
    _need_package(chosen)
    where = _address(chosen, address)
    name = model.strip() or chosen.default_model
    if not name:
        raise ModelUnavailable(NO_MODEL.format(title=chosen.title, name=chosen.key.upper()))
    from models.language.providers.hosted import HostedChat

    return HostedChat(chosen, name, _key(chosen, key, where), where)


def models(provider_key: str, key: SecretStr | None = None, address: str = "") -> tuple[str, ...]:
    """Models to offer: what a server of one's own says that it serves, else the table's.

    Raises
    ------
    PortalError
        The server does not answer within three seconds, or not as expected.
    """
    chosen = provider(provider_key)
    if chosen.key != "compatible":
        return tuple(dict.fromkeys((chosen.default_model, *chosen.models)))
    _need_package(chosen)
    where = _address(chosen, address)
    from models.language.providers.completions import served
    from models.language.providers.hosted import HostedChat

    server = HostedChat(chosen, chosen.default_model, _key(chosen, key, where), where)
    return server.once(served, LIST_SECONDS)


def has_key(provider_key: str) -> bool:
    """Whether the environment holds a key of that provider; a server of one's own needs none, but an address."""
    chosen = provider(provider_key)
    return bool(chosen.default_address) if chosen.key == "compatible" else _found_key(chosen) is not None


def _need_package(chosen: Provider) -> None:
    try:
        missing = importlib.util.find_spec(chosen.package) is None
    except ModuleNotFoundError:  # of the package around it
        missing = True
    if missing:
        raise ModelUnavailable(NO_PACKAGE.format(title=chosen.title, extra=chosen.extra))


def _address(chosen: Provider, address: str) -> str:
    where = (address.strip() or chosen.default_address).rstrip("/")
    if not where:
        raise ModelUnavailable(NO_ADDRESS.format(title=chosen.title))
    if not _is_address(where):
        raise ModelUnavailable(NOT_AN_ADDRESS.format(address=without_secrets(where, None)))
    return where


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and " " not in text
    except ValueError:  # a port that is none, half an IPv6 address
        return False


def _key(chosen: Provider, key: SecretStr | None, address: str) -> SecretStr | None:
    """The key to send there; never the environment's to an address that somebody typed."""
    if key is not None and (typed := key.get_secret_value().strip()):
        if not typed.isascii() or not typed.isprintable() or " " in typed:
            raise WrongKey(NOT_A_KEY.format(title=chosen.title))
        return SecretStr(typed)
    ours = address == chosen.default_address.rstrip("/")
    found = _found_key(chosen) if ours else None
    if found is None and chosen.key != "compatible":
        if not ours:
            raise WrongKey(NO_KEY_THERE.format(title=chosen.title, address=without_secrets(address, None)))
        raise WrongKey(NO_KEY.format(title=chosen.title, variables=" or ".join(chosen.variables)))
    return found


def _found_key(chosen: Provider) -> SecretStr | None:
    if chosen.key == "compatible":
        return settings().compatible_key
    values = (os.environ.get(name, "").strip() for name in chosen.variables)
    return next((SecretStr(value) for value in values if value), None)
