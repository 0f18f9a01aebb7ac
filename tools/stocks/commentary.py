"""The written analysis: sentences by rules from computed values, each with the numbers that it says.

A sentence is a template with named gaps. A number enters it only through a gap whose value is kept under the gap's
name: whatever is printed, in either language, can be traced. It claims no direction and gives no advice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from tools.stocks.types import Said
from tools.stocks.words import Words, words_of
from tools.translations import FIELD, N_, Language

if TYPE_CHECKING:
    from tools.stocks.analysis import Analysis

STRONG_TREND = 25.0  # ADX from which Wilder (1978) calls a market trending
OVERBOUGHT, OVERSOLD = 70.0, 30.0  # RSI bands of Wilder (1978)
NEAR = 0.02  # share of the price within which two levels are called equal

FIFTY: Final = N_("50-session average")
TWO_HUNDRED: Final = N_("200-session average")

CLOSE: Final = N_("The last close is ₹{close}.")
CLOSE_UP: Final = N_("The last close is ₹{close}, up {change} on the session before.")
CLOSE_DOWN: Final = N_("The last close is ₹{close}, down {change} on the session before.")
RISING: Final = N_("Trend: a rising order of price and averages; the {short} is ₹{sma_50} and the {long} ₹{sma_200}.")
FALLING: Final = N_("Trend: a falling order of price and averages; the {short} is ₹{sma_50} and the {long} ₹{sma_200}.")
UNORDERED: Final = N_(
    "Trend: no clear order of price and averages; the {short} is ₹{sma_50} and the {long} ₹{sma_200}."
)
STRONG: Final = N_("{indicator} is {adx_14}: the movement is strong enough to be called a trend.")
WEAK: Final = N_("{indicator} is {adx_14}: the movement is weak.")
MOMENTUM_HIGH: Final = N_("Momentum: {indicator} is {rsi_14}, high.")
MOMENTUM_LOW: Final = N_("Momentum: {indicator} is {rsi_14}, low.")
MOMENTUM_MIDDLE: Final = N_("Momentum: {indicator} is {rsi_14}, in the middle of its range.")
MACD_ABOVE: Final = N_("The MACD line at {macd} stands above its signal line at {macd_signal}.")
MACD_BELOW: Final = N_("The MACD line at {macd} stands below its signal line at {macd_signal}.")
MOVED: Final = N_("Risk: the price has moved by {volatility} a year.")
MOVED_AND_EXPECTED: Final = N_(
    "Risk: the price has moved by {volatility} a year; for the next session a yearly rate of {garch_volatility} is to "
    "be expected."
)
DEEPEST: Final = N_("Its deepest fall was {max_drawdown}, from {first} to {last}.")
ONE_IN_TWENTY: Final = N_("On one session in twenty it lost {value_at_risk_95} or more.")
GREW: Final = N_("With dividends it grew by {cagr} a year; its Sharpe ratio is {sharpe}.")
MORE_THAN_INDEX: Final = N_("Against {benchmark} its beta is {beta}: it moves more than the index.")
LESS_THAN_INDEX: Final = N_("Against {benchmark} its beta is {beta}: it moves less than the index.")
NO_FORECAST: Final = N_("Forecast: the series is too short for one.")
FORECAST: Final = N_(
    "Forecast: no direction is claimed; over {days} sessions eight of ten outcomes lie between ₹{low_80} and "
    "₹{high_80}."
)
COVERED: Final = N_("In the past of this series such a range held the outcome in {coverage_80} of {origins} trials.")
EARNINGS: Final = N_("Valuation: the price is {price_earnings} times the earnings, as the source gives it.")
EARNINGS_AND_BOOK: Final = N_(
    "Valuation: the price is {price_earnings} times the earnings and {price_book} times the book value, as the source "
    "gives it."
)
CLEAN: Final = N_("Data: nothing about the series looked wrong.")
FLAGGED_ONCE: Final = N_("Data: {flags} flag; see the quality of the data.")
FLAGGED: Final = N_("Data: {flags} flags; see the quality of the data.")
LEFT_OUT: Final = N_(
    "Data: {flags} flags; {left_out} rows without a trade were left out of all figures; see the quality of the data."
)
VIEW_BELOW: Final = N_("What would change the view: a close below the {average}, now {distance_to_sma_200} away.")
VIEW_ABOVE: Final = N_("What would change the view: a close above the {average}, now {distance_to_sma_200} away.")
VIEW_NEAR_BELOW: Final = N_(
    "What would change the view: a close below the {average}, now {distance_to_sma_200} away, which is near."
)
VIEW_NEAR_ABOVE: Final = N_(
    "What would change the view: a close above the {average}, now {distance_to_sma_200} away, which is near."
)


@dataclass(frozen=True)
class Amount:
    """A value as a number with so many digits after the point."""

    value: float
    digits: int = 2


@dataclass(frozen=True)
class Share:
    """A share of one, said as a percentage."""

    value: float
    digits: int = 1


Gap = Amount | Share | date | str  # a text is the fixed name of something, which may hold digits ("RSI 14")


def stated(template: str, **gaps: Gap) -> Said:
    """The sentence `template` with its values; digits outside the gaps are refused, so that no number is untraced."""
    if any(letter.isdigit() for letter in FIELD.sub("", template)):
        raise ValueError(f"a number without a value: {template}")
    numbers = {name: float(gap.value) for name, gap in gaps.items() if isinstance(gap, Amount | Share)}
    return Said(_filled(template, gaps, words_of("en")), numbers, template, gaps)


def told(said: Said, language: Language) -> str:
    """The sentence in one language, from the same values."""
    return _filled(said.template, said.gaps, words_of(language)) if said.template else said.text


def _filled(template: str, gaps: Mapping[str, Gap], say: Words) -> str:
    return say(template, **{name: _shown(gap, say) for name, gap in gaps.items()})


def _shown(gap: Gap, say: Words) -> str:
    if isinstance(gap, Amount):
        return say.number(gap.value, gap.digits)
    if isinstance(gap, Share):
        return f"{100 * gap.value:.{gap.digits}f} %"
    return say.day(gap) if isinstance(gap, date) else say(gap)


def commentary(found: Analysis) -> tuple[Said, ...]:
    """The sentences: trend, momentum, risk, forecast, valuation, quality of the data, what would change the view."""
    parts = (_price, _trend, _momentum, _risk, _market, _forecast, _valuation, _quality, _change_of_view)
    return tuple(said for part in parts for said in part(found))


def _price(found: Analysis) -> Iterator[Said]:
    close = Amount(float(found.last["close"]))
    if found.change is None:
        yield stated(CLOSE, close=close)
    else:
        yield stated(CLOSE_UP if found.change >= 0 else CLOSE_DOWN, close=close, change=Share(abs(found.change), 2))


def _trend(found: Analysis) -> Iterator[Said]:
    latest, close = found.indicators.latest(), float(found.last["close"])
    short, long, strength = latest["sma_50"], latest["sma_200"], latest["adx_14"]
    if short is None or long is None:
        return
    shape = RISING if close > short > long else FALLING if close < short < long else UNORDERED
    yield stated(shape, short=FIFTY, sma_50=Amount(short), long=TWO_HUNDRED, sma_200=Amount(long))
    if strength is not None:
        yield stated(STRONG if strength >= STRONG_TREND else WEAK, indicator="ADX 14", adx_14=Amount(strength, 1))


def _momentum(found: Analysis) -> Iterator[Said]:
    latest = found.indicators.latest()
    strength = latest["rsi_14"]
    if strength is not None:
        where = MOMENTUM_HIGH if strength >= OVERBOUGHT else MOMENTUM_LOW if strength <= OVERSOLD else MOMENTUM_MIDDLE
        yield stated(where, indicator="RSI 14", rsi_14=Amount(strength, 1))
    line, signal = latest["macd"], latest["macd_signal"]
    if line is not None and signal is not None:
        side = MACD_ABOVE if line > signal else MACD_BELOW
        yield stated(side, macd=Amount(line), macd_signal=Amount(signal))


def _risk(found: Analysis) -> Iterator[Said]:
    risk = found.risk
    if risk.volatility is not None:
        moved = Share(risk.volatility)
        if risk.garch_volatility is None:
            yield stated(MOVED, volatility=moved)
        else:
            yield stated(MOVED_AND_EXPECTED, volatility=moved, garch_volatility=Share(risk.garch_volatility))
    if risk.max_drawdown is not None and risk.max_drawdown_from and risk.max_drawdown_to:
        first, last = risk.max_drawdown_from, risk.max_drawdown_to
        yield stated(DEEPEST, max_drawdown=Share(abs(risk.max_drawdown)), first=first, last=last)
    if risk.value_at_risk_95 is not None:
        yield stated(ONE_IN_TWENTY, value_at_risk_95=Share(abs(risk.value_at_risk_95)))
    if risk.sharpe is not None and risk.cagr is not None:
        yield stated(GREW, cagr=Share(risk.cagr), sharpe=Amount(risk.sharpe))


def _market(found: Analysis) -> Iterator[Said]:
    beta = found.risk.beta
    if beta is not None:
        side = MORE_THAN_INDEX if beta > 1 else LESS_THAN_INDEX
        yield stated(side, benchmark=found.risk.benchmark, beta=Amount(beta))


def _forecast(found: Analysis) -> Iterator[Said]:
    fan = found.forecast
    if fan is None:
        yield stated(NO_FORECAST)
        return
    each = next((horizon for horizon in fan.horizons if horizon.days == 21), fan.horizons[-1])
    yield stated(FORECAST, days=Amount(each.days, 0), low_80=Amount(each.low_80), high_80=Amount(each.high_80))
    score = next((score for score in fan.backtest if score.days == each.days), None)
    if score:
        yield stated(COVERED, coverage_80=Share(score.coverage_80, 0), origins=Amount(score.origins, 0))


def _valuation(found: Analysis) -> Iterator[Said]:
    known = found.valuation
    if known and known.price_earnings:
        earnings = Amount(known.price_earnings, 1)
        if known.price_book:
            yield stated(EARNINGS_AND_BOOK, price_earnings=earnings, price_book=Amount(known.price_book, 1))
        else:
            yield stated(EARNINGS, price_earnings=earnings)


def _quality(found: Analysis) -> Iterator[Said]:
    count = len(found.flags)
    left_out = len(found.prices.frame) - len(found.clean.frame)
    if not count:
        yield stated(CLEAN)
    elif left_out:
        yield stated(LEFT_OUT, flags=Amount(count, 0), left_out=Amount(left_out, 0))
    else:
        yield stated(FLAGGED if count > 1 else FLAGGED_ONCE, flags=Amount(count, 0))


def _change_of_view(found: Analysis) -> Iterator[Said]:
    long, close = found.indicators.latest()["sma_200"], float(found.last["close"])
    if long is None:
        return
    gap = abs(close / long - 1)
    below, above = (VIEW_NEAR_BELOW, VIEW_NEAR_ABOVE) if gap < NEAR else (VIEW_BELOW, VIEW_ABOVE)
    yield stated(below if close > long else above, average=TWO_HUNDRED, distance_to_sma_200=Share(gap))
