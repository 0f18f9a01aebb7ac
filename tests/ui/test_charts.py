"""A chart is built once, and again only when something that it shows has changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tools.ui.language import KEY

MADE: list[str] = []


def page() -> None:
    import plotly.graph_objects as go
    import streamlit as st

    from tests.ui.test_charts import MADE
    from tools.ui.charts import chart

    def make(name: str) -> tuple[go.Figure, str]:
        MADE.append(name)
        return go.Figure(data=[{"type": "bar", "x": [1, 2], "y": [3, 4], "name": name}]), f"{name} in words"

    what = st.session_state.get("what", "first")
    chart("test.own", (what, 1), lambda: make(f"own {what}"))
    chart("test.shared", (what,), lambda: make(f"shared {what}"), shared=True)


@pytest.fixture(autouse=True)
def nothing_drawn() -> Iterator[None]:
    st.cache_data.clear()
    MADE.clear()
    yield
    st.cache_data.clear()


def names(app: AppTest) -> list[str]:
    drawn: list[Any] = list(app.get("plotly_chart"))
    return [json.loads(one.proto.spec)["data"][0]["name"] for one in drawn]


def test_what_was_drawn_is_sent_again() -> None:
    app = AppTest.from_function(page).run()
    first = names(app)
    app.run()
    assert not app.exception
    assert names(app) == first == ["own first", "shared first"]
    assert first == MADE


def test_other_content_or_another_language_is_drawn_anew() -> None:
    app = AppTest.from_function(page).run()
    app.session_state["what"] = "second"
    app.run()
    assert names(app) == ["own second", "shared second"]
    app.session_state[KEY] = "hi"
    app.run()
    assert MADE == ["own first", "shared first", "own second", "shared second", "own second", "shared second"]


def test_another_visitor_is_sent_shared_charts_alone() -> None:
    AppTest.from_function(page).run()
    other = AppTest.from_function(page).run()
    assert names(other) == ["own first", "shared first"]
    assert MADE.count("shared first") == 1
