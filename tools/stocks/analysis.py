"""Everything about one series, worked out once: flags, indicators, risk, forecast. What page, report and command read.

Takes prices and gives values; knows neither where prices come from nor how they are drawn.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from tools.errors import BadInput
from tools.stocks.forecast import forecast
from tools.stocks.indicators import Indicators, indicators
from tools.stocks.quality import flags_of, usable
from tools.stocks.risk import risk
from tools.stocks.types import Forecast, Prices, QualityFlag, Risk, Said, Valuation

FEWEST = 2  # sessions


@dataclass(frozen=True, eq=False)
class Analysis:
    """The answer for one symbol.

    `prices` are as they came; every figure is computed from `clean`, which has no row without a price and, when that
    was asked for, none that never traded. `valuation` are the figures that the source gives of the company;
    `seconds` is how long the working out took.
    """

    prices: Prices
    clean: Prices
    flags: tuple[QualityFlag, ...]
    indicators: Indicators
    risk: Risk
    forecast: Forecast | None
    valuation: Valuation | None = None
    said: tuple[Said, ...] = ()
    seconds: float = 0.0

    @cached_property
    def token(self) -> str:
        """Tells this analysis from every other one of the process."""
        return secrets.token_hex(8)

    @property
    def last(self) -> pd.Series:
        """The last session that traded."""
        return self.clean.frame.iloc[-1]

    @property
    def change(self) -> float | None:
        """How the last close stands to the one before, as a share; None for a single session."""
        close = self.clean.frame["close"]
        return float(close.iloc[-1] / close.iloc[-2] - 1) if len(close) > 1 and close.iloc[-2] else None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON: the command line's entry."""
        prices, latest = self.prices, self.indicators.latest()
        told = (
            "rsi_14", "macd", "macd_signal", "macd_histogram", "bollinger_upper", "bollinger_middle",
            "bollinger_lower", "atr_14", "adx_14", "sma_50", "sma_200",
        )  # fmt: skip
        return {
            "symbol": prices.symbol.symbol,
            "name": prices.symbol.name,
            "as_of": self.clean.frame.index[-1].date().isoformat(),
            "fetched": prices.as_of.isoformat(),
            "source": prices.source,
            "basis": prices.basis,
            "stale": prices.stale,
            "note": prices.note,
            "sessions": len(self.clean.frame),
            "close": float(self.last["close"]),
            "quality_flags": [flag.to_dict() for flag in self.flags],
            "indicators": {name: latest[name] for name in told},
            "risk": _risk(self.risk),
            "forecast": _forecast(self.forecast),
            "valuation": _valuation(self.valuation),
            "commentary": [{"text": each.text, "numbers": dict(each.numbers)} for each in self.said],
        }


def analyse(
    prices: Prices,
    benchmark: Prices | None = None,
    *,
    rate: float = 0.0,
    valuation: Valuation | None = None,
    leave_out: bool = False,
    with_forecast: bool = True,
) -> Analysis:
    """Work everything out.

    Parameters
    ----------
    benchmark
        Prices of an index for beta, alpha and tracking error.
    rate
        Riskless rate a year, as a share.
    valuation
        Key figures of the company, where the source gives some.
    leave_out
        Compute without the rows that are flagged as never traded.

    Raises
    ------
    BadInput
        Fewer than two sessions traded.
    """
    from tools.stocks.commentary import commentary

    begun = time.perf_counter()
    flags = flags_of(prices)
    clean = usable(prices, flags, leave_out=leave_out)
    if len(clean.frame) < FEWEST:
        raise BadInput(
            f"{prices.symbol.symbol} has too few sessions with a price: choose a longer time or another file."
        )
    against = usable(benchmark, flags_of(benchmark), leave_out=leave_out).frame if benchmark is not None else None
    name = benchmark.symbol.name if benchmark is not None else ""
    found = Analysis(
        prices,
        clean,
        flags,
        indicators(clean.frame),
        risk(clean.frame, against, name=name, rate=rate),
        forecast(clean.frame) if with_forecast else None,
        valuation,
    )
    said = commentary(found)
    return replace(found, said=said, seconds=time.perf_counter() - begun)


def _valuation(found: Valuation | None) -> dict[str, Any]:
    names = ("price_earnings", "price_book", "market_cap", "dividend_yield")
    return {name: getattr(found, name) for name in names} if found else {}


def _risk(found: Risk) -> dict[str, Any]:
    told = dict(vars(found))
    for name in ("max_drawdown_from", "max_drawdown_to", "first", "last"):
        told[name] = told[name].isoformat() if told[name] else None
    return told


def _forecast(found: Forecast | None) -> dict[str, Any] | None:
    if found is None:
        return None
    main: Sequence[Any] = [score for score in found.backtest if score.days == 5] or found.backtest
    first = main[0] if main else None
    return {
        "model": found.model,
        "horizons": [
            {"days": each.days, "median": each.median, "low_80": each.low_80, "high_80": each.high_80}
            for each in found.horizons
        ],
        "backtest": {
            "days": first.days,
            "rel_mase": first.rel_mase,
            "rel_crps": first.rel_crps,
            "coverage_80": first.coverage_80,
            "origins": first.origins,
        }
        if first
        else None,
        "backtests": [vars(each) for each in found.backtest],
        "note": found.note,
    }
