"""Which model answered, and what is known of it: figures from its card, field photos first."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from models.loading import waited
from tools.crop.types import Diagnosis
from tools.format import duration
from tools.settings import ROOT
from tools.translations import N_
from tools.ui.crop.state import Visit
from tools.ui.language import _, language, prose
from tools.ui.limits import model_notice

CARD = ROOT / "models" / "leaf" / "CARD.md"
TEXT = Path(__file__).with_name("about.md")
FIGURES = re.compile(r"<!-- figures -->(.*?)<!-- /figures -->", re.S)
NO_FIGURES = N_(
    "The model's card has no figures here. Until you have checked it on your own photos, take no answer as given."
)
SOURCES = {
    "embedded": N_("{model}, ships with the portal"),
    "hub": N_("{model}, from the Hugging Face Hub"),
    "local": N_("{model}, from a local folder"),
}


def badges(visit: Visit, answer: Diagnosis) -> None:
    """The model, its device and the time that it took for this photo."""
    info = waited(visit.loading).info
    with st.container(horizontal=True, gap="small"):
        name = _(SOURCES[info.source]).format(model=answer.model)
        st.badge(name, icon=":material/neurology:", color="primary")
        st.badge(f"{answer.device} · {info.dtype}", icon=":material/memory:", color="gray")
        st.badge(duration(answer.milliseconds / 1000, language()), icon=":material/timer:", color="gray")
    if info.notice:
        st.caption(model_notice(info.notice))


def about() -> None:
    """What the model learned from, how well it does, and what it cannot do."""
    with st.expander(_("About this model"), icon=":material/info:"):
        known = figures(CARD)
        if known and language() != "en":
            st.caption(_("The figures stand here in English, as in the model's card."))
        st.markdown(known or _(NO_FIGURES))
        st.markdown(prose(TEXT))


def figures(card: Path) -> str:
    """The part of a model card between its marks for figures; empty if there is none."""
    try:
        found = FIGURES.search(card.read_text(encoding="utf-8"))
    except OSError:
        return ""
    return found[1].strip() if found else ""
