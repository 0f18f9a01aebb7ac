"""What the assistant is, how well it does and what it cannot do."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from tools.ui.language import _, prose

TEXT = Path(__file__).with_name("about.md")


def about() -> None:
    """Behind a line, for those who want to know."""
    with st.expander(_("About the assistant"), icon=":material/info:"):
        st.markdown(prose(TEXT))
