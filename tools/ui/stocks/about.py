"""How the analyser works and what it cannot do."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from tools.ui.language import _, prose

TEXT = Path(__file__).with_name("about.md")


def about() -> None:
    """Folded away until asked for."""
    with st.expander(_("About this tool"), icon=":material/info:"):
        st.markdown(prose(TEXT))
