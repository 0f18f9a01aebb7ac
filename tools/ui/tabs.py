"""Tabs whose names are translated, and of which the open one stays open when the language changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from tools.translations import LANGUAGES, catalogue
from tools.ui.language import _
from tools.ui.sign_in import fragment


@fragment
def tabs(draw: Mapping[str, Callable[[], None]], key: str) -> None:
    """Draw the open tab; opening another one redraws nothing else.

    Parameters
    ----------
    draw
        English name of each tab, marked for translation where it stands, to what draws it.
    key
        Of the widget; its value is the open tab's name, in the visitor's language.
    """
    names = [_(name) for name in draw]
    if (opened := st.session_state.get(key)) not in (None, *names):
        known = {catalogue(each).text(name): _(name) for each in LANGUAGES for name in draw}
        st.session_state[key] = known.get(str(opened), names[0])
    for tab, show in zip(st.tabs(names, key=key, on_change="rerun"), draw.values(), strict=True):
        if tab.open:
            with tab:
                show()
