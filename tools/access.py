"""Who a visitor is to the portal and what they may see, from what an identity provider says about them (its claims).

Claims are checked like any input: whatever has the wrong type counts as absent. Knows no page and no provider.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from tools.access_rules import Rules, plain
from tools.errors import NotAllowed, SignInNeeded
from tools.translations import N_

Role = Literal["staff", "admin"]
Claims = Mapping[str, Any]

EXPIRED: Final = N_("Your sign-in has expired. Sign in again to go on.")
NOT_FOR_US: Final = N_("Your sign-in was made for another application and does not count here. Sign in again.")
NAMELESS: Final = N_(
    "Your sign-in does not say who you are. Tell the portal's owner that the claim {claim} is missing."
)
NOT_LISTED: Final = N_(
    "You are signed in as {who}, but you are not on the list for this portal. Ask its owner to add you."
)
UNVERIFIED: Final = N_(
    "You are signed in as {who}, but your provider has not verified this address. Verify it there first."
)
ADMINS_ONLY: Final = N_("This page is for the portal's admins. Ask one of them for what you need.")

ADDRESS: Final = re.compile(r"[^@\s,]+@[^@\s,]+")
SKEW: Final = 300  # seconds that a provider's clock may be ahead of ours
LONGEST_NAME: Final = 80


@dataclass(frozen=True)
class User:
    """A visitor.

    `key` owns runs and saved results: a provider's stable subject, or a name for this installation or this visit alone
    where nobody signs in. `name` and `email` are for the screen and may be empty.
    """

    key: str
    role: Role
    name: str = ""
    email: str = ""
    signed_in: bool = False

    @property
    def admin(self) -> bool:
        """Whether the visitor may see how the portal is doing."""
        return self.role == "admin"


def visitor(claims: Claims, rules: Rules, clients: Collection[str], now: float) -> User:
    """The visitor whom `claims` describe.

    Parameters
    ----------
    claims
        A verified identity token's content.
    rules
        Who may come in.
    clients
        This portal's names at the provider: the token must be meant for one of them. Streamlit leaves this check to
        the token library, which lets a foreign audience pass when `azp` names us.
    now
        Seconds since 1970.

    Raises
    ------
    SignInNeeded
        The sign-in has expired, is somebody else's, or names nobody.
    NotAllowed
        Signed in, but neither staff nor admin.
    """
    for claim in ("iss", "sub"):
        if not _text(claims, claim):
            raise SignInNeeded(NAMELESS.format(claim=claim))
    if not values(claims, "aud") & set(clients):
        raise SignInNeeded(NOT_FOR_US)
    if now >= ends(claims, rules, now):
        raise SignInNeeded(EXPIRED)
    email = address(claims)
    name = _shown(claims, "name", "preferred_username") or email
    role = _role(claims, rules)
    if role is None:
        unverified = email and not rules.unverified and _role(claims, rules, unverified=True)
        raise NotAllowed((UNVERIFIED if unverified else NOT_LISTED).format(who=email or name or _text(claims, "sub")))
    return User(key_of(_text(claims, "iss"), _text(claims, "sub")), role, name, email, signed_in=True)


def key_of(issuer: str, subject: str) -> str:
    """The owner's key of a signed-in visitor: the same for one person at one provider, and no address in it."""
    return "user-" + hashlib.sha256(f"{issuer}\n{subject}".encode()).hexdigest()[:32]


def sign_in_key(claims: Claims) -> str:
    """A name for one act of signing in: all of a browser's tabs share it, and the next sign-in has another."""
    parts = [repr(claims.get(name)) for name in ("iss", "sub", "iat", "nonce")]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def ends(claims: Claims, rules: Rules, now: float) -> float:
    """When the sign-in ends, in seconds since 1970; 0 when the claims do not say or say nonsense.

    A token's own `exp` says how long the token may be used elsewhere (often five minutes), not how long somebody stays
    signed in, so `rules.hours` counts from `iat`; with no hours set the token's `exp` holds.
    """
    issued, expires = _seconds(claims, "iat"), _seconds(claims, "exp")
    if not 0 < issued <= now + SKEW:
        return 0.0
    return issued + rules.hours * 3600 if rules.hours else expires


def values(claims: object, path: str) -> frozenset[str]:
    """The texts at `path` of nested claims. A list is looked into; a name with dots in it is found as it stands."""
    if isinstance(claims, (list, tuple)):
        return frozenset[str]().union(*(values(part, path) for part in claims if not isinstance(part, (list, tuple))))
    if not path:
        return frozenset({claims}) if isinstance(claims, str) and claims else frozenset()
    if not isinstance(claims, Mapping):
        return frozenset()
    parts, found = path.split("."), frozenset[str]()
    for count in range(len(parts), 0, -1):
        if (name := ".".join(parts[:count])) in claims:
            found |= values(claims[name], ".".join(parts[count:]))
    return found


def address(claims: Claims) -> str:
    """The visitor's e-mail address, verified or not; empty when there is none."""
    email = _text(claims, "email").strip()
    return email if ADDRESS.fullmatch(email) else ""


def identities(claims: Claims, *, unverified: bool) -> frozenset[str]:
    """What a visitor may be listed as: `*`, address, `@domain`, `org:NAME`, `user:NAME`.

    Organizations count by their unique name (`preferred_username`), never by the title that their owner chose.
    """
    found = {"*", *(f"org:{name}" for name in values(claims.get("orgs"), "preferred_username"))}
    found |= {f"user:{name}" for name in values(claims, "preferred_username")}
    email = address(claims)
    if email and (unverified or claims.get("email_verified") in (True, "true")):
        found |= {email, "@" + email.rpartition("@")[2]}
    return frozenset(plain(name) for name in found)


def _role(claims: Claims, rules: Rules, *, unverified: bool = False) -> Role | None:
    roles = values(claims, rules.claim) if rules.claim else frozenset()
    known = identities(claims, unverified=unverified or rules.unverified)
    if roles & rules.admin_roles or known & rules.admins:
        return "admin"
    return "staff" if roles & rules.staff_roles or known & rules.staff else None


def _text(claims: Claims, name: str) -> str:
    value = claims.get(name)
    return value if isinstance(value, str) else ""


def _shown(claims: Claims, *names: str) -> str:
    """The first of the claims that has something to show, on one line."""
    found = (
        " ".join("".join(sign if sign.isprintable() else " " for sign in _text(claims, name)).split()) for name in names
    )
    return next((name[:LONGEST_NAME] for name in found if name), "")


def _seconds(claims: Claims, name: str) -> float:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return 0.0
    try:
        return float(value) if math.isfinite(value) else 0.0
    except OverflowError:
        return 0.0
