"""The written analysis: sentences by rules from computed values, each with the numbers that it says.

A number enters a text only through `Sentence.add`, which keeps the value under its name: whatever is printed can be
traced. It claims no direction and gives no advice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tools.stocks.types import Said

if TYPE_CHECKING:
    from tools.stocks.analysis import Analysis

STRONG_TREND = 25.0  # ADX from which Wilder (1978) calls a market trending
OVERBOUGHT, OVERSOLD = 70.0, 30.0  # RSI bands of Wilder (1978)
NEAR = 0.02  # share of the price within which two levels are called equal


@dataclass
class Sentence:
    """A sentence in the making: words, and numbers with the names of the values that they show."""

    parts: list[str] = field(default_factory=list)
    numbers: dict[str, float] = field(default_factory=dict)

    def say(self, words: str) -> Sentence:
        """Add words; digits are not allowed, so that no number is untraced (names like SMA 50 go by `term`)."""
        if any(letter.isdigit() for letter in words):
            raise ValueError(f"a number without a value: {words}")
        self.parts.append(words)
        return self

    def term(self, words: str) -> Sentence:
        """Add the fixed name of something, which may hold digits ("RSI 14", "NIFTY 50")."""
        self.parts.append(words)
        return self

    def add(self, name: str, value: float, form: str = "{:,.2f}") -> Sentence:
        """Add the value called `name` in the given form."""
        self.numbers[name] = float(value)
        self.parts.append(form.format(value))
        return self

    def percent(self, name: str, share: float, digits: int = 1) -> Sentence:
        """Add a share as a percentage; the number kept is the share."""
        self.numbers[name] = float(share)
        self.parts.append(f"{100 * share:.{digits}f} %")
        return self

    def done(self) -> Said:
        """The finished sentence."""
        return Said("".join(self.parts), dict(self.numbers))


def commentary(found: Analysis) -> tuple[Said, ...]:
    """The sentences: trend, momentum, risk, forecast, valuation, quality of the data, what would change the view."""
    return tuple(
        sentence.done()
        for part in (_price, _trend, _momentum, _risk, _market, _forecast, _valuation, _quality, _change_of_view)
        for sentence in part(found)
    )


def _price(found: Analysis) -> Iterator[Sentence]:
    told = Sentence().say("The last close is ₹").add("close", float(found.last["close"]))
    if found.change is not None:
        word = "up" if found.change >= 0 else "down"
        told.say(f", {word} ").percent("change", abs(found.change), 2).say(" on the session before")
    yield told.say(".")


def _trend(found: Analysis) -> Iterator[Sentence]:
    latest, close = found.indicators.latest(), float(found.last["close"])
    short, long, strength = latest["sma_50"], latest["sma_200"], latest["adx_14"]
    if short is None or long is None:
        return
    above = close > short > long
    below = close < short < long
    shape = "a rising" if above else "a falling" if below else "no clear"
    told = Sentence().say(f"Trend: {shape} order of price and averages; the ").term("50-session average").say(" is ₹")
    told.add("sma_50", short).say(" and the ").term("200-session average").say(" ₹").add("sma_200", long)
    yield told.say(".")
    if strength is not None:
        word = "strong enough to be called a trend" if strength >= STRONG_TREND else "weak"
        yield Sentence().term("ADX 14").say(" is ").add("adx_14", strength, "{:.1f}").say(f": the movement is {word}.")


def _momentum(found: Analysis) -> Iterator[Sentence]:
    latest = found.indicators.latest()
    strength = latest["rsi_14"]
    if strength is not None:
        word = "high" if strength >= OVERBOUGHT else "low" if strength <= OVERSOLD else "in the middle of its range"
        yield (
            Sentence().say("Momentum: ").term("RSI 14").say(" is ").add("rsi_14", strength, "{:.1f}").say(f", {word}.")
        )
    line, signal = latest["macd"], latest["macd_signal"]
    if line is not None and signal is not None:
        side = "above" if line > signal else "below"
        told = Sentence().say("The MACD line at ").add("macd", line).say(f" stands {side} its signal line at ")
        yield told.add("macd_signal", signal).say(".")


def _risk(found: Analysis) -> Iterator[Sentence]:
    risk = found.risk
    if risk.volatility is not None:
        told = Sentence().say("Risk: the price has moved by ").percent("volatility", risk.volatility).say(" a year")
        if risk.garch_volatility is not None:
            told.say("; for the next session a yearly rate of ").percent("garch_volatility", risk.garch_volatility)
            told.say(" is to be expected")
        yield told.say(".")
    if risk.max_drawdown is not None and risk.max_drawdown_from and risk.max_drawdown_to:
        told = Sentence().say("Its deepest fall was ").percent("max_drawdown", abs(risk.max_drawdown)).say(", from ")
        told.term(f"{risk.max_drawdown_from:%d %B %Y}").say(" to ").term(f"{risk.max_drawdown_to:%d %B %Y}")
        yield told.say(".")
    if risk.value_at_risk_95 is not None:
        told = Sentence().say("On one session in twenty it lost ")
        yield told.percent("value_at_risk_95", abs(risk.value_at_risk_95)).say(" or more.")
    if risk.sharpe is not None and risk.cagr is not None:
        told = (
            Sentence().say("With dividends it grew by ").percent("cagr", risk.cagr).say(" a year; its Sharpe ratio is ")
        )
        yield told.add("sharpe", risk.sharpe).say(".")


def _market(found: Analysis) -> Iterator[Sentence]:
    risk = found.risk
    if risk.beta is None:
        return
    told = Sentence().say("Against ").term(risk.benchmark).say(" its beta is ").add("beta", risk.beta)
    yield told.say(": it moves " + ("more" if risk.beta > 1 else "less") + " than the index.")


def _forecast(found: Analysis) -> Iterator[Sentence]:
    fan = found.forecast
    if fan is None:
        yield Sentence().say("Forecast: the series is too short for one.")
        return
    each = next((horizon for horizon in fan.horizons if horizon.days == 21), fan.horizons[-1])
    told = Sentence().say("Forecast: no direction is claimed; over ").add("days", each.days, "{:.0f}")
    told.say(" sessions eight of ten outcomes lie between ₹").add("low_80", each.low_80).say(" and ₹")
    yield told.add("high_80", each.high_80).say(".")
    score = next((score for score in fan.backtest if score.days == each.days), None)
    if score:
        told = Sentence().say("In the past of this series such a range held the outcome in ")
        told.percent("coverage_80", score.coverage_80, 0).say(" of ").add("origins", score.origins, "{:.0f}")
        yield told.say(" trials.")


def _valuation(found: Analysis) -> Iterator[Sentence]:
    known = found.valuation
    if known and known.price_earnings:
        told = Sentence().say("Valuation: the price is ").add("price_earnings", known.price_earnings, "{:.1f}")
        told.say(" times the earnings")
        if known.price_book:
            told.say(" and ").add("price_book", known.price_book, "{:.1f}").say(" times the book value")
        yield told.say(", as the source gives it.")


def _quality(found: Analysis) -> Iterator[Sentence]:
    count = len(found.flags)
    if not count:
        yield Sentence().say("Data: nothing about the series looked wrong.")
        return
    left_out = len(found.prices.frame) - len(found.clean.frame)
    told = Sentence().say("Data: ").add("flags", count, "{:.0f}").say(" flag" + ("s" if count > 1 else ""))
    if left_out:
        told.say("; ").add("left_out", left_out, "{:.0f}").say(" rows without a trade were left out of all figures")
    yield told.say("; see the quality of the data.")


def _change_of_view(found: Analysis) -> Iterator[Sentence]:
    long, close = found.indicators.latest()["sma_200"], float(found.last["close"])
    if long is None:
        return
    side = "below" if close > long else "above"
    gap = abs(close / long - 1)
    told = Sentence().say("What would change the view: a close ").say(side).say(" the ").term("200-session average")
    told.say(", now ").percent("distance_to_sma_200", gap).say(" away")
    yield told.say(", which is near." if gap < NEAR else ".")
