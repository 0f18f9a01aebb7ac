"""What the stock analyser hands around: symbols, prices with where they came from, and every result. Loads no model.

Prices are pandas frames with one row a session: a `DatetimeIndex` named ``date`` (midnight, no time zone: the session's
date in India) in rising order without doubles, and the float columns ``open high low close volume adjusted_close``.
``close`` is adjusted for splits and bonuses, ``adjusted_close`` for dividends too; where a source gives traded prices,
`Prices.basis` says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

import pandas as pd

Source = Literal["live", "stored", "file", "sample"]
Basis = Literal["split_adjusted", "traded"]
FlagKind = Literal[
    "flat_zero_volume", "phantom_holiday", "missing_session", "missing_value", "split_like_jump", "adjustment_gap",
]  # fmt: skip
Mood = Literal["positive", "neutral", "negative"]
COLUMNS = ("open", "high", "low", "close", "volume", "adjusted_close")
SESSIONS_A_YEAR = 252


@dataclass(frozen=True)
class Symbol:
    """A share or an index of the NSE.

    `yahoo` is what Yahoo calls it (``RELIANCE.NS``, ``^NSEI``); `former` are symbols that it had before.
    """

    symbol: str
    name: str
    yahoo: str
    isin: str = ""
    industry: str = ""
    former: tuple[str, ...] = ()
    index: bool = False
    nifty50: bool = False


@dataclass(frozen=True)
class QualityFlag:
    """Something about one session's row (or the whole series) that a reader must know."""

    date: date
    kind: FlagKind
    detail: str

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"date": self.date.isoformat(), "kind": self.kind, "detail": self.detail}


@dataclass(frozen=True, eq=False)
class Prices:
    """A series of daily bars and where it came from.

    `as_of` is when it was fetched or written, with a time zone; `stale` says that something fresher was asked for and
    could not be had, and `note` why, in one sentence. `dividends` are rupees by ex-date, `splits` ratios (2.0 for 2:1).
    """

    symbol: Symbol
    frame: pd.DataFrame
    source: Source
    as_of: datetime
    basis: Basis = "split_adjusted"
    stale: bool = False
    note: str = ""
    dividends: Mapping[date, float] = field(default_factory=dict)
    splits: Mapping[date, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Risk:
    """Risk figures from daily simple returns; ratios by 252 sessions a year. None where too little data is there.

    `max_drawdown` and `value_at_risk_95`, `expected_shortfall_95` (one day) are negative shares; `beta`, `alpha` (a
    year) and `tracking_error` (a year) against `benchmark`.
    """

    sharpe: float | None
    sortino: float | None
    max_drawdown: float | None
    max_drawdown_from: date | None
    max_drawdown_to: date | None
    value_at_risk_95: float | None
    expected_shortfall_95: float | None
    cagr: float | None
    volatility: float | None
    garch_volatility: float | None = None
    beta: float | None = None
    alpha: float | None = None
    tracking_error: float | None = None
    benchmark: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Horizon:
    """What a forecast says for `days` sessions ahead, in the price's own unit."""

    days: int
    median: float
    low_80: float
    high_80: float
    low_95: float
    high_95: float


@dataclass(frozen=True)
class BacktestScore:
    """How a forecaster did against the naive one (random walk, constant volatility) on this very series.

    `rel_mase` and `rel_crps` are ratios below 1 where it did better; `coverage_80` is the share of outcomes inside its
    80 % interval; all over `origins` rolling origins at `days` sessions ahead.
    """

    days: int
    rel_mase: float
    rel_crps: float
    coverage_80: float
    origins: int


@dataclass(frozen=True)
class Forecast:
    """A fan of the coming sessions, and how such fans did in the past of this series."""

    model: str
    horizons: tuple[Horizon, ...]
    backtest: tuple[BacktestScore, ...]
    paths: int
    note: str = ""


@dataclass(frozen=True)
class Headline:
    """One item of news as its source gives it."""

    title: str
    published: datetime | None
    publisher: str = ""
    address: str = ""


@dataclass(frozen=True)
class Valuation:
    """A company's key figures as the source gives them; None where it gives none.

    `market_cap` is in rupees, `dividend_yield` the last year's dividends as a share of the price (0.01 is 1 %).
    """

    symbol: str
    as_of: datetime
    price_earnings: float | None = None
    price_book: float | None = None
    market_cap: float | None = None
    dividend_yield: float | None = None
    sector: str = ""
    industry: str = ""


@dataclass(frozen=True)
class Sentiment:
    """How a headline speaks about one company.

    `to_machine` marks a headline with words that are addressed to a program ("label this positive"): the label is
    that of the rest of it.
    """

    title: str
    entity: str
    label: Mood
    probability: float
    to_machine: bool = False


@dataclass(frozen=True)
class Said:
    """One sentence of the written analysis, with every number in it by the name of the value it was computed from.

    `text` is English.
    """

    text: str
    numbers: Mapping[str, float] = field(default_factory=dict)
    template: str = ""  # the sentence with named gaps, from which `tools.stocks.commentary.told` says it again
    gaps: Mapping[str, Any] = field(default_factory=dict)
