"""Which model answered, and what is known of it: figures from its card, field photos first."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from tools.crop.types import Diagnosis
from tools.settings import ROOT
from tools.ui.crop.state import Visit
from tools.ui.limits import model_notice

CARD = ROOT / "models" / "leaf" / "CARD.md"
TEXT = Path(__file__).with_name("about.md")
FIGURES = re.compile(r"<!-- figures -->(.*?)<!-- /figures -->", re.S)
NO_FIGURES = (
    "The model's card has no figures here. Until you have checked it on your own photos, take no answer as given."
)
SOURCES = {"embedded": "ships with the portal", "hub": "from the Hugging Face Hub", "local": "from a local folder"}


def badges(visit: Visit, answer: Diagnosis) -> None:
    """The model, its device and the time that it took for this photo."""
    info = visit.loading.result().info
    with st.container(horizontal=True, gap="small"):
        name = f"{answer.model}, {SOURCES.get(info.source, info.source)}"
        st.badge(name, icon=":material/neurology:", color="primary")
        st.badge(f"{answer.device} · {info.dtype}", icon=":material/memory:", color="gray")
        st.badge(f"{answer.milliseconds:.0f} ms", icon=":material/timer:", color="gray")
    if info.notice:
        st.caption(model_notice(info.notice))


def about() -> None:
    """What the model learned from, how well it does, and what it cannot do."""
    with st.expander("About this model", icon=":material/info:"):
        st.markdown(figures(CARD) or NO_FIGURES)
        st.markdown(TEXT.read_text(encoding="utf-8"))


def figures(card: Path) -> str:
    """The part of a model card between its marks for figures; empty if there is none."""
    try:
        found = FIGURES.search(card.read_text(encoding="utf-8"))
    except OSError:
        return ""
    return found[1].strip() if found else ""
