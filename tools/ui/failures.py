"""Keeps the reference of a defect that a visitor was shown, so that it can be found again. Never its message."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Final

import streamlit as st

from tools import metrics
from tools.errors import PortalError
from tools.settings import settings

KEY: Final = "portal.page"


def opened(page: str) -> None:
    """Remember which page is open: a defect in a fragment happens without the page's frame."""
    st.session_state[KEY] = page


def current() -> str:
    """Which page is open."""
    return str(st.session_state.get(KEY, ""))


def note(reference: str, error: Exception) -> None:
    """Count a defect and write it down in the background; whatever goes wrong here is only logged."""
    metrics.FAILURES.labels(current()).inc()
    with suppress(PortalError):
        if not settings().history:
            return
        from tools.history import Failure, history, recorder

        failure = Failure(current(), reference, type(error).__name__)
        recorder().put(partial(history().note, failure))
