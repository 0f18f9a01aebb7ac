"""What read and wrote the answer, and how long it took; what of it is covered."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from tools.format import duration
from tools.legal.phrases import say
from tools.legal.result import Result
from tools.legal.types import Language
from tools.translations import N_
from tools.ui.language import _, prose, sentence
from tools.ui.theme import plain

DEVICE = "CPU"  # rules and the names model alike
NAMES_MODEL = N_("embedded names model")  # as the model names itself
TEXT = Path(__file__).with_name("about.md")


def badges(result: Result, language: Language) -> None:
    """Engine, device and time; then what is covered and why."""
    with st.container(horizontal=True, gap="small"):
        st.badge(", ".join(map(sentence, result.engine.split(", "))), icon=":material/rule:", color="primary")
        st.badge(DEVICE, icon=":material/memory:", color="gray")
        st.badge(duration(result.milliseconds / 1000, language), icon=":material/timer:", color="gray")
    st.caption(plain(say("covered", language)))
    if result.extract and result.extract.sensitive:
        st.html(f'<div class="flag">{say("protected", language)}</div>')


def about() -> None:
    """How it works, how well, and what it cannot do."""
    with st.expander(_("About this tool"), icon=":material/info:"):
        st.markdown(prose(TEXT))
