"""The stock analyser's page: a symbol in, prices, risk, an honest forecast and words to check out. It only draws."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from tools.errors import PortalError
from tools.stocks.analysis import Analysis
from tools.translations import N_
from tools.ui.catalogue import demo
from tools.ui.frame import lead, page
from tools.ui.language import _
from tools.ui.stocks.about import about
from tools.ui.stocks.ask import ask
from tools.ui.stocks.compare import compare_tab
from tools.ui.stocks.downloads import downloads
from tools.ui.stocks.find import find_row
from tools.ui.stocks.header import header
from tools.ui.stocks.kept import kept, note_failed
from tools.ui.stocks.news import news_tab
from tools.ui.stocks.overview import overview
from tools.ui.stocks.quality import quality_tab
from tools.ui.stocks.risk import forecast_tab, risk_tab
from tools.ui.stocks.state import Visit, analysis, visit
from tools.ui.stocks.strategy import strategy_tab
from tools.ui.stocks.words import shown, waiting
from tools.ui.tabs import tabs
from tools.ui.theme import plain


def answer(seen: Visit) -> None:
    """The chosen symbol's head and tabs; without prices, what else can be done."""
    if seen.symbol is None:
        st.info(
            _("Type a company or symbol, or try the sample: the analysis appears here."), icon=":material/show_chart:"
        )
        return
    place = st.empty()
    try:
        if seen.drawn != (seen.symbol, seen.file is None):
            place.skeleton(height=420)
        with waiting(_("Getting prices and working everything out…")):
            found = analysis(seen)
        seen.drawn = (seen.symbol, seen.file is None)
    except PortalError as error:
        note_failed(seen)
        st.error(shown(error), icon=":material/cloud_off:")
        st.markdown(_("You can still use a file with daily prices, or try the sample, which needs no network."))
        return
    finally:
        place.empty()
    refused(seen)
    header(seen, found)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        kept(seen, found)
        ask(found)
    parts(seen, found)
    downloads(found)


def refused(seen: Visit) -> None:
    """Why what was chosen last is not analysed yet; what was analysed before stays below."""
    reason, wanted = seen.refused
    if not reason:
        return
    with st.container(gap="xsmall"):
        st.warning(shown(reason), icon=":material/hourglass_top:")
        if wanted is not None:
            again = _("Try again: {symbol}").format(symbol=plain(wanted.symbol))
            st.button(again, icon=":material/refresh:", key="stocks.try_again", on_click=seen.choose, args=(wanted,))


def parts(seen: Visit, found: Analysis) -> None:
    """Only the open tab is drawn."""
    draw: dict[str, Callable[[], None]] = {
        N_("Overview"): partial(overview, found),
        N_("Risk"): partial(risk_tab, found),
        N_("Forecast"): partial(forecast_tab, found),
        N_("Back-test"): partial(strategy_tab, found),
        N_("News"): partial(news_tab, found),
        N_("Compare"): partial(compare_tab, seen, found),
        N_("Data quality"): partial(quality_tab, seen, found),
    }
    tabs(draw, "stocks.tabs")


with page("stocks"):
    lead(demo("stocks").promise)
    seen = visit()
    find_row(seen)
    answer(seen)
    about()
