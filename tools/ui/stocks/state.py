"""What the stock page remembers during a visit, and the analyses that all sessions share. Draws nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

import streamlit as st

from tools.errors import PortalError, QueueFull, ShuttingDown
from tools.stocks.analysis import Analysis, analyse
from tools.stocks.files import prices_from_csv, with_day
from tools.stocks.get import benchmark_prices, prices_of
from tools.stocks.news import valuation_of
from tools.stocks.sample import SAMPLE, sample_benchmark, sample_prices
from tools.stocks.symbols import find
from tools.stocks.types import Prices, Symbol
from tools.ui.limits import start, turn

KEY = "stocks.visit"
FRESH_SECONDS = 300  # an analysis is shared by all sessions for so long


@dataclass
class Visit:
    """One visitor's choice."""

    symbol: Symbol | None = None
    file: Prices | None = None  # prices that the visitor uploaded; they are this visit's alone
    compared: list[str] = field(default_factory=list)  # symbols beside the chosen one
    leave_out: bool = False
    of_file: tuple[Prices, bool, Analysis] | None = None  # what the file gave, and whether odd rows were left out
    worked_out: str = ""  # the key of the analysis that this visit saw last
    last: tuple[Symbol, Prices | None, bool] | None = None  # what was analysed last: symbol, file, and what is left out
    refused: tuple[str, Symbol | None] = ("", None)  # why a limit let the last choice not begin, and what it was
    drawn: tuple[Symbol, bool] | None = None  # what the page showed last: the symbol, and whether from the market

    def choose(self, symbol: Symbol) -> None:
        """Open a symbol; the address of the page names it, so that it can be shared."""
        self.symbol, self.file, self.compared = symbol, None, []
        st.query_params["symbol"] = symbol.symbol

    def use_file(self, name: str, data: bytes, symbol: Symbol) -> None:
        """Open the prices of a file; one day of the exchange is put into the series that is kept or fetched.

        Raises
        ------
        PortalError
            The file cannot be used, has no series for its day, or a limit is reached; the sentence says what to do.
        """
        start()
        made = prices_from_csv(name, data, symbol)
        self.file = with_day(prices_of(symbol), made) if len(made.frame) == 1 and symbol.yahoo else made
        self.symbol = symbol


def visit() -> Visit:
    """This visitor's state, made at the first visit from the page's address."""
    if KEY not in st.session_state:
        made = Visit()
        if wanted := st.query_params.get("symbol", "")[:40]:
            made.symbol = SAMPLE if wanted == SAMPLE.symbol else next(iter(find(wanted, 1)), None)
        st.session_state[KEY] = made
    return cast(Visit, st.session_state[KEY])


def analysis(seen: Visit) -> Analysis:
    """Everything about the chosen symbol; raises what getting its prices raises.

    When a limit lets it not begin, what was analysed before stays chosen, and `seen.refused` says why.
    """
    seen.refused = ("", None)
    try:
        found = _worked_out(seen)
    except (QueueFull, ShuttingDown) as error:
        if seen.last is None or seen.last == (seen.symbol, seen.file, seen.leave_out):
            raise
        seen.refused = (str(error), seen.symbol if seen.file is None else None)
        seen.symbol, seen.file, seen.leave_out = seen.last
        st.query_params["symbol"] = seen.symbol.symbol
        return _worked_out(seen)
    assert seen.symbol is not None
    seen.last = (seen.symbol, seen.file, seen.leave_out)
    return found


def _worked_out(seen: Visit) -> Analysis:
    assert seen.symbol is not None
    if seen.file is not None:
        return _of_file(seen, seen.file)
    prices = sample_prices() if seen.symbol == SAMPLE else prices_of(seen.symbol)
    key = f"{seen.symbol.symbol} {prices.as_of.isoformat()} {len(prices.frame)} {prices.stale}"
    if seen.worked_out == f"{key} {seen.leave_out}":
        return _analysed(key, seen.leave_out, prices)
    start()
    with turn():  # the first look at it may have to work it out
        found = _analysed(key, seen.leave_out, prices)
    seen.worked_out = f"{key} {seen.leave_out}"
    return found


def _of_file(seen: Visit, file: Prices) -> Analysis:
    """Worked out once for each file and choice, and kept for this visit alone."""
    if seen.of_file is None or seen.of_file[0] is not file or seen.of_file[1] != seen.leave_out:
        with turn():
            seen.of_file = file, seen.leave_out, analyse(file, _index(), leave_out=seen.leave_out)
    return seen.of_file[2]


@st.cache_resource(show_spinner=False, max_entries=64, ttl=FRESH_SECONDS)
def _analysed(key: str, leave_out: bool, _prices: Prices) -> Analysis:
    """Shared by all sessions and only read: newer prices have another key."""
    assert key
    if _prices.symbol == SAMPLE:
        return analyse(_prices, sample_benchmark(), leave_out=leave_out)
    benchmark = None if _prices.symbol.index else _index()
    return analyse(_prices, benchmark, valuation=valuation_of(_prices.symbol), leave_out=leave_out)


def _index() -> Prices | None:
    """The benchmark; None when it cannot be had: the figures against it are then left out."""
    try:
        return benchmark_prices()
    except PortalError:
        return None
