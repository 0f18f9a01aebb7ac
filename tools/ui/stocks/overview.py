"""The first tab: candles with what is chosen beside them, and the written analysis."""

from __future__ import annotations

import html

import streamlit as st

from tools.stocks.analysis import Analysis
from tools.stocks.charts import CONFIG, WINDOWS, Chart, Overlay, Panel, Window, candles
from tools.stocks.written import write
from tools.ui.chat.models import chosen_model, model_name
from tools.ui.chat.outbound import say_where_it_goes
from tools.ui.frame import guard
from tools.ui.theme import dark, plain

OVERLAYS: dict[Overlay, str] = {"sma_50": "SMA 50", "sma_200": "SMA 200", "bollinger": "Bollinger"}
PANELS: dict[Panel, str] = {"volume": "Volume", "rsi": "RSI", "macd": "MACD"}


def draw(chart: Chart, key: str) -> None:
    """A chart with the same in words for those who do not see it."""
    st.plotly_chart(chart.figure, theme=None, config=CONFIG, alt=chart.in_words, key=key, width="stretch")


@st.fragment
def overview(found: Analysis) -> None:
    """Choosing a window or an overlay redraws this tab alone."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        window: Window = (
            st.segmented_control(
                "Window", tuple(WINDOWS), default="1Y", key="stocks.window", label_visibility="collapsed", required=True
            )
            or "1Y"
        )
        overlays = st.pills(
            "Overlays",
            tuple(OVERLAYS),
            selection_mode="multi",
            default=("sma_50", "sma_200"),
            format_func=OVERLAYS.__getitem__,
            key="stocks.overlays",
            label_visibility="collapsed",
        )
        panels = st.pills(
            "Panels",
            tuple(PANELS),
            selection_mode="multi",
            default=("volume", "rsi"),
            format_func=PANELS.__getitem__,
            key="stocks.panels",
            label_visibility="collapsed",
        )
    chart = candles(
        found.clean,
        found.indicators,
        window,
        overlays=tuple(overlays or ()),
        panels=tuple(panels or ()),
        flags=found.flags,
        dark=dark(),
    )
    draw(chart, "stocks.candles")
    st.subheader("In words", anchor=False)
    st.markdown("\n".join(f"- {plain(each.text)}" for each in found.said))
    _by_model(found)
    st.html(
        '<div class="standing">Not investment advice. Written by rules from the computed values; '
        "past prices do not tell future ones.</div>"
    )


def _by_model(found: Analysis) -> None:
    """The same by a language model, where one is configured; a sentence with an untraced number is struck."""
    if name := model_name():
        say_where_it_goes()
    if not name or not st.button(f"Write it with {name}", icon=":material/neurology:", key="stocks.write"):
        return
    with guard(), st.spinner("The model is writing…", show_time=True):
        model = chosen_model()
        if model is None:
            return
        lines = write(found, model)
        for line in lines:
            text = html.escape(line.text)
            shown = f"<s>{text}</s><small>Struck out: {html.escape(line.struck)}</small>" if line.struck else text
            st.html(f'<div class="plain-words"><p class="{"struck" if line.struck else ""}">{shown}</p></div>')
        st.caption(plain(f"Written by {model.label} ({model.device}); every number was traced to a computed value."))
