"""Who may come in, from the settings; and which combinations of settings the portal refuses because they are not safe.

Knows what a secrets file's `[auth]` section must hold, but neither reads files nor talks to a provider.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from tools.errors import UnsafeSettings
from tools.settings import Settings
from tools.translations import N_

DEFAULT: Final = "default"  # the provider that is written into [auth] itself
CALLBACK: Final = "/oauth2callback"
SHORTEST_SECRET: Final = 32  # characters; 128 bits of hexadecimal digits
NEEDED: Final = ("client_id", "client_secret", "server_metadata_url")

BROKEN: Final = N_("The file with the secrets cannot be read, so nobody can sign in: check that it is valid TOML.")
NO_SIGN_IN: Final = N_(
    "In production visitors must sign in: set up [auth] or PORTAL_OIDC_CLIENT_ID, or let everybody in with "
    "PORTAL_OPEN=true."
)
OPEN_AND_CLOSED: Final = N_("PORTAL_OPEN=true lets everybody in, but sign-in is set up as well: remove one of the two.")
NO_SECRET: Final = N_(
    "[auth] needs a cookie_secret of at least {number} characters: without it sign-ins can be forged."
)
NO_CALLBACK: Final = N_("[auth] needs a redirect_uri that ends in {ending}: the portal's own address and then this.")
PLAIN_HTTP: Final = N_("In production {name} must begin with https://, or sign-ins can be read on the way.")
NO_PROVIDER: Final = N_("[auth] names no provider: it needs client_id, client_secret and server_metadata_url.")
HALF_PROVIDER: Final = N_("The provider {name} in [auth] lacks {key}.")
UNDERSCORE: Final = N_("The provider {name} in [auth] must be named without an underscore.")
ROLES_WITHOUT_CLAIM: Final = N_(
    "PORTAL_ADMIN_ROLES and PORTAL_STAFF_ROLES need PORTAL_ROLES_CLAIM, the claim that lists roles."
)
CLAIM_WITHOUT_ROLES: Final = N_(
    "PORTAL_ROLES_CLAIM needs PORTAL_STAFF_ROLES or PORTAL_ADMIN_ROLES: which roles may come in?"
)
NOBODY: Final = N_("Sign-in is set up, but nobody may come in: set PORTAL_STAFF, PORTAL_ADMINS or PORTAL_ROLES_CLAIM.")
UNKNOWN_ENTRY: Final = N_("{setting} cannot hold {entry}: write addresses, @domain, org:NAME or user:NAME.")


def plain(name: str) -> str:
    """`name` for comparing: ASCII in small letters. Other scripts stay as they are, for some of their letters fold into
    ASCII ones and would let somebody pass as somebody else."""
    name = name.strip()
    return name.lower() if name.isascii() else name


def listed(text: str) -> frozenset[str]:
    """The entries of a setting that is a list."""
    return frozenset(part.strip() for part in text.split(",") if part.strip())


@dataclass(frozen=True)
class Rules:
    """Who may come in, and for how long.

    `claim` is a dotted path; `admins` and `staff` hold addresses, `@domain`, `org:NAME`, `user:NAME`, and `staff` may
    hold `*`. `unverified`: addresses count although the provider has not verified them. `hours`: 0 means as long as the
    provider's token.
    """

    claim: str = ""
    admin_roles: frozenset[str] = frozenset()
    staff_roles: frozenset[str] = frozenset()
    admins: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()
    unverified: bool = False
    hours: float = 12.0

    @classmethod
    def of(cls, settings: Settings) -> Rules:
        """The rules that the settings state."""
        return cls(
            claim=settings.roles_claim.strip(),
            admin_roles=listed(settings.admin_roles),
            staff_roles=listed(settings.staff_roles),
            admins=frozenset(plain(entry) for entry in listed(settings.admins)),
            staff=frozenset(plain(entry) for entry in listed(settings.staff)),
            unverified=settings.trust_unverified_email,
            hours=settings.session_hours,
        )


def providers(auth: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The providers of an `[auth]` section by name; the one written into the section itself is `DEFAULT`."""
    found = {name: part for name, part in auth.items() if isinstance(part, Mapping) and name != "client_kwargs"}
    return ({DEFAULT: auth} if auth.get("client_id") else {}) | found


def check(settings: Settings, auth: object) -> None:
    """Refuse what is not safe. `auth` is the secrets' `[auth]` section, None where nobody signs in.

    Raises
    ------
    UnsafeSettings
        One sentence that says what to change.
    """
    reason = next(_reasons(settings, auth), None)
    if reason:
        raise UnsafeSettings(reason)


def _reasons(settings: Settings, auth: object) -> Iterator[str]:
    production = settings.environment == "production"
    if auth is None:
        if production and not settings.open:
            yield NO_SIGN_IN
        return
    if settings.open:
        yield OPEN_AND_CLOSED
    yield from _section_reasons(auth, production) if isinstance(auth, Mapping) else (NO_PROVIDER,)
    yield from _rule_reasons(Rules.of(settings))


def _section_reasons(auth: Mapping[str, Any], production: bool) -> Iterator[str]:
    if len(str(auth.get("cookie_secret") or "")) < SHORTEST_SECRET:
        yield NO_SECRET.format(number=SHORTEST_SECRET)
    callback = str(auth.get("redirect_uri") or "")
    if not callback.endswith(CALLBACK) or urlsplit(callback).scheme not in ("http", "https"):
        yield NO_CALLBACK.format(ending=CALLBACK)
    if production and not callback.startswith("https://"):
        yield PLAIN_HTTP.format(name="redirect_uri")
    found = providers(auth)
    if not found:
        yield NO_PROVIDER
    for name, part in found.items():
        if "_" in name:
            yield UNDERSCORE.format(name=name)
        for key in NEEDED:
            if not part.get(key):
                yield HALF_PROVIDER.format(name=name, key=key)
        if production and not str(part.get("server_metadata_url")).startswith("https://"):
            yield PLAIN_HTTP.format(name="server_metadata_url")


def _rule_reasons(rules: Rules) -> Iterator[str]:
    roles = rules.admin_roles | rules.staff_roles
    if roles and not rules.claim:
        yield ROLES_WITHOUT_CLAIM
    if rules.claim and not roles:
        yield CLAIM_WITHOUT_ROLES
    for setting, entries, extra in (("PORTAL_ADMINS", rules.admins, ()), ("PORTAL_STAFF", rules.staff, ("*",))):
        for entry in sorted(entries):
            named = entry.partition(":")[0] in ("org", "user") and entry.partition(":")[2]
            if not named and entry not in extra and not _is_address(entry):
                yield UNKNOWN_ENTRY.format(setting=setting, entry=entry)
    if not (roles or rules.admins or rules.staff):
        yield NOBODY


def _is_address(entry: str) -> bool:
    return entry.count("@") == 1 and len(entry.rpartition("@")[2]) > 1 and not any(map(str.isspace, entry))
