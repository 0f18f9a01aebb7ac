"""What is wrong with a series of prices, said row by row, and the series without the rows that never traded.

Nothing is repaired in silence: flagged rows are named, and left out of computations when that is asked for. It knows
the calendar of the market and the series itself; no second source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from tools.stocks.calendar import Calendar, calendar
from tools.stocks.types import Prices, QualityFlag
from tools.translations import N_

JUMP: Final = 0.30  # a one-day move from which a split or bonus may be missing; circuit limits end at 20 %
RATIOS: Final = (1.5, 2.0, 3.0, 4.0, 5.0, 10.0)  # of usual splits and bonus issues
NEAR: Final = 0.04  # of a ratio: the market's own move on that day
GAP: Final = 0.005  # log share by which adjusted and plain close may part without a dividend: rounding stays below
NOT_TRADED: Final = frozenset({"flat_zero_volume", "phantom_holiday", "missing_value"})


def flags_of(prices: Prices, market: Calendar | None = None) -> tuple[QualityFlag, ...]:
    """Every flag of the series, by date.

    Parameters
    ----------
    market
        The sessions of the exchange; by default the table that ships with the portal.
    """
    market = market or calendar()
    if prices.frame.empty:
        return ()
    found = [
        *_rows(prices.frame, market),
        *_missing(prices.frame, market),
        *_jumps(prices),
        *_gaps(prices),
    ]
    return tuple(sorted(found, key=lambda flag: (flag.date, flag.kind)))


def usable(prices: Prices, flags: tuple[QualityFlag, ...], *, leave_out: bool = False) -> Prices:
    """The series without rows that have no price; with `leave_out` also without those that never traded.

    Left in, a flat bar counts as a session without a move: figures then equal what other tools make of the same source.
    """
    kinds = NOT_TRADED if leave_out else {"missing_value"}
    gone = {flag.date for flag in flags if flag.kind in kinds}
    if not gone:
        return prices
    keep = [day.date() not in gone for day in prices.frame.index]
    return replace(prices, frame=prices.frame[keep])


def _rows(frame: pd.DataFrame, market: Calendar) -> Iterator[QualityFlag]:
    """Rows without a price, flat ones without a trade, and rows on days without a session."""
    four = frame[["open", "high", "low", "close"]]
    missing = four.isna().any(axis=1).to_numpy()
    flat = (four.max(axis=1) == four.min(axis=1)).to_numpy() & (frame["volume"].fillna(0) <= 0).to_numpy()
    for at, stamp in enumerate(frame.index):
        day = stamp.date()
        if missing[at]:
            yield QualityFlag(day, "missing_value", N_("The source gives no complete price for this session."))
        elif market.is_session(day) is False:
            what = N_("The exchange was closed on this day: the row is not a session.")
            yield QualityFlag(day, "phantom_holiday", what)
        elif flat[at]:
            what = N_("The row repeats one price and has no volume: its trades are missing from the source.")
            yield QualityFlag(day, "flat_zero_volume", what)


def _missing(frame: pd.DataFrame, market: Calendar) -> Iterator[QualityFlag]:
    """Sessions of the exchange between the first and the last row that the series does not have."""
    have = {stamp.date() for stamp in frame.index}
    for day in market.between(min(have), max(have)):
        if day not in have:
            what = N_("The exchange traded on this day, the source has no row for it.")
            yield QualityFlag(day, "missing_session", what)


def _jumps(prices: Prices) -> Iterator[QualityFlag]:
    """Moves near the ratio of a split or bonus, on a day for which the source names none."""
    close = prices.frame["close"].to_numpy(np.float64)
    days = [stamp.date() for stamp in prices.frame.index]
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = close[:-1] / close[1:]
    for at in np.flatnonzero(
        np.isfinite(ratio) & (np.abs(np.log(np.where(ratio > 0, ratio, 1.0))) > -np.log(1 - JUMP))
    ):
        day, times = days[at + 1], float(ratio[at])
        known = prices.splits.get(day)
        if prices.basis == "traded" and known is not None:
            continue
        yield QualityFlag(day, "split_like_jump", _told(times))


def _gaps(prices: Prices) -> Iterator[QualityFlag]:
    """Steps between adjusted and plain close for which the source names no dividend; only where it names some."""
    if not prices.dividends:
        return
    frame = prices.frame[["close", "adjusted_close"]].dropna()
    ratio = (frame["adjusted_close"] / frame["close"]).to_numpy(np.float64)
    days = [stamp.date() for stamp in frame.index]
    for at in np.flatnonzero(np.abs(np.diff(np.log(np.where(ratio > 0, ratio, 1.0)))) > GAP):
        if days[at + 1] not in prices.dividends:
            what = N_("Adjusted and plain prices part here without a dividend: a demerger may have been taken back.")
            yield QualityFlag(days[at + 1], "adjustment_gap", what)


def _told(times: float) -> str:
    move = f"{100 * (1 / times - 1):+.0f}"
    near = next((each for each in RATIOS if abs(times / each - 1) < NEAR), None)
    if near is None:
        return N_(
            f"The price moved by {move} % in one session: check whether a demerger or a corporate action is missing "
            "from the source."
        )
    return N_(
        f"The price moved by {move} % in one session, as a split or bonus of {near:g} : 1 does: the source may not "
        "have adjusted for it."
    )
