"""The frame that every page opens as its first act: page settings, style, sidebar, and one way to show errors.

A page reached by a cold deep link runs without Home.py, so nothing of this may live in Home.py alone.
"""

from __future__ import annotations

import html
import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from tools.errors import PortalError
from tools.settings import settings
from tools.translations import N_
from tools.ui.catalogue import available, demo
from tools.ui.language import _, sentence
from tools.ui.switch import language_switch

PORTAL = N_("AI demo portal")
ABOUT = N_("Demos whose answers can be checked.")
SIDEBAR_WIDTH = 256  # pixels
STYLE = Path(__file__).with_name("style.css")
DEFECT = N_(
    "Something went wrong on our side. Your input is still here: try again, and if it happens again tell support the "
    "reference **{reference}**."
)
log = logging.getLogger("portal")


@contextmanager
def page(key: str) -> Iterator[None]:
    """Open the page `key` ("home" or a demo's key) and guard what is drawn inside."""
    title, icon = (PORTAL, ":material/apps:") if key == "home" else (demo(key).title, demo(key).icon)
    title, portal = _(title), _(PORTAL)
    st.set_page_config(
        page_title=title if key == "home" else f"{title} · {portal}",
        page_icon=icon,
        layout="wide",
        initial_sidebar_state=SIDEBAR_WIDTH,
        menu_items={"Get help": None, "Report a bug": None, "About": _(ABOUT)},
    )
    st.html(STYLE)
    with guard():
        settings()
        _sidebar()
        st.title(f"{icon} {title}", anchor=False)
        yield


@contextmanager
def guard() -> Iterator[None]:
    """Show expected failures as their sentence and anything else as a reference number, never as a traceback."""
    try:
        yield
    except PortalError as error:
        st.error(sentence(str(error)), icon=":material/error:")
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("reference %s", reference)
        st.error(_(DEFECT).format(reference=reference), icon=":material/error:")


def lead(text: str) -> None:
    """The one plain sentence under a page's title, in the visitor's language."""
    st.html(f'<p class="lead">{html.escape(_(text))}</p>')


def _sidebar() -> None:
    with st.sidebar:
        st.markdown(f"**{_(PORTAL)}**")
        # a page run by itself (`streamlit run pages/X.py`) has no neighbours to link to
        with suppress(StreamlitPageNotFoundError):
            st.page_link("Home.py", label=_("All demos"), icon=":material/apps:", width="stretch")
            for entry in available():
                st.page_link(entry.page, label=_(entry.title), icon=entry.icon, width="stretch")
        language_switch()
        st.caption(_("Uploads stay in memory for your visit and are never stored."))
