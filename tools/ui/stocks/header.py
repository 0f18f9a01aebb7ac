"""The head of the answer: name, price and change, where the prices come from, the figures that matter, warnings."""

from __future__ import annotations

import html
from datetime import UTC, datetime

import streamlit as st

from tools.errors import PortalError
from tools.stocks.analysis import Analysis
from tools.stocks.get import prices_of
from tools.stocks.hours import is_open
from tools.stocks.words import large_rupees, moment, number, percent, ratio, rupees
from tools.ui.stocks.state import Visit
from tools.ui.theme import plain

SOURCES = {
    "live": "live from Yahoo",
    "stored": "stored on this machine",
    "file": "from your file",
    "sample": "invented",
}
EVERY = 60.0  # seconds between looks at the price while the market is open


def header(seen: Visit, found: Analysis) -> None:
    """Name and price; while the market is open the price looks for a newer one and redraws itself alone."""
    moving = found.prices.source in ("live", "stored") and is_open(datetime.now(UTC))
    _price(found) if not moving else _moving_price(seen, found)
    _warnings(found)
    _figures(found)


@st.fragment(run_every=EVERY)
def _moving_price(seen: Visit, found: Analysis) -> None:
    try:
        newer = prices_of(seen.symbol) if seen.symbol else found.prices
    except PortalError:
        newer = found.prices
    if newer.frame.index[-1] > found.prices.frame.index[-1]:
        st.rerun()
    _price(found, close=float(newer.frame["close"].dropna().iloc[-1]), as_of=newer.as_of)


def _price(found: Analysis, close: float | None = None, as_of: datetime | None = None) -> None:
    prices, before = found.prices, found.clean.frame["close"].dropna()
    value = float(before.iloc[-1]) if close is None else close
    change = value / float(before.iloc[-2]) - 1 if len(before) > 1 else None
    word = "" if change is None else f"{'▲' if change >= 0 else '▼'} {percent(abs(change), 2)}"
    tone = "up" if (change or 0) >= 0 else "down"
    st.html(
        f'<div class="stock-head"><h2>{html.escape(prices.symbol.name)}</h2>'
        f'<div class="stock-price">{rupees(value)} <span class="{tone}">{word}</span></div></div>'
    )
    with st.container(horizontal=True, gap="small"):
        st.badge(plain(prices.symbol.symbol), icon=":material/tag:", color="primary")
        st.badge(SOURCES[prices.source], icon=":material/database:", color="orange" if prices.stale else "gray")
        st.badge(f"last session {found.clean.frame.index[-1]:%d %b %Y}", icon=":material/event:", color="gray")
        st.badge(f"as of {moment(as_of or prices.as_of)}", icon=":material/schedule:", color="gray")
        basis = "traded prices" if prices.basis == "traded" else "adjusted for splits"
        st.badge(basis, icon=":material/tune:", color="gray")


def _warnings(found: Analysis) -> None:
    if found.prices.note:
        st.html(f'<div class="flag">⚠ {html.escape(found.prices.note)}</div>')
    recent = [flag for flag in found.flags if (found.clean.frame.index[-1].date() - flag.date).days <= 400]
    if recent:
        many = f"{len(recent)} flag{'s' if len(recent) > 1 else ''}"
        st.html(f'<div class="flag">⚠ {many} on the data of the last year: see the tab “Data quality”.</div>')


def _figures(found: Analysis) -> None:
    latest, risk, known = found.indicators.latest(), found.risk, found.valuation
    frame = found.clean.frame.tail(252)
    cells = [
        ("52-week range", f"{rupees(float(frame['low'].min()), 0)} – {rupees(float(frame['high'].max()), 0)}"),
        ("RSI 14", number(latest["rsi_14"], 1)),
        ("Volatility a year", percent(risk.volatility)),
        ("Deepest fall", percent(risk.max_drawdown)),
        ("Growth a year", percent(risk.cagr, sign=True)),
        ("Sharpe", ratio(risk.sharpe)),
        ("Beta", ratio(risk.beta)),
    ]
    if known and known.market_cap:
        cells.append(("Market value", large_rupees(known.market_cap)))
    if known and known.price_earnings:
        cells.append(("Price / earnings", ratio(known.price_earnings, 1)))
    shown = "".join(f"<div><span>{html.escape(name)}</span>{html.escape(value)}</div>" for name, value in cells)
    st.html(f'<div class="facts">{shown}</div>')
