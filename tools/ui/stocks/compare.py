"""Several shares beside each other: from a common start, how alike they move, and as a small portfolio."""

from __future__ import annotations

from functools import partial

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
from tools.translations import N_
from tools.ui.charts import look
from tools.ui.frame import guard
from tools.ui.language import _
from tools.ui.sign_in import fragment
from tools.ui.stocks.overview import draw
from tools.ui.stocks.state import Visit
from tools.ui.stocks.words import shown, waiting, words
from tools.ui.theme import plain

MOST = 7  # beside the chosen share
HELD = N_(
    "Growth a year {growth}, volatility {volatility}, deepest fall {fall}, over the sessions that all have. Weights "
    "are scaled to 100 %."
)
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


@fragment
def compare_tab(seen: Visit, found: Analysis) -> None:
    """Choose shares or indices; the sector's index and large shares of the same industry are offered first."""
    with guard():
        symbols = {entry.symbol.symbol: entry.symbol for entry in entries()}
        own = found.prices.symbol
        peers = [each.symbol for each in symbols.values() if each.industry and each.industry == own.industry]
        sector = [SECTORS[own.industry]] if own.industry in SECTORS else []
        first = sector + [symbol for symbol in peers if symbols[symbol].nifty50 and symbol != own.symbol]
        chosen = st.multiselect(
            _("Beside it"),
            [*first, *(symbol for symbol in symbols if symbol not in first and symbol != own.symbol)],
            default=seen.compared,
            max_selections=MOST,
            format_func=lambda symbol: f"{symbol} · {symbols[symbol].name}",
            placeholder=_("Choose up to seven; the sector's index and its large shares come first"),
            key="stocks.compared",
        )
        seen.compared = list(chosen)
        series: list[Prices] = [found.clean]
        failed: list[tuple[str, PortalError]] = []
        if chosen:
            with waiting(_("Fetching prices…")):
                got = prices_of_all([symbols[symbol] for symbol in chosen])
            series += [usable(each, flags_of(each)) for each in got.values() if isinstance(each, Prices)]
            failed = [(name, error) for name, error in got.items() if isinstance(error, PortalError)]
        for name, error in failed:
            st.warning(f"{plain(name)}: {shown(error)}", icon=":material/warning:")
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
        st.info(_("Choose at least one share to compare with."), icon=":material/compare_arrows:")
        return
    told, say = compare(series, benchmark), words()
    own, of = series[0].source == "file", _told(series, benchmark)
    draw("stocks.rebased", of, partial(rebased, told, **look()), own=own)
    names = list(told.windows)
    st.table({_("Period"): [_(name) for name in told.windows[names[0]]], **{
        name: [say.percent(value, sign=True) for value in told.windows[name].values()] for name in names
    }})  # fmt: skip
    for note in told.notes:
        st.caption(shown(note))
    if told.correlation is not None:
        draw("stocks.correlation", of, partial(correlation, told, **look()), own=own)
    if len(series) > 1:
        _portfolio(series)


def _told(series: list[Prices], benchmark: Prices | None) -> tuple[str, ...]:
    """What tells these prices from others: the sum of all closes is that of one series of one moment."""
    told = [*series, *([benchmark] if benchmark else [])]
    return tuple(
        f"{each.symbol.symbol} {each.source} {each.as_of.isoformat()} {len(each.frame)} {each.frame['close'].sum()!r}"
        for each in told
    )


def _portfolio(series: list[Prices]) -> None:
    st.subheader(_("As a portfolio"), anchor=False)
    symbols = [each.symbol.symbol for each in series]
    with st.container(horizontal=True, gap="small"):
        weights = {
            symbol: st.number_input(
                f"{symbol} %", 0.0, 100.0, 100 / len(symbols), 5.0, key=f"stocks.weight.{symbol}", width=130
            )
            for symbol in symbols
        }
    if not sum(weights.values()):
        st.info(_("Give at least one share a weight."), icon=":material/info:")
        return
    held = portfolio(series, weights)
    told, say = held.performance, words()
    st.markdown(
        _(HELD).format(
            growth=say.percent(told.cagr), volatility=say.percent(held.volatility), fall=say.percent(told.max_drawdown)
        )
    )
    own, of = series[0].source == "file", _told(series, None)
    shares = (f"{weight!r}" for weight in weights.values())
    draw("stocks.contribution", (*of, *shares), partial(risk_contribution, held, **look()), own=own)
    if st.toggle(_("Efficient frontier"), key="stocks.frontier"):
        with waiting(_("Working out the frontier…")):
            mixes = frontier_of(series)
        draw("stocks.frontier_chart", of, partial(frontier, mixes, **look()), own=own)
        st.caption(shown(mixes.caution))
