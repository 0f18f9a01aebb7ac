"""The head of the answer: name, price and change, where the prices come from, the figures that matter, warnings."""

from __future__ import annotations

import html
from datetime import UTC, datetime

import streamlit as st

from tools.errors import PortalError
from tools.stocks.analysis import Analysis
from tools.stocks.get import prices_of
from tools.stocks.hours import is_open
from tools.translations import N_
from tools.ui.language import _, ngettext
from tools.ui.sign_in import fragment
from tools.ui.stocks.state import Visit
from tools.ui.stocks.words import words
from tools.ui.theme import plain

SOURCES = {
    "live": N_("live from Yahoo"),
    "stored": N_("stored on this machine"),
    "file": N_("from your file"),
    "sample": N_("invented"),
}
EVERY = 60.0  # seconds between looks at the price while the market is open


def header(seen: Visit, found: Analysis) -> None:
    """Name and price; while the market is open the price looks for a newer one and redraws itself alone."""
    moving = found.prices.source in ("live", "stored") and is_open(datetime.now(UTC))
    _price(found) if not moving else _moving_price(seen, found)
    _warnings(found)
    _figures(found)


@fragment(run_every=EVERY)
def _moving_price(seen: Visit, found: Analysis) -> None:
    try:
        newer = prices_of(seen.symbol) if seen.symbol else found.prices
    except PortalError:
        newer = found.prices
    if newer.frame.index[-1] > found.prices.frame.index[-1]:
        st.rerun()
    _price(found, close=float(newer.frame["close"].dropna().iloc[-1]), as_of=newer.as_of)


def _price(found: Analysis, close: float | None = None, as_of: datetime | None = None) -> None:
    prices, before, say = found.prices, found.clean.frame["close"].dropna(), words()
    value = float(before.iloc[-1]) if close is None else close
    change = value / float(before.iloc[-2]) - 1 if len(before) > 1 else None
    word = "" if change is None else f"{'▲' if change >= 0 else '▼'} {say.percent(abs(change), 2)}"
    tone = "up" if (change or 0) >= 0 else "down"
    st.html(
        f'<div class="stock-head"><h2>{html.escape(say(prices.symbol.name))}</h2>'
        f'<div class="stock-price">{say.rupees(value)} <span class="{tone}">{word}</span></div></div>'
    )
    with st.container(horizontal=True, gap="small"):
        st.badge(plain(prices.symbol.symbol), icon=":material/tag:", color="primary")
        st.badge(_(SOURCES[prices.source]), icon=":material/database:", color="orange" if prices.stale else "gray")
        last = _("last session {day}").format(day=say.day(found.clean.frame.index[-1].date()))
        st.badge(last, icon=":material/event:", color="gray")
        seen_at = _("as of {moment}").format(moment=say.moment(as_of or prices.as_of))
        st.badge(seen_at, icon=":material/schedule:", color="gray")
        basis = _("traded prices") if prices.basis == "traded" else _("adjusted for splits")
        st.badge(basis, icon=":material/tune:", color="gray")


def _warnings(found: Analysis) -> None:
    if found.prices.note:
        st.html(f'<div class="flag">⚠ {html.escape(words().sentence(found.prices.note))}</div>')
    recent = [flag for flag in found.flags if (found.clean.frame.index[-1].date() - flag.date).days <= 400]
    if recent:
        told = ngettext(
            "{count} flag on the data of the last year: see the tab “Data quality”.",
            "{count} flags on the data of the last year: see the tab “Data quality”.",
            len(recent),
        )
        st.html(f'<div class="flag">⚠ {html.escape(told.format(count=len(recent)))}</div>')


def _figures(found: Analysis) -> None:
    latest, risk, known = found.indicators.latest(), found.risk, found.valuation
    frame, say = found.clean.frame.tail(252), words()
    low, high = float(frame["low"].min()), float(frame["high"].max())
    cells = [
        (_("52-week range"), f"{say.rupees(low, 0)} – {say.rupees(high, 0)}"),
        ("RSI 14", say.number(latest["rsi_14"], 1)),
        (_("Volatility a year"), say.percent(risk.volatility)),
        (_("Deepest fall"), say.percent(risk.max_drawdown)),
        (_("Growth a year"), say.percent(risk.cagr, sign=True)),
        (_("Sharpe"), say.ratio(risk.sharpe)),
        (_("Beta"), say.ratio(risk.beta)),
    ]
    if known and known.market_cap:
        cells.append((_("Market value"), say.large_rupees(known.market_cap)))
    if known and known.price_earnings:
        cells.append((_("Price / earnings"), say.ratio(known.price_earnings, 1)))
    shown = "".join(f"<div><span>{html.escape(name)}</span>{html.escape(value)}</div>" for name, value in cells)
    st.html(f'<div class="facts">{shown}</div>')
