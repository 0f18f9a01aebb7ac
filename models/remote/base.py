"""What every model on a cluster tells of itself: who answers now, where, and why. Knows no kind of model."""

from __future__ import annotations

from typing import Any

from models.remote.switch import Switch


class Remote:
    """What all of them have in common: who answers now, and how many requests wait here."""

    def __init__(self, switch: Switch[Any]) -> None:
        self._switch = switch

    @property
    def waiting(self) -> int:
        """How many requests wait for the model on this machine; the cluster's own queue is not counted."""
        return int(getattr(self._switch.loaded, "waiting", 0))

    def close(self) -> None:
        """Stop the model on this machine, if it was ever needed."""
        if (local := self._switch.loaded) is not None:
            local.close()


class Labelled(Remote):
    """A model that tells a label instead of an info."""

    @property
    def label(self) -> str:
        """The model's name and where its weights came from."""
        return self._switch.told.label

    @property
    def device(self) -> str:
        """``cpu`` or ``cuda``, and whether that is the cluster's."""
        return self._switch.told.device

    @property
    def notice(self) -> str:
        """Why the cluster does not answer, or what its model wants to be known; empty when there is nothing."""
        return self._switch.told.notice
