"""The first tab: candles with what is chosen beside them, and the written analysis."""

from __future__ import annotations

import streamlit as st

from tools.stocks.analysis import Analysis
from tools.stocks.charts import CONFIG, WINDOWS, Chart, Overlay, Panel, Window, candles
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
    st.html(
        '<div class="standing">Not investment advice. Written by rules from the computed values; '
        "past prices do not tell future ones.</div>"
    )
