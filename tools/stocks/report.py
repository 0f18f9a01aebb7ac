"""What the exports tell of one share, gathered once: its results, and the same as rows of names and texts.

The workbook, the PDF and the HTML page take these rows, so that they say the same. It computes nothing but the day's
change and formats nothing but numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from tools.stocks.indicators import Indicators
from tools.stocks.strategies import StrategyTest
from tools.stocks.types import SESSIONS_A_YEAR, Basis, Forecast, Prices, QualityFlag, Risk, Said, Source
from tools.stocks.words import INDIA, day, large_number, moment, number, percent, rupees

SOURCES: Final[dict[Source, str]] = {
    "live": "live from Yahoo Finance",
    "stored": "stored earlier from Yahoo Finance",
    "file": "an uploaded file",
    "sample": "a made-up sample, not a real share's prices",
}
BASES: Final[dict[Basis, str]] = {
    "split_adjusted": "prices adjusted for splits and bonuses",
    "traded": "prices as traded, not adjusted for splits",
}


@dataclass(frozen=True, eq=False)
class Report:
    """Everything about one share that an export may tell. `prices` has at least one session with a close."""

    prices: Prices
    indicators: Indicators
    risk: Risk
    forecast: Forecast | None = None
    flags: tuple[QualityFlag, ...] = ()
    commentary: tuple[Said, ...] = ()
    strategy: StrategyTest | None = None
    made: datetime | None = None

    @property
    def time(self) -> datetime:
        """When the report was made, in India."""
        return (self.made or datetime.now(INDIA)).astimezone(INDIA)

    @property
    def title(self) -> str:
        """The share's name and symbol."""
        symbol = self.prices.symbol
        return symbol.name if symbol.name == symbol.symbol else f"{symbol.name} ({symbol.symbol})"


def sourced(prices: Prices) -> str:
    """Where the prices come from, as of when, and what they are adjusted for, as one line."""
    late = " · not the latest" if prices.stale else ""
    return f"As of {moment(prices.as_of)}{late} · source: {SOURCES[prices.source]} · {BASES[prices.basis]}"


def last_close(prices: Prices) -> tuple[float, float | None, str]:
    """The last close, its change from the close before as a share, and its day in words."""
    close = prices.frame["close"].dropna()
    change = float(close.iloc[-1] / close.iloc[-2] - 1) if len(close) > 1 and close.iloc[-2] > 0 else None
    return float(close.iloc[-1]), change, day(close.index[-1].date())


def price_rows(report: Report) -> list[tuple[str, str]]:
    """The price and what traded."""
    frame = report.prices.frame
    close, change, on = last_close(report.prices)
    year = frame.iloc[-SESSIONS_A_YEAR:]
    span = f"of the last {number(len(year), 0)} sessions"
    return [
        (f"Close on {on}", rupees(close)),
        ("Change from the close before", percent(change, 2, sign=True)),
        (f"Highest {span}", rupees(float(year["high"].max()))),
        (f"Lowest {span}", rupees(float(year["low"].min()))),
        ("Volume of the last session", large_number(float(frame["volume"].iloc[-1]))),
        ("Sessions", f"{number(len(frame), 0)}, {day(frame.index[0].date())} to {day(frame.index[-1].date())}"),
    ]


def indicator_rows(report: Report) -> list[tuple[str, str]]:
    """The indicators at the last close."""
    values = report.indicators.latest()
    return [
        ("RSI 14", number(values["rsi_14"], 1)),
        ("MACD and its signal", f"{number(values['macd'])} and {number(values['macd_signal'])}"),
        ("Average of 50 sessions", rupees(values["sma_50"])),
        ("Average of 200 sessions", rupees(values["sma_200"])),
        ("Bollinger bands", f"{rupees(values['bollinger_lower'])} to {rupees(values['bollinger_upper'])}"),
        ("ATR 14", rupees(values["atr_14"])),
        ("ADX 14", number(values["adx_14"], 1)),
    ]


def risk_rows(report: Report) -> list[tuple[str, str]]:
    """The risk figures, over the days that `Risk` names."""
    risk = report.risk
    fall = percent(risk.max_drawdown)
    if risk.max_drawdown_from and risk.max_drawdown_to:
        fall += f", {day(risk.max_drawdown_from)} to {day(risk.max_drawdown_to)}"
    rows = [
        ("Period", f"{day(risk.first)} to {day(risk.last)}"),
        ("Growth a year (CAGR)", percent(risk.cagr)),
        ("Volatility a year", percent(risk.volatility)),
        ("Volatility expected for the next session, a year", percent(risk.garch_volatility)),
        ("Sharpe ratio", number(risk.sharpe)),
        ("Sortino ratio", number(risk.sortino)),
        ("Deepest fall", fall),
        ("Value at risk, one day, 95%", percent(risk.value_at_risk_95)),
        ("Expected shortfall, one day, 95%", percent(risk.expected_shortfall_95)),
    ]
    if risk.benchmark:
        rows += [
            (f"Beta to {risk.benchmark}", number(risk.beta)),
            (f"Alpha a year to {risk.benchmark}", percent(risk.alpha)),
            (f"Tracking error a year to {risk.benchmark}", percent(risk.tracking_error)),
        ]
    return rows


def strategy_rows(tested: StrategyTest) -> Iterator[tuple[str, str, str]]:
    """The rule's figures beside those of buying once and holding."""
    one, two = tested.strategy, tested.buy_and_hold
    ours, theirs = one.performance, two.performance
    yield "Return over the period", percent(ours.total_return), percent(theirs.total_return)
    yield "Growth a year (CAGR)", percent(ours.cagr), percent(theirs.cagr)
    yield "Volatility a year", percent(ours.volatility), percent(theirs.volatility)
    yield "Sharpe ratio", number(ours.sharpe), number(theirs.sharpe)
    yield "Deepest fall", percent(ours.max_drawdown), percent(theirs.max_drawdown)
    yield "Time in the market", percent(one.time_in_market, 0), percent(two.time_in_market, 0)
    yield "Trades", number(len(one.trades), 0), number(len(two.trades), 0)
    yield f"Costs, of {rupees(one.capital, 0)}", rupees(one.costs, 0), rupees(two.costs, 0)


def file_name(prices: Prices, ending: str) -> str:
    """A download's name: symbol, last session and source, with plain letters alone."""
    symbol = re.sub(r"[^A-Za-z0-9]+", "-", prices.symbol.symbol).strip("-")[:40] or "share"
    last = prices.frame.index[-1].date().isoformat() if len(prices.frame) else "empty"
    return f"{symbol}_{last}_{prices.source}.{ending}"
