"""What the exports tell of one share, gathered once: its results, and the same as rows of names and texts.

The workbook, the PDF and the HTML page take these rows, so that they say the same. It computes nothing but the day's
change and formats nothing but numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from tools.format import INDIA
from tools.stocks.indicators import Indicators
from tools.stocks.strategies import StrategyTest
from tools.stocks.types import SESSIONS_A_YEAR, Basis, FlagKind, Forecast, Prices, QualityFlag, Risk, Said, Source
from tools.stocks.words import NOT_ADVICE, Words, words_of
from tools.translations import N_, Language

SOURCES: Final[dict[Source, str]] = {
    "live": N_("live from Yahoo Finance"),
    "stored": N_("stored earlier from Yahoo Finance"),
    "file": N_("an uploaded file"),
    "sample": N_("a made-up sample, not a real share's prices"),
}
KINDS: Final[dict[FlagKind, str]] = {
    "flat_zero_volume": N_("one price, no volume"),
    "phantom_holiday": N_("a row on a holiday"),
    "missing_session": N_("a session is missing"),
    "missing_value": N_("a price is missing"),
    "split_like_jump": N_("a jump like a split"),
    "adjustment_gap": N_("adjusted and traded prices part"),
}
BASES: Final[dict[Basis, str]] = {
    "split_adjusted": N_("prices adjusted for splits and bonuses"),
    "traded": N_("prices as traded, not adjusted for splits"),
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
    language: Language = "en"

    @property
    def time(self) -> datetime:
        """When the report was made, in India."""
        return (self.made or datetime.now(INDIA)).astimezone(INDIA)

    @property
    def title(self) -> str:
        """The share's name and symbol."""
        symbol, name = self.prices.symbol, self.say(self.prices.symbol.name)
        return name if name == symbol.symbol else f"{name} ({symbol.symbol})"

    @property
    def say(self) -> Words:
        """How the report's language writes."""
        return words_of(self.language)


def sourced(report: Report) -> str:
    """Where the prices come from, as of when, and what they are adjusted for, as one line."""
    prices, say = report.prices, report.say
    parts = [
        say(N_("As of {moment}"), moment=say.moment(prices.as_of)),
        *([say(N_("not the latest"))] if prices.stale else ()),
        say(N_("source: {source}"), source=say(SOURCES[prices.source])),
        say(BASES[prices.basis]),
    ]
    return " · ".join(parts)


def last_close(report: Report) -> tuple[float, float | None, str]:
    """The last close, its change from the close before as a share, and its day in words."""
    close = report.prices.frame["close"].dropna()
    change = float(close.iloc[-1] / close.iloc[-2] - 1) if len(close) > 1 and close.iloc[-2] > 0 else None
    return float(close.iloc[-1]), change, report.say.day(close.index[-1].date())


def made(report: Report) -> str:
    """When the report was made, and that it is no advice."""
    return f"{report.say(N_('Made {moment}.'), moment=report.say.moment(report.time))} {report.say(NOT_ADVICE)}"


def price_rows(report: Report) -> list[tuple[str, str]]:
    """The price and what traded."""
    frame = report.prices.frame
    close, change, on = last_close(report)
    say, year = report.say, frame.iloc[-SESSIONS_A_YEAR:]
    many = say.number(len(year), 0)
    span = say.span(frame.index[0].date(), frame.index[-1].date())
    return [
        (say(N_("Close on {day}"), day=on), say.rupees(close)),
        (say(N_("Change from the close before")), say.percent(change, 2, sign=True)),
        (say(N_("Highest of the last {count} sessions"), count=many), say.rupees(float(year["high"].max()))),
        (say(N_("Lowest of the last {count} sessions"), count=many), say.rupees(float(year["low"].min()))),
        (say(N_("Volume of the last session")), say.large_number(float(frame["volume"].iloc[-1]))),
        (say(N_("Sessions")), f"{say.number(len(frame), 0)}, {span}"),
    ]


def indicator_rows(report: Report) -> list[tuple[str, str]]:
    """The indicators at the last close."""
    values, say = report.indicators.latest(), report.say
    two = {"line": say.number(values["macd"]), "signal": say.number(values["macd_signal"])}
    return [
        ("RSI 14", say.number(values["rsi_14"], 1)),
        (say(N_("MACD and its signal")), say(N_("{line} and {signal}"), **two)),
        (say(N_("Average of 50 sessions")), say.rupees(values["sma_50"])),
        (say(N_("Average of 200 sessions")), say.rupees(values["sma_200"])),
        (say(N_("Bollinger bands")), say.between(values["bollinger_lower"], values["bollinger_upper"])),
        ("ATR 14", say.rupees(values["atr_14"])),
        ("ADX 14", say.number(values["adx_14"], 1)),
    ]


def risk_rows(report: Report) -> list[tuple[str, str]]:
    """The risk figures, over the days that `Risk` names."""
    risk, say = report.risk, report.say
    fall = say.percent(risk.max_drawdown)
    if risk.max_drawdown_from and risk.max_drawdown_to:
        fall += f", {say.span(risk.max_drawdown_from, risk.max_drawdown_to)}"
    rows = [
        (say(N_("Period")), say.span(risk.first, risk.last)),
        (say(N_("Growth a year (CAGR)")), say.percent(risk.cagr)),
        (say(N_("Volatility a year")), say.percent(risk.volatility)),
        (say(N_("Volatility expected for the next session, a year")), say.percent(risk.garch_volatility)),
        (say(N_("Sharpe ratio")), say.number(risk.sharpe)),
        (say(N_("Sortino ratio")), say.number(risk.sortino)),
        (say(N_("Deepest fall")), fall),
        (say(N_("Value at risk, one day, 95%")), say.percent(risk.value_at_risk_95)),
        (say(N_("Expected shortfall, one day, 95%")), say.percent(risk.expected_shortfall_95)),
    ]
    if risk.benchmark:
        index = say(risk.benchmark)
        rows += [
            (say(N_("Beta to {benchmark}"), benchmark=index), say.number(risk.beta)),
            (say(N_("Alpha a year to {benchmark}"), benchmark=index), say.percent(risk.alpha)),
            (say(N_("Tracking error a year to {benchmark}"), benchmark=index), say.percent(risk.tracking_error)),
        ]
    return rows


def strategy_rows(tested: StrategyTest, say: Words) -> Iterator[tuple[str, str, str]]:
    """The rule's figures beside those of buying once and holding."""
    one, two = tested.strategy, tested.buy_and_hold
    ours, theirs = one.performance, two.performance
    yield say(N_("Return over the period")), say.percent(ours.total_return), say.percent(theirs.total_return)
    yield say(N_("Growth a year (CAGR)")), say.percent(ours.cagr), say.percent(theirs.cagr)
    yield say(N_("Volatility a year")), say.percent(ours.volatility), say.percent(theirs.volatility)
    yield say(N_("Sharpe ratio")), say.number(ours.sharpe), say.number(theirs.sharpe)
    yield say(N_("Deepest fall")), say.percent(ours.max_drawdown), say.percent(theirs.max_drawdown)
    yield say(N_("Time in the market")), say.percent(one.time_in_market, 0), say.percent(two.time_in_market, 0)
    yield say(N_("Trades")), say.number(len(one.trades), 0), say.number(len(two.trades), 0)
    yield (
        say(N_("Costs, of {rupees}"), rupees=say.rupees(one.capital, 0)),
        say.rupees(one.costs, 0),
        say.rupees(two.costs, 0),
    )
