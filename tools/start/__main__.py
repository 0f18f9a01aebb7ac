"""Starts the portal: `python -m tools.start [streamlit's options]`. Checks the settings first, then runs Streamlit.

Containers and Hugging Face Spaces give sign-in in environment variables; Streamlit wants a secrets file. It is written
where only this user can read it. Knows Streamlit by its command line alone.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tools.access_rules import BROKEN, CALLBACK, SHORTEST_SECRET, check
from tools.errors import PortalError, UnsafeSettings
from tools.settings import ROOT, Settings, settings
from tools.start.serve import serve

PREFIX: Final = "portal-secrets-"
METADATA: Final = "/.well-known/openid-configuration"
SPACE: Final = "huggingface"
TWICE: Final = "Sign-in is set up twice, in PORTAL_OIDC_CLIENT_ID and in {file}: remove one of the two."
SHORT_SECRET: Final = "PORTAL_COOKIE_SECRET needs at least {number} characters: without it sign-ins can be forged."
Auth = dict[str, Any]


@dataclass(frozen=True)
class Launch:
    """What Streamlit is run with: its options, its environment, and the sign-in that no file holds yet."""

    options: tuple[str, ...]
    environment: dict[str, str]
    auth: Auth | None


def prepare(given: Sequence[str], environment: Mapping[str, str]) -> Launch:
    """Everything that must be known before Streamlit starts.

    Raises
    ------
    UnsafeSettings
        One sentence that says which setting to change.
    """
    space = bool(environment.get("SPACE_ID"))
    added = _space_defaults(environment) if space else {}
    os.environ.update(added)  # the settings read it from there
    chosen = settings()
    written = _written_auth(environment)
    auth = None if written else _oidc(chosen) or _space(environment, chosen)
    if written and chosen.oidc_client_id:
        raise UnsafeSettings(TWICE.format(file="the secrets file"))
    check(chosen, written or auth)
    # a Space shows the portal in a frame of another site, where uploads need this
    options = ("--server.xsrfCookieSameSite=none", *given) if space else tuple(given)
    return Launch(options, {**environment, **added}, auth)


def main() -> None:
    """Start the portal, or print one sentence and fail."""
    try:
        launch = prepare(sys.argv[1:], os.environ)
    except PortalError as error:
        sys.exit(str(error))
    files = [str(path) for path in _files(launch.environment)]
    if launch.auth is not None:
        files.append(str(_write(launch.auth)))
    flags = [f"--secrets.files={path}" for path in files]
    os.environ.update(launch.environment)
    serve(["run", str(ROOT / "Home.py"), *flags, *launch.options])


def _space_defaults(environment: Mapping[str, str]) -> dict[str, str]:
    """A Space is on the open internet: it counts as production, and its author and their organization may come in."""
    author = environment["SPACE_ID"].partition("/")[0]
    known = {"PORTAL_ENVIRONMENT": "production"}
    if not any(environment.get(f"PORTAL_{name}") for name in ("ADMINS", "STAFF", "ROLES_CLAIM", "OPEN")):
        known |= {"PORTAL_ADMINS": f"user:{author}", "PORTAL_STAFF": f"org:{author}"}
    return {name: value for name, value in known.items() if not environment.get(name)}


def _oidc(chosen: Settings) -> Auth | None:
    """Sign-in from `PORTAL_OIDC_…`."""
    if not chosen.oidc_client_id:
        return None
    secret = chosen.oidc_client_secret.get_secret_value()
    provider = {
        "client_id": chosen.oidc_client_id,
        "client_secret": secret,
        "server_metadata_url": chosen.oidc_metadata_url,
        "client_kwargs": {"scope": chosen.oidc_scopes},
    }
    name = chosen.oidc_name.strip().lower().replace(" ", "-")
    shared = _shared(chosen, chosen.oidc_redirect_uri, secret)
    return shared | ({name: provider} if name else provider)


def _space(environment: Mapping[str, str], chosen: Settings) -> Auth | None:
    """Sign-in with Hugging Face: what a Space with `hf_oauth: true` finds in its environment."""
    if not environment.get("OAUTH_CLIENT_ID") or not environment.get("SPACE_HOST"):
        return None
    secret = environment.get("OAUTH_CLIENT_SECRET", "")
    issuer = environment.get("OPENID_PROVIDER_URL", "https://huggingface.co").rstrip("/")
    provider = {
        "client_id": environment["OAUTH_CLIENT_ID"],
        "client_secret": secret,
        "server_metadata_url": issuer + METADATA,
        "client_kwargs": {"scope": environment.get("OAUTH_SCOPES") or "openid profile"},
    }
    return _shared(chosen, f"https://{environment['SPACE_HOST']}{CALLBACK}", secret) | {SPACE: provider}


def _shared(chosen: Settings, callback: str, client_secret: str) -> Auth:
    """What all providers share. Without its own setting the cookie's secret follows from the client's, so that it stays
    the same over restarts and on every replica, and nobody can tell one from the other."""
    own = chosen.cookie_secret.get_secret_value()
    if own and len(own) < SHORTEST_SECRET:
        raise UnsafeSettings(SHORT_SECRET.format(number=SHORTEST_SECRET))
    made = hmac.new(client_secret.encode(), b"the portal's sign-in cookie", hashlib.sha256).hexdigest()
    return {
        "redirect_uri": callback,
        "cookie_secret": own or (made if len(client_secret) >= 16 else secrets.token_hex(32)),
    }


def _files(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where Streamlit looks for secrets, the last one deciding."""
    if named := environment.get("STREAMLIT_SECRETS_FILES"):
        return tuple(Path(part) for part in named.split())
    return (Path.home() / ".streamlit" / "secrets.toml", ROOT / ".streamlit" / "secrets.toml")


def _written_auth(environment: Mapping[str, str]) -> Auth | None:
    """The `[auth]` section of the secrets files, when one has it."""
    found: Auth | None = None
    for path in _files(environment):
        if path.is_file():
            try:
                found = tomllib.loads(path.read_text("utf-8")).get("auth", found)
            except (OSError, ValueError) as error:
                raise UnsafeSettings(BROKEN) from error
    return found


def _write(auth: Auth) -> Path:
    """A secrets file that only this user can read, in memory where the system has such a place."""
    place = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else Path(tempfile.gettempdir())
    _tidy(place)
    # the process's number tells later starts whether it still runs
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=place))
    path = folder / "secrets.toml"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write("\n".join(_toml("auth", auth)) + "\n")
    return path


def _tidy(place: Path) -> None:
    """Remove what portals of this user left behind that run no more."""
    for folder in place.glob(PREFIX + "*"):
        number = folder.name.removeprefix(PREFIX).partition("-")[0]
        if number.isdigit() and folder.stat().st_uid == os.getuid() and not Path(f"/proc/{number}").exists():
            shutil.rmtree(folder, ignore_errors=True)


def _toml(name: str, table: Mapping[str, Any]) -> Iterator[str]:
    """A table of texts and tables. A JSON text is a TOML text, once it is ASCII and holds no pair of half signs."""
    yield f"[{name}]"
    inner = {key: value for key, value in table.items() if isinstance(value, Mapping)}
    for key, value in table.items():
        if key not in inner:
            yield f"{key} = {json.dumps(str(value), ensure_ascii=False).replace(chr(127), '')}"
    for key, value in inner.items():
        yield from _toml(f"{name}.{key}", value)


if __name__ == "__main__":
    main()
