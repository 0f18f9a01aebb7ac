"""The language that a signed-in visitor chose, for their other browsers too: kept by the history beside their runs.

What was chosen in this browser (its cookie) comes first. Where nobody signs in there is nobody to remember.
"""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from tools.access import User
from tools.errors import HistoryUnavailable
from tools.settings import settings
from tools.translations import LANGUAGES
from tools.ui.language import COOKIE, KEY, choose, language

KEPT: Final = "portal.kept_language"  # what the history has, as far as this visit knows
NAME: Final = "language"


def remembered_language(found: User) -> None:
    """Keep what was chosen in this visit; at its beginning, read what was chosen elsewhere and draw the page in it."""
    if not found.signed_in or not settings().history:
        return
    if chosen := st.session_state.get(KEY):
        _keep(found, str(chosen))
    elif COOKIE not in st.context.cookies and KEPT not in st.session_state:
        before, known = language(), _known(found)
        st.session_state[KEPT] = known
        if known in LANGUAGES and known != before:
            choose("hi" if known == "hi" else "en")
            st.rerun()


def _keep(found: User, chosen: str) -> None:
    if st.session_state.get(KEPT) == chosen:
        return
    st.session_state[KEPT] = chosen
    from tools.history import history, recorder  # a database's libraries take long to load

    recorder().put(partial(history().prefer, found.key, NAME, chosen))


def _known(found: User) -> str:
    from tools.history import history

    if history().failing("read"):
        return ""
    try:
        return history().preferences(found.key).get(NAME, "")
    except HistoryUnavailable:
        return ""
