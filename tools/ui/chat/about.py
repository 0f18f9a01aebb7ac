"""What the assistant is, how well it does and what it cannot do."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from tools.ui.language import _, language

TEXTS = Path(__file__).parent


def about() -> None:
    """Behind a line, for those who want to know."""
    with st.expander(_("About the assistant"), icon=":material/info:"):
        name = "about_hi.md" if language() == "hi" else "about.md"
        st.markdown((TEXTS / name).read_text(encoding="utf-8"))
