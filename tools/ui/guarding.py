"""One way to show what went wrong, for a page, a fragment and a button: its sentence, or a reference number.

Knows no page.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from tools.errors import PortalError
from tools.translations import N_
from tools.ui.failures import note
from tools.ui.language import _, sentence
from tools.ui.observe import refused

DEFECT = N_(
    "Something went wrong on our side. Your input is still here: try again, and if it happens again tell support the "
    "reference **{reference}**."
)
log = logging.getLogger("portal")


@contextmanager
def guard() -> Iterator[None]:
    """Show expected failures as their sentence and anything else as a reference number, never as a traceback."""
    try:
        yield
    except PortalError as error:
        refused(error)
        st.error(sentence(str(error)), icon=":material/error:")
    except Exception as error:
        reference = secrets.token_hex(4)
        log.exception("reference %s", reference)
        note(reference, error)
        st.error(_(DEFECT).format(reference=reference), icon=":material/error:")
