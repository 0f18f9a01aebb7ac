"""Charts that are drawn once: as long as nothing changes that a chart is made of, what was sent is sent again.

Building a plotly figure takes the server longer than all else on a page together, and every press of a button would
build it anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict

import streamlit as st

from tools.charts import CONFIG
from tools.translations import Language
from tools.ui.language import language
from tools.ui.theme import dark

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


class Look(TypedDict):
    """How every chart is drawn for this visitor."""

    dark: bool
    language: Language


Make = Callable[[], "tuple[Figure, str]"]
Part = str | int | float | bool | None
SHARED = 64  # charts that all visitors share
OWN = 8  # charts that are kept for one visit
SECONDS = 1800.0


def look() -> Look:
    """The visitor's theme and language."""
    return {"dark": dark(), "language": language()}


def chart(
    key: str, made_of: Sequence[Part], make: Make, *, shared: bool = False, config: Mapping[str, Any] = CONFIG
) -> None:
    """Draw the figure that `make` gives, with the same in words for those who do not see it.

    Parameters
    ----------
    made_of
        Everything that decides what the chart shows; the visitor's language and theme are added to it.
    shared
        Whether other visitors may be sent the same chart: for data that belongs to nobody.
    config
        plotly's, the same for each `key`.
    """
    drawn = _shared if shared else _own
    drawn(key, (language(), dark(), *made_of), make, config)


@st.cache_data(show_spinner=False, max_entries=SHARED, ttl=SECONDS)
def _shared(key: str, made_of: tuple[Part, ...], _make: Make, _config: Mapping[str, Any]) -> None:
    _plot(key, made_of, _make, _config)


@st.cache_data(show_spinner=False, max_entries=OWN, ttl=SECONDS, scope="session")
def _own(key: str, made_of: tuple[Part, ...], _make: Make, _config: Mapping[str, Any]) -> None:
    _plot(key, made_of, _make, _config)


def _plot(key: str, made_of: tuple[Part, ...], make: Make, config: Mapping[str, Any]) -> None:
    assert made_of, key
    figure, words = make()
    st.plotly_chart(figure, theme=None, config=dict(config), alt=words, key=key, width="stretch")
