"""Who a visitor is to the portal and what they may see. Knows no page and no identity provider."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["staff", "admin"]


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
