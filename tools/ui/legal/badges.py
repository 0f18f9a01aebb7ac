"""What read and wrote the answer, and how long it took; what of it is covered."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from tools.legal.phrases import say
from tools.legal.result import Result
from tools.legal.types import Language
from tools.ui.theme import plain

TEXT = Path(__file__).with_name("about.md")


def badges(result: Result, language: Language) -> None:
    """Engine, device and time; then what is covered and why."""
    with st.container(horizontal=True, gap="small"):
        st.badge(result.engine, icon=":material/rule:", color="primary")
        st.badge("CPU", icon=":material/memory:", color="gray")
        st.badge(f"{result.milliseconds / 1000:.1f} s", icon=":material/timer:", color="gray")
    st.caption(plain(say("covered", language)))
    if result.extract and result.extract.sensitive:
        st.html(f'<div class="flag">{say("protected", language)}</div>')


def about() -> None:
    """How it works, how well, and what it cannot do."""
    with st.expander("About this tool", icon=":material/info:"):
        st.markdown(TEXT.read_text(encoding="utf-8"))
