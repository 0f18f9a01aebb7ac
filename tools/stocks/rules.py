"""Simple rules that say after each close whether to hold a share: average crossover, RSI bands, buy and hold.

A rule knows closes alone and no costs; when and at which price it trades is decided in `tools.stocks.strategies`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from tools.errors import BadInput
from tools.translations import N_

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
LONGEST: Final = 1000  # sessions that a rule may look back


class Rule(Protocol):
    """Says after each close whether to hold the share."""

    @property
    def name(self) -> str:
        """The rule in words."""

    @property
    def warm_up(self) -> int:
        """How many sessions pass before the rule can say anything."""

    def wanted(self, close: Floats) -> Flags:
        """For each session, whether to hold after its close; decided from closes up to that one alone."""


@dataclass(frozen=True)
class Crossover:
    """Hold while the fast moving average of closes is above the slow one."""

    fast: int = 50
    slow: int = 200

    def __post_init__(self) -> None:
        if not 2 <= self.fast < self.slow <= LONGEST:
            raise BadInput(f"The fast average must be shorter than the slow one, both of 2 to {LONGEST} sessions.")

    @property
    def name(self) -> str:
        """The rule in words."""
        return N_(f"Crossover of the averages of {self.fast} and {self.slow} sessions")

    @property
    def warm_up(self) -> int:
        """The slow average's length."""
        return self.slow - 1

    def wanted(self, close: Floats) -> Flags:
        """See `Rule`."""
        import talib

        with np.errstate(invalid="ignore"):
            above: Flags = talib.SMA(close, self.fast) > talib.SMA(close, self.slow)
        return above


@dataclass(frozen=True)
class RelativeStrength:
    """Buy when Wilder's RSI closes below `buy_below`, sell when it closes above `sell_above`, else stay as one is."""

    period: int = 14
    buy_below: float = 30.0
    sell_above: float = 70.0

    def __post_init__(self) -> None:
        if not (2 <= self.period <= LONGEST and 0 <= self.buy_below < self.sell_above <= 100):
            raise BadInput("The RSI must buy below a lower value than it sells above, both from 0 to 100.")

    @property
    def name(self) -> str:
        """The rule in words."""
        return N_(f"RSI of {self.period} sessions: buy below {self.buy_below:g}, sell above {self.sell_above:g}")

    @property
    def warm_up(self) -> int:
        """Sessions before the first value."""
        return self.period

    def wanted(self, close: Floats) -> Flags:
        """See `Rule`."""
        import talib

        strength = talib.RSI(close, self.period)
        with np.errstate(invalid="ignore"):
            said = np.where(strength < self.buy_below, 1, np.where(strength > self.sell_above, 0, -1))
        latest = np.maximum.accumulate(np.where(said >= 0, np.arange(len(said)), -1))
        held: Flags = (latest >= 0) & (said[latest] == 1)
        return held


@dataclass(frozen=True)
class BuyAndHold:
    """Buy once and hold; `after` sessions are left out first, so that it starts with another rule."""

    after: int = 0

    @property
    def name(self) -> str:
        """The rule in words."""
        return N_("Buy and hold")

    @property
    def warm_up(self) -> int:
        """See `Rule`."""
        return self.after

    def wanted(self, close: Floats) -> Flags:
        """See `Rule`."""
        return np.arange(len(close)) >= self.after
