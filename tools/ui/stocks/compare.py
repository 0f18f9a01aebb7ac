"""Several shares beside each other: from a common start, how alike they move, and as a small portfolio."""

from __future__ import annotations

import streamlit as st

from tools.errors import PortalError
from tools.stocks.analysis import Analysis
from tools.stocks.charts import correlation, frontier, rebased, risk_contribution
from tools.stocks.compare import compare
from tools.stocks.get import benchmark_prices, prices_of_all
from tools.stocks.portfolio import frontier as frontier_of
from tools.stocks.portfolio import portfolio
from tools.stocks.quality import flags_of, usable
from tools.stocks.sample import SAMPLE, sample_benchmark
from tools.stocks.symbols import entries
from tools.stocks.types import Prices
from tools.stocks.words import percent
from tools.ui.frame import guard
from tools.ui.stocks.overview import draw
from tools.ui.stocks.state import Visit
from tools.ui.theme import dark, plain

MOST = 7  # beside the chosen share
SECTORS = {  # industries of the exchange's lists that have an index of their own
    "Automobile and Auto Components": "NIFTY AUTO",
    "Fast Moving Consumer Goods": "NIFTY FMCG",
    "Healthcare": "NIFTY PHARMA",
    "Information Technology": "NIFTY IT",
    "Media Entertainment & Publication": "NIFTY MEDIA",
    "Metals & Mining": "NIFTY METAL",
    "Oil Gas & Consumable Fuels": "NIFTY ENERGY",
    "Power": "NIFTY ENERGY",
    "Realty": "NIFTY REALTY",
    "Financial Services": "NIFTY BANK",
}


@st.fragment
def compare_tab(seen: Visit, found: Analysis) -> None:
    """Choose shares or indices; the sector's index and large shares of the same industry are offered first."""
    with guard():
        symbols = {entry.symbol.symbol: entry.symbol for entry in entries()}
        own = found.prices.symbol
        peers = [each.symbol for each in symbols.values() if each.industry and each.industry == own.industry]
        sector = [SECTORS[own.industry]] if own.industry in SECTORS else []
        first = sector + [symbol for symbol in peers if symbols[symbol].nifty50 and symbol != own.symbol]
        chosen = st.multiselect(
            "Beside it",
            [*first, *(symbol for symbol in symbols if symbol not in first and symbol != own.symbol)],
            default=seen.compared,
            max_selections=MOST,
            format_func=lambda symbol: f"{symbol} · {symbols[symbol].name}",
            placeholder="Choose up to seven; the sector's index and its large shares come first",
            key="stocks.compared",
        )
        seen.compared = list(chosen)
        series, failed = [found.clean], []
        if chosen:
            with st.spinner("Fetching prices…", show_time=True):
                got = prices_of_all([symbols[symbol] for symbol in chosen])
            series += [usable(each, flags_of(each)) for each in got.values() if isinstance(each, Prices)]
            failed = [f"{name}: {error}" for name, error in got.items() if isinstance(error, PortalError)]
        for sentence in failed:
            st.warning(plain(sentence), icon=":material/warning:")
        _compared(series, _benchmark(found))


def _benchmark(found: Analysis) -> Prices | None:
    if found.prices.symbol == SAMPLE:
        return sample_benchmark()
    try:
        return None if found.prices.symbol.index else benchmark_prices()
    except PortalError:
        return None


def _compared(series: list[Prices], benchmark: Prices | None) -> None:
    if len(series) + bool(benchmark) < 2:
        st.info("Choose at least one share to compare with.", icon=":material/compare_arrows:")
        return
    told = compare(series, benchmark)
    draw(rebased(told, dark=dark()), "stocks.rebased")
    names = list(told.windows)
    st.table({"": list(told.windows[names[0]]), **{
        name: [percent(value, sign=True) for value in told.windows[name].values()] for name in names
    }})  # fmt: skip
    for note in told.notes:
        st.caption(plain(note))
    if told.correlation is not None:
        draw(correlation(told, dark=dark()), "stocks.correlation")
    if len(series) > 1:
        _portfolio(series)


def _portfolio(series: list[Prices]) -> None:
    st.subheader("As a portfolio", anchor=False)
    symbols = [each.symbol.symbol for each in series]
    with st.container(horizontal=True, gap="small"):
        weights = {
            symbol: st.number_input(
                f"{symbol} %", 0.0, 100.0, 100 / len(symbols), 5.0, key=f"stocks.weight.{symbol}", width=130
            )
            for symbol in symbols
        }
    if not sum(weights.values()):
        st.info("Give at least one share a weight.", icon=":material/info:")
        return
    held = portfolio(series, weights)
    told = held.performance
    st.markdown(
        f"Growth a year {percent(told.cagr)}, volatility {percent(held.volatility)}, deepest fall "
        f"{percent(told.max_drawdown)}, over the sessions that all have. Weights are scaled to 100 %."
    )
    draw(risk_contribution(held, dark=dark()), "stocks.contribution")
    if st.toggle("Efficient frontier", key="stocks.frontier"):
        with st.spinner("Working out the frontier…", show_time=True):
            mixes = frontier_of(series)
        draw(frontier(mixes, dark=dark()), "stocks.frontier_chart")
        st.caption(plain(mixes.caution))
