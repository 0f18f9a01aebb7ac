"""An invented share, an invented index and invented headlines, so that the page can be tried without network or file.

A seeded walk with clustered volatility (GARCH(1,1), Student t) over the real sessions of the calendar. Nothing in it
says anything about any company; everything is labelled as a sample.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from tools.stocks.calendar import calendar
from tools.stocks.hours import INDIA
from tools.stocks.types import COLUMNS, Headline, Prices, Symbol
from tools.translations import N_

SAMPLE: Final = Symbol("SAMPLE", N_("Sample Industries (invented)"), "", industry="Invented")
SAMPLE_INDEX: Final = Symbol("SAMPLE 50", N_("Sample index (invented)"), "", index=True)
FIRST: Final = date(2020, 11, 2)
LAST: Final = date(2026, 10, 30)
NOTE: Final = N_("These prices are invented, to try the page with; they belong to no company.")
SEED: Final = 20201102
OMEGA, ALPHA, BETA, FREEDOM = 0.02, 0.08, 0.90, 6.0  # GARCH(1,1) in per cent, usual for large shares
MARKET: Final = 0.9  # how much of the share's move is the index's
DIVIDENDS: Final = {2021: 6.0, 2022: 6.5, 2023: 7.0, 2024: 8.0, 2025: 8.5, 2026: 9.0}  # rupees, in July

HEADLINES: Final = (
    ("Sample Industries reports higher quarterly profit in an invented headline", 1),
    ("Brokerage cuts its rating of Sample Industries after weak guidance, says an invented note", 3),
    ("Sample Industries to hold its annual general meeting next month (invented)", 6),
    ("Sample Industries wins a large order from an invented customer", 9),
    ("Invented strike halts a plant of Sample Industries for two days", 14),
)


def sample_prices() -> Prices:
    """Six years of an invented share."""
    return _copied(_share())


def sample_benchmark() -> Prices:
    """The invented index that goes with it."""
    return _copied(_index())


def sample_news() -> tuple[Headline, ...]:
    """Invented headlines of the sample's last days, newest first."""
    morning = datetime.combine(LAST, time(10, 30), INDIA)
    return tuple(Headline(title, morning - timedelta(days=back), N_("Invented")) for title, back in HEADLINES)


@lru_cache(maxsize=1)
def _share() -> Prices:
    index, own = _walks()
    return _prices(SAMPLE, 480.0, 0.02 + MARKET * index + own, DIVIDENDS, 1)


@lru_cache(maxsize=1)
def _index() -> Prices:
    index, _ = _walks()
    return _prices(SAMPLE_INDEX, 11700.0, 0.03 + index, {}, 2)


def _copied(prices: Prices) -> Prices:
    return replace(prices, frame=prices.frame.copy())


@lru_cache(maxsize=1)
def _days() -> tuple[date, ...]:
    return tuple(calendar().between(FIRST, LAST))


@lru_cache(maxsize=1)
def _walks() -> tuple[np.ndarray, np.ndarray]:
    """Daily moves in per cent of the index, and of the share apart from it."""
    random = np.random.default_rng(SEED)
    return _garch(random, len(_days()), 1.0), _garch(random, len(_days()), 1.1)


def _garch(random: np.random.Generator, count: int, scale: float) -> np.ndarray:
    shocks = random.standard_t(FREEDOM, count) * np.sqrt((FREEDOM - 2) / FREEDOM)
    variance, moves = OMEGA / (1 - ALPHA - BETA), np.empty(count)
    for at, shock in enumerate(shocks):
        moves[at] = np.sqrt(variance) * shock
        variance = OMEGA + ALPHA * moves[at] ** 2 + BETA * variance
    return scale * moves


def _prices(symbol: Symbol, start: float, moves: np.ndarray, dividends: dict[int, float], seed: int) -> Prices:
    """Bars around a walk that begins at `start`, moving by `moves` per cent a day."""
    random = np.random.default_rng((SEED, seed))
    close = start * np.exp(np.cumsum(moves) / 100)
    before = np.concatenate(([start], close[:-1]))
    opened = before * np.exp(random.normal(0, 0.3, len(close)) / 100)
    spread = np.abs(random.normal(0, 0.5, (2, len(close)))) / 100
    frame = pd.DataFrame(
        {
            "open": opened,
            "high": np.maximum(opened, close) * (1 + spread[0]),
            "low": np.minimum(opened, close) * (1 - spread[1]),
            "close": close,
        },
        index=pd.DatetimeIndex(pd.to_datetime(list(_days())), name="date").as_unit("us"),
    ).round(2)
    frame["volume"] = np.round(2e6 * np.exp(random.normal(0, 0.3, len(close)) + 0.15 * np.abs(moves)))
    paid = {day: dividends[day.year] for day in _ex_days(dividends)}
    frame["adjusted_close"] = frame["close"] * _factors(frame["close"], paid)
    written = datetime.combine(LAST, time(16), INDIA)
    return Prices(symbol, frame[list(COLUMNS)], "sample", written, note=NOTE, dividends=paid)


def _ex_days(dividends: dict[int, float]) -> list[date]:
    """The first session after 15 July of every year with a dividend."""
    return [next(day for day in _days() if day > date(year, 7, 15)) for year in dividends]


def _factors(close: pd.Series, paid: dict[date, float]) -> np.ndarray:
    """By what closes before each ex-date shrink: 1 - dividend / the close before, as Yahoo's adjusted close does."""
    factors = np.ones(len(close))
    for day, value in paid.items():
        at = close.index.get_loc(pd.Timestamp(day))
        assert isinstance(at, int)
        factors[:at] *= 1 - value / close.iloc[at - 1]
    return factors
