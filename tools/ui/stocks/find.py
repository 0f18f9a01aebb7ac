"""Which share: by symbol, name, former symbol or a misspelling; from a file; or the sample that needs no network."""

from __future__ import annotations

import streamlit as st

from tools.errors import PortalError
from tools.stocks.sample import SAMPLE
from tools.stocks.symbols import Entry, entries, find, symbol_of
from tools.stocks.types import Symbol
from tools.stocks.words import Words, words_of
from tools.translations import N_, Language
from tools.ui.language import _, language
from tools.ui.stocks.state import Visit
from tools.ui.stocks.words import shown
from tools.ui.theme import plain

QUICK = ("RELIANCE", "TCS", "HDFCBANK", "NIFTY 50")
TYPED = "stocks.typed"


def find_row(seen: Visit) -> None:
    """The search box, quick choices, a file, the sample."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="stocks-find"):
        st.selectbox(
            _("Company or symbol"),
            _labels(language()),
            index=None,
            placeholder=_("Type a name or symbol: Tata Motors, INFY, bank nifty…"),
            accept_new_options=True,
            key=TYPED,
            on_change=_typed,
            args=(seen,),
            width=420,
        )
        for symbol in QUICK:
            st.button(symbol, key=f"stocks.quick.{symbol}", on_click=_open, args=(seen, symbol))
        invented = _("Sample (invented)")
        st.button(invented, key="stocks.sample", icon=":material/science:", on_click=seen.choose, args=(SAMPLE,))
        with st.popover(_("Use a file"), icon=":material/upload_file:"):
            _upload(seen)
    if near := st.session_state.get("stocks.near"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{_('Did you mean')}**", width="content")
            for symbol in near:
                st.button(
                    f"{symbol.symbol} · {plain(symbol.name)}",
                    key=f"stocks.near.{symbol.symbol}",
                    on_click=_open,
                    args=(seen, symbol.symbol),
                )


@st.cache_resource(show_spinner=False, max_entries=2)
def _labels(chosen: Language) -> list[str]:
    """Every symbol with its names and the symbols that it had before: what the box searches while one types."""
    return [_label(entry, words_of(chosen)) for entry in entries()]


def _label(entry: Entry, say: Words) -> str:
    symbol = entry.symbol
    names = [symbol.symbol, symbol.name, *(entry.hindi[:1] if say.language == "hi" else ())]
    was = f" ({say(N_('was {former}'), former=', '.join(symbol.former))})" if symbol.former else ""
    return " · ".join(names) + was


def _typed(seen: Visit) -> None:
    text = st.session_state.get(TYPED) or ""
    st.session_state["stocks.near"] = ()
    code = text.split(" · ", 1)[0]
    try:
        seen.choose(symbol_of(code))
        return
    except PortalError:
        near = find(text, 4)
    if len(near) == 1:
        seen.choose(near[0])
    st.session_state["stocks.near"] = tuple(near) if len(near) != 1 else ()
    if not near:
        nothing = _("Nothing on the NSE is called “{name}”. Try the symbol or another spelling.")
        st.toast(nothing.format(name=plain(text[:40])))


def _open(seen: Visit, symbol: str) -> None:
    st.session_state["stocks.near"] = ()
    seen.choose(symbol_of(symbol))


def _upload(seen: Visit) -> None:
    """Daily prices from a CSV: Yahoo's, the NSE's own, or any with date, open, high, low, close and volume."""
    name = st.text_input(_("Symbol or name of the share"), max_chars=40, key="stocks.file_name")
    file = st.file_uploader(_("Daily prices (CSV, official bhavcopy too)"), type=None, key="stocks.file")
    if file is None or not st.button(_("Analyse this file"), key="stocks.use_file", type="primary"):
        return
    try:
        symbol = symbol_of(name)
    except PortalError:
        plain_name = (name or file.name.rsplit(".", 1)[0]).strip()[:24] or "FILE"
        symbol = Symbol(plain_name.upper(), plain_name, "")
    try:
        seen.use_file(file.name, file.getvalue(), symbol)
    except PortalError as error:
        st.error(shown(error), icon=":material/error:")
        return
    st.rerun()
