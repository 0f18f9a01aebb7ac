"""Takes an analysis to the assistant: the computed values, not the prices they come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tools.chat.types import Fact
from tools.stocks.analysis import Analysis
from tools.stocks.commentary import CLEAN, told
from tools.stocks.words import NOT_ADVICE, words_of
from tools.translations import LANGUAGES, N_
from tools.ui.ask import ask_about, both

TOPICS: Final = {
    "close": ("price", "overview"),
    "change": ("price",),
    "sma_50": ("trend", "overview"),
    "adx_14": ("trend",),
    "rsi_14": ("rsi", "overview"),
    "macd": ("macd",),
    "volatility": ("volatility", "overview"),
    "max_drawdown": ("fall",),
    "value_at_risk_95": ("fall",),
    "sharpe": ("returns", "overview"),
    "beta": ("beta",),
    "low_80": ("forecast", "overview"),
    "coverage_80": ("sure",),
    "price_earnings": ("valuation",),
    "flags": ("quality",),
    "distance_to_sma_200": ("view",),
}
"""What a written sentence is asked for by, after a number that it says."""
OF: Final = N_("The prices of {name} are {source}, up to {day}; {sessions} sessions.")
SOURCES: Final = {
    "live": N_("live from the source"),
    "stored": N_("stored earlier"),
    "file": N_("from your file"),
    "sample": N_("invented for a sample"),
}
BANDS: Final = N_("The Bollinger bands stand at {low}, {middle} and {high}.")
TRUE_RANGE: Final = N_("{indicator} is {value}: so far it moves in a session, on average.")
HORIZON: Final = N_(
    "In {days} sessions the middle of the forecast is {median}; eight of ten outcomes lie between {low} and {high}."
)
NO_VALUATION: Final = N_("The source gives no valuation (earnings, book value) of this share.")
NO_BETA: Final = N_("Beta was not worked out: there is no index to compare with.")


def ask(found: Analysis) -> None:
    """A button."""
    ask_about("stocks", found.prices.symbol.name, found.to_dict, facts=lambda: tuple(facts(found)))


def facts(found: Analysis) -> Iterator[Fact]:
    """The written analysis, then figures that it leaves out, and where the prices come from."""
    for said in found.said:
        topics = tuple(dict.fromkeys(each for name in said.numbers for each in TOPICS.get(name, ())))
        if said.template == CLEAN:
            topics = ("quality",)
        yield Fact({language: told(said, language) for language in LANGUAGES}, topics)
    yield from _levels(found)
    yield from _horizons(found)
    if found.risk.beta is None:
        yield Fact(both(NO_BETA), ("beta",))
    if found.valuation is None or not found.valuation.price_earnings:
        yield Fact(both(NO_VALUATION), ("valuation",))
    yield _origin(found)
    yield Fact(both(NOT_ADVICE), ("advice",))


def _levels(found: Analysis) -> Iterator[Fact]:
    latest, shown = found.indicators.latest(), words_of("en").rupees
    low, middle, high = (latest[f"bollinger_{name}"] for name in ("lower", "middle", "upper"))
    if low is not None and middle is not None and high is not None:
        yield Fact(both(BANDS, low=shown(low), middle=shown(middle), high=shown(high)), ("bands",))
    if (value := latest["atr_14"]) is not None:
        yield Fact(both(TRUE_RANGE, indicator="ATR 14", value=shown(value)), ("atr",))


def _horizons(found: Analysis) -> Iterator[Fact]:
    shown = words_of("en").rupees
    for each in found.forecast.horizons if found.forecast else ():
        gaps = {"median": shown(each.median), "low": shown(each.low_80), "high": shown(each.high_80)}
        yield Fact(both(HORIZON, days=each.days, **gaps), ("forecast",))


def _origin(found: Analysis) -> Fact:
    frame = found.clean.frame
    last = frame.index[-1].date()
    said = both(
        OF,
        name=found.prices.symbol.name,
        source=both(SOURCES[found.prices.source]),
        day={language: words_of(language).day(last) for language in LANGUAGES},
        sessions=len(frame),
    )
    return Fact(said, ("source", "overview"))
