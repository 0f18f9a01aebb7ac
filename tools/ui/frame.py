"""The frame that every page opens as its first act: page settings, style, sidebar, and one way to show errors.

A page reached by a cold deep link runs without Home.py, so nothing of this may live in Home.py alone.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from tools.access import User
from tools.settings import DATA
from tools.translations import N_
from tools.ui.catalogue import available, demo
from tools.ui.failures import opened
from tools.ui.guarding import guard as guard
from tools.ui.language import _
from tools.ui.observe import observed
from tools.ui.places import Place, place, places
from tools.ui.remembered import remembered_language
from tools.ui.sign_in import account, admit, gate
from tools.ui.switch import language_switch

PORTAL = N_("AI demo portal")
ABOUT = N_("Demos whose answers can be checked.")
SIDEBAR_WIDTH = 256  # pixels
STYLE = Path(__file__).with_name("style.css")
# our own: a browser would fetch the picture of a Material symbol from Google, and so tell of every visit
ICON = str(DATA / "icon.svg")


@contextmanager
def page(key: str) -> Iterator[None]:
    """Open the page `key` ("home", a demo's key or another page's) for who may see it, and guard what is drawn."""
    here = _place(key)
    title, portal = _(here.title), _(PORTAL)
    opened(key)
    st.set_page_config(
        page_title=title if key == "home" else f"{title} · {portal}",
        page_icon=ICON,
        layout="wide",
        initial_sidebar_state=SIDEBAR_WIDTH,
        menu_items={"Get help": None, "Report a bug": None, "About": _(ABOUT)},
    )
    st.html(STYLE)
    admitted = False
    with observed(key), guard():
        found = gate(here.page)
        remembered_language(found)
        _sidebar(found)
        st.title(f"{here.icon} {title}", anchor=False)
        admit(found, here.role)
        admitted = True
        yield
    if not admitted:
        with suppress(StreamlitPageNotFoundError):
            st.page_link("Home.py", label=_("All demos"), icon=":material/apps:")
        st.stop()


def lead(text: str) -> None:
    """The one plain sentence under a page's title, in the visitor's language."""
    st.html(f'<p class="lead">{html.escape(_(text))}</p>')


def _place(key: str) -> Place:
    if key == "home":
        return Place(key, PORTAL, ":material/apps:", "Home.py")
    if other := place(key):
        return other
    entry = demo(key)
    return Place(key, entry.title, entry.icon, entry.page)


def _sidebar(found: User) -> None:
    with st.sidebar:
        st.markdown(f"**{_(PORTAL)}**")
        # a page run by itself (`streamlit run pages/X.py`) has no neighbours to link to
        with suppress(StreamlitPageNotFoundError):
            st.page_link("Home.py", label=_("All demos"), icon=":material/apps:", width="stretch")
            for entry in available():
                st.page_link(entry.page, label=_(entry.title), icon=entry.icon, width="stretch")
            for other in places(found.role):
                st.page_link(other.page, label=_(other.title), icon=other.icon, width="stretch")
        language_switch()
        account(found)
        st.caption(_("Uploads stay in memory for your visit and are never stored."))
