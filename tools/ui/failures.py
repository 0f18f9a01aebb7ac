"""Keeps the reference of a defect that a visitor was shown, so that it can be found again. Never its message."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Final

import streamlit as st

from tools.errors import PortalError
from tools.settings import settings

KEY: Final = "portal.page"


def opened(page: str) -> None:
    """Remember which page is open: a defect in a fragment happens without the page's frame."""
    st.session_state[KEY] = page


def note(reference: str, error: Exception) -> None:
    """Write down a defect in the background; whatever goes wrong here is only logged."""
    with suppress(PortalError):
        if not settings().history:
            return
        from tools.history import Failure, history, recorder

        failure = Failure(str(st.session_state.get(KEY, "")), reference, type(error).__name__)
        recorder().put(partial(history().note, failure))
