"""The first tab: candles with what is chosen beside them, and the written analysis."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from tools.stocks.analysis import Analysis
from tools.stocks.charts import CONFIG, WINDOW_NAMES, WINDOWS, Chart, Overlay, Panel, Window, candles
from tools.stocks.commentary import told
from tools.stocks.written import write
from tools.translations import N_
from tools.ui.charts import Part, chart, look
from tools.ui.chat.models import chosen_model, model_name
from tools.ui.chat.outbound import say_where_it_goes
from tools.ui.frame import guard
from tools.ui.language import _, language
from tools.ui.sign_in import fragment
from tools.ui.stocks.words import waiting, words
from tools.ui.theme import plain

OVERLAYS: dict[Overlay, str] = {"sma_50": "SMA 50", "sma_200": "SMA 200", "bollinger": N_("Bollinger")}
PANELS: dict[Panel, str] = {"volume": N_("Volume"), "rsi": "RSI", "macd": "MACD"}

STANDING = N_("Not investment advice. Written by rules from the computed values; past prices do not tell future ones.")


def draw(key: str, made_of: Sequence[Part], make: Callable[[], Chart], *, own: bool) -> None:
    """A chart of an analysis; `own` prices, those of a visitor's file, are kept for that visitor alone."""
    chart(key, made_of, make, shared=not own, config=CONFIG)


def draw_of(found: Analysis, key: str, make: Callable[[], Chart], *made_of: Part) -> None:
    """A chart that an analysis decides, and what was chosen on the page besides."""
    draw(key, (found.token, *made_of), make, own=found.prices.source == "file")


@fragment
def overview(found: Analysis) -> None:
    """Choosing a window or an overlay redraws this tab alone."""
    say = words()
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        window: Window = (
            st.segmented_control(
                _("Window"),
                tuple(WINDOWS),
                default="1Y",
                format_func=lambda window: say(WINDOW_NAMES[window]),
                key="stocks.window",
                label_visibility="collapsed",
                required=True,
            )
            or "1Y"
        )
        overlays = st.pills(
            _("Overlays"),
            tuple(OVERLAYS),
            selection_mode="multi",
            default=("sma_50", "sma_200"),
            format_func=lambda overlay: say(OVERLAYS[overlay]),
            key="stocks.overlays",
            label_visibility="collapsed",
        )
        panels = st.pills(
            _("Panels"),
            tuple(PANELS),
            selection_mode="multi",
            default=("volume", "rsi"),
            format_func=lambda panel: say(PANELS[panel]),
            key="stocks.panels",
            label_visibility="collapsed",
        )
    make = partial(
        candles,
        found.clean,
        found.indicators,
        window,
        overlays=tuple(overlays or ()),
        panels=tuple(panels or ()),
        flags=found.flags,
        **look(),
    )
    draw_of(found, "stocks.candles", make, window, *(overlays or ()), *(panels or ()))
    st.subheader(_("In words"), anchor=False)
    st.markdown("\n".join(f"- {plain(told(each, language()))}" for each in found.said))
    _by_model(found)
    st.html(f'<div class="standing">{html.escape(_(STANDING))}</div>')


def _by_model(found: Analysis) -> None:
    """The same by a language model, where one is configured; a sentence with an untraced number is struck."""
    if name := model_name():
        say_where_it_goes()
    if not name or not st.button(
        _("Write it with {model}").format(model=name), icon=":material/neurology:", key="stocks.write"
    ):
        return
    with guard(), waiting(_("The model is writing…")):
        model = chosen_model()
        if model is None:
            return
        lines = write(found, model)
        for line in lines:
            text = html.escape(line.text)
            why = html.escape(_("Struck out: {why}").format(why=words().sentence(line.struck)))
            shown = f'<p class="struck"><s>{text}</s><small>{why}</small></p>' if line.struck else f"<p>{text}</p>"
            st.html(f'<div class="plain-words">{shown}</div>')
        by = _("Written by {model} ({device}), in English; every number was traced to a computed value.")
        st.caption(plain(by.format(model=model.label, device=model.device)))
