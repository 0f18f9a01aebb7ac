"""Links to other pages of the portal that leave nothing where there is no such page."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError


def link(page: str, label: str, icon: str, query: Mapping[str, str] | None = None) -> bool:
    """A link to a page file of the portal; False for a page that runs by itself and has no neighbours."""
    try:
        st.page_link(page, label=label, icon=icon, query_params=query)
    except StreamlitPageNotFoundError:
        return False
    return True
