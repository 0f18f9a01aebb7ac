"""The portal's own pages beside the demos: title, icon, page file, and who may open them."""

from __future__ import annotations

from dataclasses import dataclass

from tools.access import Role
from tools.settings import ROOT
from tools.translations import N_


@dataclass(frozen=True)
class Place:
    """One page of the portal that is no demo; `page` is the file below the repository's root."""

    key: str
    title: str
    icon: str
    page: str
    roles: tuple[Role, ...] = ("staff", "admin")

    @property
    def role(self) -> Role:
        """The least that a visitor must be to open it."""
        return "staff" if "staff" in self.roles else "admin"

    @property
    def exists(self) -> bool:
        """Whether the page is part of this installation."""
        return (ROOT / self.page).is_file()


PLACES = (
    Place("runs", N_("My runs"), ":material/history:", "pages/My_Runs.py"),
    Place("status", N_("Status"), ":material/monitor_heart:", "pages/Status.py", roles=("admin",)),
)


def places(role: Role) -> tuple[Place, ...]:
    """The pages that a visitor with this role may open."""
    return tuple(place for place in PLACES if place.exists and role in place.roles)


def place(key: str) -> Place | None:
    """The page with this key; None for a demo's key."""
    return next((found for found in PLACES if found.key == key), None)
